"""Signs that the screen has."""

from __future__ import annotations

import pytest

from woonplan.render.terminal.pen import can_draw_blocks


@pytest.mark.parametrize(
    ("encoding", "blocks"), [("utf-8", True), ("cp437", True), ("cp1252", False), ("ascii", False), ("nergens", False)]
)
def test_blocks_where_the_screen_has_them(encoding: str, blocks: bool) -> None:
    assert can_draw_blocks(encoding) is blocks
