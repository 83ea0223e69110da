"""The numbers of one record or statement: bounds, what was delivered, what is left, and what is demolished."""

from __future__ import annotations

from collections.abc import Iterator

from woonplan.diagnostics import Diagnostic, quote
from woonplan.load.context import Entry, PlanRow, statements
from woonplan.load.sums.divisions import division, splits
from woonplan.load.sums.phasing import demolition_counted, homes_counted, phasing
from woonplan.model.gemeente import Gemeentenbestand
from woonplan.model.number import Number, Precisie, exactly
from woonplan.model.source import Hoeveelheid
from woonplan.model.split import SPLITS
from woonplan.model.stand import Positions
from woonplan.model.vocabulary import SoortAantal
from woonplan.rule import Example, Rule, plan_text

WP303 = Rule(
    code="WP303",
    naam="meer gerealiseerd dan woningen",
    wat="'gerealiseerd' is meer dan het aantal woningen van het plan. Is dat 'circa', dan mag het de marge meer zijn.",
    waarom="Het restant zou onder nul komen en andere plannen wegstrepen.",
    oplossing="Verbeter een van de twee; is het plan groter geworden, pas dan 'woningen' aan.",
    hint="Verbeter een van de twee.",
    fout=Example(plan_text("beekstraat", "woningen: 30", "gerealiseerd: 31"), 5, 19),
    goed=Example(plan_text("beekstraat", "woningen: 30", "gerealiseerd: 30")),
)
"""More delivered than the plan has."""

WP304 = Rule(
    code="WP304",
    naam="restant klopt niet",
    wat="'restant' is niet woningen min gerealiseerd, is meer dan woningen, of staat bij gerealiseerd zonder woningen.",
    waarom="Het restant is wat nog meetelt voor de opgave; twee verschillende antwoorden maken de balans willekeurig.",
    oplossing=(
        "Geef woningen en gerealiseerd, dan volgt het restant. Geef alleen 'restant' als de bron niets anders geeft."
    ),
    hint="Verbeter een van de twee.",
    fout=Example(plan_text("beekstraat", "woningen: 30", "gerealiseerd: 10", "restant: 21"), 6, 14),
    goed=Example(plan_text("beekstraat", "woningen: 30", "gerealiseerd: 10")),
)
"""A remainder that does not follow."""

WP314 = Rule(
    code="WP314",
    naam="meer gesloopt dan sloop",
    wat="'sloop_gerealiseerd' of 'sloop_restant' is meer dan 'sloop', of de twee kloppen samen niet met 'sloop'.",
    waarom="Wat nog te slopen is zou onder nul komen.",
    oplossing="Verbeter een van de twee.",
    fout=Example(plan_text("beekstraat", "sloop: 3", "sloop_gerealiseerd: 4"), 5, 25),
    goed=Example(plan_text("beekstraat", "sloop: 4", "sloop_gerealiseerd: 4")),
)
"""More demolished than planned."""

WP315 = Rule(
    code="WP315",
    naam="meer studentenwoningen dan woningen",
    wat="'studentenwoningen' is meer dan het aantal woningen van het plan.",
    waarom="Studentenwoningen zijn een deel van de woningen.",
    oplossing="Verbeter een van de twee.",
    fout=Example(plan_text("beekstraat", "woningen: 30", "studentenwoningen: 40"), 5, 24),
    goed=Example(plan_text("beekstraat", "woningen: 30", "studentenwoningen: 20")),
)
"""More homes for students than homes."""


_BOUNDS = ("woningen", "woningen_min", "woningen_max", "precisie", "marge")
_SUMMED = (
    *_BOUNDS,
    *("gerealiseerd", "restant", "oplevering", "sloop", "sloop_gerealiseerd", "sloop_jaar", "verdeling", "gemeenten"),
    *("studentenwoningen", *SPLITS),
)
"""Keys of a record whose numbers are held against one another."""


