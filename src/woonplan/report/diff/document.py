"""`diff` as a document: the totals with their sign in its first line, then rules, municipalities and plans."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from woonplan.calc.diff.compare import Diff
from woonplan.calc.diff.effect import SALDO
from woonplan.calc.diff.kinds import Soort
from woonplan.calc.number.figure import Figure
from woonplan.numerals import dutch, plural
from woonplan.report.cells import ENDS, when
from woonplan.report.diff.plans import plans_json, plans_table, proposals_table, rules_table
from woonplan.report.diff.totals import causes_table, totals_table, towns_table
from woonplan.report.diff.wording import compared_with_care, counted_otherwise
from woonplan.report.heading import inputs_json, marked, plans_of, seen_json, unseen
from woonplan.report.words import dutch_date
from woonplan.tables import CHANGE, Document, Json, Note, NoteKind, Table, Value, number_json


class Deel(StrEnum):
    """The parts of the answer, each of which can be asked for alone."""

    TOTALEN = "totalen"
    GEMEENTEN = "gemeenten"
    PLANNEN = "plannen"


class Kant(NamedTuple):
    """Where a state was read from, for readers: what was typed, what that turned out to be, and where that is."""

    gegeven: str
    soort: str
    """`pad`, `peildatum`, `revisie` or `werkmap`."""
    plek: str
    revisie: str | None = None
    """The commit, where it was read from one."""

    @property
    def gelezen(self) -> str:
        """The sentence that says what was read."""
        commit = f", commit {self.revisie[:10]}" if self.revisie else ""
        return f"{self.gegeven} is gelezen als {self.soort} ({self.plek}{commit})"


def diff_document(diff: Diff, kanten: tuple[Kant, Kant], deel: Deel | None = None, *, brief: bool = False) -> Document:
    """Return what changed.

    Args:
        diff: What changed.
        kanten: Where both states were read from.
        deel: The only part to show; None for all of them.
        brief: Whether the causes per municipality may be left out: on a screen they are more than fits.
    """
    old, new = diff.oud.dataset, diff.nieuw.dataset
    first = headline(diff)
    return Document(
        first,
        tuple(_tables(diff, deel, brief=brief)),
        (
            *(Note(NoteKind.LET_OP, text) for text in compared_with_care(old, new)),
            *unseen(new, old),
            *(
                Note(NoteKind.BRON, f"{side}: {kant.gelezen}.")
                for side, kant in zip(("oud", "nieuw"), kanten, strict=True)
            ),
            *when(
                kanten[0].plek == kanten[1].plek and kanten[0].revisie == kanten[1].revisie,
                Note(NoteKind.LET_OP, "beide kanten zijn dezelfde."),
            ),
        ),
        _facts(diff, kanten, first),
        results={"resultaat": _results(diff)},
        address="diff",
        tables_named=True,
    )


def _tables(diff: Diff, deel: Deel | None, *, brief: bool) -> Sequence[Table]:
    everything = deel is None
    long = brief and everything and len(diff.plannen) > FEW
    return (
        *when(everything and diff.regels, rules_table(diff)),
        *when(deel in (None, Deel.TOTALEN), totals_table(diff, when(long, _LONG))),
        *when(deel in (None, Deel.GEMEENTEN), towns_table(diff)),
        *when(everything and diff.voorstellen, proposals_table(diff)),
        *when(deel in (None, Deel.PLANNEN) and not long, plans_table(diff)),
        *when(deel is Deel.GEMEENTEN or (everything and not brief), causes_table(diff)),
    )


FEW = 12
"""So many plans fit under the totals on a screen."""

_LONG = "de plannen zelf: met --alleen plannen, en in elk ander formaat."


def headline(diff: Diff) -> str:
    """Return the first line: area and dates, the totals with their sign, the balance, and how many plans."""
    old, new = diff.oud.dataset, diff.nieuw.dataset
    area = ", ".join(diff.nieuw.question.gemeenten) or new.gebied.regio.naam
    dates = [dutch_date(dataset.stand.kop.peildatum) for dataset in (old, new)]
    when_ = f"{dates[0]} naar {dates[1]}" if dates[0] != dates[1] else f"stand {dates[0]}"
    otherwise = "LET OP, de standen tellen niet op dezelfde manier. " if any(counted_otherwise(old, new)) else ""
    if diff.leeg:
        text = "geen verschil"
    else:
        totals = [_said(name, diff.totaal.verschil[name]) for name in ("hard", "zacht")]
        text = f"{', '.join((*totals, *_balance(diff)))}; {_counts(diff)}"
    public = f" ({plans_of(new)})" if new.verborgen or old.verborgen else ""
    return marked(new, f"{otherwise}{area}, {when_}: {text}{public}")


def _said(name: str, figure: Figure, end: int = 0) -> str:
    change = figure.ends[end]
    cell = Value(change, CHANGE, derivation=figure)
    words = [_bounds(cell), *([cell.lacking] if cell.lacking else [])]
    return f"{name} {' en '.join(word for word in words if word) or 'ongewijzigd'}"


def _bounds(cell: Value) -> str:
    """Return the change of both ends in a few words; nothing where neither changed."""
    low, high = (_end(bound or 0, opened) for bound, opened in zip((cell.low, cell.high), cell.opened, strict=True))
    about = "ca. " if cell.circa and (low or high) else ""
    if low == high:
        return f"{about}{low}" if low else ""
    return f"{about}{low or '0'} (laagste) en {high or '0'} (hoogste)"


def _end(bound: object, opened: int) -> str:
    if opened:
        return "nu open" if opened > 0 else "niet meer open"
    number = int(str(bound))
    return "" if number == 0 else f"{number:+,}".replace(",", ".")


def _balance(diff: Diff) -> tuple[str, ...]:
    figure = diff.totaal.verschil.get(SALDO)
    if figure is None:
        return ()
    if figure.low == figure.high:
        return (_said("saldo aan beide grenzen", figure),)
    return tuple(_said(f"saldo {name}", figure, end) for end, name in enumerate(ENDS))


_GONE = (Soort.NIEUW, Soort.VERVALLEN, Soort.VERDWENEN)


def _counts(diff: Diff) -> str:
    changed = len([plan for plan in diff.plannen if set(plan.soorten).isdisjoint(_GONE)])
    new, lapsed, gone = (diff.aantal(soort) for soort in _GONE)
    text = sum(plan.soorten == (Soort.TEKST,) for plan in diff.plannen)
    only = "" if not text else " (alleen tekst)" if text == changed else f" (waarvan {dutch(text)} alleen tekst)"
    words = [f"{dutch(changed)} {plural(changed, 'plan', 'plannen')} gewijzigd{only}"]
    words += [f"{dutch(new)} nieuw", f"{dutch(lapsed)} vervallen"]
    return ", ".join((*words, *when(gone, f"{dutch(gone)} verdwenen zonder reden")))


def _results(diff: Diff) -> Json:
    sums = {name: number_json(figure.low) for name, figure in diff.totaal.verschil.items() if name != SALDO}
    saldo = diff.totaal.verschil.get(SALDO)
    return {
        "gelijk": diff.leeg,
        "verschil": sums,
        **({"saldo": {end: number_json(saldo.ends[i]) for i, end in enumerate(ENDS)}} if saldo else {}),
        "aantallen": {str(soort): diff.aantal(soort) for soort in Soort},
        "ongewijzigd": diff.ongewijzigd,
        "plannen": plans_json(diff),
    }


def _facts(diff: Diff, kanten: tuple[Kant, Kant], first: str) -> dict[str, Json]:
    old, new = diff.oud.dataset, diff.nieuw.dataset
    question = diff.nieuw.question
    return {
        "opdracht": "diff",
        "titel": first,
        "fictief": new.fictief or old.fictief,
        **{
            side: {"peildatum": dataset.stand.kop.peildatum, **kant._asdict()}
            for side, dataset, kant in zip(("oud", "nieuw"), (old, new), kanten, strict=True)
        },
        **seen_json(new, old),
        "invoer": inputs_json(old, new),
        "parameters": {
            "gemeente": list(question.gemeenten),
            "netto": question.netto,
            "opgave": diff.nieuw.opgave.id if diff.nieuw.opgave else None,
            "telling": diff.nieuw.telling.id if diff.nieuw.telling else None,
        },
    }
