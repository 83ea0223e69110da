"""The exit code, what goes to which stream, and that nobody ever meets a traceback unasked."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.process import PROGRAM, ROOT, TIMEOUT, environment, inside, python, woonplan
from tests.system import FULL, SHELL, SIGNALS, STREAMS

STATE_2021 = ("--plannen", "data/plannen-2021.yaml")


def said_as(value: object) -> str:
    return " ".join(map(str, value)) if isinstance(value, tuple) else str(value)


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("--gapp",), "Fout: optie '--gapp' bestaat niet."),
        (("--versie",), "Fout: optie '--versie' bestaat niet. Bedoelt u '--version'?"),
        (("gapp",), "Fout: opdracht 'gapp' bestaat niet. Bedoelt u 'gap'?"),
        (("xyz",), "Fout: opdracht 'xyz' bestaat niet. Mogelijk: gap, check, list,"),
        (("gap", "--gemeentes", "Almelo"), "Fout: optie '--gemeentes' bestaat niet. Bedoelt u '--gemeente'?"),
        (("gap", "--formaat", "csv"), "Bedoelt u '--format'?"),
        (("gap", "-q"), "Fout: optie '-q' bestaat niet."),
        (("gap", "onzin"), "Fout: 'onzin' hoort hier niet."),
        (("gap", "--by"), "Fout: bij optie '--by' hoort een waarde."),
        (("gap", "--netto=ja"), "Fout: bij optie '--netto' hoort geen waarde."),
        (("list",), "Fout: 'WAT' ontbreekt. Een lijst: acties,"),
        (("report",), "Fout: 'JAAR' ontbreekt. Het jaar:"),
        (("report", "vorig"), "Fout: JAAR: 'vorig' is geen geheel getal van 1900 tot en met 2199."),
        (("gap", "--buffer", "101"), "Fout: --buffer: '101' is geen geheel getal van 0 tot en met 100."),
        (("explain", "hard", "--depth", "-1"), "Fout: --depth: '-1' is geen geheel getal van 0 tot en met 20."),
        (("gap", "--format", "cvs"), "Bedoelt u 'csv'?"),
        (("check", "--format", "texst"), "Bedoelt u 'text'?"),
        (("gap", "--by", "gemeentes"), "Bedoelt u 'gemeente'?"),
        (("gap", "--gemeente", "Enschde"), "Bedoelt u 'Enschede'?"),
        (("gap", "--gemeente", "Parijs"), "'Parijs' bestaat niet"),
        (("gap", "--telling", "2020-2028"), "Bedoelt u '2020-2029'?"),
        (("gap", "--opgave", "woondaal"), "Bedoelt u 'woondeal'?"),
        (("gap", "--status", "hart"), "Bedoelt u 'hard'?"),
        (("gap", "--fail-on", "tekort-ondergrenz"), "Bedoelt u 'tekort-ondergrens'?"),
        (("gap", "--tegen", "behoeft"), "Bedoelt u 'behoefte'?"),
    ],
    ids=said_as,
)
def test_wrong_use_is_2_and_names_what_is_near(args: tuple[str, ...], said: str) -> None:
    done = inside(*args)
    assert done.returncode == 2
    assert done.stdout == b""
    stderr = done.stderr.decode("utf-8")
    assert said in stderr
    assert "Traceback" not in stderr
    assert "\x1b" not in stderr


def test_every_mistake_at_once() -> None:
    done = woonplan("gap", "--gemeente", "Enschde", "--status", "hart", "--by", "gemeentes")
    stderr = done.stderr.decode("utf-8")
    assert done.returncode == 2
    assert stderr.count("Bedoelt u") == 3


def test_no_register_here(tmp_path: Path) -> None:
    done = woonplan("gap", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, b"")
    stderr = done.stderr.decode("utf-8")
    assert "gemeenten.yaml" in stderr
    assert "--data" in stderr


def test_a_folder_name_that_is_not_text(tmp_path: Path) -> None:
    done = woonplan("gap", "--data", "\udcff\x1b[31m", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"\x1b" not in done.stderr
    assert b"Traceback" not in done.stderr


def test_a_register_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "gemeenten.yaml").write_text("versie: [", encoding="utf-8")
    done = woonplan("gap", "--data", str(tmp_path))
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"Met deze fouten kan niet gerekend worden." in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        # 2020: 8.300 + 5.800 = 14.100 is short of 20.000 and of 22.000.
        (("--fail-on", "tekort-ondergrens"), 1, "niet gehaald, er is een tekort (saldo: tekort ca. 5.900)"),
        (("--fail-on", "tekort-bovengrens"), 1, "niet gehaald, er is een tekort (saldo: tekort ca. 7.900)"),
        # 2021: 2.097 + 7.929 + 11.629 = 21.655 is enough for 20.000; of 22.000 it is 345 short, which may be rounding.
        (
            (*STATE_2021, "--fail-on", "tekort-ondergrens"),
            0,
            "gehaald, er is geen tekort (saldo: over ca. 1.655)",
        ),
        (
            (*STATE_2021, "--fail-on", "tekort-bovengrens"),
            1,
            "niet gehaald, een tekort is niet uit te sluiten (saldo: binnen de afronding (ca. -345))",
        ),
        ((), 0, ""),
    ],
    ids=said_as,
)
def test_a_gate(args: tuple[str, ...], code: int, said: str) -> None:
    done = woonplan("gap", *args)
    expected = f"--fail-on {args[-1]}: {said}.\n" if said else ""
    assert (done.returncode, done.stderr.decode()) == (code, expected)
    assert b"saldo" in done.stdout


def test_output_goes_to_the_file_and_nowhere_else(tmp_path: Path) -> None:
    path = tmp_path / "gap.md"
    done = woonplan("gap", "--format", "md", "--output", str(path), PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert path.read_bytes() == inside("gap", "--format", "md").stdout


def test_a_table_in_a_file_has_no_width_and_no_colours(tmp_path: Path) -> None:
    path = tmp_path / "gap.txt"
    woonplan("gap", "--output", str(path), COLUMNS="40", FORCE_COLOR="1")
    assert path.read_bytes() == inside("gap", "--toelichting").stdout


def test_a_file_that_cannot_be_written(tmp_path: Path) -> None:
    done = woonplan("gap", "--output", str(tmp_path / "geen" / "gap.md"))
    assert (done.returncode, done.stdout) == (2, b"")
    assert "de map bestaat niet" in done.stderr.decode("utf-8")


@STREAMS
def test_a_device_is_written_into_and_stays_a_device() -> None:
    done = woonplan("gap", "--output", "/dev/stdout")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == inside("gap", "--toelichting").stdout


# Crashes: a command that fails by itself, in a process of its own.
CRASH = """
import sys
import woonplan.cli.session as session
from woonplan.cli.run import run

