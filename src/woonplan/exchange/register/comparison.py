"""What a record in the register says, held against what a file says of it: the same, or a conflict that shows both."""

from __future__ import annotations

from typing import Any

from woonplan.diagnostics import Diagnostic, quote
from woonplan.exchange.fields import PHASED, SPLITS
from woonplan.exchange.reading import Incoming
from woonplan.exchange.register.state import Existing
from woonplan.rule import Rule, situation

WP622 = Rule(
    code="WP622",
    naam="ook met de hand gewijzigd",
    wat="Een record is sinds de vorige import met de hand gewijzigd, en het bestand zegt ook iets nieuws.",
    waarom="Handwerk wordt nooit overschreven zonder dat u het zegt.",
    oplossing="Kies met --conflict register of --conflict bestand, of pas het record zelf aan.",
    fout=situation("plannen/borne.yaml zegt met de hand 25 woningen, en lijst.csv 30."),
    goed=situation("plannen/borne.yaml en lijst.csv zeggen allebei 30 woningen."),
)
"""A record that a person and a file both changed."""


MOST_SHOWN = 20
"""Fields of a conflict that are shown."""

_PROVENANCE = ("bron", "vindplaats")


def bare(text: str) -> list[str]:
    """Return the lines of a record, wherever they stand, but for those that say where it comes from."""
    lines = [line.strip().removeprefix("- ") for line in text.splitlines()]
    return [line for line in lines if line.partition(":")[0] not in _PROVENANCE]


def says(existing: Existing, data: dict[str, Any]) -> bool:
    """Whether a record says what a file says, wherever it says it from."""
    return bool(_meaning(existing.data) == _meaning(data))


def _meaning(record: dict[str, Any]) -> Any:
    """Return what a record says, wherever from; a 0 in a block that adds up says no more than its absence."""
    said = {}
    for key, value in record.items():
        if key not in _PROVENANCE:
            block = isinstance(value, dict) and key in (*SPLITS, *PHASED)
            said[key] = {k: v for k, v in value.items() if v != 0} if block else value
    return comparable({k: v for k, v in said.items() if v not in ({}, None)})


def comparable(value: Any) -> Any:
    """Return data in a form in which a number and its text are the same, as they are in a file."""
    if isinstance(value, dict):
        return {str(k): comparable(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [comparable(v) for v in value]
    return str(value)


def conflict(existing: Existing | None, data: dict[str, Any], plan: Incoming) -> Diagnostic:
    """Return the finding that shows both sides, field by field."""
    name = quote(str(data["id"]))
    if existing is None:
        message = f"plan {name} is met de hand uit het register gehaald, en het bestand zegt er iets nieuws van"
        return WP622.at(plan.place, message)._replace(subject=plan.naam)
    mine = existing.data
    lines = [
        f"{key}: register {_shown(mine.get(key))}, bestand {_shown(data.get(key))}"
        for key in [*data, *(k for k in mine if k not in data)]
        if key not in _PROVENANCE and comparable(mine.get(key)) != comparable(data.get(key))
    ]
    rest = f"; en {len(lines) - MOST_SHOWN} andere velden" if len(lines) > MOST_SHOWN else ""
    message = f"plan {name} is in het register ({existing.place}) met de hand gewijzigd of geschreven, en het bestand "
    message += f"zegt iets anders: {'; '.join(lines[:MOST_SHOWN])}{rest}"
    return WP622.at(plan.place, message)._replace(subject=plan.naam)


def _shown(value: Any) -> str:
    """Return a value of a record in a few words."""
    if value is None:
        return "niets"
    if isinstance(value, dict):
        return ", ".join(f"{k}: {v}" for k, v in value.items())
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    return quote(str(value)) if isinstance(value, str) else str(value).lower()
