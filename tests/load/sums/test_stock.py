"""A housing stock that closes."""

from __future__ import annotations

import pytest

from tests.conftest import GEMEENTEN, Register
from tests.load.findings import BEE
from woonplan.diagnostics import Severity

YEAR = "      {}: {{beginstand: {}, nieuwbouw: {}, overige_toevoeging: 0, sloop: 1, overige_onttrekking: 2, correctie: 0, saldo: {}, eindstand: {}}}\n"  # noqa: E501 - one row of the table


def stock(register: Register, *years: tuple[int, int, int, int, int], control: str = "") -> list[tuple[str, int]]:
    """Findings (code and line) of municipality Bee with these rows: year, opening, new, net, closing."""
    rows = "".join(YEAR.format(*year) for year in years)
    text = GEMEENTEN.replace(BEE, f"  - naam: Bee\n    code: GM0002\n    voorraad:\n{rows}")
    loaded = register(gemeenten=text + control, kop="versie: 1\npeildatum: 2020\n")
    # A warning never stands in the way of computing.
    assert (loaded.dataset is None) == bool(loaded.errors)
    warning = {Severity.WAARSCHUWING: " waarschuwing", Severity.FOUT: ""}
    return [(f.code + warning[f.severity], f.place.line if f.place else 0) for f in loaded.findings]


# 10 new - 1 demolished - 2 withdrawn = 7; opening 100, so closing 107. The first row is on line 19.
@pytest.mark.parametrize(
    ("end", "codes"), [(107, []), (106, []), (108, []), (105, [("WP310", 19)]), (109, [("WP310", 19)])]
)
def test_stock_closes_within_one(register: Register, end: int, codes: list[tuple[str, int]]) -> None:
    assert stock(register, (2019, 100, 10, 7, end)) == codes


def test_mutations_add_up_and_one_home_is_a_warning(register: Register) -> None:
    assert stock(register, (2019, 100, 11, 7, 107)) == [("WP310 waarschuwing", 19)]
    assert stock(register, (2019, 100, 12, 7, 107)) == [("WP310", 19)]


def test_a_year_begins_where_the_year_before_ended(register: Register) -> None:
    assert stock(register, (2019, 100, 10, 7, 107), (2020, 107, 10, 7, 114)) == []
    assert stock(register, (2019, 100, 10, 7, 107), (2020, 108, 10, 7, 115)) == [("WP310 waarschuwing", 20)]
    # A year in between is missing: nothing to compare with.
    assert stock(register, (2018, 100, 10, 7, 107), (2020, 108, 10, 7, 115)) == []
    # The order of the lines does not matter.
    assert stock(register, (2020, 108, 10, 7, 115), (2019, 100, 10, 7, 107)) == [("WP310 waarschuwing", 19)]


def test_control_totals_per_year(register: Register) -> None:
    # 3 new - 1 - 2 = 0, so Aa keeps its 50 homes.
    aa = f"  - naam: Aa\n    code: GM0001\n    voorraad:\n{YEAR.format(2019, 50, 3, 0, 50)}"
    rows = YEAR.format(2019, 100, 10, 7, 107)
    bee = f"  - naam: Bee\n    code: GM0002\n    voorraad:\n{rows}"
    head = GEMEENTEN.partition("gemeenten:\n")[0] + "gemeenten:\n" + aa + bee

    def codes(control: str) -> list[tuple[str, str]]:
        text = f"{head}controle:\n  - {{{control}}}\n"
        found = register(gemeenten=text, kop="versie: 1\npeildatum: 2020\n").findings
        return [(f.code, f.message) for f in found]

    # 50 + 107 = 157.
    assert codes("jaar: 2019, eindstand: 157") == []
    assert codes("jaar: 2019, eindstand: 159, tolerantie: 2") == []
    ((code, message),) = codes("jaar: 2019, eindstand: 160, tolerantie: 2")
    assert code == "WP311"
    assert "tellen op tot 157, de bron geeft 160" in message
    ((code, message),) = codes("jaar: 2020, eindstand: 157")
    assert code == "WP311"
    assert message == "controle 2020: geen voorraad voor 'Aa', 'Bee'"


def merged(register: Register, begin: int, *, opgegaan_in: str = "[Cee]", van: str = ", van: 2020-01-01") -> list[str]:
    """What is said of Cee, which Aa (50 homes) and Bee (107) became on 1-1-2020, with this opening stock."""
    lines = [
        f"  - naam: Aa\n    code: GM0001\n    tot: 2020-01-01\n    opgegaan_in: {opgegaan_in}\n    voorraad:\n",
        YEAR.format(2019, 50, 3, 0, 50),
        "  - naam: Bee\n    code: GM0002\n    tot: 2020-01-01\n    opgegaan_in: [Cee]\n    voorraad:\n",
        YEAR.format(2019, 100, 10, 7, 107),
        f"  - {{naam: Cee, code: GM0009{van}, voorraad: {{2020: {{beginstand: {begin}, nieuwbouw: 0, ",
        f"overige_toevoeging: 0, sloop: 0, overige_onttrekking: 0, correctie: 0, saldo: 0, eindstand: {begin}}}}}}}\n",
        "  - {naam: Dee, code: GM0010}\n",
        "controle:\n  - {jaar: 2019, eindstand: 157}\n",
    ]
    text = GEMEENTEN.partition("gemeenten:\n")[0] + "gemeenten:\n" + "".join(lines)
    found = register(gemeenten=text.replace(", gemeente: Aa", ", regio: Dal"), kop="versie: 1\npeildatum: 2021\n")
    assert {f.severity for f in found.findings if f.code == "WP310"} <= {Severity.WAARSCHUWING}
    return [f.message for f in found.findings if f.code.startswith("WP31")]


def test_a_merger_breaks_no_stock_and_no_control_total(register: Register) -> None:
    # Dee, which was there in 2019, has no figures; Cee was not there.
    absent = "controle 2019: geen voorraad voor 'Dee'"
    assert merged(register, 157) == [absent]
    assert merged(register, 160) == [
        "gemeente 'Cee', 2020: beginstand 160 is 3 woningen meer dan de eindstand van 2019 van Aa en Bee samen (157): "
        "een correctie van de bron, een grenswijziging of een tikfout",
        absent,
    ]


def test_a_stock_after_a_division_says_that_nobody_knows_which_part_came(register: Register) -> None:
    assert merged(register, 130, opgegaan_in="[Cee, Dee]")[0] == (
        "gemeente 'Cee', 2020: beginstand 130 is 27 woningen minder dan de eindstand van 2019 van Aa en Bee samen "
        "(157): Aa is verdeeld, en welk deel hierheen ging staat er niet"
    )


def test_a_break_names_the_municipality_that_the_country_knows_to_have_joined(register: Register) -> None:
    rows = YEAR.format(2021, 100, 10, 7, 107) + YEAR.format(2022, 300, 10, 7, 307)
    text = GEMEENTEN.replace(BEE, f"  - naam: Purmerend\n    code: GM0439\n    voorraad:\n{rows}")
    (finding,) = register(gemeenten=text, kop="versie: 1\npeildatum: 2023\n").findings
    assert finding.severity is Severity.WAARSCHUWING
    assert finding.message.endswith("(107): op 1-1-2022 kwam Beemster erbij, en dat staat niet in gemeenten.yaml")
