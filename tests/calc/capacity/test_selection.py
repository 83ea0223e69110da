"""What of the records is asked: filters, selections of municipalities, and aggregates beside their parts."""

from __future__ import annotations

import pytest

from tests.calc.capacity.test_families import hard, part, whole
from tests.calc.gap.test_groups import OWN, PART, STRATEGY, WHOLE, load, numbers, records
from tests.conftest import Register
from woonplan.calc.gap.assumptions import assumptions
from woonplan.calc.gap.balance import balance
from woonplan.calc.gap.groups import grouped
from woonplan.calc.question import By, Question
from woonplan.calc.view import View
from woonplan.model.statussen import Planstatus
from woonplan.model.vocabulary import Strategie
from woonplan.report.derivation import term

FILTERED = records(
    *OWN,
    "id: c, naam: C, gemeente: Aa, planstatus: hard, restant: 100",
    "id: d, naam: D, gemeente: Aa, planstatus: 1C, restant: 7",
    f"id: e, naam: E, gemeente: Bee, planstatus: 4A, restant: 9, {STRATEGY}",
    "id: f, naam: F, gemeente: Bee, planstatus: 5A, restant: 11",
)

STATUS = [
    # A class takes all of its statuses, a status only itself.
    ({Planstatus.HARD}, "115", "0", "0"),
    ({Planstatus.ZACHT}, "0", "16", "0"),
    # Plan c only says hard: some of its 100 homes may be 1A.
    ({Planstatus.S1A}, "(10 tot 110)", "0", "0"),
    ({Planstatus.S1A, Planstatus.ZACHT}, "(10 tot 110)", "16", "0"),
    ({Planstatus.S5A}, "0", "0", "11"),
]

ITEMISED = (
    "id: s, naam: Samen, soort: verzamelpost, gemeenten: [Aa, Bee], planstatus: 1A, restant: 100",
    "id: d, naam: Deel, gemeente: Aa, planstatus: 1A, restant: 30, onderdeel_van: s",
)

SPLIT = records(
    "id: agg, naam: Agg, soort: verzamelpost, gemeente: Aa, planstatus: 1A, strategie: buiten_wonen, restant: 100",
    "id: p, naam: P, gemeente: Aa, planstatus: 2A, strategie: stedelijk_wonen, restant: 40, onderdeel_van: agg",
    "id: b, naam: B, gemeente: Bee, planstatus: 1A, strategie: buiten_wonen, restant: 0",
)


@pytest.mark.parametrize(("statussen", "hard", "zacht", "telt_niet"), STATUS)
def test_the_filter_on_status(
    register: Register, statussen: set[Planstatus], hard: str, zacht: str, telt_niet: str
) -> None:
    found = balance(View(load(register, FILTERED), Question(statussen=frozenset(statussen)))).sums
    assert (term(found.hard.low), term(found.zacht.low), term(found.telt_niet.low)) == (hard, zacht, telt_niet)


def test_the_filter_on_strategy_counts_what_it_leaves_out(register: Register) -> None:
    data = load(register, FILTERED)
    question = Question(strategieen=frozenset({Strategie.BUITEN_WONEN}))
    whole = balance(View(data, question))
    # What has no strategy may be of this one: a, b and c are hard, d is soft.
    assert (term(whole.sums.hard.low), term(whole.sums.zacht.low)) == ("onbekend", "(9, zonder 1 plan)")
    assert whole.sums.hard.low.unknown == 3
    # Of the six records one has a strategy, and one has a status that does not count as capacity.
    assert assumptions(View(data, question), whole.gebruikt).records.without_strategie == 4
    assert assumptions(View(data), balance(View(data)).gebruikt).records.without_strategie == 0


