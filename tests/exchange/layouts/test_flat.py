"""Our own table, as a supplier sends it: every mistake at once, with its cell, in the words of a spreadsheet."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.styles import Font

from tests.exchange.books import saved, workbook
from tests.exchange.conftest import Importing, cells, found, records
from woonplan.cli.run import run
from woonplan.diagnostics import Severity
from woonplan.exchange.job import Hidden

HEADS = ("naam", "gemeente", "planstatus", "woningen", "gerealiseerd", "oplevering 2026", "oplevering 2027",
         "oplevering onbekend", "eengezins", "meergezins", "woningtype onbekend", "bijgewerkt")  # fmt: skip


def row(naam: str, **other: Any) -> list[Any]:
    values = {"naam": naam, "gemeente": "Aa", "planstatus": "2A", "woningen": 30, "gerealiseerd": 10,
              "oplevering 2026": 20, "eengezins": 30} | other  # fmt: skip
    return [values.get(name) for name in HEADS]


def table(path: Path, *rows: list[Any]) -> Path:
    return saved(workbook([HEADS, *rows], "Plannen"), path)


@pytest.mark.parametrize("mark", [";", ",", "\t"])
def test_a_csv_of_the_same_columns_is_the_same(tmp_path: Path, importing: Importing, mark: str) -> None:
    sheet = table(
        tmp_path / "x.xlsx", row("Hof"), row("Wal", gemeente="GM0002", woningen=None, gerealiseerd=None, eengezins=None)
    )
    text = "\n".join(mark.join("" if v is None else str(v) for v in r) for r in (HEADS, *[
        row("Hof"), row("Wal", gemeente="2", woningen=None, gerealiseerd=None, eengezins=None)]))  # fmt: skip
    csv = tmp_path / "x.csv"
    csv.write_bytes(b"\xef\xbb\xbf" + text.encode())
    expected = records(importing(sheet))
    assert expected["Hof"] == {
        "naam": "Hof",
        "gemeente": "Aa",
        "planstatus": "2A",
        "woningen": 30,
        "gerealiseerd": 10,
        "oplevering": {"2026": 20},
        "woningtype": {"eengezins": 30},
    }
    assert expected["Wal"]["gemeente"] == "Bee"
    assert records(importing(csv)) == expected


@pytest.mark.parametrize(
    ("value", "number", "said", "hint"),
    [
        ("twintig", 604, "'twintig' is tekst, geen getal", "in cijfers (20)"),
        ("ca. 30", 604, "'ca. 30' is tekst", "Schrijf 30 en zet 'circa' in de kolom precisie"),
        ("30-40", 604, "'30-40' is tekst", "30 in de kolom woningen minimaal en 40"),
        ("30 (waarvan 10 sociaal)", 604, "een getal met een opmerking", "Staat er 30?"),
        ("1.200", 604, "'1.200' is tekst", "Bedoelt u 1200?"),
        (1.2, 604, "1,2 is geen heel aantal", "Bedoelt u 1200?"),
        (30.5, 604, "30,5 is geen heel aantal", "Schrijf een heel getal"),
        (-5, 604, "-5 is kleiner dan 0", "0 of meer"),
        (99_999_999, 604, "groter dan kan", "cijfers"),
        (True, 604, "'WAAR' is geen getal", "Maak er een getal van"),
        ("=I2+J2", 605, "'=I2+J2' is een formule zonder opgeslagen uitkomst", "sla het op en probeer opnieuw"),
        ("#REF!", 606, "foutwaarde '#REF!'", "Herstel de formule"),
    ],
)
def test_a_number_that_is_none_is_quoted_and_never_guessed(
    tmp_path: Path, importing: Importing, value: Any, number: int, said: str, hint: str
) -> None:
    out = importing(table(tmp_path / "x.xlsx", row("Goed"), row("Hof", woningen=value)))
    (finding,) = found(out, number)
    assert cells([finding]) == [(3, 4)]
    assert finding.subject == "Hof"
    assert "kolom 'woningen'" in finding.message
    assert said in finding.message
    assert hint in finding.hint
    assert out.blocked
    assert out.files == {}
    assert set(records(out)) == {"Goed"}


def test_a_date_in_a_cell_for_numbers_and_a_number_in_one_for_dates(tmp_path: Path, importing: Importing) -> None:
    day = datetime.fromisoformat("2026-02-03")
    out = importing(
        table(tmp_path / "x.xlsx", row("Hof", woningen=day), row("Wal", bijgewerkt=46027), row("Dam", bijgewerkt=day))
    )
    assert "'3-2-2026' is een datum" in found(out, 604)[0].message
    (finding,) = found(out, 607)
    assert cells([finding]) == [(3, 12)]
    assert "5-1-2026" in finding.hint
    assert records(out)["Dam"]["bijgewerkt"] == "2026-02-03"


def test_a_number_stored_as_text_is_read_and_said(tmp_path: Path, importing: Importing) -> None:
    out = importing(table(tmp_path / "x.xlsx", row("Hof", woningen="30")))
    assert records(out)["Hof"]["woningen"] == 30
    (finding,) = found(out, 625)
    assert finding.severity is Severity.WAARSCHUWING


def test_a_municipality_that_is_not_there(tmp_path: Path, importing: Importing) -> None:
    rows = (row("Hof", gemeente="Groot-Vlindermeer"), row("Wal", gemeente="Beee"))
    near, far = found(importing(table(tmp_path / "x.xlsx", *rows)), 609)[::-1]
    assert "'Groot-Vlindermeer' bestaat niet" in far.message
    assert "gemeenten.yaml" in far.hint
    assert near.hint == "Bedoelt u 'Bee'?"


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"eengezins": 10, "meergezins": 20, "woningtype onbekend": 5}, "= 35, maar woningen (D2) is 40: 5 te weinig"),
        ({"eengezins": 30, "meergezins": 20}, "= 50, maar woningen (D2) is 40: 10 te veel"),
        ({"eengezins": 40, "oplevering 2026": 20}, "= 20, maar woningen - gerealiseerd (D2, E2) is 30: 10 te weinig"),
    ],
)
def test_parts_that_do_not_add_up(tmp_path: Path, importing: Importing, parts: dict[str, int], said: str) -> None:
    plan = row("Hof", woningen=40, **{"eengezins": None, "oplevering 2026": None} | parts)
    (finding,) = found(importing(table(tmp_path / "x.xlsx", plan)), 613)
    assert said in finding.message


def test_what_is_absent_may_be_what_is_missing_and_zeros_say_nothing(tmp_path: Path, importing: Importing) -> None:
    rows = (row("Hof", eengezins=20), row("Wal", eengezins=0, meergezins=0), row("Dam", **{"oplevering 2027": 0}))
    out = importing(table(tmp_path / "x.xlsx", *rows))
    plans = records(out)
    assert plans["Hof"]["woningtype"] == {"eengezins": 20}
    assert "woningtype" not in plans["Wal"]
    assert "alleen nullen" in found(out, 625)[0].message
    assert plans["Dam"]["oplevering"] == {"2026": 20}


def test_an_approximate_number_binds_no_parts(tmp_path: Path, importing: Importing) -> None:
    heads = [*HEADS, "precisie"]
    out = importing(saved(workbook([heads, [*row("Hof", eengezins=28), "circa"]]), tmp_path / "x.xlsx"))
    assert records(out)["Hof"]["precisie"] == "circa"
    assert not out.errors


def bad(tmp_path: Path) -> Path:
    """A workbook with what is wrong with sheets and headers rather than with cells."""
    book = workbook(
        [["Plangegevens", None, None, None, None, "Oplevering"], HEADS, row("Hof"), row("Wal"), row("Dam")], "Plannen"
    )
    sheet = book.active
    sheet.merge_cells("A1:E1")
    sheet.merge_cells("H2:I2")
    sheet["I4"] = 3
    sheet["M5"] = "los"
    sheet.append([])
    sheet.append(row("Later"))
    sheet.append(["Totaal", None, None, 120])
    sheet.row_dimensions[5].hidden = True
    sheet.auto_filter.ref = "A2:L8"
    sheet.auto_filter.add_filter_column(2, ["2A"])
    hidden = book.create_sheet("Oud")
    hidden.sheet_state = "hidden"
    for values in (HEADS, row("Hof", planstatus="3")):
        hidden.append(values)
    notes = book.create_sheet("Notities")
    notes.append(["iets anders"])
    return saved(book, tmp_path / "slecht.xlsx")


def test_everything_wrong_with_sheets_and_headers_at_once(tmp_path: Path, importing: Importing) -> None:
    out = importing(bad(tmp_path))
    koppen = found(out, 611)
    assert [f.severity for f in koppen] == [Severity.FOUT, Severity.FOUT, Severity.WAARSCHUWING]
    assert "'oplevering onbekend' (H2:I2)" in koppen[0].message
    assert "I4: '3'" in koppen[0].message
    assert "kolom M heeft geen kop en wel waarden (rij 5)" in koppen[1].message
    assert "'Plangegevens'" in koppen[2].message
    verborgen = found(out, 610)
    assert "'Hof' (rij 2, staat ook op een zichtbaar blad)" in verborgen[0].message
    assert "rij 5 is verborgen (er staat een filter op A2:L8)" in verborgen[1].message
    assert "'Dam'" in verborgen[1].message
    assert "Totaal" in found(out, 612)[0].message
    assert "D8: 120" in found(out, 612)[0].message
    assert "'Notities'" in found(out, 603)[0].message
    # An empty row does not end the table.
    assert "Later" in records(out)
    assert out.result.seen == 4


@pytest.mark.parametrize(
    ("hidden", "names"),
    [
        (Hidden.MEE, ["Hof", "Wal", "Dam", "Later", "Hof"]),
        (Hidden.RIJEN, ["Hof", "Wal", "Dam", "Later"]),
        (Hidden.WEG, ["Hof", "Wal", "Later"]),
    ],
)
def test_hidden_rows_and_sheets_count_as_somebody_says(
    tmp_path: Path, importing: Importing, hidden: Hidden, names: list[str]
) -> None:
    out = importing(bad(tmp_path), hidden=hidden)
    assert not found(out, 610)
    assert [plan.naam for plan in out.result.plans] == names


def test_two_columns_for_one_field(tmp_path: Path, importing: Importing) -> None:
    out = importing(
        saved(workbook([["naam", "gemeente", "status", "planstatus"], ["Hof", "Aa", "2A", "3"]]), tmp_path / "x.xlsx")
    )
    assert "kolom D 'planstatus' en kolom C 'status' zijn allebei 'planstatus'" in found(out, 611)[0].message


def test_a_column_that_is_not_understood_is_listed_with_three_values(tmp_path: Path, importing: Importing) -> None:
    rows = [["naam", "gemeente", "planstatus", "Kleur"], *(["P" + c, "Aa", "2A", c] for c in "abcab")]
    path = saved(workbook(rows), tmp_path / "x.xlsx")
    (finding,) = found(importing(path), 603)
    assert (finding.severity, cells([finding])) == (Severity.WAARSCHUWING, [(1, 4)])
    assert "'a', 'b', 'c'" in finding.message
    strict = importing(path, strict=True)
    assert found(strict, 603)[0].severity is Severity.FOUT
    assert strict.blocked


def test_a_bold_cell_with_nothing_in_it_is_nothing(tmp_path: Path, importing: Importing) -> None:
    book: openpyxl.Workbook = workbook([HEADS, row("Hof")])
    for number in range(3, 200):
        book.active.cell(number, 1).font = Font(bold=True)
    out = importing(saved(book, tmp_path / "x.xlsx"))
    assert not out.errors
    assert set(records(out)) == {"Hof"}


def test_our_own_list_of_plans_is_read(tmp_path: Path, data: Path, importing: Importing) -> None:
    """What `woonplan list plannen` writes: bounds, several municipalities, what does not count, and notes below."""
    plans = (
        "versie: 1\npeildatum: 2026-01-01\nbron: nota\nsoort_aantal: bruto\nplannen:\n"
        "  - {id: hof, naam: Hof, gemeente: Aa, planstatus: 2A, woningen: 40, gerealiseerd: 10}\n"
        "  - {id: grens, naam: Grens, gemeenten: [Aa, Bee], planstatus: zacht, restant: 7, precisie: circa}\n"
        "  - {id: span, naam: Span, regio: Dal, planstatus: hard, woningen_min: 3, woningen_max: 5, gerealiseerd: 0}\n"
        "  - {id: weg, naam: Weg, gemeente: Aa, planstatus: 3, telt_mee: false, reden: geen}\n"
        "  - {id: leeg, naam: Leeg, gemeente: Bee, planstatus: onbekend}\n"
    )
    (data / "plannen.yaml").write_text(plans, encoding="utf-8")
    for name in ("csv", "csv-nl", "xlsx"):
        path = tmp_path / f"lijst-{name}.{name.removesuffix('-nl')}"
        assert run(["list", "plannen", "--data", str(data), "--format", name, "--output", str(path)]) == 0
        out = importing(path, output=tmp_path / "uit")
        assert not out.errors
        read = {plan.own_id: plan.data for plan in out.result.plans}
        assert set(read) == {"hof", "grens", "span", "leeg"}
        assert read["hof"]["woningen"] == 40
        assert (read["grens"]["gemeenten"], read["grens"]["restant"]) == (["Aa", "Bee"], 7)
        assert (read["span"]["regio"], read["span"]["woningen_min"], read["span"]["woningen_max"]) == ("Dal", 3, 5)
        assert not {"woningen", "restant"} & set(read["leeg"])


def test_a_plan_in_several_municipalities(tmp_path: Path, data: Path, importing: Importing) -> None:
    out = importing(table(tmp_path / "x.xlsx", row("Hof", gemeente="Aa; Bee"), row("Wal", gemeente="Aa, Cee")))
    assert records(out)["Hof"]["gemeenten"] == ["Aa", "Bee"]
    assert "'Aa, Cee' bestaat niet" in found(out, 609)[0].message
    assert data.exists()


def test_the_headers_once_more_are_no_plan(tmp_path: Path, importing: Importing) -> None:
    out = importing(table(tmp_path / "x.xlsx", row("Hof"), list(HEADS), row("Wal")))
    assert set(records(out)) == {"Hof", "Wal"}
    (finding,) = found(out, 612)
    assert "rij 3 herhaalt de koppen" in finding.message


def test_years_of_demolition_and_a_key_project_without_its_kind(tmp_path: Path, importing: Importing) -> None:
    rows = [["naam", "gemeente", "sloop", "sloop 2026", "sloop 2027", "sleutelproject"], ["Hof", "Aa", 5, 5, 0, "ja"]]
    out = importing(saved(workbook(rows), tmp_path / "x.xlsx"))
    hof = records(out)["Hof"]
    assert (hof["sloop"], hof["sloop_jaar"]) == (5, {"2026": 5})
    assert "sleutelproject" not in hof
    assert cells(found(out, 617)) == [(2, 6)]


def test_a_hidden_sheet_without_known_headers_is_said_and_stands_in_nobodys_way(
    tmp_path: Path, importing: Importing
) -> None:
    book = workbook([HEADS, row("Hof")], "Plannen")
    hidden = book.create_sheet("Kladblok")
    hidden.append(["bel de wethouder"])
    hidden.sheet_state = "hidden"
    out = importing(saved(book, tmp_path / "x.xlsx"))
    (finding,) = found(out, 610)
    assert (finding.severity, finding.message) == (
        Severity.WAARSCHUWING,
        "het verborgen blad 'Kladblok' met 1 rijen is niet gelezen",
    )
    assert not out.blocked


def test_a_workbook_with_nothing_in_it(tmp_path: Path, importing: Importing) -> None:
    out = importing(saved(openpyxl.Workbook(), tmp_path / "leeg.xlsx"))
    (finding,) = found(out, 602)
    assert finding.message == "'leeg.xlsx' heeft geen indeling die herkend wordt; er staat niets in"
    assert out.blocked


def test_words_between_texts_may_be_doubled_or_missing(tmp_path: Path, importing: Importing) -> None:
    rows = [["naam", "gemeente", "knelpunten", "locaties"], ["Hof", "Aa", "Stikstof; ;stikstof, Nuts", "Kade;;Dam"]]
    hof = records(importing(saved(workbook(rows), tmp_path / "x.xlsx")))["Hof"]
    assert (hof["knelpunten"], hof["locaties"]) == (["stikstof", "nuts"], ["Kade", "Dam"])


def test_a_file_that_begins_with_blanks_is_told_by_what_comes_after_them(tmp_path: Path, importing: Importing) -> None:
    out = importing(saved(workbook([[" ", ""], [None, "plek", "hoeveel"]]), tmp_path / "x.xlsx"))
    (finding,) = found(out, 602)
    assert cells([finding]) == [(2, 2)]
    assert finding.message.endswith("het begint met 'plek', 'hoeveel'")
