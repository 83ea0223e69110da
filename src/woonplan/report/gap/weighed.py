"""The few remarks under a short answer: what could move it most, by the homes that each could move."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from woonplan.calc.gap.assumptions import Assumptions
from woonplan.calc.view import View
from woonplan.model.gemis import apart
from woonplan.model.number import Number, total
from woonplan.model.vocabulary import SoortAantal
from woonplan.numerals import amount, dutch, plural
from woonplan.report.cells import when
from woonplan.report.words import dutch_date

MOST = 3
"""How many remarks stand under a short answer."""


def weightiest(view: View, facts: Assumptions) -> tuple[str, ...]:
    """Return what could move the answer most: first that of which it is not known how much, then by homes."""
    found = sorted(_weighed(view, facts), key=lambda one: one[0], reverse=True)
    return tuple(text for _, text in found[:MOST])


class Weight(NamedTuple):
    """How much a remark weighs: what may be any number of homes weighs more than every number."""

    unknown: int = 0
    """How many things there are that may be any number of homes."""
    homes: int = 0
    """How many homes it could move."""


def _of(homes: Number) -> Weight:
    low, high = homes.reach
    return Weight(homes.unknown if homes.blank else 0, int(high if high is not None else low or 0))


def _weighed(view: View, facts: Assumptions) -> Iterator[tuple[Weight, str]]:
    """Yield the remarks with the homes that each could move."""
    yield from _unknown(view, facts)
    records, planned = facts.records, total(figure.low for figure in view.sums.samen)
    open_, everything = view.sums.onbekend.low, _of(planned)
    if records.without_year and view.period is not None and not records.homes_without_year.zero:
        day = view.period.tot
        yield (
            _of(records.homes_without_year),
            f"{_homes(records.homes_without_year)} zonder jaar; aangenomen: opgeleverd voor "
            f"{day.day}-{day.month}-{day.year}.",
        )
    if records.status_unknown:
        yield (
            _of(open_),
            f"{_homes(open_)} in {amount(records.status_unknown, 'plan', 'plannen')} van onbekende status: hard, zacht "
            "of geen van beide.",
        )
    if records.without_delivered and planned.low is not None and planned.high is not None:
        yield (
            Weight(homes=int(planned.high - planned.low)),
            f"Van {amount(records.without_delivered, 'plan', 'plannen')} is niet bekend wat al is opgeleverd.",
        )
    undefined = facts.statusdefinitie_unknown
    mixed = any(kind is SoortAantal.ONBEKEND for kind, _ in records.kinds)
    if undefined or mixed:
        what = " en ".join((*when(undefined, "wat hard en zacht is"), *when(mixed, "of aantallen bruto of netto zijn")))
        yield everything, f"{what[0].upper()}{what[1:]}: onbekend in de bron."
    if facts.net_and_gross:
        yield everything, "Opgeleverd is netto, de plannen zijn dat niet (allemaal)."


def _unknown(view: View, facts: Assumptions) -> Iterator[tuple[Weight, str]]:
    """Yield what may move the answer by any number of homes."""
    records = facts.records
    without = records.outside_unknown
    size = "de omvang is" if without == records.outside else f"van {without} is de omvang"
    short = [f"Van {name}" if name else "Volgens de bron" for name, _ in facts.incomplete]
    who = f"Van {len(short)} gemeenten of bestanden" if len(short) > 1 else "".join(short)
    found = (
        (
            records.without_number,
            f"{amount(records.without_number, 'plan heeft', 'plannen hebben')} geen aantal woningen.",
        ),
        (
            without,
            f"{amount(records.outside, 'plan telt', 'plannen tellen')} niet mee; {size} onbekend.",
        ),
        (
            len(records.silent),
            f"{amount(len(records.silent), 'gemeente', 'gemeenten')} zonder "
            f"{'zichtbare ' if view.dataset.verborgen else ''}plannen in het register: onbekend, niet 0.",
        ),
        (records.undivided, f"{amount(records.undivided, 'plan is', 'plannen zijn')} niet over gemeenten verdeeld."),
        (
            records.without_strategie,
            f"{amount(records.without_strategie, 'plan', 'plannen')} zonder strategie: niet in deze selectie.",
        ),
        (len(facts.delivered_unknown), f"Zonder {apart(facts.delivered_unknown)}."),
        (len(short), f"{who} zijn de plannen niet volledig."),
        (
            int(facts.before_period),
            f"De plannen zijn van {dutch_date(view.dataset.stand.kop.peildatum)}, voor het begin van de periode.",
        ),
    )
    yield from ((Weight(count), text) for count, text in found if count)


def _homes(number: Number) -> str:
    """Return how many homes something is about, as the first words of a remark."""
    low, high = number.reach
    if low is None or number.blank:
        return "Een onbekend aantal woningen"
    if high is None:
        return f"Minstens {dutch(int(low))} woningen"
    homes = " tot ".join(dict.fromkeys((dutch(int(low)), dutch(int(high)))))
    return f"{homes} {plural(int(high), 'woning', 'woningen')}"
