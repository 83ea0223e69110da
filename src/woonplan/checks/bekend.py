"""What `bekend.yaml` accepts with a reason, a finding or a difference: it is counted, and it must still occur."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from woonplan.calc.number.figure import Figure, origin_of
from woonplan.diagnostics import Diagnostic, Place, Severity, quote
from woonplan.model.dataset import Dataset
from woonplan.model.stand import Invoer
from woonplan.rule import AMBITIE, Example, Rule, opgave_text

if TYPE_CHECKING:
    from woonplan.calc.audit.bekend import Reconciled
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
    hint="Haal de regel weg, of verbeter code, plan of peildatum.",
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


WP508 = Rule(
    code="WP508",
    naam="bekende afwijking zonder reden",
    wat="bekend.yaml accepteert bij 'bevindingen' een afwijking met een lege 'reden'.",
    waarom="Zonder reden weet niemand of de afwijking beoordeeld is, of alleen uit het zicht is gezet.",
    oplossing="Schrijf waarom de afwijking blijft, of los haar op en haal de regel weg.",
    fout=Example(
        "versie: 1\nbevindingen:\n  - {regel: WP308, plan: beekstraat, reden: ''}\n", 3, 45, file="bekend.yaml"
    ),
    goed=Example("versie: 1\nbevindingen: []\n", file="bekend.yaml"),
    severity=Severity.WAARSCHUWING,
)
"""An accepted finding without a reason."""


def without_reason(bekend: Bekendbestand | None, invoer: Invoer | None) -> Iterator[Diagnostic]:
    """Yield the entries that do not say why a finding is accepted."""
    for number, entry in enumerate(bekend.bevindingen if bekend else ()):
        if not entry.reden.strip():
            about = f" bij plan {quote(entry.plan)}" if entry.plan else ""
            place = invoer.positions.place(("bevindingen", number, "reden")) if invoer else None
            yield WP508.at(place, f"bekende bevinding: {entry.regel}{about} heeft geen reden")


class Settled(NamedTuple):
    """Findings of one register state, divided, and the numbers of the entries that were used."""

    open: tuple[Diagnostic, ...]
    bekend: tuple[Diagnostic, ...]
    used: frozenset[int]


def _entries(bekend: Bekendbestand | None, peildatum: str) -> Iterator[tuple[int, tuple[str, str]]]:
    """Yield the numbers of the entries for a state, each with its code and its plan ('' for none)."""
    for number, entry in enumerate(bekend.bevindingen if bekend else ()):
        if entry.peildatum in (None, peildatum):
            yield number, (entry.regel, entry.plan or "")


def settle(findings: Iterable[Diagnostic], bekend: Bekendbestand | None, peildatum: str) -> Settled:
    """Return which findings of the state with this reference date are accepted.

    An entry without a plan stands for the findings of its rule that are not about one plan: it never hides a new plan.
    """
    entries: dict[tuple[str, str], list[int]] = {}
    for number, about in _entries(bekend, peildatum):
        entries.setdefault(about, []).append(number)
    still: list[Diagnostic] = []
    accepted: list[Diagnostic] = []
    used: set[int] = set()
    for finding in findings:
        numbers = entries.get((finding.code, finding.subject))
        if numbers is None:
            still.append(finding)
        else:
            accepted.append(finding)
            used.update(numbers)
    return Settled(tuple(still), tuple(accepted), frozenset(used))


def unjudged(bekend: Bekendbestand | None, open_: Collection[tuple[str, str]], peildatum: str) -> frozenset[int]:
    """Return the numbers of the entries of which the state with this reference date cannot say that they are gone.

    Args:
        bekend: The file with the entries.
        open_: Code and plan ('' for any) of the judgements that could not be given.
        peildatum: Reference date of the state.
    """
    return frozenset(n for n, about in _entries(bekend, peildatum) if about in open_ or (about[0], "") in open_)


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
            yield WP503.at(place, f"bekende bevinding: {what}")


WP501 = Rule(
    code="WP501",
    naam="verschil in de bron niet verklaard",
    wat=(
        "'woonplan reconcile' vindt dat een uitspraak van de bron niet klopt met haar eigen cijfers, en bekend.yaml "
        "legt het verschil niet uit."
    ),
    waarom=(
        "Een bron die zichzelf tegenspreekt, geeft op dezelfde vraag twee antwoorden; een lezer moet weten welke van "
        "de twee is gebruikt."
    ),
    oplossing="Zoek de fout, of leg het verschil in bekend.yaml vast met id, aantallen, reden en datum.",
    fout=Example(
        opgave_text(AMBITIE, "{id: ambitie-nieuw, soort: ambitie, regio: Twente, woningen: 1200}"),
        14,
        9,
        file="gemeenten.yaml",
    ),
    goed=Example(
        opgave_text(AMBITIE, "{id: ambitie-nieuw, soort: ambitie, regio: Twente, woningen: 1000}"),
        file="gemeenten.yaml",
    ),
    severity=Severity.WAARSCHUWING,
)
"""A difference in the source that nobody explained."""

WP502 = Rule(
    code="WP502",
    naam="verklaring zonder verschil",
    wat="bekend.yaml legt een verschil uit dat er niet (meer) zo is.",
    waarom="Een verouderde verklaring zou een nieuw verschil met dezelfde naam kunnen verbergen.",
    oplossing="Haal de verklaring weg, of pas haar aan als het verschil veranderd is.",
    fout=Example(
        "versie: 1\nverschillen:\n  - {id: ambitie.weg, ondergrens: 200, reden: Oude telling, datum: 2024-01-15}\n",
        3,
        5,
        file="bekend.yaml",
    ),
    goed=Example("versie: 1\nverschillen: []\n", file="bekend.yaml"),
    severity=Severity.WAARSCHUWING,
)
"""An explanation of a difference that is gone."""


def audit_findings(dataset: Dataset, result: Reconciled, invoer: Invoer | None) -> list[Diagnostic]:
    """Return differences without an explanation, and explanations without a difference."""
    # Rules are listed where nothing is reconciled, and that costs the models of a file that most registers lack.
    from woonplan.calc.audit.bekend import one

    findings = []
    for explained in result.unexplained:
        comparison = explained.comparison
        numbers = [
            f"{name}: {number}"
            for end, name in enumerate(("ondergrens", "bovengrens"))
            if (number := one(comparison.difference(end))) is not None
        ]
        message = f"vergelijking {quote(comparison.id)}: {comparison.oordeel}, niet verklaard"
        written = ", ".join((f"id {comparison.id}", *numbers, "een reden en een datum"))
        hint = f"Zoek de fout, of leg het verschil vast in bekend.yaml met {written}."
        findings.append(WP501.at(_place(dataset, comparison.bron), message, hint))
    for index, entry in result.stale:
        place = invoer.positions.place(("verschillen", index)) if invoer else None
        message = f"verschil {quote(entry.id)} komt niet (meer) zo voor"
        findings.append(WP502.at(place, message))
    return findings


def _place(dataset: Dataset, figure: Figure) -> Place | None:
    origin = origin_of(figure)
    invoer = next((i for i in dataset.invoer if origin and i.bestand == origin.file), None)
    return invoer.positions.place(origin.path) if invoer and origin else None