def load(*_args):
    raise ZeroDivisionError("kapot \\x1b[31m\\nregel twee \\u2264")

session.load = load
sys.exit(run(sys.argv[1:]))
"""


def test_a_crash_is_2_in_one_line_that_says_what_to_report() -> None:
    done = python(CRASH, "gap")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode("ascii").splitlines() == [
        "Fout in woonplan zelf (ZeroDivisionError: kapot ?[31m). "
        "Meld dit met de opdracht en het bestand; --debug geeft de details."
    ]


@pytest.mark.parametrize("args", [("--debug", "gap"), ("gap", "--debug"), ("gap", "--debug", "--by", "gemeente")])
def test_debug_stands_anywhere_and_shows_the_traceback(args: tuple[str, ...]) -> None:
    done = python(CRASH, *args)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"Traceback (most recent call last)" in done.stderr
    assert b"ZeroDivisionError" in done.stderr


def test_debug_changes_nothing_when_nothing_fails() -> None:
    assert woonplan("gap", "--debug").stdout == inside("gap").stdout


# What comes after a dataset with findings: the work is done, and they are said on stderr.
WARNED = """
import sys
import woonplan.cli.session as session
from woonplan.cli.run import run
from woonplan.diagnostics import Diagnostic, Severity

real = session.load

def load(*args):
    warning = Diagnostic("WP999", "let op \\u2264", severity=Severity.WAARSCHUWING)
    return real(*args)._replace(findings=(warning,))

session.load = load
sys.exit(run(sys.argv[1:]))
"""


def test_warnings_go_to_stderr_and_leave_the_result_alone() -> None:
    done = python(WARNED, "gap", "--toelichting", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert done.stdout == inside("gap", "--toelichting").stdout
    assert done.stderr == b"WP999 waarschuwing: let op \\u2264\n0 fouten, 1 waarschuwing.\n"


SLOW = """
import sys, time
import woonplan.cli.session as session
from woonplan.cli.run import run

def load(*_args):
    sys.stderr.write("READY\\n")
    sys.stderr.flush()
    time.sleep(60)

