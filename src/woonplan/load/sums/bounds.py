"""A number of homes and its bounds: whether the two contradict each other."""

from __future__ import annotations

from collections.abc import Iterator

from woonplan.diagnostics import Diagnostic, quote
from woonplan.model.gemeente import Gemeentenbestand
from woonplan.model.homes import Precisie
from woonplan.model.source import Hoeveelheid
from woonplan.model.stand import Positions
from woonplan.rule import Example, Rule, plan_text

WP301 = Rule(
    code="WP301",
    naam="ondergrens boven bovengrens",
    wat="woningen_min is groter dan woningen_max.",
    waarom="Een aantal kan niet tegelijk minstens 40 en hoogstens 30 zijn.",
    oplossing="Wissel de twee om of verbeter ze.",
    fout=Example(plan_text("beekstraat", "woningen_min: 40", "woningen_max: 30"), 4, 19),
    goed=Example(plan_text("beekstraat", "woningen_min: 30", "woningen_max: 40")),
)
"""Bounds the wrong way round."""

WP302 = Rule(
    code="WP302",
    naam="getal en grenzen tegelijk",
    wat="Naast 'woningen' staat ook woningen_min of woningen_max, of de precisie past niet bij grenzen.",
    waarom="Dan staan er twee antwoorden op dezelfde vraag.",
    oplossing="Geef een getal (eventueel met precisie), of een onder- en bovengrens.",
    fout=Example(plan_text("beekstraat", "woningen: 40", "woningen_max: 50"), 5, 19),
    goed=Example(plan_text("beekstraat", "woningen_min: 40", "woningen_max: 50")),
)
"""A number and bounds together."""


def bounds_wrong(record: Hoeveelheid) -> tuple[Rule, str, str, str] | None:
    """Return rule, key, message and hint when a number and its bounds contradict each other."""
    low, high = record.woningen_min, record.woningen_max
    if record.woningen is not None and (low is not None or high is not None):
        key = "woningen_min" if low is not None else "woningen_max"
        return WP302, key, f"woningen en {key} staan er allebei", "Geef een getal, of een onder- en bovengrens."
    if low is not None and high is not None and low > high:
        message = f"woningen_min {low} is groter dan woningen_max {high}"
        return WP301, "woningen_min", message, "Wissel de twee om of verbeter ze."
    if record.precisie not in (Precisie.EXACT, Precisie.CIRCA) and (low is not None or high is not None):
        hint = "Bij grenzen hoort alleen 'exact' of 'circa'."
        return WP302, "precisie", f"precisie {record.precisie} past niet bij een onder- of bovengrens", hint
    return None


def statement_bounds(gebied: Gemeentenbestand, positions: Positions) -> Iterator[Diagnostic]:
    """Yield the statements whose number and bounds contradict each other."""
    for i, opgave in enumerate(gebied.opgaven):
        for j, uitspraak in enumerate(opgave.uitspraken):
            if wrong := bounds_wrong(uitspraak):
                rule, key, message, hint = wrong
                place = positions.place(("opgaven", i, "uitspraken", j, key))
                yield rule.at(place, f"uitspraak {quote(uitspraak.id)}: {message}", hint)
