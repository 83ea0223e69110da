"""What a text aims at beside homes, and what of it cannot be computed."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from woonplan.model.base import Id, Jaar, Tekst
from woonplan.model.number import Number, Precisie
from woonplan.model.source import Herleidbaar, as_number
from woonplan.model.toezegging import Nummer

Getal = Annotated[int, Field(strict=True, ge=0, le=100_000_000_000)]


class Doeleenheid(StrEnum):
    """What the number of a goal counts in."""

    PROCENT = "procent"
    EURO = "euro"
    AANTAL = "aantal"


class Streefdoel(Herleidbaar):
    """A goal of the text that is no number of homes: those are `opgaven` in gemeenten.yaml."""

    id: Id
    """Name of the goal, unique in the file."""
    tekst: Tekst
    """What is aimed at, in own words."""
    getal: Getal | None = None
    """The number of the goal, a whole one, in `eenheid`; absent: it has none."""
    eenheid: Doeleenheid | None = None
    """What `getal` counts in; absent: things (`aantal`)."""
    precisie: Precisie = Precisie.EXACT
    """How precise the source is, as of a number of homes."""
    jaar: Jaar | None = None
    """The year in which it is to be reached; absent: the text names none."""
    gebied: Tekst | None = None
    """The area that it is about, where that is another than the region."""
    ook: Tekst | None = None
    """Another place in the document that says the same."""
    verwant: tuple[Nummer, ...] = ()
    """Numbers of the actions that serve it."""
    opmerkingen: Tekst | None = None
    """Remarks."""

    def number(self) -> Number | None:
        """Return the number as it is written; None where the goal has none."""
        return as_number(self.getal, None, None, self.precisie)


class NietBerekenbaar(Herleidbaar):
    """Something in the text that nothing can be computed of, and why not."""

    id: Id
    """Name of it, unique in the file."""
    onderwerp: Tekst
    """What it is about, in own words."""
    reden: Tekst
    """Why it cannot be computed."""
    nodig: Tekst | None = None
    """What would be needed for it; absent: nothing that a register can hold."""
