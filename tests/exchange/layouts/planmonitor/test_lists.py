"""Planmonitor Wonen: four layouts of the same plans, each saying what it can and no more."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.exchange.books import Numbers, base, draaitabel, een_plan, eenvoudig, saved, uitgebreid, workbook
from tests.exchange.conftest import Importing, cells, found, records

HOF: Numbers = {
    "Nieuwbouw": {"totaal": 60, "gerealiseerd": 20, "2026": 25, "2027": 15},
    "Eengezins": {"totaal": 20, "gerealiseerd": 20},
    "Meergezins": {"totaal": 40, "2026": 25, "2027": 15},
    "Sociale huur": {"totaal": 60, "gerealiseerd": 20, "2026": 25, "2027": 15},
    "Sloop": {"totaal": 10, "gerealiseerd": 4, "2026": 6},
}
KLAAR: Numbers = {"Nieuwbouw": {"totaal": 24, "gerealiseerd": 24}, "Meergezins": {"totaal": 24, "gerealiseerd": 24}}
LAAT: Numbers = {"Nieuwbouw": {"totaal": 50, "2040": 35}, "Meergezins": {"totaal": 50, "2040": 35}}
SCHEEF: Numbers = {
    "Nieuwbouw": {"totaal": 48, "2027": 20, "2028": 26, "2029": 0},
    "Eengezins": {"totaal": 48, "2027": 20, "2028": 28},
    "Sociale huur": {"totaal": 45, "2027": 20, "2028": 25},
}


def lijst(tmp_path: Path, layout: Any, *plans: tuple[dict[str, Any], Numbers]) -> Path:
    return saved(workbook(layout(plans), "Lijst"), tmp_path / "planmonitor-wonen-export-2026-01-15.xlsx")


def test_the_list_of_rests(tmp_path: Path, importing: Importing) -> None:
    out = importing(lijst(tmp_path, eenvoudig, (base("Hof"), HOF), (base("Klaar"), KLAAR)))
    assert out.recognised[0].endswith("Planmonitor Wonen, Eenvoudig (blad Lijst, koppen in rij 1)")
    plans = records(out)
    assert plans["Hof"]["restant"] == 40
    assert "woningen" not in plans["Hof"]
    assert plans["Hof"]["woningtype"] == {"meergezins": 40}
    assert plans["Hof"]["sloop_restant"] == 6
    assert "sloop" not in plans["Hof"]
    # Empty texts that close at 0 are 0; what has no cell is unknown.
    assert plans["Klaar"]["restant"] == 0
    assert not {"sloop", "sloop_restant", "zorg", "flex"} & set(plans["Klaar"])


def test_a_list_that_was_saved_again_says_less(tmp_path: Path, importing: Importing) -> None:
    rows = eenvoudig([(base("Klaar"), KLAAR)])
    rows[1] = [value if value != "" else None for value in rows[1]]
    out = importing(saved(workbook(rows), tmp_path / "x.xlsx"))
    assert "restant" not in records(out)["Klaar"]


def test_the_whole_list(tmp_path: Path, importing: Importing) -> None:
    out = importing(lijst(tmp_path, uitgebreid, (base("Hof"), HOF), (base("Klaar"), KLAAR)))
    plans = records(out)
    hof = plans["Hof"]
    assert (hof["woningen"], hof["gerealiseerd"], hof["oplevering"]) == (60, 20, {"2026": 25, "2027": 15})
    assert (hof["sloop"], hof["sloop_gerealiseerd"], hof["sloop_jaar"]) == (10, 4, {"2026": 6})
    assert hof["woningtype"] == {"eengezins": 20, "meergezins": 40}
    assert (plans["Klaar"]["woningen"], plans["Klaar"]["gerealiseerd"]) == (24, 24)
    assert "sloop" not in plans["Klaar"]


def test_the_pivot_is_one_plan_per_twenty_rows_and_a_lower_bound(tmp_path: Path, importing: Importing) -> None:
    out = importing(lijst(tmp_path, draaitabel, (base("Hof"), HOF), (base("Klaar"), KLAAR)))
    plans = records(out)
    assert set(plans) == {"Hof", "Klaar"}
    assert (plans["Hof"]["restant"], plans["Hof"]["precisie"]) == (40, "minimaal")
    assert plans["Hof"]["sloop_jaar"] == {"2026": 6}
    assert not {"restant", "woningen", "oplevering"} & set(plans["Klaar"])
    assert "2024 tot en met 2043" in found(out, 629)[0].message
    assert out.result.plans[0].rows == tuple(range(2, 22))


def test_one_plan_fills_down_its_groups_and_never_reads_a_formula(tmp_path: Path, importing: Importing) -> None:
    path = saved(een_plan(HOF), tmp_path / "workbook.xlsx")
    out = importing(path)
    (finding,) = found(out, 618)[:1]
    assert "geen gemeente" in finding.message
    assert "planstatus, plantype, vertrouwelijkheid" in finding.message
    out = importing(path, fixed=["gemeente=Aa", "planstatus=2A"])
    assert not out.errors
    hof = records(out)["Molenhof"]
    assert (hof["woningen"], hof["gerealiseerd"], hof["oplevering"]) == (60, 20, {"2026": 25, "2027": 15})
    assert (hof["sloop"], hof["sloop_gerealiseerd"]) == (10, 4)
    assert hof["woningtype"] == {"eengezins": 20, "meergezins": 40}
    assert "sloop_jaar" not in hof


def test_the_example_of_the_product_has_its_fields_above_and_its_headers_lower(
    tmp_path: Path, importing: Importing
) -> None:
    fields = {key: value for key, value in base("Markthof").items() if key != "ID"}
    book = een_plan({**HOF, "Nieuwbouw": {"totaal": 40, "2026": 25, "2027": 15}}, fields=fields, first=18)
    out = importing(saved(book, tmp_path / "voorbeeld.xlsx"))
    assert "koppen in rij 18" in out.recognised[0]
    assert found(out, 613)[0].message.startswith("kolom 'Nieuwbouw, Totalen': Nieuwbouw (C19) is 40")
    (zero,) = (f for f in found(out, 625) if "gerealiseerd is leeg" in f.message)
    assert cells([zero]) == [(19, 5)]


def test_a_group_that_is_merged_is_not_the_group_of_its_first_row_alone(tmp_path: Path, importing: Importing) -> None:
    numbers = {"Nieuwbouw": {"totaal": 12, "2026": 12}, "Wonen en zorg Onbekend": {"totaal": 12, "2026": 12}}
    out = importing(saved(een_plan(numbers), tmp_path / "w.xlsx"), fixed=["gemeente=Aa"])
    plan = records(out)["Molenhof"]
    assert plan["zorg"] == {"onbekend": 12}
    assert "woningtype" not in plan


def test_what_the_products_own_help_asks(tmp_path: Path, importing: Importing) -> None:
    plans = (
        (base("Hard", Vertrouwelijkheid="Provincie", Knelpunten="Netcongestie, Spuitzones/milieu"), HOF),
        (base("Idee", **{"Status Planologisch": "5A. Ambtelijk met locatie"}), HOF),
        (base("Anders", Knelpunten="Anders", Sleutelproject=""), HOF),
        (base("Sleutel", Sleutelproject="ja"), HOF),
    )
    out = importing(lijst(tmp_path, eenvoudig, *plans))
    assert not out.errors
    assert cells(found(out, 621)) == [(2, 8), (3, 8)]
    assert records(out)["Hard"]["knelpunten"] == ["nuts", "spuitzones_milieu"]
    assert any("oudere naam van 'Nuts'" in f.message for f in found(out, 625))
    assert [f for f in found(out, 618) if f.place and f.place.line == 4 and "Anders" in f.message]
    assert any("niet hetzelfde als nee" in f.message for f in found(out, 625))
    assert cells(found(out, 617)) == [(5, 16)]


def test_years_are_read_from_the_header_and_columns_by_their_name(tmp_path: Path, importing: Importing) -> None:
    rows = [
        [text.replace("2024", "2044") for text in row] if n == 0 else row
        for n, row in enumerate(draaitabel([(base("Hof"), HOF)]))
    ]
    rows = [[row[-1], *row[:-1]] for row in rows]
    rows[0] = ["2043", *rows[0][1:]]
    out = importing(saved(workbook(rows), tmp_path / "x.xlsx"))
    assert records(out)["Hof"]["oplevering"] == {"2026": 25, "2027": 15}
    assert "2025 tot en met 2044" in found(out, 629)[0].message


def test_a_status_whose_text_says_something_else_is_read_by_its_code_and_said(
    tmp_path: Path, importing: Importing
) -> None:
    out = importing(lijst(tmp_path, eenvoudig, (base("Hof", **{"Status Planologisch": "2A. Visie"}), HOF)))
    assert records(out)["Hof"]["planstatus"] == "2A"
    assert any("de tekst erachter zegt iets anders" in f.message for f in found(out, 625))


HEADS = ("Plannaam", "Gemeente", "Status Planologisch", "Plantype")
HOFJE = ("Hof", "Aa", "2A", "Verdichting")


def plan(tmp_path: Path, **numbers: Any) -> Path:
    """Write a list of one plan with these columns behind those of every list."""
    names = [name.replace("_", " ") for name in numbers]
    return saved(workbook([[*HEADS, *names], [*HOFJE, *numbers.values()]], "Lijst"), tmp_path / "x.xlsx")


def test_columns_of_every_list_without_a_number_are_no_list_of_this_product(
    tmp_path: Path, importing: Importing
) -> None:
    assert "een tabel" not in importing(plan(tmp_path, Kleur="rood")).recognised[0]
    assert "tabel van woonplan" in importing(plan(tmp_path, Kleur="rood")).recognised[0]


def test_rows_of_the_pivot_that_are_no_category_or_come_twice(tmp_path: Path, importing: Importing) -> None:
    rows = [[*HEADS, "Woningtype", "2026"]]
    rows += [[*HOFJE, category, homes] for category, homes in (("Nieuwbouw", 30), ("Tuinen", 3), ("Nieuwbouw", 4))]
    out = importing(saved(workbook(rows, "Lijst"), tmp_path / "x.xlsx"))
    assert [(cells([f]), f.message) for f in found(out, 608)] == [
        ([(3, 5)], "kolom 'Woningtype': 'Tuinen' is geen categorie van deze indeling")
    ]
    assert [(cells([f]), f.message) for f in found(out, 619)] == [
        ([(4, 6)], "kolom '2026': deze categorie staat er voor dit plan al")
    ]
