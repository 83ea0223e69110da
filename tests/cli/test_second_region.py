"""Another region runs through every command without a line of code changed: what differs is data.

The region is invented. It counts 1C and 2C as hard, looks ten years ahead from 2025, has its own agenda, and one of its
municipalities has a name that another municipality in the country has too.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import quickly
from woonplan.calc.question import By
from woonplan.cli.app import COMMANDS
from woonplan.cli.commands.check import FindingsFormat
from woonplan.cli.options import Format
from woonplan.cli.run import run
from woonplan.render.formats import BINARY
from woonplan.report.lists.documents import What
from woonplan.report.yearly.report import Rapport

GEMEENTEN = """\
versie: 1
fictief: true
regio: {naam: Graafdal, provincie: Gelderland}
bronnen:
  - {id: visie, titel: Woonvisie Graafdal, kort: Woonvisie, datum: 2024}
statusdefinities:
  - id: graafdal
    naam: Telwijze Graafdal
    hard: [1A, 1B, 1C, 2A, 2B, 2C]
    zacht: ["3", 4A, 4B]
    telt_niet: [5A, 5B]
opgaven:
  - id: visie
    naam: Woonvisie Graafdal
    standaard: true
    bron: visie
    herkomst: fictief
    tellingen:
      - {id: 2025-2034, van: 2025-01-01, tot: 2035-01-01, standaard: true}
      - {id: 2026-2034, van: 2026-01-01, tot: 2035-01-01}
    uitspraken:
      - {id: ambitie, soort: ambitie, gebruikt: true, regio: Graafdal, woningen_min: 900, woningen_max: 1000}
      - {id: hengelo, soort: ambitie, gebruikt: true, gemeente: Hengelo, woningen: 600}
      - {id: behoefte, soort: lokale_behoefte, gebruikt: true, regio: Graafdal, woningen: 700, vindplaats: par. 2}
      - {id: tempo, soort: tempo, gebruikt: true, regio: Graafdal, woningen: 90}
voorraadbron: {bron: visie, vindplaats: bijlage 1, herkomst: fictief}
gemeenten:
  - naam: Hengelo
    code: GM1876
    aliassen: ["Hengelo (Gld)"]
    voorraad:
      2025: {beginstand: 5000, nieuwbouw: 45, overige_toevoeging: 0, sloop: 5, overige_onttrekking: 0, correctie: 0,
             saldo: 40, eindstand: 5040}
  - naam: Graafstad
    code: GM9999
    voorraad:
      2025: {beginstand: 3000, nieuwbouw: 10, overige_toevoeging: 2, sloop: 1, overige_onttrekking: 1, correctie: 0,
             saldo: 10, eindstand: 3010}
"""

PLANNEN = """\
versie: 1
peildatum: 2026-01-01
statusdefinitie: graafdal
soort_aantal: bruto
bron: visie
herkomst: fictief
plannen:
  - {id: kern, naam: Kern, gemeente: Hengelo, planstatus: 1C, woningen: 300, gerealiseerd: 0, sloop: 0}
  - {id: rand, naam: Rand, gemeente: Hengelo (Gld), planstatus: 2C, woningen: 120, gerealiseerd: 20, sloop: 0}
  - id: veld
    naam: Veld
    gemeente: Graafstad
    planstatus: 3
    woningen: 200
    gerealiseerd: 0
    sloop: 0
    oplevering: {2030: 150, 2036: 50}
    sleutelproject: {soort: thematisch, thema: wonen en zorg, doel: versnelling}
  - id: grens
    naam: Grens
    gemeenten: [Hengelo, Graafstad]
    verdeling: {Hengelo: 30, Graafstad: 20}
    planstatus: 4A
    woningen: 50
    gerealiseerd: 0
    sloop: 0
  - {id: droom, naam: Droom, gemeente: GM9999, planstatus: 5A, woningen: 80, gerealiseerd: 0, sloop: 0}
controle:
  - {id: aanbod, klassen: [hard, zacht], woningen: 650}
