"""The answer in one sentence: how many homes there are too few in plans, or over, at both ends of the target."""

from __future__ import annotations

from enum import StrEnum

from woonplan.calc.confidential import not_public
from woonplan.calc.gap.balance import Balance, balance
from woonplan.calc.number.figure import Figure
from woonplan.calc.question import Tegen
from woonplan.calc.view import View
from woonplan.model.control import Planklasse
from woonplan.model.gemis import apart, lacking
from woonplan.model.number import Bound, Number
from woonplan.model.statussen import Planstatus
from woonplan.numerals import dutch
from woonplan.report.heading import plans_of
from woonplan.report.words import dutch_date, joined, no_target, plural, spoken

_AGAINST = {Tegen.AMBITIE: "de ambitie", Tegen.BEHOEFTE: "de lokale behoefte"}


class Side(StrEnum):
    """On which side of the target the plans are."""

    TEKORT = "te weinig"
    OVER = "over"
    GELIJK = "precies genoeg"
    AFRONDING = "binnen de afronding"
    BEIDE = "te weinig of over"
    ONBEKEND = "onbekend"


def sentence(view: View) -> str:
    """Return what the plans come to, in words of the balance (`gap.saldo`): it says nothing that a cell does not.

    Both ends of the target are one range where the plans are on the same side of them. A difference within the margins
    of what is approximate is no shortage and no surplus. Of a selection of plans it says what is in those.
    """
    found = balance(view)
    text = _of_plans(view, found) if found.saldo is None else _of_balance(view, found.saldo)
    return f"FICTIEF - {text}" if view.dataset.fictief else text


def scope(view: View) -> str:
    """Return of which state an answer is, and of whose plans."""
    dataset, chosen, hidden = view.dataset, _chosen(view), not_public(view.dataset)
    plans = f"alleen {chosen}" if chosen else plans_of(dataset)
    open_ = f", waarvan {hidden} niet openbaar" if hidden else ""
    return f"Stand {dutch_date(dataset.stand.kop.peildatum)}, {plans}{open_}."


def _of_balance(view: View, saldo: Figure) -> str:
    numbers = [_beside(number) for number in saldo.ends]
    beside = next((apart(end.missing) for end in saldo.ends if end.missing and _both_ways(end)), "")
    when = f"{_until(view)}, zonder {beside}," if beside else _until(view)
    sides = [side(number) for number in numbers]
    if set(sides) == {Side.ONBEKEND}:
        lack, plans = lacking(saldo.low.missing), _chosen(view) or "plannen"
        why = f" ({lack})" if lack else ""
        return f"Of er {when} genoeg woningen in {plans} van {_area(view)} zitten, is onbekend{why}."
    if len(set(sides)) > 1:
        low, high = map(_clause, numbers)
        return f"{_area(view)}: {when} bij de ondergrens {low}, bij de bovengrens {high}."
    return _on_one_side(view, when, _hull(*numbers))


def _on_one_side(view: View, when: str, one: Number) -> str:
    only, against = _chosen(view), _AGAINST[view.question.tegen]
    begin = f"In de {only} van {_area(view)} zitten {when}" if only else f"{_area(view)} heeft {when}"
    where = "" if only else " in plannen"
    said = {
        Side.GELIJK: f"precies zoveel woningen{where} als {against}",
        Side.AFRONDING: f"ongeveer zoveel woningen{where} als {against}: het verschil is binnen de afronding",
        Side.TEKORT: f"{_homes(one)} {f'minder dan {against}' if only else 'te weinig in plannen'}",
        Side.OVER: f"{_homes(one)} meer{where} dan {against}",
        Side.BEIDE: f"{_clause(one)}{where}",
    }
    return f"{begin} {said[side(one)]}."


def side(number: Number) -> Side:
    """Return on which side of the target a balance is, whatever it may turn out to be."""
    low, high = number.reach
    if low is None and high is None:
        return Side.ONBEKEND
    if number.rounding:
        return Side.AFRONDING
    if low == 0 == high:
        return Side.GELIJK
    if high is not None and high <= 0:
        return Side.TEKORT
    return Side.OVER if low is not None and low >= 0 else Side.BEIDE


