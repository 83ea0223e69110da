"""The pace under every reading of the period of the shipped registers."""

from __future__ import annotations

from fractions import Fraction

from tests.calc.years.paces import lezingen, values
from woonplan.calc.question import Question
from woonplan.calc.years.pace import Inhaal
from woonplan.model.dataset import Dataset
from woonplan.numerals import rounded


def test_pace_at_both_ends(shipped: Dataset) -> None:
    found = {x.telling.id: values(x.tempo.per_jaar) for x in lezingen(shipped)}
    assert found == {
        "2020-2029": [Fraction(2000), Fraction(2200)],
        "2021-2029": [Fraction(20000, 9), Fraction(22000, 9)],
        "2020-2030": [Fraction(20000, 11), Fraction(2000)],
    }
    # Rounded to the nearest, as the source page has them: 2.222 and 2.444 (not 2.223 and 2.445).
    assert [rounded(number) for number in found["2021-2029"]] == [2222, 2444]
    assert rounded(found["2020-2030"][0]) == 1818


def test_what_the_stated_pace_comes_to(shipped: Dataset) -> None:
    # 2,000 a year in 10, 9 and 11 years.
    stated = [x.bij_tempo.low.low for x in lezingen(shipped) if x.bij_tempo]
    assert stated == [20000, 18000, 22000]


def test_what_is_left_after_delivery(shipped_2021: Dataset) -> None:
    # CBS counted 2,097 net over 2020: 20,000 - 2,097 = 17,903 and 22,000 - 2,097 = 19,903, in 9 years.
    found = {x.telling.id: x for x in lezingen(shipped_2021)}
    pace = found["2020-2029"].tempo
    assert values(pace.rest) == [17903, 19903]
    assert values(pace.rest_per_jaar) == [Fraction(17903, 9), Fraction(19903, 9)]
    # 97 ahead of 2,000, 103 behind 2,200.
    assert values(pace.stand) == [97, -103]
    # The reading that starts in 2021 has all of its 9 years left, and nothing delivered in it.
    late = found["2021-2029"]
    assert (late.verstreken, late.resterend, late.gerealiseerd) == (0, 9, None)
    assert values(late.tempo.rest_per_jaar)[0] == Fraction(20000, 9)


def test_backlog_in_five_years_or_over_the_rest(shipped_2021: Dataset) -> None:
    # Behind 103 at the high end: 2,200 + 103/5 = 2,220.6 a year, or 2,200 + 103/9 = 2,211.4. Ahead at the low end.
    pace = lezingen(shipped_2021)[0].tempo
    assert values(pace.inhalen[Inhaal.VIJF_JAAR]) == [2000, Fraction(11103, 5)]
    assert values(pace.inhalen[Inhaal.REST]) == [2000, 2200 + Fraction(103, 9)]
    assert values(pace.inhalen[Inhaal.REST])[1] == values(pace.rest_per_jaar)[1]


def test_coverage_and_years_of_supply(shipped: Dataset) -> None:
    # (8,300 + 5,800) / 20,000 = 70.5% and / 22,000 = 64.09%; 14,100 / 2,000 = 7.05 years.
    supply = lezingen(shipped)[0].tempo.planvoorraad["hard_en_zacht"]
    assert values(supply.dekking) == [Fraction(141, 200), Fraction(141, 220)]
    assert values(supply.jaren)[0] == Fraction(705, 100)
    # Supplies belong to the period that was asked for.
    assert not lezingen(shipped)[1].tempo.planvoorraad


def test_an_open_target_has_no_highest_pace(shipped: Dataset) -> None:
    # The deal: at least 14,100 in nine years.
    (lezing,) = lezingen(shipped, Question(opgave="woondeal"))
    assert [end.low for end in lezing.tempo.per_jaar.ends] == [Fraction(14100, 9)] * 2
    assert [end.high for end in lezing.tempo.per_jaar.ends] == [Fraction(14100, 9), None]


def test_no_target_no_pace(shipped: Dataset) -> None:
    assert lezingen(shipped, Question(gemeenten=("Borne",))) == ()
