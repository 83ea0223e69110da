"""WP402: a key project or key area for acceleration with fewer homes than the agreed minimum."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from woonplan.checks.judging import WOONAGENDA, agreed, each, not_agreed
from woonplan.checks.rule import Example, Outcome, Record, Rule, Subject, Undecided
from woonplan.diagnostics import Severity, quote
from woonplan.model.agenda import Eenheid
from woonplan.model.number import Number, between, total
from woonplan.model.plan import Plan
from woonplan.model.restant import restant
from woonplan.model.vocabulary import Doel, Sleutelsoort, Soort

PARAMETER = "sleutelproject-versnelling-minimum"

_OPEN = between(0, None)


@dataclass(slots=True)
class _Unit:
    """What the minimum holds for: a project, or the projects of a key area together."""

    name: str
    parts: list[tuple[Record, Number]] = field(default_factory=list)
    missing: str = "aantal woningen"


def check(subject: Subject) -> Iterator[Outcome]:
    """Yield the units below the minimum, and those that may be above it by what is not known."""
    minimum = agreed(subject, PARAMETER, Eenheid.WONINGEN)
    for unit in _units(subject):
        if minimum is None:
            yield not_agreed(RULE.code, PARAMETER, *(record for record, _ in unit.parts))
            continue
        homes = total(part for _, part in unit.parts)
        low, high = homes.low or 0, homes.high
        if low >= minimum.breuk:
            continue
        if high is None or high >= minimum.breuk or homes.unknown:
            yield Undecided(RULE.code, unit.missing, tuple(record.plan.id for record, _ in unit.parts))
            continue
        record = unit.parts[0][0]
        number = f"{high}" if low == high else f"{low} tot {high}"
        circa = "circa " if homes.circa else ""
        message = (
            f"{unit.name} heeft {circa}{number} woningen; bij versnelling is het minimum {minimum.waarde} per "
            f"{_per(record)}"
        )
        hint = "Controleer het aantal; houdt het project een kern of centrum vitaal, zet dan 'doel: vitaliteit'."
        path = next(
            (key for key in ("woningen", "woningen_max", "restant") if getattr(record.plan, key) is not None), ""
        )
        yield RULE.finding(record, message, hint, *([path] if path else []))


def _per(record: Record) -> str:
    words = {
        Sleutelsoort.STEDELIJK: "project",
        Sleutelsoort.RADIALEN: "gemeente",
        Sleutelsoort.THEMATISCH: "thema",
    }
    project = record.plan.sleutelproject
    return words[project.soort] if project else "project"


def _units(subject: Subject) -> Iterator[_Unit]:
    """Return the units in the order of their first record; an urban project is a unit of its own (r. 799-818)."""
    units: dict[tuple[str, ...], _Unit] = {}
    for record in each(subject, lambda plan: plan.sleutelproject is not None and plan.soort is Soort.PLAN):
        project = record.plan.sleutelproject
        if project is None or project.doel is Doel.VITALITEIT:
            continue
        homes = _homes(record.plan)
        if project.soort is Sleutelsoort.STEDELIJK:
            units[(project.soort, record.plan.id)] = _Unit("het sleutelproject", [(record, homes)])
        elif project.soort is Sleutelsoort.RADIALEN:
            gemeenten = subject.dataset.gemeenten_of(record.plan)
            for gemeente in gemeenten or ("",):
                unit = units.setdefault(
                    (project.soort, gemeente), _Unit(f"het sleutelgebied langs de radialen in {gemeente}")
                )
                # Which part of a plan in several municipalities is in this one is not known.
                share = homes if len(gemeenten) == 1 else homes.bounded(0, homes.high)
                unit.parts.append((record, share))
                unit.missing = unit.missing if gemeente else "gemeente van een sleutelproject"
        else:
            thema = project.thema or ""
            unit = units.setdefault((project.soort, thema.casefold()), _Unit(f"het sleutelgebied {quote(thema)}"))
            # Without a purpose a thematic project may be meant to keep a centre vital, and count for nothing here.
            unit.parts.append((record, homes if project.doel else _OPEN))
            if not project.doel:
                unit.missing = "doel van een sleutelproject"
            elif not thema:
                unit.missing = "thema van een sleutelproject"
                unit.parts.append((record, _OPEN))
    yield from units.values()


def _homes(plan: Plan) -> Number:
    """Return all homes of a plan, delivered ones as well: what the key project yields."""
    number = plan.number()
    if number is not None:
        return number.clipped()
    left = restant(plan)
    # A source that tells only what is left does not tell what was delivered before.
    return left.bounded(left.low, None)


RULE = Rule(
    code="WP402",
    naam="sleutelproject onder het minimum",
    wat=(
        "Meldt een sleutelproject of sleutelgebied voor versnelling met minder woningen dan is afgesproken (200). "
        "Geteld wordt per eenheid: elk stedelijk project apart, langs de radialen de som per gemeente, thematisch de "
        "som per thema. 'doel: vitaliteit' heeft geen minimum; zonder 'doel' gelden stedelijk en radialen als "
        "versnelling, zoals hun naam zegt. Wat niet bekend is maakt de eenheid niet te beoordelen, tenzij het bekende "
        "deel al genoeg is. Verzamelposten blijven buiten beschouwing; records met 'telt_mee: false' worden wel "
        "beoordeeld."
    ),
    waarom=(
        "De status van sleutelproject geeft voorrang bij hulp en geld; die is bedoeld voor projecten met genoeg "
        "omvang. De Woonagenda noemt zelf een uitbreiding van 30 woningen in Haarle."
    ),
    oplossing=(
        "Controleer het aantal woningen en of alle projecten van het gebied zijn ingevuld. Gaat het om een vitale kern "
        "of een vitaal centrum, zet dan 'doel: vitaliteit'."
    ),
    fout=Example(
        "  - id: kern-oost\n"
        "    naam: Kern oost\n"
        "    gemeente: Borne\n"
        "    woningen: 30\n"
        "    sleutelproject:\n"
        "      soort: radialen\n"
        "      doel: versnelling\n",
        4,
        15,
    ),
    goed=Example(
        "  - id: kern-oost\n"
        "    naam: Kern oost\n"
        "    gemeente: Borne\n"
        "    woningen: 30\n"
        "    sleutelproject:\n"
        "      soort: radialen\n"
        "      doel: versnelling\n"
        "  - id: stationsgebied\n"
        "    naam: Stationsgebied\n"
        "    gemeente: Borne\n"
        "    woningen: 170\n"
        "    sleutelproject:\n"
        "      soort: radialen\n"
        "      doel: versnelling\n"
    ),
    bron=f"{WOONAGENDA}, par. 4.1 (r. 783-793, minimum; r. 799-818, eenheid; r. 948-949, Haarle)",
    severity=Severity.WAARSCHUWING,
    check=check,
)
