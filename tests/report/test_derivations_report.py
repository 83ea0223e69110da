"""Every calculated number of every kind of report, worked out from its printed derivation, and what stays hidden."""

from __future__ import annotations

import csv
import io
import json
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given

from tests.conftest import GEMEENTEN, ROOT, Register
from tests.report.cells import DOWN, cell_value, shown
from tests.report.reader import NO_OUTCOME, tree
from tests.report.test_derivations_years import Shown, number, same, word
from tests.report.test_yearly import AGENDA, OPENBAAR, SEEN, hidden
from woonplan.calc.address import find
from woonplan.calc.confidential import hidden_ids, visible
from woonplan.calc.question import Question
from woonplan.load import load
from woonplan.load.agenda import load_agenda
from woonplan.model.dataset import Dataset
from woonplan.model.vocabulary import Vertrouwelijkheid
from woonplan.render.formats import render
from woonplan.report.derivation import passages
from woonplan.report.yearly import Rapport, report_document, yearly_document
from woonplan.report.yearly_address import find_in_year, year_figures
from woonplan.report.yearly_frame import Year
from woonplan.tables import Cell, Kind, Table

DEEP = 20

EXEMPT = {
    ("segmenten", "slechtst"): "no share where nothing has a number or an upper bound: the cell is blank",
    ("segmenten", "best"): "no share where nothing has a number or an upper bound: the cell is blank",
}
"""Cells that may have no address, with the reason, and only where they are blank."""


def year_of(
    dataset: Dataset, jaar: int = 2020, *, earlier: Dataset | None = None, question: Question | None = None
) -> Year:
    before = visible(earlier, OPENBAAR, hidden_ids(dataset, OPENBAAR)) if earlier else None
    return Year(jaar, visible(dataset, OPENBAAR), question or Question(), AGENDA.agenda, AGENDA.invoer, before)


def cells(year: Year, table: Table) -> Iterator[tuple[str, str, int | None, Cell]]:
    """Every cell by the address that the help of `explain` gives it, its column, and the end that it is about."""
    codes = {gemeente.code: gemeente.naam for gemeente in year.dataset.gebied.gemeenten}
    name, _, code = table.name.partition("-")
    for row in table.rows:
        places = [codes[code]] if code else []
        places += [codes.get(row.key, row.key)] if row.key in codes else row.key.split(".")
        if places[0] in ("jaar", name) and len(places) > 1:
            del places[0]
        # The id of a plan may have capitals and hyphens by which it differs from another.
        words = [row.key] if name in ("ladder", "locaties") else map(word, places)
        start = ["report", str(year.jaar), name, *words]
        for column, cell in zip(table.columns, row.cells, strict=True):
            stem, _, side = column.key.rpartition("_")
            end = {"ondergrens": 0, "bovengrens": 1}.get(side or column.key)
            quantity = column.key if end is None else stem.removeprefix("uitkomst")
            yield ".".join([*start, *([quantity] if quantity else [])]), column.key, end, cell


def check_every_number(year: Year, soort: Rapport, worked: dict[str, tuple[Shown, Shown]] | None = None) -> int:
    """Work every number of every table out from its printed derivation; return how many there were.

    What was worked out of this year before, for another kind of report, can be given.
    """
    figures = year_figures(year)
    worked = {} if worked is None else worked
    count = 0
    earlier = year.earlier.dataset if year.earlier else None
    for table in yearly_document(year, soort).tables:
        for address, column, end, cell in cells(year, table):
            wanted = number(cell)
            if wanted is None or (cell == NO_OUTCOME and address not in figures):
                continue
            if (table.name, column) in EXEMPT and address not in figures:
                value = cell_value(cell)
                assert value is not None
                assert value.blank
                continue
            if address not in worked:
                worked[address] = shown(tree(list(passages(year.dataset, figures[address], DEEP, earlier=earlier))))
            count += 1
            for side in (0, 1) if end is None else (end,):
                value, unit = worked[address][side]
                # A note under the table says that its per cents are whole ones, rounded down.
                found = value, "%" if unit == DOWN else unit
                assert same(cell, found), f"{address}: {cell}, not {found}"
    return count


WORKED: defaultdict[tuple[str, Question], dict[str, tuple[Shown, Shown]]] = defaultdict(dict)
"""What was worked out so far of a shipped register with a question; the kinds of report share numbers."""


