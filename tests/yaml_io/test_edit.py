"""Edits of YAML text: what is asked changes, and every other byte stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from woonplan.yaml_io import RawFile, YamlDocument, parse
from woonplan.yaml_io.edit import (
    Edit,
    Item,
    NotEditable,
    applied,
    indented,
    insert_edits,
    items,
    lines_of,
    scalar_edit,
)

TEXT = """\
versie: 1
peildatum: 2026-01-01 # telling
bron: "a # b"
plannen:
  # eerste
  - id: a
    naam: |
      lang
      verhaal

  - {id: b, naam: B,
     woningen: 3}
  # over c
  - id: c # drie
    lijst:
    - x
# einde
controle: []
"""


def document(text: str) -> YamlDocument:
    found, findings = parse(RawFile("x.yaml", text, ""))
    assert found is not None
    assert findings == []
    return found


def test_items_end_where_their_content_does() -> None:
    lines = lines_of(TEXT)
    assert items(document(TEXT), ("plannen",), lines) == [Item(5, 9, 2), Item(10, 12, 2), Item(13, 16, 2)]


@pytest.mark.parametrize("text", ["plannen: [{id: a}]\n", "plannen:\n  -\n    id: a\n", "plannen: 3\n", "ander: 1\n"])
def test_lists_of_another_shape_are_not_touched(text: str) -> None:
    with pytest.raises(NotEditable):
        items(document(text), ("plannen",), lines_of(text))


def test_a_value_is_replaced_and_its_comment_stays() -> None:
    lines = lines_of(TEXT)
    changed = applied(lines, [scalar_edit(document(TEXT), ("peildatum",), "2027", lines)])
    assert changed == TEXT.replace("2026-01-01", "2027")
    changed = applied(lines, [scalar_edit(document(TEXT), ("bron",), "x", lines)])
    assert changed == TEXT.replace('"a # b"', "x")


@pytest.mark.parametrize("text", ["a:\n  b\n", "a: >\n  b\n", "a: [b]\n", "a: 'b\n  c'\n"])
def test_a_value_on_more_than_its_line_is_not_replaced(text: str) -> None:
    with pytest.raises(NotEditable):
        scalar_edit(document(text), ("a",), "c", lines_of(text))


@pytest.mark.parametrize(("before", "behind"), [(0, "plannen:\n"), (2, "     woningen: 3}\n"), (3, "    - x\n")])
def test_new_items_stand_before_the_comments_of_the_next(before: int, behind: str) -> None:
    lines = lines_of(TEXT)
    edits = insert_edits(
        document(TEXT), ("plannen",), [(before, "  - id: n\n")], items(document(TEXT), ("plannen",), lines), lines
    )
    assert applied(lines, edits) == TEXT.replace(behind, f"{behind}  - id: n\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plannen: []\nx: 1\n", "plannen:\n  - id: n\nx: 1\n"),
        ("plannen: [ ] # leeg\r\n", "plannen: # leeg\r\n  - id: n\n"),
        ("x: 1\nplannen: []", "x: 1\nplannen:\n  - id: n\n"),
    ],
)
def test_an_empty_list_gets_its_first_item(text: str, expected: str) -> None:
    lines = lines_of(text)
    assert applied(lines, insert_edits(document(text), ("plannen",), [(0, "  - id: n\n")], [], lines)) == expected


def test_an_empty_list_between_brackets_on_two_lines_is_left_alone() -> None:
    text = "plannen: [\n]\n"
    with pytest.raises(NotEditable):
        insert_edits(document(text), ("plannen",), [(0, "x")], [], lines_of(text))


def test_a_last_line_without_an_end_gets_one() -> None:
    lines = lines_of("plannen:\n- id: a")
    there = items(document("plannen:\n- id: a"), ("plannen",), lines)
    assert applied(
        lines, insert_edits(document("plannen:\n- id: a"), ("plannen",), [(1, "- id: b\n")], there, lines)
    ) == ("plannen:\n- id: a\n- id: b\n")


def test_indented() -> None:
    assert indented("  - a\n    b\n", 2, ["x\r\n"]) == "    - a\r\n      b\r\n"
    assert indented("  - a\n", -2, ["x\n"]) == "- a\n"


@given(st.lists(st.text("ab\n", max_size=4), max_size=8), st.data())
def test_edits_leave_the_lines_between_them(pieces: list[str], data: st.DataObject) -> None:
    lines = lines_of("".join(piece + "\n" for piece in pieces))
    marks = sorted(data.draw(st.sets(st.integers(0, len(lines)), max_size=4)))
    edits = [Edit(at, at, f"<{at}>\n") for at in marks]
    text = applied(lines, reversed(edits))
    assert "".join(line for line in text.splitlines(keepends=True) if not line.startswith("<")) == "".join(lines)
    assert text.count("<") == len(marks)
