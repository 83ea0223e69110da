"""Capacity in groups, every row worked by hand on a small register."""

from __future__ import annotations

import pytest

from tests.conftest import GEMEENTEN, PLANNEN, Register
from woonplan.calc.gap import groups
from woonplan.calc.gap.balance import balance
from woonplan.calc.gap.groups import Group, Grouped, grouped
from woonplan.calc.question import By, Question
from woonplan.calc.view import View
from woonplan.model.dataset import Dataset
from woonplan.model.number import Number
from woonplan.model.statussen import Planstatus
from woonplan.model.vocabulary import Plantype, Projectfase, Strategie
from woonplan.report.derivation import term

THREE = GEMEENTEN + "  - {naam: Cee, code: GM0003}\n"


def load(register: Register, plannen: str, *, gemeenten: str = GEMEENTEN, kop: str = PLANNEN) -> Dataset:
    loaded = register(plannen, gemeenten=gemeenten, kop=kop)
    assert [f for f in loaded.findings if f.severity == "fout"] == []
    assert loaded.dataset is not None
    return loaded.dataset


def records(*lines: str) -> str:
    return "".join(f"  - {{{line}}}\n" for line in lines)


def rows(found: Grouped) -> dict[str, Group]:
    return {group.key: group for group in (*found.groups, found.total)}


def numbers(found: Grouped, column: str = "hard") -> dict[str, str]:
    """The rows that say something, as they are printed in a derivation: `(0 tot 30)`, `onbekend`."""
    texts = {key: term(getattr(group.sums, column).low) for key, group in rows(found).items()}
    return {key: text for key, text in texts.items() if text != "0" or key in ("", "totaal")}


AA_BEE = "id: g, naam: Grens, gemeenten: [Aa, Bee], planstatus: 1A, woningen: 100, gerealiseerd: 0"
OWN = (
    "id: a, naam: A, gemeente: Aa, planstatus: 1A, restant: 10",
    "id: b, naam: B, gemeente: Bee, planstatus: 2B, restant: 5",
)


NO_OTHERS = (
    "id: na, naam: NA, gemeente: Aa, planstatus: 1A, restant: 0, sloop: 0",
    "id: nb, naam: NB, gemeente: Bee, planstatus: 1A, restant: 0, sloop: 0",
)
"""Each municipality says that it has nothing else: a plan of two makes neither complete."""


def test_a_plan_of_several_municipalities_makes_none_complete(register: Register) -> None:
    data = load(register, records(f"{AA_BEE}, verdeling: {{Aa: 60, Bee: 40}}"))
    assert numbers(grouped(View(data), By.GEMEENTE)) == {
        "Aa": "(60, zonder 1 gemeente)",
        "Bee": "(40, zonder 1 gemeente)",
        "": "0",
        "totaal": "(100, zonder 2 gemeenten)",
    }


WHOLE = "id: w, naam: W, soort: verzamelpost, regio: Dal, planstatus: hard, restant: 500"
PART = "id: p, naam: P, gemeente: Aa, planstatus: 1A, onderdeel_van: w"

PARTS = [
    # The whole, the part, and the rows: the aggregate stays the total, its rest shrinks.
    (WHOLE, f"{PART}, restant: 120", "(120, zonder 1 plan)", "380", "500"),
    (f"{WHOLE}, precisie: circa", f"{PART}, restant: 120", "(120, zonder 1 plan)", "ca. 380", "ca. 500"),
    (WHOLE, f"{PART}, woningen: 120", "(0 tot 120, zonder 1 plan)", "(380 tot 500)", "500"),
    # A part without a number: all of it may be left, or nothing.
    (WHOLE, PART, "onbekend", "(0 tot 500)", "500"),
    # Nothing left: nothing of it can be anywhere else.
    (WHOLE, f"{PART}, restant: 500", "500", "0", "500"),
    # A whole without a number has no rest with one, and is what is known to be in it, or more.
    (
        WHOLE.replace(", restant: 500", ""),
        f"{PART}, restant: 120",
        "(120, zonder 1 plan)",
        "onbekend",
        "(120, zonder 1 plan)",
    ),
]


@pytest.mark.parametrize(("whole", "part", "aa", "rest", "total"), PARTS)
def test_an_aggregate_and_its_parts(register: Register, whole: str, part: str, aa: str, rest: str, total: str) -> None:
    data = load(register, records(whole, part, "id: b, naam: B, gemeente: Bee, planstatus: 3, restant: 1"))
    found = numbers(grouped(View(data), By.GEMEENTE))
    assert (found["Aa"], found[""], found["totaal"]) == (aa, rest, total)


