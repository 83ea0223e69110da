"""WP403: fewer or more key projects in the region than agreed."""

from __future__ import annotations

from collections.abc import Iterator

from woonplan.checks.judging import WOONAGENDA, agreed, each, not_agreed
from woonplan.checks.rule import Example, Outcome, Record, Rule, Subject, Undecided
from woonplan.diagnostics import Severity
from woonplan.model.agenda import Eenheid
from woonplan.model.vocabulary import Sleutelsoort, Soort

MINIMUM = "sleutelprojecten-per-regio-minimum"
MAXIMUM = "sleutelprojecten-per-regio-maximum"


def check(subject: Subject) -> Iterator[Outcome]:
    """Yield one finding when the number of urban key projects is outside the agreed range."""
    records = list(each(subject, lambda plan: plan.sleutelproject is not None and plan.soort is Soort.PLAN))
    if not records:
        yield Undecided(RULE.code, "sleutelprojecten van de regio")
        return
    lowest, highest = (agreed(subject, name, Eenheid.PROJECTEN) for name in (MINIMUM, MAXIMUM))
    if lowest is None or highest is None:
        yield not_agreed(RULE.code, MINIMUM if lowest is None else MAXIMUM)
        return
    urban = [r for r in records if r.plan.sleutelproject and r.plan.sleutelproject.soort is Sleutelsoort.STEDELIJK]
    if lowest.breuk <= len(urban) <= highest.breuk:
        return
    if len(urban) < lowest.breuk and any(deel.inhoud.volledig is False for deel in subject.dataset.stand.delen):
        yield Undecided(RULE.code, "sleutelprojecten buiten dit register ('volledig: false')")
        return
    record = urban[highest.waarde] if len(urban) > highest.breuk else records[0]
    number = "1 stedelijk sleutelproject" if len(urban) == 1 else f"{len(urban)} stedelijke sleutelprojecten"
    message = (
        f"de regio heeft {number}; afgesproken is {lowest.waarde} tot "
        f"{highest.waarde}. Sleutelgebieden zijn niet meegeteld ({_areas(subject, records)})"
    )
    hint = (
        "Controleer welke projecten sleutelproject zijn; of een sleutelgebied als een project telt, zegt de bron niet."
    )
    yield RULE.finding(record, message, hint, "sleutelproject")


def _areas(subject: Subject, records: list[Record]) -> str:
    radial: set[str] = set()
    themes: set[str] = set()
    for record in records:
        project = record.plan.sleutelproject
        if project and project.soort is Sleutelsoort.RADIALEN:
            radial.update(subject.dataset.gemeenten_of(record.plan))
        elif project and project.soort is Sleutelsoort.THEMATISCH:
            themes.add((project.thema or "").casefold())
    return f"{len(radial)} langs de radialen, {len(themes)} thematisch"


def _project(number: int) -> str:
    return (
        f"  - id: project-{number}\n"
        f"    naam: Project {number}\n"
        "    gemeente: Enschede\n"
        "    sleutelproject:\n"
        "      soort: stedelijk\n"
    )


RULE = Rule(
    code="WP403",
    naam="aantal sleutelprojecten buiten de afspraak",
    wat=(
        "Telt de stedelijke sleutelprojecten van de regio, waarvan elk een sleutelproject is, en meldt minder of meer "
        "dan is afgesproken (5 tot 10). Sleutelgebieden staan in de melding maar tellen niet mee. Zonder een enkel "
        "sleutelproject, of bij te weinig projecten in een bestand met 'volledig: false', is er niets te beoordelen. "
        "Verzamelposten blijven buiten beschouwing; records met 'telt_mee: false' tellen hier wel."
    ),
    waarom=(
        "De bouwsteen is een kleine, gekozen lijst. Of een sleutelgebied als een project telt, zegt de tekst niet: "
        "tien stedelijke projecten passen, met de gebieden erbij of met alle 38 regels van de lijst niet. Daarom "
        "noemt de melding wat is geteld."
    ),
    oplossing="Controleer welke plannen 'sleutelproject' hebben en van welke soort, en kies de lijst in de regio.",
    fout=Example(_project(1), 5, 7),
    goed=Example("".join(_project(number) for number in range(1, 6))),
    bron=f"{WOONAGENDA}, par. 2.2 (r. 292-294); par. 4.1 (r. 799-818)",
    severity=Severity.WAARSCHUWING,
    check=check,
)
