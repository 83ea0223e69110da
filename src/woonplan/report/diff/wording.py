"""Dutch words for what changed: kinds, causes, fields, and whether two states count in the same way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum

from pydantic import BaseModel

from woonplan.calc.diff.attribution import GEMEENTEN
from woonplan.calc.diff.compare import Planwijziging
from woonplan.calc.diff.fields import Verschil
from woonplan.calc.diff.kinds import Wijziging
from woonplan.calc.diff.row import OPGELEVERD, OVERIG
from woonplan.calc.diff.rules import Blok
from woonplan.model.base import first_day
from woonplan.model.dataset import Dataset
from woonplan.model.number import Number
from woonplan.model.plan import Plan
from woonplan.model.stand import soort_aantal
from woonplan.numerals import dutch
from woonplan.report.derivation import term
from woonplan.report.words import dutch_date, spoken
from woonplan.tables.cell import Json, Key

_LABELS: Mapping[str, str] = {
    Blok.STATUSDEFINITIE: "andere statusdefinitie",
    Blok.OPGAVE: "andere opgave",
    Blok.AFSPRAAK: "andere afspraken",
    Wijziging.UITGESPLITST: "verzamelpost uitgesplitst",
    Wijziging.AFGELEID: "plan zelf ongewijzigd",
    GEMEENTEN: "gemeenten zonder plannen",
    OPGELEVERD: "opgeleverd sinds begin",
    OVERIG: "niet toe te schrijven",
}


def label(oorzaak: str) -> str:
    """Return a cause or kind of change as readers read it."""
    return _LABELS.get(oorzaak) or Key(oorzaak)


def said(value: object) -> str:
    """Return the value of a field or rule in words; an absent one is said to be so."""
    match value:
        case None:
            text = "niet ingevuld"
        case bool():
            text = "ja" if value else "nee"
        case Number():
            text = term(value)
        case int():
            text = dutch(value)
        case BaseModel():
            text = said({key: part for key, part in value if part is not None})
        case Mapping():
            text = ", ".join(f"{spoken(str(key))}: {said(part)}" for key, part in value.items()) or "leeg"
        case tuple():
            text = ", ".join(map(said, value))
        case StrEnum():
            text = spoken(value)
        case _:
            text = str(value)
    return text


def as_json(value: object) -> Json:
    """Return the value of a field for machines; None is not filled in, so not known."""
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, BaseModel):
        return {key: as_json(part) for key, part in value}
    if isinstance(value, Mapping):
        return {str(key): as_json(part) for key, part in value.items()}
    if isinstance(value, tuple):
        return [as_json(part) for part in value]
    return term(value) if isinstance(value, Number) else str(value)


def wording(plan: Planwijziging) -> str:
    """Return what changed of a plan: its fields from old to new, or what it is or was where only one state has it."""
    paar = plan.paar
    parts = [_partners(plan)] if paar.bij else []
    if paar.oud is None or paar.nieuw is None:
        parts.append(_as_it_is(paar.record.plan))
    elif paar.oud.plan.id != paar.nieuw.plan.id:
        parts.append(f"was {paar.oud.plan.id}")
    parts += map(_changed, plan.verschillen)
    if reden := paar.nieuw and paar.nieuw.plan.vervallen and paar.nieuw.plan.reden:
        parts.append(f"reden: {reden}")
    return "; ".join(parts)


def _changed(verschil: Verschil) -> str:
    if verschil.veld == "opmerkingen":
        return "opmerkingen gewijzigd"
    old, new = (str(v) if verschil.veld in _YEAR and v else said(v) for v in (verschil.oud, verschil.nieuw))
    return f"{spoken(verschil.veld)} {old} -> {new}"


_YEAR = ("start", "jaar_hard")
"""Fields that hold a year, which has no point between its thousands."""


def _as_it_is(plan: Plan) -> str:
    number, left = plan.number(), plan.restant
    homes = f"{term(number)} woningen" if number else f"restant {dutch(left)}" if left is not None else "zonder aantal"
    return f"planstatus {plan.planstatus}, {homes}{'' if plan.telt_mee else ', telt niet mee'}"


def _partners(plan: Planwijziging) -> str:
    paar, names = plan.paar, plan.paar.bij
    shown = ", ".join(names[:3]) + (f" en nog {len(names) - 3}" if len(names) > 3 else "")
    if Wijziging.UITGESPLITST in plan.soorten:
        return f"uit {shown}" if paar.oud is None else f"in {shown}"
    return f"met {shown}"


def counted_otherwise(old: Dataset, new: Dataset) -> Iterator[str]:
    """Yield what makes two states count in different ways for certain."""
    one, two = old.stand.kop.statusdefinitie, new.stand.kop.statusdefinitie
    if one != two and old.stand.plannen and new.stand.plannen:
        yield f"de standen tellen hard en zacht anders ({one} en {two}): een verschil kan daarvan komen."
    kinds = [sorted({str(soort_aantal(plan, standdeel)) for standdeel, plan in d.stand}) for d in (old, new)]
    then, now = (" en ".join(kind) or "geen" for kind in kinds)
    if kinds[0] != kinds[1] and all(kinds):
        yield f"de soort van de aantallen verschilt (toen {then}, nu {now})."
    whole = [{standdeel.inhoud.volledig for standdeel in d.stand.delen} for d in (old, new)]
    if whole[0] != whole[1]:
        words = {None: "niet bekend of dat zo is", True: "ja", False: "nee"}
        then, now = (" en ".join(sorted(words[value] for value in values)) for values in whole)
        yield f"of alle plannen erin staan, verschilt (toen {then}, nu {now})."


ALWAYS = "standen worden vergeleken, nooit opgeteld."
"""What holds of any two states."""


def compared_with_care(old: Dataset, new: Dataset) -> Iterator[str]:
    """Yield what readers must know of two states side by side."""
    yield ALWAYS
    yield from counted_otherwise(old, new)
    if old.stand.kop.statusdefinitie == new.stand.kop.statusdefinitie == "onbekend":
        yield "van geen van beide standen is de definitie van hard en zacht bekend: een verschil kan daarvan komen."
    dates = [dataset.stand.kop.peildatum for dataset in (old, new)]
    if first_day(dates[0]) > first_day(dates[1]):
        yield f"de oude stand ({dutch_date(dates[0])}) is van later dan de nieuwe ({dutch_date(dates[1])})."
