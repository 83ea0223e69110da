"""`woonplan list`: every list in every format, and filters that say so when they mean nothing."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.conftest import ROOT
from woonplan.cli.run import run

DATA = str(ROOT / "data")
LISTS = (
    *("acties", "sleutelprojecten", "gemeenten", "plannen", "bronnen", "opgaven", "begrippen"),
    *("doelen", "niet-berekenbaar"),
)


def listed(capsys: pytest.CaptureFixture[str], what: str, *options: str) -> dict[str, dict[str, object]]:
    """The rows of a list by key."""
    assert run(["list", what, "--data", DATA, "--format", "json", *options]) == 0
    document = json.loads(capsys.readouterr().out)
    return {row["sleutel"]: row["cellen"] for row in document["tabellen"][0]["rijen"]}


@pytest.mark.parametrize("what", LISTS)
@pytest.mark.parametrize("form", ["table", "md", "csv", "csv-nl", "json"])
def test_every_list_in_every_format(capsys: pytest.CaptureFixture[str], what: str, form: str) -> None:
    assert run(["list", what, "--data", DATA, "--format", form]) == 0
    shown = capsys.readouterr()
    assert shown.err == ""
    assert len(shown.out.splitlines()) > 10


@pytest.mark.parametrize("what", LISTS)
def test_csv_has_as_many_rows_as_json(capsys: pytest.CaptureFixture[str], what: str) -> None:
    rows = listed(capsys, what)
    assert run(["list", what, "--data", DATA, "--format", "csv"]) == 0
    found = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [row["sleutel"] for row in found if row.get("tabel", what) == what] == list(rows)


def test_goals_with_their_numbers_and_years(capsys: pytest.CaptureFixture[str]) -> None:
    rows = listed(capsys, "doelen")
    # By hand from the text: r. 632-635, 1017-1018, 1313 and 1371-1373.
    assert rows["uitvoeringsclusters"]["getal"] == 7
    numbers = {key: cells["getal"] for key, cells in rows.items() if isinstance(cells["getal"], dict)}
    assert {key: (n["min"]["teller"], n["min"]["noemer"], n["circa"]) for key, n in numbers.items()} == {
        "nieuwe-energie": (20, 1, False),
        "energiebesparing": (6, 1, False),
        "flexpool": (1300000, 1, True),
        "neutrale-nieuwbouw": (100, 1, False),
    }
    assert {key: cells["jaar"] for key, cells in rows.items() if cells["jaar"]} == {
        "energieneutraal": "2050",
        "nieuwe-energie": "2023",
        "energiebesparing": "2023",
        "klimaatbestendig": "2040",
        "neutrale-nieuwbouw": "2050",
        "aardgasvrije-wijken": "2030",
    }
    assert run(["list", "doelen", "--data", DATA]) == 0
    shown = capsys.readouterr().out
    assert " 20%  2023" in shown
    assert "ca. 1.300.000 euro" in shown


def test_what_cannot_be_computed_says_why(capsys: pytest.CaptureFixture[str]) -> None:
    rows = listed(capsys, "niet-berekenbaar")
    assert all(cells["reden"] and cells["bron"] for cells in rows.values())
    places = " ".join(str(cells["bron"]) for cells in rows.values())
    # The lines that an audit of the text found to have no number.
    for lines in ("128-131", "674-683", "685-689", "952-961", "1810-1817", "1121-1133", "1701-1702"):
        assert f"(r. {lines})" in places


def test_the_actions_are_counted_not_stored(capsys: pytest.CaptureFixture[str]) -> None:
    # By hand from the Woonagenda: 9 = 12, 4 = 10 = 13 and 11 = 14, so 40 - 4 texts; no owner in 1-14 and 28-37.
    assert run(["list", "acties", "--data", DATA]) == 0
    assert "40 nummers, 36 verschillende teksten, 24 zonder eigenaar in de bron, 20 zonder deadline." in (
        capsys.readouterr().out
    )


def test_an_owner_that_the_text_does_not_name_is_not_filled_in(capsys: pytest.CaptureFixture[str]) -> None:
    rows = listed(capsys, "acties")
    unnamed = [int(key) for key, cells in rows.items() if cells["eigenaar"] == "niet genoemd in de bron"]
    assert unnamed == [*range(1, 15), *range(28, 38)]
    assert [rows[key]["gelijk_aan"] for key in ("10", "12", "13", "14")] == [4, 9, 4, 11]


def test_of_how_many_actions_the_status_is_unknown(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["list", "acties", "--data", DATA, "--eigenaar", "provincie"]) == 0
    # 15, 21, 38 and 40 name the province; 17, 18, 19, 23, 24 and 39 say "we", and the province signed.
    assert "status onbekend: 10 acties; hoe ver, zegt het register niet." in capsys.readouterr().out


def test_actions_of_an_owner(capsys: pytest.CaptureFixture[str]) -> None:
    # Part of a word, in any case: 15, 21, 38 and 40 name the province; 37 does too, but not as who does it. In 17, 18,
    # 19, 23, 24 and 39 "we" do it, which the province signed.
    found = numbered(listed(capsys, "acties", "--eigenaar", "PROVIN"))
    assert found == [15, 17, 18, 19, 21, 23, 24, 38, 39, 40]
    assert numbered(listed(capsys, "acties", "--eigenaar", "woningcorp")) == [22]


def test_we_are_who_signed_and_the_text_names_none_of_them(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["list", "acties", "--data", DATA, "--eigenaar", "gemeente"]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "6 acties met 'we': gemeenten en provincie hebben samen getekend" in said
    assert "noemt de tekst niet." in said


def numbered(rows: dict[str, dict[str, object]]) -> list[object]:
    """The numbers of the actions among rows; their parts have none."""
    return [cells["nummer"] for cells in rows.values() if cells["nummer"] is not None]


def test_parts_conditions_and_relations_of_an_action(capsys: pytest.CaptureFixture[str]) -> None:
    rows = listed(capsys, "acties")
    # By hand from the text: five dashes under 22 (r. 1496-1521), six under 26 (r. 1562-1586).
    assert [key for key in rows if key.startswith(("22", "26"))] == [
        *("22", "22a", "22b", "22c", "22d", "22e"),
        *("26", "26a", "26b", "26c", "26d", "26e", "26f"),
    ]
    assert rows["8"]["voorwaarde"] == "Het kwalitatief afwegingskader is opgesteld; pas na actie 7 (onbekend)"
    assert rows["9"]["verwant"] == "1, 2, 3"
    assert "BENG" in str(rows["17"]["opmerkingen"])


def test_what_is_asked_outside_the_actions(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["list", "acties", "--data", DATA, "--format", "json"]) == 0
    _, others, gemeenten = json.loads(capsys.readouterr().out)["tabellen"]
    keys = [row["sleutel"] for row in others["rijen"]]
    # 4 + 11 + 5 + 2 + 11 components of a regional agenda (r. 229-349).
    assert sum(key.startswith("bestanddeel-") for key in keys) == 33
    assert {"woonruimteverdeling", "onderzoek-arbeidsmigranten", "studie-ruimte", "kwalitatieve-monitor"} <= set(keys)
    assert gemeenten["naam"] == "acties_gemeenten"
    found = {row["sleutel"]: row["cellen"] for row in gemeenten["rijen"]}
    assert {"lokale-vertaling", "participatie", "38b"} <= set(found)
    assert {(cells["onbekend"], cells["afgerond"]) for cells in found.values()} == {(14, 0)}


def test_what_each_municipality_has_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    assert numbered(listed(capsys, "acties", "--gemeente", "Borne")) == [15, 20, 23, 25, 38]
    example = str(ROOT / "examples" / "data")
    assert run(["list", "acties", "--data", example, "--gemeente", "Nevelrade", "--format", "json"]) == 0
    *_, table = json.loads(capsys.readouterr().out)["tabellen"]
    assert {row["sleutel"]: row["cellen"]["welke"] for row in table["rijen"]} == {
        "3a-2022": "Nevelrade afgerond (20-5-2022)",
        "3a-2023": "Nevelrade afgerond (2-5-2023)",
        "10": "Nevelrade afgerond (11-2021)",
        "participatie": "Nevelrade open (2023)",
    }


def test_actions_that_are_late(capsys: pytest.CaptureFixture[str]) -> None:
    # Every year before 1 July (38), whatever else: on that day it is too late for 2021.
    assert listed(capsys, "acties", "--peildatum", "2021-06-30") == {}
    assert list(listed(capsys, "acties", "--peildatum", "2021-12-31")) == ["38", "38b"]
    # 2021 may mean the whole year: the four of 2021 (7, 8, 26, 36) are late a day later, and what comes back every
    # year (38, 39, 40) is for 2021.
    assert numbered(listed(capsys, "acties", "--peildatum", "2022")) == [7, 8, 26, 36, 38, 39, 40]
    # 39 has its review in 2023.
    rows = listed(capsys, "acties", "--peildatum", "2024")
    assert numbered(rows) == [7, 8, 26, 36, 38, 39, 40]
    assert rows["39b"]["voorbij"] == "onbekend of het af is: 2023"
    assert rows["40"]["voorbij"] == "onbekend of het af is: 2021, 2022, 2023"


def test_key_projects_by_kind(capsys: pytest.CaptureFixture[str]) -> None:
    rows = listed(capsys, "sleutelprojecten")
    # By hand from the Woonagenda (r. 871-999): 10 urban, 13 along the radials, 15 thematic.
    kinds = [cells["soort"] for cells in rows.values()]
    assert [kinds.count(kind) for kind in ("stedelijk", "radialen", "thematisch")] == [10, 13, 15]
    # Three have a number: 30, at least 200, and 78. The others are unknown, not 0.
    known = [cells["woningen"] for cells in rows.values() if not cells["woningen"]["zonder"]]  # type: ignore[index]
    assert sorted((w["min"], w["max"]) for w in known if w["max"]) == [(30, 30), (78, 78)]  # type: ignore[index]
    assert [w["min"] for w in known if w["max"] is None] == [200]  # type: ignore[index]
    unknown = {"min": None, "max": None, "circa": False, "zonder": {"plan zonder aantal": 1}}
    assert sum(cells["woningen"] == unknown for cells in rows.values()) == 35


def test_key_projects_of_one_municipality(capsys: pytest.CaptureFixture[str]) -> None:
    rows = listed(capsys, "sleutelprojecten", "--gemeente", "hengelo (o.)")
    assert [cells["naam"] for cells in rows.values()] == ["Hart van Zuid", "Binnenstad (Hengelo)"]


def test_municipalities_with_their_stock(capsys: pytest.CaptureFixture[str]) -> None:
    rows = listed(capsys, "gemeenten")
    assert len(rows) == 14 + 1
    # CBS 81955NED: the fourteen had 282,505 homes at the end of 2020.
    assert rows["totaal"]["eindstand"] == {"min": 282505, "max": 282505, "circa": False, "zonder": {}}
    # The net additions to Wierden over 2012-2020: 82 + 133 + 54 - 140 + 189 + 15 + 67 + 133 + 70 = 603.
    assert rows["GM0189"]["netto_toegevoegd"] == {"min": 603, "max": 603, "circa": False, "zonder": {}}
    assert rows["GM0189"]["positie"] is None


def test_plans_of_a_class_name_the_regional_record_that_is_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["list", "plannen", "--data", DATA, "--gemeente", "Almelo", "--status", "hard"]) == 0
    assert "1 plan voor de hele regio niet getoond" in capsys.readouterr().out


def test_statements_of_one_municipality(capsys: pytest.CaptureFixture[str]) -> None:
    rows = listed(capsys, "opgaven", "--gemeente", "GM0153")
    assert [(cells["gebied"], cells["woningen"]["min"]) for cells in rows.values()] == [  # type: ignore[index]
        ("Enschede", 5040)
    ]


def test_a_statement_that_is_not_used_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    rows = listed(capsys, "opgaven")
    assert rows["lokale-behoefte"]["gebruikt"] == "ja"
    assert rows["lokale-behoefte-afgerond"]["gebruikt"] == "nee"
    # A third of 60,000, and the source says 'circa'.
    assert rows["aandeel-twente"]["woningen"] == {"min": 20000, "max": 20000, "circa": True, "zonder": {}}


def test_documents_that_only_the_agreements_use_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    rows = listed(capsys, "bronnen")
    assert {"woonagenda", "infomil-ladder"} <= set(rows)


def test_a_document_has_what_is_known_of_it(capsys: pytest.CaptureFixture[str]) -> None:
    rows = listed(capsys, "bronnen")
    assert "figuur 1 (r. 1094)" in rows["woonagenda"]["opmerkingen"]
    assert rows["infomil-ladder"]["opmerkingen"] == ""


def test_terms_need_no_register(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run(["list", "begrippen", "--data", str(tmp_path)]) == 0
    assert "verzamelpost" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["planen"], "lijst 'planen' bestaat niet. Bedoelt u 'plannen'?"),
        (["plannen", "--gemeente", "Almeloo"], "Bedoelt u 'Almelo'?"),
        (["plannen", "--status", "zact"], "Bedoelt u 'zacht'?"),
        (["acties", "--eigenaar", "provincy"], "Bedoelt u 'provincie'?"),
        (["acties", "--eigenaar", ""], "eigenaar '' bestaat niet"),
        (["acties", "--peildatum", "2024-13"], "geen datum"),
        (["acties", "--peildatum", "1-7-2024"], "geen datum"),
        (["acties", "--peildatum", ""], "geen datum"),
        (["acties", "--gemeente", "Almeloo"], "Bedoelt u 'Almelo'?"),
        (["plannen", "--eigenaar", "we"], "--eigenaar zegt niets over 'plannen'; wel over: acties."),
        (["gemeenten", "--open"], "--open zegt niets over 'gemeenten'"),
        (["opgaven", "--status", "hard"], "--status zegt niets over 'opgaven'"),
        (["begrippen", "--peildatum", "2024"], "--peildatum zegt niets over 'begrippen'"),
    ],
)
def test_what_cannot_be_listed(capsys: pytest.CaptureFixture[str], options: list[str], message: str) -> None:
    assert run(["list", *options, "--data", DATA]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert message in shown.err


def test_actions_without_an_agenda(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    for name in ("gemeenten.yaml", "plannen.yaml"):
        (tmp_path / name).write_bytes((Path(DATA) / name).read_bytes())
    assert run(["list", "acties", "--data", str(tmp_path)]) == 2
    assert "geen afspraken" in capsys.readouterr().err
    assert run(["list", "bronnen", "--data", str(tmp_path)]) == 0


def test_a_broken_agenda_is_reported_with_its_place(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    for name in ("gemeenten.yaml", "plannen.yaml"):
        (tmp_path / name).write_bytes((Path(DATA) / name).read_bytes())
    (tmp_path / "agenda.yaml").write_text("versie: 1\nacties:\n  - nummer: 1\n    tekst: iets\n", encoding="utf-8")
    assert run(["list", "acties", "--data", str(tmp_path)]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "agenda.yaml:3" in shown.err


def test_a_list_goes_to_a_file(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    out = tmp_path / "plannen.csv"
    assert run(["list", "plannen", "--data", DATA, "--format", "csv", "--output", str(out)]) == 0
    assert capsys.readouterr().out == ""
    assert out.read_text(encoding="utf-8").startswith("sleutel,status,klasse,gebied,naam,")