"""

AGENDA = """\
versie: 1
bron: visie
herkomst: fictief
parameters:
  - id: sleutelproject-versnelling-minimum
    naam: Minste aantal woningen van een sleutelproject
    waarden: [{vanaf: 2025, waarde: 50, eenheid: woningen}]
acties:
  - {nummer: 1, paragraaf: "3", tekst: Plannen hard maken, eigenaar: [gemeenten], deadline: 2025-12-31}
  - {nummer: 2, paragraaf: "3", tekst: Plannen hard maken, gelijk_aan: 1}
"""

# Every command with its arguments; where the register is, and the form of the result, comes after them.
INVOCATIONS: dict[str, list[list[str]]] = {
    "gap": [
        [],
        ["--netto"],
        ["--telling", "2026-2034"],
        ["--tegen", "behoefte"],
        ["--gemeente", "Hengelo (Gld)"],
        *(["--by", str(by)] for by in By),
    ],
    "list": [[str(what)] for what in What],
    "explain": [["gap.saldo"], ["gap.hengelo.hard", "--depth", "5"], ["1C"]],
    "reconcile": [[], ["--all"]],
    "diff": [["2026-01-01"]],
    "report": [
        *(["2025", "--soort", str(soort)] for soort in Rapport),
        ["2025", "--vertrouwelijkheid", "gemeente", "--grafiek"],
        ["2025", "--soort", "ladder", "--gemeente", "GM1876", "--vertrouwelijkheid", "regio"],
    ],
}
WITHOUT_REGISTER = {"init", "schema", "import"}
"""Commands that answer nothing about a register; they have tests of their own."""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    for name, text in (("gemeenten", GEMEENTEN), ("plannen", PLANNEN), ("agenda", AGENDA)):
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def test_no_command_is_left_out() -> None:
    assert set(COMMANDS) == set(INVOCATIONS) | WITHOUT_REGISTER | {"check"}


@pytest.mark.parametrize("form", list(FindingsFormat))
def test_the_register_is_checked_as_any_other(
    data: Path, capsys: pytest.CaptureFixture[str], form: FindingsFormat
) -> None:
    target = ["--output", str(data / "findings.xlsx")] if form is FindingsFormat.XLSX else []
    assert run(["check", str(data), "--format", form, *target]) == 0
    shown = capsys.readouterr()
    assert "3 bestanden, 5 plannen (waarvan 5 niet openbaar) gecontroleerd: 0 fouten" in shown.out + shown.err


@pytest.mark.parametrize("form", quickly(Format, *(f for f in Format if f not in BINARY)))
@pytest.mark.parametrize(
    "arguments",
    [[name, *arguments] for name, invocations in INVOCATIONS.items() for arguments in invocations],
    ids=" ".join,
)
def test_every_command_runs(data: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], form: Format) -> None:
    target = ["--output", str(data / "result")] if form in BINARY else []
    assert run([*arguments, "--data", str(data), "--format", str(form), *target]) == 0
    shown = capsys.readouterr()
    # `reconcile` says what does not close (see below); nothing else has anything to complain about.
    assert (shown.err != "") is (arguments[0] == "reconcile")
    if target:
        assert (data / "result").stat().st_size
        assert not shown.out
        return
    assert shown.out
    # Nothing of the region that ships with the program shows up in this one.
    assert "Twente" not in shown.out
    assert "Overijssel" not in shown.out


def answered(capsys: pytest.CaptureFixture[str], data: Path, *arguments: str) -> dict[str, object]:
    assert run([*arguments, "--data", str(data), "--format", "json"]) == 0
    result: dict[str, object] = json.loads(capsys.readouterr().out)
    return result


def ends(result: dict[str, object], name: str) -> tuple[int, int]:
    """A figure at the low and the high end of the target; it must be one known number at each."""
    found = []
    for end in ("ondergrens", "bovengrens"):
        value = result["resultaat"][end][name]  # type: ignore[index]
        assert value["min"] == value["max"]
        assert value["zonder"] == {}
        found.append(value["min"])
    return found[0], found[1]


def test_the_balance_by_hand(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    result = answered(capsys, data, "gap")
    assert result["fictief"] is True
    # Hard: Kern (1C) 300 + Rand (2C) 120 - 20 = 400. Under the national basic set both would be soft.
    assert ends(result, "hard") == (400, 400)
    # Soft: Veld 150 (50 of its 200 come in 2036, after the period) + Grens 50 = 200.
    assert ends(result, "zacht") == (200, 200)
    # Droom (5A) does not count.
    assert ends(result, "telt_niet") == (80, 80)
    # Delivered in 2025: 40 + 10 = 50.
    assert ends(result, "gerealiseerd") == (50, 50)
    assert ends(result, "nog_hard_te_maken") == (900 - 50 - 400, 1000 - 50 - 400)
    assert ends(result, "saldo") == (50 + 400 + 200 - 900, 50 + 400 + 200 - 1000)


def test_the_other_reading_of_the_period(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    # From 2026 on nothing was delivered yet: 400 + 200 - 900, and - 1000. Nine years of 90 homes are 810.
    result = answered(capsys, data, "gap", "--telling", "2026-2034")
    assert ends(result, "saldo") == (-300, -400)
    assert "gerealiseerd" not in result["resultaat"]["ondergrens"]  # type: ignore[index]
    assert ends(result, "tempo_periode") == (810, 810)


def test_the_balance_per_municipality(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    result = answered(capsys, data, "gap", "--by", "gemeente")
    rows = {row["sleutel"]: row["cellen"] for row in result["tabellen"][0]["rijen"]}  # type: ignore[index]

    def exact(key: str, column: str) -> int:
        cell = rows[key][column]
        assert (cell["min"], cell["zonder"]) == (cell["max"], {})
        return int(cell["min"])

    # Hengelo: 400 hard, 30 of Grens; 40 delivered + 400 + 30 - 600 = -130. Graafstad: 150 + 20 of Grens.
    assert [exact("Hengelo", c) for c in ("hard", "zacht", "saldo_ondergrens", "saldo_bovengrens")] == [
        400,
        30,
        -130,
        -130,
    ]
    assert [exact("Graafstad", c) for c in ("hard", "zacht", "gerealiseerd")] == [0, 170, 10]
    assert rows["Graafstad"]["saldo_ondergrens"] == "geen opgave"
    assert [exact("totaal", c) for c in ("hard", "zacht")] == [400, 200]


def test_the_lists_are_of_this_region(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    result = answered(capsys, data, "list", "gemeenten", "--gemeente", "GM1876")
    (row,) = result["tabellen"][0]["rijen"]  # type: ignore[index]
    assert (row["cellen"]["gemeente"], row["cellen"]["plannen"]) == ("Hengelo", 3)
    assert str(result["titel"]).startswith("FICTIEF - Graafdal")
    late = answered(capsys, data, "list", "acties", "--peildatum", "2026")
    assert [row["sleutel"] for row in late["tabellen"][0]["rijen"]] == ["1"]  # type: ignore[index]
    plans = answered(capsys, data, "list", "plannen", "--status", "hard")
    assert [row["sleutel"] for row in plans["tabellen"][0]["rijen"]] == ["kern", "rand"]  # type: ignore[index]


def test_what_does_not_close_is_that_of_this_region(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    # Ten years of 90 homes are 900: right at the low end, 100 short at the high one. Nine years are 810.
    assert run(["reconcile", "--data", str(data), "--strict"]) == 1
    warnings = capsys.readouterr().err
    assert "tempo.2025-2034, ondergrens: 0, bovengrens: -100" in warnings
    assert "tempo.2026-2034, ondergrens: -90, bovengrens: -190" in warnings
    # Delivered 50 + hard 400 + soft 200 - need 700.
    assert "dekking.behoefte, ondergrens: -50, bovengrens: -50" in warnings


def test_the_control_total_holds_all_homes_whatever_the_period(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    # 300 + 100 + 200 + 50 = 650: the homes of 2036 are in the published total too.
    text = PLANNEN.replace("woningen: 650", "woningen: 600")
    (data / "plannen.yaml").write_text(text, encoding="utf-8")
    assert run(["gap", "--data", str(data)]) == 2
    assert "650" in capsys.readouterr().err
