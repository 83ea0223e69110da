"""`diff` as a document: the totals with their sign in one sentence, then rules, municipalities and plans."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from woonplan.calc.diff.compare import Diff
from woonplan.calc.diff.effect import SALDO
from woonplan.calc.diff.kinds import Wijziging
from woonplan.calc.diff.tally import SAMEN
from woonplan.calc.number.figure import Figure
from woonplan.report.cells import ENDS, when
from woonplan.report.diff.plans import plans_json, plans_table, proposals_table, rules_table
from woonplan.report.diff.sentence import scope, sentence, title
from woonplan.report.diff.totals import causes_table, cell_of, totals_table, towns_table
from woonplan.report.diff.wording import compared_with_care
from woonplan.report.heading import inputs_json, seen_json, unseen
from woonplan.tables.cell import Json, number_json
from woonplan.tables.document import Document, Note, NoteKind
from woonplan.tables.table import Table


class Gedeelte(StrEnum):
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


def diff_document(diff: Diff, kanten: tuple[Kant, Kant], deel: Gedeelte | None = None) -> Document:
    """Return what changed.

    Args:
        diff: What changed.
        kanten: Where both states were read from.
        deel: The only part to show; None for all of them.
    """
    old, new = diff.oud.dataset, diff.nieuw.dataset
    return Document(
        title(diff),
        tuple(_tables(diff, deel)),
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
        _facts(diff, kanten),
        beside=_balances(diff),
        results={"resultaat": _results(diff)},
        address="diff",
        answer=sentence(diff),
        scope=scope(diff),
        tables_named=True,
    )


def _tables(diff: Diff, deel: Gedeelte | None) -> Sequence[Table]:
    everything = deel is None
    return (
        *when(everything and diff.regels, rules_table(diff)),
        *when(deel in (None, Gedeelte.TOTALEN), totals_table(diff)),
        *when(deel in (None, Gedeelte.GEMEENTEN), towns_table(diff)),
        *when(everything and diff.voorstellen, proposals_table(diff)),
        *when(deel in (None, Gedeelte.PLANNEN), plans_table(diff)),
        *when(deel in (None, Gedeelte.GEMEENTEN), causes_table(diff)),
    )


def _balances(diff: Diff) -> dict[str, Figure]:
    """Return what every plan does to the balance: the short answer shows it, and the table of plans has no room."""
    if SALDO not in diff.totaal.verschil:
        return {}
    return {f"{Gedeelte.PLANNEN}.{plan.id}.saldo": cell_of(plan.figures, SAMEN).figure for plan in diff.plannen}


def _results(diff: Diff) -> Json:
    sums = {name: number_json(figure.low) for name, figure in diff.totaal.verschil.items() if name != SALDO}
    saldo = diff.totaal.verschil.get(SALDO)
    return {
        "gelijk": diff.leeg,
        "verschil": sums,
        **({"saldo": {end: number_json(saldo.ends[i]) for i, end in enumerate(ENDS)}} if saldo else {}),
        "aantallen": {str(soort): diff.aantal(soort) for soort in Wijziging},
        "ongewijzigd": diff.ongewijzigd,
        "plannen": plans_json(diff),
    }


def _facts(diff: Diff, kanten: tuple[Kant, Kant]) -> dict[str, Json]:
    old, new = diff.oud.dataset, diff.nieuw.dataset
    question = diff.nieuw.question
    return {
        "opdracht": "diff",
        "titel": title(diff),
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