@pytest.mark.parametrize("kind", ["soort: verzamelpost, ", ""])
def test_a_regional_record_without_a_number_is_not_0_in_its_municipalities(register: Register, kind: str) -> None:
    data = load(register, records(f"id: r, naam: R, {kind}regio: Dal, planstatus: 1A", *OWN))
    assert numbers(grouped(View(data), By.GEMEENTE)) == {
        "Aa": "(10, zonder 1 plan)",
        "Bee": "(5, zonder 1 plan)",
        "": "onbekend",
        "totaal": "(15, zonder 1 plan)",
    }
    assert term(balance(View(data, Question(gemeenten=("Aa",)))).sums.hard.low) == "(10, zonder 1 plan)"


def test_parts_that_take_demolition_with_them(register: Register) -> None:
    # Net 10 - 35 = -25 in all; the part is 10 new homes without demolition, so -35 is left: -35 + 10 = -25.
    whole = f"{WHOLE.replace('500', '10')}, sloop: 35, sloop_gerealiseerd: 0"
    part = f"{PART}, restant: 10, sloop: 0"
    data = load(register, records(whole, part, "id: b, naam: B, gemeente: Bee, planstatus: 3, restant: 1, sloop: 0"))
    found = numbers(grouped(View(data, Question(netto=True)), By.GEMEENTE))
    assert (found["Aa"], found[""], found["totaal"]) == ("(10, zonder 1 plan)", "(-35)", "(-25)")


STRATEGY = "strategie: buiten_wonen"


def test_an_aggregate_may_be_of_every_strategy(register: Register) -> None:
    data = load(register, records(WHOLE, f"{PART}, restant: 120, {STRATEGY}", *OWN))
    found = numbers(grouped(View(data), By.STRATEGIE))
    # The rest of the aggregate and the two plans that name none may be of any.
    assert found["buiten_wonen"] == "(120, zonder 3 plannen)"
    assert found["stedelijk_wonen"] == "onbekend"
    # 380 + 10 + 5.
    assert found[""] == "395"
    assert found["totaal"] == "515"


def test_a_plan_without_a_strategy_may_be_of_any(register: Register) -> None:
    data = load(register, records(*OWN, f"id: s, naam: S, gemeente: Aa, planstatus: 1A, restant: 3, {STRATEGY}"))
    found = numbers(grouped(View(data), By.STRATEGIE))
    assert found == {
        "buiten_wonen": "(3, zonder 2 plannen)",
        "stedelijk_wonen": "onbekend",
        "wonen_langs_de_radialen": "onbekend",
        "": "15",
        "totaal": "18",
    }


def test_every_grouping_has_the_row_of_what_is_assigned_to_none(register: Register) -> None:
    data = load(register, records(*OWN))
    for by in By:
        found = grouped(View(data), by)
        assert found.groups[-1].key == ""
        expected = "0" if by in (By.GEMEENTE, By.STATUS, By.PROVINCIE) else "15"
        assert numbers(found)[""] == expected


@pytest.mark.parametrize(
    ("question", "by", "shown"),
    [
        # What only says "hard" may be the 1A that is asked for; it stands in a row of its own.
        (
            Question(statussen=frozenset({Planstatus("1A")})),
            By.STATUS,
            {"1A": "(10, zonder 1 plan)", "hard": "(0 tot 500)"},
        ),
        # Who asks for hard asks for all that is hard: 10 + 5 + 500, of which the 500 may be any.
        (
            Question(statussen=frozenset({Planstatus.HARD})),
            By.STATUS,
            {
                "1A": "(10, zonder 1 plan)",
                "1B": "onbekend",
                "2A": "onbekend",
                "2B": "(5, zonder 1 plan)",
                "hard": "500",
            },
        ),
        (
            Question(strategieen=frozenset({Strategie.BUITEN_WONEN})),
            By.STRATEGIE,
            {"buiten_wonen": "onbekend", "": "onbekend"},
        ),
    ],
    ids=["a status", "a class", "a strategy"],
)
def test_only_rows_that_can_hold_what_is_asked_are_shown(
    register: Register, question: Question, by: By, shown: dict[str, str]
) -> None:
    found = grouped(View(load(register, records(WHOLE, *OWN)), question), by)
    filled = {key: text for key, text in numbers(found).items() if text != "0" and key != "totaal"}
    assert filled == shown
    assert {group.key for group in found.groups} == {*shown, ""}


TARGETS = GEMEENTEN.replace(
    "gemeenten:\n",
    "      - {id: doel-aa, soort: ambitie, gebruikt: true, gemeente: GM0001, woningen_min: 40, woningen_max: 60}\n"
    "gemeenten:\n",
)


def test_the_balance_of_a_municipality_whose_plans_are_unknown(register: Register) -> None:
    data = load(register, records("id: b, naam: B, gemeente: Bee, planstatus: 3, restant: 1"), gemeenten=TARGETS)
    aa = rows(grouped(View(data), By.GEMEENTE))["Aa"]
    assert aa.saldo is not None
    assert aa.saldo.low.blank


