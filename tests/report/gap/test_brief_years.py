"""The short answer of `gap --by jaar`: years that say the same in one row, and what all of them need in a line."""

from __future__ import annotations

import re

import pytest

from tests.cli.process import inside
from tests.conftest import Register
from woonplan.calc.question import Question
from woonplan.calc.view import View
from woonplan.model.dataset import Dataset
from woonplan.render.cells import cell_text
from woonplan.report.gap.balance import gap_document
from woonplan.report.gap.brief import brief_document
from woonplan.report.gap.brief_years import brief_years
from woonplan.report.gap.pace import pace_document
from woonplan.tables.document import Document
from woonplan.tables.table import Table

STATE = ("--plannen", "data/plannen-2021.yaml")
EXAMPLES = ("--data", "examples/data")


def screen(*args: str, width: int = 80) -> list[str]:
    done = inside("gap", "--by", "jaar", *args, COLUMNS=str(width))
    assert (done.returncode, done.stderr) == (0, b""), done.stderr
    return done.stdout.decode("utf-8").splitlines()


def brief(view: View) -> Document:
    return brief_years(view, pace_document(view))


def texts(table: Table) -> list[list[str]]:
    return [[cell_text(cell) for cell in row.cells] for row in table.rows]


def of(register: Register, *plans: str, question: Question | None = None) -> Table:
    """The years of a register in which every municipality has a plan, so that a year can be known."""
    known = [
        f"  - {{id: k{n}{s}, naam: K, gemeente: {n}, planstatus: {s}, restant: 0, oplevering: {{onbekend: 0}}}}\n"
        for n in ("Aa", "Bee")
        for s in ("1A", "3")
    ]
    found = register("".join((*known, *plans))).dataset
    assert found is not None
    return brief(View(found, question)).tables[0]


def plan(name: str, homes: str, status: str = "1A") -> str:
    return f"  - {{id: {name}, naam: N, gemeente: Aa, planstatus: {status}, {homes}}}\n"


def test_the_shipped_figures_fit_a_screen_and_a_half() -> None:
    lines = screen()
    assert len(lines) <= 40
    assert max(map(len, lines)) <= 80
    assert lines[:2] == [
        "Twente heeft tot 2030 ca. 5.900 tot 7.900 woningen te weinig in plannen.",
        "Stand 1-1-2020, alle plannen. Nieuwer in deze map: stand 2021.",
    ]
    # 20.000 and 22.000 over ten, nine and eleven years.
    text = " ".join(" ".join(lines).split())
    assert "Nodig per jaar: ca. 2.000 tot 2.200; in de hele periode ca. 20.000 tot 22.000." in text
    assert "andere telling per jaar: ca. 2.222 tot 2.444 (2021-2029), ca. 1.818 tot 2.000 (2020-2030)." in text
    assert lines[-2].startswith("Verder: woonplan explain gap.jaar.totaal.hard")


def test_the_rows_of_the_shipped_figures(shipped: Dataset, shipped_2021: Dataset) -> None:
    assert texts(brief(View(shipped)).tables[0]) == [
        ["2020-2029", "onbekend", "onbekend"],
        ["verzamelposten zonder jaar (ca.)", "8.300", "5.800"],
        ["hele periode (ca.)", "8.300", "5.800"],
    ]
    assert texts(brief(View(shipped_2021)).tables[0]) == [
        ["2020", "2.097", "", ""],
        ["2021-2029", "", "onbekend", "onbekend"],
        ["verzamelposten zonder jaar", "", "7.929", "11.629"],
        ["hele periode", "2.097", "7.929", "11.629"],
    ]


def test_a_number_is_never_said_for_several_years(register: Register) -> None:
    found = of(register, plan("a", "restant: 60, oplevering: {2022: 20, 2023: 20, 2024: 20}"))
    assert texts(found) == [
        ["2020-2021", "0", "0"],
        ["2022", "20", "0"],
        ["2023", "20", "0"],
        ["2024", "20", "0"],
        ["2025-2029", "0", "0"],
        ["hele periode", "60", "0"],
    ]


def test_years_that_say_something_else_are_not_one_row(register: Register) -> None:
    # An undated soft plan may come in any year, and so in none of them is anything known of what is soft.
    hard, soft = plan("a", "restant: 20, oplevering: {2022: 20}"), plan("b", "restant: 50", "3")
    assert texts(of(register, hard, soft)) == [
        ["2020-2021", "0", "onbekend"],
        ["2022", "20", "onbekend"],
        ["2023-2029", "0", "onbekend"],
        ["plannen zonder jaar", "0", "50"],
        ["hele periode", "20", "50"],
    ]


