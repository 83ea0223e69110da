"""The trajectory: what has no year is spread over none, and the rows are those of the balance."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.calc.registers import GEBIED, plans
from tests.conftest import GEMEENTEN, PLANNEN, Register
from woonplan.calc.capacity.phasing import by_years, spread
from woonplan.calc.question import Question
from woonplan.calc.view import View
from woonplan.calc.years.trajectory import Moment, Trajectory, Wanneer, trajectory
from woonplan.model.base import OPEN, years_of
from woonplan.model.dataset import Dataset
from woonplan.model.gemis import Gemis, Lack
from woonplan.model.number import Number, Way
from woonplan.model.plan import Plannenbestand
from woonplan.model.restant import gepland
from woonplan.model.stand import Invoer, Stand, Standdeel


def dataset_of(register: Register, plannen: str, **files: str) -> Dataset:
    loaded = register(plannen, **files)
    assert loaded.findings == ()
    assert loaded.dataset is not None
    return loaded.dataset


def rows(found: Trajectory) -> dict[object, Moment]:
    """Rows by year, span, or what else they are."""
    return {m.years[0] if m.wanneer is Wanneer.JAAR and m.years else m.years or m.wanneer: m for m in found.momenten}


def homes(number: int, *missing: Lack, known: int = 1) -> Number:
    return Number(number, number, False, known, frozenset(missing), Way.UP if missing else Way.NONE)


def sometime(*plans: str) -> tuple[Lack, ...]:
    """Plans with homes that have no year."""
    return tuple(Lack(Gemis.JAAR, plan) for plan in plans)


BEE = Lack(Gemis.GEMEENTE, "Bee")


PLANS = """\
  - id: a
    naam: A
    gemeente: Aa
    planstatus: 1A
    restant: 150
    oplevering: {2024: 20, 2025-2029: 122, 2031: 5, onbekend: 3}
  - {id: b, naam: B, gemeente: Bee, planstatus: 3, restant: 40, oplevering: {2024: 40}}
  - {id: c, naam: C, gemeente: Bee, planstatus: 3, restant: 7}
  - {id: v, naam: V, soort: verzamelpost, regio: Dal, planstatus: hard, restant: 500}
"""


AGGREGATE = "  - {id: v, naam: V, soort: verzamelpost, regio: Dal, planstatus: hard, restant: 5}\n"


class TestTrajectory:
    def test_every_time_has_a_row_of_its_own(self, register: Register) -> None:
        found = rows(trajectory(View(dataset_of(register, PLANS))))
        assert list(found) == [*range(2020, 2030), (2025, 2029), *(w for w in Wanneer if w not in ("jaar", "tijdvak"))]
        assert found[(2025, 2029)].hard.low == homes(122)
        assert found[Wanneer.ZONDER_JAAR].hard.low == homes(3)
        assert found[Wanneer.ZONDER_JAAR].zacht.low == homes(7)
        assert found[Wanneer.VERZAMELPOST].hard.low == homes(500)
        # 2031 is after the period.
        assert found[Wanneer.BUITEN].hard.low == homes(5)

    def test_a_year_counts_what_may_be_in_it_as_unknown(self, register: Register) -> None:
        found = rows(trajectory(View(dataset_of(register, PLANS))))
        # 20 of A; A (3 without a year) and the aggregate may have more. Soft: 40 of B, and C without a year.
        assert found[2024].hard.low == homes(20, *sometime("a", "v"))
        assert found[2024].zacht.low == homes(40, *sometime("c"))
        # Nothing that is known comes in 2023, and that is not 0; in 2026 all of the 122 may.
        assert found[2023].hard.low.blank
        assert found[2026].hard.low == homes(0, *sometime("a", "v")).bounded(0, 122)

    def test_a_municipality_without_plans_is_unknown_in_every_row_to_come(self, register: Register) -> None:
        of_aa = (
            "  - {id: a, naam: A, gemeente: Aa, planstatus: 1A, restant: 30, oplevering: {2025-2026: 10, 2031: 20}}\n"
        )
        found = trajectory(View(dataset_of(register, of_aa)))
        one = rows(found)
        assert one[(2025, 2026)].hard.low == homes(10, BEE)
        assert one[Wanneer.BUITEN].hard.low == homes(20, BEE)
        for when in (2024, (2025, 2026), Wanneer.ZONDER_JAAR, Wanneer.VERZAMELPOST, Wanneer.BUITEN):
            assert one[when].zacht.low == homes(0, BEE, known=0)
        # Bee is one unknown number in the whole, however many rows it may be in.
        whole, last = found.balance.sums.hard, one[2029].cumulatief_hard
        assert last is not None
        assert {(figure.low.low, figure.low.unknown) for figure in (whole, last)} == {(10, 1)}

    def test_spread_only_when_asked(self, register: Register) -> None:
        dataset = dataset_of(register, PLANS)
        found = trajectory(View(dataset, replace(Question(), spreid=True)))
        assert found.gespreid == 1
        assert trajectory(View(dataset)).gespreid == 0
        # 122 over 5 years: 24 each, and 2 left for the earliest two.
        spread_out = [rows(found)[year].hard.low.low for year in range(2025, 2030)]
        assert spread_out == [25, 25, 24, 24, 24]
        assert (2025, 2029) not in rows(found)

    def test_cumulative(self, register: Register) -> None:
        found = rows(trajectory(View(dataset_of(register, PLANS))))
        both = {year: found[year].cumulatief for year in range(2020, 2030)}
        hard_only = found[2029].cumulatief_hard
        # 2023: nothing known; A, the aggregate and C may have come. 2024: 20 + 40. 2028: of the span none to all 122.
        assert both[2023] is not None
        assert both[2023].low.blank
        assert both[2023].low.unknown == 3
        for year, most in ((2024, 60), (2028, 182)):
            figure = both[year]
            assert figure is not None
            assert (figure.low.bounds, figure.low.unknown) == ((60, most, False), 3)
        # The last year ends where the balance is: 20 + 122 + 3 + 500 = 645 hard, and 47 soft.
        assert hard_only is not None
        assert hard_only.low.bounds == (645, 645, False)
        assert both[2029] is not None
        assert (both[2029].low.bounds, both[2029].low.unknown) == ((692, 692, False), 0)

    def test_a_span_counts_from_its_last_year_on(self, register: Register) -> None:
        plan = """\
  - {id: a, naam: A, gemeente: Aa, planstatus: 1A, restant: 60, oplevering: {2022-2024: 60}}
  - {id: b, naam: B, gemeente: Bee, planstatus: 1A, restant: 1, oplevering: {2021: 1}}
