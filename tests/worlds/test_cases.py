"""Registers worked out by hand, one for each kind of fault that was found before the enumerator was there.

Each is held against the enumerator, which must agree with the hand, and against the program, which must say it.
"""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from tests.worlds import program
from tests.worlds.answers import Expect
from tests.worlds.capacity import Asked, spread
from tests.worlds.compare import expected, look, read_cell
from tests.worlds.questions import Question
from tests.worlds.reading import read
from tests.worlds.register import REGIO, Record, Register
from tests.worlds.sizes import INF, Contradiction
from tests.worlds.truth import Truth
from tests.worlds.verdict import Verdict, describe, judge

AMMERDAL, BOLDERVEEN = "Ammerdal", "Bolderveen"
PLAIN = Question()
YEARS = Question(by="jaar")
PLACES = Question(by="gemeente")
NOTHING = {"id": "niets", "naam": "Niets", "gemeente": BOLDERVEEN, "planstatus": "1A", "restant": 0}
ALSO_NOTHING = {"id": "leeg", "naam": "Leeg", "gemeente": AMMERDAL, "planstatus": "2A", "restant": 0}

Key = tuple[str, str, str]


def exactly(number: int) -> Truth:
    return between(number, number)


def between(low: float, high: float) -> Truth:
    direction = 1 if high == INF else None
    return Truth(low, high, low, high, low, min(high, 10**9), direction=direction, known=1)


def at_least(low: int, far: float) -> Truth:
    """Assigned to a row, of which nothing excludes that more belongs to it."""
    return Truth(low, low, low, far, low, low, direction=1, known=int(low > 0))


@dataclasses.dataclass(frozen=True)
class Case:
    """A register by its plans, and what is right by question and cell (table, row, column)."""

    name: str
    plannen: tuple[Record, ...]
    right: dict[Question, dict[Key, Truth]]
    ambitie: int = 20

    @property
    def register(self) -> Register:
        tellingen = [{"id": "drie", "van": "2020-01-01", "tot": "2023-01-01", "standaard": True}]
        uitspraken = [{"id": "ambitie", "soort": "ambitie", "gebruikt": True, "regio": REGIO, "woningen": self.ambitie}]
        gemeenten = [{"naam": AMMERDAL, "code": "GM0001"}, {"naam": BOLDERVEEN, "code": "GM0002"}]
        kop = {"peildatum": "2020-01-01", "soort_aantal": "bruto"}
        return Register(gemeenten, uitspraken, tellingen, [dict(plan) for plan in self.plannen], kop)


def plan(name: str, gemeente: str = AMMERDAL, planstatus: str = "1A", **fields: object) -> Record:
    return {"id": name, "naam": f"Plan {name}", "gemeente": gemeente, "planstatus": planstatus, **fields}


def verzamelpost(planstatus: str = "hard", **fields: object) -> Record:
    place = {} if {"gemeente", "gemeenten"} & fields.keys() else {"regio": REGIO}
    return {"id": "v", "naam": "Overige", "soort": "verzamelpost", "planstatus": planstatus, **place, **fields}


def balance(row: str, truth: Truth) -> dict[Key, Truth]:
    return {("balans", row, end): truth for end in ("ondergrens", "bovengrens")}


