"""What users see, byte for byte: golden files; piped from real processes and in a real terminal.

What has to hold at every width and in every environment is looked at in this process.

The golden files stand in ``__snapshots__/test_screen``. After a change that is meant, write them anew with
``python -m pytest tests/cli/test_screen.py --snapshot-update`` and read the difference before it is committed.
"""

from __future__ import annotations

import contextlib
import functools
import os
import re
import struct
import subprocess
import unicodedata

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension

from tests.cli.process import PROGRAM, ROOT, TIMEOUT, environment, inside, woonplan
from tests.conftest import quickly
from tests.system import TERMINAL

COMMANDS = {
    "gap": ("gap",),
    "gap-gemeente": ("gap", "--by", "gemeente"),
    "gap-gemeente-2021": ("gap", "--plannen", "data/plannen-2021.yaml", "--by", "gemeente"),
}
EVERY = pytest.mark.parametrize("name", COMMANDS)
WHOLE = {f"{name}-toelichting": (*args, "--toelichting") for name, args in COMMANDS.items()}
"""The same with everything that other formats have too."""
SCREENS = pytest.mark.parametrize("name", [*COMMANDS, *WHOLE])
WIDTHS = (60, 80, 200)
ANSI = re.compile(r"\x1b\[[0-9;]*m")
GEMEENTEN = ("Rijssen-Holten", "Hof van Twente", "Haaksbergen")


class Golden(SingleFileSnapshotExtension):
    """One file of bytes per case."""

    file_extension = "txt"