"""
        found = rows(trajectory(View(dataset_of(register, plan))))
        until = {year: found[year].cumulatief_hard for year in (2021, 2023, 2024)}
        # Not begun, begun (none to all of the 60 have come), ended.
        assert {year: f.low.bounds[:2] for year, f in until.items() if f} == {
            2021: (1, 1),
            2023: (1, 61),
            2024: (61, 61),
        }

    def test_a_span_that_is_partly_outside(self, register: Register) -> None:
        plan = "  - {id: a, naam: A, regio: Dal, planstatus: 1A, restant: 60, oplevering: {2028-2033: 60}}\n"
        dataset = dataset_of(register, plan)
        found = rows(trajectory(View(dataset)))
        # How many of the 60 come before 2030 is not known: 0 to 60, as in the balance. Spread: 10 a year.
        assert found[(2028, 2033)].hard.low.bounds == (0, 60, False)
        # The others come after it: 60 inside, or outside, or some here and some there.
        assert found[Wanneer.BUITEN].hard.low.bounds == (0, 60, False)
        even = rows(trajectory(View(dataset, replace(Question(), spreid=True))))
        assert [even[year].hard.low.low for year in (2028, 2029)] == [10, 10]
        assert even[Wanneer.BUITEN].hard.low.bounds == (40, 40, False)

    def test_net_takes_demolition_off_in_its_own_year(self, register: Register) -> None:
        plan = (
            "  - {id: a, naam: A, gemeente: Aa, planstatus: 1A, restant: 30, oplevering: {2024: 30}, sloop: 12,"
            " sloop_gerealiseerd: 0, sloop_jaar: {2022: 12}}\n"
            "  - {id: b, naam: B, gemeente: Bee, planstatus: 1A, restant: 9, oplevering: {2024: 9}}\n"
        )
        found = rows(trajectory(View(dataset_of(register, plan), Question(netto=True))))
        # Of the demolition of B nobody knows how much it is, nor when: every year may be less than what is known of it.
        known = {2022: -12, 2023: 0, 2024: 39, 2029: 0}
        assert {year: found[year].hard.low.bounds for year in known} == {
            year: (None, most, False) for year, most in known.items()
        }

    def test_homes_and_demolition_of_no_year_may_be_in_different_years(self, register: Register) -> None:
        plan = "  - {id: a, naam: A, gemeente: Aa, planstatus: 1A, restant: 12, sloop: 12, sloop_gerealiseerd: 0}\n"
        found = rows(trajectory(View(dataset_of(register, plan), Question(netto=True))))
        # 12 - 12 = 0 together, and in a single year anything between -12 and 12; Bee has no plan at all.
        assert found[2025].hard.low.unknown == 2
        gross = rows(trajectory(View(dataset_of(register, plan.replace("restant: 12", "restant: 0")))))
        assert gross[2025].hard.low.unknown == 1

    def test_the_years_of_an_aggregate_are_its_own(self, register: Register) -> None:
        plan = """\
  - {id: v, naam: V, soort: verzamelpost, regio: Dal, planstatus: 1A, restant: 100, oplevering: {2024: 60, 2025: 40}}
  - {id: a, naam: A, gemeente: Aa, planstatus: 1A, restant: 25, onderdeel_van: v, oplevering: {%s: 25}}
