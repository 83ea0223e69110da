"""What a stream can show, by itself and by the environment."""

from __future__ import annotations

import io

import pytest

from woonplan.render.terminal.screen import screen


class Terminal(io.StringIO):
    encoding = "cp1252"

    def isatty(self) -> bool:
        return True


Env = dict[str, str]


@pytest.mark.parametrize(
    ("terminal", "env", "styled"),
    [
        (True, {}, True),
        (False, {}, False),
        (True, {"NO_COLOR": "1"}, False),
        (True, {"NO_COLOR": ""}, True),  # no-color.org: present and not empty
        (True, {"TERM": "dumb"}, False),
        (True, {"TERM": "xterm-256color"}, True),
        (False, {"FORCE_COLOR": "1"}, True),
        (False, {"FORCE_COLOR": "3"}, True),
        (False, {"FORCE_COLOR": "0"}, False),
        (False, {"FORCE_COLOR": ""}, False),
        (False, {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (False, {"FORCE_COLOR": "1", "TERM": "dumb"}, False),
        (False, {"GITHUB_ACTIONS": "true"}, False),
        (False, {"TTY_COMPATIBLE": "1"}, False),
    ],
)
def test_escape_codes(terminal: bool, env: Env, styled: bool) -> None:
    assert screen(Terminal() if terminal else io.StringIO(), env).styled is styled


@pytest.mark.parametrize(
    ("terminal", "env", "width"),
    [
        (False, {}, None),
        (False, {"COLUMNS": "60"}, 60),
        (True, {"COLUMNS": "60"}, 60),
        (True, {}, 80),  # a terminal that does not say how wide it is
        (False, {"COLUMNS": "0"}, None),
        (False, {"COLUMNS": ""}, None),
        (False, {"COLUMNS": "-5"}, None),
        (False, {"COLUMNS": "breed"}, None),
        (False, {"COLUMNS": "9" * 5000}, None),  # more digits than Python reads
        (False, {"FORCE_COLOR": "1"}, None),
        (False, {"GITHUB_ACTIONS": "true"}, None),
    ],
)
def test_width(terminal: bool, env: Env, width: int | None) -> None:
    assert screen(Terminal() if terminal else io.StringIO(), env).width == width


def test_a_closed_stream_is_no_terminal() -> None:
    stream = io.StringIO()
    stream.close()
    assert screen(stream, {}).styled is False


def test_the_encoding_of_the_stream() -> None:
    assert screen(Terminal(), {}).encoding == "cp1252"
    assert screen(io.StringIO(), {}).encoding == "utf-8"
