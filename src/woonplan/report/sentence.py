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
from woonplan.model.number import Bound, Number, Way
from woonplan.model.statussen import Planstatus
from woonplan.numerals import dutch, plural, rounded
from woonplan.report.cells import when
from woonplan.report.heading import plans_of
from woonplan.report.words import dutch_date, joined, no_target, spoken

_AGAINST = {Tegen.AMBITIE: "de ambitie", Tegen.BEHOEFTE: "de lokale behoefte"}


class Uitkomst(StrEnum):
    """On which side of the target the plans are."""

    TEKORT = "te weinig"
    OVER = "over"
    GELIJK = "precies genoeg"
    GENOEG = "minstens genoeg"
    NIET_MEER = "ten hoogste genoeg"
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
    """Return of which state an answer is, of whose plans, and how is counted where that was chosen."""
    dataset, question, chosen, hidden = view.dataset, view.question, _chosen(view), not_public(view.dataset)
    return (
        ", ".join(
            (
                f"Stand {dutch_date(dataset.stand.kop.peildatum)}",
                f"alleen {chosen}" if chosen else plans_of(dataset),
                *when(hidden, f"waarvan {hidden} niet openbaar"),
                *when(question.netto, "netto"),
                *when(question.opgave and view.opgave, f"opgave {view.opgave.naam}" if view.opgave else ""),
                *when(question.tegen is Tegen.BEHOEFTE, f"tegenover {_AGAINST[question.tegen]}"),
                *when(question.telling, f"telling {question.telling}"),
            )
        )
        + "."
    )


def _of_balance(view: View, saldo: Figure) -> str:
    numbers = [_beside(number) for number in saldo.ends]
    beside = next((apart(end.missing) for end in saldo.ends if end.missing and _both_ways(end)), "")
    until = f"{_until(view)}, zonder {beside}," if beside else _until(view)
    sides = [side(number) for number in numbers]
    if set(sides) == {Uitkomst.ONBEKEND}:
        lack, plans = lacking(saldo.low.missing), _chosen(view) or "plannen"
        why = f" ({lack})" if lack else ""
        return f"Of er {until} genoeg woningen in {plans} van {_area(view)} zitten, is onbekend{why}."
    if len(set(sides)) > 1:
        low, high = map(_clause, numbers)
        return f"{_area(view)}: {until} bij de ondergrens {low}, bij de bovengrens {high}."
    return _on_one_side(view, until, hull(*numbers))


def at_both_ends(saldo: Figure) -> str:
    """Return a balance in words at the low and at the high end of the target, as `sentence` says them."""
    low, high = (_clause(_beside(number)) for number in saldo.ends)
    beside = next((apart(end.missing) for end in saldo.ends if end.missing and _both_ways(end)), "")
    without = f" (zonder {beside})" if beside else ""
    return f"bij de ondergrens {low}, bij de bovengrens {high}{without}"


def _on_one_side(view: View, until: str, one: Number) -> str:
    only, against = _chosen(view), _AGAINST[view.question.tegen]
    where = "" if only else " in plannen"
    fewer, more = f"minder dan {against}" if only else "te weinig in plannen", f"meer{where} dan {against}"
    low, high = one.reach
    said = {
        Uitkomst.GELIJK: f"precies zoveel woningen{where} als {against}",
        Uitkomst.GENOEG: f"minstens zoveel woningen{where} als {against}",
        Uitkomst.NIET_MEER: f"ten hoogste zoveel woningen{where} als {against}",
        Uitkomst.AFRONDING: f"ongeveer zoveel woningen{where} als {against}: het verschil is binnen de afronding",
        Uitkomst.TEKORT: f"{_homes(one)} {fewer}",
        Uitkomst.OVER: f"{_homes(one)} {more}",
        Uitkomst.BEIDE: f"{_at_most(one)} {more if low is None else fewer}"
        if low is None or high is None
        else f"{_clause(one)}{where}",
    }
    return f"{_begin(view)} {until} {said[side(one)]}."


def side(number: Number) -> Uitkomst:
    """Return on which side of the target a balance is, whatever it may turn out to be."""
    low, high = number.reach
    if low is None and high is None:
        return Uitkomst.ONBEKEND
    if number.rounding:
        return Uitkomst.AFRONDING
    if number.reach == (0, 0) and not number.circa:
        return Uitkomst.GELIJK
    if high is not None and high <= 0:
        return Uitkomst.NIET_MEER if high == 0 and low is None else Uitkomst.TEKORT
    if low is not None and low >= 0:
        return Uitkomst.GENOEG if low == 0 and high is None else Uitkomst.OVER
    return Uitkomst.BEIDE