def test_a_selection_of_municipalities_in_other_groups(register: Register) -> None:
    data = load(register, FILTERED)
    question = Question(gemeenten=("Bee",))
    assert numbers(grouped(View(data, question), By.STATUS)) == {"2B": "5", "": "0", "totaal": "5"}
    assert numbers(grouped(View(data, question), By.STRATEGIE), "zacht") == {
        "buiten_wonen": "9",
        "": "0",
        "totaal": "9",
    }
    # Only the rows that were asked for.
    assert [g.key for g in grouped(View(data, question), By.GEMEENTE).groups] == ["Bee", ""]


def test_a_regional_record_in_a_selection_is_unknown(register: Register) -> None:
    data = load(register, records(WHOLE, *OWN))
    question = Question(gemeenten=("Aa",))
    assert numbers(grouped(View(data, question), By.STRATEGIE)) == {
        **dict.fromkeys([str(s) for s in Strategie], "onbekend"),
        "": "(10, zonder 1 plan)",
        "totaal": "(10, zonder 1 plan)",
    }


@pytest.mark.parametrize(
    ("asked", "verdeling", "hard"),
    [
        # All of the aggregate lies in the two together: it counts whole, once.
        (("Aa", "Bee"), ", verdeling: {Aa: 60, Bee: 40}", "100"),
        (("Aa", "Bee"), "", "100"),
        # The part of 30 is among the 60 of Aa: 30 + (60 - 30).
        (("Aa",), ", verdeling: {Aa: 60, Bee: 40}", "60"),
        (("Bee",), ", verdeling: {Aa: 60, Bee: 40}", "40"),
        # Without a division the part is known, and of the rest nothing.
        (("Aa",), "", "(30, zonder 1 plan)"),
        (("Bee",), "", "onbekend"),
    ],
)
def test_an_aggregate_across_municipalities_counts_once(
    register: Register, asked: tuple[str, ...], verdeling: str, hard: str
) -> None:
    whole, part = ITEMISED
    data = load(register, records(whole + verdeling, part))
    assert term(balance(View(data, Question(gemeenten=asked))).sums.hard.low) == hard


@pytest.mark.parametrize(
    ("whole", "part", "hard"),
    [
        # At least the 5 of the part, at most the 18 of the whole.
        ("woningen: 18", "restant: 5", "(5 tot 18)"),
        ("woningen_min: 2, woningen_max: 18, gerealiseerd: 0", "restant: 5", "(5 tot 18)"),
        # The whole says more than the part, or as much.
        ("woningen_min: 10, woningen_max: 20, gerealiseerd: 0", "woningen: 8", "(10 tot 20)"),
        ("restant: 18", "restant: 5", "18"),
        ("restant: 18, precisie: circa", "restant: 5", "ca. 18"),
        ("woningen: 18", "telt_mee: false, reden: weg, restant: 5", "(0 tot 18)"),
    ],
)
def test_a_whole_is_at_least_its_parts(register: Register, whole: str, part: str, hard: str) -> None:
    data = load(
        register,
        records(
            f"id: w, naam: W, soort: verzamelpost, gemeente: Aa, planstatus: 1A, {whole}",
            f"id: p, naam: P, gemeente: Aa, planstatus: 1A, onderdeel_van: w, {part}",
            "id: b, naam: B, gemeente: Bee, planstatus: 1A, restant: 0",
        ),
    )
    found = numbers(grouped(View(data), By.GEMEENTE))
    assert found["totaal"] == hard


def test_a_part_of_a_regional_record_is_known_in_a_selection(register: Register) -> None:
    data = load(register, records(WHOLE, f"{PART}, restant: 30"))
    assert term(balance(View(data, Question(gemeenten=("Aa",)))).sums.hard.low) == "(30, zonder 1 plan)"


