"""Records that lie in several municipalities: their shares, divided or not."""

from __future__ import annotations

import pytest

from tests.calc.capacity.test_families import hard, part, whole
from tests.calc.gap.test_groups import AA_BEE, NO_OTHERS, OWN, THREE, load, numbers, records, rows
from tests.conftest import Register
from woonplan.calc.gap.groups import grouped
from woonplan.calc.question import By, Question
from woonplan.calc.view import View
from woonplan.report.derivation import term

DIVIDED: dict[str, object] = {"regio": None, "gemeenten": ("Aa", "Bee"), "verdeling": {"Aa": 60, "Bee": 40}}


@pytest.mark.parametrize(
    ("fields", "aa", "bee", "total"),
    [
        ({"restant": 100}, "60", "40", "100"),
        # A division of all homes: of the 40 that stand any may be in either.
        ({"woningen": 100, "gerealiseerd": 40}, "(20 tot 60)", "(0 tot 40)", "60"),
        ({"woningen": 100}, "(0 tot 60)", "(0 tot 40)", "(0 tot 100)"),
        # "At most": so are its shares.
        ({"restant": 100, "precisie": "maximaal"}, "(0 tot 60)", "(0 tot 40)", "(0 tot 100)"),
        ({"woningen": 100, "precisie": "maximaal", "gerealiseerd": 0}, "(0 tot 60)", "(0 tot 40)", "(0 tot 100)"),
        # At most 100, at least 70: what may lack may lack in either.
        (
            {"woningen_min": 70, "woningen_max": 100, "gerealiseerd": 0},
            "(30 tot 60)",
            "(10 tot 40)",
            "(70 tot 100)",
        ),
    ],
)
def test_a_division_is_published(fields: dict[str, object], aa: str, bee: str, total: str) -> None:
    own = [part(id=f"n{name}", gemeente=name, onderdeel_van=None, restant=0) for name in ("Aa", "Bee", "Cee")]
    found = hard(whole(**DIVIDED, **fields), *own)
    assert (found["Aa"], found["Bee"], found["totaal"]) == (aa, bee, total)


def test_a_part_leaves_the_shares_of_others_alone() -> None:
    # 0 to 80 in a share of 40: the rest is 60 at the least. Nothing is known of Cee.
    own = part(gemeente="Bee", woningen=80, planstatus="2A")
    found = hard(whole(**DIVIDED, restant=100), own, by=By.STATUS)
    assert (found["1A"], found["2A"]) == ("(60 tot 100, zonder 1 gemeente)", "(0 tot 40, zonder 1 gemeente)")


def test_a_divided_plan_falls_apart(register: Register) -> None:
    data = load(register, records(f"{AA_BEE}, verdeling: {{Aa: 60, Bee: 40}}", *OWN))
    found = grouped(View(data), By.GEMEENTE)
    # 10 + 60; 5 + 40; together 115.
    assert numbers(found) == {"Aa": "70", "Bee": "45", "": "0", "totaal": "115"}
    # One plan in two rows is still one record of the region.
    assert [rows(found)[key].sums.records for key in ("Aa", "Bee", "", "totaal")] == [2, 2, 0, 3]


def test_an_undivided_plan_is_unknown_in_both_and_known_together(register: Register) -> None:
    data = load(register, records(AA_BEE, *OWN), gemeenten=THREE)
    found = grouped(View(data), By.GEMEENTE)
    # Cee has no plan and no share in this one: unknown, and not because of it.
    assert numbers(found) == {
        "Aa": "(10, zonder 1 plan)",
        "Bee": "(5, zonder 1 plan)",
        "Cee": "onbekend",
        "": "100",
        "totaal": "(115, zonder 1 gemeente)",
    }
    only = grouped(View(data, Question(gemeenten=("Bee",))), By.GEMEENTE)
    assert numbers(only) == {"Bee": "(5, zonder 1 plan)", "": "onbekend", "totaal": "(5, zonder 1 plan)"}


def test_a_divided_plan_partly_after_the_period(register: Register) -> None:
    # 30 of the 100 come in 2031, after the period. At least 60 - 30 = 30 of Aa's 60 count and at least 40 - 30 = 10
    # of Bee's 40; together exactly 70.
    divided = f"{AA_BEE}, verdeling: {{Aa: 60, Bee: 40}}, oplevering:"
    data = load(register, records(f"{divided} {{2025: 70, 2031: 30}}", *NO_OTHERS))
    found = grouped(View(data), By.GEMEENTE)
    assert numbers(found) == {"Aa": "(30 tot 60)", "Bee": "(10 tot 40)", "": "0", "totaal": "70"}
    # All of it after the period: nothing for anybody.
    data = load(register, records(f"{divided} {{2031: 100}}", *NO_OTHERS))
    assert numbers(grouped(View(data), By.GEMEENTE)) == {"": "0", "totaal": "0"}


def test_a_net_number_of_0_may_be_homes_in_one_municipality_and_demolition_in_another(register: Register) -> None:
    even = AA_BEE.replace("woningen: 100, gerealiseerd: 0", "restant: 4, soort_aantal: bruto")
    data = load(register, records(f"{even}, sloop: 4, sloop_gerealiseerd: 0", *NO_OTHERS))
    found = rows(grouped(View(data, Question(netto=True)), By.GEMEENTE))
    assert term(found["totaal"].sums.hard.low) == "0"
    assert [term(found[key].sums.hard.low) for key in ("Aa", "Bee")] == ["(0, zonder 1 plan)"] * 2
    # Either may have more than it takes away, or less.
    assert found["Aa"].sums.hard.low.reach == (None, None)
    # Of 0 homes and no demolition nothing is anywhere.
    none = load(register, records(f"{even.replace('restant: 4', 'restant: 0')}, sloop: 0", *NO_OTHERS))
    found = rows(grouped(View(none, Question(netto=True)), By.GEMEENTE))
    assert [term(found[key].sums.hard.low) for key in ("Aa", "Bee", "totaal")] == ["0", "0", "0"]


def test_net_homes_of_a_divided_plan_contain_the_total(register: Register) -> None:
    # 20 homes, 50 demolished, nobody says where: each municipality has at most its own 10, at least 10 - 50.
    plans = records(
        "id: q, naam: Q, gemeenten: [Aa, Bee], verdeling: {Aa: 10, Bee: 10}, planstatus: 1A, restant: 20, "
        "sloop: 50, sloop_gerealiseerd: 0, soort_aantal: bruto",
        *NO_OTHERS,
    )
    question = Question(netto=True)
    rows = grouped(View(load(register, plans), question), By.GEMEENTE)
    assert term(rows.total.sums.hard.low) == "(-30)"
    assert [term(g.sums.hard.low) for g in rows.groups] == ["(-40 tot 10)", "(-40 tot 10)", "0"]
