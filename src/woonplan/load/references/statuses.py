"""Definitions of hard and soft: whether a plan file names one that exists, and whether it names statuses that exist."""

from __future__ import annotations

from collections.abc import Iterator

from woonplan.diagnostics import Diagnostic, quote
from woonplan.load.context import Entry, Listed
from woonplan.load.nearest import meant
from woonplan.model.gemeente import Gemeentenbestand
from woonplan.model.stand import Positions, Standdeel
from woonplan.model.statussen import FIJN
from woonplan.rule import BORNE, Example, Rule, gemeenten_text

WP208 = Rule(
    code="WP208",
    naam="statusdefinitie bestaat niet",
    wat="De kop van een plannenbestand noemt een statusdefinitie die niet bestaat.",
    waarom="Wat hard en zacht is verschilt per jaar en per provincie; zonder definitie is dat niet te zeggen.",
    oplossing="Kies basisset-2022, onbekend, of een definitie uit 'statusdefinities' in gemeenten.yaml.",
    fout=Example("versie: 1\npeildatum: 2024-01-01\nstatusdefinitie: basisset-2020\nbron: nota\nplannen: []\n", 3, 18),
    goed=Example("versie: 1\npeildatum: 2024-01-01\nstatusdefinitie: basisset-2022\nbron: nota\nplannen: []\n"),
)
"""A status definition that does not exist."""


def header_definition(standdeel: Standdeel, listed: Listed) -> Iterator[Diagnostic]:
    """Yield that the head of a plan file names a definition which does not exist."""
    name = standdeel.inhoud.statusdefinitie
    if name not in listed.statusdefinities:
        hint = f"Bekend: {', '.join(sorted(listed.statusdefinities)[:20])}."
        place = standdeel.invoer.positions.place(("statusdefinitie",))
        yield WP208.at(
            place, f"statusdefinitie {quote(name)} bestaat niet", listed.suggest(name, listed.statusdefinities) or hint
        )


WP216 = Rule(
    code="WP216",
    naam="status of actie bestaat niet",
    wat=(
        "Een statusdefinitie noemt een planstatus die niet bestaat of twee keer voorkomt, of een actie verwijst naar "
        "een nummer dat er niet is."
    ),
    waarom="Plannen met die status vallen dan buiten hard en zacht; een verwijzing zonder doel is niet te volgen.",
    oplossing="Noem elke status van de basisset een keer, en geef het nummer van een actie in hetzelfde bestand.",
    fout=Example(
        gemeenten_text("statusdefinities:\n  - {id: eigen, naam: Eigen, hard: [1A, 1Z], zacht: [1C]}\n", BORNE),
        6,
        41,
        file="gemeenten.yaml",
    ),
    goed=Example(
        gemeenten_text("statusdefinities:\n  - {id: eigen, naam: Eigen, hard: [1A, 1B], zacht: [1C]}\n", BORNE),
        file="gemeenten.yaml",
    ),
)
"""A status or an action that does not exist."""


def status_findings(gebied: Gemeentenbestand, positions: Positions, listed: Listed) -> Iterator[Diagnostic]:
    """Yield what is wrong with the statuses that the definitions of a register name."""
    # The classes alone (hard, zacht, onbekend) mean themselves; a definition divides the statuses of the basic set.
    allowed = [str(status) for status in FIJN]

    def meant_by(status: str) -> str:
        # Nearly always there is nothing to say.
        from woonplan.load.refusals.labels import labelled

        return meant(labelled(status, allowed)) or listed.suggest(status, allowed)

    for i, definitie in enumerate(gebied.statusdefinities):
        entry = Entry(positions, ("statusdefinities", i), f"statusdefinitie {quote(definitie.id)}")
        owner: dict[str, str] = {}
        for key in ("hard", "zacht", "telt_niet"):
            for n, status in enumerate(getattr(definitie, key)):
                if status not in allowed:
                    hint = meant_by(status) or f"Kies uit: {', '.join(allowed)}."
                    yield entry.finding(WP216, f"status {quote(status)} bestaat niet", key, n, hint=hint)
                elif owner.setdefault(status, key) != key:
                    message = f"status {quote(status)} staat bij {owner[status]} en bij {key}"
                    hint = "Laat elke status maar bij een van de drie staan."
                    yield entry.finding(WP216, message, key, n, hint=hint)
