"""What the shell completes: names from the register, values of closed lists, and nothing that goes wrong."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.process import inside
from tests.conftest import ROOT
from tests.system import TERMINAL, ZSH
from woonplan.calc.question import By, Tegen
from woonplan.cli import completion
from woonplan.cli.shells import for_bash
from woonplan.diagnostics import Severity
from woonplan.load.schema import MODELS
from woonplan.model.statussen import Planstatus
from woonplan.model.vocabulary import Strategie
from woonplan.report.lists.documents import What


def complete(line: str, cwd: Path = ROOT) -> list[str]:
    words = line.split(" ")
    asked = {"COMP_WORDS": "\n".join(words), "COMP_CWORD": str(len(words) - 1), "_WOONPLAN_COMPLETE": "complete_bash"}
    done = inside(cwd=cwd, **asked)
    assert done.stderr == b""
    return [offer for offer in done.stdout.decode("utf-8").split("\n") if offer]


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("woonplan gap --gemeente He", ["Hellendoorn", "Hengelo"]),
        ("woonplan gap --gemeente Hof", [r"Hof\ van\ Twente"]),
        ("woonplan gap --gemeente = Ens", ["Enschede"]),
        ("woonplan gap --by = gemeente --gemeente = Ens", ["Enschede"]),
        ("woonplan check --select WP40", [f"WP40{digit}" for digit in range(1, 10)]),
        ("woonplan check --select WP41,WP50", [f"WP41,WP50{digit}" for digit in range(1, 9)]),
        ("woonplan check --select bel", ["beleid"]),
        ("woonplan check --ignore somm", ["sommen"]),
        ("woonplan check --fail-on w", ["waarschuwing"]),
        ("woonplan explain WP40", [f"WP40{digit}" for digit in range(1, 10)]),
        ("woonplan list s", ["sleutelprojecten"]),
        ("woonplan schema p", ["plannen"]),
        ("woonplan gap --by st", ["status", "strategie"]),
        ("woonplan gap --telling 202", ["2020-2029", "2021-2029", "2020-2030", "2022-2030"]),
        ("woonplan gap --opgave woondeal-o", ["woondeal-overijssel", "woondeal-oldenzaal"]),
        ("woonplan gap --fail-on ", ["tekort-ondergrens", "tekort-bovengrens"]),
        ("woonplan gap --status z", ["zacht"]),
        ("woonplan gap --strategie s", ["stedelijk_wonen"]),
        ("woonplan explain sp-hengelo", ["sp-hengelo-hart-van-zuid", "sp-hengelo-binnenstad"]),
        ("woonplan explain gap.nog", ["gap.nog_hard_te_maken", "gap.nog_te_vinden"]),
        ("woonplan explain lokale", ["lokale_behoefte"]),
        ("woonplan explain gap.jaar.schema.inh", ["gap.jaar.schema.inhalen_vijf_jaar", "gap.jaar.schema.inhalen_rest"]),
        ("woonplan explain gap.jaar.2024.c", [f"gap.jaar.2024.cumulatief{end}" for end in ("_hard", "", "_nodig")]),
        (
            "woonplan explain gap.jaar.tempo.2021",
            [f"gap.jaar.tempo.2021_2029.{name}" for name in ("jaren", "bij_tempo", "per_jaar", "rest_jaren", "rest")],
        ),
        (
            "woonplan explain report.2020.dek",
            [f"report.2020.dekking.totaal.{n}" for n in ("capaciteit", "te_gaan", "dekking", "gewenst", "ruimte")],
        ),
        (
            "woonplan explain reconcile.beh",
            [f"reconcile.behoefte_en_extra.{end}" for end in ("bron", "berekend", "verschil")],
        ),
        ("woonplan explain list.gemeenten.totaal.p", ["list.gemeenten.totaal.plannen"]),
        ("woonplan ga", ["gap"]),
    ],
)
def test_offers_names_of_the_register(line: str, offered: list[str]) -> None:
    assert complete(line) == offered


def test_takes_the_register_that_was_named(tmp_path: Path) -> None:
    register = tmp_path / "elders"
    register.mkdir()
    (register / "gemeenten.yaml").write_text("gemeenten:\n  - {naam: Zuidwijk}\n", encoding="utf-8")
    assert complete(f"woonplan gap --data {register} --gemeente Z") == ["Zuidwijk"]


@pytest.mark.parametrize("content", [None, "", "[", "gemeenten: 3\n", "gemeenten: [3, {naam: [x]}]\n", "\x00"])
def test_says_nothing_when_there_is_nothing_to_read(tmp_path: Path, content: str | None) -> None:
    if content is not None:
        (tmp_path / "data").mkdir()
        (tmp_path / "data" / "gemeenten.yaml").write_text(content, encoding="utf-8")
    assert complete("woonplan gap --gemeente H", tmp_path) == []


def test_a_name_that_would_act_is_not_offered(tmp_path: Path) -> None:
    names = '["Aa b", "Aa\\nb", "Aa\\e[31m"]'
    text = "gemeenten:\n" + "".join(f"  - {{naam: {name.strip()}}}\n" for name in names.strip("[]").split(","))
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "gemeenten.yaml").write_text(text, encoding="utf-8")
    assert complete("woonplan gap --gemeente A", tmp_path) == [r"Aa\ b"]


@TERMINAL
@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("woonplan gap --gemeente Hof\t", ["gap", "--gemeente", "Hof van Twente"]),
        ("woonplan gap --gemeente=Hof\t", ["gap", "--gemeente=Hof van Twente"]),
        ("woonplan gap --gemeente=Ens\t", ["gap", "--gemeente=Enschede"]),
        ('woonplan gap --gemeente "Hof\t', ["gap", "--gemeente", "Hof van Twente"]),
        ("woonplan gap --gemeente 'Hof v\t", ["gap", "--gemeente", "Hof van Twente"]),
        ("woonplan gap --gemeente Hof\\ v\t", ["gap", "--gemeente", "Hof van Twente"]),
        ("woonplan gap --gemeente Hof\t --by gem\t", ["gap", "--gemeente", "Hof van Twente", "--by", "gemeente"]),
        ("woonplan gap --gemeente L\t --netto", ["gap", "--gemeente", "L'o $er", "--netto"]),
        ('woonplan gap --gemeente "L\t', ["gap", "--gemeente", "L'o $er"]),
        ("woonplan gap --gemeente 'L\t", ["gap", "--gemeente", "L'o $er"]),
        ("woonplan check --fail-on w\t", ["check", "--fail-on", "waarschuwing"]),
    ],
)
def test_in_bash_the_completed_command_is_what_was_meant(tmp_path: Path, typed: str, words: list[str]) -> None:
    script = inside(_WOONPLAN_COMPLETE="source_bash").stdout.decode("utf-8")
    # The function is what Enter runs; the completion runs the program.
    (tmp_path / "rc").write_text(script + "\nwoonplan() { printf '<%s>' \"$@\"; echo END; }\n", encoding="utf-8")
    shown = on_a_terminal(tmp_path, ["bash", "--noprofile", "--rcfile", "rc", "-i"], typed)
    assert "".join(f"<{word}>" for word in words) + "END" in shown, shown


def on_a_terminal(folder: Path, shell: list[str], typed: str, ready: bytes = b"") -> str:
    """What a shell shows in which a line is typed once it is ready, in a folder with a register and the program."""
    import pty

    (folder / "data").mkdir()
    (folder / "data" / "gemeenten.yaml").write_text(DATA, encoding="utf-8")
    program = folder / "woonplan"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m woonplan "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    env = {**os.environ, "PATH": f"{folder}:{os.environ['PATH']}", "TERM": "dumb", "PS1": "", "HOME": str(folder)}
    master, slave = pty.openpty()
    # No echo but that of readline: what was typed before it starts would be shown as it is.
    with subprocess.Popen(
        shell,
        cwd=folder,
        env=env | {"ZDOTDIR": str(folder)},
        stdin=slave,
        stdout=slave,
        stderr=slave,
        start_new_session=True,
    ) as process:
        os.close(slave)
        shown = b""
        while ready not in shown:
            shown += os.read(master, 4096)
        os.write(master, f"{typed}\nexit\n".encode())
        with contextlib.suppress(OSError):  # how a terminal ends when nobody has it open any more
            while part := os.read(master, 4096):
                shown += part
        process.wait(timeout=60)
    os.close(master)
    return shown.decode("utf-8")


BRACKETED_PASTE = b"\x1b[?2004h"
"""What zsh tells a terminal when it begins to read a line; what is typed before that may be lost."""

DATA = """\
gemeenten:
  - {naam: Enschede}
  - {naam: Hof van Twente}
  - {naam: "L'o $er"}
  - {naam: "'s-Gravenhage"}