POSITIONS = (
    GEMEENTEN.replace("aliassen:", "positie: stedelijk, aliassen:").replace(
        "{naam: Bee, code: GM0002}", "{naam: Bee, code: GM0002, positie: landelijk_lokaal}"
    )
    + "  - {naam: Cee, code: GM0003, positie: stedelijk}\n  - {naam: Dee, code: GM0004}\n"
)


def test_the_position_is_that_of_the_municipality(register: Register) -> None:
    data = load(
        register,
        records(
            *OWN,
            "id: ac, naam: AC, gemeenten: [Aa, Cee], planstatus: 1A, restant: 20",
            "id: ab, naam: AB, gemeenten: [Aa, Bee], planstatus: 1A, restant: 30",
            "id: d, naam: D, gemeente: Dee, planstatus: 1A, restant: 40",
            "id: c, naam: C, gemeente: Cee, planstatus: 3, restant: 1",
        ),
        gemeenten=POSITIONS,
    )
    found = numbers(grouped(View(data), By.POSITIE))
    # Two towns of one position are of that position. AB is in two of different ones: some of it may be in either. So
    # may all of D, of which nobody says which position its town has.
    assert found["stedelijk"] == "(30, zonder 2 plannen)"
    assert found["landelijk_lokaal"] == "(5, zonder 2 plannen)"
    assert found[""] == "70"
    assert found["totaal"] == "105"


def test_a_divided_plan_is_in_the_positions_of_its_municipalities(register: Register) -> None:
    plan = "id: ab, naam: AB, gemeenten: [Aa, Bee], planstatus: 1A, restant: 30, verdeling: {Aa: 10, Bee: 20}"
    rest = "id: c, naam: C, gemeente: Cee, planstatus: 3, restant: 1", "id: d, naam: D, gemeente: Dee, planstatus: 3"
    found = numbers(grouped(View(load(register, records(plan, *rest), gemeenten=POSITIONS)), By.POSITIE))
    # Aa and Bee have no plan of their own.
    assert found == {
        "stedelijk": "(10, zonder 1 gemeente)",
        "landelijk_lokaal": "(20, zonder 1 gemeente)",
        "": "0",
        "totaal": "(30, zonder 2 gemeenten)",
    }


def test_a_regional_plan_may_lie_in_any_position(register: Register) -> None:
    regional = "id: r, naam: R, regio: Dal, planstatus: 1A, restant: 50"
    data = load(register, records(*OWN, regional), gemeenten=POSITIONS)
    found = numbers(grouped(View(data), By.POSITIE))
    # Cee has no plans and is stedelijk; Dee has none either, and its position is not known.
    assert found["stedelijk"] == "(10, zonder 1 plan en 2 gemeenten)"
    assert found["landelijk_lokaal"] == "(5, zonder 1 plan en 1 gemeente)"


def test_key_projects_by_kind(register: Register) -> None:
    key = "sleutelproject: {soort: stedelijk}"
    data = load(register, records(*OWN, f"id: k, naam: K, gemeente: Aa, planstatus: 1A, restant: 9, {key}"))
    # Who names no key project is of none that is known.
    assert numbers(grouped(View(data), By.SLEUTELSOORT)) == {
        "stedelijk": "(9, zonder 2 plannen)",
        "radialen": "onbekend",
        "thematisch": "onbekend",
        "": "15",
        "totaal": "24",
    }


def test_by_status_and_by_plan_type(register: Register) -> None:
    data = load(
        register, records(*OWN, "id: t, naam: T, gemeente: Aa, planstatus: 1A, restant: 1, plantype: verdichting")
    )
    assert numbers(grouped(View(data), By.STATUS)) == {"1A": "11", "2B": "5", "": "0", "totaal": "16"}
    types = {str(plantype): "onbekend" for plantype in Plantype}
    assert numbers(grouped(View(data), By.PLANTYPE)) == {
        **types,
        "verdichting": "(1, zonder 2 plannen)",
        "": "15",
        "totaal": "16",
    }


def test_what_is_no_group_of_the_register_is_assigned_to_none(register: Register) -> None:
    words = GEMEENTEN.replace("opgaven:\n", "woonmilieus: [stad]\nopgaven:\n")
    town, village = (
        f"id: {name}, naam: {name}, gemeente: Aa, planstatus: 1A, restant: 4, woonmilieu: {name}"
        for name in ("stad", "dorp")
    )
    data = load(register, records(*OWN, town, village), gemeenten=words)
    # The village, and the 10 and 5 that say nothing and may be of any.
    assert numbers(grouped(View(data), By.WOONMILIEU)) == {"stad": "(4, zonder 3 plannen)", "": "19", "totaal": "23"}