@pytest.mark.parametrize("soort", list(Rapport))
@pytest.mark.parametrize(
    "question",
    [Question(), Question(opgave="woondeal"), Question(telling="2021-2029"), Question(gemeenten=("Enschede",))],
    ids=["standard", "woondeal", "telling", "gemeente"],
)
@pytest.mark.parametrize("state", ["shipped", "shipped_2021"])
def test_the_shipped_registers(
    request: pytest.FixtureRequest, shipped: Dataset, state: str, question: Question, soort: Rapport
) -> None:
    year = year_of(request.getfixturevalue(state), earlier=shipped, question=question)
    least = {Rapport.JAAR: 300, Rapport.MIDTERM: 300, Rapport.RAAD: 15, Rapport.RIJK: 3, Rapport.LADDER: 0}
    assert check_every_number(year, soort, WORKED[state, question]) >= (
        least.get(soort, 20) if not question.gemeenten else 0
    )


LEAST = {
    Rapport.JAAR: 490,
    Rapport.MIDTERM: 490,
    Rapport.INVENTARIS: 30,
    Rapport.RIJK: 20,
    Rapport.LADDER: 15,
    Rapport.RAAD: 150,
}
"""At least so many numbers each kind of report has of the fictional region."""


@cache
def fictional(level: Vertrouwelijkheid, *, netto: bool) -> tuple[Year, dict[str, tuple[Shown, Shown]]]:
    """The year of the fictional region, and what was worked out of it so far."""
    folder = ROOT / "examples" / "data"
    dataset = load(folder).dataset
    assert dataset is not None
    agenda = load_agenda(folder / "agenda.yaml")
    jaar = int(dataset.stand.kop.peildatum[:4]) - 1
    return Year(jaar, visible(dataset, level), Question(netto=netto), agenda.agenda, agenda.invoer), {}


@pytest.mark.parametrize("soort", list(Rapport))
@pytest.mark.parametrize("netto", [False, True], ids=["gross", "net"])
def test_the_fictional_region(soort: Rapport, netto: bool) -> None:
    # Every field of the data model is used there: segments, bottlenecks, plan types, key projects.
    for level in (Vertrouwelijkheid.OPENBAAR, Vertrouwelijkheid.GEMEENTE):
        year, worked = fictional(level, netto=netto)
        assert check_every_number(year, soort, worked) >= LEAST[soort]


def a_year(folder: Path, plan: str) -> Year:
    kop = "versie: 1\npeildatum: 2021-01-01\nbron: nota\nsoort_aantal: bruto\nplannen:\n"
    (folder / "gemeenten.yaml").write_text(GEMEENTEN, encoding="utf-8")
    (folder / "plannen.yaml").write_text(kop + plan + SEEN, encoding="utf-8")
    loaded = load(folder)
    assert loaded.dataset is not None, loaded.findings
    return year_of(loaded.dataset)


@given(hidden(), hidden())
def test_no_explanation_depends_on_a_hidden_plan(one: str, other: str) -> None:
    # The hidden plan stands above the others, so the lines of their records depend on it: two lines against one.
    other = other.replace(", naam:", ",\n     naam:", 1)
    with tempfile.TemporaryDirectory() as name:
        first, second = a_year(Path(name), one), a_year(Path(name), other)
    before, after = year_figures(first), year_figures(second)
    assert set(before) == set(after)
    for address in before:
        a, b = (
            report_document(year, address, found[address], DEEP) for year, found in ((first, before), (second, after))
        )
        assert a == b, address
        assert b"geheim" not in render(a, "table").lower()


def test_a_level_that_sees_everything_gets_the_lines(tmp_path: Path) -> None:
    year = a_year(tmp_path, "")
    figure = year_figures(year)["report.2020.capaciteit.bee.zacht"]
    text = render(report_document(year, "x", figure, DEEP), "md").decode("utf-8")
    assert "plannen.yaml:10:5 (los)" in text


