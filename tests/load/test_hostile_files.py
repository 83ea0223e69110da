"""Hostile and broken files: each a finding with a code and a place, in bounded time and memory."""

from __future__ import annotations

import os
import time
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import woonplan.yaml_io.text as text_module
from tests.conftest import GEMEENTEN, PLANNEN
from tests.system import LINKS, PIPES, STREAMS
from woonplan.cli.run import run
from woonplan.load import Loaded, load
from woonplan.load.agenda import load_agenda
from woonplan.load.bekend import load_bekend
from woonplan.load.shape import MAX_FINDINGS
from woonplan.render.findings.text import render_findings

SECONDS = 30.0
"""Ten times what the slowest file here needs on a quiet machine; the square of its size would be far more."""

PLAN = "  - {id: a, naam: A, gemeente: Aa, planstatus: 1A, restant: 5}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "gemeenten.yaml").write_text(GEMEENTEN, encoding="utf-8")
    (tmp_path / "plannen.yaml").write_text(PLANNEN + PLAN, encoding="utf-8")
    return tmp_path


@pytest.fixture(autouse=True)
def _bounded_time() -> Iterator[None]:
    start = time.process_time()
    yield
    assert time.process_time() - start < SECONDS


def codes(loaded: Loaded) -> list[str]:
    for finding in loaded.findings:
        assert finding.place is not None
        assert finding.place.file
        assert len(finding.message) < 400
        assert len(finding.excerpt) < 500
    assert render_findings(loaded.findings)
    return [f.code for f in loaded.findings]


def with_plans(folder: Path, data: bytes | str) -> Loaded:
    path = folder / "plannen.yaml"
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return load(folder)


GOOD = PLANNEN + PLAN
LAUGHS = "a0: &a0 [x, x]\n" + "".join(f"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]\n" for i in range(1, 60))

REFUSED = {
    "a tab": (GOOD.replace("  - {", "\t- {"), "WP010", 6),
    "an anchor": (GOOD.replace("naam: A", "naam: &x A"), "WP013", 6),
    "an alias of itself": (PLANNEN + "  - &x [*x]\n", "WP013", 6),
    "a merge key": (GOOD.replace("{id", "{<<: {naam: B}, id"), "WP013", 6),
    "a custom tag": (GOOD.replace("naam: A", "naam: !eigen A"), "WP013", 6),
    "a Python object": (GOOD.replace("naam: A", "naam: !!python/object/apply:os.system [ls]"), "WP013", 6),
    "two documents": (GOOD + "---\n" + GOOD, "WP014", 7),
    "nothing": ("", "WP005", 1),
    "comments only": ("# een\n\n# twee\n", "WP005", 1),
    "a list at the top": ("- a\n- b\n", "WP107", 1),
    "a word at the top": ("hallo\n", "WP107", 1),
    "a number at the top": ("3", "WP107", 1),
    "null at the top": ("~", "WP107", 1),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "WP008", 0),
    "a zip (xlsx)": (b"PK\x03\x04\x14\x00\x06\x00", "WP008", 0),
    "NUL": (GOOD.replace("naam: A", "naam: A\0"), "WP004", 6),
    "UTF-16": (GOOD.encode("utf-16"), "WP004", 0),
    "Latin-1": (GOOD.replace("naam: A", "naam: café").encode("latin-1"), "WP004", 6),
    "a control character": (GOOD.replace("naam: A", "naam: \x07"), "WP010", 6),
    "an escape code": (GOOD.replace("naam: A", "naam: \x1b[31m"), "WP010", 6),
    "brackets, 100,000 deep": (PLANNEN + "  " + "[" * 100_000, "WP015", 6),
    "braces, 100,000 deep": (PLANNEN + "  " + "{a: " * 100_000, "WP015", 6),
    "dashes, 100,000 deep": ("- " * 100_000, "WP015", 1),
    "blocks, 3,000 deep": ("".join(f"{' ' * i}a:\n" for i in range(3_000)), "WP015", 65),
    "an alias bomb": (LAUGHS, "WP013", 1),
    "half a value": (GOOD[:-4], "WP010", 7),
}


@pytest.mark.parametrize(("data", "code", "line"), list(REFUSED.values()), ids=list(REFUSED))
def test_refused_at_its_place(folder: Path, data: bytes | str, code: str, line: int) -> None:
    loaded = with_plans(folder, data)
    assert loaded.dataset is None
    assert code in codes(loaded)
    first = next(f for f in loaded.findings if f.code == code)
    assert first.place is not None
    assert first.place.file.endswith("plannen.yaml")
    # Unclosed brackets end on the line after the last one, as far as the parser is concerned.
    assert first.place.line in ((line, line - 1) if code == "WP010" else (line,))
    assert first.hint