session.load = load
sys.exit(run(["gap"]))
"""


@SIGNALS
def test_ctrl_c_is_130_without_a_word() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", SLOW], cwd=ROOT, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stderr is not None
        assert process.stderr.readline() == b"READY\n"
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=TIMEOUT)
    assert (process.returncode, out, err) == (130, b"", b"")


SHORT = b"--fail-on tekort-ondergrens: niet gehaald, er is een tekort (saldo: tekort ca. 5.900).\n"
"""What the gate says of the state of 2020."""


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (("gap",), 0),
        (("gap", "--format", "json"), 0),
        (("gap", "--help"), 0),
        # Nobody reads the table, but the gate was asked for.
        (("gap", "--fail-on", "tekort-ondergrens"), 1),
    ],
    ids=said_as,
)
def test_a_reader_that_stops_is_no_error(args: tuple[str, ...], code: int) -> None:
    with subprocess.Popen(
        [*PROGRAM, *args], cwd=ROOT, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == (SHORT if code else b"")
        assert process.wait(timeout=TIMEOUT) == code


@SHELL
@pytest.mark.parametrize("closed", [(1,), (2,), (1, 2), (0, 1, 2)], ids=said_as)
@pytest.mark.parametrize("code", [0, 1])
def test_a_stream_that_was_closed_before_the_start(closed: tuple[int, ...], code: int) -> None:
    gate = "--fail-on tekort-ondergrens" if code else ""
    shell = " ".join(f"{number}>&-" if number else "<&-" for number in closed)
    done = subprocess.run(
        ["/bin/sh", "-c", f'"$0" -m woonplan gap {gate} {shell}', sys.executable],
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        timeout=TIMEOUT,
        check=False,
    )
    assert (done.returncode, done.stderr) == (code, SHORT if code and 2 not in closed else b"")


@FULL
@pytest.mark.parametrize("gate", [(), ("--fail-on", "tekort-ondergrens")], ids=said_as)
def test_a_full_disk_behind_stdout_is_2(gate: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*PROGRAM, "gap", *gate], cwd=ROOT, env=environment(), stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 2
    assert done.stderr.decode("utf-8").startswith("Fout: het resultaat is niet geheel geschreven: de schijf is vol.")
    assert done.stderr.count(b"\n") == 1


@FULL
@pytest.mark.parametrize(
    "args", [("--help",), (), ("gap", "--help"), ("--version",), ("schema", "plannen")], ids=said_as
)
@pytest.mark.parametrize("extra", [{}, {"PYTHONUNBUFFERED": "1"}], ids=said_as)
def test_a_full_disk_is_no_fault_of_woonplan(args: tuple[str, ...], extra: dict[str, str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*PROGRAM, *args], cwd=ROOT, env=environment(**extra), stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 2
    assert done.stderr.decode("utf-8") == (
        "Fout: het resultaat is niet geheel geschreven: de schijf is vol. Maak ruimte of kies een andere plaats.\n"
    )


@FULL
@pytest.mark.parametrize(
    ("args", "code"),
    [
        (("gapp",), 2),
        (("gap", "--by", "onzin"), 2),
        (("check", "--format", "json"), 0),
        (("gap", "--data", "examples/data"), 0),
    ],
    ids=said_as,
)
def test_messages_that_go_nowhere_change_no_exit_code(args: tuple[str, ...], code: int) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*PROGRAM, *args], cwd=ROOT, env=environment(), stdout=subprocess.DEVNULL, stderr=full, check=False
        )
    assert done.returncode == code


@SHELL
@pytest.mark.parametrize("args", [("--version",), ("--help",)], ids=said_as)
@pytest.mark.parametrize("streams", [">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-"])
def test_what_is_not_asked_to_be_seen_is_done(args: tuple[str, ...], streams: str) -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", f'"$0" -m woonplan "$@" {streams}', sys.executable, *args],
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        timeout=TIMEOUT,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_stdin_is_never_read() -> None:
    done = subprocess.run(
        [*PROGRAM, "gap"], cwd=ROOT, env=environment(), input=b"onzin\n" * 9, capture_output=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, inside("gap").stdout)


@pytest.mark.parametrize("args", [("--version",), ("-V",)])
def test_the_version(args: tuple[str, ...]) -> None:
    from woonplan import __version__

    done = woonplan(*args)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"woonplan {__version__}\n".encode(), b"")


@pytest.mark.parametrize("args", [("-h",), ("--help",), (), ("gap", "-h"), ("gap", "--help")], ids=said_as)
@pytest.mark.parametrize("extra", [{}, {"GITHUB_ACTIONS": "true"}, {"FORCE_COLOR": "1"}, {"TERM": "dumb"}], ids=said_as)
def test_help_is_plain_text_on_stdout(args: tuple[str, ...], extra: dict[str, str]) -> None:
    done = inside(*args, **extra)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"Gebruik: woonplan")
    assert b"Voorbeelden:" in done.stdout
    assert b"\x1b" not in done.stdout


def test_without_a_command_the_help_is_the_same() -> None:
    assert woonplan().stdout == inside("--help").stdout


def test_an_option_without_a_command_is_help_too() -> None:
    assert woonplan("--debug").stdout == inside("--help").stdout
