"""`woonplan init`: a register that works at once, holds nothing that nobody said, and overwrites nothing."""

from __future__ import annotations

import json
import os
import re
import shlex
import stat
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
import yaml

from tests.system import LINKS
from woonplan.checks.registry import REGELS
from woonplan.cli.run import run
from woonplan.load import load
from woonplan.load.agenda import load_agenda
from woonplan.model.dataset import Dataset
from woonplan.model.statussen import BASISSET, FIRST, LAST

FILES = ("data/gemeenten.yaml", "data/plannen.yaml", "data/agenda.yaml", ".github/workflows/woonplan.yml")


def started(folder: Path, bronnen: Sequence[str] = ()) -> Dataset:
    """The new register, which must load without a finding."""
    loaded = load(folder / "data")
    assert loaded.findings == ()
    assert loaded.dataset is not None
    agenda = load_agenda(folder / "data" / "agenda.yaml", bronnen)
    assert agenda.findings == ()
    assert agenda.agenda is not None
    return loaded.dataset


def test_without_options_in_the_current_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["init"]) == 0
    shown = capsys.readouterr()
    assert all(name in shown.out for name in FILES)
    assert (
        "Nog in te vullen: regio, provincie, gemeenten, peildatum (staat op 1900), bronnen, opgaven, plannen, en"
        in (shown.out)
    )
    dataset = started(tmp_path)
    # Nothing is invented: no number, no municipality, no target, no document.
    gebied = dataset.gebied
    assert (gebied.gemeenten, gebied.opgaven, gebied.bronnen, dataset.stand.plannen) == ((), (), (), ())
    assert gebied.regio.naam == gebied.regio.provincie == "nog in te vullen"
    assert sorted(p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*") if p.is_file()) == sorted(FILES)


def test_what_it_says_to_do_next_works(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["init", "mijn regio"]) == 0
    commands = [shlex.split(line.split("woonplan ")[1]) for line in capsys.readouterr().err.splitlines()]
    assert commands == [["schema", "--output", "mijn regio/schema"], ["gap", "--data", "mijn regio/data"]]
    for command in commands:
        assert run(command) == 0
    # Every file whose first line names a schema finds it there.
    for path in (tmp_path / "mijn regio" / "data").iterdir():
        named = re.match(r"# yaml-language-server: \$schema=(\S+)", path.read_text(encoding="utf-8"))
        assert named is not None
        assert (path.parent / named[1]).is_file()


def test_gap_works_at_once_and_says_what_is_unknown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = ["--gemeente", "Aa=GM0001", "--gemeente", "Bee=GM0002", "--peildatum", "2025-01-01"]
    assert run(["init", str(tmp_path / "nieuw"), "--regio", "Dal", "--provincie", "Veld", *given]) == 0
    assert (
        "Nog in te vullen: bronnen, opgaven, plannen, en in woonplan.yml waar woonplan staat."
        in capsys.readouterr().out
    )
    data = str(tmp_path / "nieuw" / "data")
    assert run(["gap", "--data", data]) == 0
    assert "! 2 gemeenten zonder plannen in het register: onbekend, niet 0.\n" in capsys.readouterr().out
    assert run(["gap", "--data", data, "--toelichting"]) == 0
    shown = capsys.readouterr()
    assert shown.err == ""
    said, where, title, *_ = shown.out.splitlines()
    assert said == (
        "Dal heeft een onbekend aantal harde en een onbekend aantal zachte woningen in plannen; in het register staat "
        "geen opgave."
    )
    assert (where, title) == ("Stand 1-1-2025, alle plannen.", "Dal: plancapaciteit per 1-1-2025 (alle plannen)")
    assert "in het register staat geen opgave; er is dus geen saldo." in shown.out
    assert "0 plannen in het register" in shown.out


def test_a_municipality_without_plans_is_unknown_not_0(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["init", str(tmp_path), "--regio", "Dal", "--gemeente", "Aa=GM0001"]) == 0
    capsys.readouterr()
    assert run(["gap", "--data", str(tmp_path / "data"), "--by", "gemeente", "--format", "json"]) == 0
    (table,) = json.loads(capsys.readouterr().out)["tabellen"]
    row = next(row["cellen"] for row in table["rijen"] if row["sleutel"] == "Aa")
    unknown = {"min": None, "max": None, "circa": False, "zonder": {"gemeente zonder plannen": 1}}
    assert (row["hard"], row["zacht"]) == (unknown, unknown)


def test_every_list_works_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["init", str(tmp_path)]) == 0
    lists = ("acties", "sleutelprojecten", "gemeenten", "plannen", "bronnen", "opgaven", "doelen", "niet-berekenbaar")
    for what in lists:
        capsys.readouterr()
        assert run(["list", what, "--data", str(tmp_path / "data")]) == 0
        assert "in deze lijst staat niets." in capsys.readouterr().out


