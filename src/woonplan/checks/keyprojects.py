"""Key projects: whether they are large enough, and whether there are as many as agreed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from woonplan.checks.judging import agreed, each, not_agreed, single
from woonplan.checks.subject import Check, Outcome, Record, Subject
from woonplan.diagnostics import Severity, quote
from woonplan.model.base import folded
from woonplan.model.number import Number, between, total
from woonplan.model.parameter import Eenheid
from woonplan.model.plan import Plan, Sleutelproject
from woonplan.model.restant import restant
from woonplan.model.vocabulary import Doel, Sleutelsoort
from woonplan.numerals import amount
from woonplan.rule import Example, plan_text

PARAMETER = "sleutelproject-versnelling-minimum"

_OPEN = between(0, None)


@dataclass(slots=True)
class _Measured:
    """What the minimum holds for: a project, or the projects of a key area together."""

    name: str
    per: str
    """What there is one of for every unit."""
    parts: list[tuple[Record, Number]] = field(default_factory=list)
    missing: str = "aantal woningen"


def _too_small(subject: Subject) -> Iterator[Outcome]:
    """Yield the units below the minimum, and those that may be above it by what is not known."""
    minimum = agreed(subject, PARAMETER, Eenheid.WONINGEN)
    for unit in _units(subject):
        records = [record for record, _ in unit.parts]
        if minimum is None:
            yield not_agreed(WP402, PARAMETER, *records)
            continue
        homes = total(part for _, part in unit.parts)
        low, high = homes.low or 0, homes.high
        if low >= minimum.breuk:
            continue
        if high is None or high >= minimum.breuk or homes.unknown:
            yield WP402.undecided(unit.missing, *records)
            continue
        number = f"{high}" if low == high else f"{low} tot {high}"
        circa = "circa " if homes.circa else ""
        message = (
            f"{unit.name} heeft {circa}{number} woningen; bij versnelling is het minimum {minimum.waarde} per "
            f"{unit.per}"
        )
        given = [key for key in ("woningen", "woningen_max", "restant") if getattr(records[0].plan, key) is not None]
        yield WP402.finding(records[0], message, *given[:1])


def _projects(subject: Subject) -> Iterator[tuple[Record, Sleutelproject]]:
    """Yield the plans that are a key project, or part of a key area."""
    for record in each(subject, lambda plan: plan.sleutelproject is not None and single(plan)):
        if project := record.plan.sleutelproject:
            yield record, project


def _units(subject: Subject) -> Iterable[_Measured]:
    """Return the units in the order of their first record; an urban project is a unit of its own."""
    units: dict[tuple[str, ...], _Measured] = {}
    for record, project in _projects(subject):
        if project.doel is Doel.VITALITEIT:
            continue
        homes = _homes(record.plan)
        if project.soort is Sleutelsoort.STEDELIJK:
            units[(project.soort, record.plan.id)] = _Measured("het sleutelproject", "project", [(record, homes)])
        elif project.soort is Sleutelsoort.RADIALEN:
            gemeenten = subject.dataset.gemeenten_of(record.plan)
            for gemeente in gemeenten or ("",):
                new = _Measured(f"het sleutelgebied langs de radialen in {gemeente}", "gemeente")
                unit = units.setdefault((project.soort, gemeente), new)
                # Which part of a plan in several municipalities is in this one is not known.
                share = homes if len(gemeenten) == 1 else homes.bounded(0, homes.high)
                unit.parts.append((record, share))
                unit.missing = unit.missing if gemeente else "gemeente van een sleutelproject"
        else:
            thema = project.thema or ""
            new = _Measured(f"het sleutelgebied {quote(thema)}", "thema")
            unit = units.setdefault((project.soort, thema.casefold()), new)
            # Without a purpose a thematic project may be meant to keep a centre vital, and count for nothing here.
            unit.parts.append((record, homes if project.doel else _OPEN))
            if not project.doel:
                unit.missing = "doel van een sleutelproject"
            elif not thema:
                unit.missing = "thema van een sleutelproject"
                unit.parts.append((record, _OPEN))
    return units.values()


def _homes(plan: Plan) -> Number:
    """Return all homes of a plan, delivered ones as well: what the key project yields."""
    number = plan.number()
    if number is not None:
        return number.clipped()
    left = restant(plan)
    # A source that tells only what is left does not tell what was delivered before.
    return left.bounded(left.low, None)


def _radial(name: str, homes: int) -> str:
    return plan_text(name, f"woningen: {homes}", "sleutelproject:", "  soort: radialen", "  doel: versnelling")


WP402 = Check(
    code="WP402",
    naam="sleutelproject onder het minimum",
    wat=(
        "Meldt een sleutelproject of sleutelgebied voor versnelling met minder woningen dan is afgesproken. "
        "Geteld wordt per eenheid: elk stedelijk project apart, langs de radialen de som per gemeente, thematisch de "
        "som per thema. 'doel: vitaliteit' heeft geen minimum; zonder 'doel' gelden stedelijk en radialen als "
        "versnelling, zoals hun naam zegt. Wat niet bekend is maakt de eenheid niet te beoordelen, tenzij het bekende "
        "deel al genoeg is. Verzamelposten blijven buiten beschouwing; plannen met 'telt_mee: false' worden wel "
        "beoordeeld."
    ),
    waarom=(
        "De status van sleutelproject geeft voorrang bij hulp en geld; die is bedoeld voor projecten met genoeg omvang."
    ),
    oplossing=(
        "Controleer het aantal woningen en of alle projecten van het gebied zijn ingevuld. Gaat het om een vitale kern "
        "of een vitaal centrum, zet dan 'doel: vitaliteit'."
    ),
    hint="Controleer het aantal; houdt het project een kern of centrum vitaal, zet dan 'doel: vitaliteit'.",
    fout=Example(_radial("kern-oost", 30), 4, 15),
    goed=Example(_radial("kern-oost", 30) + _radial("stationsgebied", 170)),
    afspraken=(PARAMETER,),
    severity=Severity.WAARSCHUWING,
    find=_too_small,
)
"""A key project or key area for acceleration with fewer homes than the agreed minimum."""

MINIMUM = "sleutelprojecten-per-regio-minimum"

MAXIMUM = "sleutelprojecten-per-regio-maximum"


def _too_few_or_many(subject: Subject) -> Iterator[Outcome]:
    """Yield one finding when the number of urban key projects is outside the agreed range."""
    projects = list(_projects(subject))
    if not projects:
        yield WP403.undecided("sleutelprojecten van de regio")
        return
    lowest, highest = (agreed(subject, name, Eenheid.PROJECTEN) for name in (MINIMUM, MAXIMUM))
    if lowest is None or highest is None:
        yield not_agreed(WP403, MINIMUM if lowest is None else MAXIMUM)
        return
    urban = [record for record, project in projects if project.soort is Sleutelsoort.STEDELIJK]
    if lowest.breuk <= len(urban) <= highest.breuk:
        return
    if len(urban) < lowest.breuk and any(
        standdeel.inhoud.volledig is False or standdeel.inhoud.onvolledig for standdeel in subject.dataset.stand.delen
    ):
        yield WP403.undecided("sleutelprojecten buiten dit register ('volledig: false')")
        return
    record = urban[highest.waarde] if len(urban) > highest.breuk else projects[0][0]
    number = amount(len(urban), "stedelijk sleutelproject", "stedelijke sleutelprojecten")
    message = (
        f"de regio heeft {number}; afgesproken is {lowest.waarde} tot "
        f"{highest.waarde}. Sleutelgebieden zijn niet meegeteld ({_areas(subject, projects)})"
    )
    yield WP403.finding(record, message, "sleutelproject")


def _areas(subject: Subject, projects: list[tuple[Record, Sleutelproject]]) -> str:
    along = [record.plan for record, project in projects if project.soort is Sleutelsoort.RADIALEN]
    radial = {gemeente for plan in along for gemeente in subject.dataset.gemeenten_of(plan)}
    themes = {(p.thema or "").casefold() for _, p in projects if p.soort is Sleutelsoort.THEMATISCH}
    return f"{len(radial)} langs de radialen, {len(themes)} thematisch"


def _near(name: str, names: Iterable[str]) -> str:
    return next((f"Bedoelt u {quote(one)}?" for one in names if folded(one) == folded(name)), "")


def _not_designated(subject: Subject) -> Iterator[Outcome]:
    """Yield plans that name a designated project which is not there, or call it something else than the agreement."""
    listed = {project.id: project for project in subject.agenda.sleutelprojecten} if subject.agenda else {}
    if not listed:
        return
    for record, project in _projects(subject):
        found = listed.get(project.id or record.plan.id)
        if project.id is not None and found is None:
            message = f"sleutelproject {quote(project.id)} is niet aangewezen"
            yield WP422.finding(record, message, "sleutelproject", "id", hint=_near(project.id, listed))
        elif found is not None and found.soort is not project.soort:
            message = f"de soort is {project.soort}, en in de afspraak is {quote(found.id)} {found.soort}"
            yield WP422.finding(record, message, "sleutelproject", "soort")


def _urban(number: int) -> str:
    return plan_text(f"project-{number}", "sleutelproject:", "  soort: stedelijk", gemeente="Enschede")


WP403 = Check(
    code="WP403",
    naam="aantal sleutelprojecten buiten de afspraak",
    wat=(
        "Telt de stedelijke sleutelprojecten van de regio, waarvan elk een sleutelproject is, en meldt minder of meer "
        "dan is afgesproken. Sleutelgebieden staan in de melding maar tellen niet mee. Zonder een enkel "
        "sleutelproject, of bij te weinig projecten in een bestand met 'volledig: false', is er niets te beoordelen. "
        "Verzamelposten blijven buiten beschouwing; plannen met 'telt_mee: false' tellen hier wel."
    ),
    waarom=(
        "De lijst hoort klein en gekozen te zijn. Of een sleutelgebied als een project telt, zegt een bron niet "
        "altijd. Daarom noemt de melding wat is geteld."
    ),
    oplossing="Controleer welke plannen 'sleutelproject' hebben en van welke soort, en kies de lijst in de regio.",
    hint=(
        "Controleer welke projecten sleutelproject zijn; of een sleutelgebied als een project telt, zegt de bron niet."
    ),
    fout=Example(_urban(1), 5, 7),
    goed=Example("".join(map(_urban, range(1, 6)))),
    afspraken=(MINIMUM, MAXIMUM),
    severity=Severity.WAARSCHUWING,
    find=_too_few_or_many,
)
"""Fewer or more key projects in the region than agreed."""


def _part(project: str) -> str:
    lines = ("sleutelproject:", f"  id: {project}", "  soort: stedelijk")
    return plan_text("kade-noord", *lines, gemeente="Enschede")


WP422 = Check(
    code="WP422",
    naam="sleutelproject niet aangewezen",
    wat=(
        "Meldt een plan dat bij 'sleutelproject' een 'id' noemt dat niet bij 'sleutelprojecten' in agenda.yaml staat, "
        "of dat een andere soort heeft dan het project daar. Zonder die lijst is er niets te beoordelen. In het "
        "voorbeeld staat daar het id kade."
    ),
    waarom="Een verkeerd id laat een aangewezen project zonder plan, en het plan zonder project.",
    oplossing="Verbeter het id of de soort, of zet het project bij 'sleutelprojecten' in agenda.yaml.",
    fout=Example(_part("kades"), 5, 11),
    goed=Example(_part("kade")),
    severity=Severity.WAARSCHUWING,
    find=_not_designated,
)
"""A plan that names a key project which was not designated."""