def test_a_row_by_any_name_of_its_municipality(shipped_2021: Dataset) -> None:
    year = year_of(shipped_2021)
    for name in ("hof_van_twente", "Hof van Twente", "GM1735", "1735"):
        found = find_in_year(year, f"report.2020.woningvoorraad.{name}.saldo")
        assert found is not None, name
        assert found[0] == "report.2020.woningvoorraad.hof_van_twente.saldo"
    assert find_in_year(year, "report.2020") is None
    assert find_in_year(year, "report.2020.locaties.x.woningen") is None


def test_two_states_are_each_taken_from_their_own_file(register: Register, tmp_path: Path) -> None:
    fields = "gemeente: Aa, planstatus: 1A, woningen: %d, gerealiseerd: %d, vertrouwelijkheid: openbaar"
    plan = f"  - {{id: p, naam: P, {fields}}}\n"
    then = register(plan % (100, 0)).dataset
    kop = "versie: 1\npeildatum: 2021-01-01\nbron: nota\nsoort_aantal: bruto\nplannen:\n"
    (tmp_path / "later").mkdir()
    for name, text in (("gemeenten.yaml", GEMEENTEN), ("plannen.yaml", kop + plan % (110, 10))):
        (tmp_path / "later" / name).write_text(text, encoding="utf-8")
    now = load(tmp_path / "later").dataset
    assert then is not None
    assert now is not None
    year = year_of(now, earlier=then)
    document = report_document(year, "x", year_figures(year)["report.2020.midterm.aa.hard_verschil"], DEEP)
    text = json.dumps([passage.items for passage in document.passages])
    # Both are 100: once of 110 and 10, once of 100 and 0.
    assert "110 - 10 = 100 (minstens 0)" in text
    assert "100 - 0 = 100 (minstens 0)" in text


def literal(table: Table) -> Iterator[str]:
    """The numbers of the first and the last row as a csv writes where they are: `tabel`, `sleutel` and column."""
    for row in {row.key: row for row in (table.rows[0], table.rows[-1])}.values() if table.rows else ():
        for column, cell in zip(table.columns, row.cells, strict=True):
            if number(cell) is not None and column.kind is not Kind.TEXT:
                yield f"{table.name}.{row.key}.{column.key}"


@pytest.mark.parametrize("soort", [Rapport.JAAR, Rapport.RAAD, Rapport.RIJK, Rapport.LADDER, Rapport.INVENTARIS])
def test_an_address_in_the_very_words_of_the_csv(soort: Rapport) -> None:
    folder = ROOT / "examples" / "data"
    dataset = load(folder).dataset
    assert dataset is not None
    agenda = load_agenda(folder / "agenda.yaml")
    year = Year(2023, visible(dataset, OPENBAAR), Question(), agenda.agenda, agenda.invoer)
    document = yearly_document(year, soort)
    head, *rows = csv.reader(io.StringIO(render(document, "csv").decode("utf-8")))
    keys = {(row[0], row[1]) for row in rows}
    addresses = 0
    for table in document.tables:
        for place in literal(table):
            row, _, column = place.removeprefix(f"{table.name}.").rpartition(".")
            assert (table.name, row) in keys
            bound = "" if column in head else "_min"
            assert f"{column}{bound}" in head
            found = find_in_year(year, f"report.2023.{place}{bound}")
            assert found is not None or (table.name, column) in EXEMPT, place
            addresses += found is not None
    assert addresses >= {Rapport.JAAR: 100, Rapport.RAAD: 20}.get(soort, 4)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("traject.jaar.2027.hard", "traject.2027.hard"),
        ("traject.jaar.2027.nodig_bovengrens", "traject.2027.nodig"),
        ("cumulatief.cumulatief.2026.cumulatief", "cumulatief.2026.cumulatief"),
        ("tempo.tempo.2020-2029.per_jaar_ondergrens_min", "tempo.2020_2029.per_jaar"),
        ("schema.schema.rest.ondergrens", "schema.rest"),
        ("voorraad.voorraad.hard.uitkomst_bovengrens", "voorraad.hard"),
        ("voorraad.dekking.hard.uitkomst_ondergrens_max", "voorraad.dekking.hard"),
        ("raad-GM9901.saldo", "raad.nevelrade.saldo"),
        ("raad-GM9901.voorraad.saldo.bovengrens", "raad.nevelrade.voorraad.saldo"),
    ],
)
def test_words_of_the_csv_and_the_address_they_mean(written: str, name: str) -> None:
    folder = ROOT / "examples" / "data"
    dataset = load(folder).dataset
    assert dataset is not None
    year = Year(2023, visible(dataset, OPENBAAR), Question())
    found = find_in_year(year, f"report.2023.{written}")
    assert found is not None
    assert found == find_in_year(year, f"report.2023.{name}")
    assert found[0] == f"report.2023.{name}"
    if not name.startswith("raad"):
        short = name.removeprefix("traject.").removeprefix("cumulatief.").replace("voorraad.dekking", "dekking")
        of_gap = find(dataset, Question(), f"gap.jaar.{written}")
        assert of_gap is not None
        assert of_gap[0] == f"gap.jaar.{short}"


