"""The pace, the backlog and the supply as a reader sees them: both ends, and rounding said."""

from __future__ import annotations

from fractions import Fraction

from tests.conftest import PLANNEN, Register
from tests.report.gap.tables import SPAN, about, cells, document, exact, looks, table
from tests.report.terms import Term
from woonplan.model.dataset import Dataset
from woonplan.tables.look import BALANCE, PERCENT, YEARS


def test_the_pace_is_rounded_to_the_nearest_and_says_so(shipped: Dataset) -> None:
    pace = table(document(shipped), "tempo")
    # 22,000 / 9 is 2,444.4: the source page has 2.222 and 2.444.
    nine = cells(pace, "tempo.2021-2029")
    assert (nine["per_jaar_ondergrens"], nine["per_jaar_bovengrens"]) == (about(2222), about(2444))
    assert (nine["jaren"], nine["bij_tempo"]) == (Term(9, 9), Term(18000, 18000))
    assert any("afgerond" in note for note in pace.notes)
    assert cells(pace, "tempo.2020-2029")["telling"] == "2020-2029 (gekozen)"


def test_backlog_is_a_shortage_and_a_lead_is_not(shipped_2021: Dataset) -> None:
    schedule = table(document(shipped_2021), "schema")
    stand = cells(schedule, "schema.stand")
    # 2,097 delivered against 2,000 and 2,200.
    assert (stand["ondergrens"], stand["bovengrens"]) == (about(97), about(-103))
    assert looks(schedule, "schema.stand") == {BALANCE}
    # 2,200 + 103/5 = 2,220.6 and 2,200 + 103/9 = 2,211.4.
    assert cells(schedule, "schema.inhalen_vijf_jaar")["bovengrens"] == about(2221)
    assert cells(schedule, "schema.inhalen_rest")["bovengrens"] == about(2211)


def test_before_anything_was_delivered_there_is_no_backlog(shipped: Dataset) -> None:
    schedule = table(document(shipped), "schema")
    assert [row.key for row in schedule.rows] == ["schema.opgave", "schema.per_jaar"]
    assert any("geen achterstand" in note for note in schedule.notes)


def test_supply_and_coverage(shipped: Dataset) -> None:
    supply = table(document(shipped), "voorraad")
    # 8,300 / 2,000 = 4.15 and / 2,200 = 3.773; 14,100 / 20,000 = 70.5% and / 22,000 = 64.09%.
    years = [exact("8300/2000"), exact("8300/2200")]
    shares = [exact("1410000/20000"), exact("1410000/22000")]
    assert list(cells(supply, "voorraad.hard").values())[1:] == years
    assert list(cells(supply, "dekking.hard_en_zacht").values())[1:] == shares
    assert looks(supply, "voorraad.hard") == looks(supply, "voorraad.hard_komende_jaren") == {YEARS}
    assert looks(supply, "dekking.hard_en_zacht") == {PERCENT}


def test_supply_of_the_coming_years_stands_beside_all(shipped: Dataset, register: Register) -> None:
    supply = table(document(shipped), "voorraad")
    # None of the 14,100 has a year: 0 to 14,100 / 2,000 = 7.05, and 0 to 14,100 / 2,200 = 6.41.
    assert list(cells(supply, "voorraad.hard_en_zacht_komende_jaren").values())[1:] == [
        Term(0, Fraction(14100, need), circa=True) for need in (2000, 2200)
    ]
    assert any("van 1-1-2020 tot 1-1-2025" in note for note in supply.notes)
    ended = register(SPAN, kop=PLANNEN.replace("2020-01-01", "2030-01-01")).dataset
    assert ended is not None
    after = table(document(ended), "voorraad")
    assert [row.key for row in after.rows if row.key.startswith("voorraad.")] == [
        "voorraad.hard",
        "voorraad.hard_en_zacht",
    ]
    assert any("voorbij" in note for note in after.notes)
