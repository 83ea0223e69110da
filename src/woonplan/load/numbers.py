"""What somebody who wrote ``2.000`` or ``ca. 30`` probably meant: suggestions, never readings."""

from __future__ import annotations

import re

_NUMBER = r"\d{1,3}(?:\.\d{3})+|\d{1,9}"
_ABOUT = re.compile(rf"(?:ca\.?|circa|ongeveer|ong\.?|±|zo'n)\s*({_NUMBER})", re.IGNORECASE)
_LEAST = re.compile(rf"(?:min\.?|minimaal|minstens|ten minste|ruim|>=?|>)\s*({_NUMBER})", re.IGNORECASE)
_MOST = re.compile(rf"(?:max\.?|maximaal|hoogstens|ten hoogste|<=?|<)\s*({_NUMBER})", re.IGNORECASE)
_RANGE = re.compile(rf"({_NUMBER})\s*(?:-|tot|à|t/m)\s*({_NUMBER})", re.IGNORECASE)
_EXPONENT = re.compile(r"(\d{1,4})[eE]\+?([0-6])")

_PLAIN: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\d{1,3}(?:\.\d{3})+"), "."),
    (re.compile(r"\d{1,9}(?:_\d{1,9})+"), "_"),
    (re.compile(r"\d{1,3}(?: \d{3})+"), " "),
    (re.compile(r"0+\d{1,9}"), ""),
    (re.compile(r"\+\d{1,9}"), "+"),
    (re.compile(r"\d{1,9}"), ""),
)


def intended(text: str) -> int | None:
    """Return the whole number meant by ``text``, or None where that is not beyond doubt.

    ``2.000`` is 2000 and ``012`` is 12; ``1:30``, ``2,5``, ``0x10`` and ``yes`` have no single reading.
    """
    text = text.strip()
    if len(text) > 40:
        return None
    for pattern, noise in _PLAIN:
        if pattern.fullmatch(text):
            return int(text.replace(noise, "") if noise else text)
    if re.fullmatch(r"\d{1,9}\.0{1,2}", text):
        return int(text.split(".")[0])
    if match := _EXPONENT.fullmatch(text):
        return int(match[1] + "0" * int(match[2]))
    return None


def advice(key: str, text: str) -> str:
    """Return what to write instead of ``text`` at ``key``."""
    number = intended(text)
    if number is not None:
        if text == str(number):
            return f"Schrijf {key}: {number}, zonder aanhalingstekens."
        return f"Bedoelt u {number}? Schrijf {key}: {number}."
    if key == "woningen" and len(text) <= 40:
        for pattern, word in ((_ABOUT, "circa"), (_LEAST, "minimaal"), (_MOST, "maximaal")):
            if match := pattern.fullmatch(text.strip()):
                return f"Schrijf woningen: {intended(match[1])} en precisie: {word}."
        if match := _RANGE.fullmatch(text.strip()):
            return f"Schrijf woningen_min: {intended(match[1])} en woningen_max: {intended(match[2])}."
    if re.fullmatch(r"-?\d{19,}", text.strip()):
        return "Dit getal is te groot om een aantal te zijn."
    return (
        "Schrijf een geheel getal met alleen cijfers, bijvoorbeeld 2000. Laat de regel weg als het aantal onbekend is."
    )
