"""Colour says what words say already: on a terminal only, and without it nothing is lost."""

from __future__ import annotations

import re

import pytest

from tests.render.cells import value
from woonplan.render.terminal.document import render_text
from woonplan.render.terminal.ink import Ink, inked
from woonplan.render.terminal.screen import Screen
from woonplan.tables.document import Document, Note, NoteKind
from woonplan.tables.look import BALANCE
from woonplan.tables.table import Column, Kind, Row, Style, Table

RED, GREEN, MAGENTA, BOLD = "1;91", "32", "95", "1"


def pieces(text: str, kind: Ink) -> list[tuple[str, str]]:
    """The parts of a line with the codes that they are written in; without any by an empty one."""
    found = re.findall(r"\x1b\[([\d;]+)m([^\x1b]*)\x1b\[0m|([^\x1b]+)", inked(text, kind))
    return [(code, inside or bare) for code, inside, bare in found]


@pytest.mark.parametrize(
    ("text", "coloured"),
    [
        ("saldo  tekort 5.900  tekort 7.900", [(RED, "tekort 5.900"), (RED, "tekort 7.900")]),
        ("tekort ca. 345 tot 1.900", [(RED, "tekort ca. 345 tot 1.900")]),
        ("over 1.655 tot tekort 345", [(GREEN, "over 1.655"), (RED, "tekort 345")]),
        ("tekort max. ca. 267  over min. 9", [(RED, "tekort max. ca. 267"), (GREEN, "over min. 9")]),
        ("Almelo  onbekend", [(MAGENTA, "onbekend")]),
        ("binnen de afronding  0", []),
        # A name that has such a word in it.
        ("niet verdeeld over gemeenten  40", []),
        ("Tekort aan ruimte  overig", []),
    ],
)
def test_what_a_row_says(text: str, coloured: list[tuple[str, str]]) -> None:
    found = pieces(text, Ink.ROW)
    assert "".join(part for _, part in found) == text
    assert [one for one in found if one[0]] == coloured


def test_a_total_and_an_answer_have_weight_beside_colour() -> None:
    assert pieces("totaal  over 5  6", Ink.TOTAL) == [(BOLD, "totaal  "), ("1;32", "over 5"), (BOLD, "  6")]
    said = "Dal heeft tot 2030 ca. 500 woningen te weinig in plannen."
    assert pieces(said, Ink.ANSWER) == [
        (BOLD, "Dal heeft tot 2030 ca. 500 woningen "),
        (RED, "te weinig"),
        (BOLD, " in plannen."),
    ]
    said = "Dal heeft tot 2030 500 woningen over."
    assert [one for one in pieces(said, Ink.ANSWER) if one[0] != BOLD] == [("1;32", "over")]


def test_a_sentence_that_goes_on_at_the_word() -> None:
    assert pieces("  over, bij de bovengrens 5", Ink.ANSWER)[1] == ("1;32", "over")
    assert pieces("  minder dan de ambitie.", Ink.ANSWER)[1] == (RED, "minder")
    assert len(pieces("Dit gaat over, en meer.", Ink.ANSWER)) == 1


@pytest.mark.parametrize("kind", [Ink.PLAIN, Ink.HEAD, Ink.ASIDE])
def test_other_lines_have_no_colour(kind: Ink) -> None:
    assert len(pieces("onbekend; tekort 5, over 5", kind)) == 1


DOCUMENT = Document(
    "Titel",
    (
        Table(
            "t",
            "T",
            (Column("naam", "naam"), Column("saldo", "saldo", Kind.AMOUNT)),
            (
                Row("a", ("onbekend", value(-5, -5, BALANCE))),
                Row("b", ("totaal", value(7, 7, BALANCE)), Style.TOTAL),
            ),
        ),
    ),
    notes=(Note(NoteKind.LET_OP, "tekort 5 is onbekend"),),
    answer="Dal heeft 5 woningen te weinig.",
    scope="Stand 2020.",
)


def test_nothing_outside_a_terminal() -> None:
    for width in (None, 80):
        assert "\x1b" not in render_text(DOCUMENT, Screen(width, styled=False, encoding="utf-8"))


def test_a_document_on_a_terminal() -> None:
    lines = render_text(DOCUMENT, Screen(80, styled=True, encoding="utf-8")).splitlines()
    assert lines[0] == "\x1b[1mDal heeft 5 woningen \x1b[0m\x1b[1;91mte weinig\x1b[0m\x1b[1m.\x1b[0m"
    assert "\x1b[95monbekend\x1b[0m  \x1b[1;91mtekort 5\x1b[0m" in lines
    assert lines[-1] == "Let op: tekort 5 is onbekend"
