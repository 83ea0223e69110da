"""The pace: golden cases from practice, every reading of the period, and what must hold whatever the numbers."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from woonplan.calc.measure import Measure, rounded

from tests.conftest import GEMEENTEN, PLANNEN, Register
from woonplan.calc.audit.verdict import Oordeel, judge
from woonplan.calc.gap.balance import balance
from woonplan.calc.number.figure import given as a_figure
from woonplan.calc.number.figure import target
from woonplan.calc.question import Question, Tegen
from woonplan.calc.view import View
from woonplan.calc.years.pace import Inhaal, Tempo, coverage, requirement, tempo, years_of_supply
from woonplan.calc.years.readings import Lezing, paces
from woonplan.calc.years.trajectory import delivered_in, trajectory
from woonplan.model.dataset import Dataset
from woonplan.model.number import Number, exactly

PERCENT = Fraction(1, 100)


def exact(value: int | Fraction) -> Measure:
    return Measure(Fraction(value), Fraction(value))


def value(measure: Measure | None) -> Fraction:
    """The one number of a measure that is exact."""
    assert measure is not None
    assert measure.low is not None
    assert measure.low == measure.high
    assert not measure.unknown
    return measure.low


def decimals(number: Fraction, places: int) -> str:
    """A number as the golden cases print it."""
    scaled = rounded(number * 10**places)
    return f"{scaled // 10**places}.{scaled % 10**places:0{places}d}"


def dataset_of(register: Register, plannen: str, **files: str) -> Dataset:
    loaded = register(plannen, **files)
    assert loaded.findings == ()
    assert loaded.dataset is not None
    return loaded.dataset


def lezingen(dataset: Dataset, question: Question | None = None, buffer: Fraction = Fraction(0)) -> tuple[Lezing, ...]:
    asked = question or Question()
    return paces(dataset, asked, trajectory(View(dataset, asked)), buffer=buffer)


def a_target(woningen: int, tot: str, van: str = "2020-01-01") -> str:
    """The municipalities of the fixture with another target and period."""
    text = GEMEENTEN.replace("woningen_min: 1000, woningen_max: 1200", f"woningen: {woningen}")
    return text.replace("van: 2020-01-01, tot: 2030-01-01", f"van: {van}, tot: {tot}")


def hard(woningen: int) -> str:
    """One hard aggregate for the region: the supply of a golden case."""
    return f"  - {{id: aanbod, naam: Aanbod, soort: verzamelpost, regio: Dal, planstatus: hard, restant: {woningen}}}\n"


class TestGoldenCases:
    """Cases with published outcomes (domain 3 and 5), from a register through the calculation."""

    def test_planning_resource(self, register: Register) -> None:
        # 1,600 in 10 years is 160 a year and 800 in five; x 1.05 = 840, 168 a year; 500 deliverable / 168 = 2.98 years.
        dataset = dataset_of(register, hard(500), gemeenten=a_target(1600, "2030-01-01"))
        (lezing,) = lezingen(dataset, buffer=5 * PERCENT)
        end = lezing.ends[0]
        assert value(end.per_jaar) == 160
        assert value(requirement(end.per_jaar, exact(0), 5, 10, Inhaal.VIJF_JAAR)) == 800
        assert value(end.vereist) == 840
        assert value(end.vereist) / lezing.horizon == 168
        assert decimals(value(end.voorraad["hard"].jaren), 2) == "2.98"

    def test_planning_resource_of_a_plan_for_the_whole_period(self, register: Register) -> None:
        # The same requirement, and one plan of 1,600 of which 500 come in the first five years: 500 / 168 = 2.98 years.
        # All 1,600 together would last 1,600 / 168 = 9.52 years at that pace.
        gebied = a_target(1600, "2030-01-01").partition("  - {naam: Bee")[0]
        phased = "oplevering: {2020-2024: 500, 2025-2029: 1100}"
        plan = f"  - {{id: p, naam: P, gemeente: Aa, planstatus: 1A, restant: 1600, {phased}}}\n"
        (lezing,) = lezingen(dataset_of(register, plan, gemeenten=gebied), buffer=5 * PERCENT)
        for end in lezing.ends:
            assert value(end.vereist) == 840
            for supply in end.voorraad.values():
                assert decimals(value(supply.komende_jaren), 2) == "2.98"
                assert decimals(value(supply.jaren), 2) == "9.52"

    @pytest.mark.parametrize(
        ("nodig", "buffer", "vereist", "aanbod", "dekking", "jaren"),
        [
            # Gateshead 2019: 4,172 x 1.20 = 5,006.4; 5,226 / 5,006.4 = 104.386%; x 5 = 5.219.
            pytest.param(4172, 20, 5006, 5226, "104.4", "5.22", id="Gateshead 2019"),
            # Gateshead 2023: 4,514 x 1.05 = 4,739.7; 3,226 / 4,739.7 = 68.063%; x 5 = 3.403.
            pytest.param(4514, 5, 4740, 3226, "68.1", "3.40", id="Gateshead 2023"),
        ],
    )
    def test_gateshead(
        self, register: Register, nodig: int, buffer: int, vereist: int, aanbod: int, dekking: str, jaren: str
    ) -> None:
        dataset = dataset_of(register, hard(aanbod), gemeenten=a_target(nodig, "2025-01-01"))
        (lezing,) = lezingen(dataset, buffer=buffer * PERCENT)
        for end in lezing.ends:
            assert rounded(value(end.vereist)) == vereist
            assert decimals(value(end.voorraad["hard"].dekking) * 100, 1) == dekking
            assert decimals(value(end.voorraad["hard"].jaren), 2) == jaren

    def test_without_asking_for_a_buffer_there_is_none(self, register: Register) -> None:
        dataset = dataset_of(register, hard(4172), gemeenten=a_target(4172, "2025-01-01"))
        (lezing,) = lezingen(dataset)
        assert value(lezing.ends[0].vereist) == 4172
        assert value(lezing.ends[0].voorraad["hard"].dekking) == 1
        assert value(lezing.ends[0].voorraad["hard"].jaren) == 5

    ENSCHEDE = """\
  - naam: Enschede
    code: GM0153
    voorraad:
      2023: {{beginstand: 77000, nieuwbouw: 316, overige_toevoeging: 188, sloop: 469, overige_onttrekking: 35,
             correctie: 0, saldo: {saldo}, eindstand: 77000}}