def test_what_adds_up_stands_there_where_years_differ(register: Register, shipped: Dataset) -> None:
    assert [table.name for table in brief(View(shipped)).tables] == ["traject", "voorraad"]
    assert [table.name for table in brief(View(shipped, Question(gemeenten=("Borne",)))).tables] == ["traject"]
    found = register(plan("a", "restant: 20, oplevering: {2022: 20}")).dataset
    assert found is not None
    names = [table.name for table in brief(View(found)).tables]
    assert names == ["traject", "cumulatief", "voorraad"]


def test_of_a_period_that_has_begun_the_schedule_is_there(shipped_2021: Dataset) -> None:
    found = brief(View(shipped_2021))
    assert [table.name for table in found.tables] == ["traject", "schema", "voorraad"]
    schedule = found.tables[1]
    assert schedule.columns[0].header == "onderdeel, alle ca."
    assert texts(schedule)[0] == ["voor of achter op schema", "over 97", "tekort 103"]


def test_what_comes_soon_stands_under_its_supply(shipped: Dataset) -> None:
    supply = brief(View(shipped)).tables[-1]
    assert [row[0] for row in texts(supply)] == [
        "jaren voorraad, hard",
        "in de komende 5 jaar",
        "jaren voorraad, hard + zacht",
        "in de komende 5 jaar",
        "dekking, hard",
        "dekking, hard + zacht",
    ]
    full = {row.key: row.cells[1:] for row in pace_document(View(shipped)).tables[-1].rows}
    for row in supply.rows:
        for cell, other in zip(row.cells[1:], full[row.key], strict=True):
            assert cell.number == other.number  # type: ignore[union-attr]  # both are values


@pytest.mark.parametrize("args", [(), STATE, EXAMPLES])
def test_the_remarks_are_those_of_the_plain_answer(args: tuple[str, ...], shipped: Dataset) -> None:
    plain = inside("gap", *args, COLUMNS="200").stdout.decode("utf-8").splitlines()
    marked = [[line for line in lines if line.startswith("! ")] for lines in (screen(*args, width=200), plain)]
    assert marked[0] == marked[1] != []
    assert brief(View(shipped)).notes == brief_document(View(shipped), gap_document(View(shipped))).notes


def test_everything_is_one_option_away(shipped_2021: Dataset) -> None:
    full = pace_document(View(shipped_2021))
    lines = " ".join(" ".join(screen(*STATE, "--toelichting", width=500)).split())
    for note in full.notes:
        assert f"{note.kind}: {' '.join(note.text.split())}" in lines
    for table in full.tables:
        assert table.title in lines
        assert all(note in lines for note in table.notes)
    assert "Verder:" not in lines


def test_what_was_chosen_is_said() -> None:
    text = " ".join(screen(*EXAMPLES, "--spreid", "--buffer", "10", width=500))
    assert "buffer van 10,0%" in text
    assert "zijn gelijk over hun jaren gespreid (--spreid)" in text
    plain = screen(*EXAMPLES, width=500)
    assert "buffer" not in " ".join(plain)
    # What can be spread is offered, and not again when it was.
    assert plain[-1].endswith(" --spreid")
    assert not text.endswith(" --spreid")


def test_without_a_target_it_says_why_there_is_no_pace() -> None:
    text = " ".join(screen("--gemeente", "Borne", width=500))
    assert "Wat per jaar nodig is, is onbekend: in opgave woonagenda staat geen ambitie voor Borne." in text
    assert "Nodig per jaar:" not in text
    assert "Jaren voorraad" not in text


def test_the_years_have_bars_on_one_scale_that_is_said() -> None:
    lines = screen(*STATE, width=120)
    head = next(line for line in lines if line.startswith("jaar "))
    size = re.search(r"blok = ([\d.]+)  > langer  \? onbekend$", head)
    assert size
    rows = {line.split("  ")[0]: line for line in lines}
    # 2.097 homes at so many a block, and a row of 19.558 does not fit beside it.
    assert rows["2020"].count("\u2588") == round(2097 / int(size[1].replace(".", "")))
    assert next(line for line in lines if "verzamelposten" in line).endswith("\u2593>")
