"""Writing a file: the old one or the new one, and never anything else, whatever goes wrong."""

from __future__ import annotations

import errno
import os
import signal
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

from tests.system import LINKS, MODES, PIPES, SIGNALS
from woonplan.diagnostics import reason
from woonplan.render.output import write_output

OLD, NEW = b"oud\n", b"nieuw\n"


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """A file that is already there, alone in its folder."""
    path = tmp_path / "gap.csv"
    path.write_bytes(OLD)
    return path


def refusing(number: int) -> Callable[..., NoReturn]:
    def refuse(*_args: object, **_kwargs: object) -> NoReturn:
        raise OSError(number, os.strerror(number))

    return refuse


def untouched(target: Path) -> bool:
    return target.read_bytes() == OLD and [p.name for p in target.parent.iterdir()] == [target.name]


def test_a_new_file(tmp_path: Path) -> None:
    assert write_output(tmp_path / "a.csv", NEW) is None
    assert (tmp_path / "a.csv").read_bytes() == NEW
    assert [p.name for p in tmp_path.iterdir()] == ["a.csv"]


@MODES
def test_a_new_file_gets_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_output(tmp_path / "a.csv", NEW)
    finally:
        os.umask(before)
    # 666 without 027 is 640.
    assert stat.S_IMODE((tmp_path / "a.csv").stat().st_mode) == 0o640


@MODES
def test_an_existing_file_is_replaced_and_keeps_its_permissions(target: Path) -> None:
    target.chmod(0o604)
    assert write_output(target, NEW) is None
    assert target.read_bytes() == NEW
    assert stat.S_IMODE(target.stat().st_mode) == 0o604
    assert [p.name for p in target.parent.iterdir()] == [target.name]


@MODES
def test_a_file_that_may_not_be_written_is_not_replaced(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Answered by hand: whoever runs the tests as root may write everywhere.
    monkeypatch.setattr(os, "access", lambda path, mode: (path, mode) != (target, os.W_OK))
    target.chmod(0o444)
    before = target.stat()
    refusal = write_output(target, NEW)
    assert refusal is not None
    assert "dit bestand mag niet worden overschreven" in refusal
    assert untouched(target)
    assert (target.stat().st_ino, target.stat().st_mode) == (before.st_ino, before.st_mode)
    assert write_output(target.parent / "ander.csv", NEW) is None


@pytest.mark.parametrize("number", [*errno.errorcode, 9999, None])
def test_no_reason_is_in_english(number: int | None) -> None:
    said = reason(OSError(number, os.strerror(number or 0)))
    assert os.strerror(number or 0) not in said
    assert said


def test_a_missing_folder(tmp_path: Path) -> None:
    refusal = write_output(tmp_path / "geen" / "a.csv", NEW)
    assert refusal is not None
    assert "de map bestaat niet" in refusal
    assert list(tmp_path.iterdir()) == []


def test_a_folder_where_a_file_should_be(tmp_path: Path) -> None:
    refusal = write_output(tmp_path, NEW)
    assert refusal is not None
    assert "dit is een map" in refusal
    assert tmp_path.is_dir()


def test_a_file_where_a_folder_should_be(target: Path) -> None:
    refusal = write_output(target / "a.csv", NEW)
    assert refusal is not None
    assert "geen map" in refusal
    assert untouched(target)


def test_a_name_that_is_too_long(target: Path) -> None:
    refusal = write_output(target.parent / ("n" * 5000), NEW)
    assert refusal is not None
    assert "de naam is te lang" in refusal
    assert len(refusal) < 300
    assert untouched(target)


def test_a_name_of_the_longest_length_works(tmp_path: Path) -> None:
    assert write_output(tmp_path / ("n" * 255), NEW) is None


def test_a_name_with_a_zero_byte(tmp_path: Path) -> None:
    refusal = write_output(tmp_path / "a\0b", NEW)
    assert refusal is not None
    assert "\0" not in refusal
    assert list(tmp_path.iterdir()) == []


@LINKS
def test_a_link_keeps_pointing(target: Path) -> None:
    link = target.parent / "link.csv"
    link.symlink_to(target.name)
    assert write_output(link, NEW) is None
    assert link.is_symlink()
    assert link.readlink() == Path(target.name)
    assert target.read_bytes() == NEW
    assert sorted(p.name for p in target.parent.iterdir()) == ["gap.csv", "link.csv"]


@LINKS
def test_a_link_to_nothing_makes_the_file_it_names(tmp_path: Path) -> None:
    link = tmp_path / "link.csv"
    link.symlink_to("nieuw.csv")
    assert write_output(link, NEW) is None
    assert link.is_symlink()
    assert (tmp_path / "nieuw.csv").read_bytes() == NEW


@LINKS
def test_a_link_to_itself(tmp_path: Path) -> None:
    link = tmp_path / "link.csv"
    link.symlink_to(link.name)
    refusal = write_output(link, NEW)
    assert refusal is not None
    assert "verwijst naar zichzelf" in refusal
    assert link.is_symlink()
    assert [p.name for p in tmp_path.iterdir()] == ["link.csv"]


@PIPES
def test_a_pipe_is_written_into_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        assert write_output(pipe, NEW) is None
        assert os.read(reader, 100) == NEW
    finally:
        os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.EACCES, "u mag in deze map niet schrijven"),
        (errno.EROFS, "deze schijf is alleen-lezen"),
        (errno.ENOSPC, "de schijf is vol"),
    ],
)
def test_a_folder_that_takes_no_new_file(
    target: Path, monkeypatch: pytest.MonkeyPatch, number: int, reason: str
) -> None:
    # Refused by hand: whoever runs the tests as root may write everywhere.
    monkeypatch.setattr(tempfile, "mkstemp", refusing(number))
    refusal = write_output(target, NEW)
    assert refusal is not None
    assert reason in refusal
    assert "Wat er stond, staat er nog" in refusal
    assert untouched(target)


def test_a_disk_that_fills_up_on_the_way(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", refusing(errno.ENOSPC))
    refusal = write_output(target, NEW)
    assert refusal is not None
    assert "de schijf is vol" in refusal
    assert untouched(target)


@pytest.mark.parametrize(
    ("method", "number"), [("replace", errno.EXDEV), ("replace", errno.EPERM), ("chmod", errno.EPERM)]
)
def test_a_last_step_that_fails(target: Path, monkeypatch: pytest.MonkeyPatch, method: str, number: int) -> None:
    monkeypatch.setattr(Path, method, refusing(number))
    assert write_output(target, NEW) is not None
    assert untouched(target)


def test_ctrl_c_on_the_way_leaves_nothing_behind(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_descriptor: int) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_output(target, NEW)
    assert untouched(target)


KILLED = """
import pathlib, sys, time
from woonplan.render.output import write_output
from woonplan.diagnostics import reason

def replace(self, target):
    print("READY", flush=True)
    time.sleep(60)

pathlib.Path.replace = replace
write_output(pathlib.Path(sys.argv[1]), b"nieuw\\n" * 1000)
"""


@SIGNALS
def test_a_process_that_is_killed_before_the_last_step_leaves_the_old_file(target: Path) -> None:
    command = [sys.executable, "-c", KILLED, str(target)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"READY\n"
        process.send_signal(signal.SIGKILL)
        assert process.wait(timeout=30) == -signal.SIGKILL
    assert target.read_bytes() == OLD
    # The next time it works, whatever the killed one left.
    assert write_output(target, NEW) is None
    assert target.read_bytes() == NEW
