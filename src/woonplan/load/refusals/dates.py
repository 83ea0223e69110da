"""Dates and periods that are none."""

from __future__ import annotations

import re

from woonplan.diagnostics import quote
from woonplan.load.refusals.refused import Refused, Wording
from woonplan.rule import Example, Rule, plan_text

WP108 = Rule(
    code="WP108",
    naam="geen bestaande datum",
    wat="Een datum is niet geschreven als jaar-maand-dag, of bestaat niet.",
    waarom="1-7-2024 en 7-1-2024 zijn niet uit elkaar te houden; jaar-maand-dag is maar op een manier te lezen.",
    oplossing="Schrijf 2024-07-01, of alleen het jaar als meer niet bekend is.",
    fout=Example(plan_text("beekstraat", "bijgewerkt: 1-7-2024"), 4, 17),
    goed=Example(plan_text("beekstraat", "bijgewerkt: 2024-07-01")),
)
"""A date that does not exist."""


def not_date(r: Refused) -> Wording:
    """Return the finding for what is no date."""
    hint = "Schrijf jaar-maand-dag, bijvoorbeeld 2024-07-01, of alleen het jaar als meer niet bekend is."
    return Wording(WP108, f"{r.key} {quote(r.text)} is geen bestaande datum", hint)


WP109 = Rule(
    code="WP109",
    naam="geen jaar of periode",
    wat="Bij oplevering of sloop_jaar staat iets anders dan een jaar, een periode of 'onbekend'.",
    waarom="Zonder jaartal is niet te zeggen welke woningen binnen de periode van de opgave vallen.",
    oplossing="Schrijf 2026, 2025-2029 (het vroegste jaar eerst, beide jaren tellen mee) of onbekend.",
    fout=Example(plan_text("beekstraat", "restant: 4", "oplevering: {2029-2025: 4}"), 5, 18),
    goed=Example(plan_text("beekstraat", "restant: 4", "oplevering: {2025-2029: 4}")),
)
"""A period that is none."""

_JOINED = re.compile(r"(\d{4}(?:-\d{4})?):(\S+)")
"""A year and a number that YAML reads as one text: between braces a colon needs a space after it."""


def not_period(r: Refused) -> Wording:
    """Return the finding for what is no year, period or `onbekend`."""
    hint = "Schrijf een jaar (2026), een periode met het vroegste jaar eerst (2025-2029), of onbekend."
    if joined := _JOINED.fullmatch(r.text):
        hint = f"Na de dubbele punt ontbreekt een spatie. Schrijf {quote(f'{joined[1]}: {joined[2]}')}."
    within = f"{r.within}: " if r.within else ""
    return Wording(WP109, f"{within}{quote(r.text)} is geen jaar of periode", hint)
