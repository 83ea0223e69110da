"""`woonplan explain`: a number down to the line of its record, and a term with what it means."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from pathlib import Path

import pytest

from tests.conftest import GEMEENTEN, ROOT
from woonplan.cli.run import run
from woonplan.model.begrip import Begrip
from woonplan.model.begrippen import BEGRIPPEN

STATE_2021 = ("--plannen", "data/plannen-2021.yaml")
PLACE = re.compile(r"(data/[a-z0-9-]+\.yaml):(\d+):(\d+) \(([^)]+)\)")


@pytest.fixture(autouse=True)
def _in_the_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def explain(capsys: pytest.CaptureFixture[str], *args: str) -> str:
    assert run(["explain", *args]) == 0
    shown = capsys.readouterr()
    assert shown.err == ""
    return shown.out


def passages(capsys: pytest.CaptureFixture[str], *args: str) -> list[dict[str, object]]:
    document = json.loads(explain(capsys, *args, "--format", "json"))
    assert document["opdracht"] == "explain"
    found = document["uitleg"]
    assert isinstance(found, list)
    return found


def lines(passage: dict[str, object]) -> dict[str, str]:
    regels = passage["regels"]
    assert isinstance(regels, list)
    return {regel["kop"]: regel["tekst"] for regel in regels}


NUMBERS = [
    # Name as typed, state, full name, and a line of its derivation (worked by hand from the source).
    ("gap.saldo", (), "gap.saldo", "ca. 14.100 - ca. 20.000 = ca. -5.900"),
    ("nog_te_vinden", ("--netto",), "gap.nog_te_vinden", "ca. 20.000 - onbekend - onbekend = onbekend"),
    ("gap.nog_hard_te_maken", (), "gap.nog_hard_te_maken", "ca. 22.000 - ca. 8.300 = ca. 13.700"),
    ("gap.aandeel", (), "gap.aandeel", "1/3 x 60.000 = ca. 20.000"),
    ("tempo_periode", ("--telling", "2021-2029"), "gap.tempo_periode", "9 x 2.000 = 18.000"),
    ("gap.enschede.hard", STATE_2021, "gap.enschede.hard", "1.299 = 1.299"),
    ("gap.Enschede.hard", STATE_2021, "gap.enschede.hard", "1.299 = 1.299"),
    ("gap.gemeente.enschede.hard", STATE_2021, "gap.gemeente.enschede.hard", "1.299 = 1.299"),
    ("gap.Hof van Twente.zacht", STATE_2021, "gap.hof_van_twente.zacht", "475 = 475"),
    ("hof_van_twente.zacht", STATE_2021, "gap.hof_van_twente.zacht", "475 = 475"),
    ("gap.enschede.hard", (), "gap.enschede.hard", "onbekend = onbekend"),
    ("gap.status.hard.hard", STATE_2021, "gap.status.hard.hard", "som van de 14 plannen hieronder = 7.929"),
    ("gap.totaal.gerealiseerd", STATE_2021, "gap.totaal.gerealiseerd", "som van de 14 gemeenten hieronder = 2.097"),
    ("gap.enschede.saldo", (*STATE_2021, "--opgave", "woondeal"), "gap.enschede.saldo", "4.999 - 5.040 = (-41)"),
    ("gap.strategie.niet_toegewezen.hard", (), "gap.strategie.niet_toegewezen.hard", "ca. 8.300 = ca. 8.300"),
    (
        "gap.jaar.2020.gerealiseerd",
        STATE_2021,
        "gap.jaar.2020.gerealiseerd",
        "som van de 14 gemeenten hieronder = 2.097",
    ),
    ("gap.jaar.tempo.2021-2029.per_jaar", (), "gap.jaar.tempo.2021_2029.per_jaar", "ca. 20.000 / 9 = ca. 2.222 2/9"),
    # 14,100 / (20,000 x 1.3) = 54.2%.
    ("gap.jaar.dekking.hard_en_zacht", ("--buffer", "30"), "gap.jaar.dekking.hard_en_zacht", "ondergrens ca. 66,3%"),
    # 2,097 - 2,200 = -103.
    ("gap.jaar.schema.stand", STATE_2021, "gap.jaar.schema.stand", "2.097 - ca. 2.200 = ca. -103"),
    # 19,558 of 17,903 is 109.2%, rounded down.
    ("report.2020.dekking.totaal.dekking", (), "report.2020.dekking.totaal.dekking", "ondergrens ca. 109%"),
    ("report.2020.rijk.Hof van Twente.hard_bruto", (), "report.2020.rijk.hof_van_twente.hard_bruto", "347 = 347"),
    (
        "report.2020.midterm.totaal.hard_verschil",
        ("--vergelijk", "data/plannen.yaml"),
        "report.2020.midterm.totaal.hard_verschil",
        # 7,929 - 8,300 = -371.
        "7.929 - ca. 8.300 = ca. -371",
    ),
    # 15,782 + 5,000 = 20,782 against 20,000.
    ("reconcile.behoefte_en_extra.verschil", (), "reconcile.behoefte_en_extra.verschil", "ca. 20.782 - ca. 20.000"),
    ("Reconcile.tempo.2021_2029.berekend", (), "reconcile.tempo.2021-2029.berekend", "9 x 2.000 = 18.000"),
    # The agenda asks for hard plans by 2025: five years from 2020.
    ("reconcile.tempo_hard.5.bron", (), "reconcile.tempo_hard.5.bron", "5 x 2.000 = 10.000"),
    ("list.gemeenten.GM0153.eindstand", (), "list.gemeenten.enschede.eindstand", "GM0153.2020 (gegeven)"),
    ("list.gemeenten.Hof van Twente.plannen", STATE_2021, "list.gemeenten.hof_van_twente.plannen", "1 + 1 = 2"),
    # The fourteen municipalities, each the sum of its nine years.
    (
        "list.gemeenten.totaal.netto_toegevoegd",
        (),
        "list.gemeenten.totaal.netto_toegevoegd",
        "de 14 gemeenten hieronder",
    ),
    ("list.opgaven.aandeel-twente.woningen", (), "list.opgaven.aandeel-twente.woningen", "ca. 1/3 x 60.000"),
    ("list.plannen.records", ("--status", "hard"), "list.plannen.records", "1 = 1"),
    ("list.acties.zonder_eigenaar", (), "list.acties.zonder_eigenaar", "som van de 24 acties hieronder = 24"),
]


@pytest.mark.parametrize(("name", "options", "address", "line"), NUMBERS)
def test_a_number(
    capsys: pytest.CaptureFixture[str], name: str, options: tuple[str, ...], address: str, line: str
) -> None:
    text = explain(capsys, name, *options)
    assert text.startswith(f"{address}: ")
    assert line in text


BASISSET = "Landelijke basisset plancapaciteit"
PLANMONITOR = f"{BASISSET} (Planmonitor Wonen, veld Status planologisch)"
VUISTREGEL = "De vuistregel heet arbitrair (Buitelaar) en 30% uitval vraagt 143%, niet 130%."
TERMS = [
    # A word and its term; its source, and the start of where definitions differ: without a register, and for Twente.
    ("hard", "hard", (BASISSET, PLANMONITOR), ("Voor 2022", "Voor 2022")),
    ("zacht", "zacht", (BASISSET, PLANMONITOR), ("Voor 2022", "Voor 2022")),
    ("ZACHT", "zacht", (BASISSET, PLANMONITOR), ("Voor 2022", "Voor 2022")),
    ("lokale_behoefte", "lokale_behoefte", ("woonplan", "Woonagenda r. 1637-1644"), (None, "De Woonagenda noemt zo")),
    ("lokale behoefte", "lokale_behoefte", ("woonplan", "Woonagenda r. 1637-1644"), (None, "De Woonagenda noemt zo")),
    (
        "130%",
        "ruimere_programmering",
        ("ABF, Inventarisatie Plancapaciteit, november 2020",) * 2,
        (VUISTREGEL, f"{VUISTREGEL} In de lokale behoefte van de Woonagenda"),
    ),
    ("1C", "planstatus", ("basisset", "basisset"), (None, None)),
    ("1c", "planstatus", ("basisset", "basisset"), (None, None)),
    ("BENG", "beng", ("woonplan", "Woonagenda r. 1376-1379"), (None, "De Woonagenda gaat uit van")),
    (
        "stedelijk-hart",
        "stedelijk_hart",
        ("woonplan", "Woonagenda r. 369-376"),
        (None, "In de Woonagenda zijn dat Almelo"),
    ),
    ("flexwonen", "flexwonen", ("basisset", "basisset"), (None, "De Woonagenda noemt het")),
    (
        "doelgroeponafhankelijk",
        "doelgroeponafhankelijk",
        ("woonplan", "Woonagenda r. 1013-1016"),
        ("Een nultredenwoning",) * 2,
    ),
    ("buiten-wonen", "buiten_wonen", ("woonplan", "Woonagenda r. 722-736"), (None, None)),
    ("Buiten_Wonen", "buiten_wonen", ("woonplan", "Woonagenda r. 722-736"), (None, None)),
    ("strategie", "strategie", ("woonplan", "Woonagenda r. 508-517"), (None, "De Woonagenda noemt ze richtinggevend")),
]


@pytest.mark.parametrize("outside", [False, True])
@pytest.mark.parametrize(("word", "name", "bron", "verschillen"), TERMS)
def test_a_term_needs_no_register(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    word: str,
    name: str,
    bron: tuple[str, str],
    verschillen: tuple[str | None, str | None],
    outside: bool,
) -> None:
    if outside:
        monkeypatch.chdir(tmp_path)
    begrip = next(b for b in BEGRIPPEN if b.naam == name)
    (passage,) = passages(capsys, word)
    assert passage["naam"] == name
    found = lines(passage)
    assert found["betekenis"] == begrip.definitie
    without, with_register = verschillen
    expected = without if outside else with_register
    assert found["bron"] == bron[0 if outside else 1]
    assert found.get("verschillen", "").startswith(expected or "")
    assert ("verschillen" in found) is (expected is not None)
    assert not outside or "Woonagenda" not in str(found)


VELDOEVER = "Verzonnen definitie van voor de landelijke basisset (Planmonitor (fictief), hfst. 2 (verzonnen))"
"""The other definition of the example register, in which 1C and 2C are hard."""


def example(folder: Path, definitie: str) -> tuple[str, str]:
    """The example register under a definition of hard, without the totals that hold for the other one."""
    data = folder / "data"
    shutil.copytree(ROOT / "examples" / "data", data)
    text = (data / "plannen.yaml").read_text(encoding="utf-8")
    text = re.sub(r"^controle:\n(?:[ -].*\n)*", "", text, flags=re.MULTILINE)
    (data / "plannen.yaml").write_text(
        text.replace("statusdefinitie: basisset-2022", f"statusdefinitie: {definitie}"), encoding="utf-8"
    )
    return "--data", str(data)


def test_a_status_counts_as_the_state_counts_it(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    hard, zacht = f"Volgens {VELDOEVER}: telt als hard.", f"Volgens {BASISSET}: telt als zacht."
    for definitie, code, says, differs in (
        ("veldoever-2019", "1C", f"telt als hard volgens {VELDOEVER}", zacht),
        ("veldoever-2019", "1A", f"telt als hard volgens {VELDOEVER}", None),
        ("basisset-2022", "2c", f"telt als zacht volgens {BASISSET}", hard),
        ("onbekend", "1C", f"telt als zacht volgens {BASISSET}; de stand noemt zelf geen definitie", hard),
    ):
        found = lines(passages(capsys, code, *example(tmp_path / code / definitie, definitie))[0])
        assert found[code.upper()].endswith(f"; {says}")
        assert found.get("verschillen") == differs


def test_a_class_holds_what_the_state_puts_in_it(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    options = example(tmp_path, "veldoever-2019")
    found = lines(passages(capsys, "hard", *options)[0])
    six = "planstatus 1A, 1B, 1C, 2A, 2B of 2C"
    assert found["betekenis"] == f"Plannen waarvan de planstatus als hard telt: {six}."
    assert found["in deze stand"] == f"{six} telt als hard volgens {VELDOEVER}"
    assert found["bron"] == VELDOEVER
    assert found["verschillen"].endswith(f" Volgens {BASISSET}: planstatus 1A, 1B, 2A of 2B telt als hard.")
    found = lines(passages(capsys, "zacht", *options)[0])
    assert found["in deze stand"] == f"planstatus 3, 4A of 4B telt als zacht volgens {VELDOEVER}"
    # And as it ships, with the national basic set, the other definition is the one that differs.
    found = lines(passages(capsys, "hard", "--data", str(ROOT / "examples" / "data"))[0])
    assert found["betekenis"] == "Plannen die vastgesteld of onherroepelijk zijn: planstatus 1A, 1B, 2A of 2B."
    assert found["verschillen"].endswith(f" Volgens {VELDOEVER}: {six} telt als hard.")


@pytest.mark.parametrize(
    ("word", "places"),
    [
        ("wonen langs de radialen", ("738-739", "739-741", "741-742")),
        ("radialen", ("738-739", "739-741", "741-742")),
        ("stedelijk wonen", ("762-764",)),
        ("buiten wonen", ("724-726", "730-733", "733-736")),
        ("afwegingskader", ("1125-1133", "1681-1684", "1197-1200", "1184-1187", "1750-1753")),
        ("stedelijke gemeente", ("1229-1231", "1158-1163")),
        ("landelijk regionaal", ("1232-1237", "1246-1257")),
        ("landelijk lokaal", ("1232-1237", "1238-1246")),
    ],
)
def test_what_something_has_to_be_is_told_with_its_lines(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, word: str, places: tuple[str, ...]
) -> None:
    criteria = lines(passages(capsys, word)[0])["criteria"]
    assert [place for place in places if f"r. {place}" not in criteria] == []
    # Another agenda has other criteria, or none.
    assert "criteria" not in lines(passages(capsys, word, "--data", str(tmp_path))[0])


def test_another_region_has_no_woonagenda_of_twente(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    options = example(tmp_path, "veldoever-2019")
    area = tmp_path / "data" / "gemeenten.yaml"
    text = area.read_text(encoding="utf-8")
    # An agenda of its own may have the very id.
    own = "bronnen:\n  - {id: woonagenda, titel: Woonagenda Sperwerland, kort: Sperweragenda}\n"
    area.write_text(text.replace("bronnen:\n", own, 1), encoding="utf-8")
    for begrip in BEGRIPPEN:
        text = explain(capsys, begrip.naam, *options)
        assert "Woonagenda" not in text
        assert "Sperweragenda" not in text
    assert run(["list", "begrippen", *options]) == 0
    text = capsys.readouterr().out
    assert "Woonagenda" not in text
    assert "Plannen waarvan de planstatus als hard telt: planstatus 1A, 1B, 1C, 2A, 2B of 2C." in text
    assert run(["list", "begrippen"]) == 0
    assert "Woonagenda r. 1121-1133" in capsys.readouterr().out


def test_a_register_with_errors_does_not_keep_a_term_from_being_explained(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "gemeenten.yaml").write_text("versie: 9\n", encoding="utf-8")
    assert run(["explain", "1C", "--data", str(tmp_path)]) == 0
    shown = capsys.readouterr()
    assert f"telt als zacht volgens {BASISSET}" in shown.out
    assert "is niet te gebruiken" in shown.err


def test_a_word_that_is_both_a_term_and_a_number_is_the_term(capsys: pytest.CaptureFixture[str]) -> None:
    assert explain(capsys, "saldo").startswith("Begrip: saldo")
    assert explain(capsys, "gap.saldo").startswith("gap.saldo: saldo (Twente")


def test_a_status_says_what_it_counts_as(capsys: pytest.CaptureFixture[str]) -> None:
    for code, counts in (("1A", "telt als hard"), ("2c", "telt als zacht"), ("5B", "telt niet mee")):
        (passage,) = passages(capsys, code)
        assert counts in lines(passage)[code.upper()]


@pytest.mark.parametrize("begrip", BEGRIPPEN, ids=lambda b: b.naam)
def test_every_term_is_found_by_all_its_names(capsys: pytest.CaptureFixture[str], begrip: Begrip) -> None:
    for name in (begrip.naam, *begrip.ook):
        (passage,) = passages(capsys, name)
        assert passage["naam"] == begrip.naam


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("hrad", "'hard'"),
        ("gap.sado", "'gap.saldo'"),
        ("gap.enschde.hard", "'gap.enschede.hard'"),
        ("lokale_behoeft", "'lokale_behoefte'"),
        ("gap.extra_ruimt", "'gap.extra_ruimte'"),
        ("gap.jaar.schema.inhalenrest", "'gap.jaar.schema.inhalen_rest'"),
        ("gap.jaar.2025.zach", "'gap.jaar.2025.zacht'"),
        ("report.2020.dekking.totaal.dekkin", "'report.2020.dekking.totaal.dekking'"),
        ("reconcile.behoefte_en_extra.verschl", "'reconcile.behoefte_en_extra.verschil'"),
        ("reconcil.behoefte_en_extra.verschil", "'reconcile.behoefte_en_extra.verschil'"),
        ("list.gemeenten.enschde.plannen", "'list.gemeenten.enschede.plannen'"),
        ("list.gementen.enschede.plannen", "'list.gemeenten.enschede.plannen'"),
        ("lijst.gemeenten.enschede.plannen", "'list.gemeenten.enschede.plannen'"),
        ("list.acties.tekst", "'list.acties.teksten'"),
    ],
)
def test_a_misspelt_name_gets_the_nearest_ones(capsys: pytest.CaptureFixture[str], word: str, near: str) -> None:
    assert run(["explain", word]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "Bedoelt u " in shown.err
    assert near in shown.err


def test_a_name_near_to_nothing_points_at_what_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    for word in ("qqqqqq", "x" * 5000, "\x1b[31m"):
        assert run(["explain", word]) == 2
        shown = capsys.readouterr()
        assert shown.out == ""
        assert "\x1b" not in shown.err
        assert "'woonplan explain' zonder naam zegt wat er is." in shown.err
        assert len(shown.err) < 400


def choice(capsys: pytest.CaptureFixture[str], *asked: str) -> list[tuple[str, str]]:
    """The addresses that can be explained, each with what it is."""
    assert run(["explain", *asked, "--format", "csv"]) == 0
    _, *rows = csv.reader(io.StringIO(capsys.readouterr().out))
    return [(address, what) for _, address, what in rows]


def test_without_a_name_it_says_what_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    found = choice(capsys)
    assert ("gap.saldo", "saldo") in found
    assert ("gap.nog_hard_te_maken", "nog hard te maken") in found
    assert len({address for address, _ in found}) == len(found)
    # What it names can be asked, and so can the groups that it points at.
    for address, _ in found:
        assert run(["explain", address]) == 0
    capsys.readouterr()
    assert run(["explain"]) == 0
    notes = " ".join(capsys.readouterr().out.split())
    for way in ("explain gap.jaar", "gap.gemeente", "report.JAAR", "reconcile", "list.gemeenten", "list begrippen"):
        assert way in notes


@pytest.mark.parametrize(
    ("group", "inside"),
    [
        ("gap", "gap.saldo"),
        ("gap.jaar", "gap.jaar.schema.rest"),
        ("gap.jaar.", "gap.jaar.schema.rest"),
        ("gap.gemeente", "gap.gemeente.enschede.hard"),
        ("GAP.Enschede", "gap.enschede.hard"),
        ("gap.strategie.stedelijk_wonen", "gap.strategie.stedelijk_wonen.hard"),
        ("report.2020", "report.2020.dekking.totaal.dekking"),
        ("report.2020.dekking", "report.2020.dekking.totaal.dekking"),
        ("reconcile", "reconcile.dekking.ambitie.verschil"),
        ("list", "list.plannen.records"),
        ("list.gemeenten", "list.gemeenten.totaal.plannen"),
    ],
)
def test_a_group_says_what_is_in_it(capsys: pytest.CaptureFixture[str], group: str, inside: str) -> None:
    found = [address for address, _ in choice(capsys, group)]
    assert inside in found
    assert all(address.startswith(f"{group.casefold().rstrip('.')}.") for address in found)


def test_a_number_outside_a_checkout_cannot_be_explained(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["explain", "gap.saldo"]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "geen register in 'data'" in shown.err
    assert "--data" in shown.err


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--tegen", "wens"), "'wens'"),
        (("--gemeente", "Enschde"), "Bedoelt u 'Enschede'?"),
        (("--telling", "x"), "'x'"),
        (("--opgave", "woondael"), "Bedoelt u 'woondeal'?"),
    ],
)
def test_an_option_that_means_nothing(capsys: pytest.CaptureFixture[str], options: tuple[str, ...], words: str) -> None:
    assert run(["explain", "gap.saldo", *options]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert words in shown.err


@pytest.mark.parametrize(
    ("depth", "names"),
    [
        (0, ["saldo"]),
        (1, ["saldo", "beschikbaar", "ambitie"]),
        # The records stand in the list under hard and zacht.
        (2, ["saldo", "beschikbaar", "hard", "zacht", "ambitie"]),
        (5, ["saldo", "beschikbaar", "hard", "zacht", "ambitie"]),
    ],
)
def test_depth(capsys: pytest.CaptureFixture[str], depth: int, names: list[str]) -> None:
    found = passages(capsys, "gap.saldo", "--depth", str(depth))
    assert [passage["naam"] for passage in found] == names
    assert max(int(str(passage["niveau"])) for passage in found) == min(depth, 2)
    # The number itself is the same at every depth.
    assert lines(found[0])["ondergrens"] == "ca. 14.100 - ca. 20.000 = ca. -5.900"


@pytest.mark.parametrize("depth", ["-1", "21", "x"])
def test_a_depth_that_cannot_be(capsys: pytest.CaptureFixture[str], depth: str) -> None:
    assert run(["explain", "gap.saldo", "--depth", depth]) == 2
    assert capsys.readouterr().out == ""


PLACES = [
    ("gap.saldo", ()),
    ("gap.saldo_met_extra_ruimte", ()),
    ("gap.aandeel", ()),
    ("gap.tempo_periode", ()),
    ("gap.saldo_behoefte", ()),
    ("gap.verschil_aanbod", ()),
    ("gap.behoefte_en_extra", ()),
    ("gap.buiten_telling", ()),
    ("gap.saldo", STATE_2021),
    ("gap.enschede.saldo", (*STATE_2021, "--opgave", "woondeal")),
    ("gap.hof_van_twente.zacht", STATE_2021),
]


@pytest.mark.parametrize(("name", "options"), PLACES)
def test_the_line_in_the_register_is_the_line_of_the_record(
    capsys: pytest.CaptureFixture[str], name: str, options: tuple[str, ...]
) -> None:
    found = PLACE.findall(explain(capsys, name, "--depth", "20", *options))
    assert found
    for file, line, column, record in found:
        text = (ROOT / file).read_text(encoding="utf-8").splitlines()
        at = text[int(line) - 1][int(column) - 1 :]
        if re.match(r"-?\d+, eindstand", at):
            # A figure of the stock: its year is on this line, the municipality above it.
            above = next(row for row in reversed(text[: int(line)]) if row.startswith("  - naam: "))
            assert above == f"  - naam: {record}"
            assert text[int(line) - 1][: int(column) - 1].endswith("saldo: ")
        elif at.isdigit():
            assert any(row.startswith(f"  - id: {record}") for row in text[: int(line)])
        else:
            assert at == f"id: {record}"


@pytest.mark.parametrize(("name", "options"), PLACES)
def test_every_given_number_names_document_place_and_word(
    capsys: pytest.CaptureFixture[str], name: str, options: tuple[str, ...]
) -> None:
    given = [
        passage
        for passage in passages(capsys, name, "--depth", "20", *options)
        if str(passage["titel"]).endswith("(gegeven)")
    ]
    for passage in given:
        found = lines(passage)
        # A paragraph, a sheet, a heading: a reader who has the document only finds the number there.
        assert re.search(r", (par\. |werkblad |tweede |eerste |Inhoudelijke )", found["bron"]), found["bron"]
        assert PLACE.search(found["register"])
    for line in explain(capsys, name, "--depth", "20", *options).splitlines():
        if len(line.split("; ")) > 2:
            number, _, source, register = (line.split("; ")[i] for i in (0, 1, -2, -1))
            assert re.search(r"(Woonagenda|Data Bewijst 2021|CBS 81955NED), (par\.|werkblad|kolommen)", source), line
            assert PLACE.fullmatch(register), line
            assert number.split()


WORDS = [
    ("gap.nog_hard_te_maken", "ambitie", "circa"),
    ("gap.extra_ruimte", "extra_ruimte", "zo'n"),
    ("gap.aandeel", "aandeel", "circa"),
    ("gap.lokale_behoefte", "lokale_behoefte", None),
]


@pytest.mark.parametrize(("name", "part", "word"), WORDS)
def test_the_word_of_the_source(capsys: pytest.CaptureFixture[str], name: str, part: str, word: str | None) -> None:
    passage = next(p for p in passages(capsys, name) if p["naam"] == part)
    assert lines(passage).get("woord in de bron") == word


IN_EVERY_FORMAT = {
    "gap.saldo": "ca. 8.300 + ca. 5.800 = ca. 14.100",
    "gap.jaar.schema.per_jaar": "ca. 22.000 / 10 = ca. 2.200",
    "report.2020.dekking.totaal.dekking": "ca. 20.000 - 2.097 = ca. 17.903",
    "hard": "planstatus 1A, 1B, 2A of 2B",
}


@pytest.mark.parametrize("form", ["table", "md", "csv", "csv-nl", "json"])
@pytest.mark.parametrize("name", list(IN_EVERY_FORMAT))
def test_formats(capsys: pytest.CaptureFixture[str], form: str, name: str) -> None:
    text = explain(capsys, name, "--format", form, "--depth", "5")
    expected = IN_EVERY_FORMAT[name]
    assert expected in text
    if form == "json":
        assert json.loads(text)["schema_version"] == 2
    if form.startswith("csv"):
        rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";" if form == "csv-nl" else ","))
        assert len({len(row) for row in rows}) == 1
        assert any(expected in cell for row in rows for cell in row)


def test_the_output_file(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "uitleg.md"
    assert explain(capsys, "gap.saldo", "--format", "md", "--output", str(path)) == ""
    assert "ca. -5.900" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "options", "words"),
    [
        ("gap.saldo", ("--spreid",), "horen bij een getal van gap.jaar"),
        ("gap.saldo", ("--buffer", "5"), "horen bij een getal van gap.jaar"),
        ("gap.jaar.dekking.hard", ("--tegen", "behoefte", "--buffer", "30"), "telt dat dubbel"),
        ("gap.saldo", ("--vergelijk", "data/plannen.yaml"), "hoort bij een getal van report"),
        ("report.2020.rijk.totaal.records", ("--netto",), "heeft hard_bruto en hard_netto naast elkaar"),
        ("report.2020.capaciteit.totaal.hard", ("--status", "1A"), "horen bij een getal van gap"),
        ("report.2020.rijk.totaal.records", ("--vertrouwelijkheid", "iedereen"), "'iedereen'"),
        ("report.1990.rijk.totaal.records", (), "geen stand van eind 1990"),
        ("reconcile.behoefte_en_extra.bron", ("--netto", "--buffer", "5"), "--netto, --buffer: zegt niets over"),
        ("reconcile.behoefte_en_extra.bron", ("--gemeente", "Almelo"), "wel: --opgave, --telling."),
        ("reconcile.behoefte_en_extra.bron", ("--telling", "2020-2028"), "telling '2020-2028' bestaat niet"),
        # The audit holds every plan, whoever asks.
        ("reconcile.behoefte_en_extra.bron", ("--vertrouwelijkheid", "openbaar"), "wel: --opgave, --telling."),
        ("list.gemeenten.totaal.plannen", ("--status", "hard"), "wel: --gemeente, --vertrouwelijkheid."),
        ("list.acties.teksten", ("--status", "hard"), "list.acties; wel: --gemeente, --vertrouwelijkheid."),
        ("list.plannen.records", ("--status", "zact"), "Bedoelt u 'zacht'?"),
    ],
)
def test_an_option_that_says_nothing_about_a_number(
    capsys: pytest.CaptureFixture[str], name: str, options: tuple[str, ...], words: str
) -> None:
    assert run(["explain", name, *options]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert words in shown.err


def test_a_number_of_another_command_says_which_document_shows_it(capsys: pytest.CaptureFixture[str]) -> None:
    for name, title in (
        ("reconcile.behoefte_en_extra.bron", "Kloppen de cijfers van de bron onderling? Regionale Woonagenda Twente"),
        ("list.gemeenten.enschede.plannen", "Twente: gemeenten per 1-1-2020 (alleen Enschede; alle plannen)"),
        ("list.acties.nummers", "Twente: acties"),
    ):
        options = ("--gemeente", "Enschede") if "gemeenten" in name else ()
        document = json.loads(explain(capsys, name, *options, "--format", "json"))
        assert (document["opdracht"], document["naam"]) == ("explain", name)
        assert document["titel"].startswith(title)
        files = [invoer["bestand"] for invoer in document["invoer"]]
        agenda = ["data/agenda.yaml"] if name == "list.acties.nummers" else []
        assert files == ["data/gemeenten.yaml", "data/plannen.yaml", *agenda]


def test_actions_stand_in_the_agenda(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    text = explain(capsys, "list.acties.teksten")
    found = PLACE.findall(text)
    # By hand: 9 = 12, 4 = 10 = 13 and 11 = 14, so 40 - 4 texts.
    assert len(found) == 36
    for file, line, _, action in found:
        written = (ROOT / file).read_text(encoding="utf-8").splitlines()[int(line) - 1]
        assert written == f"  - nummer: {action.removeprefix('actie ')}"
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "gemeenten.yaml").write_text(GEMEENTEN, encoding="utf-8")
    (tmp_path / "data" / "plannen.yaml").write_text(HIDDEN, encoding="utf-8")
    assert run(["explain", "list.acties.teksten"]) == 2
    assert "dit register heeft geen afspraken: 'data/agenda.yaml' bestaat niet." in capsys.readouterr().err
    (tmp_path / "data" / "agenda.yaml").write_text("versie: 9\n", encoding="utf-8")
    for name in ("list.acties.teksten", "reconcile.tempo_hard.5.bron"):
        assert run(["explain", name]) == 2
        shown = capsys.readouterr()
        assert shown.out == ""
        assert "data/agenda.yaml" in shown.err


HIDDEN = """\
versie: 1
peildatum: 2020-01-01
bron: nota
soort_aantal: bruto
plannen:
  - {id: geheim-veld, naam: Geheim, gemeente: Aa, planstatus: 1A, restant: 70}
  - {id: zicht, naam: Zicht, gemeente: Bee, planstatus: 1A, restant: 40, vertrouwelijkheid: openbaar}
