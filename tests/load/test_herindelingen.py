"""Municipalities that ended: the facts of the country, held against the lists of every year where those are at hand."""

from __future__ import annotations

import csv
from itertools import groupby
from pathlib import Path

import pytest

from tests.conftest import ROOT
from woonplan.load.herindelingen import by_name, former_names, herindelingen, with_history
from woonplan.model.gemeente import Gemeentenbestand

LISTS = ROOT.parent / "shared" / "bron" / "gemeenten-per-jaar.csv"


def register(*gemeenten: tuple[str, str], **fields: object) -> Gemeentenbestand:
    records = [{"naam": naam, "code": code, **fields} for naam, code in gemeenten]
    head = {"versie": 1, "regio": {"naam": "Dal", "provincie": "Veld"}, "bronnen": []}
    return Gemeentenbestand.model_validate({**head, "gemeenten": records})


def times(gebied: Gemeentenbestand) -> dict[str, tuple[str | None, str | None, tuple[str, ...]]]:
    return {g.naam: (g.van, g.tot, g.opgegaan_in) for g in with_history(gebied).gemeenten if g.van or g.tot}


EEMSDELTA = [("Appingedam", "GM0003"), ("Delfzijl", "GM0010"), ("Loppersum", "GM0024"), ("Eemsdelta", "GM1979")]


def test_every_municipality_ends_once_on_one_day() -> None:
    for code, group in groupby(sorted(herindelingen(), key=lambda one: one.oud_code), lambda one: one.oud_code):
        found = list(group)
        assert len({one.datum for one in found}) == 1, code
        assert len({one.nieuw_code for one in found}) == len(found), code
    assert [one.datum for one in herindelingen()] == sorted(one.datum for one in herindelingen())


def test_from_the_list_of_2012_they_make_the_list_of_every_year() -> None:
    # The lists are no part of the project; where they are at hand every year is made from the one before.
    if not LISTS.is_file():
        return
    lists: dict[int, set[str]] = {}
    with LISTS.open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter=";"):
            lists.setdefault(int(row["jaar"]), set()).add(row["code"])
    codes = lists[2012]
    for year in range(2013, 2027):
        for one in herindelingen():
            if f"{year - 1}-01-01" < one.datum <= f"{year}-01-01":
                assert one.begint == (one.nieuw_code not in lists[year - 1]), one
                codes = (codes - {one.oud_code}) | {one.nieuw_code}
        assert codes == lists[year], year


def test_a_register_with_both_sides_gets_the_begin_and_the_end() -> None:
    found = times(register(*EEMSDELTA))
    assert found["Appingedam"] == (None, "2021-01-01", ("GM1979",))
    assert found["Eemsdelta"] == ("2021-01-01", None, ())


@pytest.mark.parametrize(
    "gemeenten",
    [EEMSDELTA[:3], EEMSDELTA[3:], [("Elders", "GM0003"), ("Eemsdelta", "GM1979")]],
    ids=["the old alone", "the new alone", "a code under another name"],
)
def test_one_side_alone_may_be_of_any_year(gemeenten: list[tuple[str, str]]) -> None:
    assert times(register(*gemeenten)) == {}


def test_a_new_one_begins_only_where_all_that_became_it_are_listed() -> None:
    found = times(register(EEMSDELTA[0], EEMSDELTA[3]))
    assert found == {"Appingedam": (None, "2021-01-01", ("GM1979",))}


def test_what_the_register_says_itself_goes_before() -> None:
    gebied = register(*EEMSDELTA, tot="2030-01-01")
    assert with_history(gebied) is gebied


def test_one_that_was_divided_names_also_those_outside_of_the_register() -> None:
    found = times(register(("Haaren", "GM0788"), ("Vught", "GM0865")))
    (van, tot, opgegaan_in) = found["Haaren"]
    assert (van, tot) == (None, "2021-01-01")
    assert set(opgegaan_in) == {"Boxtel", "Oisterwijk", "Tilburg", "GM0865"}


def test_former_names_and_codes_lead_to_the_one_of_now_over_several_steps() -> None:
    # Gaasterlan-Sleat became De Friese Meren (2014), and that De Fryske Marren (2015).
    found = former_names(register(("De Fryske Marren", "GM1940"), ("Purmerend", "GM0439")))
    assert found["gaasterl\u00e2n-sleat"] == found["gm1921"] == "De Fryske Marren"
    assert found["beemster"] == "Purmerend"
    # Of one that was divided nobody knows where a plan lies.
    assert "boarnsterhim" in by_name()
    assert "boarnsterhim" not in found


def test_a_name_that_the_register_uses_is_never_a_former_one() -> None:
    assert "beemster" not in former_names(register(("Purmerend", "GM0439"), ("Beemster", "GM9999")))


def test_the_facts_name_their_sources() -> None:
    text = (Path(ROOT) / "src" / "woonplan" / "load" / "herindelingen.csv").read_text(encoding="utf-8")
    assert "TOOI" in text.splitlines()[2]
    assert "CBS" in text.splitlines()[2]
