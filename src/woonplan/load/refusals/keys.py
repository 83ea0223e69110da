"""Keys that are not there, keys that do not exist, and what stands where a block or a list belongs."""

from __future__ import annotations

from collections.abc import Sequence

from woonplan.diagnostics import Diagnostic, quote
from woonplan.load.nearest import suggestion
from woonplan.load.refusals.refused import Refused
from woonplan.rule import Example, Rule, plan_text

WP101 = Rule(
    code="WP101",
    naam="onbekende sleutel",
    wat="Een sleutel staat niet in de lijst van sleutels die hier kunnen.",
    waarom="Een verkeerd gespelde sleutel wordt anders stil overgeslagen: het getal telt dan niet mee.",
    oplossing=(
        "Verbeter de spelling; de melding noemt de sleutel die er het meest op lijkt. Eigen gegevens horen bij "
        "'opmerkingen'."
    ),
    fout=Example(plan_text("beekstraat", "wonigen: 30"), 4, 5),
    goed=Example(plan_text("beekstraat", "woningen: 30")),
)
"""A key that does not exist."""


def unknown_key(r: Refused) -> Diagnostic:
    """Return the finding for a key that the block does not have."""
    hint = suggestion(r.key, r.keys) or f"Mogelijke sleutels: {', '.join(sorted(r.keys)[:60])}."
    return WP101.at(None, f"onbekende sleutel {quote(r.key)}", hint)


WP113 = Rule(
    code="WP113",
    naam="blok niet ingesprongen",
    wat="Onder een sleutel zonder waarde staan, even ver ingesprongen, de sleutels die erin horen.",
    waarom="YAML leest ze als sleutels naast die sleutel; wat erin moest staan is dan onbekend.",
    oplossing="Spring de sleutels van het blok twee spaties verder in dan de sleutel waar zij bij horen.",
    fout=Example(plan_text("beekstraat", "restant: 30", "oplevering:", "2026: 30"), 6, 5),
    goed=Example(plan_text("beekstraat", "restant: 30", "oplevering:", "  2026: 30")),
)
"""A block that is not indented."""


def not_indented(owner: str, keys: Sequence[str]) -> Diagnostic:
    """Return the finding for keys that stand beside the key that they belong under."""
    shown = ", ".join(map(quote, keys[:3])) + (" ..." if len(keys) > 3 else "")
    stand, belong, them = ("staat", "hoort", "die regel") if len(keys) == 1 else ("staan", "horen", "die regels")
    return WP113.at(
        None, f"{shown} {stand} naast {quote(owner)} en {belong} eronder", f"Spring {them} twee spaties verder in."
    )


WP102 = Rule(
    code="WP102",
    naam="verplichte sleutel ontbreekt",
    wat="Een sleutel die er altijd moet zijn, ontbreekt. De melding staat bij het blok waarin hij hoort.",
    waarom=(
        "Zonder id en naam is een plan niet te noemen; zonder peildatum is niet bekend van wanneer de aantallen zijn."
    ),
    oplossing="Voeg de sleutel toe.",
    fout=Example("  - id: beekstraat\n    gemeente: Borne\n", 1, 5),
    goed=Example(plan_text("beekstraat")),
)
"""A key that is missing."""


def missing(r: Refused) -> Diagnostic:
    """Return the finding for a key that the block must have."""
    return WP102.at(None, f"sleutel '{r.key}' ontbreekt", f"Voeg een regel '{r.key}: ...' toe.")


WP107 = Rule(
    code="WP107",
    naam="geen lijst of blok",
    wat="Waar een lijst of een blok met sleutels hoort, staat iets anders.",
    waarom="De onderdelen zijn dan niet te vinden en tellen niet mee.",
    oplossing=(
        "Schrijf een lijst met een streepje per regel of tussen rechte haken; schrijf een blok als sleutels eronder, "
        "ingesprongen."
    ),
    hint="Schrijf elke waarde op een eigen regel met een streepje ervoor, of [een, twee] tussen haken.",
    fout=Example(plan_text("beekstraat", "locaties: Beekstraat"), 4, 15),
    goed=Example(plan_text("beekstraat", "locaties: [Beekstraat]")),
)
"""A list or a block that is something else."""


def not_block(r: Refused) -> Diagnostic:
    """Return the finding for what is no block of keys."""
    where = f"bij '{r.key}' hoort" if r.key else "hier hoort"
    hint = "Schrijf de sleutels eronder, ingesprongen: 'naam: waarde'."
    return WP107.at(None, f"{where} een blok met sleutels; hier staat: {r.here}", hint)


def not_list(r: Refused) -> Diagnostic:
    """Return the finding for what is no list."""
    return WP107.at(None, f"bij '{r.key}' hoort een lijst; hier staat: {r.here}")
