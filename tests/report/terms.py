"""Reading the terms of a printed derivation, and arithmetic with them, written once more.

Nothing of the program's arithmetic is used here.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import inf

Bound = Fraction | int | None


@dataclass(frozen=True)
class Lacks:
    """What a number is without: plans, municipalities, and municipalities of which deliveries are unknown.

    One plan in two sums is one plan in the sum of those, and the text does not name it: of a sum it is known between
    what the counts lie.
    """

    least: tuple[float, float, float] = (0, 0, 0)
    most: tuple[float, float, float] = (0, 0, 0)
    years: str = ""

    def __or__(self, other: Lacks) -> Lacks:
        least = tuple(max(pair) for pair in zip(self.least, other.least, strict=True))
        most = tuple(sum(pair) for pair in zip(self.most, other.most, strict=True))
        return Lacks(least, most)  # type: ignore[arg-type]  # three of each

    def allows(self, printed: Lacks) -> bool:
        """Whether the counts that are printed are possible."""
        found = zip(self.least, printed.least, self.most, strict=True)
        return all(low <= count <= high for low, count, high in found) and bool(printed) is bool(self)

    def __bool__(self) -> bool:
        return any(self.most)


NONE = Lacks()
SOME = Lacks(most=(inf, inf, inf))
"""What is unknown altogether lacks something; the text does not say what."""


def lacks(plans: int, gemeenten: int = 0, oplevering: int = 0, years: str = "") -> Lacks:
    counts = (plans, gemeenten, oplevering)
    return Lacks(counts, counts, years)


@dataclass(frozen=True)
class Term:
    """A number as the text gives it: bounds (None is open), the mark `ca.`, what it is without; or nothing known."""

    low: Bound = 0
    high: Bound = 0
    circa: bool = False
    zonder: Lacks = NONE
    blank: bool = False
    fewer: Lacks = NONE
    """Of a change: what is no longer without a number."""
    opened: tuple[int, int] = (0, 0)
    """Of a change: how many more (below 0: fewer) leave the low and the high end open; then it has no bound there."""
    change: bool = False
    """Whether only a change is written like this."""

    def allows(self, printed: Term) -> bool:
        """Whether this, worked out, is the number that is printed."""
        same = replace(self, zonder=printed.zonder, change=printed.change) == printed
        return same and (self.blank or self.zonder.allows(printed.zonder))


NOTHING = Term(zonder=SOME, blank=True)
"""Nothing is known."""


# The language of the lines.

WHOLE = r"(?:0|[1-9]\d{0,2}(?:\.\d{3})*)"
NUMBER = rf"-?(?:{WHOLE}/{WHOLE}|{WHOLE}(?: {WHOLE}/{WHOLE})?)"
KNOWN = re.compile(
    rf"(?P<about>ca\. )?(?:(?P<all>alles)|ten hoogste (?P<most>{NUMBER})|(?P<low>{NUMBER})"
    rf"(?:(?P<more> of meer)| tot (?P<high>{NUMBER}))?)(?:, zonder (?P<lacks>.+))?"
)
TERM = re.compile(rf"onbekend|alles|\((?:[^()]|\([^()]*\))*\)|(?:ca\. )?{NUMBER}")
OPENED = r"(\d+) open eind(en)? (meer|minder)"
END = rf"(?:{NUMBER}|\d+ open eind(?:en)? (?:meer|minder))"
CHANGED = re.compile(
    rf"(?P<about>ca\. )?(?:laagste (?P<low>{END}), hoogste (?P<high>{END})|(?P<one>{END}))"
    r"(?:, erbij (?P<more>.+?))?(?:, minder (?P<fewer>.+))?"
)
COUNT = r"[1-9]\d*(?:\.\d{3})*"
LACKS = re.compile(
    rf"(?:de onbekende oplevering(?P<years> \d{{4}}(?:-\d{{4}})?)? \((?P<oplevering>{COUNT}) gemeenten?\))?(?: en )?"
    rf"(?:(?P<plans>{COUNT}) plan(?:nen)?)?(?: en )?(?:(?P<gemeenten>{COUNT}) gemeenten?)?"
)


def exact(text: str) -> Fraction:
    """Read `2.000`, `2.222 2/9` or `141/200`; a fraction must be reduced, and less than 1 beside a whole number."""
    *units, last = text.removeprefix("-").replace(".", "").split(" ")
    value = Fraction(last)
    if "/" in last:
        assert (str(value), value < 1) == (last, True) or not units, text
        assert str(value) == last, text
        assert value < 1, text
    value += sum(map(int, units))
    return -value if text.startswith("-") else value


def read_lacks(text: str | None) -> Lacks:
    """Read `2 plannen en 1 gemeente`, `de onbekende oplevering 2021-2024 (14 gemeenten)`."""
    if text is None:
        return NONE
    found = LACKS.fullmatch(text)
    assert found, text
    counts = [int((found[kind] or "0").replace(".", "")) for kind in ("plans", "gemeenten", "oplevering")]
    assert any(counts), text
    for count, word in re.findall(rf"({COUNT}) (\w+)", text.replace(found["years"] or "", "")):
        assert (count == "1") is (word in ("plan", "gemeente")), text
    return lacks(*counts, (found["years"] or "").strip())


@functools.lru_cache(100_000)
def read_term(text: str) -> Term:
    """Read one term; anything that is not exactly one term fails."""
    if text == "onbekend":
        return NOTHING
    inside = text[1:-1] if text.startswith("(") else text
    found = KNOWN.fullmatch(inside)
    if found is None:
        return read_change(inside, text)
    # Within a formula only one plain number may stand without parentheses.
    plain = found["all"] or (found["low"] and not (found["more"] or found["high"]))
    plain = plain and not found["lacks"] and not inside.startswith("-")
    assert text.startswith("(") != bool(plain), text
    low = exact(found["low"]) if found["low"] else None
    high = low
    if found["most"]:
        high = exact(found["most"])
    elif found["high"]:
        high = exact(found["high"])
        assert low is not None
        assert low < high, text
    elif found["more"] or found["all"]:
        high = None
    return Term(low, high, bool(found["about"]), read_lacks(found["lacks"]))


def read_change(inside: str, text: str) -> Term:
    """Read `laagste 50, hoogste -40`, `0, minder 1 plan`, `laagste 0, hoogste 1 open eind minder`."""
    found = CHANGED.fullmatch(inside)
    assert found, text
    assert text != inside, text
    words = [found[key] or found["one"] for key in ("low", "high")]
    assert found["one"] or words[0] != words[1], text
    opened = tuple(map(read_opened, words))
    low, high = (None if way else exact(word) for way, word in zip(opened, words, strict=True))
    more, fewer = read_lacks(found["more"]), read_lacks(found["fewer"])
    return Term(low, high, bool(found["about"]), more, fewer=fewer, opened=opened, change=True)  # type: ignore[arg-type]


def read_opened(word: str) -> int:
    found = re.fullmatch(OPENED, word)
    if found is None:
        return 0
    count = int(found[1])
    assert count, word
    assert (count == 1) is (found[2] is None), word
    return count if found[3] == "meer" else -count


def read_terms(text: str) -> tuple[list[Term], str]:
    """Read `a + b` or `a - b - c`: the terms and the one sign between them (empty for one term)."""
    found = TERM.match(text)
    assert found, text
    values, sign, at = [read_term(found.group())], "", found.end()
    while at < len(text):
        assert text[at : at + 3] in (" + ", " - "), text
        assert sign in ("", text[at + 1]), text
        sign = text[at + 1]
        found = TERM.match(text, at + 3)
        assert found, text
        values.append(read_term(found.group()))
        at = found.end()
    return values, sign


# Arithmetic, written once more.


def changed(new: Term, old: Term, printed: Term) -> Term:
    """What changes one number into another, as far as their texts say; for the rest what is printed.

    The text does not name what is missing: only how many more or fewer there are. What both leave open is not said.
    """
    bounds: list[Bound] = []
    opened = []
    for at, end in enumerate(("low", "high")):
        after, before = (0 if term.blank else getattr(term, end) for term in (new, old))
        # How many records leave an end open, the text of a sum does not say: of two that do, one may be new.
        both = after is None and before is None
        opened.append(printed.opened[at] if both else (after is None) - (before is None))
        # Of what nothing is known, the text does not say whether an end of it is open.
        said = getattr(printed, end)
        unsaid = opened[-1] or ((new.blank or old.blank) and said is None)
        # Nor what is known beside that: a balance of unknown plans is unknown, and less by a larger target.
        hidden = new.blank or old.blank or None in (after, before)
        bounds.append(None if unsaid else said if hidden else after - before)
    if not (new.blank or old.blank):
        # Of deliveries the text counts the municipalities, and not the years of each.
        for a, b, came, went in list(zip(new.zonder.most, old.zonder.most, *_said(printed), strict=True))[:2]:
            assert a - b == came - went, (new, old, printed)
        assert tuple(opened) == printed.opened, (new, old, printed)
    # What may be anything has no mark either.
    anything = any(term.low is None and term.high is None for term in (new, old))
    assert not printed.circa or new.circa or old.circa or new.blank or old.blank or anything
    return replace(printed, low=bounds[0], high=bounds[1])


def _said(printed: Term) -> tuple[tuple[float, float, float], tuple[float, float, float]]:
    return printed.zonder.most, printed.fewer.most


def add_changes(values: Sequence[Term], printed: Term) -> Term:
    """All changes together, as far as their texts say: what came and went again is neither."""
    assert tuple(sum(value.opened[at] for value in values) for at in (0, 1)) == printed.opened, (values, printed)
    bounds = [
        getattr(printed, end)
        if any(value.opened[at] for value in values)
        else sum(getattr(value, end) or 0 for value in values)
        for at, end in enumerate(("low", "high"))
    ]
    for at, (came, went) in enumerate(list(zip(*_said(printed), strict=True))[:2]):
        net = sum(value.zonder.most[at] - value.fewer.most[at] for value in values)
        assert net == came - went, (values, printed)
    assert printed.circa == any(value.circa for value in values)
    return replace(printed, low=bounds[0], high=bounds[1])


def add(values: Iterable[Term]) -> Term:
    """Add; what is unknown is named beside what the others give, and is all there is where they are none."""
    values = list(values)
    known = [value for value in values if not value.blank]
    zonder = NONE
    for value in values:
        zonder |= value.zonder
    if zonder and not known:
        return replace(NOTHING, zonder=zonder)
    low = None if any(value.low is None for value in known) else sum(value.low or 0 for value in known)
    high = None if any(value.high is None for value in known) else sum(value.high or 0 for value in known)
    # What has no bound at all is not approximate either: the text has no mark at `alles`.
    circa = any(value.circa for value in known) and not (low is None and high is None)
    return Term(low, high, circa, zonder)


def minus(value: Term) -> Term:
    low = None if value.high is None else -value.high
    high = None if value.low is None else -value.low
    return replace(value, low=low, high=high)


def subtract(values: Sequence[Term]) -> Term:
    return NOTHING if values[0].blank else add([values[0], *map(minus, values[1:])])


def rest_of(values: Sequence[Term]) -> Term:
    """What is left, at least 0; a part without a number may be nothing, or all that the others leave."""
    value = subtract([values[0], *(part for part in values[1:] if not part.blank)])
    if value.blank:
        return value
    low = 0 if any(part.blank for part in values[1:]) else max(value.low or 0, 0)
    return replace(value, low=low, high=None if value.high is None else max(value.high, 0))


def at_least(values: Sequence[Term]) -> Term:
    """A whole that is at least what is in it; an approximate one is the larger of the two."""
    whole, inside = values[0], add(values[1:])
    if inside.blank:
        return whole
    if whole.blank:
        return Term(inside.low, inside.low, inside.circa, whole.zonder)
    low, high = whole.low, whole.high
    if inside.low is not None:
        low = inside.low if low is None else max(low, inside.low)
    if whole.circa and high is not None:
        # A part without a number changes nothing of it.
        high = None if inside.high is None else max(high, inside.high)
    return replace(whole, low=low, high=high)


def at_most(value: Term, limit: Term) -> Term:
    if value.blank or limit.high is None:
        return value
    low, high = (limit.high if bound is None else min(bound, limit.high) for bound in (value.low, value.high))
    return replace(value, low=None if value.low is None else low, high=None if value.high is None else high)


def perhaps(value: Term) -> Term:
    """Nothing, some or all of it."""
    if value.blank:
        return value
    low = None if value.low is None else min(value.low, 0)
    return replace(value, low=low, high=None if value.high is None else max(value.high, 0))


def or_less(value: Term) -> Term:
    return value if value.blank else replace(value, low=None, circa=value.circa and value.high is not None)


def times(value: Term, numerator: int, denominator: int, *, circa: bool) -> Term:
    found = scale(value, Fraction(numerator, denominator))
    # What is unknown has no mark.
    return found if found.blank else replace(found, circa=value.circa or circa)


def piece_of(value: Term, number: int, count: int) -> Term:
    """One of a number of whole pieces; what does not divide goes to the first ones."""
    if value.blank:
        return value
    low, high = (
        None
        if bound is None
        else sum(int(home) % count == number - 1 for home in range(abs(int(bound)))) * (1 if bound >= 0 else -1)
        for bound in (value.low, value.high)
    )
    return replace(value, low=low, high=high)


def scale(value: Term, factor: Fraction) -> Term:
    """Multiply exactly: nothing is rounded to whole homes."""
    low = None if value.low is None else value.low * factor
    high = None if value.high is None else value.high * factor
    return value if value.blank else replace(value, low=low, high=high)


def above_zero(value: Term) -> Term:
    if value.blank:
        return value
    return replace(value, low=max(value.low or 0, 0), high=None if value.high is None else max(value.high, 0))


def from_to(least: Term, most: Term) -> Term:
    """Between one number and another."""
    return replace(least, high=most.high, circa=least.circa or most.circa, zonder=least.zonder | most.zonder)


def one_end(value: Term, remark: str) -> Term:
    """The upper or the lower end as one number."""
    end = value.high if remark == "hoogste" else value.low
    return value if value.blank else replace(value, low=end, high=end, circa=value.circa and end is not None)


def divide(above: Term, below: Term) -> Term | None:
    """Divide by a number above 0: the least and the most that any pair in both ranges gives; None for 0 or less.

    What may be above 0 by what has no number in it gives an outcome that nobody knows.
    """
    if not below.blank and below.high is not None and below.high <= 0:
        return NOTHING if below.zonder else None
    if above.blank or below.blank:
        return NOTHING
    # Divided by as much as can be, and by as little; next to 0 there is no bound.
    least = Fraction(below.low) if below.low is not None and below.low > 0 else None
    most = Fraction(below.high) if below.high is not None else None
    low = _bound(above.low, at_zero=most, beyond=least)
    high = _bound(None if above.high is None else -above.high, at_zero=most, beyond=least)
    circa = (above.circa or below.circa) and (low is not None or high is not None)
    return Term(low, None if high is None else -high, circa, above.zonder | below.zonder)


def _bound(bound: Bound, *, at_zero: Fraction | None, beyond: Fraction | None) -> Fraction | None:
    if bound is None:
        return None
    if bound >= 0:
        return Fraction(0) if at_zero is None else bound / at_zero
    return None if beyond is None else bound / beyond