@pytest.mark.parametrize(
    ("question", "homes"),
    [
        # The aggregate without the part that is filtered out: 100 - 40.
        (Question(statussen=frozenset({Planstatus.S1A})), "60"),
        (Question(statussen=frozenset({Planstatus.S1A}), gemeenten=("Aa",)), "60"),
        (Question(strategieen=frozenset({Strategie.BUITEN_WONEN})), "60"),
        (Question(strategieen=frozenset({Strategie.STEDELIJK_WONEN})), "40"),
        (Question(gemeenten=("Aa",)), "100"),
        (Question(), "100"),
    ],
)
def test_a_filter_takes_the_parts_of_an_aggregate_apart(register: Register, question: Question, homes: str) -> None:
    assert term(balance(View(load(register, SPLIT), question)).sums.hard.low) == homes


def test_a_part_after_the_period_leaves_the_aggregate(register: Register) -> None:
    # 40 of the 100 homes come in 2035; the target ends on 1-1-2030.
    later = SPLIT.replace("onderdeel_van: agg", "onderdeel_van: agg, oplevering: {2035: 40}")
    assert term(balance(View(load(register, later))).sums.hard.low) == "60"
    assert term(balance(View(load(register, later), Question(gemeenten=("Aa",)))).sums.hard.low) == "60"


def test_parts_and_rest_in_one_row_net_of_demolition() -> None:
    # 10 - 35 = -25 in all; the part is 10 net, so that -35 is left; both are 1A.
    data = [whole(restant=10, sloop=35, sloop_gerealiseerd=0), part(restant=10, sloop=0)]
    found = hard(*data, by=By.STATUS, netto=True)
    assert (found["1A"], found["totaal"]) == ("(-25)", "(-25)")


def test_a_row_holds_the_whole_without_what_is_elsewhere_or_later() -> None:
    data = [
        whole(restant=100),
        part(restant=30, oplevering={"2025": 10, "2031": 20}),
        part(id="e", planstatus="2A", restant=25),
    ]
    found = hard(*data, by=By.STATUS)
    # Of the 100 the 25 are 2A, and 20 come after the period.
    assert (found["1A"], found["2A"], found["totaal"]) == ("55", "25", "80")


def test_parts_that_are_more_than_an_approximate_whole_are_all_in_their_rows() -> None:
    # About 50 are 70, of which the 20 lie elsewhere.
    data = [whole(restant=50, precisie="circa"), part(restant=50), part(id="e", planstatus="2A", restant=20)]
    found = hard(*data, by=By.STATUS)
    assert (found["1A"], found["2A"], found["totaal"]) == ("ca. 50", "20", "ca. 70")


def test_nothing_is_assigned_to_the_row_of_a_part_without_a_number() -> None:
    # The rest may be 2A as well, so that "0" would say that nobody plans any.
    found = hard(
        whole(planstatus="hard", woningen_min=40, woningen_max=50, gerealiseerd=0),
        part(planstatus="hard", restant=50),
        part(id="e", planstatus="2A"),
        by=By.STATUS,
    )
    assert found["2A"].startswith("onbekend")


@pytest.mark.parametrize(
    ("part", "rest"),
    [
        # Of the 60 of Aa 30 to 40 are left beside it.
        ("gemeente: Aa, woningen_min: 20, woningen_max: 30, gerealiseerd: 0", "(30 tot 40)"),
        # Some of the part are in Aa, or all: 30 to 60 of its 60 are not of it.
        ("gemeenten: [Aa, Bee], restant: 30", "(30 tot 60)"),
        ("gemeente: Bee, restant: 40", "60"),
        ("gemeente: Aa", "(0 tot 60)"),
    ],
)
def test_a_part_changes_nothing_of_a_division_that_is_published(register: Register, part: str, rest: str) -> None:
    whole = f"{ITEMISED[0]}, verdeling: {{Aa: 60, Bee: 40}}"
    data = load(register, records(whole, f"id: d, naam: Deel, planstatus: 1A, onderdeel_van: s, {part}"))
    assert term(balance(View(data, Question(gemeenten=("Aa",)))).sums.hard.low) == "60"
    held = next(c.verdeling for c in View(data).records if c.plan.id == "s")
    assert held is not None
    assert (term(held["Aa"].whole.low), term(held["Aa"].rest.low)) == ("60", rest)