# What a user could write in the places of the commented examples.
FILLED_IN = {
    "korte naam, zonder spaties": "nota",
    "id van het document": "nota",
    "volledige titel": "Nota wonen",
    "korte titel voor in tabellen": "Nota",
    "wie het uitgaf": "Dal",
    "jaar, jaar-maand of jaar-maand-dag": "2025-01",
    "waar het te vinden is": "https://dal.example",
    "naam van de agenda of deal": "Nota wonen",
    "eerste dag": "2025-01-01",
    "eerste dag erna": "2035-01-01",
    "naam van de regio": "Dal",
    "aantal": "0",
    "teller van het aandeel": "2",
    "noemer van het aandeel": "3",
    "1 tot en met 12": "7",
    "1 tot en met 31": "1",
    "naam": "Bee",
    "nummer in de bron": "1",
    "jaar": "2025",
    "naam zoals in de plannen": "Bee",
    "naam van het plan": "Weide",
    "naam of CBS-code": "Bee",
    "CBS-code": "GM0002",
    "andere schrijfwijze": "Bee (V.)",
    f"{FIRST} tot en met {LAST}": "2A",
    "wat er moet gebeuren": "iets doen",
    "wie, in de woorden van de bron": "we",
    "paragraaf, bladzijde": "par. 1",
    "waar het over gaat": "zonnepanelen",
    "waarom niet": "er is geen getal",
    "wat ervoor nodig is": "een getal",
}


def examples(text: str) -> list[str]:
    """The lines of the commented examples: those right under a key."""
    found, inside = [], False
    for line in text.splitlines():
        inside = line.endswith(" []") or (inside and line.startswith("#  "))
        if inside and line.startswith("#"):
            found.append(line)
    return found


def filled_in(text: str) -> str:
    """The file with its examples made real, as its comments say: without '[]' and '#', every <...> filled in."""
    for line in dict.fromkeys(examples(text)):
        text = text.replace(f"\n{line}\n", "\n" + re.sub(r"<([^<>]+)>", lambda p: FILLED_IN[p[1]], line[1:]) + "\n")
    return text.replace(" []\n", "\n")


def test_the_commented_examples_are_right(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["init", str(tmp_path), "--regio", "Dal", "--provincie", "Veld", "--peildatum", "2026-01-01"]) == 0
    for name in FILES[:3]:
        path = tmp_path / name
        text = path.read_text(encoding="utf-8")
        assert text.startswith("# yaml-language-server: $schema=../schema/")
        path.write_text(filled_in(text), encoding="utf-8")
    dataset = started(tmp_path, ["nota"])
    assert (len(dataset.gebied.opgaven), len(dataset.stand.plannen), len(dataset.gebied.controle)) == (1, 1, 1)
    capsys.readouterr()
    assert run(["list", "acties", "--data", str(tmp_path / "data")]) == 0
    assert "iets doen" in capsys.readouterr().out
    # Every rule that rests on an agreement has an example of it.
    agenda = load_agenda(tmp_path / "data" / "agenda.yaml", ["nota"]).agenda
    assert agenda is not None
    assert [naam for regel in REGELS for naam in regel.afspraken if agenda.afgesproken(naam) is None] == []


def test_what_it_says_of_statuses_names_all_of_them(tmp_path: Path) -> None:
    assert run(["init", str(tmp_path)]) == 0
    text = (tmp_path / "data" / "plannen.yaml").read_text(encoding="utf-8")
    for statuses, said in (
        (BASISSET.hard, "zijn hard"),
        (BASISSET.zacht, "zijn zacht"),
        (BASISSET.telt_niet, "tellen"),
    ):
        assert f"{' '.join(statuses)} {said}" in text
    assert f"planstatus: <{FIRST} tot en met {LAST}>" in text
    assert "{{" not in text


@pytest.mark.parametrize("name", FILES[:3])
def test_no_example_holds_a_number_that_could_be_taken_for_a_figure(tmp_path: Path, name: str) -> None:
    assert run(["init", str(tmp_path)]) == 0
    lines = examples((tmp_path / name).read_text(encoding="utf-8"))
    assert len(lines) > 5
    assert not [line for line in lines if re.search(r":\s*[0-9]", line)]


