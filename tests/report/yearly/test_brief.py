"""What a report begins with: key numbers by hand, changes only between states that count alike, and what is missing."""

from __future__ import annotations

import pytest

from tests.conftest import PLANNEN, Register
from tests.report.walk import check_every_number
from tests.report.yearly.reports import BARE, OPENBAAR, PUBLIC, empty_report, report, row, table
from woonplan.calc.confidential import visible, visible_together
from woonplan.calc.question import Question
from woonplan.model.dataset import Dataset
from woonplan.model.statussen import FIRST, LAST
from woonplan.render.formats import render
from woonplan.report.yearly.report import Rapport, yearly_document
from woonplan.report.yearly.year import Year
from woonplan.tables.document import BRIEF, Document

KOP = PLANNEN.replace("soort_aantal", "statusdefinitie: basisset-2022\nvolledig: true\nsoort_aantal")
LATER = KOP.replace("2020-01-01", "2021-01-01")
OTHERWISE = "niet vergelijkbaar"


def plan(name: str, status: str, homes: int, gemeente: str = "Aa", level: str = "openbaar") -> str:
    return (
        f"  - {{id: {name}, naam: {name.upper()}, gemeente: {gemeente}, planstatus: {status}, restant: {homes}, "
        f"vertrouwelijkheid: {level}}}\n"
    )


THEN = plan("a", "1A", 90) + plan("b", "3", 40, "Bee")
NOW = plan("a", "1A", 90) + plan("b", "3", 35, "Bee") + plan("c", "2A", 30)


def year_of(register: Register, then: str, now: str, kop: str = KOP, later: str = LATER) -> Year:
    states = [register(plans, kop=head).dataset for plans, head in ((then, kop), (now, later))]
    old, new = states
    assert old is not None
    assert new is not None
    was, is_ = visible_together((old, new), OPENBAAR)
    return Year(2020, visible(new, OPENBAAR), Question(), before=(was, is_))


def changes(document: Document) -> dict[str, object]:
    names = ("opgave", "hard", "zacht", "saldo")
    return {name: row(document, "kerncijfers", name)["verschil_ondergrens"] for name in names}


def test_the_key_numbers_and_how_they_changed_by_hand(register: Register) -> None:
    year = year_of(register, THEN, NOW)
    found = yearly_document(year, Rapport.JAAR)
    cells = {name: row(found, "kerncijfers", name) for name in ("opgave", "hard", "zacht", "saldo")}
    assert [cells["opgave"][end] for end in ("ondergrens", "bovengrens")] == [(1000, 1000), (1200, 1200)]
    # Hard 90 + 30, soft 35; nothing is known of what was delivered in 2020.
    assert (cells["hard"]["ondergrens"], cells["zacht"]["ondergrens"]) == ((120, 120), (35, 35))
    # 30 hard came, 5 soft went, so that the balance is 25 higher at both ends; the target stayed as it was.
    assert changes(found)["opgave"] == (0, 0)
    assert (changes(found)["hard"], changes(found)["zacht"], changes(found)["saldo"]) == ((30, 30), (-5, -5), (25, 25))
    headers = [column.header for column in table(found, "kerncijfers").columns]
    assert headers == [
        "woningen", "ondergrens", "bovengrens", "sinds 1-1-2020 ondergrens", "sinds 1-1-2020 bovengrens",
    ]  # fmt: skip
    assert check_every_number(found, *year.seen, spellings=True) > 0


