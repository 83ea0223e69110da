"""Answers against a hidden truth: what a register leaves open may be anything, and no answer may exclude it.

Every home truly lies in one municipality, has one status and comes in one year, and so it is with every home that goes.
A register tells part of that: a range, a class instead of a status, a span of years, a plan in two municipalities, an
aggregate with some of its plans named. Whatever is asked and however it is grouped, the true number lies within the
answer, or something in the answer is said to be unknown.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import partial

from hypothesis import given
from hypothesis import strategies as st

from tests.calc.registers import dataset
from woonplan.calc.gap.balance import balance
from woonplan.calc.gap.groups import grouped
from woonplan.calc.question import By, Question
from woonplan.calc.view import View
from woonplan.calc.years.trajectory import trajectory
from woonplan.model.number import Number
from woonplan.model.plan import Plan
from woonplan.model.statussen import Planstatus

NAMES = ("Aa", "Bee", "Cee")
STATUSES = {"1A": ("1A",), "1B": ("1B",), "hard": ("1A", "1B"), "3": ("3",), "zacht": ("3", "4A")}
INSIDE = ("2021", "2025", "2029")
"""Years in the period of the target, 2020 to 2029; 2031 is not."""

Homed = Counter[tuple[str, str, str]]
"""Homes by municipality, true status and true year."""


@dataclass
class Truth:
    """The plans of a register, and what is true of the homes in them; parts are inside their aggregate."""

    plans: list[Plan] = field(default_factory=list)
    homes: Homed = field(default_factory=Counter)
    sloop: Homed = field(default_factory=Counter)
    netto: bool = False
    """Whether demolition is taken off."""

    def of(
        self,
        gemeenten: tuple[str, ...],
        statussen: frozenset[Planstatus],
        *,
        hard: bool,
        years: tuple[str, ...] = INSIDE,
    ) -> int:
        """The true number of homes of a class within the period, or in some of its years, in a selection."""
        homes, sloop = (
            sum(
                count
                for (name, status, year), count in counted.items()
                if (not gemeenten or name in gemeenten)
                and (not statussen or status in statussen)
                and status.startswith("1") == hard
                and year in years
            )
            for counted in (self.homes, self.sloop)
        )
        return homes - sloop if self.netto else homes


def told(draw: st.DrawFn, homes: Homed, sloop: Homed, *, exact: bool) -> dict[str, object]:
    """What a record tells of the number of its homes and of when they come."""
    total = homes.total()
    fields: dict[str, object] = {"soort_aantal": "bruto"}
    how = draw(st.sampled_from(["exact"] if exact else ["exact", "range", "at most", "nothing"]))
    if how == "exact":
        fields["restant"] = total
    elif how == "range":
        fields |= {"woningen_min": draw(st.integers(0, total)), "woningen_max": total + draw(st.integers(0, 9))}
        fields["gerealiseerd"] = 0
    elif how == "at most":
        fields["woningen"] = total + draw(st.integers(0, 9))
    # Without years all of it counts within the period, so then it has to be true that it does.
    if how == "exact" and total and (draw(st.booleans()) or late(homes)):
        fields["oplevering"] = by_time(draw, homes)
    if draw(st.booleans()):
        fields |= {"sloop": sloop.total(), "sloop_gerealiseerd": 0}
        if sloop.total() and (draw(st.booleans()) or late(sloop)):
            fields["sloop_jaar"] = by_time(draw, sloop)
    return fields


def late(homes: Homed) -> bool:
    """Whether some of the homes come after the period."""
    return any(year not in INSIDE for _, _, year in homes)


def by_time(draw: st.DrawFn, homes: Homed) -> dict[str, int]:
    """The homes by year, or by spans of years."""
    spans = draw(
        st.sampled_from([{}, {"2021": "2021-2025", "2025": "2021-2025"}, {"2029": "2029-2031", "2031": "2029-2031"}])
    )
    told: Counter[str] = Counter()
    for (_, _, year), count in homes.items():
        told[spans.get(year, year)] += count
    return dict(told)


@st.composite
def truths(draw: st.DrawFn) -> Truth:
    """A register of a few plans and aggregates."""
    truth = Truth(netto=draw(st.booleans()))
    for number in range(draw(st.integers(1, 4))):
        where = draw(st.sampled_from([("Aa",), ("Bee",), ("Aa", "Bee"), ("Bee", "Cee"), NAMES]))
        written = draw(st.sampled_from(sorted(STATUSES)))
        status = draw(st.sampled_from(STATUSES[written]))
        aggregate = draw(st.booleans()) or where == NAMES
        beyond = draw(st.booleans())
        exact = beyond or draw(st.booleans())
        homes: Homed = Counter()
        sloop: Homed = Counter()
        for _ in range(draw(st.integers(1, 3))):
            year = draw(st.sampled_from([*INSIDE, "2031"] if beyond else INSIDE))
            homes[draw(st.sampled_from(where)), status, year] += draw(st.integers(1, 9))
            sloop[draw(st.sampled_from(where)), status, draw(st.sampled_from(INSIDE))] += draw(st.integers(0, 5))
        record: dict[str, object] = {"id": f"p{number}", "naam": "P", "planstatus": written}
        record |= told(draw, homes, +sloop, exact=exact)
        record |= (
            {"regio": "Dal"} if where == NAMES else {"gemeenten": where} if len(where) > 1 else {"gemeente": where[0]}
        )
        if "gemeenten" in record and "restant" in record and draw(st.booleans()):
            record["verdeling"] = {name: sum(n for key, n in homes.items() if key[0] == name) for name in where}
        if aggregate:
            record["soort"] = "verzamelpost"
            sloop_left = sloop.copy()
            for place, ((name, *rest), count) in enumerate(sorted(homes.items())):
                inside = draw(st.integers(0, count))
                if inside and draw(st.booleans()):
                    part: Homed = Counter({(name, rest[0], rest[1]): inside})
                    gone: Homed = Counter(
                        {key: draw(st.integers(0, n)) for key, n in sloop_left.items() if key[0] == name}
                    )
                    sloop_left -= gone
                    truth.plans.append(
                        Plan.model_validate(
                            {"id": f"p{number}-{place}", "naam": "D", "gemeente": name, "onderdeel_van": f"p{number}"}
                            | {"planstatus": written}
                            | told(draw, part, +gone, exact="oplevering" in record or draw(st.booleans()))
                        )
                    )
        truth.plans.append(Plan.model_validate(record))
        truth.homes += homes
        truth.sloop += sloop
    return truth


def holds(answer: Number, true: int, *, netto: bool) -> bool:
    """Whether an answer leaves room for the true number; what is unknown is 0 or more, and any number when net."""
    low, high = answer.low, answer.high
    if answer.unknown:
        return netto or low is None or low <= true
    return (low is None or low <= true) and (high is None or true <= high)


@given(
    truths(),
    st.lists(st.sampled_from(NAMES), unique=True, max_size=3),
    st.sets(st.sampled_from(["1A", "3", "hard"]), max_size=2),
)
def test_no_answer_excludes_the_truth(truth: Truth, asked: list[str], statussen: set[str]) -> None:
    data = dataset(truth.plans)
    wanted = frozenset(Planstatus(status) for status in statussen)
    # Asking for "hard" is asking for every status that counts as hard.
    meant = wanted | (frozenset({Planstatus("1A"), Planstatus("1B")}) if "hard" in statussen else frozenset())
    question = Question(gemeenten=tuple(asked), statussen=wanted, netto=truth.netto)
    room = partial(holds, netto=truth.netto)
    sums = balance(View(data, question)).sums
    assert room(sums.hard.low, truth.of(question.gemeenten, meant, hard=True))
    assert room(sums.zacht.low, truth.of(question.gemeenten, meant, hard=False))
    for group in grouped(View(data, question), By.GEMEENTE).groups:
        if group.key and (not asked or group.key in asked):
            assert room(group.sums.hard.low, truth.of((group.key,), meant, hard=True))
            assert room(group.sums.zacht.low, truth.of((group.key,), meant, hard=False))
    for group in grouped(View(data, question), By.STATUS).groups:
        if group.key in ("1A", "1B", "3", "4A"):
            own = frozenset({Planstatus(group.key)})
            if not meant or own <= meant:
                row = group.sums.hard if group.key.startswith("1") else group.sums.zacht
                assert room(row.low, truth.of(question.gemeenten, own, hard=group.key.startswith("1")))
    for group in grouped(View(data, question), By.POSITIE).groups:
        own_town = {"stedelijk": "Aa", "landelijk_lokaal": "Cee"}.get(group.key)
        if own_town and (not asked or own_town in asked):
            assert room(group.sums.hard.low, truth.of((own_town,), meant, hard=True))
            assert room(group.sums.zacht.low, truth.of((own_town,), meant, hard=False))
    for moment in trajectory(View(data, question)).jaren:
        assert moment.years is not None
        year = (str(moment.years[0]),)
        assert room(moment.hard.low, truth.of(question.gemeenten, meant, hard=True, years=year))
        assert room(moment.zacht.low, truth.of(question.gemeenten, meant, hard=False, years=year))
