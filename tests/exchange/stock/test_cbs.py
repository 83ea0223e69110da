"""Housing stock from StatLine: two forms of one table, its successor by name, and nothing filled in that is unknown."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest

from tests.exchange.conftest import Importing, found, register, write
from woonplan.diagnostics import Severity
from woonplan.exchange.job import Choice

BULK_HEAD = (
    '"ID";"Gebruiksfunctie";"RegioS";"Perioden";"BeginstandVoorraad_1";"Nieuwbouw_2";"OverigeToevoeging_3";"Sloop_4";'
    '"OverigeOnttrekking_5";"Correctie_6";"SaldoVoorraad_7";"EindstandVoorraad_8"'
)
YEARS = {
    ("GM0001", "2019"): (1000, 12, 3, 4, 1, 0, 10, 1010),
    ("GM0001", "2020"): (1010, 20, 0, 0, 2, -1, 17, 1027),
    ("GM0002", "2019"): (500, 5, 1, 0, 0, 0, 6, 507),
    ("GM0002", "2020"): (507, 5, 1, 0, 0, None, 6, 513),
}
NAMES = {"GM0001": "Aa", "GM0002": "Bee"}


FLOW = '  - {naam: Aa, code: GM0001, aliassen: ["Aa (V.)"]}\n  - {naam: Bee, code: GM0002}\n'
BLOCK = "  - naam: Aa\n    code: GM0001\n  - naam: Bee\n    code: GM0002\n"


@pytest.fixture(autouse=True)
def blocks(data: Path) -> None:
    """Let every municipality stand on lines of its own, as in the files that people keep."""
    path = data / "gemeenten.yaml"
    text = path.read_text(encoding="utf-8")
    assert FLOW in text
    path.write_text(text.replace(FLOW, BLOCK), encoding="utf-8")


def bulk(*extra: str) -> str:
    rows = [
        ";".join(
            f'"{v}"'
            for v in ("1", "A045364", f"{code}    ", f"{year}JJ00", *(f"{'.' if n is None else n:>8}" for n in numbers))
        )
        for (code, year), numbers in YEARS.items()
    ]
    return "\r\n".join((BULK_HEAD, *rows, *extra)) + "\r\n"


def web() -> str:
    names = ("Beginstand voorraad", "Nieuwbouw", "Overige toevoeging", "Sloop", "Overige onttrekking", "Correctie",
             "Saldo voorraad",              "Eindstand voorraad")  # fmt: skip
    rows = [
        ";".join(
            f'"{v}"'
            for v in (
                "Woning",
                NAMES[code],
                f"{year}{'*' if year == '2020' else ''}",
                *("." if n is None else n for n in numbers),
            )
        )
        for (code, year), numbers in YEARS.items()
    ]
    head = ('"Voorraad woningen"', "", "", ";".join(f'"{n}"' for n in ("Onderwerp",) * 3 + names),
            '"Gebruiksfunctie";"Regio\'s";"Perioden"' + ';"aantal"' * 8)  # fmt: skip
    return "\ufeff" + "\n".join((*head, *rows, '"Bron: CBS"')) + "\n"


OTHERS = (
    '"9";"A045364";"GM0001    ";"2019KW01";"1000";"1";"0";"0";"0";"0";"1";"1001"',
    '"9";"A045364";"GM0001    ";"2019MM01";"1000";"1";"0";"0";"0";"0";"1";"1001"',
    '"9";"A045364";"NL01      ";"2019JJ00";"7000000";"1";"0";"0";"0";"0";"1";"7000001"',
    '"9";"T001419";"GM0001    ";"2019JJ00";"2000";"1";"0";"0";"0";"0";"1";"2001"',
)


def csv(tmp_path: Path, text: str, name: str = "cbs.csv") -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8", newline="")
    return path


def test_years_come_into_the_register_and_the_rest_is_counted(data: Path, tmp_path: Path, importing: Importing) -> None:
    out = importing(csv(tmp_path, bulk(*OTHERS)), peildatum=None)
    assert out.recognised == ["cbs.csv: CBS 81955NED, 4 jaren van gemeenten"]
    assert not out.errors
    assert "Aa 2019: nieuw, eindstand 1010" in out.stock
    assert {line for line in out.stock if "overgeslagen" in line} == {
        "overgeslagen: 1 x ander gebruik dan wonen",
        "overgeslagen: 1 x gebied buiten het register (NL01)",
        "overgeslagen: 2 x maand of kwartaal",
    }
    write(out)
    stock = {g.naam: g.voorraad for g in register_of(data)}
    assert stock["Aa"]["2020"].correctie == -1
    assert stock["Aa"]["2020"].eindstand == 1027
    # Begin + balance is 506 and the end 507: within the rounding of CBS.
    assert stock["Bee"]["2019"].eindstand == 507
    # What is unknown is not filled in.
    assert "2020" not in stock["Bee"]
    assert "correctie is niet bekend" in found(out, 626)[0].message
    text = (data / "gemeenten.yaml").read_text(encoding="utf-8")
    assert "voorraadbron:\n  bron: cbs-" in text
    assert "titel: cbs.csv" in text


def register_of(data: Path) -> tuple[object, ...]:
    (data / "plannen.yaml").write_text("versie: 1\npeildatum: 2021\nplannen: []\n", encoding="utf-8")
    return register(data).gebied.gemeenten


def test_both_forms_say_the_same(data: Path, tmp_path: Path, importing: Importing) -> None:
    write(importing(csv(tmp_path, bulk())))
    before = (data / "gemeenten.yaml").read_bytes()
    out = importing(csv(tmp_path, web(), "web.csv"))
    assert out.files == {}
    assert "voorlopige cijfers van het CBS: 2020" in out.stock
    assert "CBS 81955NED: het register zegt dit al (3 jaren)" in out.stock
    assert (data / "gemeenten.yaml").read_bytes() == before


def test_other_figures_are_a_conflict_that_shows_both(data: Path, tmp_path: Path, importing: Importing) -> None:
    write(importing(csv(tmp_path, bulk())))
    text = bulk().replace('"      12"', '"      13"').replace('"       3";"       4"', '"       2";"       4"')
    path = csv(tmp_path, text, "nieuw.csv")
    out = importing(path)
    (finding,) = found(out, 622)
    assert "nieuwbouw: register 12, bestand 13" in finding.message
    assert out.blocked
    assert importing(path, choice=Choice.REGISTER).files == {}
    write(importing(path, choice=Choice.BESTAND))
    assert register_of(data)[0].voorraad["2019"].nieuwbouw == 13  # type: ignore[attr-defined]


def test_comments_and_years_around_it_stay(data: Path, tmp_path: Path, importing: Importing) -> None:
    path = data / "gemeenten.yaml"
    text = path.read_text(encoding="utf-8").replace(
        BLOCK,
        "  - naam: Aa # de stad\n    code: GM0001\n    voorraad:\n"
        "      # oud\n      2018: {beginstand: 990, nieuwbouw: 10, overige_toevoeging: 0, sloop: 0,\n"
        "             overige_onttrekking: 0, correctie: 0, saldo: 10, eindstand: 1000}\n"
        "      2021: {beginstand: 1027, nieuwbouw: 0, overige_toevoeging: 0, sloop: 0, overige_onttrekking: 0, "
        "correctie: 0, saldo: 0, eindstand: 1027}\n    aliassen: [A]\n  # de ander\n  - naam: Bee\n    code: GM0002\n",
    )
    path.write_text(text, encoding="utf-8")
    write(importing(csv(tmp_path, bulk())))
    after = path.read_text(encoding="utf-8")
    added = [line for line in after.splitlines() if line not in text.splitlines()]
    assert [line.strip()[:5] for line in added if line.startswith("      2")] == ["2019:", "2020:", "2019:"]
    assert not [line for line in difflib.ndiff(text.splitlines(), after.splitlines()) if line.startswith("- ")]
    assert list(register_of(data)[0].voorraad) == ["2018", "2019", "2020", "2021"]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ('"9";"A045364";"GM0002    ";"2021JJ00";"513";"x1";"0";"0";"0";"0";"1";"514"', "'x1' is geen getal"),
        ('"9";"A045364";"GM0002    ";"2021JJ00";"513";"1";"0";"0";"0";"0";"2";"515"', "de mutaties tellen op tot 1"),
        ('"9";"A045364";"GM0002    ";"2021JJ00";"513";"1";"0";"0";"0";"0";"1";"600"', "beginstand + saldo is 514"),
        ('"9";"A045364";"GM0001    ";"2019JJ00";"1";"1";"0";"0";"0";"0";"1";"2"', "staat er al in rij 2"),
    ],
)
def test_rows_that_cannot_be_right(tmp_path: Path, importing: Importing, row: str, said: str) -> None:
    out = importing(csv(tmp_path, bulk(row)))
    assert any(said in finding.message for finding in out.errors)
    assert out.blocked
    assert out.files == {}


def test_years_that_do_not_follow_on_each_other_would_break_the_register(tmp_path: Path, importing: Importing) -> None:
    write(importing(csv(tmp_path, bulk())))
    row = '"9";"A045364";"GM0001    ";"2021JJ00";"1028";"1";"0";"0";"0";"0";"1";"1029"'
    out = importing(csv(tmp_path, "\n".join((BULK_HEAD, row)), "later.csv"))
    assert "2021: beginstand 1028 is niet de eindstand van het jaar ervoor (1027)" in found(out, 626)[0].message
    assert out.blocked


def test_the_successor_is_named_and_held_against_the_register(tmp_path: Path, importing: Importing) -> None:
    write(importing(csv(tmp_path, bulk())))
    head = '"RegioS";"Perioden";"NieuwbouwTotaal_6";"ToevoegingenTotaal_13";"Sloop_15";"Onttrekkingen_16";'
    head += '"SaldoVoorraad_21";"EindstandVoorraad_22"'
    text = "\n".join(
        (head, '"GM0001";"2019JJ00";"12";"15";"4";"5";"10";"1010"', '"GM0001";"2020JJ00";"25";"25";"0";"3";"17";"1027"')
    )
    out = importing(csv(tmp_path, text, "opvolger.csv"))
    assert out.recognised == ["opvolger.csv: CBS 86098NED, 2 jaren van gemeenten"]
    assert (
        "ontbreken hier: beginstand, overige_toevoeging, overige_onttrekking, correctie" in found(out, 626)[0].message
    )
    (finding,) = found(out, 622)
    assert finding.severity is Severity.WAARSCHUWING
    assert "nieuwbouw: register 20, bestand 25" in finding.message
    assert out.files == {}


def test_a_register_between_brackets_is_left_alone(data: Path, tmp_path: Path, importing: Importing) -> None:
    path = data / "gemeenten.yaml"
    text = path.read_text(encoding="utf-8").replace(BLOCK, FLOW)
    path.write_text(text, encoding="utf-8")
    out = importing(csv(tmp_path, bulk()))
    assert found(out, 627)
    assert out.blocked
    assert path.read_text(encoding="utf-8") == text


def test_a_register_that_names_no_source_of_its_stock_gets_one_before_the_comments(
    data: Path, tmp_path: Path, importing: Importing
) -> None:
    path = data / "gemeenten.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("gemeenten:\n", "# De gemeenten van het dal.\ngemeenten:\n"), encoding="utf-8")
    write(importing(csv(tmp_path, bulk())))
    written = path.read_text(encoding="utf-8")
    assert written.index("voorraadbron:") < written.index("# De gemeenten van het dal.") < written.index("gemeenten:\n")
    assert [len(gemeente.voorraad) for gemeente in register_of(data)] == [2, 1]


EARLIER = "{beginstand: 1, eindstand: 1}"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (f"gemeenten:\n{BLOCK}", "gemeenten: geen\n", None),
        ("    code: GM0001\n", f"    code: GM0001\n    voorraad: {{2000: {EARLIER}, 2001: {EARLIER}}}\n", "WP627"),
        (BLOCK, f"{BLOCK}  - Cee\n", None),
    ],
)
def test_municipalities_that_are_written_in_another_way(
    data: Path, tmp_path: Path, importing: Importing, old: str, new: str, said: str | None
) -> None:
    path = data / "gemeenten.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    out = importing(csv(tmp_path, bulk()))
    assert [finding.code for finding in out.errors] == ([said] if said else [])
    assert bool(out.files) == new.endswith("Cee\n")