def test_the_workflow_checks_and_runs_gap(tmp_path: Path) -> None:
    assert run(["init", str(tmp_path)]) == 0
    text = (tmp_path / ".github/workflows/woonplan.yml").read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=")
    steps = yaml.safe_load(text)["jobs"]["check"]["steps"]
    assert [step["run"] for step in steps if "run" in step] == [
        'python -I -m pip install "$WOONPLAN"',
        "woonplan check data --format github",
        "woonplan gap --data data",
    ]


@pytest.mark.parametrize(
    "name",
    [
        "'s-Hertogenbosch",
        'De "Kom"',
        "Regio: Dal",
        "Dal # 2",
        "Dal\ncontrole: []",
        "- Dal",
        "{{gemeenten}}",
        "Súdwest-Fryslân",
        "Noord 🏠",
        "2000",
        "012",
        "null",
        "yes",
        "&anker",
        "!!str Dal",
        "*dal",
        "| Dal",
        "Dal\tVeld",
        "Dal\u2028Veld",
        "\\n",
        "\x07Dal",
        "x" * 2000,
    ],
)
def test_a_name_stays_the_name_that_was_typed(tmp_path: Path, name: str) -> None:
    assert run(["init", str(tmp_path), "--regio", name, "--provincie", name, "--gemeente", f"{name}=GM0001"]) == 0
    gebied = started(tmp_path).gebied
    assert (gebied.regio.naam, gebied.regio.provincie) == (name, name)
    assert [(g.naam, g.code) for g in gebied.gemeenten] == [(name, "GM0001")]


def test_a_name_with_an_equals_sign_keeps_it(tmp_path: Path) -> None:
    assert run(["init", str(tmp_path), "--gemeente", "A=B=GM0001"]) == 0
    assert [g.naam for g in started(tmp_path).gebied.gemeenten] == ["A=B"]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--gemeente", "Aa"], "schrijf naam en CBS-code zo"),
        (["--gemeente", "Aa=0001"], "schrijf naam en CBS-code zo"),
        (["--gemeente", "=GM0001"], "schrijf naam en CBS-code zo"),
        (["--gemeente", "Aa=GM0001", "--gemeente", "aa=GM0002"], "twee keer"),
        (["--gemeente", "Aa=GM0001", "--gemeente", "Bee=GM0001"], "twee keer"),
        (["--gemeente", "gm0001=GM0001"], "twee keer"),
        (["--regio", " "], "--regio is leeg"),
        (["--provincie", "x" * 2001], "langer dan 2000"),
        (["--regio", "\udcff"], "geen tekst"),
        (["--peildatum", "2025-02-30"], "geen datum"),
    ],
)
def test_what_is_typed_wrong_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], options: list[str], message: str
) -> None:
    assert run(["init", str(tmp_path), *options]) == 2
    assert message in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", FILES)
def test_nothing_is_overwritten(tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    (tmp_path / name).parent.mkdir(parents=True)
    (tmp_path / name).write_text("van mij\n", encoding="utf-8")
    assert run(["init", str(tmp_path)]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert name in shown.err
    assert [p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*") if p.is_file()] == [name]
    assert (tmp_path / name).read_text(encoding="utf-8") == "van mij\n"


@LINKS
def test_a_link_to_nowhere_is_not_written_through(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "register"
    (folder / "data").mkdir(parents=True)
    (folder / "data" / "plannen.yaml").symlink_to(tmp_path / "elders.yaml")
    assert run(["init", str(folder)]) == 2
    assert "data/plannen.yaml" in capsys.readouterr().err
    assert not (tmp_path / "elders.yaml").exists()


def test_all_or_nothing_when_a_folder_cannot_be_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # The workflow is written last, and a file stands where its folder should be. A long path would be cut in a message.
    monkeypatch.chdir(tmp_path)
    Path(".github").write_text("", encoding="utf-8")
    assert run(["init"]) == 2
    assert "workflows" in capsys.readouterr().err
    assert [p.name for p in tmp_path.rglob("*") if p.is_file()] == [".github"]


def test_files_are_readable_for_others_as_new_files_are(tmp_path: Path) -> None:
    assert run(["init", str(tmp_path)]) == 0
    if sys.platform != "win32":
        mask = os.umask(0)
        os.umask(mask)
        assert stat.S_IMODE((tmp_path / FILES[0]).stat().st_mode) == 0o666 & ~mask


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        assert run(["init", str(tmp_path / name), "--regio", "Dal", "--gemeente", "Aa=GM0001"]) == 0
    assert [(tmp_path / "a" / f).read_bytes() for f in FILES] == [(tmp_path / "b" / f).read_bytes() for f in FILES]
