"""The numbers of the policy rules: each with its unit, and from when on it holds."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from typing import Annotated

from pydantic import Field

from woonplan.model.base import Datum, Id, JaNee, Tekst, first_day
from woonplan.model.source import Herleidbaar

Geheel = Annotated[int, Field(strict=True, ge=0, le=9_999_999)]
Noemer = Annotated[int, Field(strict=True, ge=1, le=9_999_999)]


class Eenheid(StrEnum):
    """What a parameter counts in."""

    WONINGEN = "woningen"
    PROJECTEN = "projecten"
    JAAR = "jaar"
    MAANDEN = "maanden"
    KALENDERJAAR = "kalenderjaar"
    KALENDERMAAND = "kalendermaand"
    DAG_VAN_DE_MAAND = "dag_van_de_maand"
    PROCENT = "procent"
    DEEL = "deel"
    HUISHOUDENS_PER_JAAR = "huishoudens_per_jaar"


class Waarde(Herleidbaar):
    """The value of a parameter from one date on: `waarde` divided by `noemer`, in `eenheid`."""

    vanaf: Datum | None = None
    """First day it holds (day, month or year precision). Absent: not known since when; only the first may lack it."""
    waarde: Geheel
    """The value, a whole number; the numerator where there is a `noemer`."""
    noemer: Noemer = 1
    """Denominator, for a share that is no whole percentage (2/3)."""
    eenheid: Eenheid
    """What it counts in: `jaar` and `maanden` are durations, `kalenderjaar` and `kalendermaand` (1-12) moments."""
    circa: JaNee = False
    """Whether the source calls it approximate."""

    @property
    def breuk(self) -> Fraction:
        """The exact value in its unit, also where it is no whole number."""
        return Fraction(self.waarde, self.noemer)


class Parameter(Herleidbaar):
    """A number in a policy rule: the program knows the rule, this file knows the number."""

    id: Id
    """Name by which a rule asks for the number; unique among parameters and groups."""
    naam: Tekst
    """What it is, in words."""
    waarden: tuple[Waarde, ...] = ()
    """The values, oldest first. Empty: the source says that there is none (`toelichting` says where)."""
    toelichting: Tekst | None = None
    """What the source leaves open, such as the day that a period counts from."""

    def op(self, datum: str | None = None) -> Waarde | None:
        """Return the value that holds on a date (its first day, when it is a month or a year).

        Without a date the latest value; None when the parameter has no value, or none yet on that date.
        """
        if datum is None:
            return self.waarden[-1] if self.waarden else None
        day = first_day(datum)
        begun = [w for w in self.waarden if w.vanaf is None or first_day(w.vanaf) <= day]
        return begun[-1] if begun else None
