"""WP505: an invented figure among real ones."""

from __future__ import annotations

from collections.abc import Iterator

from woonplan.checks.judging import each, gebied_place
from woonplan.checks.rule import Example, Outcome, Rule, Subject
from woonplan.diagnostics import Diagnostic, Place, quote
from woonplan.model.source import Herkomst


def check(subject: Subject) -> Iterator[Outcome]:
    """Yield everything that is marked as invented in a register that is not."""
    if subject.dataset.fictief:
        return
    for record in each(subject, lambda plan: plan.herkomst is Herkomst.FICTIEF):
        message = "het cijfer is verzonnen, maar het register is dat niet"
        yield RULE.finding(record, message, _HINT, "herkomst")
    for deel in subject.dataset.stand.delen:
        if deel.inhoud.herkomst is Herkomst.FICTIEF:
            yield _finding(
                "het bestand is verzonnen, maar het register is dat niet", deel.invoer.positions.place(("herkomst",))
            )
        for i, controle in enumerate(deel.inhoud.controle):
            if controle.herkomst is Herkomst.FICTIEF:
                what = f"controletotaal {quote(controle.id)} is verzonnen, maar het register is dat niet"
                yield _finding(what, deel.invoer.positions.place(("controle", i, "herkomst")))
    yield from _gebied(subject)


def _gebied(subject: Subject) -> Iterator[Diagnostic]:
    gebied = subject.dataset.gebied
    for i, opgave in enumerate(gebied.opgaven):
        if opgave.herkomst is Herkomst.FICTIEF:
            what = f"opgave {quote(opgave.id)} is verzonnen, maar het register is dat niet"
            yield _finding(what, gebied_place(subject, "opgaven", i, "herkomst"))
        for j, uitspraak in enumerate(opgave.uitspraken):
            if uitspraak.herkomst is Herkomst.FICTIEF:
                what = f"uitspraak {quote(uitspraak.id)} is verzonnen, maar het register is dat niet"
                yield _finding(what, gebied_place(subject, "opgaven", i, "uitspraken", j, "herkomst"))
    if gebied.voorraadbron is not None and gebied.voorraadbron.herkomst is Herkomst.FICTIEF:
        what = "de woningvoorraad is verzonnen, maar het register is dat niet"
        yield _finding(what, gebied_place(subject, "voorraadbron", "herkomst"))
    for i, gemeente in enumerate(gebied.gemeenten):
        if gemeente.herkomst is Herkomst.FICTIEF:
            what = f"gemeente {quote(gemeente.naam)} is verzonnen, maar het register is dat niet"
            yield _finding(what, gebied_place(subject, "gemeenten", i, "herkomst"))


def _finding(message: str, place: Place) -> Diagnostic:
    return Diagnostic(RULE.code, message, place, _HINT, RULE.severity)


_HINT = "Haal het weg, of zet 'fictief: true' in gemeenten.yaml als het hele register een voorbeeld is."
_PLAN = "  - id: voorbeeldstraat\n    naam: Voorbeeldstraat\n    gemeente: Borne\n    woningen: 50\n"

RULE = Rule(
    code="WP505",
    naam="verzonnen cijfer in een echt register",
    wat=(
        "Meldt 'herkomst: fictief' bij een record, bestand, controletotaal, uitspraak of gemeente in een register "
        "zonder 'fictief: true'. Geldt ook voor verzamelposten en bij 'telt_mee: false'."
    ),
    waarom="Een verzonnen cijfer tussen echte komt ongemerkt in een som, en daarmee in een raadsstuk.",
    oplossing=(
        "Haal het voorbeeld weg, of zet 'fictief: true' in gemeenten.yaml als het hele register een voorbeeld is."
    ),
    fout=Example(f"{_PLAN}    herkomst: fictief\n", 5, 15),
    goed=Example(f"{_PLAN}    herkomst: opgave_gemeente\n"),
    check=check,
)
