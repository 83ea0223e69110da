"""The common ground of every model: strict shape, frozen values, and one alias per unit."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from functools import lru_cache
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

MAX_WONINGEN = 9_999_999
"""No number of homes is larger: the whole country has some 8 million homes."""

FIRST_YEAR, LAST_YEAR = 1900, 2199
"""Years outside these (both inclusive) are typing errors."""

OPEN = LAST_YEAR + 1
"""What stands for the last year of a period without one (`2035-`: in 2035 or any year after it)."""

_DATUM = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
_PERIODE = re.compile(r"([0-9]{4})(?:-([0-9]{4})?)?")


class Model(BaseModel):
    """Base of all models: unknown keys are refused, values are frozen.

    What users read of a field stands in ``woonplan.load.uitleg``.

    Whole numbers are accepted where text is asked (``naam: 1960``): only canonical whole numbers arrive as numbers,
    so their text is what the file says.
    """

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        coerce_numbers_to_str=True,
        # Most commands read two of the files: what reads the others is made when it is asked for.
        defer_build=True,
    )


@lru_cache(maxsize=4096)
def _datum(text: str) -> str:
    if not is_date(text):
        raise PydanticCustomError("datum", "not a date")
    return text


@lru_cache(maxsize=4096)
def _periode(text: str) -> str:
    match = _PERIODE.fullmatch(text)
    years = [int(year) for year in match.groups() if year] if match else []
    valid = bool(years) and all(FIRST_YEAR <= year <= LAST_YEAR for year in years) and years == sorted(set(years))
    if text != "onbekend" and not valid:
        raise PydanticCustomError("periode", "not a period")
    return text


Aantal = Annotated[int, Field(strict=True, ge=0, le=MAX_WONINGEN)]
Mutatie = Annotated[int, Field(strict=True, ge=-MAX_WONINGEN, le=MAX_WONINGEN)]
Percentage = Annotated[int, Field(strict=True, ge=0, le=100)]
Jaar = Annotated[int, Field(strict=True, ge=FIRST_YEAR, le=LAST_YEAR)]
Maanden = Annotated[int, Field(strict=True, ge=0, le=1200)]
JaNee = Annotated[bool, Field(strict=True)]
Versie = Annotated[int, Field(strict=True, ge=1, le=1)]
Tekst = Annotated[str, StringConstraints(min_length=1, max_length=2000)]
Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$", max_length=100)]
Gemeentecode = Annotated[str, StringConstraints(pattern=r"^GM[0-9]{4}$")]
Datum = Annotated[
    str,
    AfterValidator(_datum),
    Field(json_schema_extra={"pattern": "^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"}),
]
Periode = Annotated[
    str, AfterValidator(_periode), Field(json_schema_extra={"pattern": "^([0-9]{4}(-([0-9]{4})?)?|onbekend)$"})
]


@lru_cache(maxsize=4096)
def first_day(datum: str) -> date:
    """Return the first day that a date of day, month or year precision can mean: ``2021`` gives 1-1-2021."""
    year, month, day = (int(part) for part in (datum + "-01-01").split("-")[:3])
    return date(year, month, day)


def is_date(text: str) -> bool:
    """Return whether the text is a date that exists: ``2025``, ``2025-07`` or ``2025-07-01``."""
    try:
        return bool(_DATUM.fullmatch(text) and first_day(text))
    except ValueError:
        return False


@lru_cache(maxsize=4096)
def years_of(periode: str) -> tuple[int, int] | None:
    """Return the first and last year (both inclusive) of ``2026`` or ``2025-2029``; None for ``onbekend``.

    A period without a last year (``2035-``) has ``OPEN`` for it.
    """
    if periode == "onbekend":
        return None
    first, dash, last = periode.partition("-")
    return int(first), int(last or (OPEN if dash else first))


def years_text(years: tuple[int, int]) -> str:
    """Return years as readers see them: ``2026``, ``2025-2029``, ``2035 en later``."""
    first, last = years
    return f"{first} en later" if last == OPEN else str(first) if first == last else f"{first}-{last}"


def folded(name: str) -> str:
    """Return a name as it is compared: in one Unicode form, and in small letters."""
    return unicodedata.normalize("NFC", name).casefold()


def slug(name: str) -> str:
    """Return a name as one word of an address: `Hof van Twente` is `hof_van_twente`."""
    plain = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_")
