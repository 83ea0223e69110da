"""Words and dates: values outside their list, and what is no text, code, date, yes or no."""

from __future__ import annotations

import re

from woonplan.diagnostics import Diagnostic, quote
from woonplan.load.nearest import meant, suggestion
from woonplan.load.refusals.labels import dates, is_missing, labelled
from woonplan.load.refusals.refused import Refused
from woonplan.rule import Example, Rule, plan_text

WP105 = Rule(
    code="WP105",
    naam="waarde niet in de lijst",
    wat="Een sleutel met een vaste lijst van waarden heeft een andere waarde.",
    waarom="Een onbekende status of fase valt buiten elke optelling, zodat een plan ongemerkt verdwijnt.",
    oplossing="Kies een waarde uit de lijst in de melding.",
    fout=Example(plan_text("beekstraat", "planstatus: zact"), 4, 17),
    goed=Example(plan_text("beekstraat", "planstatus: zacht")),
)
"""A value that is not in its list."""


def not_in_list(r: Refused) -> Diagnostic:
    """Return the finding for a value that is not one of its list."""
    expected = str(r.context.get("expected", "")).replace(" or ", ", ")
    allowed = [word.strip().strip("'") for word in expected.split(",") if word.strip()]
    choice = f"Kies uit: {', '.join(allowed)}."
    if r.value is None or isinstance(r.value, dict | list):
        return WP105.at(None, f"bij '{r.key}' hoort een waarde uit de lijst; hier staat: {r.here}", choice)
    hint = _value(r.text, allowed) or choice
    return WP105.at(None, f"{r.key} {quote(r.text)} staat niet in de lijst van waarden", hint)


def _value(text: str, allowed: list[str]) -> str:
    """Return which values of a list may be meant by a text; empty where none is."""
    if found := labelled(text, allowed):
        return meant(found)
    if is_missing(text):
        unknown = ", of schrijf onbekend" if "onbekend" in allowed else ""
        return f"Is het niet bekend, laat de regel dan weg{unknown}."
    return suggestion(text, allowed)


WP106 = Rule(
    code="WP106",
    naam="geen tekst",
    wat="Bij een sleutel voor tekst staat een lijst, een blok of niets.",
    waarom="Een naam of plaats moet als tekst te lezen en te vergelijken zijn.",
    oplossing="Vul tekst in of haal de regel weg.",
    fout=Example(plan_text("beekstraat", "plaats: [Borne]"), 4, 13),
    goed=Example(plan_text("beekstraat", "plaats: Borne")),
)
"""Something that is no text."""


def not_text(r: Refused) -> Diagnostic:
    """Return the finding for what is no text."""
    hint = f"Vul tekst in achter '{r.key}:' of haal de regel weg."
    return WP106.at(None, f"bij '{r.key}' hoort tekst; hier staat: {r.here}", hint)


WP110 = Rule(
    code="WP110",
    naam="code niet goed geschreven",
    wat="Een id, een CBS-code of een jaartal als sleutel heeft niet de vorm die ervoor is afgesproken.",
    waarom="Op codes wordt gekoppeld; een spatie of een ontbrekende nul breekt de koppeling.",
    oplossing=(
        "Een id begint met een letter of cijfer en heeft geen spaties; een CBS-code is GM met vier cijfers (GM0147); "
        "een jaar heeft vier cijfers."
    ),
    hint="Begin met een letter of cijfer en gebruik alleen letters, cijfers, punt, streepje of liggend streepje.",
    fout=Example("  - id: beek straat\n    naam: Beekstraat\n    gemeente: Borne\n", 1, 9),
    goed=Example(plan_text("beekstraat")),
)
"""A code that is not written well."""


def not_code(r: Refused) -> Diagnostic:
    """Return the finding for an id, a CBS code or a year that is not written as agreed."""
    hint = ""
    if r.key == "code":
        code = re.fullmatch(r"(?:gm|cbs)?[\s.:_-]*0*(\d{1,4})", r.text.strip(), re.IGNORECASE)
        what = "Een CBS-code is GM met vier cijfers, bijvoorbeeld GM0153."
        hint = f"{meant([f'GM{code[1].zfill(4)}'])} {what}" if code else what
    if r.key == "sha256":
        hint = "Een sha256 heeft 64 tekens: cijfers en kleine letters a tot en met f."
    if re.fullmatch(r"\d+", r.key):
        hint = "Een jaar heeft vier cijfers."
    return WP110.at(None, f"{r.key} {quote(r.text)} is niet goed geschreven", hint)


WP111 = Rule(
    code="WP111",
    naam="geen true of false",
    wat="Bij een sleutel voor ja of nee staat iets anders dan true of false.",
    waarom="Wat 'ja', 'yes' of 'J' betekent verschilt per programma; true en false niet.",
    oplossing="Schrijf true of false.",
    fout=Example(plan_text("beekstraat", "prioriteit: ja"), 4, 17),
    goed=Example(plan_text("beekstraat", "prioriteit: true")),
)
"""Something that is not true or false."""


