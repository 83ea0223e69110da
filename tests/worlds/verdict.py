"""Whether a cell excludes a possible truth (sound), and whether its ends are answers of some world (tight)."""

from __future__ import annotations

import enum
from fractions import Fraction

from tests.worlds.answers import Expect
from tests.worlds.program import Cell
from tests.worlds.sizes import INF
from tests.worlds.truth import Number, Truth


class Verdict(enum.Enum):
    """What is to be said of a cell, the worst first."""

    UNSOUND = "onjuist: een wereld valt buiten de cel"
    ZERO = "0 waar alles onbekend is"
    WIDE = "ruimer dan de werelden"
    GOOD = "goed"


def judge(cell: Cell, expect: Expect) -> Verdict:
    """The verdict on a cell; of two right readings the kinder one."""
    verdicts = [_judge(cell, truth, expect) for truth in (expect.truth, expect.other) if truth is not None]
    order = list(Verdict)
    return max(verdicts, key=order.index)


def _judge(cell: Cell, truth: Truth, expect: Expect) -> Verdict:
    if truth.loose:
        return Verdict.GOOD
    low: Number = -INF if cell.low is None else cell.low
    high: Number = INF if cell.high is None else cell.high
    if (low, high) == (-INF, INF):
        return Verdict.GOOD if _nothing_known(truth) or not expect.tight else Verdict.WIDE
    opens = _opens(cell, truth, expect)
    if not _sound(low, high, opens, truth, expect):
        return Verdict.UNSOUND
    alone = len(expect.columns) == len(expect.rows) == 1
    if (
        alone
        and not expect.difference
        and opens
        and cell.low == cell.high
        and not truth.known
        and truth.differs
        and expect.tight
    ):
        return Verdict.ZERO
    return Verdict.GOOD if not expect.tight or _tight(low, high, opens, truth) else Verdict.WIDE


def _opens(cell: Cell, truth: Truth, expect: Expect) -> frozenset[int]:
    """The sides on which the cell says that there may be more."""
    # The words above a table that it says "ten minste" open only the rows that more may belong to.
    if not cell.opened or (not cell.unknown and not truth.place_open):
        return frozenset()
    if cell.unknown:
        return cell.sides
    direction = truth.direction if expect.sign and truth.direction is not None else expect.sign
    return frozenset({direction}) if direction else frozenset({-1, 1})


def _sound(low: Number, high: Number, opens: frozenset[int], truth: Truth, expect: Expect) -> bool:
    if truth.apart and not opens:
        return False
    claimed_low, claimed_high = -INF if -1 in opens else low, INF if 1 in opens else high
    if claimed_low > truth.lo_far or claimed_high < truth.hi_far:
        return False
    # The number that stands before what is unknown holds too. Homes that a gross cell counts among the unknown are no
    # fault: it says less than is known.
    if opens == {1}:
        return low <= truth.lo
    if opens == {-1}:
        return high >= truth.hi
    if opens:
        return (low <= truth.core_lo or expect.sign < 0) and (high >= truth.core_hi or expect.sign > 0)
    return True


def _tight(low: Number, high: Number, opens: frozenset[int], truth: Truth) -> bool:
    if not opens:
        return (low, high) == (truth.lo_far, truth.hi_far)
    if opens == {1}:
        return low in {truth.lo, truth.lo_far} and (truth.hi_far > truth.hi or truth.hi_far == INF)
    if opens == {-1}:
        return high in {truth.hi, truth.hi_far} and (truth.lo_far < truth.lo or truth.lo_far == -INF)
    open_ = bool(truth.apart) or (truth.lo_far, truth.hi_far) == (-INF, INF)
    if open_ and truth.lo_far <= low <= truth.lo and truth.hi <= high <= truth.hi_far:
        return True
    if (low, high) == (truth.core_lo, truth.core_hi) and _leaves_apart(truth):
        return True
    return ((low == truth.lo and INF in {high, truth.hi}) or (high == truth.hi and -INF in {low, truth.lo})) or (
        (low, high) in {(truth.lo, truth.hi), (truth.lo_far, truth.hi_far)} and (bool(truth.apart) or truth.place_open)
    )


def _leaves_apart(truth: Truth) -> bool:
    return bool(truth.apart) or truth.place_open or (truth.lo_far, truth.hi_far) == (-INF, INF)


def _nothing_known(truth: Truth) -> bool:
    if (truth.lo_far, truth.hi_far) == (-INF, INF) or (truth.differs and not truth.known):
        return True
    # Nothing is assigned to the row, or nothing but what was delivered in years that are unknown would stand in it.
    none = (truth.lo, truth.hi) == (0, 0) and truth.place_open
    return none or bool(truth.apart and (truth.core_lo, truth.core_hi) == (0, 0))


def describe(truth: Truth) -> str:
    """The truth of a cell in a few words."""
    text = _range(truth.lo, truth.hi)
    if truth.place_open:
        text = f"ten minste {text}, met alles wat erbij kan {_range(truth.lo_far, truth.hi_far)}"
    if truth.apart:
        text += f", zonder {truth.apart} onbekende"
    if not truth.known and truth.differs:
        text += " (niets toegewezen: onbekend)"
    return text


def _range(low: Number, high: Number) -> str:
    ends = ["-oneindig" if end == -INF else "oneindig" if end == INF else str(Fraction(end)) for end in (low, high)]
    return ends[0] if ends[0] == ends[1] else " tot ".join(ends)
