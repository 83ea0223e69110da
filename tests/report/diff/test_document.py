"""What `diff` says: its first line, its tables, and that each of its numbers follows from its printed derivation."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests.calc.diff.histories import histories
from tests.conftest import GEMEENTEN, PLANNEN, ROOT, Register
from tests.report.walk import check_brief, check_every_number
from woonplan.calc.diff.compare import Diff, compare
from woonplan.calc.question import Question
from woonplan.calc.view import View
from woonplan.load import load
from woonplan.model.dataset import Dataset
from woonplan.render.cells import cell_text
from woonplan.report.diff.brief import brief_diff
from woonplan.report.diff.document import Gedeelte, Kant, diff_document
from woonplan.report.diff.sentence import sentence
from woonplan.tables.cell import Json, Value
from woonplan.tables.document import Document

KANTEN = (Kant("a", "pad", "a"), Kant("b", "pad", "b"))
EXAMPLES = ROOT / "examples" / "data"


def document(old: Dataset, new: Dataset, question: Question | None = None, deel: Gedeelte | None = None) -> Document:
    return diff_document(compare(View(old, question), View(new, question)), KANTEN, deel)


def cells(found: Document, table: str) -> dict[str, dict[str, str]]:
    """The text of every cell of a table, by row and column."""
    chosen = next(one for one in found.tables if one.name == table)
    keys = [column.key for column in chosen.columns]
    return {row.key: dict(zip(keys, map(cell_text, row.cells), strict=True)) for row in chosen.rows}


def two(register: Register, then: str, now: str, kop: str = PLANNEN) -> tuple[Dataset, Dataset]:
    """Two states of a small register, which must both be sound."""
    found = [register(then).dataset, register(now, kop=kop).dataset]
    assert found[0] is not None
    assert found[1] is not None
    return found[0], found[1]


def line(old: Dataset, new: Dataset) -> str:
    return sentence(compare(View(old), View(new)))


NONE_YET = "gerealiseerd: 0"


def with_(text: str, more: str) -> str:
    """A plan with more fields."""
    return text.replace(NONE_YET, f"{NONE_YET}, {more}")


A, B = (
    f"  - {{id: {name[0].lower()}, naam: {name}, gemeente: Aa, planstatus: {status}, woningen: {homes}, {NONE_YET}}}\n"
    for name, status, homes in (("Akker", "3", "130"), ("Beek", "1A", "40"))
)


def test_the_shipped_states_are_told_with_a_warning_first(shipped: Dataset, shipped_2021: Dataset) -> None:
    found = document(shipped, shipped_2021)
    assert found.answer == (
        "Let op, de standen tellen niet op dezelfde manier. In Twente verandert hard met ca. -371 woningen, zacht met "
        "ca. +5.829 en het saldo aan beide grenzen met ca. +7.555."
    )
    assert found.scope.startswith("Van stand 1-1-2020 naar 2021 (alle plannen): ")
    rows = cells(found, "totalen")
    assert [(rows[side]["hard"], rows[side]["zacht"]) for side in ("oude_stand", "nieuwe_stand")] == [
        ("ca. 8.300", "ca. 5.800"),
        ("7.929", "11.629"),
    ]
    causes = ["uitgesplitst", "verdwenen_zonder_reden", "opgeleverd_sinds_begin"]
    assert list(rows) == ["oude_stand", *causes, "nieuwe_stand", "verschil"]


def test_a_plan_that_becomes_hard(register: Register) -> None:
    old, new = two(register, A + B, A.replace("planstatus: 3", "planstatus: 2A") + B)
    assert line(old, new) == ("In Dal verandert hard met +130 woningen en zacht met -130; het saldo blijft gelijk.")
    assert document(old, new).scope == (
        "Beide standen zijn van 1-1-2020 (alle plannen, waarvan 2 niet openbaar): "
        "1 plan gewijzigd, 0 nieuw, 0 vervallen."
    )
    found = cells(document(old, new), "plannen")["a"]
    assert (found["soort"], found["hard"], found["zacht"]) == ("zacht naar hard", "+130", "-130")
    assert found["wijziging"] == "planstatus 3 -> 2A"


def test_what_changes_nothing_is_no_difference(register: Register) -> None:
    old = register(A + B).dataset
    # Order, quotes, a comment, the way a municipality is written, and Windows line ends.
    other = B + "  # een opmerking\n" + A.replace("Akker", "'Akker'").replace("gemeente: Aa", "gemeente: GM0001")
    new = register(other.replace("\n", "\r\n")).dataset
    assert old is not None
    assert new is not None
    assert line(old, new) == "Er is geen verschil in de plannen van Dal."


def test_only_text_is_no_change_of_a_number(register: Register) -> None:
    old, new = two(register, A, A.replace("naam: Akker", "naam: De Akker"))
    found = document(old, new)
    assert found.answer == "In Dal blijven hard, zacht en het saldo gelijk."
    assert "1 plan gewijzigd (alleen tekst)" in found.scope
    assert cells(found, "plannen")["a"]["soort"] == "alleen tekst"


@pytest.mark.parametrize(
    ("then", "now", "soort", "zacht"),
    [
        (A, A.replace("130", "150"), "groter", "+20"),
        (A, A.replace("130", "100"), "kleiner", "-30"),
        (A, A.replace("gerealiseerd: 0", "gerealiseerd: 30"), "opgeleverd", "-30"),
        (A.replace("woningen: 130, ", ""), A, "verfijnd", "+130 (1 plan zonder aantal minder)"),
        (A, A.replace("woningen: 130, ", ""), "minder bekend", "-130 (1 plan zonder aantal erbij)"),
        (A.replace("woningen: 130", "woningen_min: 100, woningen_max: 150"), A, "verfijnd", "laagste +30, hoogste -20"),
        (A.replace("130", "130, precisie: minimaal"), A, "verfijnd", "laagste 0, hoogste 1 open eind minder"),
        (A, "", "verdwenen zonder reden", "-130"),
        ("", A, "nieuw", "+130"),
        (A, with_(A, "vervallen: 2020, telt_mee: false, reden: x"), "vervallen", "-130"),
        (A, A.replace("planstatus: 3", "planstatus: 5A"), "andere status", "-130"),
        (A, with_(A, "oplevering: {2031: 130}"), "verfijnd", "-130"),
        (
            with_(A, "oplevering: {2029: 130}"),
            with_(A, "oplevering: {2031: 130}"),
            "verschoven",
            "-130",
        ),
        (A, with_(A, "woningtype: {eengezins: 130}"), "andere samenstelling", "0"),
        (A, with_(A, "prioriteit: true"), "andere kenmerken", "0"),
        (A, A.replace("gemeente: Aa", "gemeente: Bee"), "andere gemeente", "0"),
        (A, A.replace("id: a", "id: aa, was: a"), "hernoemd", "0"),
        (A, A.replace("id: a", "id: aa, was: a").replace("130", "150"), "hernoemd, groter", "+20"),
    ],
)  # fmt: skip
def test_every_kind(register: Register, then: str, now: str, soort: str, zacht: str) -> None:
    old, new = two(register, then + B, now + B)
    (found,) = cells(document(old, new), "plannen").values()
    assert (found["soort"], found["zacht"]) == (soort, zacht)


def test_one_plan_that_became_two(register: Register) -> None:
    split = "".join(
        A.replace("id: a", f"id: {name}, was: a").replace("130", homes) for name, homes in (("a1", "70"), ("a2", "80"))
    )
    old, new = two(register, A, split)
    found = document(old, new)
    assert {row["soort"] for row in cells(found, "plannen").values()} == {"gesplitst of samengevoegd"}
    assert cells(found, "totalen")["gesplitst_of_samengevoegd"]["zacht"] == "+20"


def test_two_plans_that_became_one(register: Register) -> None:
    other = A.replace("id: a", "id: c").replace("Akker", "Citer")
    old, new = two(register, A + other, A.replace("id: a", "id: ac, samengevoegd_uit: [a, c]").replace("130", "260"))
    found = document(old, new)
    assert {row["soort"] for row in cells(found, "plannen").values()} == {"gesplitst of samengevoegd"}
    assert cells(found, "totalen")["verschil"]["zacht"] == "0"


def test_a_renamed_plan_is_asked_for_and_not_guessed(register: Register) -> None:
    old, new = two(register, A, A.replace("id: a", "id: anders"))
    found = document(old, new)
    assert cells(found, "voorstellen") == {
        "anders": {"was": "a", "id": "anders", "naam": "Akker", "grond": "dezelfde gemeente en naam"}
    }
    assert "0 plannen gewijzigd, 1 nieuw, 0 vervallen, 1 verdwenen zonder reden" in found.scope


def test_homes_that_move_are_counted_in_years(register: Register) -> None:
    then, now = (with_(A, f"oplevering: {{{years}}}") for years in ("2024: 130", "2026: 130"))
    old, new = two(register, then, now)
    assert cells(document(old, new), "plannen")["a"]["woningjaren"] == "+260"


def test_other_rules_are_a_block_before_the_plans(register: Register) -> None:
    own = "statusdefinities:\n  - {id: eigen, naam: Eigen, hard: [1A], zacht: [4A], telt_niet: ['3']}\n"
    gemeenten = GEMEENTEN.replace("gemeenten:\n", f"{own}gemeenten:\n")
    then = register(A + B, gemeenten=gemeenten).dataset
    kop = PLANNEN.replace("bron: nota", "bron: nota\nstatusdefinitie: eigen")
    now = register(A.replace("130", "150") + B, gemeenten=gemeenten, kop=kop).dataset
    assert then is not None
    assert now is not None
    found = document(then, now)
    assert found.tables[0].name == "regels"
    rows = cells(found, "totalen")
    # Old data under the new rules, and then the new data.
    assert (rows["statusdefinitie"]["zacht"], rows["statusdefinitie"]["telt_niet"]) == ("-130", "+130")
    assert (rows["groter"]["zacht"], rows["groter"]["telt_niet"]) == ("0", "+20")
    assert "status 3" in {row["regel"] for row in cells(found, "regels").values()}


def test_dates_the_other_way_round_are_said(register: Register) -> None:
    old, new = two(register, A, A, PLANNEN.replace("2020-01-01", "2019-01-01"))
    assert any("is van later dan de nieuwe" in note.text for note in document(old, new).notes)


def test_an_empty_side(register: Register) -> None:
    empty = PLANNEN.replace("plannen:\n", "plannen: []\n")
    old = register("", kop=empty).dataset
    new = register(A).dataset
    assert old is not None
    assert new is not None
    assert "zacht met +130 (1 gemeente zonder plannen minder)" in line(old, new)
    rows = cells(document(old, new), "totalen")
    assert rows["oude_stand"]["zacht"] == "onbekend"
    assert rows["gemeenten_zonder_plannen"]["zacht"] == "1 gemeente zonder plannen minder"


def test_machines_get_every_plan_by_its_id(register: Register) -> None:
    old, new = two(
        register, A + B, B.replace("woningen: 40", "woningen: 45").replace("gerealiseerd: 0", "plantype: verdichting")
    )
    result = document(old, new).results["resultaat"]
    assert isinstance(result, dict)
    plans: Json = result["plannen"]
    assert isinstance(plans, list)
    assert [plan["id"] for plan in plans] == ["a", "b"]
    assert plans[1]["velden"] == {"woningen": [40, 45], "gerealiseerd": [0, None], "plantype": [None, "verdichting"]}


@pytest.mark.parametrize("deel", list(Gedeelte))
def test_each_part_alone(deel: Gedeelte, shipped: Dataset, shipped_2021: Dataset) -> None:
    names = [table.name for table in document(shipped, shipped_2021, deel=deel).tables]
    assert names[0] == deel
    assert set(names) <= {deel, "oorzaken"}


def examples() -> tuple[Dataset, Dataset]:
    found = [load(EXAMPLES, EXAMPLES / name).dataset for name in ("plannen-2023.yaml", "plannen.yaml")]
    assert found[0] is not None
    assert found[1] is not None
    return found[0], found[1]


def test_every_number_of_the_shipped_states(shipped: Dataset, shipped_2021: Dataset) -> None:
    assert check_every_number(document(shipped, shipped_2021), shipped_2021, shipped, spellings=True) > 300


def test_every_number_of_the_fictional_region() -> None:
    old, new = examples()
    assert check_every_number(document(old, new), new, old) > 500


@given(histories())
def test_every_number_of_any_states(states: list[Dataset]) -> None:
    old, new = states
    check_every_number(document(old, new), new, old)


@given(histories())
def test_no_cell_of_a_change_is_empty(states: list[Dataset]) -> None:
    found: Diff = compare(*map(View, states))
    for table in diff_document(found, KANTEN).tables:
        for row in table.rows:
            for column, cell in zip(table.columns, row.cells, strict=True):
                assert column.key in ("plannen", "woningjaren") or isinstance(cell, Value | str), (table.name, row.key)


def short(old: Dataset, new: Dataset) -> int:
    found = compare(View(old), View(new))
    full = diff_document(found, KANTEN)
    return check_brief(brief_diff(found, full, ""), full)


def test_every_number_on_the_screen_is_in_the_whole_answer(
    register: Register, shipped: Dataset, shipped_2021: Dataset
) -> None:
    assert short(shipped, shipped_2021) > 10
    assert short(*examples()) > 10
    # Of few plans each has a row, with what it does to the balance.
    few = two(register, A + B, A.replace("planstatus: 3", "planstatus: 2A") + B.replace("40", "45"))
    assert short(*few) > 15


@given(histories())
def test_every_number_on_the_screen_of_any_states(states: list[Dataset]) -> None:
    short(*states)
