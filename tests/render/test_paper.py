"""The two papers: what stands on one stands on the other, but for escape codes."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from woonplan.render.safe import safe
from woonplan.render.terminal.paper import GAP, Lane, cell_width, paper
from woonplan.render.terminal.screen import Screen

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")

# Wide characters, characters without a width, accents of their own, and whatever else a name can hold.
texts = st.text(
    st.one_of(st.sampled_from("aZ1 -\u2013é²住宅🏠e\u0301\u200d\u00a0"), st.characters(codec="utf-8")), max_size=9
).map(safe)
styles = st.sampled_from(["", "bold"])


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[Lane], list[tuple[list[str], str]], int]:
    columns = draw(st.integers(1, 4))
    headers = [f"k{draw(texts)}" for _ in range(columns)]
    rows = [([draw(texts) for _ in range(columns)], draw(styles)) for _ in range(draw(st.integers(0, 4)))]
    widths = [max(map(cell_width, column)) for column in zip(headers, *(cells for cells, _ in rows), strict=True)]
    lanes = [
        Lane(header, width, right=draw(st.booleans()), wraps=False)
        for header, width in zip(headers, widths, strict=True)
    ]
    return lanes, rows, sum(widths) + GAP * (columns - 1)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(tables(), texts, styles)
def test_a_pipe_gets_the_lines_of_a_screen(
    table: tuple[list[Lane], list[tuple[list[str], str]], int], text: str, style: str
) -> None:
    written = []
    for screen in (Screen(None, styled=False, encoding="utf-8"), Screen(None, styled=True, encoding="utf-8")):
        out = paper(screen)
        out.line(text, style)
        out.table(*table)
        out.line()
        out.line(text)
        written.append([line.rstrip() for line in ESCAPE.sub("", out.text()).split("\n")])
    assert written[0] == written[1]


def test_columns_that_were_laid_out_by_hand() -> None:
    out = paper(Screen(None, styled=False, encoding="utf-8"))
    lanes = [Lane("plan", 6, right=False, wraps=False), Lane("woningen", 8, right=True, wraps=False)]
    out.table(lanes, [(["kade", "1.204"], ""), (["住宅", "-3"], "bold")], 16)
    assert out.text() == "plan    woningen\n----------------\nkade       1.204\n住宅          -3\n"