def _clause(number: Number) -> str:
    """Return a balance at one end of the target in words."""
    found, (low, high) = side(number), number.reach
    if found is Side.AFRONDING:
        return f"{found} ({_homes(number)})"
    if found is not Side.BEIDE:
        return f"{_homes(number)} {found}" if found in (Side.TEKORT, Side.OVER) else str(found)
    about = _about(number)
    if low is None or high is None:
        word = Side.OVER if low is None else Side.TEKORT
        return f"ten hoogste {about}{_counted(abs(int(low if low is not None else high or 0)))} {word}"
    return f"van {about}{dutch(int(-low))} te weinig tot {about}{_counted(high)} over"


def _homes(number: Number) -> str:
    """Return how large a difference is, whichever its side: `ca. 5.900 tot 7.900 woningen`, `minstens 3 woningen`."""
    found = sorted(abs(int(bound)) for bound in number.reach if bound is not None)
    if len(found) == 1:
        return f"minstens {_about(number)}{_counted(found[0])}"
    low, high = found[0], found[-1]
    return f"{_about(number)}{'' if low == high else f'{dutch(low)} tot '}{_counted(high)}"


def _counted(homes: Bound) -> str:
    return f"{dutch(int(homes))} {plural(int(homes), 'woning', 'woningen')}"


def _about(number: Number) -> str:
    return "ca. " if number.circa else ""


def _both_ways(number: Number) -> bool:
    """Whether what is unknown may raise and lower a number of which something is known: then that is said beside it."""
    return number.reach == (None, None) and not number.blank


def _beside(number: Number) -> Number:
    """Return what is known of a number, without what may move it either way."""
    return Number(*number.bounds, number.known, marge=number.marge) if _both_ways(number) else number


def _hull(one: Number, other: Number) -> Number:
    """Return the least number that holds both."""
    lows, highs = zip(one.reach, other.reach, strict=True)
    low = None if None in lows else min(bound for bound in lows if bound is not None)
    high = None if None in highs else max(bound for bound in highs if bound is not None)
    return Number(low, high, one.circa or other.circa, 1, marge=max(one.marge, other.marge))


def _of_plans(view: View, found: Balance) -> str:
    """Return what is planned where there is no target, or none of what was chosen."""
    names = {Planklasse.HARD: "harde", Planklasse.ZACHT: "zachte"}
    homes = [
        f"{_planned(figure.low)} {names[klasse]}"
        for klasse, figure in ((Planklasse.HARD, found.sums.hard), (Planklasse.ZACHT, found.sums.zacht))
        if klasse in found.klassen
    ]
    return f"{_area(view)} heeft {joined(homes)} woningen in plannen; {no_target(view)}."


def _planned(number: Number) -> str:
    low, high = number.reach
    if number.blank or (low is None and high is None):
        return "een onbekend aantal"
    if low is None or high is None:
        return f"{'minstens' if high is None else 'ten hoogste'} {_about(number)}{dutch(int(low or high or 0))}"
    return f"{_about(number)}{' tot '.join(dict.fromkeys((dutch(int(low)), dutch(int(high)))))}"


def _area(view: View) -> str:
    return joined(view.question.gemeenten) if view.question.gemeenten else view.dataset.gebied.regio.naam


def _chosen(view: View) -> str:
    """Return which plans an answer is of, where some were left out by choice: `harde plannen`; empty for all."""
    question = view.question
    klassen = {Planstatus.HARD: "harde", Planstatus.ZACHT: "zachte"}
    of_class = [klassen[status] for status in Planstatus if status in question.statussen and status in klassen]
    statussen = sorted(str(status) for status in question.statussen if status not in klassen)
    strategieen = sorted(spoken(strategie) for strategie in question.strategieen)
    others = (("status", statussen), ("strategie", strategieen))
    beside = [f"{name} {joined(words, 'of')}" for name, words in others if words]
    plans = plans_of(view.dataset) if view.dataset.verborgen else "plannen"
    said = (joined(of_class), plans, f"met {joined(beside)}" if beside else "")
    return " ".join(filter(None, said)) if of_class or beside or view.dataset.verborgen else ""


def _until(view: View) -> str:
    """Return the end of the period (exclusive): `tot 2030`."""
    if view.period is None:
        return ""
    end = view.period.tot
    return f"tot {end.year}" if (end.month, end.day) == (1, 1) else f"tot {end.day}-{end.month}-{end.year}"
