"""The short answer: what fits a screen, remarks by what they could move, and next steps that work."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.cli.process import ROOT, inside
from tests.conftest import GEMEENTEN, PLANNEN, Register
from tests.report.reader import REMARK
from tests.report.terms import read_term
from woonplan.calc.gap.balance import balance
from woonplan.calc.question import By, Question
from woonplan.calc.view import View
from woonplan.model.dataset import Dataset
from woonplan.numerals import dutch
from woonplan.render.cells import cell_text
from woonplan.render.terminal.wrapping import cell_width
from woonplan.report.gap.balance import gap_document
from woonplan.report.gap.brief import brief_document, brief_groups
from woonplan.report.gap.groups import grouped_document
from woonplan.report.gap.weighed import MOST
from woonplan.tables.document import Document, NoteKind

EXAMPLES = ("--data", "examples/data")
STATE = ("--plannen", "data/plannen-2021.yaml")


def screen(*args: str, width: int = 80, **extra: str) -> list[str]:
    done = inside("gap", *args, COLUMNS=str(width), **extra)
    assert (done.returncode, done.stderr) == (0, b""), done.stderr
    return done.stdout.decode("utf-8").splitlines()


def remarks(document: Document) -> list[str]:
    assert {note.kind for note in document.notes} <= {NoteKind.WEEGT}
    return [note.text for note in document.notes]


def brief(register: Register, plans: str, *, kop: str = PLANNEN, question: Question | None = None) -> Document:
    found = register(plans, kop=kop).dataset
    assert found is not None
    view = View(found, question)
    return brief_document(view, gap_document(view))


def test_the_shipped_figures_fit_a_screen() -> None:
    lines = screen()
    assert len(lines) <= 23
    assert max(map(len, lines)) <= 80
    assert lines[:3] == [
        "Twente heeft tot 2030 ca. 5.900 tot 7.900 woningen te weinig in plannen.",
        "Stand 1-1-2020, alle plannen. Nieuwer in deze map: stand 2021.",
        "",
    ]
    assert [line for line in lines if line.startswith("! ")] == [
        "! 38 plannen tellen niet mee; van 35 is de omvang onbekend.",
        "! 14.100 woningen zonder jaar; aangenomen: opgeleverd voor 1-1-2030.",
        "! Wat hard en zacht is en of aantallen bruto of netto zijn: onbekend in de bron.",
    ]
    # Both ends of every quantity with the lines of the source that they are from (worked by hand: test_balance.py).
    table = lines[lines.index(next(line for line in lines if line.startswith("---"))) + 1 :]
    rows = [re.split(r"\s{2,}", line.strip()) for line in table[: table.index("")]]
    assert rows == [
        ["ambitie", "20.000", "22.000", "r. 1635-1636"],
        ["harde plancapaciteit", "8.300", "8.300", "r. 1701-1702"],
        ["nog hard te maken", "11.700", "13.700"],
        ["zachte plancapaciteit", "5.800", "5.800", "r. 1707-1709"],
        ["nog ruimte te vinden", "5.900", "7.900"],
        ["saldo", "tekort 5.900", "tekort 7.900"],
        ["extra ruimte (voornemen)", "6.000", "6.000", "r. 1711-1713"],
        ["saldo met extra ruimte", "binnen de afronding", "tekort 1.900"],
    ]
    assert lines[-1].startswith("Verder: woonplan explain gap.saldo")


@pytest.mark.parametrize("args", [(), ("--status", "hard"), ("--netto",), ("--tegen", "behoefte"), STATE, EXAMPLES])
def test_a_short_answer_is_short(args: tuple[str, ...]) -> None:
    lines = screen(*args)
    assert len(lines) <= 30
    assert len([line for line in lines if line.startswith("! ")]) <= MOST


@pytest.mark.parametrize("by", By)
def test_the_groups_have_as_few_remarks(by: By) -> None:
    lines = screen("--by", by)
    assert len([line for line in lines if line.startswith("! ")]) <= MOST


def test_everything_is_one_option_away(shipped: Dataset) -> None:
    full = gap_document(View(shipped))
    lines = " ".join(" ".join(screen("--toelichting", width=500)).split())
    assert len(full.notes) > MOST
    for note in full.notes:
        assert f"{note.kind}: {' '.join(note.text.split())}" in lines
    assert full.tables[1].title in lines
    assert "Verder:" not in lines


@pytest.mark.parametrize("extra", [("--format", "md"), ("--format", "json"), ("--grafiek",)], ids=str)
def test_other_forms_have_everything(shipped: Dataset, extra: tuple[str, ...]) -> None:
    text = " ".join("".join(screen(*extra, width=500)).split())
    for note in gap_document(View(shipped)).notes:
        assert " ".join(note.text.split()).replace('"', '\\"' if "json" in extra else '"')[:40] in text


def plan(name: str, homes: str, status: str = "1A", gemeente: str = "Aa") -> str:
    return f"  - {{id: {name}, naam: N, gemeente: {gemeente}, planstatus: {status}, {homes}}}\n"


KNOWN = plan("soft", "restant: 0, oplevering: {onbekend: 0}", "3", "Bee")
DEFINED = PLANNEN.replace("bron: nota\n", "bron: nota\nstatusdefinitie: basisset-2022\n")
NO_NUMBER = "1 plan heeft geen aantal woningen."
UNDATED = "{} woningen zonder jaar; aangenomen: opgeleverd voor 1-1-2030."
OPEN = "{} woningen in 1 plan van onbekende status: hard, zacht of geen van beide."
UNDEFINED = "Wat hard en zacht is: onbekend in de bron."


@pytest.mark.parametrize(
    ("plans", "kop", "said"),
    [
        # Nothing is uncertain.
        (plan("a", "restant: 90, oplevering: {2025: 90}"), DEFINED, []),
        # The larger of two comes first, whichever that is.
        (
            plan("a", "restant: 90") + plan("b", "restant: 50, oplevering: {2025: 50}", "onbekend"),
            DEFINED,
            [UNDATED.format(90), OPEN.format(50)],
        ),
        (
            plan("a", "restant: 30") + plan("b", "restant: 50, oplevering: {2025: 50}", "onbekend"),
            DEFINED,
            [OPEN.format(50), UNDATED.format(30)],
        ),
        # What has no number comes before every number.
        (
            plan("a", "restant: 9000") + plan("b", "start: 2025"),
            DEFINED,
            [NO_NUMBER, UNDATED.format("Minstens 9.000")],
        ),
        # Of more than three the lightest stays out: all capacity is 140, of which 50 of unknown status and 30 undated.
        (
            plan("a", "restant: 30")
            + plan("b", "restant: 50, oplevering: {2025: 50}", "onbekend")
            + plan("c", "restant: 60, oplevering: {2025: 60}")
            + plan("d", "start: 2025"),
            PLANNEN,
            [NO_NUMBER, UNDEFINED, OPEN.format(50)],
        ),
        # Among what has no number that of which there is most.
        (
            plan("a", "start: 2025")
            + plan("b", "telt_mee: false, reden: proef")
            + plan("c", "telt_mee: false, reden: proef"),
            DEFINED,
            ["2 plannen tellen niet mee; de omvang is onbekend.", NO_NUMBER],
        ),
        # A range weighs what it is at most.
        (
            plan("a", "woningen_min: 10, woningen_max: 70, gerealiseerd: 0")
            + plan("b", "restant: 50, oplevering: {2025: 50}", "onbekend"),
            DEFINED,
            [UNDATED.format("10 tot 70"), OPEN.format(50)],
        ),
        (
            plan("a", "woningen: 80"),
            DEFINED,
            [UNDATED.format("0 tot 80"), "Van 1 plan is niet bekend wat al is opgeleverd."],
        ),
        (
            plan("a", "restant: 1, precisie: minimaal"),
            DEFINED,
            [UNDATED.format("Minstens 1")],
        ),
        (plan("a", "restant: 1"), DEFINED, ["1 woning zonder jaar; aangenomen: opgeleverd voor 1-1-2030."]),
    ],
)
def test_remarks_are_chosen_by_what_they_could_move(register: Register, plans: str, kop: str, said: list[str]) -> None:
    assert remarks(brief(register, KNOWN + plans, kop=kop)) == said


def test_a_municipality_without_plans(register: Register) -> None:
    text = plan("a", "restant: 90, oplevering: {2025: 90}")
    assert remarks(brief(register, text, kop=DEFINED)) == [
        "1 gemeente zonder plannen in het register: onbekend, niet 0."
    ]


def test_a_selection_without_a_strategy() -> None:
    found = screen("--strategie", "stedelijk_wonen", "--data", "examples/data")
    assert [line for line in found if "zonder strategie" in line]


def test_the_other_shipped_state() -> None:
    lines = screen(*STATE)
    assert lines[:3] == [
        "Twente: tot 2030 bij de ondergrens ca. 1.655 woningen over, bij de bovengrens",
        "  binnen de afronding (ca. 345 woningen).",
        "Stand 2021, alle plannen.",
    ]


# A newer state in the folder.


def test_a_newer_state_is_named(tmp_path: Path) -> None:
    (tmp_path / "gemeenten.yaml").write_text(GEMEENTEN, encoding="utf-8")
    one = PLANNEN + KNOWN + plan("a", "restant: 90")
    (tmp_path / "plannen.yaml").write_text(one, encoding="utf-8")
    data = ("--data", str(tmp_path))
    assert screen(*data)[1] == "Stand 1-1-2020, alle plannen, waarvan 2 niet openbaar."
    for day, name in (("2019-07", ""), ("2020-01-01", ""), ("2021-07", "7-2021"), ("2023-02-01", "1-2-2023")):
        text = one.replace("2020-01-01", day)
        (tmp_path / f"plannen-{day}.yaml").write_text(text, encoding="utf-8")
        said = f" Nieuwer in deze map: stand {name}." if name else ""
        found = " ".join(line.strip() for line in screen(*data)[1:3]).strip()
        assert found == f"Stand 1-1-2020, alle plannen, waarvan 2 niet openbaar.{said}"
        if name:
            newest = screen(*data, "--plannen", str(tmp_path / f"plannen-{day}.yaml"), width=300)
            assert newest[1] == f"Stand {name}, alle plannen, waarvan 2 niet openbaar."


# The table and the bar.


def test_what_all_rows_say_is_said_once(shipped: Dataset, shipped_2021: Dataset) -> None:
    table = brief_document(View(shipped), gap_document(View(shipped))).tables[0]
    assert [column.header for column in table.columns] == [
        "woningen, alle ca.",
        "ondergrens",
        "bovengrens",
        "bron: Woonagenda",
    ]
    assert not [text for row in table.rows for cell in row.cells if "ca." in (text := cell_text(cell))]
    # Where some are approximate only their rows say so, and of several documents each row names its own.
    table = brief_document(View(shipped_2021), gap_document(View(shipped_2021))).tables[0]
    assert [column.header for column in table.columns] == ["woningen", "ondergrens", "bovengrens", "bron"]
    texts = {row.key: [cell_text(cell) for cell in row.cells[1:3]] for row in table.rows}
    assert texts["hard"] == ["7.929", "7.929"]
    assert texts["ambitie"] == ["20.000", "22.000"]
    names = {row.key: (row.cells[0], row.cells[3]) for row in table.rows}
    assert names["hard"] == ("harde plancapaciteit", "Data Bewijst 2021")
    assert names["ambitie"] == ("ambitie (ca.)", "Woonagenda")
    assert names["saldo"] == ("saldo (ca.)", "")


@pytest.mark.parametrize("question", [Question(), Question(netto=True), Question(telling="2021-2029")], ids=str)
def test_the_numbers_are_those_of_the_whole_answer(shipped_2021: Dataset, question: Question) -> None:
    view = View(shipped_2021, question)
    full = gap_document(view)
    short = brief_document(view, full)
    numbers = {row.key: row.cells[1:3] for row in full.tables[0].rows}
    rows = short.tables[0].rows
    assert [row.key for row in rows] == [figure.name for figure in balance(view).rows]
    for row in rows:
        for cell, other in zip(row.cells[1:3], numbers[row.key], strict=True):
            assert cell.number == other.number  # type: ignore[union-attr]  # both are values
    # Every number of the bar stands in the table.
    drawn = {dutch(value) for one in short.charts[0].series for value in one.values if value is not None}
    assert drawn <= {text for row in rows for cell in row.cells[1:3] for text in cell_text(cell).split()}


def test_what_was_not_asked_is_not_drawn(shipped: Dataset) -> None:
    view = View(shipped, Question(statussen=frozenset({next(s for s in shipped.klassen if s == "hard")})))
    (chart,) = brief_document(view, gap_document(view)).charts
    assert [one.role for one in chart.series] == ["hard"]


# What to ask next.


def commands(document: Document) -> list[str]:
    """Return the next steps as commands: an option stands in place of the last one of the command before it."""
    found: list[str] = []
    for step in document.following:
        found.append(re.sub(r" --\w+$", f" {step}", found[-1]) if step.startswith("--") else step)
    return found


def printed(lines: list[str]) -> list[str]:
    """Return the next steps that a screen shows, as commands."""
    text = " ".join("\n".join(lines).partition("\nVerder:")[2].split())
    return commands(Document("", following=tuple(text.split(" \u00b7 "))))


QUESTIONS = [
    (),
    ("--netto",),
    ("--status", "hard", "--status", "3"),
    ("--gemeente", "Hof van Twente", "--opgave", "woondeal"),
    ("--gemeente", "Enschede", "--status", "5A"),
    ("--telling", "2021-2029", "--tegen", "behoefte"),
    ("--strategie", "stedelijk_wonen"),
    STATE,
    (*STATE, "--gemeente", "Enschede"),
    (*EXAMPLES, "--vertrouwelijkheid", "openbaar"),
    (*EXAMPLES, "--gemeente", "'t Futerveld"),
    (*EXAMPLES, "--plannen", "examples/data/plannen-2023.yaml"),
]


@pytest.mark.parametrize("args", QUESTIONS, ids=" ".join)
def test_next_steps_are_commands_that_work(args: tuple[str, ...]) -> None:
    lines = screen(*args, width=200)
    steps = printed(lines)
    assert len(steps) >= 2
    for step in steps:
        program, *words = shlex.split(step)
        assert program == "woonplan"
        done = inside(*words, COLUMNS="200")
        assert (done.returncode, done.stderr) == (0, b""), f"{step}: {done.stderr.decode()}"
        assert done.stdout


@pytest.mark.parametrize("args", [args for args in QUESTIONS if "5A" not in args], ids=" ".join)
def test_the_explanation_is_of_the_number_on_the_screen(args: tuple[str, ...]) -> None:
    result = json.loads("\n".join(screen(*args, "--format", "json")))["resultaat"]
    step = next(step for step in printed(screen(*args)) if " explain " in step)
    _, _, address, *_ = words = shlex.split(step)
    explained = inside(*words[1:], COLUMNS="500").stdout.decode("utf-8").splitlines()
    for end in ("ondergrens", "bovengrens"):
        line = next(line.strip() for line in explained if line.strip().startswith((end, "beide grenzen")))
        term = read_term(REMARK.sub("", line).rpartition(" = ")[2])
        cell = result[end][address.removeprefix("gap.")]
        known = cell.get("bekend", cell)
        assert term.blank is (bool(cell["zonder"]) and "bekend" not in cell)
        if not term.blank:
            assert (term.low, term.high, term.circa) == (known["min"], known["max"], cell["circa"])


@pytest.mark.parametrize(
    "args",
    [
        *(("--by", str(by), *data) for by in By for data in ((), EXAMPLES)),
        ("--by", "gemeente", *EXAMPLES, "--sort", "saldo", "--top", "2"),
        ("--by", "gemeente", *EXAMPLES, "--vertrouwelijkheid", "openbaar"),
        ("--by", "gemeente", *EXAMPLES, "--gemeente", "'t Futerveld"),
        ("--by", "strategie", *STATE, "--gemeente", "Hof van Twente"),
        ("--by", "jaar"),
        ("--by", "jaar", *STATE, "--gemeente", "Hof van Twente"),
        ("--by", "jaar", *EXAMPLES),
        ("--by", "jaar", *EXAMPLES, "--spreid", "--buffer", "10", "--vertrouwelijkheid", "openbaar"),
    ],
    ids=" ".join,
)
def test_next_steps_of_groups_are_commands_that_work(args: tuple[str, ...]) -> None:
    steps = printed(screen(*args))
    assert len(steps) >= 2
    for step in steps:
        done = inside(*shlex.split(step)[1:], COLUMNS="200")
        assert (done.returncode, done.stderr) == (0, b""), f"{step}: {done.stderr.decode()}"


def test_sorting_is_offered_where_there_is_something_to_sort() -> None:
    assert printed(screen("--by", "gemeente", *EXAMPLES))[-1].endswith(" --sort saldo")
    assert not [s for s in printed(screen("--by", "gemeente", *EXAMPLES, "--sort", "saldo")) if "--sort" in s]
    assert not [s for s in printed(screen("--by", "gemeente")) if "--sort" in s]


@pytest.mark.parametrize("width", [60, 80, 120])
def test_a_next_step_that_fits_on_a_line_stands_on_one(width: int) -> None:
    lines = screen("--by", "gemeente", *EXAMPLES, width=width)
    shown = [line.strip() for line in "\n".join(lines).partition("Verder: ")[2].splitlines()]
    for step in " ".join(shown).split(" \u00b7 "):
        assert len(step) > width - 2 or [line for line in shown if step in line]


# Groups.


def test_groups_leave_out_what_is_one_option_away(shipped_2021: Dataset) -> None:
    view = View(shipped_2021)
    full = grouped_document(view, By.GEMEENTE)
    short = brief_groups(view, full)
    left_out = {column.key for column in full.tables[0].columns} - {column.key for column in short.tables[0].columns}
    # What is 0 in every row is not read either.
    assert left_out == {"records", "bron", "buiten_telling", "telt_niet", "status_onbekend"}
    assert not short.charts
    names = [row.key for row in full.tables[0].rows]
    assert [row.key for row in short.tables[0].rows] == names


def test_what_is_approximate_in_a_whole_row_is_said_once_in_it(register: Register) -> None:
    plans = (
        plan("a", "restant: 90, precisie: circa")
        + plan("b", "restant: 40, precisie: circa", "3")
        + plan("c", "restant: 70", gemeente="Bee")
        + plan("d", "restant: 30, precisie: circa", "3", "Bee")
    )
    found = register(plans).dataset
    assert found is not None
    view = View(found)
    (table,) = brief_groups(view, grouped_document(view, By.GEMEENTE)).tables
    classes = [i for i, column in enumerate(table.columns) if column.key in ("hard", "zacht")]
    said = {row.key: (cell_text(row.cells[0]), *(cell_text(row.cells[i]) for i in classes)) for row in table.rows}
    assert said["Aa"] == ("Aa (ca.)", "90", "40")
    # Where one of them is exact, each says it itself.
    assert said["Bee"] == ("Bee", "70", "ca. 30")


def test_the_name_of_a_row_keeps_its_words() -> None:
    lines = screen("--by", "strategie")
    assert [line.split("  ")[0] for line in lines if "(ca.)" in line] == ["niet toegewezen (ca.)", "totaal (ca.)"]


def test_groups_of_the_shipped_state_on_a_screen() -> None:
    lines = screen("--by", "gemeente", *STATE)
    rule = next(i for i, line in enumerate(lines) if line.startswith("---"))
    rows = [re.split(r"\s{2,}", line) for line in lines[rule + 1 : rule + 17]]
    assert rows[0][:4] == ["Almelo", "278", "1.512", "1.100"]
    assert rows[-1] == ["totaal", "2.097", "7.929", "11.629"]
    assert "ca. 20.000 tot 22.000" in " ".join(lines)
    told = " ".join(line.strip() for line in lines)
    assert "per rij geen opgave; totaal: opgave ca. 20.000 tot 22.000, saldo over ca. 1.655 tot binnen" in told


@pytest.mark.parametrize("form", ["table", "md", "json", "csv"])
def test_the_first_rows_in_every_form(form: str) -> None:
    args = ("--by", "gemeente", *EXAMPLES, "--sort", "saldo", "--top", "2", "--format", form)
    text = "\n".join(screen(*args, width=200))
    names = ("Nevelrade", "Kwartelbroek", "totaal")
    at = [text.index(f"{name}") for name in names]
    assert at == sorted(at)
    assert "Zwaluwmonde" not in text
    if form != "csv":
        assert "gesorteerd op saldo bij de bovengrens, het grootste tekort eerst." in text
        assert "de eerste 2 van 5 gemeenten (--top 2): 3 staan hier niet; het totaal is van alle." in text


@pytest.mark.parametrize("extra", [(), ("--toelichting",)])
def test_what_cannot_be_sorted_says_so(extra: tuple[str, ...]) -> None:
    lines = screen("--by", "gemeente", "--sort", "saldo", *extra)
    text = " ".join(line.strip() for line in lines)
    assert "het grootste tekort eerst; 14 zonder bekend saldo onderaan." in text


@pytest.mark.parametrize(
    ("args", "said"),
    [
        ("--sort saldo", "--sort hoort bij --by gemeente"),
        ("--by status --sort saldo", "--sort hoort bij --by gemeente"),
        ("--by jaar --sort saldo", "--sort hoort bij --by gemeente"),
        ("--by gemeente --sort sald", "Bedoelt u 'saldo'?"),
        ("--top 3", "--top hoort bij --by"),
        ("--by jaar --top 3", "--top hoort bij --by"),
        ("--by gemeente --top 0", "--top"),
    ],
)
def test_wrong_use(args: str, said: str) -> None:
    done = inside("gap", *args.split())
    assert (done.returncode, done.stdout) == (2, b"")
    assert said in done.stderr.decode("utf-8")


def test_the_pictures_have_the_same_rows() -> None:
    html = inside("gap", "--by", "gemeente", *EXAMPLES, "--sort", "saldo", "--top", "2", "--format", "html").stdout
    assert b"Nevelrade" in html
    assert b"Zwaluwmonde" not in html


QUESTIONS: list[tuple[str, ...]] = [
    (),
    STATE,
    EXAMPLES,
    ("--by", "gemeente", *STATE),
    ("--by", "gemeente", "--opgave", "woondeal"),
    ("--by", "gemeente", *EXAMPLES),
    ("--by", "jaar"),
    ("--by", "jaar", *STATE),
    ("--by", "jaar", *EXAMPLES),
]


@pytest.mark.parametrize("width", [60, 67, 80, 100, 120, 200])
@pytest.mark.parametrize("args", QUESTIONS, ids=" ".join)
def test_no_line_is_wider_than_the_screen(args: tuple[str, ...], width: int) -> None:
    assert max(map(cell_width, screen(*args, width=width))) <= width


@pytest.mark.parametrize(
    ("args", "tables"),
    [
        (("--by", "gemeente", *STATE), ["gemeente opgeleverd \u2593 hard \u2592 zacht blok = 250"]),
        (("--by", "gemeente", "--opgave", "woondeal"), ["gemeente hard zacht opgave saldo saldo bovengrens"]),
        # Where capacity and target are ranges: what there is, and below it what is short of what is asked.
        (
            ("--by", "gemeente", *EXAMPLES),
            ["gemeente opgeleverd hard zacht status", "gemeente opgave saldo ondergrens saldo bovengrens"],
        ),
    ],
    ids=str,
)
def test_groups_stand_in_as_few_tables_as_fit(args: tuple[str, ...], tables: list[str]) -> None:
    lines = screen(*args)
    assert [" ".join(line.split()) for line in lines if line.startswith("gemeente ")] == tables


def test_the_readme_begins_with_the_answer_and_a_picture_of_it() -> None:
    lines = screen()
    shown = (ROOT / "README.md").read_text(encoding="utf-8").partition("<!-- [[[end]]] -->")[0]
    assert f"\n> {lines[0]}\n" in shown
    assert shown.rstrip().endswith("](docs/gap.svg)")
    text = (ROOT / "docs" / "gap.svg").read_text(encoding="utf-8")
    picture = ElementTree.fromstring(text)  # noqa: S314 - our own output
    rows: dict[float, str] = {}
    for part in picture.iter("{http://www.w3.org/2000/svg}text"):
        if "clip-path" in part.attrib:
            # A character is 12.2 wide, and white space alone has no place of its own.
            at, column = float(part.attrib["y"]), round(float(part.attrib["x"]) / 12.2)
            rows[at] = rows.get(at, "").ljust(column) + (part.text or "").replace("\u00a0", " ")
    assert [rows[at].rstrip() for at in sorted(rows)] == ["$ woonplan gap", *lines, ""]
    # Nothing in it is fetched when it is looked at.
    assert "url(http" not in text


def test_the_readme_is_short() -> None:
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) <= 250
