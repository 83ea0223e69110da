"""What `reconcile` reports of the source: differences that nobody explained, and explanations of none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from woonplan.calc.number.figure import Figure, origin_of
from woonplan.diagnostics import Diagnostic, Place, Severity, quote
from woonplan.model.dataset import Dataset
from woonplan.model.stand import Invoer
from woonplan.rule import AMBITIE, Example, Rule, opgave_text

if TYPE_CHECKING:
    from woonplan.calc.audit.known import Reconciled

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
    from woonplan.calc.audit.known import one

    findings = []
    for explained in result.unexplained:
        comparison = explained.comparison
        low, high = (one(comparison.difference(end)) for end in (0, 1))
        pairs = (("ondergrens", low), ("bovengrens", high))
        numbers = ", ".join(f"{name}: {number}" for name, number in pairs if number is not None)
        message = f"vergelijking {quote(comparison.id)}: {comparison.oordeel}, niet verklaard"
        hint = f"Zoek de fout, of leg het verschil vast in bekend.yaml met id {comparison.id}"
        hint = f"{hint}, {numbers}, een reden en een datum." if numbers else f"{hint}, een reden en een datum."
        findings.append(WP501.at(_place(dataset, comparison.bron), message, hint))
    for index, entry in result.stale:
        place = invoer.positions.place(("verschillen", index)) if invoer else None
        message = f"verschil {quote(entry.id)} komt niet (meer) zo voor"
        findings.append(
            WP502.at(place, message, "Haal de verklaring weg, of pas haar aan als het verschil veranderd is.")
        )
    return findings


def _place(dataset: Dataset, figure: Figure) -> Place | None:
    origin = origin_of(figure)
    invoer = next((i for i in dataset.invoer if origin and i.bestand == origin.file), None)
    return invoer.positions.place(origin.path) if invoer and origin else None