CASES = [
    # 60 homes, of which 3 come in 2025: 57 inside. The part of which nothing is known changes nothing of the 60.
    Case(
        "aggregate with an unknown part and a late part",
        (
            verzamelpost(restant=60),
            {**plan("a"), "onderdeel_van": "v"},
            plan("b", BOLDERVEEN, restant=8, oplevering={2021: 5, 2025: 3}, onderdeel_van="v"),
        ),
        {PLAIN: balance("hard", exactly(57))},
    ),
    # Nobody knows how large the aggregate is, but 40 homes of it are known: at least 40.
    Case(
        "aggregate without a number, with a part that has one",
        (verzamelpost(gemeente=AMMERDAL), plan("a", restant=40, onderdeel_van="v"), NOTHING),
        {PLAIN: balance("hard", between(40, INF))},
    ),
    # At most 31, of which 28 are known; the other part has 0 to 5, so the whole is 28 to 31 wherever it stands.
    Case(
        "aggregate of at most 31 with parts of 28 and more",
        (
            verzamelpost(gemeente=AMMERDAL, restant=31, precisie="maximaal"),
            plan("a", restant=28, onderdeel_van="v"),
            plan("b", woningen=5, onderdeel_van="v"),
            NOTHING,
        ),
        {PLAIN: balance("hard", between(28, 31)), PLACES: {("groepen", AMMERDAL, "hard"): between(28, 31)}},
    ),
    # The division is published: 9 and 6, whatever the part of 0 to 5 turns out to be. That part is in one plan type.
    Case(
        "aggregate with a division, and a part inside a share",
        (
            verzamelpost(gemeenten=[AMMERDAL, BOLDERVEEN], restant=15, verdeling={AMMERDAL: 9, BOLDERVEEN: 6}),
            plan("a", BOLDERVEEN, woningen=5, onderdeel_van="v"),
        ),
        {PLACES: {("groepen", AMMERDAL, "hard"): exactly(9), ("groepen", BOLDERVEEN, "hard"): exactly(6)}},
    ),
    # A part of 0 to 11 homes inside a share of 6 has 0 to 6; the other 15 - 6 to 15 have no plan type.
    Case(
        "a part that may be larger than its share",
        (
            verzamelpost(gemeenten=[AMMERDAL, BOLDERVEEN], restant=15, verdeling={AMMERDAL: 9, BOLDERVEEN: 6}),
            plan("a", BOLDERVEEN, woningen=11, plantype="verdichting", onderdeel_van="v"),
            ALSO_NOTHING,
            NOTHING,
        ),
        {
            Question(by="plantype"): {
                ("groepen", "verdichting", "hard"): Truth(0, 6, 0, 15, 0, 6, direction=1, known=1),
                ("groepen", "niet_toegewezen", "hard"): between(9, 15),
            }
        },
    ),
    # The years hold all seven homes, and none is over: nothing can be built already.
    Case(
        "years that hold all homes, without what is built",
        (plan("a", woningen=7, oplevering={2022: 7}), NOTHING),
        {PLAIN: balance("hard", exactly(7)), YEARS: {("traject", "jaar.2022", "hard"): exactly(7)}},
    ),
    # Every year is the aggregate's. The part of 2 lies in 2021 or in 2025, so the rest inside is 6 - 2 to 6.
    Case(
        "aggregate with years, and a part without",
        (verzamelpost(restant=10, oplevering={2021: 6, 2025: 4}), plan("a", restant=2, onderdeel_van="v"), NOTHING),
        {
            YEARS: {
                ("traject", "jaar.2020", "hard"): exactly(0),
                ("traject", "jaar.2021", "hard"): exactly(6),
                ("traject", "jaar.totaal", "hard"): exactly(6),
                ("traject", "jaar.buiten_periode", "hard"): exactly(4),
                ("cumulatief", "cumulatief.2021", "cumulatief_hard"): exactly(6),
            },
            PLACES: {
                ("groepen", "niet_toegewezen", "hard"): between(4, 6),
                ("groepen", "totaal", "hard"): exactly(6),
                ("groepen", AMMERDAL, "hard"): Truth(0, 2, 0, 6, 0, 2, direction=1, known=1),
            },
        },
    ),
    # Five homes in 2022 or 2023, the last of which is outside. Spread evenly: 3 in 2022 and 2 in 2023.
    Case(
        "a span that is partly inside the period",
        (plan("a", restant=5, oplevering={"2022-2023": 5}), NOTHING),
        {
            YEARS: {
                ("traject", "jaar.totaal", "hard"): between(0, 5),
                ("traject", "jaar.buiten_periode", "hard"): between(0, 5),
            },
            dataclasses.replace(YEARS, spreid=True): {
                ("traject", "jaar.2022", "hard"): exactly(3),
                ("traject", "jaar.totaal", "hard"): exactly(3),
                ("traject", "jaar.buiten_periode", "hard"): exactly(2),
                ("cumulatief", "cumulatief.2022", "cumulatief_hard"): exactly(3),
            },
        },
    ),
    # None of the 9 is built, though 2018 is over: all are still to come, without a year.
    Case(
        "homes that are overdue",
        (plan("a", woningen=9, gerealiseerd=0, oplevering={2018: 9}), NOTHING),
        {PLAIN: balance("hard", exactly(9)), YEARS: {("traject", "jaar.totaal", "hard"): exactly(9)}},
    ),
    # 16 are hard, 5 may be hard, soft or neither: 16 to 21 hard, 0 to 5 soft, and 4 short to 1 over.
    Case(
        "a plan of unknown status",
        (plan("a", planstatus="onbekend", restant=5), plan("b", BOLDERVEEN, restant=16)),
        {
            PLAIN: {
                **balance("hard", between(16, 21)),
                **balance("zacht", between(0, 5)),
                **balance("saldo", between(-4, 1)),
                **balance("status_onbekend", exactly(5)),
            }
        },
    ),
    # 50 homes have no plan type: any of the rows may hold them, so the rows say what is known to belong there.
    Case(
        "plans without a plan type",
        (plan("a", restant=50), plan("b", BOLDERVEEN, "hard", restant=10, plantype="herstructurering")),
        {
            Question(by="plantype"): {
                ("groepen", "verdichting", "hard"): at_least(0, 50),
                ("groepen", "herstructurering", "hard"): at_least(10, 60),
                ("groepen", "niet_toegewezen", "hard"): exactly(50),
                ("groepen", "totaal", "hard"): exactly(60),
            }
        },
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_enumerator_agrees_with_the_hand(case: Case) -> None:
    for question, cells in case.right.items():
        found = read(case.register)
        asked = Asked((spread(found) if question.spreid else found) or found, question)
        worked = {(one.table, one.rows[0], one.columns[0]): one.truth for one in expected(asked) if len(one.rows) == 1}
        for key, right in cells.items():
            truth = worked[key]
            assert (truth.lo, truth.hi, truth.lo_far, truth.hi_far) == (
                right.lo,
                right.hi,
                right.lo_far,
                right.hi_far,
            ), key


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_program_says_what_is_right(case: Case, tmp_path: Path) -> None:
    program.put(case.register, tmp_path)
    for question, cells in case.right.items():
        answer = program.ask(question, case.register, tmp_path)
        assert answer.cells, answer.errors
        for (table, row, column), right in cells.items():
            expect = Expect(case.name, table, (row,), (column,), right)
            cell = read_cell(answer, expect)
            assert cell is not None, (table, row, column)
            assert judge(cell, expect) is Verdict.GOOD, (
                f"{table}, {row}, {column}: {cell.shown}, maar {describe(right)}"
            )


def test_check_warns_of_overdue_homes(tmp_path: Path) -> None:
    case = next(case for case in CASES if case.name == "homes that are overdue")
    program.put(case.register, tmp_path)
    assert program.check(tmp_path).warned == {"a"}


def test_check_refuses_a_part_larger_than_its_share(tmp_path: Path) -> None:
    division = {AMMERDAL: 9, BOLDERVEEN: 6}
    whole = verzamelpost(gemeenten=[AMMERDAL, BOLDERVEEN], restant=15, verdeling=division)
    case = Case("", (whole, plan("a", BOLDERVEEN, restant=7, onderdeel_van="v")), {})
    with pytest.raises(Contradiction):
        read(case.register)
    program.put(case.register, tmp_path)
    assert program.check(tmp_path).errors


def test_a_gate_does_not_pass_on_what_is_only_about_enough(tmp_path: Path) -> None:
    """About 30 against about 30: the margin of 30 is 3, so that a shortage is not excluded."""
    register = Case("", (verzamelpost(restant=30, precisie="circa"), ALSO_NOTHING, NOTHING), {}, ambitie=30).register
    register.uitspraken[0]["precisie"] = "circa"
    seen = look(register, [Question(fail_on="tekort-ondergrens")], tmp_path)
    (gate,) = [one for one in seen if one.kind == "poort"]
    assert gate.right.startswith("exit 1")
    assert gate.verdict is Verdict.GOOD, gate.printed


def segments() -> Register:
    """p1 has 6 homes, p2 30 without a year (20 rent, 10 purchase), p3 12 of unknown status, p4 and p5 4 in 2025."""
    return Case(
        "",
        (
            plan("p1", restant=6, oplevering={2021: 6}),
            plan(
                "p2", restant=30, oplevering={"onbekend": 30}, betaalbaarheid={"huur_onbekend": 20, "koop_onbekend": 10}
            ),
            plan("p3", BOLDERVEEN, "onbekend", restant=12, oplevering={2021: 12}),
            plan("p4", restant=4, oplevering={2025: 4}),
            plan("p5", restant=4, oplevering={2025: 4}, betaalbaarheid={"onbekend": 4}),
        ),
        {},
    ).register


def test_segments_count_all_plans_by_one_rule(tmp_path: Path) -> None:
    """Hard and soft inside: 6 + 30, and 0 to 12 of unknown status (36 to 48); with the 8 of 2025: 44 to 56."""
    register = segments()
    program.put(register, tmp_path)
    answer = program.ask(Question(command="report"), register, tmp_path)
    total = answer.cells["segmenten", "totaal", "woningen"]
    assert (total.low, total.high) in {(36, 48), (44, 56)}


def test_segments_know_rent_and_purchase(tmp_path: Path) -> None:
    """Social rent: none is known to be it; the 20 for rent and all without a segment may be, the purchase not."""
    register = segments()
    seen = look(register, [Question(command="report")], tmp_path)
    found = {one.place: one for one in seen if one.kind == "rapport segment"}
    social = found["segmenten, sociale_huur, woningen+mogelijk"]
    assert social.right == "0 tot 38; of 0 tot 46"
    assert social.verdict is Verdict.GOOD, social.printed
    knows = [one for place, one in found.items() if place.split(", ")[1] in {"huur", "koop"}]
    assert len(knows) == 2
    assert all(one.verdict is Verdict.GOOD for one in knows), [one.printed for one in knows]
