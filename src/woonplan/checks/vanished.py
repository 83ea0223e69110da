"""Rule on what is gone: a plan that stood in an earlier state may lapse, but it may not disappear."""

from __future__ import annotations

from collections.abc import Iterator

from woonplan.checks.subject import Check, Outcome, Subject
from woonplan.diagnostics import Severity, quote
from woonplan.rule import situation


def _vanished(subject: Subject) -> Iterator[Outcome]:
    if subject.eerder is None:
        return
    # Only who gives an earlier state needs these.
    from woonplan.calc.diff.kinds import Wijziging
    from woonplan.calc.diff.pairs import pair
    from woonplan.calc.view import View

    place = subject.dataset.stand.delen[0].invoer.positions.place(("plannen",), key=True)
    for paar in pair(View(subject.eerder).records, View(subject.dataset).records):
        if paar.soort is Wijziging.VERDWENEN:
            named, stood = quote(paar.record.plan.naam), subject.eerder.stand.place(paar.id)
            yield WP515.at(place, f"{named} stond er eerder ({stood}) en is er niet meer", plan=paar.id)


WP515 = Check(
    code="WP515",
    naam="plan verdwenen zonder reden",
    wat=(
        "Een plan dat in een eerdere stand stond (check --tegen), staat niet meer in het register, terwijl het niet "
        "was opgeleverd, en geen ander plan zegt dat het dit was. Zonder --tegen beoordeelt deze regel niets."
    ),
    waarom=(
        "Of een plan is vervallen, gebouwd of opgegaan in een ander plan, is dan niet meer te volgen, en het verschil "
        "in de totalen niet meer te verklaren."
    ),
    oplossing=(
        "Zet het plan terug met 'telt_mee: false', 'vervallen: datum' en 'reden'. Heeft het een ander id gekregen, "
        "schrijf dan 'was: oude-id' bij het plan dat het nu is; is het opgegaan in een ander plan, noem het daar bij "
        "'samengevoegd_uit'."
    ),
    fout=situation("In de stand van vorig jaar staat plan beekweg; in die van nu niet meer."),
    goed=situation("Plan beekweg staat er nog, met 'telt_mee: false', 'vervallen: 2024-05-01' en een reden."),
    severity=Severity.WAARSCHUWING,
    find=_vanished,
)
"""A plan that was there and is gone."""
