"""One language: whatever the program says is Dutch, in the words of the field and not in the keys of the register."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import shellingham
import typer
from openpyxl import load_workbook

from tests.checks.registers import findings_on
from tests.cli.process import ROOT, inside
from tests.conftest import quickly
from tests.language import english, keys
from woonplan.checks.registry import REGELS
from woonplan.cli.app import COMMANDS, app
from woonplan.cli.run import run
from woonplan.rule import Rule

HELP = ("--help", *((name, "--help") for name in COMMANDS))


def params(command: str) -> list[Any]:
    """The options and arguments of a command, as the library has them; of the program itself by an empty name."""
    group: Any = typer.main.get_command(app)
    found = group.commands[command] if command else group
    context: Any = typer.Context(found, info_name="woonplan", help_option_names=["-h", "--help"])
    return list(found.get_params(context))


def test_the_lists_know_english_from_dutch() -> None:
    assert english("Missing option '--by': the value is niet bekend") == ["Missing", "option", "the", "value"]
    assert english("Toon de versie; 'show the version' staat tussen aanhalingstekens. [standaard: table]") == []
    assert keys("prijs van sociale_huur, 'sociale_huur' en gap.nog_hard_te_maken; 2 records") == [
        "sociale_huur",
        "records",
    ]


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_dutch(command: str) -> None:
    done = inside(*filter(None, [command]), "--help", COLUMNS="200", NO_COLOR="1")
    text = done.stdout.decode("utf-8")
    if not command:
        text, _, last = text.rstrip().rpartition("\n")
        # For who cannot read the rest.
        assert last.strip().startswith("In English: README.md")
    text = re.sub(r"^ +woonplan .*$", "", text, flags=re.MULTILINE)
    assert (english(text), keys(re.sub(r"_(?:onder|boven)grens", "", text))) == ([], [])
    for heading in ("Gebruik: woonplan", "\nOpties:\n", "Toon deze hulp."):
        assert heading in text
    for name in ("DIR", "FILE", "PATH", "NAME", "WHAT", "KIND", "LEVEL", "DATE", "COMMAND", "ARGS", "OPTIONS"):
        assert not re.search(rf"\b{name}\b", text), name


def misuses() -> Iterator[tuple[str, ...]]:
    """Every way to call a command wrongly that its options and arguments give."""
    yield from (("--xyz",), ("-x",), ("xyz",), ("gapp",), ("--version=3",))
    for command in COMMANDS:
        needed = {"explain": ("hard",), "list": ("bronnen",), "report": ("2020",), "diff": ("HEAD",)}.get(command, ())
        yield (command, *needed, "--xyz")
        yield (command, *needed, "--formaat", "csv")
        if needed and command != "explain":
            yield (command,)
        if command != "check":
            yield (command, *needed, "een", "twee", "drie")
        for param in params(command):
            if param.param_type_name != "option" or param.name == "help":
                continue
            option = param.opts[-1]
            yield (command, *needed, f"{option}=xyz") if param.is_flag else (command, *needed, option)
            if not param.is_flag and option not in ("--data", "--output", "--charts"):
                yield (command, *needed, option, "xyz/abc")


@pytest.mark.parametrize("args", list(misuses()), ids=" ".join)
def test_a_refusal_is_dutch(args: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "data").symlink_to(ROOT / "data")
    done = inside(*args, cwd=tmp_path)
    said = done.stderr.decode("utf-8")
    assert done.returncode == 2 or not said.startswith("Gebruik"), said
    assert (english(said), keys(said)) == ([], [])


def test_what_completion_says_is_dutch(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(shellingham, "detect_shell", lambda: ("bash", "/bin/bash"))
    assert run(["--install-completion"]) == 0
    shown = capsys.readouterr()
    assert "ingesteld" in shown.out
    assert str(tmp_path / ".bash_completions" / "woonplan.sh") in shown.out
    assert (english(shown.out.replace(str(tmp_path), "")), shown.err) == ([], "")
    assert (tmp_path / ".bash_completions" / "woonplan.sh").is_file()
    with pytest.raises(SystemExit) as stop:
        run(["--show-completion"])
    assert stop.value.code == 0
    assert "_WOONPLAN_COMPLETE" in capsys.readouterr().out


@pytest.mark.parametrize("option", ["--install-completion", "--show-completion"])
def test_a_shell_that_is_not_known_is_no_finding(
    option: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(shellingham, "detect_shell", lambda: ("xyzsh", "/bin/xyzsh"))
    assert run([option]) == 2
    shown = capsys.readouterr()
    assert (shown.out, shown.err.startswith("Fout: uw shell")) == ("", True)
    assert english(shown.err) == []


def test_completion_that_cannot_be_written_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / ".bash_completions").write_text("", encoding="utf-8")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(shellingham, "detect_shell", lambda: ("bash", "/bin/bash"))
    assert run(["--install-completion"]) == 2
    assert capsys.readouterr().err.startswith("Fout: het aanvullen is niet ingesteld: ")


def test_what_completion_offers_is_explained_in_dutch() -> None:
    for line in ("woonplan ", "woonplan --", *(f"woonplan {command} --" for command in COMMANDS)):
        asked = {"_WOONPLAN_COMPLETE": "complete_fish", "_TYPER_COMPLETE_FISH_ACTION": "get-args"}
        done = inside(_TYPER_COMPLETE_ARGS=line, **asked)
        told = done.stdout.decode("utf-8")
        assert len(told.splitlines()) > 1
        assert english("\n".join(part.partition("\t")[2] for part in told.splitlines())) == []


@pytest.mark.parametrize("rule", REGELS, ids=lambda rule: rule.code)
def test_a_rule_and_what_it_finds_are_dutch(rule: Rule, tmp_path: Path) -> None:
    for text in (rule.naam, rule.wat, rule.waarom, rule.oplossing, rule.hint):
        assert (english(text), keys(text)) == ([], []), text
    for finding in findings_on(tmp_path, rule, rule.fout, wrong=True):
        for text in (finding.message, finding.hint):
            assert (english(text), keys(text)) == ([], []), text


@pytest.mark.parametrize("name", ["data/gemeenten.yaml", "data/plannen.yaml", "data/agenda.yaml"])
def test_a_new_file_is_explained_in_dutch(name: str, tmp_path: Path) -> None:
    assert run(["init", str(tmp_path)]) == 0
    text = (tmp_path / name).read_text(encoding="utf-8")
    notes = [line.partition("#")[2] for line in text.splitlines()[1:]]
    assert len("".join(notes)) > 100
    assert english("\n".join(notes)) == []


def test_a_new_workflow_is_explained_in_dutch(tmp_path: Path) -> None:
    assert run(["init", str(tmp_path)]) == 0
    text = (tmp_path / ".github" / "workflows" / "woonplan.yml").read_text(encoding="utf-8")
    assert english("\n".join(line.partition("#")[2] for line in text.splitlines()[1:])) == []


REGISTERS = (
    ("--data", "data"),
    ("--data", "data", "--plannen", "data/plannen-2021.yaml"),
    ("--data", "examples/data"),
)
BY = ("gemeente", "status", "plantype", "strategie", "positie", "sleutelsoort", "woonmilieu", "jaar")
LISTS = ("acties", "sleutelprojecten", "gemeenten", "plannen", "bronnen", "opgaven", "begrippen", "regels")
REPORTS = ("jaar", "inventaris", "midterm", "rijk", "ladder", "raad")
NUMBERS = (
    "gap.saldo",
    "gap.nog_hard_te_maken",
    "gap.status_onbekend",
    "gap.strategie.stedelijk_wonen.hard",
    "gap.strategie.totaal.records",
    "gap.jaar.schema.rest",
    "gap.jaar.voorraad.hard_komende_jaren",
    "reconcile.behoefte_en_extra.verschil",
    "list.plannen.records",
    "list.gemeenten.totaal.plannen",
)


def answers() -> Iterator[tuple[str, ...]]:
    for register in REGISTERS:
        year = "2023" if "examples/data" in register else "2020"
        yield from (("gap", *register), ("gap", "--toelichting", "--grafiek", *register), ("reconcile", *register))
        yield ("gap", "--strategie", "stedelijk_wonen", "--toelichting", *register)
        yield from (("gap", "--by", by, "--grafiek", *register) for by in BY)
        yield from (("list", what, *register) for what in LISTS if what != "regels")
        for kind in REPORTS:
            earlier = ("--vergelijk", f"{register[1]}/plannen.yaml") if kind == "midterm" else ()
            yield ("report", year, "--soort", kind, "--grafiek", *earlier, *register)
        yield from (("explain", number, "--depth", "3", *register) for number in NUMBERS)
    for sides in (
        ("data/plannen.yaml", "data/plannen-2021.yaml"),
        *(
            (f"examples/history/plannen-{old}.yaml", f"examples/history/{new}.yaml", "--data", "examples/history")
            for old, new in (("2021", "plannen-2022"), ("2022", "plannen-2023"), ("2023", "plannen"))
        ),
    ):
        yield from (("diff", *sides), ("diff", *sides, "--toelichting"))
    yield ("explain", "diff.totalen.verschil.zacht", "--depth", "3", "--vergelijk", "data/plannen-2021.yaml")
    yield ("explain", "report.2023.prijsgrenzen.sociale_huur.1.bedrag", "--data", "examples/data")
    yield ("explain", "report.2023.herkomst_cijfers.opgave_gemeente.aantal", "--data", "examples/data")
    yield ("explain", "report.2023.knelpunten.ambtelijke_capaciteit.hard", "--data", "examples/data")
    yield ("explain", "lokale_behoefte")


GIVEN = re.compile(r"\bplancapaciteit_nl\b|\bjson_importer_python\b|\bbehoefte_en_extra\b")
"""What sources write so themselves, and the name of a comparison, which is there to be typed."""


@pytest.mark.parametrize("args", list(answers()), ids=" ".join)
@pytest.mark.parametrize("form", quickly(["table", "html"], "table"))
def test_an_answer_has_words_and_no_keys(args: tuple[str, ...], form: str) -> None:
    done = inside(*args, "--format", form, COLUMNS="300", NO_COLOR="1")
    assert done.returncode == 0, done.stderr
    text = GIVEN.sub("", done.stdout.decode("utf-8"))
    if form == "html":
        text = html.unescape(re.sub(r"(?s)<style>.*?</style>|<[^>]+>", "\n", text))
    assert keys(text) == []


@pytest.mark.parametrize("form", ["csv", "csv-nl", "json"])
def test_a_machine_has_the_keys(form: str) -> None:
    listed = inside("list", "gemeenten", "--data", "examples/data", "--format", form).stdout.decode("utf-8")
    assert "buiten_wonen, wonen_langs_de_radialen" in listed
    assert "buiten wonen" not in listed
    grouped = inside("gap", "--by", "strategie", "--data", "examples/data", "--format", form).stdout.decode("utf-8")
    assert grouped.count("stedelijk_wonen") == 2


def test_a_workbook_has_words(tmp_path: Path) -> None:
    path = tmp_path / "gemeenten.xlsx"
    assert (
        inside("list", "gemeenten", "--data", "examples/data", "--format", "xlsx", "--output", str(path)).returncode
        == 0
    )
    texts = {str(cell) for row in load_workbook(path).worksheets[0].iter_rows(values_only=True) for cell in row}
    assert "buiten wonen, wonen langs de radialen" in texts
    assert not any("_" in text for text in texts)
