"""WP413: an environment that is not in the vocabulary of the register."""

from __future__ import annotations

from collections.abc import Iterator

from woonplan.checks.judging import WOONAGENDA, each
from woonplan.checks.rule import Example, Outcome, Rule, Subject
from woonplan.diagnostics import Severity, quote


def check(subject: Subject) -> Iterator[Outcome]:
    """Yield values of `woonmilieu` outside the list in `gemeenten.yaml`."""
    listed = subject.dataset.gebied.woonmilieus
    known = {name.casefold() for name in listed}
    for record in each(subject, lambda plan: plan.woonmilieu is not None):
        woonmilieu = record.plan.woonmilieu or ""
        if not known:
            yield RULE.undecided(record, "lijst 'woonmilieus' in gemeenten.yaml")
        elif woonmilieu.casefold() not in known:
            some = ", ".join(listed[:8]) + (", ..." if len(listed) > 8 else "")
            message = f"woonmilieu {quote(woonmilieu)} staat niet in de lijst van dit register"
            yield RULE.finding(record, message, f"Kies uit: {some}.", "woonmilieu")


RULE = Rule(
    code="WP413",
    naam="woonmilieu niet in de lijst",
    wat=(
        "Meldt een woonmilieu dat niet in de lijst 'woonmilieus' van gemeenten.yaml staat, zonder op hoofdletters te "
        "letten. Heeft het register geen lijst, dan is een ingevuld woonmilieu niet te beoordelen. Geldt ook voor "
        "verzamelposten en voor records met 'telt_mee: false'."
    ),
    waarom=(
        "Vergelijken tussen gemeenten kan alleen met dezelfde woorden. De drie opsommingen in de Woonagenda "
        "verschillen onderling en de figuur die ze vastlegt ontbreekt in de tekst, dus de lijst is een keuze van het "
        "register."
    ),
    oplossing="Kies een woord uit de lijst, of vul de lijst aan.",
    fout=Example(
        "  - id: boomgaard\n    naam: Boomgaard\n    gemeente: Borne\n    woonmilieu: dorpser\n",
        4,
        17,
    ),
    goed=Example("  - id: boomgaard\n    naam: Boomgaard\n    gemeente: Borne\n    woonmilieu: dorps\n"),
    bron=f"{WOONAGENDA}, par. 4.2 (r. 1088-1097); opsommingen r. 403-404, 741-742 en 754-757",
    severity=Severity.WAARSCHUWING,
    check=check,
)
