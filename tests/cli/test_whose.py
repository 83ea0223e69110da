"""Whose plans are in it: every command at a level of confidentiality, and what may not be told from its output."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.conftest import GEMEENTEN, ROOT, quickly
from woonplan.calc.question import By
from woonplan.cli import completion
from woonplan.cli.options import Format
from woonplan.cli.run import run
from woonplan.model.vocabulary import Vertrouwelijkheid
from woonplan.report.lists.documents import OF_AGENDA, What
from woonplan.report.yearly.report import Rapport

LEVELS = list(Vertrouwelijkheid)
KOP = "versie: 1\npeildatum: 2021-01-01\nstatusdefinitie: basisset-2022\nsoort_aantal: bruto\n"
STOCK = (
    "    voorraad:\n      2020: {beginstand: 900, nieuwbouw: 30, overige_toevoeging: 2, sloop: 5, "
    "overige_onttrekking: 1, correctie: 0, saldo: 26, eindstand: 926}\n"
)
REGION = (
    GEMEENTEN.replace("  - {naam: Bee, code: GM0002}\n", f"  - naam: Bee\n    code: GM0002\n{STOCK}")
    .replace('  - {naam: Aa, code: GM0001, aliassen: ["Aa (V.)"]}\n', f"  - naam: Aa\n    code: GM0001\n{STOCK}")
    .replace("kort: Nota}\n", "kort: Nota}\n  - {id: brief, titel: Brief over verborgen plannen, kort: Brief}\n")
)
SEEN_A = (
    "  - {id: zicht, naam: Zicht, gemeente: Aa, planstatus: 1A, woningen: 90, gerealiseerd: 0, sloop: 2, "
    "sloop_gerealiseerd: 0, oplevering: {2023: 90}, vertrouwelijkheid: openbaar}\n"
)
SEEN_B = (
    "  - {id: ruim, naam: Ruim, gemeente: Bee, planstatus: 3, woningen: 40, gerealiseerd: 0, "
    "vertrouwelijkheid: openbaar}\n"
    "  - {id: buur, naam: Buur, gemeente: Bee, planstatus: 1A, restant: 7, vertrouwelijkheid: regio}\n"
    "  - {id: land, naam: Land, gemeente: Bee, planstatus: 2B, restant: 11, vertrouwelijkheid: provincie}\n"
)
HIDDEN = (
    "  - {id: zwijg, naam: Zwijg, gemeente: %s, planstatus: %s, woningen: %d, gerealiseerd: 0, plantype: verdichting}\n"
)
WARNED = HIDDEN.replace("plantype: verdichting", "reden: onbekend") % ("Bee", "1A", 300)
HEAD = (
    KOP + "bron: brief\nvolledig: false\nopmerkingen: Zwijg wordt niet genoemd.\n"
    "controle:\n  - {id: som, klassen: [hard], woningen: %d, bron: brief}\nplannen:\n"
)


def written(folder: Path, files: Mapping[str, str]) -> Path:
    (folder / "plannen").mkdir(parents=True, exist_ok=True)
    (folder / "gemeenten.yaml").write_text(REGION, encoding="utf-8")
    for name, text in files.items():
        (folder / "plannen" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def stating(statement: str) -> str:
    return REGION.replace("gemeenten:\n", f"      - {statement}\ngemeenten:\n")


def files(**plans: str) -> dict[str, str]:
    return {name: f"{KOP}bron: nota\nplannen:\n{text}" for name, text in plans.items()}


COMMANDS = [
    ["gap"],
    ["gap", "--netto"],
    ["gap", "--gemeente", "Bee"],
    ["gap", "--status", "hard", "--by", "gemeente"],
    *(["gap", "--by", by] for by in (*map(str, By), "jaar")),
    *(["list", str(what)] for what in What if what not in (*OF_AGENDA, What.REGELS)),
    *(["report", "2020", "--soort", str(soort)] for soort in Rapport),
    *(
        ["explain", name, "--depth", "9"]
        for name in (
            "gap.saldo",
            "gap.nog_te_vinden",
            "gap.bee.hard",
            "gap.jaar.zonder_jaar.hard",
            "gap.plantype.verdichting.hard",
            "list.gemeenten.bee.plannen",
            "list.plannen.records",
            "list.plannen.status_onbekend",
            "report.2020.capaciteit.totaal.hard",
            "zicht",
            "zwijg",
            "hard",
        )
    ),
]


def answers(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, register: Path, form: str, level: str
) -> Iterator[tuple[list[str], int, str, str]]:
    monkeypatch.chdir(register.parent)
    for command in COMMANDS:
        code = run([*command, "--data", register.name, "--format", form, "--vertrouwelijkheid", level])
        yield (command, code, *capsys.readouterr())


@pytest.mark.parametrize("form", quickly([Format.TABLE, Format.JSON], Format.JSON))
def test_no_byte_depends_on_what_is_hidden(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, form: Format
) -> None:
    one = HIDDEN % ("Bee", "1A", 300)
    registers = (
        files(aa=SEEN_A, bee=SEEN_B + one),
        # Another number, another status, and in the file of another municipality; more of them.
        files(aa=SEEN_A, bee=SEEN_B + HIDDEN % ("Bee", "3", 41)),
        files(aa=SEEN_A + HIDDEN % ("Aa", "1A", 300), bee=SEEN_B),
        files(aa=SEEN_A, bee=one + SEEN_B + one.replace("zwijg", "zwijg2")),
        # In a file of its own, whose head says what it is about; and with heads that hold a total and a remark.
        files(aa=SEEN_A, bee=SEEN_B) | {"zwijg": HEAD % 300 + one},
        # One that the owner gets a warning of.
        files(aa=SEEN_A, bee=SEEN_B + WARNED),
        {
            "aa": files(aa=SEEN_A)["aa"],
            "bee": (HEAD % 318).replace("brief", "nota", 1).replace("volledig: false\n", "") + SEEN_B + one,
        },
    )
    first: list[tuple[list[str], int, str, str]] = []
    for number, plans in enumerate(registers):
        found = [*answers(capsys, monkeypatch, written(tmp_path / str(number) / "data", plans), form, "openbaar")]
        first = first or found
        for a, b in zip(first, found, strict=True):
            assert a == b, plans
        for command, _, out, err in found:
            text = (out + err).lower()
            assert "zwijg" not in text.replace("'zwijg' is geen", ""), command
            assert "brief" not in text, command


def test_a_warning_is_for_the_owner(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    register = str(written(tmp_path / "data", files(aa=SEEN_A, bee=SEEN_B + WARNED)))
    assert run(["gap", "--data", register]) == 0
    assert "WP220 waarschuwing: plan 'zwijg'" in capsys.readouterr().err
    assert run(["gap", "--data", register, "--vertrouwelijkheid", "openbaar"]) == 0
    assert capsys.readouterr().err == ""


def test_a_level_shows_its_own_plans(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    register = written(tmp_path / "data", files(aa=SEEN_A, bee=SEEN_B + HIDDEN % ("Bee", "1A", 300)))
    monkeypatch.chdir(tmp_path)
    for level, hard, title in (
        ("openbaar", 90, "(openbare plannen)"),
        ("regio", 97, "(plannen tot en met niveau regio, waarvan 1 niet openbaar)"),
        ("provincie", 108, "(plannen tot en met niveau provincie, waarvan 2 niet openbaar)"),
        ("gemeente", 408, "(alle plannen, waarvan 3 niet openbaar)"),
        (None, 408, "(alle plannen, waarvan 3 niet openbaar)"),
    ):
        found = answered(capsys, "gap", level)
        assert found["resultaat"]["ondergrens"]["hard"]["min"] == hard
        assert found["titel"].endswith(title)
        assert found["vertrouwelijkheid"] == level or level is None
        assert found["volledig_getoond"] is (level in (None, "gemeente"))
        rows = {row["sleutel"]: row["cellen"] for row in found["tabellen"][0]["rijen"]}
        assert ("van de" in rows["saldo"]["onderdeel"]) is (level not in (None, "gemeente"))
    assert register.exists()


def answered(capsys: pytest.CaptureFixture[str], command: str, level: str | None, *more: str) -> dict[str, Any]:
    chosen = ["--vertrouwelijkheid", level] if level else []
    assert run([*command.split(), *more, "--format", "json", *chosen]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def cells(document: dict[str, Any], table: str) -> dict[str, dict[str, Any]]:
    found = next(one for one in document["tabellen"] if one["naam"] == table)
    return {row["sleutel"]: row["cellen"] for row in found["rijen"]}


@pytest.mark.parametrize("level", LEVELS)
def test_gap_and_report_say_the_same_at_one_level(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, level: Vertrouwelijkheid
) -> None:
    plans = files(aa=SEEN_A, bee=SEEN_B) | {"zwijg": HEAD % 300 + HIDDEN % ("Bee", "1A", 300)}
    written(tmp_path / "data", plans)
    monkeypatch.chdir(tmp_path)
    one, other = (answered(capsys, command, level) for command in ("gap --by gemeente", "report 2020"))
    rows, beside = cells(one, "groepen"), cells(other, "capaciteit")
    assert rows.keys() == beside.keys()
    for name, row in rows.items():
        for column in ("records", "hard", "zacht", "opgave_ondergrens", "saldo_ondergrens", "saldo_bovengrens"):
            assert row[column] == beside[name][column], (name, column)
    assert one["invoer"] == other["invoer"]


def test_a_municipality_of_which_all_is_hidden_has_no_visible_plans(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    written(tmp_path / "data", files(aa=SEEN_A) | {"bee": HEAD % 300 + HIDDEN % ("Bee", "1A", 300)})
    monkeypatch.chdir(tmp_path)
    for command in ("gap", "gap --by gemeente", "gap --by jaar", "gap --by plantype", "report 2020"):
        assert run([*command.split(), "--vertrouwelijkheid", "openbaar"]) == 0
        text = capsys.readouterr().out
        assert "zonder plannen" not in text, command
        assert "geen plannen" not in text, command
        assert "zichtbare plannen" in text, command
        assert "bee.yaml" not in text, command
    found = answered(capsys, "gap", "openbaar")
    assert [invoer["bestand"] for invoer in found["invoer"]] == ["data/gemeenten.yaml", "data/plannen/aa.yaml"]
    assert found["resultaat"]["ondergrens"]["hard"]["zonder"] == {"gemeente zonder zichtbare plannen": 1}
    # The owner sees the plan and its file.
    assert [i["bestand"] for i in answered(capsys, "gap", None)["invoer"]][-1] == "data/plannen/bee.yaml"


def test_with_everything_hidden_not_even_a_file_is_named(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    hidden = {
        name: HEAD % 300 + (HIDDEN % (name.capitalize(), "1A", 300)).replace("zwijg", name) for name in ("aa", "bee")
    }
    written(tmp_path / "data", hidden)
    monkeypatch.chdir(tmp_path)
    found = answered(capsys, "gap", "openbaar")
    assert [invoer["bestand"] for invoer in found["invoer"]] == ["data/gemeenten.yaml", "data/plannen"]
    assert found["peildatum"] == "2021-01-01"
    assert "Zwijg" not in json.dumps(found)


def test_remarks_stay_where_a_file_is_for_everybody(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for public, shown in (("openbaar: true\n", True), ("", False)):
        plans = files(aa=SEEN_A, bee=HIDDEN % ("Bee", "1A", 300))
        plans["aa"] = plans["aa"].replace("bron: nota", f"{public}opmerkingen: Lees dit.\nbron: nota")
        written(tmp_path / "data", plans)
        monkeypatch.chdir(tmp_path)
        found = answered(capsys, "gap", "openbaar")
        assert ("Lees dit." in [note["tekst"] for note in found["opmerkingen"]]) is shown


def test_the_list_of_plans_says_who_may_see_them(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    written(tmp_path / "data", files(aa=SEEN_A, bee=SEEN_B + HIDDEN % ("Bee", "1A", 300)))
    monkeypatch.chdir(tmp_path)
    found = answered(capsys, "list plannen", None)
    levels = {key: row["vertrouwelijkheid"] for key, row in cells(found, "plannen").items()}
    assert levels == {
        "zicht": "openbaar",
        "ruim": "openbaar",
        "buur": "regio",
        "land": "provincie",
        "zwijg": "gemeente",
    }
    assert "zonder vertrouwelijkheid: 1; die gelden als 'gemeente'." in found["tabellen"][0]["opmerkingen"]
    assert list(cells(answered(capsys, "list plannen", "regio"), "plannen")) == ["zicht", "ruim", "buur"]


def test_the_audit_and_the_checks_say_that_they_are_of_everything(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    written(tmp_path / "data", files(aa=SEEN_A, bee=SEEN_B + HIDDEN % ("Bee", "1A", 300)))
    monkeypatch.chdir(tmp_path)
    text = (HEAD % 90).replace("bron: brief", "bron: nota") + SEEN_A
    (tmp_path / "data" / "plannen" / "aa.yaml").write_text(text, encoding="utf-8")
    assert answered(capsys, "reconcile --all", None)["niet_openbaar"] == 3
    run(["reconcile", "--all"])
    assert "(alle plannen, waarvan 3 niet openbaar)" in capsys.readouterr().out.splitlines()[0]
    run(["check"])
    assert "5 plannen (waarvan 3 niet openbaar) gecontroleerd" in capsys.readouterr().out
    run(["check", "--format", "json"])
    assert json.loads(capsys.readouterr().out)["gecontroleerd"]["niet_openbaar"] == 3


@pytest.mark.parametrize(
    "command", ["gap", "gap --by gemeente", "gap --by jaar", "list plannen", "list gemeenten", "reconcile"]
)
def test_the_owner_sees_all_plans_and_is_told_so(capsys: pytest.CaptureFixture[str], command: str) -> None:
    assert run([*command.split(), "--data", str(ROOT / "data"), "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["titel"].endswith("(alle plannen)")
    assert "1-1-2020" in found["titel"]
    assert (found["vertrouwelijkheid"], found["niet_openbaar"], found["volledig_getoond"]) == ("gemeente", 0, True)
    assert run([*command.split(), "--data", str(ROOT / "data"), "--format", "md"]) == 0
    written = capsys.readouterr().out
    if command.startswith("gap"):
        # The answer comes first, and says it too.
        answer, _, written = written.partition("\n\nStand 1-1-2020, alle plannen.\n\n")
        assert answer == f"**{found['antwoord']}**"
    assert written.startswith(f"## {found['titel']}\n")


def test_what_does_not_exist_and_what_is_hidden_are_one(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    one = HIDDEN % ("Bee", "1A", 300)
    monkeypatch.chdir(tmp_path)
    for name in ("zwijg", "zwij", "zwijgt", "list.plannen.zwijg.restant", "report.2020.zwijg", "gap.zwijg"):
        said = []
        for number, plan in enumerate((one, one.replace("zwijg", "anders"))):
            folder = written(tmp_path / str(number) / "data", files(aa=SEEN_A, bee=SEEN_B + plan))
            monkeypatch.chdir(folder.parent)
            assert run(["explain", name, "--vertrouwelijkheid", "provincie"]) == 2
            said.append(capsys.readouterr())
        assert said[0] == said[1]


def test_what_the_source_says_is_short_does_not_stand_beside_what_is_seen(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    statement = "{id: kort, soort: uitbreiding_hard, regio: Dal, woningen: 610, gebruikt: true}"
    # Of a state before anything was delivered, as the source itself has it.
    plans = {name: text.replace("2021-01-01", "2020-01-01") for name, text in files(aa=SEEN_A, bee=SEEN_B).items()}
    register = written(tmp_path / "data", plans)
    (register / "gemeenten.yaml").write_text(stating(statement), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for level, shown in (("gemeente", True), ("openbaar", False)):
        found = answered(capsys, "gap", level)
        assert ("610" in json.dumps(found["tabellen"])) is shown
        # 1.000 - 610 are all hard plans, and so 390 less those that are seen are the hidden ones.
        assert ("kort" in cells(answered(capsys, "list opgaven", level), "opgaven")) is shown


def test_the_council_reads_whose_balance_it_is(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    register = written(tmp_path / "data", files(aa=SEEN_A, bee=SEEN_B))
    statement = "{id: aa, soort: ambitie, gemeente: Aa, woningen: 100, gebruikt: true}"
    (register / "gemeenten.yaml").write_text(stating(statement), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for level, label in (("openbaar", "saldo van de openbare plannen"), ("gemeente", "saldo")):
        found = answered(capsys, "report 2020 --soort raad", level)
        assert cells(found, "raad-GM0001")["saldo"]["onderdeel"] == label


def test_parts_and_wholes_of_which_one_is_hidden(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    whole = (
        "  - {id: geheel, naam: Geheel, soort: verzamelpost, regio: Dal, planstatus: hard, restant: 800, "
        "soort_aantal: bruto, vertrouwelijkheid: %s}\n"
    )
    inside = (HIDDEN % ("Bee", "1A", 300)).replace("}", ", onderdeel_van: geheel}")
    seen = SEEN_A.replace("}, vert", "}, onderdeel_van: geheel, vert")
    assert seen != SEEN_A
    pairs = (
        # A hidden part is in the rest of its whole, of any size, or beside it.
        ((whole % "openbaar") + inside, (whole % "openbaar") + inside.replace("300", "41"), SEEN_A),
        ((whole % "openbaar") + inside, (whole % "openbaar") + HIDDEN % ("Bee", "3", 41), seen),
        # Of a hidden whole, of any size, the part counts by itself.
        (whole % "gemeente", (whole % "regio").replace("800", "900"), seen),
    )
    for number, (one, other, part) in enumerate(pairs):
        said = []
        for side, plans in enumerate((one, other)):
            folder = written(tmp_path / f"{number}{side}" / "data", files(aa=part, bee=SEEN_B, rest=plans))
            said.append([*answers(capsys, monkeypatch, folder, Format.JSON, "openbaar")])
        assert said[0] == said[1]


def test_a_gate_speaks_of_the_plans_that_are_seen(capsys: pytest.CaptureFixture[str]) -> None:
    data = str(ROOT / "data")
    for options, words in (
        ((), "(saldo: "),
        (("--vertrouwelijkheid", "regio"), "(saldo van de plannen tot en met niveau regio: "),
    ):
        assert run(["gap", "--data", data, "--fail-on", "tekort-ondergrens", *options]) == 1
        assert words in capsys.readouterr().err


@pytest.mark.parametrize(
    "command", ["gap", "list plannen", "list begrippen", "explain gap.saldo", "explain hard", "report 2020"]
)
def test_a_level_that_does_not_exist(capsys: pytest.CaptureFixture[str], command: str) -> None:
    assert run([*command.split(), "--data", str(ROOT / "data"), "--vertrouwelijkheid", "regoi"]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "vertrouwelijkheid 'regoi' bestaat niet. Bedoelt u 'regio'?" in shown.err


@pytest.mark.parametrize("option", [["--data", "data"], ["--plannen", "data/plannen.yaml"]])
def test_completion_offers_what_readers_may_see(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, option: list[str]
) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "gemeenten.yaml").write_text(REGION, encoding="utf-8")
    text = f"{KOP}bron: nota\nplannen:\n{SEEN_A}{SEEN_B}{HIDDEN % ('Bee', '1A', 300)}"
    (tmp_path / "data" / "plannen.yaml").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    given = {option[0].removeprefix("--"): option[1]}

    def offered(start: str, level: str | None) -> list[str]:
        context: Any = SimpleNamespace(params={**given, "vertrouwelijkheid": level})
        return completion.explainable(context, start)

    assert offered("zwij", None) == ["zwijg"]
    assert offered("zwij", "provincie") == []
    assert offered("zwij", "geheim") == []
    assert offered("buu", "regio") == ["buur"]
    assert offered("buu", "openbaar") == []
    assert "list.plannen.zwijg.restant" in offered("list.plannen.", None)
    assert "list.plannen.zicht.restant" in offered("list.plannen.", "openbaar")
    assert not [name for name in offered("list.plannen.", "openbaar") if "zwijg" in name]
