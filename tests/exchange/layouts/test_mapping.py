"""Any other table: drafted from its headers and values, mended by a person, and read by that."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.exchange.books import saved, workbook
from tests.exchange.conftest import Importing, cells, found, records
from woonplan.exchange.cells import Book
from woonplan.exchange.files.opening import open_book
from woonplan.exchange.job import Given
from woonplan.exchange.layouts.mapping import suggest
from woonplan.exchange.register.gemeenten import listed_of

ROWS: list[list[Any]] = [
    ["Overzicht woningbouw", None, None, None, None, None, None],
    ["Nr", "Project", "Waar", "Stand", "# won.", "Al klaar", "Kleur"],
    ["P1", "Molenhof", "Aa", "vastgesteld", 30, 10, "groen"],
    ["P2", "Zuid", "Bee", "idee", 12, "n.b.", "rood"],
    ["P3", "Oost", "Bee", "onherroepelijk", 8, 0, "rood"],
]
MAPPING = """\
versie: 1
blad: Lijst
koprij: 2
kolommen:
  Nr: sleutel
  Project: naam
  Waar: gemeente
  Stand: planstatus
  "# won.": woningen
  Al klaar: gerealiseerd
  Kleur: overslaan
waarden:
  planstatus: {vastgesteld: 2A, idee: 4B, onherroepelijk: 1A}
