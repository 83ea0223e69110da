"""Numbers that are none or lie outside their limits; what was probably meant is suggested, never read."""

from __future__ import annotations

import re

from woonplan.diagnostics import Diagnostic, quote
from woonplan.load.refusals.labels import cents, is_missing
from woonplan.load.refusals.refused import Refused
from woonplan.model.base import MAX_WONINGEN
from woonplan.rule import Example, Rule, plan_text

WP103 = Rule(
    code="WP103",
    naam="geen geheel getal",
    wat=(
        "Bij een aantal staat iets anders dan een geheel getal met alleen cijfers: 2.000, 012, 1_000, 2,5, ja of een "
        "woord."
    ),
    waarom=(
        "Veel programma's lezen 2.000 als twee en 012 als tien. Hier wordt niets geraden: het getal moet er eenduidig "
        "staan."
    ),
    oplossing=(
        "Schrijf het getal met alleen cijfers: 2000. Is het niet precies bekend, gebruik dan "
        "'woningen_min' en 'woningen_max', of 'precisie'. Is het onbekend, laat de regel dan weg."
    ),
    fout=Example(plan_text("beekstraat", "woningen: 2.000"), 4, 15),
    goed=Example(plan_text("beekstraat", "woningen: 2000")),
)
"""A number that is no whole number."""

_YEARS = frozenset({"start", "jaar_hard", "jaar"})


def not_whole(r: Refused) -> Diagnostic:
    """Return the finding for what is no whole number."""
    if isinstance(r.value, dict | list) or r.value is None:
        hint = "Schrijf een geheel getal met alleen cijfers, of laat de regel weg als het onbekend is."
        return WP103.at(None, f"bij '{r.name}' hoort een geheel getal; hier staat: {r.here}", hint)
    if r.key in _YEARS:
        return WP103.at(None, f"{r.key} {quote(r.text)} is geen jaar", "Schrijf alleen het jaar, bijvoorbeeld 2024.")
    return WP103.at(None, f"{r.name} {quote(r.text)} is geen geheel getal", advice(r.key, r.text))


WP104 = Rule(
    code="WP104",
    naam="getal buiten de grenzen",
    wat=(
        "Een getal is kleiner of groter dan hier kan: een negatief aantal, meer dan 9.999.999 woningen, een jaar voor "
        "1900, een prijsgrens in euro's waar eurocenten horen."
    ),
    waarom="Een cijfer te veel of een minteken vertekent elke optelling.",
    oplossing="Controleer het getal. Sloop en onttrekking zijn positieve getallen in eigen sleutels.",
    hint="Controleer het getal.",
    fout=Example(plan_text("beekstraat", "woningen: -30"), 4, 15),
    goed=Example(plan_text("beekstraat", "sloop: 30")),
)
"""A number outside its limits."""


_LIMITS: dict[tuple[str, int | None], str] = {
    ("ge", 0): "Sloop en onttrekking staan als positief getal in eigen sleutels.",
    ("le", MAX_WONINGEN): "Controleer het aantal cijfers.",
}
"""What to do about a number outside a limit that tells more than others."""


def outside(r: Refused) -> Diagnostic:
    """Return the finding for a number below or above its limit."""
    if r.key == "versie":
        hint = "Schrijf versie: 1; een andere is er niet."
        return WP104.at(None, f"versie {r.text} van dit bestand is onbekend", hint)
    side, what = ("ge", "te klein; het minste is") if "ge" in r.context else ("le", "te groot; het meeste is")
    limit = r.context.get(side)
    return WP104.at(None, f"{r.name} {quote(r.text)[1:-1]} is {what} {limit}", _LIMITS.get((side, limit), ""))


_NUMBER = r"\d{1,3}(?:\.\d{3})+|\d{1,9}"
_PRECISIE = {
    "circa": re.compile(rf"(?:ca\.?|circa|ongeveer|ong\.?|±|zo'n)\s*({_NUMBER})", re.IGNORECASE),
    "minimaal": re.compile(rf"(?:min\.?|minimaal|minstens|ten minste|ruim|>=?|>)\s*({_NUMBER})", re.IGNORECASE),
    "maximaal": re.compile(rf"(?:max\.?|maximaal|hoogstens|ten hoogste|<=?|<)\s*({_NUMBER})", re.IGNORECASE),
}
_RANGE = re.compile(rf"({_NUMBER})\s*(?:-|tot|à|t/m)\s*({_NUMBER})", re.IGNORECASE)
_UNIT = re.compile(
    r"\s*\b(?:woning(?:en)?|won|wo|huizen|appartement(?:en)?|eenheden|units?|stuks?|st)\.?\s*$", re.IGNORECASE
)
"""A word behind a number of homes that says what is counted."""

_LONGEST = 60
"""Characters of a text that may be a number with a word."""

_EXPONENT = re.compile(r"(\d{1,4})[eE]\+?([0-6])")
_PLAIN = re.compile(r"\d{1,3}(?:\.\d{3})+|\d{1,9}(?:_\d{1,9})+|\d{1,3}(?: \d{3})+|0+\d{1,9}|\+?\d{1,9}")
"""A number with one kind of sign in it that is no digit."""


def intended(text: str) -> int | None:
    """Return the whole number meant by ``text``, or None where that is not beyond doubt.

    ``2.000`` is 2000 and ``012`` is 12; ``1:30``, ``2,5``, ``0x10`` and ``yes`` have no single reading.
    """
    text = text.strip()
    if len(text) > 40:
        return None
    if _PLAIN.fullmatch(text):
        return int(re.sub(r"[._ +]", "", text))
    if re.fullmatch(r"\d{1,9}\.0{1,2}", text):
        return int(text.split(".")[0])
    if match := _EXPONENT.fullmatch(text):
        return int(match[1] + "0" * int(match[2]))
    return None


def advice(key: str, text: str) -> str:
    """Return what to write instead of ``text`` at ``key``."""
    if is_missing(text):
        return "Laat de regel weg als het onbekend is, of schrijf 0 als het er geen zijn."
    if key.endswith("_cent") and (amount := cents(text)) is not None:
        return f"Schrijf het bedrag in eurocenten: {key}: {amount}."
    if len(text) > _LONGEST:
        return _no_number(text)
    counted = _UNIT.sub("", text.strip())
    number = intended(counted)
    if number is None:
        return _bounds(counted) if key == "woningen" else _no_number(text)
    if text == str(number):
        return f"Schrijf {key}: {number}, zonder aanhalingstekens."
    return f"Bedoelt u {number}? Schrijf {key}: {number}."


def _bounds(text: str) -> str:
    """Return what to write for a number that a text says is approximate, a bound or a range."""
    for word, pattern in _PRECISIE.items():
        if match := pattern.fullmatch(text):
            return f"Schrijf woningen: {intended(match[1])} en precisie: {word}."
    if match := _RANGE.fullmatch(text):
        return f"Schrijf 'woningen_min: {intended(match[1])}' en 'woningen_max: {intended(match[2])}'."
    return _no_number(text)


def _no_number(text: str) -> str:
    if len(text) > 18 and re.fullmatch(r"-?\d+", text.strip()):
        return "Dit getal is te groot om een aantal te zijn."
    return (
        "Schrijf een geheel getal met alleen cijfers, bijvoorbeeld 2000. Laat de regel weg als het aantal onbekend is."
    )