def not_yes_no(r: Refused) -> Diagnostic:
    """Return the finding for what is neither true nor false."""
    intended = {"ja": "true", "yes": "true", "waar": "true", "nee": "false", "no": "false", "onwaar": "false"}
    word = intended.get(r.text.casefold())
    hint = f"Schrijf {r.key}: {word}." if word else f"Schrijf {r.key}: true of {r.key}: false."
    return WP111.at(None, f"bij '{r.key}' hoort true of false; hier staat: {r.here}", hint)


WP112 = Rule(
    code="WP112",
    naam="tekst leeg of te lang",
    wat="Een tekst is leeg, of langer dan de sleutel toelaat.",
    waarom="Een lege naam is niet te noemen in een tabel; een tekst van bladzijden past er niet in.",
    oplossing="Vul iets in of haal de regel weg; kort een te lange tekst in.",
    fout=Example(plan_text("beekstraat", "plaats: ''"), 4, 13),
    goed=Example(plan_text("beekstraat", "plaats: Borne")),
)
"""Text that is empty or too long."""


def text_length(r: Refused) -> Diagnostic:
    """Return the finding for a text that is empty or too long."""
    limit = r.context.get("max_length")
    if limit is None:
        return WP112.at(None, f"{r.key} is leeg", "Vul iets in of haal de regel weg.")
    return WP112.at(None, f"{r.key} {quote(r.text, 40)} is langer dan {limit} tekens", "Kort de tekst in.")


WP108 = Rule(
    code="WP108",
    naam="geen bestaande datum",
    wat="Een datum is niet geschreven als jaar-maand-dag, of bestaat niet.",
    waarom="1-7-2024 en 7-1-2024 zijn niet uit elkaar te houden; jaar-maand-dag is maar op een manier te lezen.",
    oplossing="Schrijf 2024-07-01, of alleen het jaar als meer niet bekend is.",
    hint="Schrijf jaar-maand-dag, bijvoorbeeld 2024-07-01, of alleen het jaar als meer niet bekend is.",
    fout=Example(plan_text("beekstraat", "bijgewerkt: 1-7-2024"), 4, 17),
    goed=Example(plan_text("beekstraat", "bijgewerkt: 2024-07-01")),
)
"""A date that does not exist."""


def not_date(r: Refused) -> Diagnostic:
    """Return the finding for what is no date."""
    if is_missing(r.text):
        return WP108.at(None, f"{r.key} {quote(r.text)} is geen datum", "Laat de regel weg als de datum onbekend is.")
    possible = dates(r.text)
    what = "is niet geschreven als jaar-maand-dag" if possible else "is geen bestaande datum"
    return WP108.at(
        None, f"{r.key} {quote(r.text)} {what}", meant(possible) + " Schrijf jaar-maand-dag." * (len(possible) > 1)
    )


WP109 = Rule(
    code="WP109",
    naam="geen jaar of periode",
    wat="Bij 'oplevering' of 'sloop_jaar' staat iets anders dan een jaar, een periode of 'onbekend'.",
    waarom="Zonder jaartal is niet te zeggen welke woningen binnen de periode van de opgave vallen.",
    oplossing="Schrijf 2026, 2025-2029 (het vroegste jaar eerst, beide tellen mee), 2035- (vanaf 2035) of onbekend.",
    hint="Schrijf een jaar (2026), een periode met het vroegste jaar eerst (2025-2029, of 2035-), of onbekend.",
    fout=Example(plan_text("beekstraat", "restant: 4", "oplevering: {2029-2025: 4}"), 5, 18),
    goed=Example(plan_text("beekstraat", "restant: 4", "oplevering: {2025-2029: 4}")),
)
"""A period that is none."""

_JOINED = re.compile(r"(\d{4}(?:-\d{4})?):(\S+)")
"""A year and a number that YAML reads as one text: between braces a colon needs a space after it."""


_OPEN = re.compile(
    r"(?:vanaf|>=)\s*(?P<vanaf>\d{4})|(?P<jaar>\d{4})\s*(?:\+|e\.?v\.?|(?:en|of)\s+(?:later|verder|daarna)|[\u2010-\u2015])",
    re.IGNORECASE,
)
"""A year from which on, in the ways that people write it."""

_DASHED = re.compile(r"(\d{4})\s*(?:[-\u2010-\u2015]|t/m|tot en met)\s*(\d{4})", re.IGNORECASE)
"""A period with another sign or word between its years."""


def not_period(r: Refused) -> Diagnostic:
    """Return the finding for what is no year, period or `onbekend`."""
    hint = ""
    if joined := _JOINED.fullmatch(r.text):
        hint = f"Na de dubbele punt ontbreekt een spatie. Schrijf {quote(f'{joined[1]}: {joined[2]}')}."
    elif open_ := _OPEN.fullmatch(r.text):
        year = open_["vanaf"] or open_["jaar"]
        hint = f"Schrijf {quote(f'{year}-')}: vanaf {year}, zonder laatste jaar."
    elif (years := _DASHED.fullmatch(r.text)) and years[1] < years[2]:
        hint = f"Schrijf {quote(f'{years[1]}-{years[2]}')}, met een gewoon streepje."
    within = f"{r.within}: " if r.within else ""
    return WP109.at(None, f"{within}{quote(r.text)} is geen jaar of periode", hint)
