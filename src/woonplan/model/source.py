"""Where a figure comes from: the documents, and the place in them."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from typing import Annotated, NamedTuple

from pydantic import StringConstraints

from woonplan.model.base import Aantal, Datum, Id, Model, Tekst
from woonplan.model.number import Bound, Number, Precisie, between, exactly, margin


class Herkomst(StrEnum):
    """How a figure came into the register."""

    BRON = "bron"
    OPGAVE_GEMEENTE = "opgave_gemeente"
    AFGELEID = "afgeleid"
    AANNAME = "aanname"
    FICTIEF = "fictief"


class Bron(Model):
    """A document or data set that figures are taken from; listed once, referred to by id."""

    id: Id
    """Name of the document inside this register; `bron:` refers to it."""
    titel: Tekst
    """Full title as published."""
    kort: Tekst | None = None
    """Short title for table columns; absent: the full title."""
    uitgever: Tekst | None = None
    """Who published it."""
    datum: Datum | None = None
    """Date of publication, as precise as known (year, month or day)."""
    adres: Tekst | None = None
    """Where it can be found (URL or repository and path)."""
    licentie: Tekst | None = None
    """Licence of a data set."""
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")] | None = None
    """Checksum (hexadecimal) of the text or data file that was read, where one is kept."""
    opmerkingen: Tekst | None = None
    """Remarks on the document, such as what is missing from it."""

    @property
    def label(self) -> str:
        """The title to print in a narrow column."""
        return self.kort or self.titel


class Herleidbaar(Model):
    """A record with figures: each says where they come from, itself or through the block it stands in."""

    bron: Id | None = None
    """Id of the document (`bronnen`); absent: inherited from the block or file."""
    vindplaats: Tekst | None = None
    """Place in the document: paragraph or table first, text line second. Absent: inherited with `bron`."""
    herkomst: Herkomst | None = None
    """How the figure came here; absent: inherited, and `bron` where nothing says otherwise."""


class Hoeveelheid(Herleidbaar):
    """A number of homes: one number, or bounds of which either may be absent. No number at all is unknown."""

    woningen: Aantal | None = None
    """Number of homes (whole homes, 0 or more). Absent means unknown, which is not 0."""
    woningen_min: Aantal | None = None
    """Lowest number of homes, inclusive; not together with `woningen`."""
    woningen_max: Aantal | None = None
    """Highest number of homes, inclusive; not together with `woningen`."""
    precisie: Precisie = Precisie.EXACT
    """How precise the source is: `exact`, `circa` (about), `ruim` and `minimaal` (at least), `maximaal` (at most)."""
    precisiewoord: Tekst | None = None
    """The word of the source ("zo'n", "ruim"), where it has one."""
    marge: Aantal | None = None
    """How far a number that is `circa` may be off (homes); absent: half of the last place that is written."""

    def number(self) -> Number | None:
        """Return the number of homes; None when it is unknown."""
        return as_number(self.woningen, self.woningen_min, self.woningen_max, self.precisie, self.marge)


class Provenance(NamedTuple):
    """The source of one figure after inheritance: document id, place in it, reference date, kind."""

    bron: str | None = None
    vindplaats: str | None = None
    peildatum: str | None = None
    herkomst: Herkomst = Herkomst.BRON


# A run asks for the same plan in the loader, in several rules and in every sum, and plans of the same size are many.
@lru_cache(maxsize=8192)
def as_number(
    one: int | None,
    low: int | None,
    high: int | None,
    precisie: Precisie = Precisie.EXACT,
    marge: int | None = None,
) -> Number | None:
    """Return a number or bounds as a number, or None when nothing is given.

    `ruim` and `minimaal` make one number a lower bound, `maximaal` an upper bound.
    """
    circa = precisie is Precisie.CIRCA
    marge_: Bound = (marge or 0) if circa else 0
    if circa and marge is None:
        marge_ = margin(next((number for number in (one, high, low) if number is not None), 0))
    if one is not None:
        if precisie in (Precisie.RUIM, Precisie.MINIMAAL):
            return between(one, None)
        if precisie is Precisie.MAXIMAAL:
            return between(None, one)
        return exactly(one, circa, marge_)
    if low is None and high is None:
        return None
    return between(low, high, circa, marge_)
