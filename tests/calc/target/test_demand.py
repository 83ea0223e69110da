"""What is stated for an area: its own statement, that of those before it, and what capacity is held against."""

from __future__ import annotations

import pytest

from tests.calc.capacity.test_selection import FILTERED
from tests.calc.gap.test_balance import ends
from tests.calc.gap.test_groups import TARGETS, load, records, rows
from tests.calc.target.test_delivered import NEW, OLD, REST, area, municipality
from tests.conftest import GEMEENTEN, Register
from woonplan.calc.gap.balance import balance
from woonplan.calc.gap.groups import grouped
from woonplan.calc.question import By, Question, Tegen
from woonplan.calc.view import View
from woonplan.model.dataset import Dataset
from woonplan.report.derivation import term

STATED = "      - {{id: {0}, soort: ambitie, gebruikt: true, gemeente: {1}, woningen: {2}}}\n"


@pytest.mark.parametrize(
    ("uitspraken", "expected"),
    [
        ((("Aa", 10), ("Bee", 20)), 30),
        ((("Aa", 10),), None),
        ((("Aa", 10), ("Nieuw", 40)), 40),
        ((), None),
    ],
    ids=["of all before it", "of one before it", "its own", "none"],
)
def test_the_target_of_a_new_municipality_is_that_of_those_before_it(
    register: Register, uitspraken: tuple[tuple[str, int], ...], expected: int | None
) -> None:
    text = area(*OLD, NEW, uitspraken="".join(STATED.format(f"u{i}", *one) for i, one in enumerate(uitspraken)))
    loaded = register(gemeenten=text, kop="versie: 1\npeildatum: 2023-01-01\nplannen: []\n")
    assert loaded.dataset is not None
    doel = balance(View(loaded.dataset, Question(gemeenten=("Nieuw",)))).doel
    assert (doel.figure.low.low if doel else None) == expected


@pytest.mark.parametrize(
    ("uitspraken", "expected"),
    [((("Aa", 10), ("Rest", 20)), 30), ((("Rest", 20),), 20), ((("Aa", 10),), None)],
)
def test_the_target_of_one_that_was_there_is_its_own_with_what_came(
    register: Register, uitspraken: tuple[tuple[str, int], ...], expected: int | None
) -> None:
    into = "    tot: 2022-01-01\n    opgegaan_in: [Rest]\n"
    stated = "".join(STATED.format(f"u{i}", *one) for i, one in enumerate(uitspraken))
    loaded = register(
        gemeenten=area(municipality("Aa", 1, into), REST, uitspraken=stated),
        kop="versie: 1\npeildatum: 2023-01-01\nplannen: []\n",
    )
    assert loaded.dataset is not None
    doel = balance(View(loaded.dataset, Question(gemeenten=("Rest",)))).doel
    assert (doel.figure.low.low if doel else None) == expected


def test_a_target_per_municipality(register: Register) -> None:
    found = rows(grouped(View(load(register, FILTERED, gemeenten=TARGETS)), By.GEMEENTE))
    aa = found["Aa"]
    assert aa.doel is not None
    assert aa.saldo is not None
    assert [term(end) for end in aa.doel.ends] == ["40", "60"]
    # Hard 10 + 100, soft 7: 117 - 40 and 117 - 60.
    assert [term(end) for end in aa.saldo.ends] == ["77", "57"]
    assert (found["Bee"].doel, found["Bee"].saldo, found[""].doel) == (None, None, None)
    # The region has its own target: 110 + 5 + 7 + 9 = 131; 131 - 1.000 and 131 - 1.200.
    total = found["totaal"]
    assert total.saldo is not None
    assert [term(end) for end in total.saldo.ends] == ["(-869)", "(-1.069)"]


def test_without_a_set_of_targets_there_is_capacity_only(register: Register) -> None:
    bare = GEMEENTEN[: GEMEENTEN.index("opgaven:")] + GEMEENTEN[GEMEENTEN.index("gemeenten:\n") :]
    found = rows(grouped(View(load(register, FILTERED, gemeenten=bare)), By.GEMEENTE))
    assert {(g.doel, g.saldo, g.gerealiseerd) for g in found.values()} == {(None, None, None)}
    assert term(found["Aa"].sums.hard.low) == "110"
    # And no period that homes or demolition could be outside of: 30 - 5.
    plan = "restant: 30, oplevering: {2031: 30}, sloop: 5, sloop_gerealiseerd: 0, sloop_jaar: {2041: 5}"
    late = load(register, records(f"id: a, naam: A, gemeente: Aa, planstatus: 1A, {plan}"), gemeenten=bare)
    assert term(rows(grouped(View(late, Question(netto=True)), By.GEMEENTE))["Aa"].sums.hard.low) == "25"


def test_against_local_need(shipped: Dataset) -> None:
    whole = balance(View(shipped, Question(tegen=Tegen.BEHOEFTE)))
    assert ends(whole, "lokale_behoefte") == (15_782, 15_782)
    assert ends(whole, "saldo") == (-1_682, -1_682)  # 14.100 - 15.782: the register's records, not the rounded 14.130
    assert whole.uitbreiding_hard is None


def test_another_statement_of_the_same_quantity(shipped: Dataset) -> None:
    whole = balance(View(shipped, Question(uitspraken=("lokale-behoefte-afgerond",))))
    need = next(f for f in whole.toets if f.name == "lokale_behoefte")
    assert (need.low.low, need.low.high) == (15_000, 15_000)
    assert need.high.high is None  # "ruim 15.000" has no highest number


def test_woondeal(shipped_2021: Dataset) -> None:
    whole = balance(View(shipped_2021, Question(opgave="woondeal")))
    assert whole.saldo is not None
    # 19.558 - 14.100: the deal says at least, so the high end of the whole has no lowest number.
    assert whole.saldo.low.low == 5_458
    assert whole.saldo.high.low is None
    assert whole.saldo.high.high == 5_458


def test_enschede_against_the_woondeal(shipped_2021: Dataset) -> None:
    whole = balance(View(shipped_2021, Question(gemeenten=("Enschede",), opgave="woondeal")))
    assert ends(whole, "saldo") == (-41, -41)  # 1.299 + 3.700 - 5.040
