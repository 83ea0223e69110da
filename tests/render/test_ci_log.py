"""Text of a file is shown in the log of a CI system and never commands it, whatever the format and the width.

The runner of GitHub takes white space off a line before it looks for `::`, and looks for `##[` anywhere in a line;
others look for `##vso[` and the like.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape

import pytest

from tests.render.cells import count
from tests.render.documents import one
from woonplan.diagnostics import Diagnostic, Place, Tally
from woonplan.render.findings.github import render_github
from woonplan.render.findings.json import render_findings_json, render_gitlab
from woonplan.render.findings.sarif import render_sarif
from woonplan.render.findings.text import render_findings, total_lines
from woonplan.render.formats import FORMATS, render
from woonplan.render.safe import inert
from woonplan.render.terminal.screen import Screen
from woonplan.tables.document import Document, Note, NoteKind, Passage
from woonplan.tables.table import Column, Kind, Row, Style, Table

HOSTILE = (
    "::error::x",
    " \u00a0::error file=a::x",
    "a \r\n::error::x",
    "##[error]x",
    "x ##[add-path]y ##vso[task.x]z",
    "langer dan zestien tekens ::error::x ::warning::y ::notice::z",
)


def commands(text: str) -> list[str]:
    """Return the lines that a CI system acts on."""
    return [
        line
        for line in text.lstrip("\ufeff").splitlines()
        if re.sub("\x1b\\[[0-9;]*m", "", line).lstrip().startswith("::") or re.search(r"##[\w.]*\[", line)
    ]


def everywhere(text: str) -> Document:
    """Return a document that has a text in every place that can hold one."""
    columns = (Column("a", text), Column("b", text), Column("n", "n", Kind.COUNT))
    rows = tuple(Row(text, (text, text, count(1)), style) for style in Style)
    table = Table(text, text, columns, rows, (text,))
    passages = tuple(Passage(text, text, ((text, text), (text, f"{text}\n{text}"))) for _ in range(2))
    return Document(text, (table, table), (Note(NoteKind.BRON, text),), {"invoer": text, text: [text]}, passages)


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("form", ["table", *FORMATS])
def test_no_format_holds_a_command(form: str, text: str) -> None:
    for document in (everywhere(text), replace(everywhere(text), passages=())):
        for width in (None, 1, 20, 40, 80) if form == "table" else (None,):
            for styled in (False, True):
                content = render(document, form, Screen(width, styled=styled, encoding="utf-8")).decode("utf-8")
                assert commands(content) == []
                assert "error" in content or "add-path" in content


@pytest.mark.parametrize("text", HOSTILE)
def test_no_form_of_findings_holds_a_command_of_a_file(text: str) -> None:
    found = [Diagnostic("WP101", text, Place(text, 1, 1), text, excerpt=text), Diagnostic("WP102", text)]
    tally = Tally((text,), 1, skipped=(text,), fictief=(text,))
    total = total_lines(found, tally)
    for content in (
        render_findings(found, total=total),
        render_findings(found, concise=True, total=total),
        render_gitlab(found, text),
        render_sarif(found, {}),
        render_findings_json(found, tally),
    ):
        assert commands(content) == []
    lines = render_github(found, total).splitlines()
    assert [line.split(" ")[0] for line in lines[:2]] == ["::error", "::error"]
    assert commands("\n".join(lines[2:])) == []


def cells(text: str, delimiter: str) -> Iterator[str]:
    yield from next(csv.DictReader(io.StringIO(text.lstrip("\ufeff"), newline=""), delimiter=delimiter)).values()


@pytest.mark.parametrize(("form", "delimiter"), [("csv", ","), ("csv-nl", ";")])
def test_quotation_marks_keep_the_value_of_a_cell(form: str, delimiter: str) -> None:
    document = one('::error::"x"')
    document = replace(document, tables=(replace(document.tables[0], rows=(Row("::r", ('::error::"x"',)),)),))
    content = render(document, form).decode("utf-8")
    assert content.splitlines()[1] == f'"::r"{delimiter}"::error::""x"""'
    assert list(cells(content, delimiter)) == ["::r", '::error::"x"']


def test_json_and_html_keep_the_value() -> None:
    document = one("##[error]x")
    read = json.loads(render(document, "json"))
    assert read["tabellen"][0]["rijen"][0]["cellen"]["k0"] == "##[error]x"
    page = render(document, "html").decode("utf-8")
    assert "&#35;#[error]x" in page
    assert "##[error]x" in unescape(page)
    assert json.loads(render_gitlab([Diagnostic("WP101", "##[error]x")]))[0]["description"] == "WP101: ##[error]x."


def test_markdown_reads_as_the_text() -> None:
    content = render(one("a", notes=("::error::x",)), "md").decode("utf-8")
    assert "\n\\::error::x\n" in content


@pytest.mark.parametrize(
    ("lines", "shown"),
    [
        ("::error::x", "\\x3a:error::x"),
        ("a\n \t\u00a0::x", "a\n \t\u00a0\\x3a:x"),
        ("\x1b[1m ::x\x1b[0m", "\x1b[1m \\x3a:x\x1b[0m"),
        (":::x", "\\x3a::x"),
        ("a ##[group]b", "a \\x23#[group]b"),
        ("###[a] ##vso[task.b]", "#\\x23#[a] \\x23#vso[task.b]"),
        ("##\n\n\n##", "##\n\n\n##"),
        ("a::b\n: :\n## [x]\n#[y]\n##a b[", "a::b\n: :\n## [x]\n#[y]\n##a b["),
        ("Borne", "Borne"),
    ],
)
def test_only_what_begins_a_command_is_changed(lines: str, shown: str) -> None:
    assert inert(lines) == shown
    assert inert(shown) == shown


def test_a_log_of_nothing_but_signs_takes_no_time() -> None:
    for text in ("#" * 200_000, "##a" * 70_000, "\n" * 200_000 + "::", " " * 200_000 + "::", "\x1b[" * 100_000):
        inert(text + " ##[x]")
