"""Deviations that a register accepts with a reason: they are counted, not reported, and must still occur."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from woonplan.diagnostics import Diagnostic, Severity, quote
from woonplan.model.stand import Invoer
from woonplan.rule import Example, Rule

if TYPE_CHECKING:
    from woonplan.model.bekend import Bekendbestand

WP503 = Rule(
    code="WP503",
    naam="bekende afwijking komt niet voor",
    wat=(
        "bekend.yaml accepteert bij 'bevindingen' een afwijking die 'woonplan check' niet (meer) vindt, of noemt een "
        "regel die niet bestaat."
    ),
    waarom="Een verouderde uitzondering zou een nieuwe fout op dezelfde plaats verbergen.",
    oplossing="Haal de regel weg, of verbeter de code, het plan of de peildatum.",
    fout=Example(
        "versie: 1\nbevindingen:\n"
        "  - {regel: WP308, plan: beekstraat, reden: Afgerond in de bron, datum: 2024-01-15}\n",
        3,
        13,
        file="bekend.yaml",
    ),
    goed=Example("versie: 1\nbevindingen: []\n", file="bekend.yaml"),
    severity=Severity.WAARSCHUWING,
)
"""An accepted finding that is gone."""


class Settled(NamedTuple):
    """Findings of one register state, divided, and the numbers of the entries that were used."""

    open: tuple[Diagnostic, ...]
    known: tuple[Diagnostic, ...]
    used: frozenset[int]


def settle(findings: Iterable[Diagnostic], bekend: Bekendbestand | None, peildatum: str) -> Settled:
    """Return which findings of the state with this reference date are accepted.

    An entry without a plan stands for the findings of its rule that are not about one plan: it never hides a new plan.
    """
    entries: dict[tuple[str, str], list[int]] = {}
    for number, entry in enumerate(bekend.bevindingen if bekend else ()):
        if entry.peildatum in (None, peildatum):
            entries.setdefault((entry.regel, entry.plan or ""), []).append(number)
    still: list[Diagnostic] = []
    known: list[Diagnostic] = []
    used: set[int] = set()
    for finding in findings:
        numbers = entries.get((finding.code, finding.subject))
        if numbers is None:
            still.append(finding)
        else:
            known.append(finding)
            used.update(numbers)
    return Settled(tuple(still), tuple(known), frozenset(used))


def unjudged(bekend: Bekendbestand | None, open_: Collection[tuple[str, str]], peildatum: str) -> frozenset[int]:
    """Return the numbers of the entries of which the state with this reference date cannot say that they are gone.

    Args:
        bekend: The file with the entries.
        open_: Code and plan ('' for any) of the judgements that could not be given.
        peildatum: Reference date of the state.
    """
    return frozenset(
        number
        for number, entry in enumerate(bekend.bevindingen if bekend else ())
        if entry.peildatum in (None, peildatum)
        and ((entry.regel, entry.plan or "") in open_ or (entry.regel, "") in open_)
    )


def stale(
    bekend: Bekendbestand | None,
    invoer: Invoer | None,
    used: Collection[int],
    rules: Collection[str],
    judged: Collection[str],
    states: Collection[str] | None,
) -> Iterator[Diagnostic]:
    """Yield the entries that accept nothing.

    Args:
        bekend: The file with the entries.
        invoer: Where they stand.
        used: Numbers of the entries that accepted something, or of which that could not be judged.
        rules: Codes of all rules.
        judged: Codes of the rules that ran; about the others nothing can be said.
        states: Reference dates of the states that were checked when there may be others; None when all were.
    """
    for number, entry in enumerate(bekend.bevindingen if bekend else ()):
        code, what = entry.regel, ""
        if code.strip().upper() not in rules:
            what = f"regel {quote(code)} bestaat niet"
        elif number not in used and code in judged and (states is None or entry.peildatum in states):
            about = f" bij plan {quote(entry.plan)}" if entry.plan else ""
            what = f"{code}{about} komt niet (meer) voor"
        if what:
            place = invoer.positions.place(("bevindingen", number, "regel")) if invoer else None
            hint = "Haal de regel weg, of verbeter code, plan of peildatum."
            yield WP503.at(place, f"bekende bevinding: {what}", hint)