@pytest.mark.parametrize(
    ("fields", "shown", "key"),
    [
        ("woningen: 48, gerealiseerd: 8", "48", "woningen"),
        ("woningen_min: 30, woningen_max: 40", "(30 tot 40)", "woningen_min"),
        ("restant: 40", "40", "restant"),
        ("planstatus: 1A", "onbekend", "id"),
    ],
)
def test_the_homes_of_a_plan_are_those_of_its_record(tmp_path: Path, fields: str, shown: str, key: str) -> None:
    # Twins that differ in a capital only: each has its own number.
    rows = f"- {{{fields}, id: A-1, naam: Een, gemeente: Aa}}\n- {{woningen: 7, id: a-1, naam: Twee, gemeente: Aa}}\n"
    head = "versie: 1\npeildatum: 2020-01-01\nbron: nota\nvindplaats: blz. 1\nsoort_aantal: bruto\nplannen:\n"
    (tmp_path / "gemeenten.yaml").write_text(GEMEENTEN, encoding="utf-8")
    (tmp_path / "plannen.yaml").write_text(head + rows, encoding="utf-8")
    dataset = load(tmp_path).dataset
    assert dataset is not None
    year = Year(2019, visible(dataset, Vertrouwelijkheid.GEMEENTE), Question())
    for table in ("ladder", "locaties"):
        for name, ends, field in (("A-1", shown, key), ("a-1", "7", "woningen")):
            found = find_in_year(year, f"report.2019.{table}.{name}.woningen")
            assert found is not None
            assert found[0] == f"report.2019.{table}.{name}.woningen"
            (passage,) = report_document(year, *found, 5).passages
            items = dict(passage.items)
            assert items["beide grenzen"] == ends
            assert items["bron"].endswith("blz. 1")
            file, line, column = items["register"].removesuffix(f" ({name})").rsplit(":", 2)
            text = Path(file).read_text(encoding="utf-8").splitlines()[int(line) - 1][int(column) - 1 :]
            value = {"id": f"{{{fields}", "woningen_min": "30"}.get(field, ends)
            assert text.startswith(value)
        assert find_in_year(year, f"report.2019.{table}.A_1.woningen") is None


def test_a_price_limit_and_a_count_of_figures_by_hand() -> None:
    folder = ROOT / "data"
    dataset = load(folder).dataset
    assert dataset is not None
    agenda = load_agenda(folder / "agenda.yaml")
    year = Year(2021, visible(dataset, OPENBAAR), Question(), agenda.agenda, agenda.invoer)
    assert agenda.agenda is not None
    limit = next(g for g in agenda.agenda.prijsgrenzen if g.jaar == 2021 and g.soort == "sociale_huur")
    found = find_in_year(year, "report.2021.prijsgrenzen.sociale_huur.1.bedrag")
    assert found is not None
    (passage,) = report_document(year, *found, 5).passages
    items = dict(passage.items)
    assert limit.bedrag_cent == 75233
    assert (items["beide grenzen"], items["in de tabel"]) == ("752 33/100", "752,33 euro")
    file, line, _ = items["register"].removesuffix(" (sociale_huur)").rsplit(":", 2)
    assert "75233" in Path(file).read_text(encoding="utf-8").splitlines()[int(line) - 1]
    # The register has no limit of this kind before 2021: it is unknown, not 0.
    missing = find_in_year(year_of(dataset, 2011), "report.2011.prijsgrenzen.sociale_huur.1.bedrag")
    assert missing is not None
    assert [dict(p.items)["beide grenzen"] for p in passages(dataset, missing[1], 0)] == ["onbekend"]