def blank(homes: Number) -> bool:
    return homes.blank


def test_the_shipped_state_of_2020_is_known_for_the_region_only(shipped: Dataset) -> None:
    for by in (By.GEMEENTE, By.STRATEGIE, By.PLANTYPE, By.POSITIE, By.SLEUTELSOORT):
        found = grouped(View(shipped), by)
        assert all(blank(group.sums.hard.low) for group in found.groups[:-1])
        assert (term(found.groups[-1].sums.hard.low), term(found.groups[-1].sums.zacht.low)) == (
            "ca. 8.300",
            "ca. 5.800",
        )


def test_the_shipped_state_of_2021_by_municipality(shipped_2021: Dataset) -> None:
    found = rows(grouped(View(shipped_2021, Question(opgave="woondeal")), By.GEMEENTE))
    # Enschede 1.299 + 3.700 - 5.040; Hof van Twente 347 + 475 - 900; Oldenzaal 256 + 600 - 1.000.
    saldi = {key: g.saldo.low.low for key, g in found.items() if g.saldo is not None and key != "totaal"}
    assert saldi == {"Enschede": -41, "Hof van Twente": -78, "Oldenzaal": -144}
    assert sum(g.sums.hard.low.low or 0 for key, g in found.items() if key != "totaal") == 7_929


@pytest.mark.parametrize(("start", "homes"), [(2029, "100"), (2030, "0"), (2031, "0")])
def test_what_starts_after_the_period_is_not_in_it(register: Register, start: int, homes: str) -> None:
    plans = records(f"id: a, naam: A, gemeente: Aa, planstatus: 1A, restant: 100, start: {start}")
    assert term(balance(View(load(register, plans), Question(gemeenten=("Aa",)))).sums.hard.low) == homes


def test_a_transformation_of_which_nobody_says_what_may_be_of_a_building_or_an_area(register: Register) -> None:
    plan = "id: t, naam: T, gemeente: Aa, planstatus: 1A, restant: 8, plantype: transformatie"
    data = load(register, records(*NO_OTHERS, plan))
    assert numbers(grouped(View(data), By.PLANTYPE)) == {
        "pand_transformatie": "onbekend",
        "transformatiegebied": "onbekend",
        "transformatie": "8",
        "": "0",
        "totaal": "8",
    }


def test_provinces_are_those_of_the_municipalities(register: Register) -> None:
    elsewhere = THREE.replace("{naam: Cee, code: GM0003}", "{naam: Cee, code: GM0003, provincie: Heide}")
    cee = "id: c, naam: C, gemeente: Cee, planstatus: 3, restant: 7"
    both = "id: g, naam: G, gemeenten: [Aa, Cee], planstatus: 1A, restant: 4, sloop: 0"
    data = load(register, records(*OWN, cee), gemeenten=elsewhere)
    found = grouped(View(data), By.PROVINCIE)
    assert (numbers(found), numbers(found, "zacht")) == (
        {"Veld": "15", "": "0", "totaal": "15"},
        {"Heide": "7", "": "0", "totaal": "7"},
    )
    # What lies in two provinces is of neither for certain; a municipality without plans is unknown in its own alone.
    data = load(register, records(*OWN, cee, both), gemeenten=elsewhere)
    hard = numbers(grouped(View(data), By.PROVINCIE))
    assert (hard["Veld"], hard["Heide"], hard[""], hard["totaal"]) == ("(15, zonder 1 plan)", "onbekend", "4", "19")
    data = load(register, records(*OWN), gemeenten=elsewhere)
    assert numbers(grouped(View(data), By.PROVINCIE))["Veld"] == "15"


def test_a_grouping_that_is_added_says_unknown_in_one_row(register: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    # A list whose values have one that says no more than that it is not known, as CONTRIBUTING.md has it added.
    monkeypatch.setitem(groups.SAID, By.STRATEGIE, lambda c: c.plan.projectfase)
    monkeypatch.setitem(groups._FIXED, By.STRATEGIE, Projectfase)
    own = "gemeente: Aa, planstatus: 1A"
    data = load(
        register,
        records(
            f"id: a, naam: A, {own}, restant: 10, projectfase: start",
            f"id: b, naam: B, {own}, restant: 5, projectfase: onbekend",
            f"id: c, naam: C, {own}, restant: 2",
        ),
    )
    found = grouped(View(data), By.STRATEGIE)
    assert [group.key for group in found.groups] == [*(p for p in Projectfase if p is not Projectfase.ONBEKEND), ""]
    assert {group.key: group.sums.records for group in found.groups if group.sums.records} == {"start": 1, "": 2}
    # As a status it is one of the values, and beside it stands what has no status at all.
    assert "onbekend" in [group.key for group in grouped(View(data), By.STATUS).groups]
