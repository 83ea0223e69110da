"""One cell to the value of its field, or what is wrong with it in the words of a spreadsheet."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any, NamedTuple

from woonplan.diagnostics import Severity, quote
from woonplan.exchange import rules, words
from woonplan.exchange.cells import Fault, Value, blank, shown
from woonplan.exchange.fields import NOT_YET, Field, Kind, field_of
from woonplan.exchange.rules import LET_OP, Regel
from woonplan.load.nearest import suggestion
from woonplan.load.refusals.numbers import advice, intended
from woonplan.model.base import FIRST_YEAR, LAST_YEAR, MAX_WONINGEN, is_date

UNKNOWN = "onbekend"
"""What may stand where a number belongs: it says that there is none."""

MAX_TEXT = 2000
"""Longest text of a field (characters), as in the register."""

_WHOLE = re.compile(r"0|-?[1-9][0-9]{0,17}")
_REMARK = re.compile(r"(\d{1,7})\s*(\(.*\)|[a-z].*)", re.IGNORECASE | re.DOTALL)
_DAY = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_SERIAL = (1, 80_000)
"""Numbers that a spreadsheet may show as a date: 1900 to 2119."""


class Problem(NamedTuple):
    """What is wrong with a cell, or to be said of it; the message follows the name of the column."""

    rule: Regel
    message: str
    hint: str = ""
    severity: Severity | None = None
    value: Any = None
    """What is read all the same; None where nothing is."""


Reading = Any
"""A value of the register, None for nothing, or a ``Problem``."""


def read(field: Field, value: Value) -> Reading:
    """Return what a cell of a field says: a value, None where it is empty, or a problem."""
    return reader(field.key)(value)


@cache
def reader(key: str) -> Callable[[Value], Reading]:
    """Return what reads the cells of a field: looked up once, and used for a million cells."""
    field = field_of(key)
    of_kind = _READERS[field.kind]

    def read_cell(value: Value) -> Reading:
        if value is None or value == "" or (isinstance(value, str) and value.isspace()):
            return None
        return _fault(value) if isinstance(value, Fault) else of_kind(field, value)

    return read_cell


def _fault(fault: Fault) -> Problem:
    if fault.formula:
        return Problem(rules.FORMULE, f"{quote(fault.text)} is een formule zonder opgeslagen uitkomst")
    return Problem(rules.FOUTWAARDE, f"de cel geeft de foutwaarde {quote(fault.text)}")


def whole(value: Value, *, key: str = "", negative: bool = False) -> Reading:
    """Return a whole number of homes (0 or more, unless ``negative``), None for an empty cell, or a problem."""
    if blank(value) or (isinstance(value, str) and value.strip().casefold() == UNKNOWN):
        return None
    number = _number(value, key)
    if isinstance(number, Problem):
        return number
    if number < 0 and not negative:
        return Problem(rules.GEEN_GETAL, f"{number} is kleiner dan 0", "Een aantal woningen is 0 of meer.")
    return number if abs(number) <= MAX_WONINGEN else _too_large(value)


def _number(value: Value, key: str) -> int | Problem:
    if isinstance(value, Fault):
        return _fault(value)
    if isinstance(value, bool | date | time | timedelta):
        what = "een datum" if isinstance(value, date) else "geen getal"
        return Problem(rules.GEEN_GETAL, f"{quote(shown(value))} is {what}", "Maak er een getal van.")
    if isinstance(value, float):
        return int(value) if value.is_integer() else _broken(value)
    if isinstance(value, str):
        text = value.strip()
        return int(text) if _WHOLE.fullmatch(text) else _no_number(key, text)
    return value or 0


def _too_large(value: Value) -> Problem:
    return Problem(rules.GEEN_GETAL, f"{quote(shown(value))} is groter dan kan", "Controleer het aantal cijfers.")


def _broken(value: float) -> Problem:
    text = shown(value)
    if not abs(value) < MAX_WONINGEN:
        return _too_large(value)
    thousands = value * 1000
    meant = f"Bedoelt u {round(thousands)}? " if 1 <= abs(value) < 1000 and abs(thousands % 1) < 1e-6 else ""
    return Problem(
        rules.GEEN_GETAL, f"{text} is geen heel aantal woningen", f"{meant}Schrijf een heel getal zonder punt of komma."
    )


def _no_number(key: str, text: str) -> Problem:
    meant = intended(text)
    message = f"{quote(text)} is tekst, geen getal"
    if meant is not None:
        return Problem(rules.GEEN_GETAL, message, f"Bedoelt u {meant}? Schrijf het zonder punt of spatie, als getal.")
    if key in ("woningen", "restant") and (hint := _offered(text)):
        return Problem(rules.GEEN_GETAL, message, hint)
    if match := _REMARK.fullmatch(text):
        where = "Schrijf alleen het getal hier, en de rest in de kolom waar het hoort of bij 'opmerkingen'."
        return Problem(
            rules.GEEN_GETAL, f"{quote(text)} is een getal met een opmerking", f"Staat er {match[1]}? {where}"
        )
    if (digits := WRITTEN.get(text.casefold())) is not None:
        return Problem(rules.GEEN_GETAL, message, f"Schrijf het in cijfers ({digits}).")
    return Problem(rules.GEEN_GETAL, message)


def _offered(text: str) -> str:
    """Return what to write for "ca. 30" or "30-40": offered, never read."""
    told = advice("woningen", text)
    if match := re.search(r"woningen: (\d+) en precisie: (\w+)", told):
        return f"Schrijf {match[1]} en zet '{match[2]}' in de kolom precisie, of gebruik woningen minimaal en maximaal."
    if match := re.search(r"woningen_min: (\d+) en woningen_max: (\d+)", told):
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


def _amount(field: Field, value: Value) -> Reading:
    if type(value) is int and 0 <= value <= MAX_WONINGEN:  # what nearly every cell holds
        return value
    number = whole(value, key=field.key)
    if isinstance(value, str) and isinstance(number, int):
        return Problem(rules.SPELLING, "getal dat als tekst is opgeslagen", "", LET_OP, number)
    return number


def _percentage(field: Field, value: Value) -> Reading:
    if isinstance(value, str):
        value = value.strip().removesuffix("%").strip()
    elif isinstance(value, float) and 0 < value <= 1:
        value = round(value * 100, 6)  # a cell that shows 80% holds 0.8
    number = whole(value, key=field.key)
    if isinstance(number, int) and number > 100:
        return Problem(rules.GEEN_GETAL, f"{number} is meer dan 100%", "Schrijf een percentage van 0 tot en met 100.")
    return number


def _year(field: Field, value: Value) -> Reading:
    if isinstance(value, date):
        return value.year
    number = whole(value, key=field.key)
    if isinstance(number, int) and not FIRST_YEAR <= number <= LAST_YEAR:
        return Problem(rules.DATUM, f"{quote(shown(value))} is geen jaar", "Schrijf alleen het jaar, zoals 2026.")
    return number


def _text(field: Field, value: Value) -> Reading:
    text = shown(value).strip()
    if len(text) > MAX_TEXT:
        return Problem(rules.WAARDE, f"{quote(text, 40)} is langer dan {MAX_TEXT} tekens", "Kort de tekst in.")
    if field.key == "naam" and "\n" in text:
        return " ".join(text.split())
    return text


def _texts(field: Field, value: Value) -> Reading:
    del field
    return [part.strip() for part in re.split(r"[;\n]", shown(value)) if part.strip()] or None


def day(value: Value) -> Reading:
    """Return a date as precise as it is known (``2026-01-05``, ``2026``), or a problem."""
    if isinstance(value, datetime | date):
        return f"{value.year:04d}-{value.month:02d}-{value.day:02d}"
    text = shown(value).strip()
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _serial(value, text)
    if match := _DAY.fullmatch(text):
        text = f"{match[3]}-{int(match[2]):02d}-{int(match[1]):02d}"
    if is_date(text) and FIRST_YEAR <= int(text[:4]) <= LAST_YEAR:
        return text
    return Problem(rules.DATUM, f"{quote(shown(value))} is geen datum")


def _serial(value: float, text: str) -> Reading:
    if float(value).is_integer() and FIRST_YEAR <= value <= LAST_YEAR:
        return str(int(value))
    if _SERIAL[0] <= value < _SERIAL[1]:
        as_date = date(1899, 12, 30) + timedelta(days=int(value))
        hint = f"Als datum zou het {shown(as_date)} zijn. Geef de cel een datumopmaak."
        return Problem(rules.DATUM, f"{text} is een getal waar een datum hoort", hint)
    return Problem(rules.DATUM, f"{quote(text)} is geen datum")


def _day(field: Field, value: Value) -> Reading:
    del field
    return day(value)


def _word(field: Field, value: Value) -> Reading:
    return _spelt(field.key, shown(value).strip())


# A column of words has few different ones.
@lru_cache(maxsize=4096)
def _spelt(key: str, text: str) -> Reading:
    found = words.find(key, text)
    if found is None:
        return _unknown(key, text)
    word, old = found
    name = f"{key}: {word.value}"
    reason = NOT_YET.get(name) or words.WITHOUT_FIELD.get(name)
    if reason is not None:
        return Problem(rules.NIET_UIT_TE_DRUKKEN, f"{quote(text)}: {reason}", "", LET_OP)
    if old:
        message = f"{quote(text)} is de oudere naam van '{word.spelt[0]}'"
        return Problem(rules.SPELLING, message, "", LET_OP, word.value)
    return word.value or None


def _unknown(key: str, text: str) -> Problem:
    known = words.spelt(key)
    hint = suggestion(text, known) or f"Kies uit: {', '.join(known)}."
    return Problem(rules.WAARDE, f"{quote(text)} staat niet in de lijst van waarden", hint)


def _words(field: Field, value: Value) -> Reading:
    """Return a list of words, joined by `, ` or `;`; the slash inside a name stays."""
    found: list[str] = []
    said: list[Problem] = []
    for part in re.split(r"[;,\n]", shown(value)):
        if not part.strip():
            continue
        reading = _spelt(field.key, part.strip())
        if isinstance(reading, Problem):
            said.append(reading)
            reading = reading.value
        if reading and reading not in found:
            found.append(reading)
    worst = next((p for p in said if p.value is None), said[0] if said else None)
    if worst is None:
        return found or None
    return worst if worst.value is None else worst._replace(value=found)


_CODE = re.compile(r"([1-5])\s*([ABCabc])?(?=$|[\s.:,\-])[\s.:\-]*(.*)", re.DOTALL)


def _status(field: Field, value: Value) -> Reading:
    del field
    return _status_of(shown(value).strip())


@lru_cache(maxsize=1024)
def _status_of(text: str) -> Reading:
    word = words.STATUS_WORDS.get(text.casefold())
    if word is not None:
        return word
    match = _CODE.fullmatch(text)
    code = f"{match[1]}{(match[2] or '').upper()}" if match else ""
    if match is None or code not in words.STATUS:
        hint = suggestion(text, [*words.STATUS, "hard", "zacht", "onbekend"])
        hint = hint or f"Kies uit: {', '.join(words.STATUS)}, hard, zacht of onbekend."
        return Problem(rules.WAARDE, f"{quote(text)} is geen planologische status", hint)
    if match[3] and _bare(match[3]) not in map(_bare, words.STATUS[code]):
        message = f"{quote(text)}: gelezen als {code} ({words.STATUS[code][0]}); de tekst erachter zegt iets anders"
        return Problem(rules.SPELLING, message, "Controleer of de code of de tekst klopt.", LET_OP, code)
    return code


def _bare(text: str) -> str:
    return re.sub(r"[\s,+.]+", " ", text.casefold()).strip()


def _yes_no(field: Field, value: Value) -> Reading:
    del field
    if isinstance(value, bool):
        return value
    text = shown(value).strip().casefold()
    if text in ("onbekend", "?"):
        return None
    answer = words.YES_NO.get(text)
    return Problem(rules.WAARDE, f"{quote(shown(value))} is geen ja of nee") if answer is None else answer


_READERS: Mapping[Kind, Callable[[Field, Value], Reading]] = MappingProxyType(
    {
        Kind.TEKST: _text,
        Kind.TEKSTEN: _texts,
        Kind.GEMEENTE: _text,
        Kind.AANTAL: _amount,
        Kind.JAAR: _year,
        Kind.DATUM: _day,
        Kind.WOORD: _word,
        Kind.WOORDEN: _words,
        Kind.STATUS: _status,
        Kind.JA_NEE: _yes_no,
        Kind.PERCENTAGE: _percentage,
    }
)
