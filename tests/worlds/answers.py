"""The true answer of every cell of a balance and of a grouping."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from tests.worlds.capacity import Asked, Cut
from tests.worlds.ledger import ENDS, delivered, delivered_years, own_target, room, target
from tests.worlds.questions import FIELD, least
from tests.worlds.reading import KLASSEN, Leaf
from tests.worlds.truth import Truth

POSITIES = ("stedelijk", "landelijk_regionaal", "landelijk_lokaal")
VALUES = {
    "plantype": (
        "pand_transformatie", "transformatiegebied", "herstructurering", "verdichting",
        "uitbreiding_uitleg", "uitbreiding_overig",
    ),
    "strategie": ("buiten_wonen", "wonen_langs_de_radialen", "stedelijk_wonen"),
    "sleutelsoort": ("stedelijk", "radialen", "thematisch"),
    "afwegingskader": ("positief", "negatief", "niet_getoetst"),
}  # fmt: skip
COLUMNS = ("hard", "zacht")


@dataclasses.dataclass(frozen=True)
class Expect:
    """A cell, or several that answer one question together, and what is true of it.

    `rows` add up. Of two `columns` the second holds what may come on top of the first. `sign` is where a record without
    a number moves the cell. `other` is a second reading that is right too. Without `tight` only soundness is asked.
    A `difference` with a target is not 0 where no plan has a number: it is that target, or more or less.
    """

    kind: str
    table: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    truth: Truth
    sign: int = 1
    other: Truth | None = None
    tight: bool = True
    difference: bool = False


def balance(asked: Asked) -> Iterator[Expect]:
    """The balance, and the comparison with the need under it."""
    done = delivered(asked, asked.names, delivered_years(asked))
    hard, soft, both = (asked.count(asked.cut(*klassen)) for klassen in (("hard",), ("zacht",), COLUMNS))
    for end in ENDS:
        yield Expect("balans hard", "balans", ("hard",), (end,), hard)
        yield Expect("balans zacht", "balans", ("zacht",), (end,), soft)
        yield Expect("balans opgeleverd", "balans", ("gerealiseerd",), (end,), done, 0)
        if not asked.question.status:
            yield from (
                Expect("balans status", "balans", (row,), (end,), truth, tight=tight)
                for row, truth, tight in _apart(asked)
            )
        goal = own_target(asked, end)
        if goal:
            saldo = less(done + both, goal[0])
            yield Expect("balans saldo", "balans", ("saldo",), (end,), saldo, difference=True)
            yield _lacks("balans nog hard", "nog_hard_te_maken", end, less(done + hard, goal[0]).times(-1))
            yield _lacks("balans nog te vinden", "nog_te_vinden", end, saldo.times(-1))
            extra = None if asked.question.gemeente else room(asked)
            if extra:
                truth = less(done + both + extra, goal[0])
                yield Expect(
                    "balans saldo met extra", "balans", ("saldo_met_extra_ruimte",), (end,), truth, difference=True
                )
        need = None if asked.question.gemeente else target(asked, "lokale_behoefte", None, end)
        if need:
            yield Expect("toets saldo", "toets", ("saldo_behoefte",), (end,), less(both, need[0]), difference=True)
        yield Expect("toets aanbod", "toets", ("aanbod",), (end,), both)


def less(supply: Truth, goal: Truth) -> Truth:
    """Supply less a target: of a supply of which nothing is known, the difference is unknown as well."""
    return dataclasses.replace(supply + goal.times(-1), known=supply.known)


def _lacks(kind: str, row: str, end: str, truth: Truth) -> Expect:
    """What is still to be found: below 0 nothing is, and a cell may say so."""
    floored = dataclasses.replace(
        truth,
        **{field: max(0, getattr(truth, field)) for field in ("lo", "hi", "lo_far", "hi_far", "core_lo", "core_hi")},
    )
    return Expect(kind, "balans", (row,), (end,), truth, -1, floored, difference=True)


def _apart(asked: Asked) -> Iterator[tuple[str, Truth, bool]]:
    yield "status_onbekend", asked.count(asked.cut("onbekend", gaps=0)), True
    yield "telt_niet", asked.count(asked.cut("telt_niet", gaps=0)), False


def grouping(asked: Asked, by: str) -> Iterator[Expect]:
    """The rows of a grouping and its total."""
    yield from {"gemeente": _by_gemeente, "status": _by_status, "positie": _by_positie}.get(by, _by_field)(asked, by)
    for column in COLUMNS:
        yield Expect(f"{by} totaal", "groepen", ("totaal",), (column,), asked.count(asked.cut(column)))
    if not asked.question.status:
        for column, truth, tight in _apart(asked):
            yield Expect(f"{by} totaal", "groepen", ("totaal",), (column,), truth, tight=tight)


def _row(asked: Asked, kind: str, row: str, cut: Cut, tight: bool = True) -> Expect:
    (column,) = cut.klassen
    return Expect(kind, "groepen", (row,), (column,), asked.count(cut), tight=tight)


def _no_gaps(asked: Asked) -> bool:
    return all(asked.found.complete(name) for name in asked.names)


def _by_gemeente(asked: Asked, _: str) -> Iterator[Expect]:
    years = delivered_years(asked)
    for name in sorted(asked.names):
        here = frozenset({name})
        done = delivered(asked, here, years)
        for column in ("gerealiseerd", "opgeleverd"):
            yield Expect("gemeente opgeleverd", "groepen", (name,), (column,), done, 0)
        for column in COLUMNS:
            yield _row(asked, "gemeente rij", name, dataclasses.replace(asked.cut(column), names=here))
        if not asked.question.status:
            unknown = dataclasses.replace(asked.cut("onbekend", gaps=0), names=here)
            yield _row(asked, "gemeente rij", name, unknown)
        yield from _balances(asked, name, here, done)
    done = delivered(asked, asked.names, years)
    for column in ("gerealiseerd", "opgeleverd"):
        yield Expect("gemeente opgeleverd", "groepen", ("totaal",), (column,), done, 0)
    if not asked.question.gemeente:
        yield from _balances(asked, "totaal", asked.names, done)
        for column in COLUMNS:
            cut = asked.cut(column, row=lambda leaf: int(len(leaf.places) > 1 and not leaf.divided), gaps=0)
            # Which share a part lies in may follow from a division, and may be said of the part: nowhere.
            alone = not any(
                leaf.divided and len(leaf.places) > 1 and "onderdeel_van" in leaf.record for leaf in _leaves(asked)
            )
            if alone or not asked.question.selects:
                yield _row(asked, "gemeente niet toegewezen", "niet_toegewezen", cut)


def _balances(asked: Asked, row: str, names: frozenset[str], done: Truth) -> Iterator[Expect]:
    soort = "lokale_behoefte" if asked.question.tegen == "behoefte" else "ambitie"
    for end in ENDS:
        goal = target(asked, soort, None if row == "totaal" else row, end)
        if goal:
            both = asked.count(dataclasses.replace(asked.cut(*COLUMNS), names=names))
            truth = less(done + both, goal[0])
            yield Expect("gemeente saldo", "groepen", (row,), (f"saldo_{end}",), truth, difference=True)


def _leaves(asked: Asked) -> Iterator[Leaf]:
    return (leaf for group in asked.found.groups for leaf in group.leaves)


def _by_status(asked: Asked, _: str) -> Iterator[Expect]:
    for status, klasse in KLASSEN.items():
        if klasse not in {"hard", "zacht"}:
            continue
        if status in {"hard", "zacht"}:
            cut = asked.cut(klasse, row=lambda leaf, status=status: int(leaf.status == status), gaps=0)  # type: ignore[misc]
            yield _row(asked, "status alleen klasse", status, cut, tight=_no_gaps(asked))
        else:
            cut = asked.cut(klasse, row=lambda leaf, status=status: _may_be(leaf, status), gaps=3)  # type: ignore[misc]
            yield _row(asked, "status rij", status, cut)
    if not asked.question.status:
        for column in (*COLUMNS, "onbekend"):
            cut = asked.cut(column, row=lambda leaf: int(leaf.status == "onbekend"), gaps=0)
            expect = _row(asked, "status onbekend", "onbekend", cut)
            yield dataclasses.replace(expect, columns=("status_onbekend",)) if column == "onbekend" else expect


def _may_be(leaf: Leaf, status: str) -> int:
    if leaf.status == status:
        return 1
    return 3 if leaf.status in {"onbekend", KLASSEN[status]} else 0


def _by_positie(asked: Asked, _: str) -> Iterator[Expect]:
    told = {gemeente["naam"]: gemeente.get("positie") for gemeente in asked.register.gemeenten}
    without = frozenset(name for name in asked.names if told[name] is None)
    for positie in POSITIES:
        here = frozenset(name for name in asked.names if told[name] == positie)
        for column in COLUMNS:
            cut = dataclasses.replace(asked.cut(column), names=here, maybe=without)
            yield _row(asked, "positie rij", positie, cut)
    if all(len(leaf.places) == 1 for leaf in _leaves(asked)):
        for column in COLUMNS:
            cut = dataclasses.replace(asked.cut(column, gaps=0), names=without)
            yield _row(asked, "positie niet toegewezen", "niet_toegewezen", cut, tight=_no_gaps(asked))


def _by_field(asked: Asked, by: str) -> Iterator[Expect]:
    field, open_places = FIELD[by], by != "sleutelsoort"
    for value in (*VALUES[by], None):
        for column in COLUMNS:
            row = _says(field, (value,), 3 if open_places and value else 0)
            cut = asked.cut(column, row=row, gaps=3 if open_places and value else 0)
            kind = f"{by} rij" if value else f"{by} niet toegewezen"
            yield _row(
                asked, kind, value or "niet_toegewezen", cut, tight=open_places and (bool(value) or _no_gaps(asked))
            )


def _says(field: str, values: tuple[object, ...], silent: int) -> object:
    """The row of the leaves that say one of these values; `silent` is what becomes of a leaf that says none."""

    def row(leaf: Leaf) -> int:
        own = leaf.says(field)
        own = own["soort"] if isinstance(own, dict) else own
        return 1 if own in values else silent if own is None else 0

    return row


says = _says
__all__ = ["COLUMNS", "Expect", "balance", "grouping", "least", "says"]
