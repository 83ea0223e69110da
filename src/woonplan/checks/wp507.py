"""WP507: a statement or housing stock without a source."""

from __future__ import annotations

from collections.abc import Iterator

from woonplan.checks.judging import gebied_place
from woonplan.checks.rule import Example, Outcome, Rule, Soort, Subject
from woonplan.checks.wp504 import OPEN_OVER
from woonplan.diagnostics import Diagnostic, Severity, quote

_HINT = "Voeg 'bron: ...' toe (een id uit 'bronnen') met de 'vindplaats', hier of bij het blok."


def check(subject: Subject) -> Iterator[Outcome]:
    """Yield statements, and stock figures of municipalities, that name no document and inherit none."""
    gebied = subject.dataset.gebied
    if gebied.fictief:
        return
    for i, opgave in enumerate(gebied.opgaven):
        for j, uitspraak in enumerate(opgave.uitspraken):
            herkomst = uitspraak.herkomst or opgave.herkomst
            if uitspraak.bron is None and opgave.bron is None and herkomst not in OPEN_OVER:
                place = gebied_place(subject, "opgaven", i, "uitspraken", j, "id")
                yield Diagnostic(RULE.code, f"uitspraak {quote(uitspraak.id)} zonder bron", place, _HINT, RULE.severity)
    block = gebied.voorraadbron
    if block is not None and (block.bron is not None or block.herkomst in OPEN_OVER):
        return
    for i, gemeente in enumerate(gebied.gemeenten):
        if gemeente.voorraad and gemeente.bron is None and gemeente.herkomst not in OPEN_OVER:
            place = gebied_place(subject, "gemeenten", i, "voorraad", key=True)
            message = f"woningvoorraad van gemeente {quote(gemeente.naam)} zonder bron"
            yield Diagnostic(RULE.code, message, place, _HINT, RULE.severity)


def _file(bron: str) -> str:
    return (
        "versie: 1\n"
        "regio: {naam: Twente, provincie: Overijssel}\n"
        "bronnen:\n"
        "  - {id: nota, titel: Nota wonen}\n"
        "opgaven:\n"
        "  - id: nota\n"
        "    naam: Nota wonen\n"
        "    standaard: true\n"
        "    tellingen:\n"
        "      - {id: tien, van: 2024-01-01, tot: 2034-01-01, standaard: true}\n"
        "    uitspraken:\n"
        "      - id: ambitie\n"
        "        soort: ambitie\n"
        "        gebruikt: true\n"
        "        regio: Twente\n"
        f"        woningen: 500\n{bron}"
        "gemeenten:\n"
        "  - {naam: Borne, code: GM0147}\n"
    )


RULE = Rule(
    code="WP507",
    naam="opgave of voorraad zonder bron",
    wat=(
        "Meldt een uitspraak waarvoor zij zelf noch haar opgave een 'bron' noemt, en de woningvoorraad van een "
        "gemeente zonder bron bij de gemeente of bij 'voorraadbron'. 'herkomst: aanname' en 'herkomst: fictief' "
        "worden niet gemeld; in een verzonnen register ('fictief: true') ook niets."
    ),
    waarom="Waar plannen tegen worden afgezet, moet net zo goed na te gaan zijn als de plannen zelf.",
    oplossing="Verwijs met 'bron' en 'vindplaats' naar het document, per uitspraak of voor het hele blok.",
    fout=Example(_file(""), 12, 13, Soort.GEMEENTEN),
    goed=Example(_file("        bron: nota\n        vindplaats: tabel 1\n"), file=Soort.GEMEENTEN),
    severity=Severity.WAARSCHUWING,
    check=check,
)