"""
        # Which of its years a part has changes nothing of them, nor does one that says none.
        for part in (plan % 2024, plan % 2025, plan.replace(", oplevering: {%s: 25}", "")):
            found = rows(trajectory(View(dataset_of(register, part))))
            assert [found[year].hard.low.bounds[:2] for year in (2023, 2024, 2025)] == [(0, 0), (60, 60), (40, 40)]

    def test_what_an_aggregate_with_years_has_in_one_municipality_is_its_part(self, register: Register) -> None:
        plan = """\
  - {id: v, naam: V, soort: verzamelpost, regio: Dal, planstatus: 1A, restant: 100, oplevering: {2024: 60, 2025: 40}}
  - {id: a, naam: A, gemeente: Aa, planstatus: 1A, restant: 25, onderdeel_van: v}
"""
        found = rows(trajectory(View(dataset_of(register, plan), Question(gemeenten=("Aa",)))))
        # Its 25 come in the years of the aggregate, in either of them; of the rest some may be here too.
        assert found[(2024, 2025)].hard.low == homes(25)
        assert [found[year].hard.low.bounds[:2] for year in (2024, 2025, 2026)] == [(0, 25), (0, 25), (0, 0)]

    def test_years_of_a_part_of_a_divided_plan_are_what_the_others_leave(self, register: Register) -> None:
        plan = """\
  - id: a
    naam: A
    gemeenten: [Aa, Bee]
    verdeling: {Aa: 30, Bee: 10}
    planstatus: 1A
    restant: 40
    oplevering: {%s}
