"""Hard and soft homes by outcome and year of conversion, and the hard plans of the begin: worked out by hand."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tests.calc.gap.test_groups import load, records
from tests.calc.registers import dataset, numbered, plans
from tests.conftest import Register
from woonplan.calc.gap.conversion import conversion
from woonplan.calc.target.period import Period
from woonplan.calc.view import View
from woonplan.calc.years.begun import begun
from woonplan.model.number import total
from woonplan.model.plan import Plan
from woonplan.report.derivation import term

INFILL = "plantype: verdichting"
NONE_ELSE = ("id: n, naam: N, gemeente: Bee, planstatus: 1A, restant: 0",)
PLANS = records(
    f"id: a, naam: A, gemeente: Aa, planstatus: 1A, restant: 40, afwegingskader: positief, {INFILL}, start: 2022",
    "id: b, naam: B, gemeente: Aa, planstatus: 2A, restant: 7, plantype: uitbreiding_uitleg, afwegingskader: negatief",
    f"id: c, naam: C, gemeente: Aa, planstatus: '3', restant: 20, afwegingskader: positief, jaar_hard: 2024, {INFILL}, "
    "start: 2029",
    f"id: d, naam: D, gemeente: Aa, planstatus: '3', restant: 9, jaar_hard: 2026, {INFILL}",
    "id: e, naam: E, gemeente: Aa, planstatus: 4A, restant: 5, afwegingskader: niet_getoetst, "
    "plantype: uitbreiding_uitleg",
    *NONE_ELSE,
)
FIVE_YEARS = Period(date.min, date(2026, 1, 1))


def cells(register: Register, frame: Period | None = FIVE_YEARS) -> dict[str, list[str]]:
    found = conversion(View(load(register, PLANS)), frame)
    assert found.outcomes == ("positief", "negatief", "niet_getoetst", "")
    return {row.key: [term(figure.low) for figure in (*row.cells, row.whole)] for row in found.rows}


def test_by_class_outcome_and_year(register: Register) -> None:
    # D has no outcome: it may be any; E has no year, so some of it may become hard in each.
    assert cells(register) == {
        "hard": ["40", "7", "0", "0", "47"],
        # A starts in 2022, before 2026; D may start then, and E is no infill.
        "hard.inbreiding": ["40", "0", "0", "0", "40"],
        "zacht": ["(20, zonder 1 plan)", "onbekend", "(5, zonder 1 plan)", "9", "34"],
        "zacht.2024": ["20", "0", "onbekend", "0", "(20, zonder 1 plan)"],
        "zacht.2026": ["onbekend", "onbekend", "onbekend", "9", "(9, zonder 1 plan)"],
        "zacht.zonder_jaar": ["0", "0", "5", "0", "5"],
        "zacht.inbreiding": ["onbekend", "onbekend", "onbekend", "onbekend", "onbekend"],
        "totaal": ["(60, zonder 1 plan)", "(7, zonder 1 plan)", "(5, zonder 1 plan)", "9", "81"],
    }


def test_without_the_agreement_nothing_is_outside_the_frame(register: Register) -> None:
    assert not [key for key in cells(register, None) if "inbreiding" in key]


outcomes = st.sampled_from([None, "positief", "negatief", "niet_getoetst"])


@st.composite
def judged(draw: st.DrawFn) -> Plan:
    plan = draw(plans())
    return plan.model_copy(
        update={"afwegingskader": draw(outcomes), "jaar_hard": draw(st.sampled_from([None, 2024, 2026]))}
    )


@given(st.lists(judged(), max_size=8))
def test_rows_and_columns_contain_their_totals(made: list[Plan]) -> None:
    found = conversion(View(dataset(numbered(made))))
    for row in found.rows:
        assert total(figure.low for figure in row.cells).contains(row.whole.low)
    soft = next(row for row in found.rows if row.key == "zacht")
    years = total(row.whole.low for row in found.rows if row.key.startswith("zacht."))
    assert years.contains(soft.whole.low)


def test_the_hard_plans_of_the_begin(register: Register) -> None:
    own = "gemeente: Aa, planstatus: 1A"
    data = load(
        register,
        records(
            # 10 built; 12 in 2024, 8 in 2027, and of 5 the year is not known.
            f"id: a, naam: A, {own}, woningen: 35, gerealiseerd: 10, jaar_hard: 2019, oplevering: {{2024: 12, 2027: 8, "
            "onbekend: 5}",
            # On both sides of 2025: all or nothing in time.
            f"id: b, naam: B, {own}, woningen: 6, gerealiseerd: 0, oplevering: {{2024-2027: 6}}",
            "id: c, naam: C, gemeente: Aa, planstatus: '3', woningen: 6, gerealiseerd: 0, oplevering: {2024: 6}",
        ),
    )
    # The state of 2020 is that of the begin: what is hard, was so.
    found = begun(View(data), date(2021, 1, 1), 2025)
    assert [term(f.low) for f in (found.gerealiseerd, found.op_tijd, found.later, found.zonder_jaar)] == [
        "10",
        "(12 tot 18, zonder 1 plan)",
        "(8 tot 14, zonder 1 plan)",
        "5",
    ]
    # Of an agenda that began before that state: A became hard later, and B does not say when it did.
    later = begun(View(data), date(2019, 1, 1), 2025)
    assert term(later.op_tijd.low) == "(0 tot 6)"
