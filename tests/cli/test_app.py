"""The help: examples that can be copied, one on a line, and nothing that the program does not have."""

from __future__ import annotations

import re
import shlex

import pytest
import typer

from tests.cli.process import inside
from woonplan.cli.app import COMMANDS, app


def help_of(*words: str) -> str:
    done = inside(*words, "--help", COLUMNS="100", NO_COLOR="1")
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout.decode("utf-8")


def examples(text: str) -> list[str]:
    """The lines under `Examples:` or `Voorbeelden:` that are a command of this program."""
    _, after = re.split("Examples:|Voorbeelden:", text)
    block = re.split(r"\n\n\S|\n(?:Options|Arguments|Commands):", after)[0]
    return [line.strip() for line in block.splitlines() if line.strip()]


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_example_stands_on_a_line_of_its_own(command: str) -> None:
    found = examples(help_of(command))
    assert found
    for line in found:
        assert line.startswith(f"woonplan {command}")
        assert line.count("woonplan ") == 1, line


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_examples_use_options_that_exist(command: str) -> None:
    text = help_of(command)
    options = set(re.findall(r"--[a-z-]+", text.partition("Options:")[2]))
    for line in examples(text):
        used = {word for word in shlex.split(line) if word.startswith("--")}
        assert used <= options, line


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_option_says_what_it_does(command: str) -> None:
    group = typer.main.get_command(app)
    found = getattr(group, "commands")[command]  # noqa: B009 - the vendored type is private
    for parameter in found.params:
        assert getattr(parameter, "help", None) or parameter.param_type_name == "argument", parameter.name


def test_bare_help_names_every_command() -> None:
    text = help_of()
    for command in COMMANDS:
        assert re.search(rf"^  {command} ", text, re.MULTILINE)
