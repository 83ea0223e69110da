"""What a term of the glossary is."""

from __future__ import annotations

from dataclasses import dataclass

WOONAGENDA = "woonagenda"
"""Id of the Regionale Woonagenda Twente in a register that has it."""
WOONAGENDA_TITEL = "Regionale Woonagenda Twente 2021-2025"
"""Its title: another region may have a document of its own with that id."""


@dataclass(frozen=True, slots=True)
class Begrip:
    """A term: its Dutch definition for results, one line of English for the README, and where it comes from."""

    naam: str
    english: str
    definitie: str
    bron: str = "woonplan"
    verschilt: str = ""
    """Where definitions differ, in Dutch; empty when nobody disagrees."""
    ook: tuple[str, ...] = ()
    """Other words that people look this term up by."""
    regels: str = ""
    """Text lines of the Woonagenda that define it: it is the source where a register has it."""
    criteria: str = ""
    """What the Woonagenda says something has to be to be called so, in Dutch, with `{bron}` for its name."""
    woonagenda: str = ""
    """How the Woonagenda uses the term, in Dutch, with `{bron}` for its name in the register."""