"""

    def enschede(self, saldo: int) -> dict[str, str]:
        gebied = a_target(100, "2033-01-01", "2023-01-01").partition("  - {naam: Aa")[0]
        return {
            "gemeenten": gebied + self.ENSCHEDE.format(saldo=saldo),
            "kop": PLANNEN.replace("2020-01-01", "2024-01-01"),
        }

    def test_enschede_2023_adds_nothing_net(self, register: Register) -> None:
        # 316 built + 188 other additions - 469 demolished - 35 other withdrawals = 0 net.
        dataset = dataset_of(register, hard(50), **self.enschede(0))
        found = delivered_in(dataset, Question(), 2023)
        assert found is not None
        assert found.low == exactly(0)
        # 0 net in a year of 10 needed: the backlog is the whole year, and all 100 are still to come.
        (lezing,) = lezingen(dataset)
        assert value(lezing.ends[0].stand) == -10
        assert value(lezing.ends[0].rest) == 100

    def test_enschede_2023_with_another_balance_does_not_close(self, register: Register) -> None:
        loaded = register(hard(50), **self.enschede(1))
        assert [finding.code for finding in loaded.findings] == ["WP310"]
        assert "tellen op tot 0, maar het saldo is 1" in loaded.findings[0].message

    def test_the_ladder_example(self, register: Register) -> None:
        # Demand 58,050 - hard 50,230 = 7,820; the published text says "circa 7.800". Soft plans do not compete.
        gebied = a_target(58050, "2030-01-01").replace("soort: ambitie", "soort: lokale_behoefte")
        zacht = "  - {id: z, naam: Z, soort: verzamelpost, regio: Dal, planstatus: zacht, restant: 9000}\n"
        dataset = dataset_of(register, hard(50230) + zacht, gemeenten=gebied)
        nodig = balance(View(dataset, Question(tegen=Tegen.BEHOEFTE))).nog_hard_te_maken
        assert nodig is not None
        assert nodig.ends == (Number(7820, 7820, known=2), Number(7820, 7820, known=2))
        published = target("bron", "bron", Number(7800, 7800, circa=True, known=1))
        assert judge(published, a_figure("x", "x", exactly(7820))) is Oordeel.AFRONDING


class TestReadings:
    """ "Tot 2030" under every reading of the shipped register."""

    def test_pace_at_both_ends(self, shipped: Dataset) -> None:
        found = {x.telling.id: [value_of(end.per_jaar) for end in x.ends] for x in lezingen(shipped)}
        assert found == {
            "2020-2029": [Fraction(2000), Fraction(2200)],
            "2021-2029": [Fraction(20000, 9), Fraction(22000, 9)],
            "2020-2030": [Fraction(20000, 11), Fraction(2000)],
        }
        # Rounded to the nearest, as the source page has them: 2.222 and 2.444 (not 2.223 and 2.445).
        assert [rounded(number) for number in found["2021-2029"]] == [2222, 2444]
        assert rounded(found["2020-2030"][0]) == 1818

    def test_what_the_stated_pace_comes_to(self, shipped: Dataset) -> None:
        # 2,000 a year in 10, 9 and 11 years.
        stated = [x.bij_tempo.low.low for x in lezingen(shipped) if x.bij_tempo]
        assert stated == [20000, 18000, 22000]

    def test_what_is_left_after_delivery(self, shipped_2021: Dataset) -> None:
        # CBS counted 2,097 net over 2020: 20,000 - 2,097 = 17,903 and 22,000 - 2,097 = 19,903, in 9 years.
        found = {x.telling.id: x for x in lezingen(shipped_2021)}
        ends = found["2020-2029"].ends
        assert [value_of(end.rest) for end in ends] == [17903, 19903]
        assert [value_of(end.rest_per_jaar) for end in ends] == [Fraction(17903, 9), Fraction(19903, 9)]
        # 97 ahead of 2,000, 103 behind 2,200.
        assert [value_of(end.stand) for end in ends] == [97, -103]
        # The reading that starts in 2021 has all of its 9 years left, and nothing delivered in it.
        late = found["2021-2029"]
        assert (late.verstreken, late.resterend, late.gerealiseerd) == (0, 9, None)
        assert value_of(late.ends[0].rest_per_jaar) == Fraction(20000, 9)

    def test_backlog_in_five_years_or_over_the_rest(self, shipped_2021: Dataset) -> None:
        # Behind 103 at the high end: 2,200 + 103/5 = 2,220.6 a year, or 2,200 + 103/9 = 2,211.4. Ahead at the low end.
        low, high = lezingen(shipped_2021)[0].ends
        assert value_of(high.inhalen[Inhaal.VIJF_JAAR]) == Fraction(11103, 5)
        assert value_of(high.inhalen[Inhaal.REST]) == 2200 + Fraction(103, 9)
        assert value_of(high.inhalen[Inhaal.REST]) == value_of(high.rest_per_jaar)
        assert {value_of(measure) for measure in low.inhalen.values()} == {Fraction(2000)}

    def test_coverage_and_years_of_supply(self, shipped: Dataset) -> None:
        # (8,300 + 5,800) / 20,000 = 70.5% and / 22,000 = 64.09%; 14,100 / 2,000 = 7.05 years.
        low, high = (end.voorraad["hard_en_zacht"] for end in lezingen(shipped)[0].ends)
        assert value_of(low.dekking) == Fraction(141, 200)
        assert value_of(high.dekking) == Fraction(141, 220)
        assert value_of(low.jaren) == Fraction(705, 100)
        # Supplies belong to the period that was asked for.
        assert not lezingen(shipped)[1].ends[0].voorraad

    def test_an_open_target_has_no_highest_pace(self, shipped: Dataset) -> None:
        # The deal: at least 14,100 in nine years.
        (lezing,) = lezingen(shipped, Question(opgave="woondeal"))
        assert [end.per_jaar.low for end in lezing.ends] == [Fraction(14100, 9)] * 2
        assert [end.per_jaar.high for end in lezing.ends] == [Fraction(14100, 9), None]

    def test_no_target_no_pace(self, shipped: Dataset) -> None:
        assert lezingen(shipped, Question(gemeenten=("Borne",))) == ()

    def test_a_period_that_has_ended_asks_for_nothing_a_year(self) -> None:
        found = tempo(exact(100), 5, 5, exact(90), {"hard": exact(50)})
        assert found.rest_per_jaar is None
        assert found.vereist is None
        assert found.voorraad["hard"].jaren is None
        # 90 delivered and 50 planned of 100.
        assert value(found.voorraad["hard"].dekking) == Fraction(7, 5)

    def test_what_is_unknown_stays_beside_the_pace(self) -> None:
        unknown = Measure.of(Number(30, 40, known=1, unknown=2))
        found = tempo(exact(100), 10, 1, unknown)
        # 100 - 40 to 100 - 30 in 9 years.
        assert found.rest_per_jaar == Measure(Fraction(60, 9), Fraction(70, 9), unknown=2)
        assert tempo(exact(100), 10, 1, Measure.of(Number(unknown=1))).stand.blank


def value_of(measure: Measure | None) -> Fraction:
    """As ``value``; shipped figures are approximate and may hold records without a number."""
    assert measure is not None
    assert measure.low is not None
    assert measure.low == measure.high
    return measure.low


@given(st.integers(1, 50_000), st.integers(1, 30), st.integers(0, 30), st.integers(0, 60_000))
def test_backlog_over_the_rest_is_the_pace_of_what_is_left(opgave: int, jaren: int, weg: int, done: int) -> None:
    found: Tempo = tempo(exact(opgave), jaren, min(weg, jaren), exact(done))
    if found.rest_per_jaar is None:
        assert weg >= jaren
    elif value(found.stand) <= 0:
        assert value(found.inhalen[Inhaal.REST]) == value(found.rest_per_jaar)
        assert value(found.inhalen[Inhaal.VIJF_JAAR]) >= value(found.inhalen[Inhaal.REST])
    else:
        assert set(found.inhalen.values()) == {found.per_jaar}


def test_nothing_needed_has_no_coverage() -> None:
    assert coverage(exact(5), exact(0)) is None
    assert years_of_supply(exact(5), exact(0), 5) is None


@pytest.mark.parametrize(
    ("above", "below", "outcome"),
    [
        # 10..20 / 2..5: the least is 10/5, the most 20/2.
        (Measure(Fraction(10), Fraction(20)), Measure(Fraction(2), Fraction(5)), (2, 10)),
        # -10..20 / 2..5: the least is -10/2.
        (Measure(Fraction(-10), Fraction(20)), Measure(Fraction(2), Fraction(5)), (-5, 10)),
        # A need of 2 or more: 10 is at the most five times it, and may be next to nothing.
        (Measure(Fraction(10), Fraction(10)), Measure(Fraction(2), None), (0, 5)),
        # A need that may be 0 leaves no highest share.
        (Measure(Fraction(10), Fraction(10)), Measure(Fraction(0), Fraction(5)), (2, None)),
    ],
)
def test_dividing_ranges(above: Measure, below: Measure, outcome: tuple[int | None, int | None]) -> None:
    found = above.over(below)
    assert found is not None
    assert (found.low, found.high) == outcome
