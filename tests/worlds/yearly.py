"""The true answers of the yearly report: those of a grouping and of the years, and tables of its own."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from tests.worlds.answers import COLUMNS, Expect, grouping, says
from tests.worlds.capacity import Asked
from tests.worlds.ledger import ENDS, delivered, delivered_years, target
from tests.worlds.reading import Group
from tests.worlds.sizes import INF, bounds
from tests.worlds.truth import Truth, between
from tests.worlds.years import trajectory

INBREIDING = ("pand_transformatie", "transformatiegebied", "herstructurering", "verdichting")
UITBREIDING = ("uitbreiding_uitleg", "uitbreiding_overig")
SEGMENTEN = {
    "sociale_huur": (("sociale_huur",), ("huur_onbekend", "onbekend")),
    "middensegment": (("middenhuur", "betaalbare_koop"), ("huur_onbekend", "koop_onbekend", "onbekend")),
    "duurder": (("dure_huur", "dure_koop"), ("huur_onbekend", "koop_onbekend", "onbekend")),
    "betaalbaar": (("sociale_huur", "middenhuur", "betaalbare_koop"), ("huur_onbekend", "koop_onbekend", "onbekend")),
    "huur": (("sociale_huur", "middenhuur", "dure_huur", "huur_onbekend"), ("onbekend",)),
    "koop": (("betaalbare_koop", "dure_koop", "koop_onbekend"), ("onbekend",)),
}


def report(asked: Asked) -> Iterator[Expect]:
    """The tables of a report that hold plans."""
    for expect in (*grouping(asked, "gemeente"), *trajectory(asked)):
        yield dataclasses.replace(expect, kind=f"rapport {expect.kind}")
    yield from _remaining(asked)
    for row, values in (("binnen", INBREIDING), ("buiten", UITBREIDING), ("onbekend", (None,))):
        named = row != "onbekend"
        tight = named or all(asked.found.complete(name) for name in asked.names)
        for column in COLUMNS:
            cut = asked.cut(column, row=says("plantype", values, 3 if named else 0), gaps=3 if named else 0)  # type: ignore[arg-type]
            yield Expect("rapport ligging", "ligging", (row,), (column,), asked.count(cut), tight=tight)
    for column in COLUMNS:
        yield Expect("rapport ligging", "ligging", ("totaal",), (column,), asked.count(asked.cut(column)))
    if not asked.question.netto:
        yield from _segments(asked)


def _remaining(asked: Asked) -> Iterator[Expect]:
    """What is planned, and what the target leaves after what was delivered."""
    over = delivered_years(asked)
    rows = [(name, frozenset({name}), name) for name in sorted(asked.names)]
    if not asked.question.gemeente:
        rows.append(("totaal", asked.names, None))
    for row, names, area in rows:
        cut = dataclasses.replace(asked.cut(*COLUMNS), names=names)
        yield Expect("rapport dekking capaciteit", "dekking", (row,), ("capaciteit",), asked.count(cut))
        for end in ENDS:
            goal = target(asked, "ambitie", area, end)
            if goal:
                truth = goal[0] + delivered(asked, names, over).times(-1)
                floored = dataclasses.replace(
                    truth,
                    lo=max(0, truth.lo),
                    hi=max(0, truth.hi),
                    lo_far=max(0, truth.lo_far),
                    hi_far=max(0, truth.hi_far),
                )
                yield Expect("rapport nog op te leveren", "dekking", (row,), (f"te_gaan_{end}",), truth, -1, floored)


def _segments(asked: Asked) -> Iterator[Expect]:
    """Hard and soft homes by segment: inside the period, or all that are to come; the table chooses one rule."""
    inside = asked.cut(*COLUMNS)
    later = dataclasses.replace(inside, key="all", years=lambda _: True)
    total = [asked.count(cut) for cut in (inside, later)]
    yield Expect("rapport segmenten totaal", "segmenten", ("totaal",), ("woningen",), total[0], other=total[1])
    for row, (named, perhaps) in SEGMENTEN.items():
        truths = []
        for cut in (inside, later):
            truth = Truth()
            for group in asked.found.groups:
                planned = asked.count(
                    dataclasses.replace(cut, row=lambda leaf, group=group: int(leaf in group.leaves), gaps=0)
                )  # type: ignore[misc]
                truth += _segment(group, planned, named, perhaps)
            gaps = asked.count(dataclasses.replace(cut, row=lambda _: 0))
            truths.append(truth + gaps)
        yield Expect("rapport segment", "segmenten", (row,), ("woningen", "mogelijk"), truths[0], other=truths[1])


def _segment(group: Group, planned: Truth, named: tuple[str, ...], perhaps: tuple[str, ...]) -> Truth:
    """Homes of a segment among the planned homes of a group; the split holds all homes of the plan, built ones too."""
    split, whole = (
        group.record.get("betaalbaarheid"),
        bounds(group.record, "woningen") or bounds(group.record, "restant"),
    )
    if not split or whole is None or len(group.leaves) > 1:
        return dataclasses.replace(planned, lo=0, lo_far=0, core_lo=0, known=0)
    sure, may = (sum(split.get(key, 0) for key in keys) for keys in (named, perhaps))
    may += 0 if "onbekend" in split else whole[1] - sum(split.values())
    low = 0 if whole[1] == INF else max(0, sure + planned.lo - whole[1])
    high = min(sure + may, planned.hi)
    far = min(sure + may, planned.hi_far)
    return dataclasses.replace(between(low, high), lo_far=low, hi_far=far, direction=1 if far != high else None)