"""


@TERMINAL
@ZSH
@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("woonplan gap --gemeente Hof\t", ["gap", "--gemeente", "Hof van Twente"]),
        ("woonplan gap --gemeente Hof\\ v\t", ["gap", "--gemeente", "Hof van Twente"]),
        ('woonplan gap --gemeente "Hof\t', ["gap", "--gemeente", "Hof van Twente"]),
        ("woonplan gap --gemeente \\'s\t", ["gap", "--gemeente", "'s-Gravenhage"]),
        ("woonplan gap --gemeente \"'s\t", ["gap", "--gemeente", "'s-Gravenhage"]),
        ("woonplan gap --gemeente 's\t", ["gap", "--gemeente", "'s-Gravenhage"]),
        ("woonplan gap --gemeente \\'s\t --netto", ["gap", "--gemeente", "'s-Gravenhage", "--netto"]),
        ("woonplan gap --gemeente L\t", ["gap", "--gemeente", "L'o $er"]),
        ("woonplan gap --fail-on tekort-b\t", ["gap", "--fail-on", "tekort-bovengrens"]),
        ("woonplan rec\t", ["reconcile"]),
    ],
)
def test_in_zsh_the_completed_command_is_what_was_meant(tmp_path: Path, typed: str, words: list[str]) -> None:
    script = inside(_WOONPLAN_COMPLETE="source_zsh").stdout.decode("utf-8")
    # Only a command is completed, and only Enter is to run the function: so it is made when the line is accepted.
    run = "precmd() { :; }\npreexec() { woonplan() { printf '<%s>' \"$@\"; echo END; } }\n"
    setup = f"autoload -U compinit\ncompinit -u -D\n{script}\n{run}unsetopt menu_complete auto_menu list_ambiguous\n"
    (tmp_path / ".zshrc").write_text(setup, encoding="utf-8")
    shown = on_a_terminal(tmp_path, ["zsh", "-i", "-d"], typed, BRACKETED_PASTE)
    assert "".join(f"<{word}>" for word in words) + "END" in shown, shown


@pytest.mark.parametrize(
    ("name", "opening", "shown"),
    [
        ("Enschede", "", "Enschede"),
        ("gap.saldo", "", "gap.saldo"),
        ("WP401,WP402", "", "WP401,WP402"),
        ("S\u00fadwest-Frysl\u00e2n", "", "S\u00fadwest-Frysl\u00e2n"),
        ("a b'c$d", "", r"a\ b\'c\$d"),
        ("a b'c$d", '"', r"a b'c\$d"),
        ("a b'c$d", "'", r"a b'\''c$d"),
    ],
)
def test_a_name_in_bash(name: str, opening: str, shown: str) -> None:
    assert for_bash(name, opening) == shown


def test_a_name_in_powershell() -> None:
    env = {
        **os.environ,
        "_WOONPLAN_COMPLETE": "complete_powershell",
        "_TYPER_COMPLETE_ARGS": "woonplan gap --gemeente H",
        "_TYPER_COMPLETE_WORD_TO_COMPLETE": "H",
    }
    command = [sys.executable, "-m", "woonplan"]
    done = subprocess.run(command, capture_output=True, text=True, env=env, cwd=ROOT, check=False)
    names = [line.split(":::")[0] for line in done.stdout.splitlines()]
    assert names == ["Haaksbergen", "Hellendoorn", "Hengelo", "'Hof van Twente'"]


def test_closed_lists_are_those_of_the_program() -> None:
    assert completion.BY("") == [*(str(v) for v in By), "jaar"]
    assert completion.LISTS("") == [str(v) for v in What]
    assert completion.SCHEMAS("") == list(MODELS)
    assert completion.SEVERITY("") == [str(v) for v in Severity]
    assert completion.TEGEN("") == [str(v) for v in Tegen]
    assert completion.STATUS("") == [str(v) for v in Planstatus]
    assert sorted(completion.STRATEGIE("")) == sorted(str(v) for v in Strategie)


def test_nothing_is_installed_unasked(tmp_path: Path) -> None:
    env = {**os.environ, "HOME": str(tmp_path), "USERPROFILE": str(tmp_path)}
    subprocess.run([sys.executable, "-m", "woonplan", "gap"], capture_output=True, env=env, cwd=ROOT, check=True)
    assert list(tmp_path.iterdir()) == []
