"""From rows to plans: what a plan needs, two of one name, what the loader finds, and what is left out."""

from __future__ import annotations

from pathlib import Path

from tests.exchange.books import saved, workbook
from tests.exchange.conftest import Importing, cells, found, records
from tests.exchange.layouts.test_flat import row, table
from woonplan.diagnostics import Severity


def test_a_plan_without_a_name_or_municipality(tmp_path: Path, importing: Importing) -> None:
    out = importing(table(tmp_path / "x.xlsx", row("", gemeente="Aa"), row("Hof", gemeente=None)))
    told = [f.message for f in found(out, 618) if f.severity is Severity.FOUT]
    assert "rij 2 heeft gegevens en geen naam" in told[0]
    assert "geen gemeente bij het plan" in told[1]


def test_the_same_name_twice_gives_two_ids_and_rows_that_are_the_same_are_asked_about(
    tmp_path: Path, importing: Importing
) -> None:
    out = importing(
        table(tmp_path / "x.xlsx", row("Hof"), row("hof ", woningen=40, eengezins=40, gerealiseerd=20), row("Hof"))
    )
    (finding,) = found(out, 615)
    assert "A2, A3, A4" in finding.message
    assert "twee keer" in finding.message
    assert out.merged is not None
    assert sorted(change.plan_id for change in out.merged.changes) == ["aa-hof", "aa-hof-2", "aa-hof-3"]


def test_what_the_loader_finds_stands_at_its_cell(tmp_path: Path, importing: Importing) -> None:
    rows = [["naam", "gemeente", "planstatus", "woningen", "studentenwoningen"], ["Hof", "Aa", "2A", 10, 12]]
    out = importing(saved(workbook(rows), tmp_path / "x.xlsx"))
    (finding,) = found(out, 315)
    assert cells([finding]) == [(2, 5)]
    assert finding.subject == "Hof"


def test_without_a_level_plans_are_for_the_municipality_and_missing_elsewhere(
    tmp_path: Path, importing: Importing
) -> None:
    path = table(tmp_path / "x.xlsx", row("Hof"))
    (finding,) = found(importing(path), 618)
    assert "ontbreekt het in elk openbaar verslag" in finding.message
    out = importing(path, fixed=["vertrouwelijkheid=openbaar"])
    assert not found(out, 618)
    assert records(out)["Hof"]["vertrouwelijkheid"] == "openbaar"


def test_without_a_reference_date_nothing_is_written_also_with_partial(tmp_path: Path, importing: Importing) -> None:
    out = importing(table(tmp_path / "x.xlsx", row("Hof")), peildatum=None, partial=True)
    assert "geen peildatum" in found(out, 618)[0].message
    assert out.blocked
    assert out.files == {}


def test_partial_takes_the_good_rows_and_keeps_the_others_apart(tmp_path: Path, importing: Importing) -> None:
    out = importing(table(tmp_path / "x.xlsx", row("Goed"), row("Fout", woningen="x")), partial=True)
    assert not out.blocked
    assert out.merged is not None
    assert [change.plan_id for change in out.merged.changes] == ["aa-goed"]
    assert [(rows, len(why)) for _, rows, why in out.result.rejected] == [((3,), 1)]