def _clause(number: Number) -> str:
    """Return a balance at one end of the target in words."""
    found, (low, high) = side(number), number.reach
    if found is Uitkomst.AFRONDING:
        return f"{found} ({_homes(number)})"
    if found is not Uitkomst.BEIDE:
        return f"{_homes(number)} {found}" if found in (Uitkomst.TEKORT, Uitkomst.OVER) else str(found)
    if low is None or high is None:
        return f"{_at_most(number)} {Uitkomst.OVER if low is None else Uitkomst.TEKORT}"
    about = _about(number)
    return f"van {about}{dutch(int(-low))} te weinig tot {about}{_counted(high)} over"


def _at_most(number: Number) -> str:
    """Return the one end of what may be on both sides of the target: `ten hoogste 500 woningen`."""
    low, high = number.reach
    return f"ten hoogste {_about(number)}{_counted(abs(int(low or high or 0)))}"


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
    return number.way is Way.BOTH and not number.blank


def _beside(number: Number) -> Number:
    """Return what is known of a number, without what may move it either way: then nothing is within a margin."""
    return Number(*number.bounds, number.known) if _both_ways(number) else number


def hull(one: Number, other: Number) -> Number:
    """Return the least number that holds both."""
    lows, highs = zip(one.reach, other.reach, strict=True)
    low = None if None in lows else min(bound for bound in lows if bound is not None)
    high = None if None in highs else max(bound for bound in highs if bound is not None)
    return Number(low, high, one.circa or other.circa, 1, marge=max(one.marge, other.marge))


def _of_plans(view: View, found: Balance) -> str:
    """Return what is planned where there is no target, or none of what was chosen."""
    names = {Planklasse.HARD: "harde", Planklasse.ZACHT: "zachte"}
    sums = [
        (figure.low, names[klasse])
        for klasse, figure in ((Planklasse.HARD, found.sums.hard), (Planklasse.ZACHT, found.sums.zacht))
        if klasse in found.klassen
    ]
    homes = joined([f"{spelled(number)} {name}" for number, name in sums]) or "geen harde of zachte"
    word = plural(_most(sums[-1][0]) if sums else 0, "woning", "woningen")
    return f"{_begin(view)} {homes} {word}{'' if _chosen(view) else ' in plannen'}; {no_target(view)}."


def spelled(number: Number) -> str:
    """Return homes in words: `ca. 2.000 tot 2.200`, `minstens 90`, `een onbekend aantal`; rounded to whole ones."""
    low, high = number.reach
    if number.blank or (low is None and high is None):
        return "een onbekend aantal"
    if low is None or high is None:
        end = low if low is not None else high or 0
        return f"{'minstens' if high is None else 'ten hoogste'} {_about(number)}{dutch(rounded(end))}"
    return f"{_about(number)}{' tot '.join(dict.fromkeys((dutch(rounded(low)), dutch(rounded(high)))))}"


def _most(number: Number) -> int:
    """Return the last number that is said of a sum; 0 where none is."""
    low, high = number.reach
    return int(low or 0) if high is None else int(high)


def _begin(view: View) -> str:
    """Return whose homes it is about, up to the verb; of a selection of plans nothing is said of the area."""
    if only := _chosen(view):
        return f"In de {only} van {_area(view)} zitten"
    return f"{_area(view)} {plural(len(view.question.gemeenten) or 1, 'heeft', 'hebben')}"


def _area(view: View) -> str:
    return joined(view.question.gemeenten) if view.question.gemeenten else view.dataset.gebied.regio.naam


def _chosen(view: View) -> str:
    """Return which plans an answer is of, where some were left out by choice: `harde plannen`; empty for all."""
    question = view.question
    klassen = {Planstatus.HARD: "harde", Planstatus.ZACHT: "zachte"}
    statussen = sorted(map(str, question.statussen))
    # A class and a status are alternatives: `harde plannen met status 3` would be those that are both.
    of_class = [
        klassen[status] for status in klassen if status in question.statussen and question.statussen <= {*klassen}
    ]
    strategieen = sorted(spoken(strategie) for strategie in question.strategieen)
    others = (("status", [] if of_class else statussen), ("strategie", strategieen))
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
