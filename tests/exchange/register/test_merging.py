"""Again and again: the same file changes nothing, the next one little, and no hand-written word is ever lost."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.exchange.books import base, eenvoudig, nieuwekaart, saved, workbook
from tests.exchange.conftest import Importing, found, records, register, write
from tests.exchange.layouts.planmonitor.test_lists import HOF, LAAT
from woonplan.exchange.job import Choice
from woonplan.exchange.wording import left_lines, totals

HEADS = ("naam", "gemeente", "planstatus", "woningen", "gerealiseerd", "opmerkingen")


def lijst(path: Path, *plans: tuple[str, str, int], note: str | None = None) -> Path:
    rows = [[naam, gemeente, "2A", homes, 0, note] for naam, gemeente, homes in plans]
    return saved(workbook([HEADS, *rows], "Plannen"), path)


def snapshot(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def at(row: int) -> str:
    """Return the place of a plan in the list: its row, and the cells of its numbers."""
    return f"blad Plannen, rij {row} (woningen D{row}, gerealiseerd E{row})"


@pytest.fixture
def first(tmp_path: Path, importing: Importing) -> Path:
    """A register with three plans that were imported."""
    path = lijst(tmp_path / "lijst.xlsx", ("Hof", "Aa", 30), ("Wal", "Aa", 40), ("Dam", "Bee", 50))
    write(importing(path))
    return path


def edit(data: Path, name: str, old: str, new: str) -> None:
    path = data / "plannen" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_file_per_municipality_in_the_order_of_ids(first: Path, data: Path) -> None:
    del first
    assert sorted(p.name for p in (data / "plannen").iterdir()) == ["aa.yaml", "bee.yaml", "import.json"]
    dataset = register(data)
    assert [plan.id for plan in dataset.stand.plannen] == ["aa-hof", "aa-wal", "bee-dam"]
    assert [plan.vindplaats for plan in dataset.stand.plannen] == [at(n) for n in (2, 3, 4)]


def test_the_same_file_again_changes_no_byte(first: Path, data: Path, importing: Importing) -> None:
    before = snapshot(data)
    out = importing(first)
    assert out.files == {}
    assert out.merged is not None
    assert totals(out.merged) == "0 nieuw, 0 gewijzigd, 3 gelijk, 0 verdwenen"
    write(out)
    assert snapshot(data) == before


def test_the_next_file_touches_what_changed_and_nothing_else(
    first: Path, data: Path, tmp_path: Path, importing: Importing
) -> None:
    del first
    before = snapshot(data)
    path = lijst(tmp_path / "later.xlsx", ("Aap", "Aa", 5), ("Hof", "Aa", 30), ("Wal", "Aa", 45), ("Dam", "Bee", 50))
    write(importing(path, peildatum="2026-04-01"))
    after = snapshot(data)
    old, new = (snap["plannen/aa.yaml"].decode().splitlines() for snap in (before, after))
    assert [line for line in old if line not in new] == [
        "peildatum: 2026-01-01",
        "    woningen: 40",
        f"    vindplaats: {at(3)}",
    ]
    assert "  - id: aa-aap" in new
    assert new.index("  - id: aa-aap") < new.index("  - id: aa-hof")
    # What did not change goes on naming the file and row it was read from.
    plans = {plan.id: plan for plan in register(data).stand.plannen}
    assert plans["aa-hof"].vindplaats == at(2)
    assert plans["aa-wal"].vindplaats == at(4)
    assert plans["aa-hof"].bron != plans["aa-wal"].bron
    assert after["plannen/bee.yaml"].decode() == before["plannen/bee.yaml"].decode().replace("2026-01-01", "2026-04-01")


def test_rows_in_another_order_change_nothing(first: Path, data: Path, tmp_path: Path, importing: Importing) -> None:
    del first
    path = lijst(tmp_path / "om.xlsx", ("Dam", "Bee", 50), ("Wal", "Aa", 40), ("Hof", "Aa", 30))
    assert importing(path).files == {}
    assert data.exists()


def test_a_row_that_is_gone_is_marked_and_comes_back(
    first: Path, data: Path, tmp_path: Path, importing: Importing
) -> None:
    out = importing(lijst(tmp_path / "minder.xlsx", ("Hof", "Aa", 30)))
    (finding,) = found(out, 623)
    assert "'aa-wal'" in finding.message
    assert "telt niet meer mee" in finding.message
    write(out)
    plan = register(data).stand.plan("aa-wal")
    assert plan is not None
    assert (plan.telt_mee, plan.reden, plan.woningen) == (False, "staat niet meer in minder.xlsx", 40)
    # Bee is not in the file, so nothing is said of its plans.
    dam = register(data).stand.plan("bee-dam")
    assert dam is not None
    assert dam.telt_mee
    again = importing(lijst(tmp_path / "minder.xlsx", ("Hof", "Aa", 30)))
    assert not found(again, 623)
    assert again.files == {}
    write(importing(first))
    wal = register(data).stand.plan("aa-wal")
    assert wal is not None
    assert (wal.telt_mee, wal.reden) == (True, None)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("    woningen: 40", "    woningen: 44"),
        ("    naam: Wal\n", "    naam: Wal # let op: grens\n"),
        ("    woningen: 40", "    # met de hand\n    woningen: 40\n    strategie: radialen_nog"),
    ],
)
def test_an_edit_stays_while_the_file_says_the_same(
    first: Path, data: Path, tmp_path: Path, importing: Importing, old: str, new: str
) -> None:
    edit(data, "aa.yaml", old, new)
    before = snapshot(data)
    assert importing(first).files == {}
    write(importing(lijst(tmp_path / "ander.xlsx", ("Hof", "Aa", 31), ("Wal", "Aa", 40), ("Dam", "Bee", 50))))
    text = (data / "plannen" / "aa.yaml").read_text(encoding="utf-8")
    assert new in text
    assert "woningen: 31" in text
    assert before["plannen/bee.yaml"] == snapshot(data)["plannen/bee.yaml"]


def test_both_changed_is_a_conflict_that_shows_both(
    first: Path, data: Path, tmp_path: Path, importing: Importing
) -> None:
    del first
    edit(data, "aa.yaml", "    woningen: 40", "    woningen: 44 # navraag")
    before = snapshot(data)
    path = lijst(tmp_path / "later.xlsx", ("Hof", "Aa", 30), ("Wal", "Aa", 48))
    out = importing(path)
    (finding,) = found(out, 622)
    assert "woningen: register 44, bestand 48" in finding.message
    assert "aa.yaml:" in finding.message
    assert out.blocked
    mine = importing(path, choice=Choice.REGISTER)
    write(mine)
    assert "woningen: 44 # navraag" in (data / "plannen" / "aa.yaml").read_text(encoding="utf-8")
    assert importing(path).files == {}
    for name, content in before.items():
        (data / name).write_bytes(content)
    write(importing(path, choice=Choice.BESTAND))
    wal = register(data).stand.plan("aa-wal")
    assert wal is not None
    assert wal.woningen == 48


def test_hand_written_plans_around_the_imported_ones_keep_every_byte(
    first: Path, data: Path, tmp_path: Path, importing: Importing
) -> None:
    del first
    own = (
        "  # Dit plan kwam per brief.\n"
        "  - {id: aa-eigen, naam: 'Eigen plan', gemeente: Aa, planstatus: 3,   woningen: 12,\n"
        "     gerealiseerd: 0}   # navragen\n"
        "\n  # tot hier\n"
    )
    edit(data, "aa.yaml", "  - id: aa-wal", f"{own}  - id: aa-wal")
    path = lijst(tmp_path / "later.xlsx", ("Bos", "Aa", 7), ("Hof", "Aa", 31), ("Wal", "Aa", 41))
    write(importing(path))
    text = (data / "plannen" / "aa.yaml").read_text(encoding="utf-8")
    assert own in text
    ids = [plan.id for plan in register(data).stand.plannen if plan.gemeente == "Aa"]
    assert sorted(ids) == ["aa-bos", "aa-eigen", "aa-hof", "aa-wal"]


def test_a_hand_written_plan_of_the_same_id_is_never_overwritten_unasked(
    data: Path, tmp_path: Path, importing: Importing
) -> None:
    folder = data / "plannen"
    folder.mkdir()
    text = (
        "versie: 1\npeildatum: 2026-01-01\nsoort_aantal: bruto\nplannen:\n"
        "  - id: aa-hof\n    naam: Hof\n    gemeente: Aa\n    planstatus: 2A\n    woningen: 25\n    gerealiseerd: 0\n"
        "    bron: nota\n"
    )
    (folder / "aa.yaml").write_text(text, encoding="utf-8")
    out = importing(lijst(tmp_path / "x.xlsx", ("Hof", "Aa", 30)))
    assert "woningen: register 25, bestand 30" in found(out, 622)[0].message
    same = importing(lijst(tmp_path / "y.xlsx", ("Hof", "Aa", 25)))
    assert not same.errors
    assert folder / "aa.yaml" not in same.files


def test_what_the_file_has_no_column_for_stays(first: Path, data: Path, tmp_path: Path, importing: Importing) -> None:
    del first
    edit(
        data, "aa.yaml", "    woningen: 40", "    woningen: 40\n    strategie: stedelijk_wonen\n    onderdeel_van: post"
    )
    write(importing(lijst(tmp_path / "later.xlsx", ("Hof", "Aa", 30), ("Wal", "Aa", 48)), choice=Choice.BESTAND))
    text = (data / "plannen" / "aa.yaml").read_text(encoding="utf-8")
    assert "woningen: 48" in text
    assert "strategie: stedelijk_wonen" in text
    assert "onderdeel_van: post" in text


def test_a_plan_that_somebody_took_out_stays_out(first: Path, data: Path, tmp_path: Path, importing: Importing) -> None:
    path = data / "plannen" / "aa.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index("  - id: aa-wal")], encoding="utf-8")
    out = importing(first)
    assert out.files == {}
    assert out.merged is not None
    assert out.merged.removed == ["aa-wal"]
    assert any("blijft weg aa-wal" in line for line in left_lines(out.merged))
    changed = lijst(tmp_path / "later.xlsx", ("Hof", "Aa", 30), ("Wal", "Aa", 48))
    assert "uit het register gehaald" in found(importing(changed), 622)[0].message
    write(importing(changed, choice=Choice.BESTAND))
    assert register(data).stand.plan("aa-wal") is not None


def test_a_plan_keeps_its_id_when_its_own_system_keeps_its_number(
    data: Path, tmp_path: Path, importing: Importing
) -> None:
    rows = (
        "1;V;Aa;Hof;Verdichting;1A;24;0;0;0;0;24;0;0;24;0;0;24;2020;",
        "2;V;Aa;Hof;Verdichting;1A;9;0;0;0;0;9;0;0;9;0;0;9;2020;",
    )
    path = tmp_path / "kaart.csv"
    path.write_text(nieuwekaart(*rows), encoding="utf-8")
    write(importing(path))
    assert [plan.id for plan in register(data).stand.plannen] == ["aa-hof-1", "aa-hof-2"]
    path.write_text(nieuwekaart(rows[1].replace("Hof", "Hof Oost"), rows[0]), encoding="utf-8")
    write(importing(path))
    plans = {plan.id: plan.naam for plan in register(data).stand.plannen}
    assert plans == {"aa-hof-1": "Hof", "aa-hof-2": "Hof Oost"}


def test_a_plan_keeps_its_id_between_layouts_of_one_product_and_is_not_counted_twice(
    data: Path, tmp_path: Path, importing: Importing
) -> None:
    from tests.exchange.books import uitgebreid

    write(importing(saved(workbook(eenvoudig([(base("Hof"), HOF), (base("Oud"), LAAT)])), tmp_path / "a.xlsx")))
    out = importing(saved(workbook(uitgebreid([(base("Hof"), HOF)])), tmp_path / "b.xlsx"))
    assert "'aa-oud'" in found(out, 623)[0].message
    write(out)
    plans = {plan.id: plan for plan in register(data).stand.plannen}
    assert set(plans) == {"aa-hof", "aa-oud"}
    assert (plans["aa-hof"].woningen, plans["aa-hof"].restant) == (60, None)
    assert not plans["aa-oud"].telt_mee


def test_a_plan_of_another_product_is_left_alone_and_said(first: Path, tmp_path: Path, importing: Importing) -> None:
    del first
    out = importing(saved(workbook(eenvoudig([(base("Hof"), HOF)])), tmp_path / "b.xlsx"), choice=Choice.BESTAND)
    (finding,) = found(out, 623)
    assert "'aa-wal'" in finding.message
    assert "andere indeling (tabel)" in finding.message
    assert out.merged is not None
    assert [change.plan_id for change in out.merged.changes] == ["aa-hof"]


def test_one_state_has_one_date(first: Path, tmp_path: Path, importing: Importing) -> None:
    del first
    out = importing(lijst(tmp_path / "x.xlsx", ("Hof", "Aa", 30)), peildatum="2026-07-01")
    (finding,) = found(out, 624)
    assert "bee.yaml" in finding.message
    assert out.blocked
    assert out.files == {}


def test_an_empty_plan_file_makes_room_and_one_with_plans_does_not(
    data: Path, tmp_path: Path, importing: Importing
) -> None:
    single = data / "plannen.yaml"
    single.write_text("versie: 1\npeildatum: 1900\nplannen: []\n", encoding="utf-8")
    path = lijst(tmp_path / "x.xlsx", ("Hof", "Aa", 30))
    write(importing(path))
    assert register(data).stand.plan("aa-hof") is not None
    assert (data / "plannen.yaml.leeg").read_text(encoding="utf-8").endswith("plannen: []\n")
    shutil.rmtree(data / "plannen")
    single.write_text("versie: 1\npeildatum: 2020\nplannen: [{id: a, naam: A, gemeente: Aa}]\n", encoding="utf-8")
    out = importing(path)
    assert "zelf een stand" in found(out, 624)[0].message
    assert out.blocked
    elsewhere = importing(path, output=data / "plannen-2026")
    assert not elsewhere.blocked
    write(elsewhere)
    assert register(data, data / "plannen-2026").stand.plan("aa-hof") is not None


@pytest.mark.parametrize(
    "text",
    [
        "versie: 1\npeildatum: 2026-01-01\nplannen: [{id: aa-x, naam: X, gemeente: Aa}]\n",
        "versie: 1\npeildatum: 2026-01-01\nplannen:\n  -\n    id: aa-x\n    naam: X\n    gemeente: Aa\n",
    ],
)
def test_a_file_that_cannot_be_changed_line_by_line_is_left_alone(
    data: Path, tmp_path: Path, importing: Importing, text: str
) -> None:
    (data / "plannen").mkdir()
    (data / "plannen" / "aa.yaml").write_text(text, encoding="utf-8")
    out = importing(lijst(tmp_path / "x.xlsx", ("Hof", "Aa", 30)))
    assert "streepje op eigen regels" in found(out, 627)[0].message
    assert out.blocked
    assert out.files == {}


def test_line_ends_and_the_mark_of_a_file_stay(first: Path, data: Path, tmp_path: Path, importing: Importing) -> None:
    del first
    path = data / "plannen" / "aa.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    write(importing(lijst(tmp_path / "later.xlsx", ("Bos", "Aa", 7), ("Hof", "Aa", 30), ("Wal", "Aa", 48))))
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\n") == content.count(b"\r\n")
    assert {plan.id for plan in register(data).stand.plannen} >= {"aa-bos", "aa-wal"}


def test_a_damaged_memory_is_said_and_nothing_is_taken_for_ours(first: Path, data: Path, importing: Importing) -> None:
    (data / "plannen" / "import.json").write_text("{", encoding="utf-8")
    out = importing(first)
    assert "beschadigd" in found(out, 627)[0].message
    assert out.blocked


def test_without_a_memory_what_is_equal_is_equal_and_the_rest_is_a_conflict(
    first: Path, data: Path, tmp_path: Path, importing: Importing
) -> None:
    (data / "plannen" / "import.json").unlink()
    out = importing(lijst(tmp_path / "later.xlsx", ("Hof", "Aa", 30), ("Wal", "Aa", 48)))
    assert [finding.subject for finding in found(out, 622)] == ["Wal"]
    again = importing(first)
    assert [path.name for path in again.files] == ["import.json"]


def test_documents_are_added_under_bronnen_and_every_other_byte_stays(first: Path, data: Path) -> None:
    del first
    from tests.conftest import GEMEENTEN

    text = (data / "gemeenten.yaml").read_text(encoding="utf-8")
    lines = text.splitlines()
    added = [line for line in lines if line not in GEMEENTEN.splitlines()]
    assert added[0].startswith("  - id: lijst-")
    assert [line.split(":")[0].strip() for line in added] == ["- id", "titel", "sha256"]
    assert [line for line in lines if line not in added] == GEMEENTEN.splitlines()


def test_an_empty_list_of_documents_is_filled(data: Path, tmp_path: Path, importing: Importing) -> None:
    path = data / "gemeenten.yaml"
    text = path.read_text(encoding="utf-8")
    start, end = text.index("bronnen:"), text.index("gemeenten:")
    path.write_text(text[:start] + "bronnen: [] # nog leeg\nopgaven: []\n" + text[end:], encoding="utf-8")
    write(importing(lijst(tmp_path / "x.xlsx", ("Hof", "Aa", 30))))
    assert "bronnen: # nog leeg\n  - id: x-" in path.read_text(encoding="utf-8")
    assert register(data).stand.plan("aa-hof") is not None


def test_partial_leaves_a_conflict_as_it_is_and_writes_the_rest(
    first: Path, data: Path, tmp_path: Path, importing: Importing
) -> None:
    del first
    edit(data, "aa.yaml", "    woningen: 40", "    woningen: 44")
    out = importing(lijst(tmp_path / "later.xlsx", ("Hof", "Aa", 33), ("Wal", "Aa", 48)), partial=True)
    assert not out.blocked
    write(out)
    text = (data / "plannen" / "aa.yaml").read_text(encoding="utf-8")
    assert "woningen: 33" in text
    assert "woningen: 44" in text
    assert [rows for _, rows, _ in out.result.rejected] == [(3,)]


def test_records(tmp_path: Path, importing: Importing) -> None:
    """Text of every kind comes through the whole way."""
    odd: list[tuple[str, Any]] = [
        ('\'t Hof: #1 - "A"', "Aa"),
        ("yes", "Aa"),
        ("1960", "Aa"),
        ("Ünïcode 漢 🏠", "Aa"),
        ("- x", "Aa"),
    ]
    path = lijst(tmp_path / "x.xlsx", *((naam, gemeente, 5) for naam, gemeente in odd), note="regel 1\nregel 2: {a}")
    out = importing(path)
    write(out)
    plans = register(tmp_path / "data").stand.plannen
    assert {plan.naam for plan in plans} == {naam for naam, _ in odd} == set(records(out))
    assert {plan.opmerkingen for plan in plans} == {"regel 1\nregel 2: {a}"}


def test_a_number_of_another_system_may_be_as_long_as_it_likes(
    data: Path, tmp_path: Path, importing: Importing
) -> None:
    plan = base("Hof", ID="x" * 5000)
    write(importing(saved(workbook(eenvoudig([(plan, HOF)])), tmp_path / "x.xlsx")))
    hof = register(data).stand.plan("aa-hof")
    assert hof is not None
    assert len(hof.vindplaats or "") < 1000


@pytest.mark.parametrize("choice", [Choice.REGISTER, Choice.BESTAND])
def test_a_hand_written_plan_of_the_same_id_follows_the_choice(
    data: Path, tmp_path: Path, importing: Importing, choice: Choice
) -> None:
    (data / "plannen").mkdir()
    kop = "versie: 1\npeildatum: 2026-01-01\nstatusdefinitie: basisset-2022\nsoort_aantal: bruto\nplannen:\n"
    own = "  - id: aa-hof\n    naam: Hof\n    gemeente: Aa\n    planstatus: 2A\n    woningen: 25\n"
    (data / "plannen" / "aa.yaml").write_text(kop + own, encoding="utf-8")
    out = importing(lijst(tmp_path / "x.xlsx", ("Hof", "Aa", 30)), choice=choice)
    write(out)
    assert out.merged is not None
    assert out.merged.kept == (["aa-hof"] if choice is Choice.REGISTER else [])
    plan = register(data).stand.plan("aa-hof")
    assert plan is not None
    assert plan.woningen == (25 if choice is Choice.REGISTER else 30)
    assert any("blijft   aa-hof" in line for line in left_lines(out.merged)) == (choice is Choice.REGISTER)


def test_a_plan_that_is_gone_and_was_changed_by_hand_is_left_as_it_is(
    first: Path, data: Path, tmp_path: Path, importing: Importing
) -> None:
    del first
    edit(data, "aa.yaml", "    woningen: 40", "    woningen: 44")
    before = snapshot(data)
    out = importing(lijst(tmp_path / "minder.xlsx", ("Hof", "Aa", 30)))
    (finding,) = found(out, 623)
    assert finding.message.endswith("het is met de hand gewijzigd en daarom niet aangeraakt")
    assert out.files == {}
    assert snapshot(data) == before


def test_a_conflict_shows_lists_and_what_is_not_there(
    first: Path, data: Path, tmp_path: Path, importing: Importing
) -> None:
    del first
    edit(data, "aa.yaml", "    woningen: 40", "    woningen: 40\n    locaties: [Kade, Dam]")
    heads = (*HEADS, "locaties", "knelpunten")
    path = saved(workbook([heads, ["Wal", "Aa", "2A", 40, 0, None, "Haven", "Stikstof"]]), tmp_path / "x.xlsx")
    (finding,) = found(importing(path), 622)
    assert "locaties: register Kade, Dam, bestand Haven" in finding.message
    assert "knelpunten: register niets, bestand stikstof" in finding.message


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("aa.yaml", "versie: 1\nplannen:\n  - id: [\n", "WP010"),
        ("aa.yaml", "versie: 1\nversie: 1\nplannen: []\n", "WP011"),
        ("aa.yaml", None, "WP002"),
        ("import.json", '{"versie": 2, "plannen": {}}', "WP627"),
    ],
)
def test_a_folder_with_something_wrong_in_it_is_left_alone(
    data: Path, tmp_path: Path, importing: Importing, name: str, text: str | None, said: str
) -> None:
    path = data / "plannen" / name
    path.parent.mkdir()
    if text is None:
        path.mkdir()
    else:
        path.write_text(text, encoding="utf-8")
    out = importing(lijst(tmp_path / "x.xlsx", ("Hof", "Aa", 30)))
    assert said in {finding.code for finding in out.errors}
    assert out.blocked
    assert out.files == {}


def test_a_reference_date_that_is_not_on_its_line_is_left_alone(
    data: Path, tmp_path: Path, importing: Importing
) -> None:
    (data / "plannen").mkdir()
    text = "versie: 1\npeildatum:\n  2025-01-01\nplannen:\n  - id: x\n    naam: X\n    gemeente: Aa\n"
    (data / "plannen" / "aa.yaml").write_text(text, encoding="utf-8")
    out = importing(lijst(tmp_path / "x.xlsx", ("Hof", "Aa", 30)))
    assert [finding.code for finding in out.errors] == ["WP627"]
    assert out.files == {}


def test_records_of_other_people_without_an_id_are_no_plan_of_ours(
    data: Path, tmp_path: Path, importing: Importing
) -> None:
    (data / "plannen").mkdir()
    text = "versie: 1\npeildatum: 2026-01-01\nplannen:\n  - naam: Zonder\n    gemeente: Aa\n"
    (data / "plannen" / "aa.yaml").write_text(text, encoding="utf-8")
    write(importing(lijst(tmp_path / "x.xlsx", ("Hof", "Aa", 30))))
    written = (data / "plannen" / "aa.yaml").read_text(encoding="utf-8")
    assert written.startswith(text)
    assert "  - id: aa-hof" in written


def test_documents_between_brackets_are_left_alone(data: Path, tmp_path: Path, importing: Importing) -> None:
    path = data / "gemeenten.yaml"
    text = path.read_text(encoding="utf-8")
    old = "bronnen:\n  - {id: nota, titel: Nota wonen, kort: Nota}\n"
    assert old in text
    path.write_text(text.replace(old, "bronnen: [{id: nota, titel: Nota wonen, kort: Nota}]\n"), encoding="utf-8")
    out = importing(lijst(tmp_path / "x.xlsx", ("Hof", "Aa", 30)))
    (finding,) = found(out, 627)
    assert "kan bij 'bronnen' niets toegevoegd worden" in finding.message
    assert out.files == {}


def levels(data: Path) -> dict[str, str]:
    return {plan.id: str(plan.vertrouwelijkheid) for plan in register(data).stand.plannen}


OPENBAAR = ["vertrouwelijkheid=openbaar"]


def test_who_may_see_the_plans_is_written_once(data: Path, tmp_path: Path, importing: Importing) -> None:
    path = lijst(tmp_path / "lijst.xlsx", ("Hof", "Aa", 30), ("Wal", "Aa", 40))
    write(importing(path, fixed=OPENBAAR))
    text = (data / "plannen" / "aa.yaml").read_text(encoding="utf-8")
    assert text.count("vertrouwelijkheid") == 1
    assert "soort_aantal: bruto\nvertrouwelijkheid: openbaar\n\nplannen:\n" in text
    assert levels(data) == {"aa-hof": "openbaar", "aa-wal": "openbaar"}
    before = snapshot(data)
    assert importing(path, fixed=OPENBAAR).files == {}
    more = lijst(tmp_path / "later.xlsx", ("Hof", "Aa", 31), ("Wal", "Aa", 40), ("Dam", "Aa", 5))
    write(importing(more, fixed=OPENBAAR))
    assert snapshot(data) != before
    assert (data / "plannen" / "aa.yaml").read_text(encoding="utf-8").count("vertrouwelijkheid") == 1
    assert levels(data) == dict.fromkeys(("aa-dam", "aa-hof", "aa-wal"), "openbaar")


def test_a_plan_without_a_level_is_not_made_public_by_its_file(
    data: Path, tmp_path: Path, importing: Importing
) -> None:
    write(importing(lijst(tmp_path / "lijst.xlsx", ("Hof", "Aa", 30), ("Wal", "Aa", 40)), fixed=OPENBAAR))
    more = lijst(tmp_path / "later.xlsx", ("Hof", "Aa", 31), ("Wal", "Aa", 40), ("Dam", "Aa", 5))
    write(importing(more))
    # What nobody says anything new of stays as it was; what is new is nobody's to see.
    assert levels(data) == {"aa-dam": "gemeente", "aa-hof": "openbaar", "aa-wal": "openbaar"}
    before = snapshot(data)
    assert importing(more).files == {}
    assert snapshot(data) == before


def test_a_level_that_a_person_moved_to_the_head_is_no_change(data: Path, tmp_path: Path, importing: Importing) -> None:
    path = tmp_path / "lijst.xlsx"
    rows = [[naam, "Aa", "2A", 30, 0, "Openbaar"] for naam in ("Hof", "Wal")]
    saved(workbook([(*HEADS[:5], "vertrouwelijkheid"), *rows], "Plannen"), path)
    write(importing(path))
    edit(data, "aa.yaml", "    vertrouwelijkheid: openbaar\n", "")
    edit(data, "aa.yaml", "\nplannen:\n", "vertrouwelijkheid: openbaar\n\nplannen:\n")
    out = importing(path)
    assert found(out, 622) == []
    assert [*out.files] in ([], [data / "plannen" / "import.json"])
    rows[0][-1] = "Regio"
    saved(workbook([(*HEADS[:5], "vertrouwelijkheid"), *rows], "Plannen"), path)
    write(importing(path, choice=Choice.BESTAND))
    assert levels(data) == {"aa-hof": "regio", "aa-wal": "openbaar"}
