"""WP504: a figure of which nobody can say where it comes from."""

from __future__ import annotations

from collections.abc import Iterator

from woonplan.checks.rule import Example, Outcome, Record, Rule, Subject
from woonplan.diagnostics import Diagnostic, quote
from woonplan.model.plan import Plan
from woonplan.model.source import Herkomst

OPEN_OVER = frozenset({Herkomst.FICTIEF, Herkomst.AANNAME})
"""Figures that say themselves that no document gives them."""

_NUMBERS = (
    "woningen",
    "woningen_min",
    "woningen_max",
    "restant",
    "gerealiseerd",
    "sloop",
    "sloop_gerealiseerd",
    "oplevering",
    "sloop_jaar",
    "verdeling",
    "studentenwoningen",
    "woningtype",
    "betaalbaarheid",
    "zorg",
    "flex",
)


def check(subject: Subject) -> Iterator[Outcome]:
    """Yield records with a number, and control totals, that name no document and stand in a file that names none."""
    if subject.dataset.fictief:
        return
    hint = (
        "Voeg 'bron: ...' toe (een id uit 'bronnen' in gemeenten.yaml) met de 'vindplaats', hier of bovenaan het "
        "bestand."
    )
    for deel in subject.dataset.stand.delen:
        inhoud = deel.inhoud
        if inhoud.bron is not None:
            continue
        for index, plan in enumerate(inhoud.plannen):
            if plan.bron is None and (plan.herkomst or inhoud.herkomst) not in OPEN_OVER:
                key = _number(plan)
                if key is not None:
                    yield RULE.finding(Record(deel, index, plan), f"{key} zonder bron", hint, key, key=True)
        for i, controle in enumerate(inhoud.controle):
            if controle.bron is None and (controle.herkomst or inhoud.herkomst) not in OPEN_OVER:
                place = deel.invoer.positions.place(("controle", i, "woningen"), key=True)
                message = f"controletotaal {quote(controle.id)}: woningen zonder bron"
                yield Diagnostic(RULE.code, message, place, hint, RULE.severity)


def _number(plan: Plan) -> str | None:
    return next((key for key in _NUMBERS if getattr(plan, key) is not None), None)


_HEAD = (
    "versie: 1\npeildatum: 2024-01-01\nplannen:\n  - id: kade\n    naam: Kade\n    gemeente: Borne\n    woningen: 50\n"
)

RULE = Rule(
    code="WP504",
    naam="getal zonder bron",
    wat=(
        "Meldt een record met een aantal, en een controletotaal, waarvoor het record zelf noch het bestand een 'bron' "
        "noemt. 'herkomst: aanname' en 'herkomst: fictief' zeggen zelf dat er geen document is en worden niet gemeld; "
        "in een verzonnen register ('fictief: true') ook niets. Geldt ook voor verzamelposten en bij 'telt_mee: "
        "false'."
    ),
    waarom="Een getal zonder bron kan niemand nagaan, en bij een verschil niet uitleggen.",
    oplossing="Zet het document bij 'bronnen' in gemeenten.yaml en verwijs ernaar, per record of bovenaan het bestand.",
    fout=Example(_HEAD, 7, 5),
    goed=Example(f"{_HEAD}    bron: nota\n    vindplaats: tabel 2\n"),
    check=check,
)
