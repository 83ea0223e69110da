"""What records add up to by class, and what a municipality without any may add."""

from __future__ import annotations

from pathlib import Path

from tests.calc.capacity.test_families import part, years
from tests.calc.gap.test_groups import OWN, load, numbers, records, rows
from tests.calc.registers import dataset
from tests.conftest import GEMEENTEN, PLANNEN, Register
from woonplan.calc.gap.assumptions import assumptions
from woonplan.calc.gap.groups import grouped
from woonplan.calc.question import By, Question
from woonplan.calc.view import View
from woonplan.calc.years.trajectory import Wanneer, trajectory
from woonplan.load import load as load_folder
from woonplan.model.statussen import Planstatus
from woonplan.report.derivation import term


def test_a_municipality_without_plans_is_unknown(register: Register) -> None:
    data = load(register, records(OWN[0]))
    for column in ("hard", "zacht"):
        found = rows(grouped(View(data), By.GEMEENTE))
        assert term(getattr(found["Bee"].sums, column).low) == "onbekend"
    # A record that does not count says nothing of what its municipality plans.
    aside = "id: b, naam: B, gemeente: Bee, restant: 5, telt_mee: false, reden: proef"
    found = rows(grouped(View(load(register, records(OWN[0], aside))), By.GEMEENTE))
    assert term(found["Bee"].sums.hard.low) == "onbekend"
    assert term(found["Bee"].sums.buiten.low) == "5"
    # A municipality with one soft plan said what it has: no hard plans.
    soft = "id: b, naam: B, gemeente: Bee, planstatus: 3, restant: 5"
    found = rows(grouped(View(load(register, records(OWN[0], soft))), By.GEMEENTE))
    assert (term(found["Bee"].sums.hard.low), term(found["Bee"].sums.zacht.low)) == ("0", "5")


def test_a_municipality_without_plans_may_plan_of_every_kind(register: Register) -> None:
    data = load(register, records("id: a, naam: A, gemeente: Aa, planstatus: 1A, restant: 10"))
    kinds = grouped(View(data), By.PLANTYPE)
    # Bee has no plans: they may be of any type, or of none that is known.
    assert {numbers(kinds)[group.key] for group in kinds.groups[:-1]} == {"onbekend"}
    assert numbers(kinds)[""] == numbers(kinds)["totaal"] == "(10, zonder 1 gemeente)"
    assert numbers(kinds, "zacht") == dict.fromkeys([group.key for group in (*kinds.groups, kinds.total)], "onbekend")
    # A status is of one class: 2C is soft, so no hard plan is 2C.
    assert numbers(grouped(View(data), By.STATUS))["1A"] == "(10, zonder 1 gemeente)"
    assert "2C" not in numbers(grouped(View(data), By.STATUS))
    assert numbers(grouped(View(data), By.STATUS), "zacht")["2C"] == "onbekend"


def test_each_file_of_a_state_counts_hard_in_its_own_way(tmp_path: Path) -> None:
    own = "statusdefinities:\n  - {id: oud, naam: Oude telling, hard: [1A, 1C], zacht: [3]}\n"
    (tmp_path / "gemeenten.yaml").write_text(GEMEENTEN.replace("opgaven:\n", f"{own}opgaven:\n", 1), encoding="utf-8")
    (tmp_path / "plannen").mkdir()
    for gemeente, definitie in (("Aa", "basisset-2022"), ("Bee", "oud")):
        text = PLANNEN.replace("plannen:\n", f"statusdefinitie: {definitie}\nplannen:\n")
        plans = records(
            f"id: {gemeente}1, naam: A, gemeente: {gemeente}, planstatus: 1C, restant: 10",
            f"id: {gemeente}2, naam: B, gemeente: {gemeente}, planstatus: 3, restant: 3",
        )
        (tmp_path / "plannen" / f"{gemeente}.yaml").write_text(text + plans, encoding="utf-8")
    loaded = load_folder(tmp_path)
    assert loaded.findings == ()
    assert loaded.dataset is not None
    view = View(loaded.dataset)
    # 1C is soft in the national set, and hard in the old one.
    by_gemeente = grouped(view, By.GEMEENTE)
    assert (numbers(by_gemeente), numbers(by_gemeente, "zacht")) == (
        {"Bee": "10", "": "0", "totaal": "10"},
        {"Aa": "13", "Bee": "3", "": "0", "totaal": "16"},
    )
    by_status = grouped(view, By.STATUS)
    assert (numbers(by_status)["1C"], numbers(by_status, "zacht")["1C"]) == ("10", "10")
    hard = View(loaded.dataset, Question(statussen=frozenset({Planstatus.HARD})))
    assert term(hard.sums.hard.low) == "10"
    one_c = View(loaded.dataset, Question(statussen=frozenset({Planstatus("1C")})))
    assert (term(one_c.sums.hard.low), term(one_c.sums.zacht.low)) == ("10", "10")
    # It is said whenever they are added up.
    assert assumptions(view, ()).definities == ("Landelijke basisset plancapaciteit", "Oude telling")


def test_a_record_without_homes_says_that_none_come_outside_the_period() -> None:
    none = part(id="n", onderdeel_van=None, restant=0)
    assert years(none)[Wanneer.BUITEN] == "(0, zonder 2 gemeenten)"
    # Of soft plans nothing is known.
    view = View(dataset([none]))
    outside = next(m for m in trajectory(view).momenten if m.wanneer is Wanneer.BUITEN)
    assert term(outside.zacht.low) == "onbekend"
