"""`woonplan reconcile`: what is shown, and when it stops a build."""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT
from woonplan.cli.run import run

Edit = Callable[[str, str, str], Path]


@pytest.fixture
def edit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Edit:
    """A copy of the shipped data; each call replaces one text in one file."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    monkeypatch.chdir(tmp_path)

    def replace(file: str, old: str, new: str) -> Path:
        path = tmp_path / "data" / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
        return path

    return replace


def reconcile(capsys: pytest.CaptureFixture[str], *args: str) -> tuple[int, str, str]:
    code = run(["reconcile", *args])
    shown = capsys.readouterr()
    return code, shown.out, shown.err


ENTRY = """\
  - id: aandeel.aandeel-twente
    ondergrens: 0
    bovengrens: -2000
    reden: Een derde van 60.000 is alleen de ondergrens; 22.000 is 36,7 procent.
    datum: 2026-11-24
"""


def test_the_shipped_data_is_explained(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    code, out, err = reconcile(capsys, "--strict", "--all")
    assert (code, err) == (0, "")
    assert "19 vergelijkingen: 14 verschillen, waarvan 0 niet verklaard; 0 verklaringen" in out


def test_a_difference_without_an_entry(capsys: pytest.CaptureFixture[str], edit: Edit) -> None:
    edit("bekend.yaml", ENTRY, "")
    code, out, err = reconcile(capsys, "--strict")
    assert code == 1
    assert "niet verklaard" in out
    assert "WP501" in err
    assert "aandeel.aandeel-twente" in err
    # The statement that it is held against is the ambition.
    line = next(
        i for i, text in enumerate(Path("data/gemeenten.yaml").read_text(encoding="utf-8").splitlines(), 1)
        if text.strip() == "- id: ambitie"
    )  # fmt: skip
    assert f"data/gemeenten.yaml:{line}:9" in err
    # The finding says what to write down.
    assert "ondergrens: 0, bovengrens: -2000" in err
    # Without --strict it is said, and it is an answer.
    assert reconcile(capsys)[0] == 0


def test_a_stale_entry(capsys: pytest.CaptureFixture[str], edit: Edit) -> None:
    path = edit("bekend.yaml", ENTRY, ENTRY + ENTRY.replace("aandeel.aandeel-twente", "aandeel.weg"))
    code, _, err = reconcile(capsys, "--strict")
    assert code == 1
    line = path.read_text(encoding="utf-8").splitlines().index("  - id: aandeel.weg") + 1
    assert f"data/bekend.yaml:{line}:5" in err
    assert "WP502" in err
    assert "WP501" not in err
    assert reconcile(capsys)[0] == 0


def test_a_changed_number_is_both_unexplained_and_stale(capsys: pytest.CaptureFixture[str], edit: Edit) -> None:
    edit("bekend.yaml", ENTRY, ENTRY.replace("-2000", "-1999"))
    code, _, err = reconcile(capsys, "--strict")
    assert code == 1
    assert (err.count("WP501"), err.count("WP502")) == (1, 1)


def test_a_difference_that_closes_leaves_its_entry_stale(capsys: pytest.CaptureFixture[str], edit: Edit) -> None:
    # 15.000 + 5.000 = 20.000 and 15.000 + 7.000 = 22.000: "behoefte_en_extra" closes.
    edit("gemeenten.yaml", "woningen: 15782", "woningen: 15000")
    code, _, err = reconcile(capsys, "--strict")
    assert code == 1
    assert "verschil 'behoefte_en_extra' komt niet (meer) zo voor" in err


def test_a_total_that_does_not_close_is_compared(capsys: pytest.CaptureFixture[str], edit: Edit) -> None:
    # 8.200 + 5.800 = 14.000, and the source gives 14.130.
    edit("plannen.yaml", "restant: 8300", "restant: 8200")
    code, out, err = reconcile(capsys, "--strict", "--format", "csv")
    assert code == 1
    row = next(row for row in csv.DictReader(io.StringIO(out)) if row["vergelijking"] == "controle.aanbod")
    assert (row["verschil_ondergrens_min"], row["verschil_bovengrens_max"]) == ("-130", "-130")
    assert row["bekend"] == "niet verklaard"
    # What is wrong is said as well, as by every command.
    assert "WP309 fout" in err


def test_explanations_are_not_out_of_date_for_another_set(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    code, out, err = reconcile(capsys, "--opgave", "woondeal", "--strict")
    assert (code, err) == (0, "")
    assert "0 verklaringen zijn niet meer nodig" in out


def test_without_the_file_every_difference_is_new(capsys: pytest.CaptureFixture[str], edit: Edit) -> None:
    edit("bekend.yaml", ENTRY, "").unlink()
    code, out, err = reconcile(capsys, "--strict")
    assert code == 1
    assert err.count("WP501") == 14
    assert "Tegenspraken in woorden" not in out


def test_entries_for_another_state_are_left_alone(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    # Six entries hold for the state of 2020 only. In 2021 those comparisons close or are not made, and the entries are
    # not out of date for that.
    assert reconcile(capsys, "--plannen", "data/plannen-2021.yaml", "--strict")[::2] == (0, "")


@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        ("bekend.yaml", "versie: 1", "versie: 9", "versie 9 van dit bestand is onbekend"),
        ("bekend.yaml", "ondergrens: -100\n", "ondergrens: -1.00\n", "data/bekend.yaml"),
        ("bekend.yaml", "bron: woonagenda", "bron: wonagenda", "Bedoelt u 'woonagenda'?"),
        ("agenda.yaml", "waarde: 2025, eenheid: kalenderjaar", "waarde: 2.025, eenheid: kalenderjaar", "2.025"),
        ("gemeenten.yaml", "versie: 1\n", "versie: 9\n", "data/gemeenten.yaml"),
    ],
)
def test_a_file_that_cannot_be_used(
    capsys: pytest.CaptureFixture[str], edit: Edit, file: str, old: str, new: str, words: str
) -> None:
    edit(file, old, new)
    code, out, err = reconcile(capsys)
    assert (code, out) == (2, "")
    assert words in err


def test_a_register_with_nothing_to_compare(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "gemeenten.yaml").write_text(
        "versie: 1\nregio: {naam: Dal, provincie: Veld}\nbronnen: []\ngemeenten:\n  - {naam: Aa, code: GM0001}\n",
        encoding="utf-8",
    )
    (tmp_path / "plannen.yaml").write_text("versie: 1\npeildatum: 2020\nplannen: []\n", encoding="utf-8")
    code, out, err = reconcile(capsys, "--data", str(tmp_path))
    assert (code, out) == (2, "")
    assert "er is niets vergeleken" in err


def test_outside_a_register(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert reconcile(capsys)[:2] == (2, "")


@pytest.mark.parametrize("option", [("--opgave", "woondael"), ("--telling", "2020-2028")])
def test_a_set_or_reading_that_is_not_there(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, option: tuple[str, str]
) -> None:
    monkeypatch.chdir(ROOT)
    code, out, err = reconcile(capsys, *option)
    assert (code, out) == (2, "")
    assert "Bedoelt u" in err


def test_formats(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    _, out, _ = reconcile(capsys, "--format", "json", "--all")
    document = json.loads(out)
    assert (document["opdracht"], document["vergelijkingen"]) == ("reconcile", 19)
    assert (document["niet_verklaard"], document["niet_meer_nodig"]) == ([], [])
    compared, claims, lists, words, missing = document["tabellen"]
    keys = [row["sleutel"] for row in compared["rijen"]]
    assert (len(keys), len(words["rijen"]), len(missing["rijen"])) == (19, 14, 5)
    # A shortage, the stock, twice the share of Enschede, and a flow; 3 groups and 8 environments that not all name.
    assert (len(claims["rijen"]), len(lists["rijen"])) == (5, 11)
    row = next(row["cellen"] for row in compared["rijen"] if row["sleutel"] == "behoefte_en_extra")
    assert row["berekend_bovengrens"] == {"min": 22782, "max": 22782, "circa": True, "zonder": {}}
    assert row["oordeel"] == "verschil"
    for form, delimiter in (("csv", ","), ("csv-nl", ";")):
        _, out, _ = reconcile(capsys, "--format", form, "--all")
        rows = csv.reader(io.StringIO(out.removeprefix("\ufeff")), delimiter=delimiter)
        assert set(keys) <= {cell for row in rows for cell in row}
    _, out, _ = reconcile(capsys, "--format", "md", "--all")
    assert "| aanbod (hard + zacht) |" in out
    # Two statements are the same number, so without --all they are only counted.
    _, out, _ = reconcile(capsys)
    assert "3 vergelijkingen die sluiten zijn niet getoond; zie --all" in out