@pytest.mark.parametrize("data", list(REFUSED.values()), ids=list(REFUSED))
def test_refused_as_gemeenten_too_and_the_command_exits_2(
    folder: Path, capsys: pytest.CaptureFixture[str], data: tuple[bytes | str, str, int]
) -> None:
    raw = data[0]
    (folder / "gemeenten.yaml").write_bytes(raw.encode() if isinstance(raw, str) else raw)
    assert run(["gap", "--data", str(folder)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert data[1] in err
    assert "Traceback" not in err
    assert "Fout in woonplan zelf" not in err


@pytest.mark.parametrize(
    "data",
    [b"\xef\xbb\xbf" + GOOD.encode(), GOOD.replace("\n", "\r\n").encode(), GOOD.encode().rstrip(b"\n")],
    ids=["a byte order mark", "CRLF", "no last line end"],
)
def test_fine(folder: Path, data: bytes) -> None:
    loaded = with_plans(folder, data)
    assert loaded.findings == ()
    assert loaded.dataset is not None
    assert loaded.dataset.stand.place("a", "naam").line == 6


def test_a_line_of_50_mb(folder: Path) -> None:
    data = (PLANNEN + "  - {id: a, gemeente: Aa, naam: " + "x" * 50_000_000 + "}\n").encode()
    (folder / "plannen.yaml").write_bytes(data)
    tracemalloc.start()
    try:
        loaded = load(folder)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert codes(loaded) == ["WP112"]
    # The bytes, the text, the value, and what the parser keeps: a small multiple of the file.
    assert peak < 10 * len(data)


def test_an_alias_bomb_costs_no_memory(folder: Path) -> None:
    (folder / "plannen.yaml").write_text(LAUGHS, encoding="utf-8")
    tracemalloc.start()
    try:
        load(folder)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 5_000_000


def no_file(path: Path) -> None:
    path.unlink()


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def a_link_to_itself(path: Path) -> None:
    path.unlink()
    path.symlink_to(path)


def a_dead_link(path: Path) -> None:
    path.unlink()
    path.symlink_to("nergens")


def a_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def a_device(path: Path) -> None:
    path.unlink()
    path.symlink_to("/dev/zero")


@pytest.mark.parametrize(
    ("damage", "code"),
    [
        (no_file, "WP001"),
        (a_folder, "WP002"),
        pytest.param(a_link_to_itself, "WP002", marks=LINKS),
        pytest.param(a_dead_link, "WP001", marks=LINKS),
        pytest.param(a_pipe, "WP002", marks=PIPES),
        pytest.param(a_device, "WP002", marks=STREAMS),
    ],
    ids=lambda v: getattr(v, "__name__", v),
)
@pytest.mark.parametrize("name", ["gemeenten.yaml", "plannen.yaml"])
def test_what_is_no_file(folder: Path, name: str, damage: Callable[[Path], None], code: str) -> None:
    damage(folder / name)
    loaded = load(folder)
    assert loaded.dataset is None
    assert codes(loaded) == [code]
    assert loaded.findings[0].place is not None
    assert loaded.findings[0].place.file.endswith(name)


@pytest.mark.parametrize(("owner", "method"), [(os, "open"), (Path, "stat")], ids=["open", "stat"])
def test_a_file_that_may_not_be_read(folder: Path, owner: object, method: str, monkeypatch: pytest.MonkeyPatch) -> None:
    original = getattr(owner, method)

    def refuse(path: Path, *args: object, **kwargs: object) -> object:
        if Path(path).name == "plannen.yaml":
            raise PermissionError(13, "Permission denied")
        return original(path, *args, **kwargs)

    monkeypatch.setattr(owner, method, refuse)
    loaded = load(folder)
    assert codes(loaded) == ["WP002"]
    assert "mag niet gelezen worden" in loaded.findings[0].message


def test_a_folder_that_may_not_be_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "standen").mkdir()

    def refuse(_: Path) -> Iterator[Path]:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert codes(load(folder, folder / "standen")) == ["WP002"]


@pytest.mark.parametrize("name", ["x" * 300, "a\0b", "a/" * 3000])
def test_a_name_that_cannot_be(folder: Path, name: str) -> None:
    loaded = load(folder, folder / name)
    assert loaded.dataset is None
    assert loaded.findings[0].code in ("WP001", "WP002")


def test_a_file_that_is_too_large(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_module, "MAX_BYTES", len(GOOD) - 1)
    (folder / "gemeenten.yaml").write_text("versie: 1\n", encoding="utf-8")
    loaded = load(folder)
    assert "WP003" in codes(loaded)


def capped(loaded: Loaded, more: int) -> None:
    plans = [f for f in loaded.findings if f.place and f.place.file.endswith("plannen.yaml")]
    assert len(plans) == MAX_FINDINGS + 1
    assert plans[-1].code == "WP198"
    assert plans[-1].message == f"nog {more} bevindingen niet getoond"
    assert loaded.dataset is None
    codes(loaded)


COUNT = 100_000


def test_100_000_double_keys(folder: Path) -> None:
    capped(with_plans(folder, GOOD + "openbaar: true\n" * (COUNT + 1)), COUNT - MAX_FINDINGS)


def test_100_000_double_keys_that_differ(folder: Path) -> None:
    keys = "".join(f"k{i}: 1\n" for i in range(COUNT // 2))
    # Half of them double, and the first half unknown.
    capped(with_plans(folder, GOOD + keys + keys), COUNT - MAX_FINDINGS)


@pytest.mark.parametrize(
    ("record", "count"),
    [
        ("  - {id: p%d, woningen: 2.000}\n", COUNT // 10),
        ("  - {id: p%d, naam: A, gemeente: Bea%d}\n", 8_000),
        ("  - {id: p%d, naam: A, gemeente: Aa, bron: noto%d}\n", 8_000),
        ("  - {id: p%d, naam: A, gemeente: Aa, onderdeel_van: q%d}\n", 8_000),
        ("  - {id: p%d, naam: A, gemeente: Aa, woningen: 1, gerealiseerd: 2}\n", 8_000),
        ("  - x%d\n", COUNT),
    ],
)
def test_broken_plans_are_counted_not_listed(folder: Path, record: str, count: int) -> None:
    plans = "".join(record.replace("%d", str(i)) for i in range(count))
    # The first has three in each record: no name and no municipality, and 2.000 is no whole number.
    findings = 3 * count if "2.000" in record else count
    capped(with_plans(folder, PLANNEN + plans), findings - MAX_FINDINGS)


def test_misspelt_references_among_many_aggregates(folder: Path) -> None:
    whole = "  - {id: s%d, naam: A, soort: verzamelpost, regio: Dal, planstatus: hard}\n"
    part = "  - {id: p%d, naam: A, gemeente: Aa, planstatus: hard, onderdeel_van: t%d}\n"
    plans = "".join(whole % i for i in range(5_000)) + "".join(part % (i, i) for i in range(5_000))
    capped(with_plans(folder, PLANNEN + plans), 5_000 - MAX_FINDINGS)


def test_a_division_over_names_that_do_not_exist(folder: Path) -> None:
    names = ", ".join(f"g{i}: 1" for i in range(20_000))
    record = f"  - {{id: a, naam: A, gemeenten: [Aa, Bee], verdeling: {{{names}}}}}\n"
    capped(with_plans(folder, PLANNEN + record), 20_000 - MAX_FINDINGS)


def test_many_control_totals(folder: Path) -> None:
    plans = "".join(f"  - {{id: p{i}, naam: A, gemeente: Aa, planstatus: hard, restant: 1}}\n" for i in range(5_000))
    control = "controle:\n" + "".join(f"  - {{id: c{i}, klassen: [hard], woningen: 1}}\n" for i in range(5_000))
    capped(with_plans(folder, PLANNEN + plans + control), 5_000 - MAX_FINDINGS)


def test_of_a_flood_of_errors_the_first_are_listed_and_the_others_counted(folder: Path) -> None:
    # Id, name and area are missing in each of 3,000 records; what is kept of an error is not small.
    plans = "versie: 1\npeildatum: 2024\nstatusdefinitie: onbekend\nplannen:\n" + "  - {}\n" * 3000
    found = with_plans(folder, plans).findings
    assert len(found) == 1001
    assert found[-1].code == "WP198"
    assert found[-1].message == "nog 8000 bevindingen niet getoond"


def test_what_is_not_listed_is_counted_by_its_severity(folder: Path) -> None:
    # 1,001 errors come first; a reason beside a record that counts is a warning.
    wrong = "".join(f"  - {{id: p{i}, naam: A, gemeente: Aa, woningen: 1, gerealiseerd: 2}}\n" for i in range(1_001))
    doubtful = "".join(f"  - {{id: q{i}, naam: A, gemeente: Aa, reden: dubbel}}\n" for i in range(7))
    found = with_plans(folder, PLANNEN + wrong + doubtful).findings[MAX_FINDINGS:]
    assert [(f.code, f.severity, f.number) for f in found] == [("WP198", "fout", 1), ("WP198", "waarschuwing", 7)]
    assert [f.message for f in found] == ["nog 1 bevinding niet getoond", "nog 7 bevindingen niet getoond"]


def test_warnings_that_are_not_listed_do_not_stand_in_the_way_of_computing(folder: Path) -> None:
    doubtful = "".join(f"  - {{id: q{i}, naam: A, gemeente: Aa, reden: dubbel}}\n" for i in range(MAX_FINDINGS + 2))
    loaded = with_plans(folder, PLANNEN + doubtful)
    assert loaded.dataset is not None
    assert loaded.errors == ()
    assert render_findings(loaded.findings).splitlines()[-1] == "0 fouten, 1002 waarschuwingen."


@pytest.mark.parametrize(("name", "key"), [("agenda.yaml", "acties"), ("bekend.yaml", "bevindingen")])
def test_what_is_not_listed_of_the_other_files_is_counted_as_well(folder: Path, name: str, key: str) -> None:
    (folder / name).write_text(f"versie: 1\n{key}:\n" + "  - x\n" * 1_500, encoding="utf-8")
    findings = load_agenda(folder / name).findings if key == "acties" else load_bekend(folder / name, None).findings
    assert sum(f.number for f in findings) == 1_500
    assert findings[-1].message == "nog 500 bevindingen niet getoond"