"""
        asked = Question(gemeenten=("Aa",))
        both = rows(trajectory(View(dataset_of(register, plan % "2024: 20, 2025: 20"), asked)))
        # Of the 20 in a year 10 at the most are in Bee.
        assert [both[year].hard.low.bounds[:2] for year in (2023, 2024, 2025)] == [(0, 0), (10, 20), (10, 20)]
        assert both[Wanneer.ZONDER_JAAR].hard.low.bounds == (0, 0, False)
        one = rows(trajectory(View(dataset_of(register, plan % "2024: 40"), asked)))
        assert one[2024].hard.low.bounds == (30, 30, False)

    def test_what_was_delivered_and_cannot_come_any_more(self, shipped_2021: Dataset) -> None:
        found = rows(trajectory(View(shipped_2021)))
        done = found[2020].gerealiseerd
        assert done is not None
        assert done.low.bounds == (2097, 2097, False)
        # Capacity of 1-1-2021 is still to come: none of it in 2020.
        assert found[2020].hard.low.bounds == (0, 0, False)
        assert found[2020].hard.low.unknown == 0
        assert found[2021].gerealiseerd is None
        assert found[2021].hard.low.unknown == 14
        # 2,097 + 7,929 + 11,629.
        last = found[2029].cumulatief
        assert last is not None
        assert last.low.bounds == (21655, 21655, False)

    def test_a_year_that_had_not_ended_is_unknown(self, register: Register) -> None:
        dataset = dataset_of(register, AGGREGATE, kop=PLANNEN.replace("2020-01-01", "2020-07-01"))
        found = rows(trajectory(View(dataset)))[2020].gerealiseerd
        assert found is not None
        assert found.low.blank

    def test_without_a_target_the_years_are_those_of_the_plans(self, register: Register) -> None:
        start, _, end = GEMEENTEN.partition("opgaven:")
        gebied = start + end[end.index("gemeenten:") :]
        found = trajectory(View(dataset_of(register, PLANS, gemeenten=gebied)))
        assert [m.years for m in found.jaren] == [(year, year) for year in range(2024, 2032)]
        assert rows(found)[2031].hard.low.bounds == (5, 5, False)


def test_phasing_that_does_not_name_all_homes_leaves_the_rest_without_a_year() -> None:
    about = Number(100, 100, circa=True, known=1)
    found = by_years(about, {"2025": 60})
    assert found[(2025, 2025)].bounds == (60, 60, True)
    assert found[None].bounds == (40, 40, True)


@given(st.integers(-500, 5000), st.integers(1, 30))
def test_spreading_loses_nothing_and_is_even(number: int, count: int) -> None:
    found = spread({(2020, 2019 + count): homes(number)})
    pieces = [piece.low for _, piece in sorted(found.items(), key=lambda item: item[0] or (0, 0))]
    assert len(pieces) == count
    whole = [piece for piece in pieces if piece is not None]
    assert sum(whole) == number
    assert max(whole) - min(whole) <= 1
    # What does not divide goes to the first years, of demolition too.
    assert whole == sorted(whole, key=abs, reverse=True)


def _dataset(records: list[object]) -> Dataset:
    named = [record.model_copy(update={"id": f"p{i}"}) for i, record in enumerate(records)]  # type: ignore[attr-defined]
    file = Plannenbestand.model_construct(versie=1, peildatum="2020-01-01", plannen=tuple(named))
    return Dataset(GEBIED, Invoer("gemeenten.yaml", ""), Stand((Standdeel(file, Invoer("plannen.yaml", "")),)))


SUMS: tuple[Callable[[Moment], Number], ...] = (lambda m: m.hard.low, lambda m: m.zacht.low, lambda m: m.onbekend.low)


@given(st.lists(plans(), max_size=8), st.booleans(), st.booleans())
def test_the_rows_leave_all_that_the_balance_may_be(records: list[object], netto: bool, even: bool) -> None:
    """A whole says no less than its rows say together: what may be true of it is a sum of what may be true of them."""
    found = trajectory(View(_dataset(records), replace(Question(netto=netto), spreid=even)))
    inside = [m for m in found.momenten if m.wanneer is not Wanneer.BUITEN]
    sums = found.balance.sums
    for of, whole in zip(SUMS, (sums.hard, sums.zacht, sums.onbekend), strict=True):
        low, high = zip(*(of(m).reach for m in inside), strict=True)
        least, most = whole.low.reach
        assert None in low or (least is not None and sum(low) <= least)
        assert None in high or (most is not None and most <= sum(high))


class TestOpenPeriods:
    PLANS = (
        "  - {id: a, naam: A, gemeente: Aa, planstatus: 1A, restant: 30, oplevering: {2024: 10, 2030-: 20}}\n"
        "  - {id: b, naam: B, gemeente: Bee, planstatus: 1A, restant: 40, oplevering: {2028-: 40}}\n"
    )

    def test_from_after_the_period_on_is_outside_and_from_in_it_may_be_either(self, register: Register) -> None:
        view = View(dataset_of(register, self.PLANS))
        found = rows(trajectory(view))
        assert found[2024].hard.low.bounds == (10, 10, False)
        assert found[(2028, OPEN)].hard.low.bounds == (0, 40, False)
        assert found[Wanneer.BUITEN].hard.low.bounds == (20, 60, False)
        assert view.sums.hard.low.bounds == (10, 50, False)

    def test_what_has_no_last_year_is_never_spread(self, register: Register) -> None:
        data = dataset_of(register, self.PLANS)
        found = trajectory(View(data, Question(spreid=True)))
        assert rows(found)[(2028, OPEN)].hard.low.bounds == (0, 40, False)
        assert (found.gespreid, rows(found)[2029].hard.low.known > 0) == (0, True)

    def test_without_a_target_the_years_end_with_the_last_that_is_named(self, register: Register) -> None:
        bare = GEMEENTEN[: GEMEENTEN.index("opgaven:")] + GEMEENTEN[GEMEENTEN.index("gemeenten:\n") :]
        found = trajectory(View(dataset_of(register, self.PLANS, gemeenten=bare)))
        assert [m.years for m in found.jaren] == [(year, year) for year in range(2024, 2031)]

    def test_one_that_holds_the_reference_date_begins_with_it(self) -> None:
        assert gepland({"2018-": 5, "2030-": 2}, 2020) == {"2020-": 5, "2030-": 2}
        assert years_of("2030-") == (2030, OPEN)


def test_plans_in_periods_alone_are_said_to_be(register: Register) -> None:
    plan = "  - {id: %s, naam: A, gemeente: %s, planstatus: 1A, restant: 9, oplevering: {%s}}\n"
    spans = plan % ("a", "Aa", "2020-2024: 4, 2025-2029: 5") + plan % ("b", "Bee", "2030-: 9")
    assert trajectory(View(dataset_of(register, spans))).in_tijdvakken
    assert not trajectory(View(dataset_of(register, spans), Question(spreid=True))).in_tijdvakken
    one = spans + plan % ("c", "Aa", "2026: 1, 2027-2029: 8")
    assert not trajectory(View(dataset_of(register, one))).in_tijdvakken
    assert not trajectory(View(dataset_of(register, plan % ("a", "Aa", "onbekend: 9")))).in_tijdvakken
