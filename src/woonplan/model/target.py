"""What a region has to reach: sets of published statements, each with an area and a period."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction

from woonplan.model.base import Aantal, Datum, Id, JaNee, Model, Tekst
from woonplan.model.number import Precisie
from woonplan.model.source import Herleidbaar, Hoeveelheid
from woonplan.model.split import PARTS
from woonplan.model.vocabulary import Segmentdeel


class SoortUitspraak(StrEnum):
    """What a statement is about. Demand side first; the supply side is never added to a target."""

    AMBITIE = "ambitie"
    LOKALE_BEHOEFTE = "lokale_behoefte"
    EXTRA_OPGAVE = "extra_opgave"
    TEMPO = "tempo"
    AANDEEL = "aandeel"
    EXTRA_RUIMTE = "extra_ruimte"
    UITBREIDING_HARD = "uitbreiding_hard"


class RuimereProgrammering(StrEnum):
    """Whether a target already holds room for plans that fail (over-programming)."""

    INBEGREPEN = "inbegrepen"
    DEELS_INBEGREPEN = "deels_inbegrepen"
    NIET_INBEGREPEN = "niet_inbegrepen"
    ONBEKEND = "onbekend"


class Telling(Model):
    """One reading of a period such as "tot 2030": explicit bounds."""

    id: Id
    """Name of this reading; `--telling` chooses it."""
    van: Datum
    """First day of the period (inclusive)."""
    tot: Datum
    """End of the period (exclusive): the first day after it."""
    standaard: JaNee = False
    """Whether this reading is used when none is chosen; exactly one of a set is."""
    toelichting: Tekst | None = None
    """Why this is a possible reading."""

    @property
    def jaren(self) -> int:
        """Whole years in the period."""
        return int(self.tot[:4]) - int(self.van[:4])


class Uitspraak(Hoeveelheid):
    """A published statement of a number of homes (`tempo`: homes a year) for one area.

    One quantity may have several statements; the one with `gebruikt: true` is computed with, the others are there to
    be compared.
    """

    id: Id
    """Name of the statement, unique in the register."""
    soort: SoortUitspraak
    """What is stated: `ambitie`, `lokale_behoefte`, `extra_opgave`, `tempo` (homes a year), `aandeel` (a share of
    another statement) on the demand side; `extra_ruimte` (intended extra space) and `uitbreiding_hard` (needed
    extension of hard capacity) on the supply side."""
    gebruikt: JaNee = False
    """Whether this statement is the one to compute with, of all on the same quantity and area."""
    gemeente: Tekst | None = None
    """The municipality it is about. Exactly one of `gemeente`, `regio` and `provincie` is given."""
    regio: Tekst | None = None
    """The region it is about."""
    provincie: Tekst | None = None
    """The province it is about."""
    ruimere_programmering: RuimereProgrammering = RuimereProgrammering.ONBEKEND
    """Whether over-programming is inside the number, so that a factor (130%) cannot be applied twice. Where a part of
    the number holds it already (`deels_inbegrepen`), a factor holds for the rest only."""
    ruimere_programmering_in: SoortUitspraak | None = None
    """With `deels_inbegrepen`: the quantity, stated for the same area in the same set, that is the part which holds
    over-programming already (`lokale_behoefte`). Absent: which part that is, is not known."""
    van_uitspraak: Id | None = None
    """For an `aandeel`: the statement that this is a share of."""
    teller: Aantal | None = None
    """For an `aandeel`: numerator of the share (1 in 1/3)."""
    noemer: Aantal | None = None
    """For an `aandeel`: denominator of the share (3 in 1/3), at least 1."""
    opmerkingen: Tekst | None = None
    """Remarks."""


class Segmentdoel(Hoeveelheid):
    """A published target for a segment of the homes that are planned: a number of homes, or a share of them.

    It is a minimum, unless `precisie: maximaal` says that it is a maximum.
    """

    id: Id
    """Name of the target, unique in the register."""
    naam: Tekst | None = None
    """What it is called ("betaalbaar"); absent: by its parts."""
    segment: tuple[Segmentdeel, ...]
    """The parts of one split of a plan that it is about, together: `[sociale_huur, middenhuur, betaalbare_koop]`."""
    gemeente: Tekst | None = None
    """The municipality it is about. Exactly one of `gemeente` and `regio` is given."""
    regio: Tekst | None = None
    """The region it is about: that of the register."""
    teller: Aantal | None = None
    """For a share of the planned homes: numerator (2 in 2/3, 70 of 70%)."""
    noemer: Aantal | None = None
    """For a share: denominator (3 in 2/3, 100 of 70%), at least 1."""
    opmerkingen: Tekst | None = None
    """Remarks."""

    @property
    def verdeling(self) -> str | None:
        """The split that holds all of its parts; None where they are of several."""
        found = (split for split, keys in PARTS.items() if self.segment and set(keys).issuperset(self.segment))
        return next(found, None)

    @property
    def aandeel(self) -> Fraction | None:
        """The share that it asks for; None for a number of homes."""
        return Fraction(self.teller, self.noemer) if self.teller is not None and self.noemer else None

    @property
    def hoogstens(self) -> bool:
        """Whether it is a maximum."""
        return self.precisie is Precisie.MAXIMAAL


class Opgavenset(Herleidbaar):
    """A set of statements with a name and a version, such as an agenda or a deal; `--opgave` chooses it."""

    id: Id
    """Name of the set."""
    naam: Tekst
    """Title of the set as readers know it."""
    versie: Tekst | None = None
    """Version or date of signature."""
    standaard: JaNee = False
    """Whether this set is used when none is chosen; exactly one set of a register is."""
    tellingen: tuple[Telling, ...]
    """The readings of the period of this set; at least one."""
    uitspraken: tuple[Uitspraak, ...]
    """The statements."""
    segmentdoelen: tuple[Segmentdoel, ...] = ()
    """Targets for segments of the planned homes: price, type, care, flexible."""
