"""What was agreed to be done: the numbered actions, what else a text asks for, their parts, and how far each is."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from woonplan.model.base import Datum, Id, Jaar, JaNee, Tekst
from woonplan.model.source import Herleidbaar

WE = "we"
"""The owner of what a text says that "we" do: all who signed it."""

Nummer = Annotated[int, Field(strict=True, ge=1, le=9999)]
Letter = Annotated[str, StringConstraints(pattern=r"^[a-z]$")]
DagVanHetJaar = Annotated[
    str, StringConstraints(pattern=r"^(0[13578]|1[02])-31$|^(0[13-9]|1[0-2])-30$|^(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$")
]


class Herhaling(StrEnum):
    """How often an action comes back. `periodiek` names no interval, so nothing can be late."""

    JAARLIJKS = "jaarlijks"
    PERIODIEK = "periodiek"


class Actiestatus(StrEnum):
    """How far an action is; kept by the users of the register, not given by the source."""

    ONBEKEND = "onbekend"
    OPEN = "open"
    LOOPT = "loopt"
    AFGEROND = "afgerond"
    VERVALLEN = "vervallen"


class Voortgang(Herleidbaar):
    """How far something was in one year, of all together or of one municipality."""

    jaar: Jaar
    """The year: of what comes back every year the one that it is about, of anything else the one it was so in."""
    gemeente: Tekst | None = None
    """The municipality (name, alias or CBS code) that it is about; absent: all together."""
    status: Actiestatus
    """How far it was: `open`, `loopt`, `afgerond`, `vervallen` or `onbekend`."""
    datum: Datum | None = None
    """When that was found, as precise as known."""
    opmerkingen: Tekst | None = None
    """Remarks."""


class Toezegging(Herleidbaar):
    """Something that was agreed to be done, as the text gives it, with the state that users keep."""

    tekst: Tekst
    """What is to be done, summarised in own words."""
    eigenaar: tuple[Tekst, ...] = ()
    """Parties that the text names, in its words (`we`: the undersigned). Empty: not named in the source."""
    per_gemeente: JaNee = False
    """Whether each municipality has to do it, so that its state is kept for each (`voortgang`)."""
    deadline: Datum | None = None
    """When it must be done, as precise as the text; absent: the text gives no date."""
    tussendeadline: Datum | None = None
    """Date of an earlier step, where the text has one."""
    deadline_tekst: Tekst | None = None
    """Words of the text around the date ("tot", "van heden tot"), or instead of it ("periodiek")."""
    herhaling: Herhaling | None = None
    """How often it comes back; absent: once, or not said."""
    eerste_jaar: Jaar | None = None
    """First year of what comes back every year; absent: not known, and then no year of it is ever late."""
    uiterlijk: DagVanHetJaar | None = None
    """Last day in a year (month-day, `06-30`) of what comes back every year; absent: the last of the year."""
    verwant: tuple[Nummer, ...] = ()
    """Numbers of other actions on the same subject; given on one of the two."""
    voorwaarde: Tekst | None = None
    """What must be done first, where the text says so."""
    pas_na: tuple[Nummer, ...] = ()
    """Numbers of the actions that must be done first: as long as one of them is not, this cannot be done."""
    status: Actiestatus = Actiestatus.ONBEKEND
    """How far it is, kept by users: `open`, `loopt`, `afgerond` or `vervallen`. Absent: `onbekend`."""
    status_datum: Datum | None = None
    """When `status` was set."""
    voortgang: tuple[Voortgang, ...] = ()
    """How far it was by year, and by municipality; a year or a municipality that is absent is unknown."""
    opmerkingen: Tekst | None = None
    """Remarks."""

    @property
    def heeft_termijn(self) -> bool:
        """Whether the text says when: a date, or every year. `periodiek` does not."""
        return self.deadline is not None or self.herhaling is Herhaling.JAARLIJKS


class Onderdeel(Toezegging):
    """A part of what was agreed, followed by itself. What it lacks, such as an owner, is that of the whole."""

    letter: Letter
    """Which part it is, in the order of the text: `a`, `b`, ..."""


class Afgesproken(Toezegging):
    """Something that a text asks for, with its parts."""

    paragraaf: Tekst
    """Paragraph of the source that it stands in."""
    onderdelen: tuple[Onderdeel, ...] = ()
    """Its parts, where the text has any."""


class Actie(Afgesproken):
    """A numbered action of the agreement."""

    nummer: Nummer
    """Number in the source."""
    gelijk_aan: Nummer | None = None
    """Number of the first action with the same text, where the source repeats it: they share one state."""


class Verplichting(Afgesproken):
    """Something that the text asks for outside its numbered actions."""

    id: Id
    """Name by which it is followed, unique in the file."""
    groep: Tekst | None = None
    """What it belongs to, such as a list in the text."""