onbekend: [n.b.]
vast: {vertrouwelijkheid: openbaar}
"""


@pytest.fixture
def lijst(tmp_path: Path) -> Path:
    return saved(workbook(ROWS, "Lijst"), tmp_path / "lijst.xlsx")


def mapped(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "kolommen.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_without_a_mapping_it_is_not_recognised_and_says_what_to_do(lijst: Path, importing: Importing) -> None:
    (finding,) = found(importing(lijst), 602)
    assert "'Overzicht woningbouw'" in finding.message
    assert "--suggest-mapping" in finding.hint


def test_with_a_mapping_columns_words_and_unknowns_are_read(lijst: Path, tmp_path: Path, importing: Importing) -> None:
    out = importing(lijst, mapping=mapped(tmp_path, MAPPING))
    assert not out.errors
    assert records(out)["Molenhof"] == {
        "naam": "Molenhof",
        "gemeente": "Aa",
        "vertrouwelijkheid": "openbaar",
        "planstatus": "2A",
        "woningen": 30,
        "gerealiseerd": 10,
    }
    assert "gerealiseerd" not in records(out)["Zuid"]
    assert records(out)["Zuid"]["planstatus"] == "4B"
    assert [plan.key for plan in out.result.plans] == ["P1", "P2", "P3"]
    assert not found(out, 603)


def test_a_draft_names_what_is_sure_and_shows_values_for_the_rest(
    lijst: Path, data: Path, tmp_path: Path, importing: Importing
) -> None:
    book = open_book(lijst)
    assert isinstance(book, Book)
    draft = suggest(book, Given(listed_of(data)))
    assert "koprij: 2" in draft
    assert "  Waar: gemeente  # 'Aa', 'Bee'" in draft
    assert "  Kleur:  # 'groen', 'rood'" in draft
    assert "  Project:  # 'Molenhof', 'Zuid', 'Oost'" in draft
    # The draft can be read as it is: it only lacks what nobody filled in yet.
    filled = draft.replace("Project:", "Project: naam").replace("Stand:", "Stand: planstatus")
    out = importing(lijst, mapping=mapped(tmp_path, filled))
    assert not found(out, 628)
    assert [f.message for f in found(out, 608)] == [
        f"kolom 'Stand': '{word}' is geen planologische status" for word in ("vastgesteld", "idee", "onherroepelijk")
    ]


def test_words_that_a_known_column_does_not_know_are_in_the_draft(data: Path, tmp_path: Path) -> None:
    rows = [["naam", "gemeente", "plantype"], ["Hof", "Aa", "Kantoorpand"], ["Wal", "Aa", "Verdichting"]]
    book = open_book(saved(workbook(rows), tmp_path / "x.xlsx"))
    assert isinstance(book, Book)
    draft = suggest(book, Given(listed_of(data)))
    assert "waarden:\n  plantype:\n    Kantoorpand:\n" in draft


@pytest.mark.parametrize(
    ("old", "new", "place", "said"),
    [
        ("naam\n", "naamm\n", (6, 12), "'naamm' is geen veld"),
        ("versie: 1", "versie: 1\nkolomen: {}", (2, 1), "onbekende sleutel 'kolomen'"),
        ("koprij: 2", "koprij: twee", (3, 9), "nummer van de rij"),
        ("koprij: 2", "koprij: 9", (0, 0), "geen blad"),
        ("blad: Lijst", "blad: Ander", (0, 0), "geen blad"),
        ("blad: Lijst", "blad: [x]", (2, 7), "hoort tekst"),
        ("  planstatus:", "  stand:", (13, 3), "'stand' is geen veld"),
        ("onbekend: [n.b.]", "onbekend: n.b.", (14, 11), "een lijst van woorden"),
        ("vast: {", "vast: {kleur: rood, ", (15, 8), "'kleur' is geen veld"),
        ("  Kleur: overslaan", "  Kleur: [x]", (11, 10), "hoort een woord"),
    ],
)
def test_a_mapping_that_names_what_is_not_there(
    lijst: Path, tmp_path: Path, importing: Importing, old: str, new: str, place: tuple[int, int], said: str
) -> None:
    assert old in MAPPING
    out = importing(lijst, mapping=mapped(tmp_path, MAPPING.replace(old, new, 1)))
    (finding,) = found(out, 628)
    assert said in finding.message
    assert cells([finding]) == [place]
    assert out.blocked


@pytest.mark.parametrize("text", ["", "- a\n", "versie: 1\n", "kolommen: x\n", "a: [\n"])
def test_a_file_that_is_no_mapping(lijst: Path, tmp_path: Path, importing: Importing, text: str) -> None:
    out = importing(lijst, mapping=mapped(tmp_path, text))
    assert out.blocked
    assert out.errors
    assert importing(lijst, mapping=tmp_path / "er-niet.yaml").blocked


def test_values_given_for_all_plans(lijst: Path, tmp_path: Path, importing: Importing) -> None:
    text = MAPPING.replace("  Stand: planstatus\n", "  Stand: overslaan\n").replace(
        "waarden:\n  planstatus: {vastgesteld: 2A, idee: 4B, onherroepelijk: 1A}\n", ""
    )
    out = importing(lijst, mapping=mapped(tmp_path, text), fixed=["planstatus=3", "woningtype onbekend=0"])
    assert {plan["planstatus"] for plan in records(out).values()} == {"3"}
    wrong = importing(lijst, mapping=mapped(tmp_path, text), fixed=["kleur=rood", "planstatus=9Z", "woningen"])
    assert [f.code for f in wrong.errors] == ["WP628", "WP608", "WP628"]


def test_a_draft_knows_a_column_by_its_values_and_leaves_an_empty_one_open(data: Path, tmp_path: Path) -> None:
    rows = [
        ["plan", None, "soort", "voor wie", "leeg"],
        ["Hof", None, "Verdichting", "Openbaar", None],
        ["Wal", None, "Uitbreiding uitleg", "Gemeente", None],
    ]
    book = open_book(saved(workbook(rows), tmp_path / "x.xlsx"))
    assert isinstance(book, Book)
    lines = suggest(book, Given(listed_of(data))).splitlines()
    assert "  soort: plantype  # 'Verdichting', 'Uitbreiding uitleg'" in lines
    assert "  voor wie: vertrouwelijkheid  # 'Openbaar', 'Gemeente'" in lines
    assert "  leeg:" in lines