def plan_sums(row: PlanRow) -> Iterator[Diagnostic]:
    """Yield what does not close inside one record."""
    plan = row.plan
    if row.unread.isdisjoint(_BOUNDS) and (wrong := bounds_wrong(plan, row)):
        yield wrong
        return
    if not row.unread.isdisjoint(_SUMMED):
        return
    if (plan.restant or 0) < 0:
        yield from _below_nothing(row)
        return
    number = plan.number()
    yield from _delivered(row, number)
    if plan.oplevering:
        yield from phasing(row, "oplevering", plan.oplevering, homes_counted(row, number))
    if plan.sloop is not None and (plan.sloop_gerealiseerd or 0) > plan.sloop:
        message = f"'sloop_gerealiseerd' {plan.sloop_gerealiseerd} is meer dan 'sloop' {plan.sloop}"
        yield row.finding(WP314, message, "sloop_gerealiseerd")
    if plan.sloop_restant is not None:
        yield from _to_demolish(row, plan.sloop_restant)
    if plan.sloop_jaar:
        counted = demolition_counted(plan.sloop, plan.sloop_gerealiseerd, plan.sloop_restant)
        yield from phasing(row, "sloop_jaar", plan.sloop_jaar, counted)
    yield from splits(row, number)
    if plan.verdeling is not None:
        yield from division(row, plan.verdeling, number)


WP325 = Rule(
    code="WP325",
    naam="restant onder nul",
    wat=(
        "'restant' is minder dan 0. Dat kan alleen bij een verzamelpost van een gemeente met 'soort_aantal: netto', "
        "zonder jaren, verdelingen, woningen of gerealiseerd: daar wordt dan meer gesloopt dan gebouwd."
    ),
    waarom="Een plan kan niet minder dan geen woningen bouwen; zo'n getal streept andere plannen weg.",
    oplossing="Verbeter het getal, of zet 'soort_aantal: netto' bij een verzamelpost.",
    hint="Verbeter het getal; alleen een verzamelpost van een gemeente met 'soort_aantal: netto' kan onder 0 liggen.",
    fout=Example(plan_text("beekstraat", "restant: -4"), 4, 14),
    goed=Example(plan_text("sloopwijk", "soort: verzamelpost", "soort_aantal: netto", "restant: -4")),
)
"""A remainder below 0."""

_BESIDE_NET = ("woningen", "gerealiseerd", "oplevering", "onderdeel_van", "studentenwoningen", *SPLITS)


def _below_nothing(row: PlanRow) -> Iterator[Diagnostic]:
    plan = row.plan
    net = row.kind.aggregate and row.kind.soort_aantal is SoortAantal.NETTO and plan.gemeente is not None
    beside = next((key for key in _BESIDE_NET if getattr(plan, key) is not None), None)
    if not net or beside is not None or plan.precisie not in (Precisie.EXACT, Precisie.CIRCA):
        with_ = f", met {quote(beside)} erbij" if net and beside else ""
        yield row.finding(WP325, f"restant {plan.restant} is minder dan 0{with_}", "restant")


def _to_demolish(row: PlanRow, left: int) -> Iterator[Diagnostic]:
    sloop, done = row.plan.sloop, row.plan.sloop_gerealiseerd
    if sloop is not None and left > sloop - (done or 0):
        what = f"'sloop' {sloop}" if done is None else f"'sloop' {sloop} - 'sloop_gerealiseerd' {done} = {sloop - done}"
        yield row.finding(WP314, f"'sloop_restant' {left} is meer dan {what}", "sloop_restant")
    elif done is not None and (sloop is None or left != sloop - done):
        message = f"'sloop_restant' {left} en 'sloop_gerealiseerd' {done} staan er allebei"
        hint = "Geef 'sloop' en 'sloop_gerealiseerd', dan volgt de rest; of alleen 'sloop_restant'."
        yield row.finding(WP314, message, "sloop_restant", hint=hint)


