"""A housing stock that closes."""

from __future__ import annotations

import pytest

from tests.conftest import GEMEENTEN, Register
from tests.load.findings import BEE

YEAR = "      {}: {{beginstand: {}, nieuwbouw: {}, overige_toevoeging: 0, sloop: 1, overige_onttrekking: 2, correctie: 0, saldo: {}, eindstand: {}}}\n"  # noqa: E501 - one row of the table


def stock(register: Register, *years: tuple[int, int, int, int, int], control: str = "") -> list[tuple[str, int]]:
    """Findings (code and line) of municipality Bee with these rows: year, opening, new, net, closing."""
    rows = "".join(YEAR.format(*year) for year in years)
    text = GEMEENTEN.replace(BEE, f"  - naam: Bee\n    code: GM0002\n    voorraad:\n{rows}")
    loaded = register(gemeenten=text + control, kop="versie: 1\npeildatum: 2020\n")
    return [(f.code, f.place.line if f.place else 0) for f in loaded.findings]


# 10 new - 1 demolished - 2 withdrawn = 7; opening 100, so closing 107. The first row is on line 19.
@pytest.mark.parametrize(
    ("end", "codes"), [(107, []), (106, []), (108, []), (105, [("WP310", 19)]), (109, [("WP310", 19)])]
)
def test_stock_closes_within_one(register: Register, end: int, codes: list[tuple[str, int]]) -> None:
    assert stock(register, (2019, 100, 10, 7, end)) == codes


def test_mutations_add_up_exactly(register: Register) -> None:
    assert stock(register, (2019, 100, 11, 7, 107)) == [("WP310", 19)]


def test_a_year_begins_where_the_year_before_ended(register: Register) -> None:
    assert stock(register, (2019, 100, 10, 7, 107), (2020, 107, 10, 7, 114)) == []
    assert stock(register, (2019, 100, 10, 7, 107), (2020, 108, 10, 7, 115)) == [("WP310", 20)]
    # A year in between is missing: nothing to compare with.
    assert stock(register, (2018, 100, 10, 7, 107), (2020, 108, 10, 7, 115)) == []
    # The order of the lines does not matter.
    assert stock(register, (2020, 108, 10, 7, 115), (2019, 100, 10, 7, 107)) == [("WP310", 19)]


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
