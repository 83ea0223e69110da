"""Words and texts: how others spell a value of the register, and what the register has no word for."""

from __future__ import annotations

import re
from functools import lru_cache

from woonplan.diagnostics import Severity, quote
from woonplan.exchange import words
from woonplan.exchange.cells import Value, shown
from woonplan.exchange.fields import NOT_YET, PlanField
from woonplan.exchange.values.faults import Problem, Reading
from woonplan.load.nearest import suggestion
from woonplan.model.statussen import FIJN
from woonplan.rule import Example, Rule, csv_text

WP608 = Rule(
    code="WP608",
    naam="waarde niet bekend",
    wat="Een cel bevat een woord dat niet in de lijst van waarden van het veld staat, of een te lange tekst.",
    waarom="Een status of fase die het register niet kent, valt buiten elke optelling.",
    oplossing="Gebruik een waarde uit de lijst, of zeg met --mapping welke waarde bedoeld is.",
    fout=Example(csv_text("naam;gemeente;planstatus", "Beekstraat;Borne;6A"), 2, 3, file="lijst.csv"),
    goed=Example(csv_text("naam;gemeente;planstatus", "Beekstraat;Borne;2A"), file="lijst.csv"),
)
"""A word that is not in the list of its field."""

WP617 = Rule(
    code="WP617",
    naam="nog niet uit te drukken",
    wat="Een waarde is begrepen, maar het register heeft er (nog) geen woord voor. Het veld blijft leeg.",
    waarom="Een woord dat er alleen op lijkt, zou iets anders zeggen dan de bron.",
    oplossing="Er hoeft niets te gebeuren; de waarde staat in het bestand dat u inleest.",
    fout=Example(csv_text("naam;gemeente;projectfase", "Beekstraat;Borne;Vervallen"), 2, 3, file="lijst.csv"),
    goed=Example(csv_text("naam;gemeente;projectfase", "Beekstraat;Borne;Nazorg"), file="lijst.csv"),
    severity=Severity.WAARSCHUWING,
)
"""What is understood and cannot be held."""

WP625 = Rule(
    code="WP625",
    naam="gelezen met een opmerking",
    wat="Een waarde is gelezen, maar staat er anders dan gebruikelijk: een oudere naam, of een getal als tekst.",
    waarom="Wie het ziet, kan nagaan of er gelezen is wat bedoeld was.",
    oplossing="Er hoeft niets te gebeuren; wie het bestand beheert kan het gelijktrekken.",
    fout=Example(csv_text("naam;gemeente;knelpunten", "Beekstraat;Borne;Netcongestie"), 2, 3, file="lijst.csv"),
    goed=Example(csv_text("naam;gemeente;knelpunten", "Beekstraat;Borne;Nuts"), file="lijst.csv"),
    severity=Severity.WAARSCHUWING,
)
"""What is read, and written otherwise than usual."""

MAX_TEXT = 2000
"""Longest text of a field (characters), as in the register."""


def text(field: PlanField, value: Value) -> Reading:
    """Return a text as it stands."""
    found = shown(value).strip()
    if len(found) > MAX_TEXT:
        return Problem(WP608, f"{quote(found, 40)} is langer dan {MAX_TEXT} tekens", "Kort de tekst in.")
    if field.key == "naam" and "\n" in found:
        return " ".join(found.split())
    return found


def texts(field: PlanField, value: Value) -> Reading:
    """Return the texts of a list, with semicolons or line ends between them."""
    del field
    return [part.strip() for part in re.split(r"[;\n]", shown(value)) if part.strip()] or None


def word(field: PlanField, value: Value) -> Reading:
    """Return the value that a word of a closed list stands for."""
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
        return Problem(WP617, f"{quote(text)}: {reason}")
    if old:
        message = f"{quote(text)} is de oudere naam van '{word.spelt[0]}'"
        return Problem(WP625, message, value=word.value)
    return word.value or None


def _unknown(key: str, text: str) -> Problem:
    known = words.spelt(key)
    hint = suggestion(text, known) or f"Kies uit: {', '.join(known)}."
    return Problem(WP608, f"{quote(text)} staat niet in de lijst van waarden", hint)


def listed_words(field: PlanField, value: Value) -> Reading:
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


_DIGITS = "".join(sorted({status[0] for status in FIJN}))
_LETTERS = "".join(sorted({letter for status in FIJN for letter in status[1:]}))
_CODE = re.compile(rf"([{_DIGITS}])\s*([{_LETTERS}])?(?=$|[\s.:,\-])[\s.:\-]*(.*)", re.DOTALL | re.IGNORECASE)


def status(field: PlanField, value: Value) -> Reading:
    """Return the status that a code stands for, with or without its text."""
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
        return Problem(WP608, f"{quote(text)} is geen planologische status", hint)
    if match[3] and _bare(match[3]) not in map(_bare, words.STATUS[code]):
        message = f"{quote(text)}: gelezen als {code} ({words.STATUS[code][0]}); de tekst erachter zegt iets anders"
        return Problem(WP625, message, "Controleer of de code of de tekst klopt.", code)
    return code


def _bare(text: str) -> str:
    return re.sub(r"[\s,+.]+", " ", text.casefold()).strip()


def yes_no(field: PlanField, value: Value) -> Reading:
    """Return whether a cell says yes or no."""
    del field
    if isinstance(value, bool):
        return value
    text = shown(value).strip().casefold()
    if text in ("onbekend", "?"):
        return None
    answer = words.YES_NO.get(text)
    return Problem(WP608, f"{quote(shown(value))} is geen ja of nee") if answer is None else answer
