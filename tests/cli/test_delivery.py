"""The charts of a command: drawn when asked, always in a page, and as loose files."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.cli.process import inside, woonplan


def test_gap_draws_only_when_asked() -> None:
    plain, drawn = woonplan("gap", "--toelichting"), woonplan("gap", "--grafiek")
    assert plain.returncode == drawn.returncode == 0
    assert "Van opgave naar saldo" not in plain.stdout.decode()
    assert "Van opgave naar saldo" in drawn.stdout.decode()
    # Every line without charts stands in the answer with them too.
    assert set(plain.stdout.splitlines()) <= set(drawn.stdout.splitlines())


def test_html_always_has_the_pictures() -> None:
    page = woonplan("gap", "--format", "html").stdout.decode()
    assert page.count("<figure") == 2


@pytest.mark.parametrize("command", [("gap",), ("report", "2020")])
def test_loose_files_for_a_document(tmp_path: Path, command: tuple[str, ...]) -> None:
    first, second = tmp_path / "een", tmp_path / "twee"
    done = [
        call(*command, "--charts", str(folder), "--format", "json")
        for folder, call in ((first, woonplan), (second, inside))
    ]
    assert [d.returncode for d in done] == [0, 0]
    names = sorted(path.name for path in first.iterdir())
    start = "-".join(command)
    assert {f"{start}-capaciteit.svg", f"{start}-saldo.svg"} <= set(names)
    for name in names:
        data = (first / name).read_bytes()
        assert ElementTree.fromstring(data).tag == "{http://www.w3.org/2000/svg}svg"  # noqa: S314 - our own output
        assert data == (second / name).read_bytes()
    assert b"Geschreven: " in done[0].stderr


def test_commands_do_not_write_over_the_charts_of_each_other(tmp_path: Path) -> None:
    written: dict[str, bytes] = {}
    for command in (
        ("gap",),
        ("gap", "--by", "gemeente"),
        ("gap", "--by", "jaar"),
        ("report", "2020"),
        ("report", "2019"),
    ):
        assert inside(*command, "--charts", str(tmp_path)).returncode == 0
        now = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
        assert now.items() >= written.items()
        assert len(now) > len(written), command
        written = now


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("x", encoding="utf-8")
    done = woonplan("gap", "--charts", str(tmp_path / "bestand"))
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"Traceback" not in done.stderr
    assert (tmp_path / "bestand").read_text(encoding="utf-8") == "x"
