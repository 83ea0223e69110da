"""Text from a file is shown and never acts: not on a terminal, not in a CI log, not as markup."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import GEMEENTEN, PLANNEN, Register
from woonplan.cli.run import run
from woonplan.render.findings.text import render_findings

HOSTILE = [
    (r'"\x1b[31mrood"', "\\x1b[31mrood"),
    (r'"\x1b]0;titel\x07"', "\\x1b]0;titel\\x07"),
    (r'"a\r\n::error::b"', "\\r\\n::error::b"),
    (r'"a\n::error file=x::b"', "\\n::error file=x::b"),
    ('"[red]b[/red]"', "[red]b[/red]"),
    ('"a%0A::error::b"', "%0A::error::b"),
    (r'"\u202Eomgekeerd"', "\\u202eomgekeerd"),
    (r'"\u009b31m"', "\\x9b31m"),
    (r'"\0nul"', "\\x00nul"),
]

PLACES = [
    "  - {id: a, naam: A, gemeente: %s}\n",
    "  - {id: a, naam: A, gemeente: Aa, woningen: %s}\n",
    "  - {id: a, naam: A, gemeente: Aa, %s: 1}\n",
    "  - {id: %s, naam: A, gemeente: Aa}\n",
    "  - {id: a, naam: A, gemeente: Aa, planstatus: %s}\n",
    "  - {id: a, naam: A, gemeenten: [Aa, Bee], verdeling: {%s: x}}\n",
    "  - {id: a, naam: A, gemeente: Aa, oplevering: {%s: 4}}\n",
    "  - {id: a, naam: A, regio: %s}\n",
    "  - {id: a, naam: A, gemeente: Aa, onderdeel_van: x, %s: 1, %s: 2}\n",
]


def harmless(text: str) -> bool:
    lines = text.split("\n")
    return all(c.isprintable() and c != "\u202e" for line in lines for c in line) and not any(
        line.startswith("::") for line in lines
    )


@pytest.mark.parametrize("record", PLACES)
@pytest.mark.parametrize(("value", "shown"), HOSTILE)
def test_findings_show_it(register: Register, record: str, value: str, shown: str) -> None:
    loaded = register(record.replace("%s", value))
    assert loaded.findings
    assert all(f.message.isprintable() and f.hint.isprintable() for f in loaded.findings)
    rendered = render_findings(loaded.findings)
    assert harmless(rendered)
    assert shown in "".join(f.message for f in loaded.findings)


@pytest.mark.parametrize(("value", "shown"), HOSTILE)
def test_the_table_shows_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], value: str, shown: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "500")
    (tmp_path / "gemeenten.yaml").write_text(GEMEENTEN.replace("naam: Bee", f"naam: {value}"), encoding="utf-8")
    record = f"  - {{id: a, naam: A, gemeente: {value}, planstatus: 1A, restant: 5}}\n"
    (tmp_path / "plannen.yaml").write_text(PLANNEN + record, encoding="utf-8")
    for form in ("table", "md"):
        assert run(["gap", "--data", str(tmp_path), "--by", "gemeente", "--format", form]) == 0
        out, err = capsys.readouterr()
        assert harmless(out)
        assert harmless(err)
        # Markdown escapes its own signs, so the text is looked for without them.
        assert shown.replace("\\", "") in out.replace("\\", "")


def test_a_refused_file_shows_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "gemeenten.yaml").write_text(GEMEENTEN, encoding="utf-8")
    (tmp_path / "plannen.yaml").write_bytes(b"a: \x1b[31m[red]rood\n")
    assert run(["gap", "--data", str(tmp_path)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert harmless(err)
    assert "\\x1b[31m[red]rood" in err