@pytest.fixture
def golden(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(Golden)


@functools.cache
def output(name: str, *args: str, **extra: str) -> bytes:
    done = woonplan(*{**COMMANDS, **WHOLE}[name], *args, **extra)
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout


@functools.cache
def seen(name: str, *args: str, **extra: str) -> bytes:
    done = inside(*{**COMMANDS, **WHOLE}[name], *args, **extra)
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout


def columns(line: str) -> int:
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


def bare(text: str) -> str:
    """Return styled text without its escape codes and the white space that the styling reached over."""
    return "\n".join(line.rstrip() for line in ANSI.sub("", text.replace("\r\n", "\n")).split("\n"))


@SCREENS
def test_piped(name: str, golden: SnapshotAssertion) -> None:
    assert output(name) == golden


@SCREENS
@pytest.mark.parametrize("width", WIDTHS)
def test_at_a_width(name: str, width: int, golden: SnapshotAssertion) -> None:
    assert seen(name, COLUMNS=str(width)) == golden


@EVERY
@pytest.mark.parametrize("form", ["md", "csv", "csv-nl", "json"])
def test_in_a_format(name: str, form: str, golden: SnapshotAssertion) -> None:
    data = seen(name, "--format", form)
    data.decode("utf-8")
    assert data == golden


OF_QUALITY = {
    "segmenten": ("gap", "--data", "examples/data", "--by", "betaalbaarheid"),
    "kruistabel": ("gap", "--data", "examples/data", "--by", "gemeente", "--by", "betaalbaarheid"),
    "raad": ("report", "2023", "--data", "examples/data", "--soort", "raad", "--gemeente", "Nevelrade"),
    "beweringen": ("reconcile",),
}


@pytest.mark.parametrize("name", OF_QUALITY)
@pytest.mark.parametrize("width", WIDTHS)
def test_the_quality_of_plans(name: str, width: int, golden: SnapshotAssertion) -> None:
    done = inside(*OF_QUALITY[name], COLUMNS=str(width))
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == golden


@pytest.mark.parametrize("form", ["table", "md", "csv-nl"])
def test_the_trajectory(form: str, golden: SnapshotAssertion) -> None:
    done = inside("gap", "--by", "jaar", "--plannen", "data/plannen-2021.yaml", "--grafiek", "--format", form)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == golden


@pytest.mark.parametrize("width", ["", "60", "80", "120"])
def test_the_years_in_short(width: str, golden: SnapshotAssertion) -> None:
    done = inside("gap", "--by", "jaar", COLUMNS=width)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == golden


CHANGES = {
    "shipped": ("data/plannen.yaml", "data/plannen-2021.yaml"),
    "history": ("2022-01-01", "2023-01-01", "--data", "examples/history"),
}


@pytest.mark.parametrize("sides", CHANGES)
@pytest.mark.parametrize("width", ["", "60", "80"])
def test_a_change_in_short(sides: str, width: str, golden: SnapshotAssertion) -> None:
    done = inside("diff", *CHANGES[sides], COLUMNS=width)
    assert done.returncode == 0
    assert max(map(columns, done.stdout.decode("utf-8").splitlines())) <= int(width or 10_000)
    assert done.stdout == golden


@pytest.mark.parametrize("sides", CHANGES)
def test_a_change_as_a_pull_request_shows_it(sides: str, golden: SnapshotAssertion) -> None:
    done = inside("diff", *CHANGES[sides], "--format", "md")
    assert done.returncode == 0
    assert done.stdout == golden


REPORTS = {
    "shipped": ("2020",),
    "examples": ("2023", "--data", "examples/data"),
    "history": ("2023", "--data", "examples/history"),
}
SECOND = {"table": "PLANNEN EN OPGAVE", "md": "### Plannen en opgave", "html": "<nav"}
"""Where what a report begins with ends."""


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("form", SECOND)
def test_what_a_report_begins_with(name: str, form: str, golden: SnapshotAssertion) -> None:
    done = inside("report", *REPORTS[name], "--format", form, COLUMNS="80")
    assert (done.returncode, done.stderr) == (0, b"")
    text = done.stdout.decode("utf-8")
    assert text.count(SECOND[form]) == 1
    begin = text.split(SECOND[form])[0]
    assert (begin.split("<header>")[-1] if form == "html" else begin).encode() == golden


@EVERY
@pytest.mark.parametrize(
    "extra",
    [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {"GITHUB_ACTIONS": "true"}, {"FORCE_COLOR": "0"}, {"FORCE_COLOR": ""}],
    ids=str,
)
def test_a_pipe_gets_plain_text(name: str, extra: dict[str, str]) -> None:
    assert seen(name, **extra) == output(name)


TWIN = str.maketrans("\u2588\u2593\u2592\u2591\u251c\u2500\u2524\u00b7", "#=-.|-||")
"""The signs of drawings, and those of a console that has no blocks."""


@SCREENS
@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
@pytest.mark.parametrize("width", ["", "80"])
def test_an_old_console(name: str, encoding: str, width: str) -> None:
    data = seen(name, PYTHONIOENCODING=encoding, COLUMNS=width).decode(encoding)
    twin = seen(name, COLUMNS=width).decode("utf-8").translate(TWIN)
    # The sign between commands is in this one.
    assert data.replace("\u00b7", "|") == twin
    assert "\\" not in data
    assert seen(name, "--format", "json", PYTHONIOENCODING=encoding) == seen(name, "--format", "json")


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_a_process_with_an_old_console(encoding: str) -> None:
    extra = {"PYTHONIOENCODING": encoding}
    assert output("gap", **extra) == seen("gap", **extra)
    assert output("gap", "--format", "json", **extra) == seen("gap", "--format", "json")


@EVERY
def test_colours_when_forced(name: str) -> None:
    styled = seen(name, FORCE_COLOR="1").decode("utf-8")
    assert "\x1b[1m" in styled
    assert bare(styled) == seen(name).decode("utf-8")


@EVERY
@pytest.mark.parametrize("form", ["md", "csv", "csv-nl", "json"])
def test_a_format_is_the_same_whatever_the_screen(name: str, form: str) -> None:
    assert seen(name, "--format", form, FORCE_COLOR="1", COLUMNS="40") == seen(name, "--format", form)


LISTS = {
    "list-acties": ("list", "acties"),
    "list-acties-gemeente": ("list", "acties", "--eigenaar", "gemeente", "--peildatum", "2022"),
    "list-acties-voorbeeld": ("list", "acties", "--data", "examples/data"),
    "list-doelen": ("list", "doelen"),
    "list-niet-berekenbaar": ("list", "niet-berekenbaar"),
    "list-sleutelprojecten-2021": ("list", "sleutelprojecten", "--plannen", "data/plannen-2021.yaml"),
    "list-sleutelprojecten-voorbeeld": ("list", "sleutelprojecten", "--data", "examples/data"),
    "explain-radialen": ("explain", "wonen langs de radialen"),
    "explain-afwegingskader": ("explain", "afwegingskader"),
}
"""What stands in the agreements, as readers see it on a screen of 120 columns."""


@pytest.mark.parametrize("name", LISTS)
def test_what_was_agreed(name: str, golden: SnapshotAssertion) -> None:
    done = inside(*LISTS[name], COLUMNS="120")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == golden


@EVERY
def test_no_line_ends_in_white_space(name: str) -> None:
    for width in ("", *map(str, WIDTHS)):
        lines = seen(name, COLUMNS=width).decode("utf-8").split("\n")
        assert [line for line in lines if line != line.rstrip()] == []


@EVERY
def test_on_a_screen_that_is_too_narrow_nothing_is_cut(name: str) -> None:
    narrow, wide = (seen(name, COLUMNS=width).decode("utf-8").splitlines() for width in ("40", "50"))
    # The table of 50 columns has only what may not go, so it is the same table line by line.
    rule = next(i for i, line in enumerate(wide) if line.startswith("---"))
    at = next(i for i, line in enumerate(narrow) if line.startswith("---"))
    rows = wide[rule : rule + 9]
    assert narrow[at : at + 9] == rows


@pytest.mark.parametrize(
    "args",
    [
        (command, *data)
        for data in ((), ("--data", "examples/data"))
        for command in (
            "list plannen",
            "list acties",
            "list sleutelprojecten",
            "list bronnen",
            "list opgaven",
            "list doelen",
            "list niet-berekenbaar",
            "reconcile --all",
            "gap",
            "gap --by gemeente",
            "gap --by status",
            "gap --by strategie",
            "gap --by jaar",
            "gap --by jaar --toelichting",
            "explain gap.saldo",
        )
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("widths", quickly([WIDTHS, (70, 90, 100, 120, 160)], WIDTHS), ids=["usual", "between"])
def test_no_line_is_wider_than_the_screen(args: tuple[str, ...], widths: tuple[int, ...]) -> None:
    command, *data = args
    for width in widths:
        done = inside(*command.split(" "), *data, COLUMNS=str(width))
        assert done.returncode == 0
        lines = done.stdout.decode("utf-8").splitlines()
        assert [line for line in lines if columns(line) > width] == []


@pytest.mark.parametrize("width", [60, 80, 200])
def test_the_help_of_the_program_fits(width: int) -> None:
    lines = woonplan("--help", COLUMNS=str(width)).stdout.decode("utf-8").splitlines()
    assert [line for line in lines if columns(line) > width] == []


def in_terminal(name: str, width: int, **extra: str) -> str:
    """Return what a terminal of this width receives."""
    import fcntl
    import pty
    import termios

    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 24, width, 0, 0))
    process = subprocess.Popen(
        [*PROGRAM, *COMMANDS[name]],
        cwd=ROOT,
        env=environment(**{"TERM": "xterm-256color", **extra}),
        stdin=follower,
        stdout=follower,
        stderr=follower,
    )
    os.close(follower)
    received = b""
    with contextlib.suppress(OSError):  # Linux: EIO once the other end is closed
        while data := os.read(leader, 65536):
            received += data
    os.close(leader)
    assert process.wait(timeout=TIMEOUT) == 0
    return received.decode("utf-8")


@TERMINAL
@EVERY
@pytest.mark.parametrize("width", WIDTHS)
def test_in_a_terminal(name: str, width: int) -> None:
    text = in_terminal(name, width)
    assert "\x1b[1m" in text
    shown = bare(text)
    assert max(map(columns, shown.splitlines())) <= width
    assert "\u2026" not in shown
    assert shown == seen(name, COLUMNS=str(width)).decode("utf-8")
    if "gemeente" in name:
        for gemeente in GEMEENTEN:
            assert re.search(rf"^{gemeente} ", shown, re.MULTILINE)
        # The name of the last row may go on below itself, beside its numbers.
        assert re.search(
            r"^niet verdeeld\b[^a-z]*(?:ca[^a-z]*)*over\b[^a-z]*(?:ca[^a-z]*)*gemeenten\b", shown, re.MULTILINE
        )


@TERMINAL
@pytest.mark.parametrize("extra", [{"NO_COLOR": "1"}, {"TERM": "dumb"}], ids=str)
def test_a_terminal_without_colours_keeps_its_width(extra: dict[str, str]) -> None:
    text = in_terminal("gap", 60, **extra)
    assert "\x1b" not in text
    assert text.replace("\r\n", "\n").encode() == seen("gap", COLUMNS="60")


@pytest.mark.parametrize("name", quickly(COMMANDS, "gap-gemeente-2021"))
def test_the_same_input_gives_the_same_bytes(name: str) -> None:
    first, second = (output(name, "--format", "json", PYTHONHASHSEED=seed) for seed in ("1", "2"))
    assert first == second
    assert output(name, PYTHONHASHSEED="1") == output(name, PYTHONHASHSEED="2")
