"""What was found, in words for whoever has to mend it."""

from __future__ import annotations

import collections
import random
from collections.abc import Iterator

from tests.worlds.register import texts
from tests.worlds.run import Fault, Result, Tally
from tests.worlds.shrink import Cause, base, cause, shrink
from tests.worlds.verdict import Verdict

HEAD = f"{'kind of question':44} {'cells':>8} {'unsound':>8} {'zero':>6} {'differ':>8} {'tight':>7} {'exact':>7}"


def table(result: Result) -> Iterator[str]:
    """A line for every kind of question.

    unsound: cells that exclude a world; zero: 0 where all is unknown; differ: cells in which worlds differ; tight: how
    many per cent of those have ends that are answers; exact: how many per cent of the other cells say the one answer.
    """
    yield HEAD
    for kind, tally in sorted(result.kinds.items()):
        yield _line(kind, tally)
    total = Tally()
    for tally in result.kinds.values():
        total.take(tally)
    yield _line("all", total)


def _line(kind: str, tally: Tally) -> str:
    numbers = f"{tally.cells:8} {tally.unsound:8} {tally.zero:6} {tally.differ:8}"
    return f"{kind:44} {numbers} {tally.tight:6.1f}% {tally.exact:6.1f}%"


def first(result: Result, verdict: Verdict, number: int) -> list[Fault]:
    """The first faults with this verdict, each of another kind."""
    kinds: dict[str, Fault] = {}
    for fault in result.faults:
        if fault.seen.verdict is verdict:
            kinds.setdefault(base(fault.seen.kind), fault)
    return list(kinds.values())[:number]


def describe(fault: Fault, small: bool) -> Iterator[str]:
    """A fault with its register written out, made as small as it can be where asked."""
    fault = shrink(fault) if small else fault
    seen = fault.seen
    yield f"--- register {fault.number}: {seen.kind}: {seen.verdict.value}"
    if seen.question is not None:
        yield f"    woonplan {' '.join(seen.question.options(fault.register))}"
    yield f"    {seen.place}"
    yield f"    printed: {seen.printed}"
    yield f"    right:   {seen.right}"
    for name, text in texts(fault.register).items():
        yield f"    # {name}"
        yield from (f"    {line}" for line in text.splitlines())


def causes(result: Result, verdict: Verdict, most: int) -> list[tuple[Cause, int, list[str]]]:
    """One fault for each cause, how many faults had it and in which kinds of question; the most common first.

    Of every register at most three faults are looked into, `most` in all, drawn from all kinds of question.
    """
    faults = [fault for fault in result.faults if fault.seen.verdict is verdict]
    random.Random(0).shuffle(faults)  # noqa: S311 - a test, no secret
    per_register: collections.Counter[int] = collections.Counter()
    found: dict[tuple[str, ...], Cause] = {}
    kinds: dict[tuple[str, ...], collections.Counter[str]] = collections.defaultdict(collections.Counter)
    seen: set[tuple[int, str]] = set()
    for fault in faults:
        key = fault.number, base(fault.seen.kind).removeprefix("rapport ")
        if key in seen or per_register[fault.number] >= 3 or len(seen) >= most:
            continue
        seen.add(key)
        per_register[fault.number] += 1
        one = cause(fault)
        kinds[one.needs][base(fault.seen.kind)] += 1
        found.setdefault(one.needs, one)
    order = sorted(found, key=lambda needs: -kinds[needs].total())
    return [(found[needs], kinds[needs].total(), list(kinds[needs])) for needs in order]
