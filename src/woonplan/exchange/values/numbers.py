"""Whole numbers of homes, and percentages; what was probably meant is offered, never read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, time, timedelta
from types import MappingProxyType

from woonplan.diagnostics import quote
from woonplan.exchange.cells import Fault, Value, blank, shown
from woonplan.exchange.fields import PlanField
from woonplan.exchange.values.faults import Problem, Reading, fault
from woonplan.exchange.values.spelling import WP625
from woonplan.load.refusals.numbers import advice, intended
from woonplan.model.base import MAX_WONINGEN
from woonplan.rule import Example, Rule, csv_text

WP604 = Rule(
    code="WP604",
    naam="geen heel aantal",
    wat="Waar een aantal hoort staat tekst, een breuk, een datum of een getal dat niet kan.",
    waarom="Er wordt nooit geraden wat er bedoeld is: '1.200' is voor de een twaalfhonderd en voor de ander een.",
    oplossing="Schrijf een heel getal met alleen cijfers, of laat de cel leeg als het aantal onbekend is.",
    fout=Example(csv_text("naam;gemeente;woningen", "Beekstraat;Borne;ca. 30"), 2, 3, file="lijst.csv"),
    goed=Example(csv_text("naam;gemeente;woningen;precisie", "Beekstraat;Borne;30;circa"), file="lijst.csv"),
)
"""A cell that holds no whole number of homes."""

UNKNOWN = "onbekend"
"""What may stand where a number belongs: it says that there is none."""

_WHOLE = re.compile(r"0|-?[1-9][0-9]{0,17}")
_REMARK = re.compile(r"(\d{1,7})\s*(\(.*\)|[a-z].*)", re.IGNORECASE | re.DOTALL)


def whole(value: Value, *, key: str = "", negative: bool = False) -> Reading:
    """Return a whole number of homes (0 or more, unless ``negative``), None for an empty cell, or a problem."""
    if blank(value) or (isinstance(value, str) and value.strip().casefold() == UNKNOWN):
        return None
    number = _number(value, key)
    if isinstance(number, Problem):
        return number
    if number < 0 and not negative:
        return Problem(WP604, f"{number} is kleiner dan 0", "Een aantal woningen is 0 of meer.")
    return number if abs(number) <= MAX_WONINGEN else _too_large(value)


def _number(value: Value, key: str) -> int | Problem:
    if isinstance(value, Fault):
        return fault(value)
    if isinstance(value, bool | date | time | timedelta):
        what = "een datum" if isinstance(value, date) else "geen getal"
        return Problem(WP604, f"{quote(shown(value))} is {what}", "Maak er een getal van.")
    if isinstance(value, float):
        return int(value) if value.is_integer() else _broken(value)
    if isinstance(value, str):
        text = value.strip()
        return int(text) if _WHOLE.fullmatch(text) else _no_number(key, text)
    return value or 0


def _too_large(value: Value) -> Problem:
    return Problem(WP604, f"{quote(shown(value))} is groter dan kan", "Controleer het aantal cijfers.")


def _broken(value: float) -> Problem:
    text = shown(value)
    if not abs(value) < MAX_WONINGEN:
        return _too_large(value)
    thousands = value * 1000
    meant = f"Bedoelt u {round(thousands)}? " if 1 <= abs(value) < 1000 and abs(thousands % 1) < 1e-6 else ""
    return Problem(
        WP604, f"{text} is geen heel aantal woningen", f"{meant}Schrijf een heel getal zonder punt of komma."
    )


def _no_number(key: str, text: str) -> Problem:
    meant = intended(text)
    message = f"{quote(text)} is tekst, geen getal"
    if meant is not None:
        return Problem(WP604, message, f"Bedoelt u {meant}? Schrijf het zonder punt of spatie, als getal.")
    if key in ("woningen", "restant") and (hint := _offered(text)):
        return Problem(WP604, message, hint)
    if match := _REMARK.fullmatch(text):
        where = "Schrijf alleen het getal hier, en de rest in de kolom waar het hoort of bij 'opmerkingen'."
        return Problem(WP604, f"{quote(text)} is een getal met een opmerking", f"Staat er {match[1]}? {where}")
    if (digits := WRITTEN.get(text.casefold())) is not None:
        return Problem(WP604, message, f"Schrijf het in cijfers ({digits}).")
    return Problem(WP604, message)


def _offered(text: str) -> str:
    """Return what to write for "ca. 30" or "30-40": offered, never read."""
    told = advice("woningen", text)
    if match := re.search(r"woningen: (\d+) en precisie: (\w+)", told):
        return f"Schrijf {match[1]} en zet '{match[2]}' in de kolom precisie, of gebruik woningen minimaal en maximaal."
    if match := re.search(r"'woningen_min: (\d+)' en 'woningen_max: (\d+)'", told):
        return f"Schrijf {match[1]} in de kolom woningen minimaal en {match[2]} in woningen maximaal."
    return ""


_ONES = (
    "nul|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|"
    "achttien|negentien"
)
_TENS = ("twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")
WRITTEN: Mapping[str, int] = MappingProxyType(
    {
        **{word: number for number, word in enumerate(_ONES.split("|"))},
        **{word: number * 10 for number, word in enumerate(_TENS, 2)},
        "honderd": 100,
    }
)
"""Numbers that people write in letters, to say which digits are meant."""


def amount(field: PlanField, value: Value) -> Reading:
    """Return a number of homes; one that is stored as text is read, and said."""
    if type(value) is int and 0 <= value <= MAX_WONINGEN:  # what nearly every cell holds
        return value
    number = whole(value, key=field.key)
    if isinstance(value, str) and isinstance(number, int):
        return Problem(WP625, "getal dat als tekst is opgeslagen", value=number)
    return number


def percentage(field: PlanField, value: Value) -> Reading:
    """Return a percentage from 0 to 100."""
    if isinstance(value, str):
        value = value.strip().removesuffix("%").strip()
    elif isinstance(value, float) and 0 < value <= 1:
        value = round(value * 100, 6)  # a cell that shows 80% holds 0.8
    number = whole(value, key=field.key)
    if isinstance(number, int) and number > 100:
        return Problem(WP604, f"{number} is meer dan 100%", "Schrijf een percentage van 0 tot en met 100.")
    return number