@pytest.mark.parametrize(
    ("kop", "later", "then", "now", "why"),
    [
        (KOP.replace("basisset-2022", "onbekend"), LATER, THEN, NOW, "de standen tellen hard en zacht anders"),
        (KOP, LATER.replace("bruto", "netto"), THEN, NOW, "de soort van de aantallen verschilt"),
        (KOP, LATER.replace("volledig: true", "volledig: false"), THEN, NOW, "of alle plannen erin staan, verschilt"),
        (
            KOP.replace("basisset-2022", "onbekend"),
            LATER.replace("basisset-2022", "onbekend"),
            THEN,
            NOW,
            "van geen van beide is bekend wat hard en zacht is",
        ),
        (KOP, LATER, plan("a", "1A", 90), NOW, "niet dezelfde gemeenten hebben plannen in het register"),
        (
            KOP.replace("volledig: true", "volledig: false"),
            LATER.replace("volledig: true", "volledig: false"),
            THEN,
            NOW,
            "in geen van beide staan alle plannen",
        ),
        (
            KOP,
            LATER.replace("plannen:", "onvolledig: {Bee: te laat}\nplannen:"),
            THEN,
            NOW,
            "niet van dezelfde gemeenten zijn alle plannen bekend",
        ),
        (
            KOP,
            LATER,
            THEN + plan("c", "2A", 30, level="gemeente"),
            NOW,
            "welke plannen zichtbaar zijn, verschilt",
        ),
    ],
)
def test_states_that_count_otherwise_are_not_compared(
    register: Register, kop: str, later: str, then: str, now: str, why: str
) -> None:
    found = yearly_document(year_of(register, then, now, kop, later), Rapport.JAAR)
    assert changes(found) == {"opgave": (0, 0), "hard": OTHERWISE, "zacht": OTHERWISE, "saldo": OTHERWISE}
    (note,) = table(found, "kerncijfers").notes
    assert note.startswith(f"{OTHERWISE} met de stand van 1-1-2020: ")
    assert why in note


@pytest.mark.parametrize("soort", list(Rapport))
def test_nothing_depends_on_what_is_hidden_in_either_state(register: Register, soort: Rapport) -> None:
    found = []
    for homes in (70, 7):
        secret = (plan("x", "3", homes, level="gemeente"), plan("y", "1A", homes, level="gemeente"))
        # Of one plan it was told then, and it is hidden now: what it was must not come out either.
        told = plan("x", "3", homes)
        year = year_of(register, THEN + told + secret[1], NOW + secret[0])
        found.append(yearly_document(year, soort))
    assert found[0] == found[1]
    assert render(found[0], "json") == render(found[1], "json")


def test_without_an_earlier_state_there_is_no_change(shipped: Dataset) -> None:
    found = table(report(shipped), "kerncijfers")
    assert [column.key for column in found.columns] == ["kerncijfer", "ondergrens", "bovengrens"]
    assert found.notes == ("er is geen eerdere stand om mee te vergelijken.",)


def test_a_register_without_a_target_says_so(register: Register) -> None:
    found = empty_report(register, BARE)
    kept = {row.key: row.cells[1] for row in table(found, "kerncijfers").rows}
    assert kept["opgave"] == kept["saldo"] == "geen opgave"
    assert kept["opgeleverd"] == "nog niets in de periode"


@pytest.mark.parametrize("soort", list(Rapport))
def test_every_kind_begins_in_short_and_ends_with_its_sources(
    shipped: Dataset, shipped_2021: Dataset, soort: Rapport
) -> None:
    found = report(shipped_2021, soort, earlier=shipped)
    themes = list(dict.fromkeys(table.theme for table in found.tables))
    assert (themes[0], themes[-1]) == (BRIEF, "Verantwoording")
    assert "" not in themes
    # One sheet for each in a workbook, which has at most nine.
    assert len(themes) <= 9
    assert [chart.name for chart in found.charts if chart.theme == BRIEF] == ["capaciteit"]
    assert all(chart.says for chart in found.charts)
    assert found.moving[0] == "Volgens de bron zijn de plannen niet volledig."


def test_what_is_missing_of_all_plans_of_some_and_of_the_region(shipped_2021: Dataset) -> None:
    of_all, of_some, region = report(shipped_2021).missing
    assert of_all.startswith(f"Van alle 28 plannen: planstatus {FIRST}-{LAST}, sloop, oplevering per jaar,")
    assert of_some == "Van een deel van de plannen: jaar waarin het hard wordt (14 van 14)."
    assert region == "Van de regio: opgave van 14 van 14 gemeenten en 3 van 4 prijsgrenzen 2020."


def test_a_register_that_says_it_all_misses_nothing(register: Register) -> None:
    full = register(f"  - {{id: a, naam: A, gemeente: Aa, planstatus: 1A, restant: 9, {PUBLIC}}}\n").dataset
    assert full is not None
    assert any("aantal woningen" not in text for text in report(full).missing)
