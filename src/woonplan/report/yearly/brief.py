"""What a report begins with: the numbers that matter most, what changed since the state before, and what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from woonplan.calc.diff.compare import Diff
from woonplan.calc.gap.assumptions import assumptions
from woonplan.calc.gap.balance import balance
from woonplan.calc.number.figure import Figure, given
from woonplan.calc.number.sums import changed
from woonplan.calc.report.completeness import accounts
from woonplan.calc.target.demand import LABELS
from woonplan.model.number import NOTHING
from woonplan.numerals import dutch
from woonplan.report.cells import ENDS, at_ends, both, when
from woonplan.report.diff.wording import counted_otherwise
from woonplan.report.gap.weighed import weightiest
from woonplan.report.heading import saldo_row
from woonplan.report.words import NO_TARGET, dutch_date, joined
from woonplan.report.yearly.accounts import what
from woonplan.report.yearly.year import Year
from woonplan.tables.cell import Cell
from woonplan.tables.document import BRIEF
from woonplan.tables.look import BALANCE, CHANGE, HOMES
from woonplan.tables.table import Column, Kind, Row, Style, Table

OTHERWISE = "niet vergelijkbaar"
"""What stands in the place of a change between two states that do not count in the same way."""

_NOTHING = given("niets", "niets", NOTHING)

_NAMES = ("opgave", "opgeleverd", "hard", "zacht", "saldo")
_OF_PLANS = frozenset({"hard", "zacht", "saldo"})
"""What depends on what states count as hard and soft, in which kind of number, and of how many plans."""


def key_figures(year: Year) -> Table:
    """Return target, delivered, hard, soft and balance at both ends, with how each changed since the state before."""
    now, diff = _figures(year), year.diff
    otherwise = tuple(_otherwise(year, diff)) if diff else ()
    changes = _changes(diff) if diff else {}
    rows = tuple(_row(year, name, now[name], changes, otherwise) for name in _NAMES)
    columns = (
        Column("kerncijfer", "woningen"),
        *(Column(end, end, Kind.AMOUNT) for end in ENDS),
        *(at_ends("verschil", f"sinds {_date(diff)}") if diff else ()),
    )
    notes = (
        *when(diff is None, "er is geen eerdere stand om mee te vergelijken."),
        *when(otherwise, f"{OTHERWISE} met de stand van {_date(diff)}: {'; '.join(otherwise)}." if diff else ""),
    )
    return Table("kerncijfers", "Kerncijfers", columns, rows, notes, theme=BRIEF, large=True)


def moving(year: Year) -> tuple[str, ...]:
    """Return what could change the answer: what could most, first."""
    return weightiest(year.view, assumptions(year.view, balance(year.view).gebruikt))


def missing(year: Year) -> Iterator[str]:
    """Yield what the register does not say: of all plans, of some of them, and of the region."""
    of_all: list[str] = []
    of_some: list[str] = []
    beside: list[str] = []
    plans = 0
    for key, counts in accounts(year.view, year.agenda, year.jaar).items():
        name = what(key, year.jaar).split(" (")[0]
        without, asked = (int(figure.low.low or 0) for figure in counts)
        if not without:
            continue
        if key in ("voorraad", "opgave"):
            beside.append(f"{name.removesuffix(' van gemeenten')} van {dutch(without)} van {dutch(asked)} gemeenten")
        elif key == "prijsgrenzen":
            beside.append(f"{dutch(without)} van {dutch(asked)} {name}")
        elif key != "jaar_hard" and without == asked:
            plans = asked
            of_all.append(name)
        else:
            of_some.append(f"{name} ({dutch(without)} van {dutch(asked)})")
    if of_all:
        yield f"Van alle {dutch(plans)} plannen: {joined(of_all)}."
    if of_some:
        yield f"Van een deel van de plannen: {joined(of_some)}."
    if beside:
        yield f"Van de regio: {joined(beside)}."


def _figures(year: Year) -> Mapping[str, Figure | None]:
    found = balance(year.view)
    doel = found.doel.figure if found.doel else None
    return dict(zip(_NAMES, (doel, found.gerealiseerd, found.sums.hard, found.sums.zacht, found.saldo), strict=True))


def _row(
    year: Year, name: str, figure: Figure | None, changes: Mapping[str, Figure], otherwise: tuple[str, ...]
) -> Row:
    none = NO_TARGET if name in ("opgave", "saldo") else "nog niets in de periode"
    now = both(figure, BALANCE if name == "saldo" else HOMES, none=none)
    change: tuple[Cell, ...] = ()
    if year.diff is not None and name in _OF_PLANS and otherwise:
        change = (OTHERWISE, OTHERWISE)
    elif year.diff is not None:
        change = both(changes.get(name), CHANGE, none="")
    absent = LABELS[year.question.tegen.soort] if name == "opgave" else name
    row = Row(
        name, (figure.label if figure else absent, *now, *change), Style.TOTAL if name == "saldo" else Style.NORMAL
    )
    return saldo_row(year.dataset, row) if name == "saldo" else row


def _changes(diff: Diff) -> dict[str, Figure]:
    """Return by how much each of them changed, as far as both states have it."""
    old, new = balance(diff.oud), balance(diff.nieuw)
    found = {name: diff.totaal.verschil[name] for name in _OF_PLANS if name in diff.totaal.verschil}
    if old.doel and new.doel:
        found["opgave"] = changed("verschil_opgave", "verschil opgave", new.doel.figure, old.doel.figure)
    if new.gerealiseerd:
        done = old.gerealiseerd or _NOTHING
        found["opgeleverd"] = changed("verschil_opgeleverd", "verschil opgeleverd", new.gerealiseerd, done)
    return found


def _otherwise(year: Year, diff: Diff) -> Iterator[str]:
    """Yield why the plans of two states are not comparable: another definition, kind of number or completeness."""
    old, new = diff.oud.dataset, diff.nieuw.dataset
    yield from (text.rstrip(".").split(": een verschil")[0] for text in counted_otherwise(old, new))
    if old.stand.kop.statusdefinitie == new.stand.kop.statusdefinitie == "onbekend":
        yield "van geen van beide is bekend wat hard en zacht is"
    if {plan.id for plan in new.stand.plannen} != {plan.id for plan in year.dataset.stand.plannen}:
        yield "welke plannen zichtbaar zijn, verschilt"
    then, now = ({name for name, _ in assumptions(view, ()).incomplete} for view in (diff.oud, diff.nieuw))
    if "" in then & now:
        yield "in geen van beide staan alle plannen"
    elif then - {""} != now - {""}:
        yield "niet van dezelfde gemeenten zijn alle plannen bekend"
    silent = [set().union(*view.zonder_plannen.values()) for view in (diff.oud, diff.nieuw)]
    if silent[0] != silent[1]:
        yield "niet dezelfde gemeenten hebben plannen in het register"


def _date(diff: Diff) -> str:
    return dutch_date(diff.oud.dataset.stand.kop.peildatum)