def _delivered(row: PlanRow, number: Number | None) -> Iterator[Diagnostic]:
    done, left = row.plan.gerealiseerd, row.plan.restant
    if number is None and done is not None and left is not None:
        hint = "Geef woningen en gerealiseerd, of alleen restant."
        yield row.finding(WP304, "restant en gerealiseerd staan er zonder woningen", "restant", hint=hint)
    if number is None or number.high is None:
        return
    homes = f"is meer dan woningen {'circa ' * number.circa}{number.high}"
    if done is not None and number.off(done) > 0:
        yield row.finding(WP303, f"gerealiseerd {done} {homes}", "gerealiseerd")
    elif left is not None and done is not None and number.single:
        if (number - exactly(done)).off(left):
            message = f"restant {left} is niet woningen - gerealiseerd = {number.high - done}"
            yield row.finding(WP304, message, "restant", hint="Laat restant weg: het volgt uit de andere twee.")
    elif left is not None and number.off(left) > 0:
        yield row.finding(WP304, f"restant {left} {homes}", "restant")
    if row.plan.studentenwoningen is not None and number.off(row.plan.studentenwoningen) > 0:
        yield row.finding(WP315, f"studentenwoningen {row.plan.studentenwoningen} {homes}", "studentenwoningen")


WP301 = Rule(
    code="WP301",
    naam="ondergrens boven bovengrens",
    wat="'woningen_min' is groter dan 'woningen_max'.",
    waarom="Een aantal kan niet tegelijk minstens 40 en ten hoogste 30 zijn.",
    oplossing="Wissel de twee om of verbeter ze.",
    fout=Example(plan_text("beekstraat", "woningen_min: 40", "woningen_max: 30"), 4, 19),
    goed=Example(plan_text("beekstraat", "woningen_min: 30", "woningen_max: 40")),
)
"""Bounds the wrong way round."""

WP302 = Rule(
    code="WP302",
    naam="getal en grenzen tegelijk",
    wat=(
        "Naast 'woningen' staat ook 'woningen_min' of 'woningen_max', of de precisie past niet bij grenzen, of "
        "'marge' staat bij een aantal dat niet 'circa' is."
    ),
    waarom="Dan staan er twee antwoorden op dezelfde vraag.",
    oplossing="Geef een getal (eventueel met precisie), of een onder- en bovengrens.",
    hint="Geef een getal, of een onder- en bovengrens.",
    fout=Example(plan_text("beekstraat", "woningen: 40", "woningen_max: 50"), 5, 19),
    goed=Example(plan_text("beekstraat", "woningen_min: 40", "woningen_max: 50")),
)
"""A number and bounds together."""


def bounds_wrong(record: Hoeveelheid, at: PlanRow | Entry) -> Diagnostic | None:
    """Return that a number and its bounds contradict each other in a record that stands at a place."""
    if record.marge is not None and record.precisie is not Precisie.CIRCA:
        message = f"marge {record.marge} staat bij precisie {record.precisie}"
        return at.finding(WP302, message, "marge", hint="Een marge hoort bij 'precisie: circa'; haal haar anders weg.")
    low, high = record.woningen_min, record.woningen_max
    if low is None and high is None:
        return None
    if record.woningen is not None:
        key = "woningen_min" if low is not None else "woningen_max"
        return at.finding(WP302, f"'woningen' en '{key}' staan er allebei", key)
    if low is not None and high is not None and low > high:
        return at.finding(WP301, f"'woningen_min' {low} is groter dan 'woningen_max' {high}", "woningen_min")
    if record.precisie not in (Precisie.EXACT, Precisie.CIRCA):
        message = f"precisie {record.precisie} past niet bij een onder- of bovengrens"
        return at.finding(WP302, message, "precisie", hint="Bij grenzen hoort alleen 'exact' of 'circa'.")
    return None


def statement_bounds(gebied: Gemeentenbestand, positions: Positions) -> Iterator[Diagnostic]:
    """Yield the statements whose number and bounds contradict each other."""
    yield from (wrong for statement in statements(gebied, positions) if (wrong := bounds_wrong(*statement)))
