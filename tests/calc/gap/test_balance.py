"""The figures of the source, worked by hand (text lines of the Woonagenda in brackets)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from woonplan.calc.gap.balance import Balance, balance
from woonplan.calc.question import Question
from woonplan.calc.view import View
from woonplan.model.dataset import Dataset
from woonplan.model.number import Bound, Precisie
from woonplan.model.target import SoortUitspraak


def ends(whole: Balance, name: str) -> tuple[Bound | None, Bound | None]:
    """The value of one quantity at the low and the high end; fails when an end is not one number."""
    figure = next(f for f in (*whole.rows, *whole.toets) if f.name == name)
    for homes in figure.ends:
        assert homes.low == homes.high
        assert homes.unknown == 0
    return figure.low.low, figure.high.low


# Each value is worked out in the comment from the lines of the source that it names.
FIGURES_2020 = [
    ("ambitie", 20_000, 22_000),  # r. 1635
    ("hard", 8_300, 8_300),  # r. 1702
    ("nog_hard_te_maken", 11_700, 13_700),  # 20.000 - 8.300; 22.000 - 8.300 (r. 1706 names the low end)
    ("zacht", 5_800, 5_800),  # r. 1709
    ("nog_te_vinden", 5_900, 7_900),  # 11.700 - 5.800; 13.700 - 5.800
    ("saldo", -5_900, -7_900),
    ("extra_ruimte", 6_000, 6_000),  # r. 1712
    ("saldo_met_extra_ruimte", 100, -1_900),  # 8.300 + 5.800 + 6.000 = 20.100
    ("lokale_behoefte", 15_782, 15_782),  # r. 1666
    ("aanbod_bron", 14_130, 14_130),  # r. 1662
    ("saldo_behoefte", -1_652, -1_652),  # 14.130 - 15.782
    ("aanbod", 14_100, 14_100),  # 8.300 + 5.800
    ("verschil_aanbod", -30, -30),  # 14.100 - 14.130
    ("extra_opgave", 5_000, 7_000),  # r. 1652
    ("behoefte_en_extra", 20_782, 22_782),  # 15.782 + 5.000; 15.782 + 7.000
    ("aandeel", 20_000, 20_000),  # 60.000 / 3 (r. 1609-1624)
    ("tempo_periode", 20_000, 20_000),  # 2.000 a year (r. 1694), 10 years
]

FIGURES_2021 = [
    ("gerealiseerd", 2_097, 2_097),  # 282.505 - 280.408 (CBS stock at both ends of 2020)
    ("hard", 7_929, 7_929),
    ("zacht", 11_629, 11_629),
    ("saldo", 1_655, -345),  # 2.097 + 19.558 - 20.000; - 22.000
    ("nog_hard_te_maken", 9_974, 11_974),  # 20.000 - 2.097 - 7.929; 22.000 - 2.097 - 7.929
    ("nog_te_vinden", 0, 345),  # nothing is left to find at the low end; the surplus is in the balance
]


@pytest.mark.parametrize(("name", "low", "high"), FIGURES_2020)
def test_state_of_2020(shipped: Dataset, name: str, low: int, high: int) -> None:
    assert ends(balance(View(shipped)), name) == (low, high)


@pytest.mark.parametrize(("name", "low", "high"), FIGURES_2021)
def test_state_of_2021(shipped_2021: Dataset, name: str, low: int, high: int) -> None:
    assert ends(balance(View(shipped_2021)), name) == (low, high)


def test_circa_travels_into_everything_it_touches(shipped: Dataset) -> None:
    whole = balance(View(shipped))
    marks = {f.name: f.low.circa for f in (*whole.rows, *whole.toets)}
    assert marks["saldo"]
    assert marks["nog_hard_te_maken"]
    # Both sides of this one are exact numbers of the source.
    assert not marks["saldo_behoefte"]


@pytest.mark.parametrize(
    ("telling", "years", "homes"), [("2020-2029", 10, 20_000), ("2021-2029", 9, 18_000), ("2020-2030", 11, 22_000)]
)
def test_readings_of_tot_2030(shipped: Dataset, telling: str, years: int, homes: int) -> None:
    view = View(shipped, Question(telling=telling))
    assert view.telling is not None
    assert view.telling.jaren == years
    assert ends(balance(view), "tempo_periode") == (homes, homes)


def test_delivery_counts_from_the_start_of_the_reading(shipped_2021: Dataset) -> None:
    # From 1-1-2021 on nothing has been delivered at a reference date of 2021.
    assert balance(View(shipped_2021, Question(telling="2021-2029"))).gerealiseerd is None


@pytest.mark.parametrize(
    ("extra", "ends"),
    [
        # 14.100 - 20.000 = -5.900 and 14.100 - 22.000 = -7.900; each has all of the extra room, whatever that will be.
        ({"woningen_min": 4_000, "woningen_max": 8_000}, ((-1_900, 2_100), (-3_900, 100))),
        ({"woningen": 500, "precisie": Precisie.MAXIMAAL}, ((-5_900, -5_400), (-7_900, -7_400))),
        ({"woningen": 6_000, "precisie": Precisie.MINIMAAL}, ((100, None), (-1_900, None))),
    ],
)
def test_extra_room_is_the_same_range_at_both_ends_of_the_target(
    shipped: Dataset, extra: dict[str, object], ends: tuple[tuple[int, int | None], ...]
) -> None:
    numbers = {"woningen": None, "woningen_min": None, "woningen_max": None, "precisie": Precisie.EXACT, **extra}
    opgaven = tuple(
        o.model_copy(
            update={
                "uitspraken": tuple(
                    u.model_copy(update=numbers) if u.soort is SoortUitspraak.EXTRA_RUIMTE and u.gebruikt else u
                    for u in o.uitspraken
                )
            }
        )
        for o in shipped.gebied.opgaven
    )
    register = replace(shipped, gebied=shipped.gebied.model_copy(update={"opgaven": opgaven}))
    found = balance(View(register)).saldo_met_extra_ruimte
    assert found is not None
    assert tuple((end.low, end.high) for end in found.ends) == ends


def test_a_municipality_inside_an_aggregate_is_unknown_not_zero(shipped: Dataset) -> None:
    whole = balance(View(shipped, Question(gemeenten=("Enschede",))))
    assert whole.sums.hard.low.blank
    assert whole.sums.zacht.low.blank
    assert whole.saldo is None


def test_net_is_unknown_where_the_kind_is_unknown(shipped: Dataset) -> None:
    whole = balance(View(shipped, Question(netto=True)))
    assert whole.sums.hard.low.blank
    assert whole.saldo is not None
    assert whole.saldo.low.blank