"""


def test_a_number_of_a_report_says_what_the_report_says(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "gemeenten.yaml").write_text(GEMEENTEN, encoding="utf-8")
    (tmp_path / "data" / "plannen.yaml").write_text(HIDDEN, encoding="utf-8")
    name = "report.2019.capaciteit.totaal.hard"
    text = explain(capsys, name)
    # Without a line: it would tell that something stands above the record.
    assert "40; Zicht; Nota; data/plannen.yaml (zicht)" in text
    assert "geheim" not in text.lower()
    assert "70" not in text
    text = explain(capsys, name, "--vertrouwelijkheid", "gemeente")
    assert "70; Geheim; Nota; data/plannen.yaml:6:5 (geheim-veld)" in text
    # Nor does a suggestion tell: the id of the plan is near to nothing that readers see.
    assert run(["explain", "report.2019.geheim-veld"]) == 2
    assert "geheim-veld'?" not in capsys.readouterr().err


TWINS = GEMEENTEN.replace('naam: Aa, code: GM0001, aliassen: ["Aa (V.)"]', "naam: A-B, code: GM0001").replace(
    "naam: Bee", "naam: A B"
)


def test_two_municipalities_with_one_word_have_their_codes(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "gemeenten.yaml").write_text(TWINS, encoding="utf-8")
    plans = HIDDEN.replace("gemeente: Aa", "gemeente: A-B").replace("gemeente: Bee", "gemeente: A B")
    (tmp_path / "data" / "plannen.yaml").write_text(plans, encoding="utf-8")
    for name, address, number in (
        ("gap.A-B.hard", "gap.gm0001.hard", "70 = 70"),
        ("gap.gemeente.A B.hard", "gap.gemeente.gm0002.hard", "40 = 40"),
        ("gap.GM0001.hard", "gap.gm0001.hard", "70 = 70"),
    ):
        text = explain(capsys, name)
        assert text.startswith(f"{address}: ")
        assert number in text
    assert run(["explain", "gap.a_b.hard"]) == 2
    assert capsys.readouterr().out == ""
