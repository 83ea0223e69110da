"""Markdown that pastes: read back it is the same table, and no cell can act."""

from __future__ import annotations

import re

import pytest

from tests.render.documents import DOCUMENT, EXACTS, HOSTILE, NAME, exacts, one
from woonplan.render.markdown import render_markdown

_UNESCAPED = r"(?<!\\)(?:\\\\)*"


def cells(line: str) -> list[str]:
    """Split a row at the column marks that GitHub sees, and read the escapes back."""
    parts = re.split(r"(?<!\\)\|", line.strip().strip("|"))
    return [re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", part.strip()) for part in parts]


def table_lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith("|")]


def test_the_table_reads_back() -> None:
    rows = [cells(line) for line in table_lines(render_markdown(DOCUMENT))]
    assert rows[0] == ["naam", "aantal", "hard", "saldo", "bron"]
    # A rule is as long as the longest text of its column, at most 40: converters make the column so wide.
    assert [(len(rule), rule.strip("-")) for rule in rows[1]] == [
        (40, ""), (9, ":"), (len("min. 0 (2 plannen zonder aantal)"), ":"), (len("tekort 345 tot over 1.655"), ":"),
        (len("=cmd\\|' /C calc'\\!A0"), ""),
    ]  # fmt: skip
    assert rows[2] == [NAME, "1.200", "ca. 8.300", "tekort 1.900", ""]
    assert rows[4][0] == "[red]x[/red]\\x1b[31m\\nnieuw|<b>&\\u202e"
    assert rows[4][4] == "=cmd|' /C calc'!A0"
    assert rows[5][:2] == ["**totaal**", "**1.200**"]


def test_exact_numbers_stand_at_the_right() -> None:
    rows = [cells(line) for line in table_lines(render_markdown(exacts(*EXACTS)))]
    assert [rule.strip("-") for rule in rows[1]] == ["", ":"]
    assert [row[1] for row in rows[2:5]] == ["41,5%", "ca. 67%", "min. 4,15 jaar (2 plannen zonder aantal)"]


def test_every_row_has_as_many_cells_as_its_header() -> None:
    blocks = re.findall(r"(?:^\|.*\n)+", render_markdown(DOCUMENT), re.MULTILINE)
    assert len(blocks) == 3
    for block in blocks:
        assert len({len(cells(line)) for line in block.splitlines()}) == 1
    assert len(blocks[2].splitlines()) == 2  # the table without rows: header and rule


def test_a_detail_is_indented() -> None:
    assert "| &nbsp;&nbsp;deel |" in render_markdown(DOCUMENT)


@pytest.mark.parametrize(
    "text",
    [
        HOSTILE,
        "<script>alert(1)</script>",
        "[klik](javascript:alert(1))",
        "![beeld](x)",
        "<https://example.org>",
        "https://example.org/x",
        "HTTP://example.org",
        "www.example.org",
        "`code` *nadruk* **vet** ~~weg~~ __a__",
        "a | b",
        "\\| \\",
        "&lt;b&gt; &#60;",
        "$x$",
        "# kop",
    ],
)
def test_nothing_in_a_cell_means_anything(text: str) -> None:
    result = render_markdown(one(text, "einde"))
    row = table_lines(result)[2]
    assert len(cells(row)) == 2
    bare = re.sub(r"\\[!-/:-@\[-`{-~]", "", row.strip("| \n"))
    bare = bare.replace("|", "", 1)  # the one mark between the two cells
    assert not re.search(r"[<>\[\]`*~&|$#!\\]", bare)
    assert "://" not in bare
    assert "www." not in bare
    assert not re.search(r"(?<!\w)_|_(?!\w)", bare)


@pytest.mark.parametrize(
    ("note", "line"),
    [
        ("- punt", "\\- punt"),
        ("+ punt", "\\+ punt"),
        ("=== ", "\\=== "),
        ("--- ", "\\--- "),
        ("1. een", "1\\. een"),
        ("12) twaalf", "12\\) twaalf"),
        ("2020 is een jaar", "2020 is een jaar"),
        ("    vier spaties", "vier spaties"),
        ("> aanhaling", "\\> aanhaling"),
        ("# kop", "\\# kop"),
        ("1.", "1\\."),
    ],
)
def test_a_note_is_a_paragraph_whatever_it_starts_with(note: str, line: str) -> None:
    lines = render_markdown(one("a", notes=(note,))).splitlines()
    assert lines[-1] == line.rstrip() or lines[-1] == line


def test_an_identifier_stays_readable() -> None:
    assert "extra_ruimte" in render_markdown(one("extra_ruimte"))


def test_remarks_are_a_list() -> None:
    assert "- Aanname: periode 2020-2029." in render_markdown(DOCUMENT).splitlines()
