"""Dutch findings for everything the models refuse, keyed on pydantic's error type.

A test proves that every type that the models can raise stands here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from woonplan.diagnostics import quote
from woonplan.load.nearest import suggestion
from woonplan.load.numbers import advice
from woonplan.model.base import MAX_WONINGEN


class Refused(NamedTuple):
    """One thing that a model refused: the key it stands under, the value, and what pydantic knows of it."""

    key: str
    value: Any
    context: Mapping[str, Any]
    known: tuple[str, ...] = ()
    """The keys that the model has, for an unknown or misplaced one."""
    within: str = ""
    """The key of the block, where its keys are no words of the format: years, or names of municipalities."""

    @property
    def name(self) -> str:
        """The key in words that say what it is about: ``oplevering 2024`` instead of ``2024``."""
        return f"{self.within} {self.key}" if self.within else self.key

    @property
    def text(self) -> str:
        """The value as it stands in the file."""
        if self.value is None:
            return ""
        if isinstance(self.value, bool):
            return str(self.value).lower()
        if isinstance(self.value, dict | list):
            # Writing out a million values to quote 80 characters of them is not worth it.
            return "een lijst" if isinstance(self.value, list) else "een blok met sleutels"
        return str(self.value)


class Wording(NamedTuple):
    """Code, message and hint of a finding."""

    code: str
    message: str
    hint: str


_YEARS = frozenset({"start", "jaar_hard", "jaar"})


def _shape(value: Any) -> str:
    if isinstance(value, dict):
        return "een blok met sleutels"
    if isinstance(value, list):
        return "een lijst"
    if value is None:
        return "leeg"
    return quote(str(value).lower() if isinstance(value, bool) else str(value))


def _unknown_key(r: Refused) -> Wording:
    hint = suggestion(r.key, r.known) or f"Mogelijke sleutels: {', '.join(sorted(r.known)[:60])}."
    return Wording("WP101", f"onbekende sleutel {quote(r.key)}", hint)


def _missing(r: Refused) -> Wording:
    return Wording("WP102", f"sleutel '{r.key}' ontbreekt", f"Voeg een regel '{r.key}: ...' toe.")


def _whole_number(r: Refused) -> Wording:
    if isinstance(r.value, dict | list) or r.value is None:
        hint = "Schrijf een geheel getal met alleen cijfers, of laat de regel weg als het onbekend is."
        return Wording("WP103", f"bij '{r.name}' hoort een geheel getal; hier staat: {_shape(r.value)}", hint)
    if r.key in _YEARS:
        return Wording("WP103", f"{r.key} {quote(r.text)} is geen jaar", "Schrijf alleen het jaar, bijvoorbeeld 2024.")
    return Wording("WP103", f"{r.name} {quote(r.text)} is geen geheel getal", advice(r.key, r.text))


def _too_small(r: Refused) -> Wording:
    if r.key == "versie":
        return _other_version(r)
    limit = r.context.get("ge")
    hint = "Sloop en onttrekking staan als positief getal in eigen sleutels." if limit == 0 else "Controleer het getal."
    return Wording("WP104", f"{r.name} {quote(r.text)[1:-1]} is te klein; het minste is {limit}", hint)


def _other_version(r: Refused) -> Wording:
    return Wording("WP104", f"versie {r.text} van dit bestand is onbekend", "Schrijf versie: 1; een andere is er niet.")


def _too_large(r: Refused) -> Wording:
    if r.key == "versie":
        return _other_version(r)
    limit = r.context.get("le")
    hint = "Controleer het aantal cijfers." if limit == MAX_WONINGEN else "Controleer het getal."
    return Wording("WP104", f"{r.name} {quote(r.text)[1:-1]} is te groot; het meeste is {limit}", hint)


def _not_in_list(r: Refused) -> Wording:
    allowed = _allowed(str(r.context.get("expected", "")))
    if r.value is None or isinstance(r.value, dict | list):
        what = f"bij '{r.key}' hoort een waarde uit de lijst; hier staat: {_shape(r.value)}"
        return Wording("WP105", what, f"Kies uit: {', '.join(allowed)}.")
    hint = suggestion(r.text, allowed) or f"Kies uit: {', '.join(allowed)}."
    return Wording("WP105", f"{r.key} {quote(r.text)} staat niet in de lijst van waarden", hint)


def _allowed(expected: str) -> list[str]:
    return [word.strip().strip("'") for word in expected.replace(" or ", ", ").split(",") if word.strip()]


def _not_text(r: Refused) -> Wording:
    hint = f"Vul tekst in achter '{r.key}:' of haal de regel weg."
    return Wording("WP106", f"bij '{r.key}' hoort tekst; hier staat: {_shape(r.value)}", hint)


def _not_block(r: Refused) -> Wording:
    hint = "Schrijf de sleutels eronder, ingesprongen: 'naam: waarde'."
    what = f"bij '{r.key}' hoort een blok met sleutels" if r.key else "hier hoort een blok met sleutels"
    return Wording("WP107", f"{what}; hier staat: {_shape(r.value)}", hint)


def _not_list(r: Refused) -> Wording:
    hint = "Schrijf elke waarde op een eigen regel met een streepje ervoor, of [een, twee] tussen haken."
    return Wording("WP107", f"bij '{r.key}' hoort een lijst; hier staat: {_shape(r.value)}", hint)


def _not_date(r: Refused) -> Wording:
    hint = "Schrijf jaar-maand-dag, bijvoorbeeld 2024-07-01, of alleen het jaar als meer niet bekend is."
    return Wording("WP108", f"{r.key} {quote(r.text)} is geen bestaande datum", hint)


_JOINED = re.compile(r"(\d{4}(?:-\d{4})?):(\S+)")
"""A year and a number that YAML reads as one text: between braces a colon needs a space after it."""


def _not_period(r: Refused) -> Wording:
    hint = "Schrijf een jaar (2026), een periode met het vroegste jaar eerst (2025-2029), of onbekend."
    if joined := _JOINED.fullmatch(r.text):
        hint = f"Na de dubbele punt ontbreekt een spatie. Schrijf {quote(f'{joined[1]}: {joined[2]}')}."
    within = f"{r.within}: " if r.within else ""
    return Wording("WP109", f"{within}{quote(r.text)} is geen jaar of periode", hint)


def _not_code(r: Refused) -> Wording:
    if r.key == "code":
        hint = "Een CBS-code is GM met vier cijfers, bijvoorbeeld GM0153."
    elif re.fullmatch(r"\d+", r.key):
        hint = "Een jaar heeft vier cijfers."
    else:
        hint = "Begin met een letter of cijfer en gebruik alleen letters, cijfers, punt, streepje of liggend streepje."
    return Wording("WP110", f"{r.key} {quote(r.text)} is niet goed geschreven", hint)


def _not_yes_no(r: Refused) -> Wording:
    intended = {"ja": "true", "yes": "true", "waar": "true", "nee": "false", "no": "false", "onwaar": "false"}
    word = intended.get(r.text.casefold())
    hint = f"Schrijf {r.key}: {word}." if word else f"Schrijf {r.key}: true of {r.key}: false."
    return Wording("WP111", f"bij '{r.key}' hoort true of false; hier staat: {_shape(r.value)}", hint)


def _text_length(r: Refused) -> Wording:
    limit = r.context.get("max_length")
    if limit is None:
        return Wording("WP112", f"{r.key} is leeg", "Vul iets in of haal de regel weg.")
    return Wording("WP112", f"{r.key} {quote(r.text, 40)} is langer dan {limit} tekens", "Kort de tekst in.")


MESSAGES: Mapping[str, Callable[[Refused], Wording]] = {
    "extra_forbidden": _unknown_key,
    "missing": _missing,
    "int_type": _whole_number,
    "greater_than_equal": _too_small,
    "less_than_equal": _too_large,
    "enum": _not_in_list,
    "literal_error": _not_in_list,
    "string_type": _not_text,
    "string_too_short": _text_length,
    "string_too_long": _text_length,
    "string_pattern_mismatch": _not_code,
    "bool_type": _not_yes_no,
    "model_type": _not_block,
    "dict_type": _not_block,
    "mapping_type": _not_block,
    "tuple_type": _not_list,
    "datum": _not_date,
    "periode": _not_period,
}


def wording(error_type: str, refused: Refused) -> Wording:
    """Return the finding for one refusal; a type without a message of its own is shown, not lost."""
    make = MESSAGES.get(error_type)
    if make is None:
        return Wording(
            "WP199", f"{refused.key} {_shape(refused.value)} past niet ({error_type})", "Controleer de waarde."
        )
    return make(refused)
