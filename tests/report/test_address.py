"""The address of a number: every way to write it, what it is not, and what two rows with one name are called."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from tests.conftest import GEMEENTEN, Register
from tests.render.cells import value
from tests.report.documents import EXAMPLES, year_of
from tests.report.walk import check_every_number
from woonplan.calc.confidential import visible
from woonplan.calc.number.figure import given
from woonplan.calc.question import By, Question
from woonplan.calc.view import RESERVED, View
from woonplan.load import load
from woonplan.load.agenda import load_agenda
from woonplan.model.dataset import Dataset
from woonplan.model.number import exactly
from woonplan.model.vocabulary import Vertrouwelijkheid
from woonplan.render.formats import render
from woonplan.report.address import addresses, find, places
from woonplan.report.gap.balance import gap_document
from woonplan.report.gap.groups import grouped_document
from woonplan.report.gap.pace import pace_document
from woonplan.report.lists.documents import What, list_document
from woonplan.report.yearly.report import Rapport, yearly_document
from woonplan.report.yearly.year import Year
from woonplan.tables.cell import Value
from woonplan.tables.document import Document
from woonplan.tables.table import Column, Kind, Row, Table

# Tables made up.

COLUMNS = (
    Column("naam", "naam"),
    Column("hard", "hard", Kind.AMOUNT),
    Column("saldo_ondergrens", "saldo", Kind.AMOUNT),
    Column("uitkomst_bovengrens", "uitkomst", Kind.EXACT),
    Column("bovengrens", "boven", Kind.AMOUNT),
)
ROW = Row("GM1", ("Aa", value(1, 1), value(2, 2), value(3, 3), None), names=("aa", "Aa", "GM1"))


def made(**table: Any) -> Document:
    """A document with one row in one table."""
    named = bool(table.pop("tables_named", False))
    one = replace(Table("kamer", "Kamer", COLUMNS, (ROW,)), **table)
    return Document("D", (one,), address="huis", tables_named=named)


def spellings(document: Document, address: str) -> set[str]:
    return next(set(place.spellings) for place in places(document) if place.address == address)


def test_a_number_is_called_by_its_row_and_its_column() -> None:
    # A column that is one end of a quantity, or only that, is not named apart: an explanation holds both.
    assert list(addresses([made(implied=True)])) == ["huis.aa.hard", "huis.aa.saldo", "huis.aa"]
    assert spellings(made(implied=True), "huis.aa.hard") == {
        "huis.aa.hard",
        "huis.Aa.hard",
        "huis.GM1.hard",
        "huis.kamer.aa.hard",
        "huis.kamer.Aa.hard",
        "huis.kamer.GM1.hard",
    }


def test_a_table_that_is_not_implied_is_named_first() -> None:
    assert next(addresses([made()])) == "huis.kamer.aa.hard"
    assert "huis.aa.hard" in spellings(made(), "huis.kamer.aa.hard")
    # Where every table has a word, a row alone is not enough.
    named = made(tables_named=True)
    assert spellings(named, "huis.kamer.aa.hard") == {f"huis.kamer.{name}.hard" for name in ("aa", "Aa", "GM1")}


def test_a_table_may_have_names_of_its_own() -> None:
    document = made(names=("zolder",), tables_named=True)
    assert next(addresses([document])) == "huis.zolder.aa.hard"
    # The words of the csv: the table as it is called there, and the key of the row.
    assert "huis.kamer.GM1.hard" in spellings(document, "huis.zolder.aa.hard")


def test_a_row_does_not_repeat_its_table() -> None:
    row = ROW._replace(key="kamer.GM1", names=())
    document = Document("D", (Table("kamer", "K", COLUMNS, (row,)),), address="huis", tables_named=True)
    assert next(addresses([document])) == "huis.kamer.GM1.hard"
    assert "huis.kamer.kamer.GM1.hard" in spellings(document, "huis.kamer.GM1.hard")


def test_what_stands_beside_the_tables_has_its_own_name() -> None:
    figure = given("apart", "apart", exactly(5))
    document = replace(made(), beside={"apart.5": figure})
    found = find(places(document), "huis.apart.5")
    assert found is not None
    assert (found.value.low, found.value.figure) == (5, figure)


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("huis.kamer.aa.hard", 1),
        (" Huis.KAMER.aa.Hard ", 1),
        ("huis.kamer.aa.saldo", 2),
        ("huis.kamer.aa.saldo_ondergrens", 2),
        # One explanation holds both ends.
        ("huis.kamer.aa.saldo_bovengrens_max", 2),
        ("huis.kamer.aa.uitkomst", 3),
        ("huis.kamer.aa.bovengrens", 3),
        ("huis.kamer.aa.hard_min", 1),
        ("HUIS.KAMER.AA.SALDO_ONDERGRENS_MIN", 2),
        ("huis.kamer.aa.saldo ondergrens max", 2),
        ("huis.kamer.aa.Uitkomst-bovengrens", 3),
        ("huis.kamer.aa.naam", None),
        ("huis.kamer.bee.hard", None),
        ("kamer.aa.hard", None),
        ("huis", None),
        ("", None),
        ("huis.kamer.aa.hard.meer", None),
    ],
)
def test_a_name_as_it_is_typed(name: str, number: int | None) -> None:
    found = find(places(made()), name)
    assert (found and found.value.low) == number


# Ids, as the register has them.


def test_ids_that_differ_in_a_capital_only(register: Register) -> None:
    fields = "naam: P, gemeente: Aa, planstatus: 1A, woningen: %d, gerealiseerd: 1"
    plans = "".join(f"  - {{id: {name}, {fields % homes}}}\n" for name, homes in (("a-b", 5), ("A-b", 7), ("c.d-e", 9)))
    found = register(plans).dataset
    assert found is not None
    document = list_document(View(found), What.PLANNEN)
    for name, address in (
        ("list.plannen.a-b.restant", "list.plannen.a-b.restant"),
        ("list.plannen.A-b.restant", "list.plannen.A-b.restant"),
        ("list.plannen.a_b.restant", None),
        ("List.Plannen.C.D_E.restant", "list.plannen.c.d-e.restant"),
    ):
        place = find(places(document), name)
        assert (place and place.address) == address
    assert check_every_number(document, found, spellings=True) > 6


# Municipalities.


def gemeenten(*names: str) -> str:
    """The municipalities of the fixture with other names, the first with an alias."""
    start = GEMEENTEN.partition("gemeenten:\n")[0]
    rows = [f"  - {{naam: {name}, code: GM000{number}}}\n" for number, name in enumerate(names, 1)]
    return f"{start}gemeenten:\n{''.join(rows)}"


def of_groups(register: Register, *names: str) -> tuple[Dataset, Document]:
    """A register with a plan of 10, 20, ... homes in each municipality, and its table by municipality."""
    plans = "".join(
        f"  - {{id: p{i}, naam: P, gemeente: {name}, planstatus: 1A, restant: {10 * i}}}\n"
        for i, name in enumerate(names, 1)
    )
    found = register(plans, gemeenten=gemeenten(*names)).dataset
    assert found is not None
    return found, replace(grouped_document(View(found), By.GEMEENTE), address="gap")


def test_two_municipalities_with_one_word_have_their_codes(register: Register) -> None:
    found, document = of_groups(register, "A-B", "A B", "Cee")
    assert View(found).words == {"A-B": "gm0001", "A B": "gm0002", "Cee": "cee"}
    for name, address, homes in (
        ("gap.A-B.hard", "gap.gm0001.hard", 10),
        ("gap.A B.hard", "gap.gm0002.hard", 20),
        ("gap.GM0002.hard", "gap.gm0002.hard", 20),
        ("gap.cee.hard", "gap.cee.hard", 30),
    ):
        place = find(places(document), name)
        assert place is not None, name
        assert (place.address, place.value.low) == (address, homes)
    assert find(places(document), "gap.a_b.hard") is None
    assert check_every_number(document, found, spellings=True) > 20


@pytest.mark.parametrize("word", RESERVED)
def test_a_municipality_with_a_reserved_word_has_its_code(register: Register, word: str) -> None:
    # Whatever else an address could mean by it: a grouping, the years, the total, or what nobody assigned.
    name = word.replace("_", " ").capitalize()
    found, document = of_groups(register, name, "Bee")
    assert View(found).words == {name: "gm0001", "Bee": "bee"}
    assert {address for address in addresses([document]) if address.endswith(".hard")} == {
        "gap.gm0001.hard",
        "gap.bee.hard",
        "gap.niet_toegewezen.hard",
        "gap.totaal.hard",
    }
    for spelling, homes in (("gap.gm0001.hard", 10), ("gap.GM0001.hard", 10), (f"gap.{name}.hard", 10)):
        place = find(places(document), spelling)
        assert place is not None
        assert place.value.low == homes
    total = find(places(document), "gap.totaal.hard")
    assert total is not None
    assert total.value.low == 30
    assert check_every_number(document, found) > 20


def test_a_name_without_a_letter_has_its_code(register: Register) -> None:
    found, _ = of_groups(register, "Bee", '"!"')
    assert View(found).words == {"Bee": "bee", "!": "gm0002"}


def test_a_row_by_any_name_of_its_municipality(shipped_2021: Dataset) -> None:
    document = yearly_document(year_of(shipped_2021), Rapport.JAAR)
    for name in ("hof_van_twente", "Hof van Twente", "GM1735", "1735"):
        place = find(places(document), f"report.2020.woningvoorraad.{name}.saldo")
        assert place is not None, name
        assert place.address == "report.2020.woningvoorraad.hof_van_twente.saldo"
    # The number of a code as a spreadsheet may hold it.
    for name in ("GM0153", "0153", "153"):
        place = find(places(document), f"report.2020.woningvoorraad.{name}.saldo")
        assert place is not None, name
        assert place.address == "report.2020.woningvoorraad.enschede.saldo"
    assert find(places(document), "report.2020") is None
    assert find(places(document), "report.2020.locaties.x.woningen") is None


def test_a_row_by_an_alias(register: Register) -> None:
    found = register("  - {id: p, naam: P, gemeente: Aa, planstatus: 1A, restant: 9}\n").dataset
    assert found is not None
    place = find(places(list_document(View(found), What.GEMEENTEN)), "list.gemeenten.Aa (V.).plannen")
    assert place is not None
    assert (place.address, place.value.low) == ("list.gemeenten.aa.plannen", 1)


# The words of the csv.


@cache
def of_the_example(soort: Rapport) -> Document:
    register = load(EXAMPLES).dataset
    assert register is not None
    agenda = load_agenda(EXAMPLES / "agenda.yaml")
    seen = visible(register, Vertrouwelijkheid.OPENBAAR)
    return yearly_document(Year(2023, seen, Question(), agenda.agenda, agenda.invoer), soort)


def literal(document: Document) -> Iterator[tuple[str, str, str, Value]]:
    """The numbers of the first and the last row of every table as a csv writes where they are."""
    for table in document.tables:
        for row in {row.key: row for row in (*table.rows[:1], *table.rows[-1:])}.values():
            for column, cell in zip(table.columns, row.cells, strict=True):
                if isinstance(cell, Value):
                    yield table.name, row.key, column.key, cell


@pytest.mark.parametrize("soort", list(Rapport))
def test_an_address_in_the_very_words_of_the_csv(soort: Rapport) -> None:
    document = of_the_example(soort)
    head, *rows = csv.reader(io.StringIO(render(document, "csv").decode("utf-8")))
    keys = {(row[0], row[1]) for row in rows}
    count = 0
    for table, row, column, cell in literal(document):
        assert (table, row) in keys
        bound = "" if column in head else "_min"
        assert f"{column}{bound}" in head
        found = find(places(document), f"report.2023.{table}.{row}.{column}{bound}")
        assert found is not None, (table, row, column)
        assert found.value.figure.ends == cell.figure.ends
        count += 1
    assert count >= {Rapport.JAAR: 100, Rapport.MIDTERM: 100, Rapport.RAAD: 20}.get(soort, 4)


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
    ],
)
def test_words_of_the_csv_and_the_address_they_mean(written: str, name: str) -> None:
    document = of_the_example(Rapport.JAAR)
    for spelling in (written, name):
        found = find(places(document), f"report.2023.{spelling}")
        assert found is not None, spelling
        assert found.address == f"report.2023.{name}"
    register = load(EXAMPLES).dataset
    assert register is not None
    of_gap = find(places(pace_document(View(register))), f"gap.jaar.{written}")
    assert of_gap is not None
    short = name.removeprefix("traject.").removeprefix("cumulatief.").replace("voorraad.dekking", "dekking")
    assert of_gap.address == f"gap.jaar.{short}"


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("raad-GM9901.saldo", "raad.nevelrade.saldo"),
        ("raad-GM9901.voorraad.saldo.bovengrens", "raad.nevelrade.voorraad.saldo"),
    ],
)
def test_words_of_the_csv_of_a_council(written: str, name: str) -> None:
    document = of_the_example(Rapport.RAAD)
    for spelling in (written, name):
        found = find(places(document), f"report.2023.{spelling}")
        assert found is not None, spelling
        assert found.address == f"report.2023.{name}"


def test_a_row_named_like_another_table_is_its_own(shipped: Dataset) -> None:
    # The class of plans without a status is called as a column is; both ends have one address.
    document = gap_document(View(shipped))
    assert len(set(addresses([document]))) == len(list(addresses([document])))
    place = find(places(document), "gap.status_onbekend")
    assert place is not None
    assert place.value.figure.name == "status_onbekend"
