"""The pace: golden cases from practice, every reading of the period, and what must hold whatever the numbers."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.calc.years.paces import dataset_of, lezingen, values
from tests.conftest import GEMEENTEN, PLANNEN, Register
from woonplan.calc.audit.verdict import Oordeel, judge
from woonplan.calc.gap.balance import balance
from woonplan.calc.number.figure import Figure, target
from woonplan.calc.number.figure import given as a_figure
from woonplan.calc.question import Question, Tegen
from woonplan.calc.view import View
from woonplan.calc.years.pace import Inhaal, Tempo, requirement, tempo
from woonplan.calc.years.trajectory import delivered_in
from woonplan.model.number import NO_OUTCOME, UNKNOWN, Bound, Number, exactly
from woonplan.numerals import rounded

PERCENT = Fraction(1, 100)


def exact(value: Bound) -> Figure:
    return a_figure("x", "x", exactly(value))


def value(figure: Figure | None) -> Bound:
    """The one number of a figure that is exact, the same at both ends."""
    assert figure is not None
    assert not figure.low.unknown
    low, high = values(figure)
    assert low == high
    return low


def decimals(number: Bound, places: int) -> str:
    """A number as the golden cases print it."""
    scaled = rounded(number * 10**places)
    return f"{scaled // 10**places}.{scaled % 10**places:0{places}d}"


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
        found = lezing.tempo
        assert value(found.per_jaar) == 160
        assert value(requirement(found.per_jaar, exact(0), 5, 10, Inhaal.VIJF_JAAR)) == 800
        assert value(found.vereist) == 840
        assert value(found.vereist) / lezing.horizon == 168
        assert decimals(value(found.planvoorraad["hard"].jaren), 2) == "2.98"

    def test_planning_resource_of_a_plan_for_the_whole_period(self, register: Register) -> None:
        # The same requirement, and one plan of 1,600 of which 500 come in the first five years: 500 / 168 = 2.98 years.
        # All 1,600 together would last 1,600 / 168 = 9.52 years at that pace.
        gebied = a_target(1600, "2030-01-01").partition("  - {naam: Bee")[0]
        phased = "oplevering: {2020-2024: 500, 2025-2029: 1100}"
        plan = f"  - {{id: p, naam: P, gemeente: Aa, planstatus: 1A, restant: 1600, {phased}}}\n"
        (lezing,) = lezingen(dataset_of(register, plan, gemeenten=gebied), buffer=5 * PERCENT)
        assert value(lezing.tempo.vereist) == 840
        assert len(lezing.tempo.planvoorraad) == 2
        for supply in lezing.tempo.planvoorraad.values():
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
        supply = lezing.tempo.planvoorraad["hard"]
        assert rounded(value(lezing.tempo.vereist)) == vereist
        assert decimals(value(supply.dekking) * 100, 1) == dekking
        assert decimals(value(supply.jaren), 2) == jaren

    def test_without_asking_for_a_buffer_there_is_none(self, register: Register) -> None:
        dataset = dataset_of(register, hard(4172), gemeenten=a_target(4172, "2025-01-01"))
        (lezing,) = lezingen(dataset)
        assert value(lezing.tempo.vereist) == 4172
        assert value(lezing.tempo.planvoorraad["hard"].dekking) == 1
        assert value(lezing.tempo.planvoorraad["hard"].jaren) == 5

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
        found = delivered_in(View(dataset), 2023)
        assert found is not None
        assert found.low == exactly(0)
        # 0 net in a year of 10 needed: the backlog is the whole year, and all 100 are still to come.
        (lezing,) = lezingen(dataset)
        assert value(lezing.tempo.stand) == -10
        assert value(lezing.tempo.rest) == 100

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


def test_a_period_that_has_ended_asks_for_nothing_a_year() -> None:
    found = tempo(exact(100), 5, 5, exact(90), {"hard": exact(50)})
    assert found.rest_per_jaar is None
    assert found.vereist is None
    assert found.planvoorraad["hard"].jaren is None
    # 90 delivered and 50 planned of 100.
    assert value(found.planvoorraad["hard"].dekking) == Fraction(7, 5)


def test_what_is_unknown_stays_beside_the_pace() -> None:
    unknown = a_figure("o", "opgeleverd", Number(30, 40, known=1, unknown=2))
    found = tempo(exact(100), 10, 1, unknown)
    # 100 - 40 to 100 - 30 in 9 years.
    assert found.rest_per_jaar is not None
    assert found.rest_per_jaar.ends == (Number(Fraction(60, 9), Fraction(70, 9), known=2, unknown=2),) * 2
    assert tempo(exact(100), 10, 1, a_figure("o", "opgeleverd", UNKNOWN)).stand.low.blank


def test_an_unknown_pace_keeps_the_mark_of_its_target() -> None:
    target = a_figure("opgave", "opgave", exactly(100, circa=True))
    found = tempo(target, 10, 1, a_figure("o", "opgeleverd", UNKNOWN), {"hard": exact(5)})
    for figure in (found.rest, found.rest_per_jaar, found.stand, found.vereist, found.planvoorraad["hard"].jaren):
        assert figure is not None
        assert figure.low == Number(circa=True, unknown=figure.low.unknown)
        assert figure.low.blank


@given(st.integers(1, 50_000), st.integers(1, 30), st.integers(0, 30), st.integers(0, 60_000))
def test_backlog_over_the_rest_is_the_pace_of_what_is_left(opgave: int, jaren: int, weg: int, done: int) -> None:
    found: Tempo = tempo(exact(opgave), jaren, min(weg, jaren), exact(done))
    if found.rest_per_jaar is None:
        assert weg >= jaren
    elif value(found.stand) <= 0:
        assert value(found.inhalen[Inhaal.REST]) == value(found.rest_per_jaar)
        assert value(found.inhalen[Inhaal.VIJF_JAAR]) >= value(found.inhalen[Inhaal.REST])
    else:
        assert {value(figure) for figure in found.inhalen.values()} == {value(found.per_jaar)}


def test_nothing_needed_has_no_coverage() -> None:
    # A target of nothing: no share of it, and no years that a supply would last.
    supply = tempo(exact(0), 5, 0, exact(0), {"hard": exact(5)}).planvoorraad["hard"]
    assert supply.jaren is not None
    for figure in (supply.dekking, supply.jaren):
        assert figure.ends == (NO_OUTCOME, NO_OUTCOME)
        assert not figure.low.applies
