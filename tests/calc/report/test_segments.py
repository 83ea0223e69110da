"""Segments: what is known, what is possible, and what that says of the norms."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.conftest import Register
from woonplan.calc.report.monitor import agreed
from woonplan.calc.report.segments import GROUPS, Programme, Segment, Standing, programme
from woonplan.calc.report.segments import standing as against
from woonplan.calc.view import View
from woonplan.model.agenda import Agendabestand
from woonplan.model.gemis import Gemis, Lack
from woonplan.model.number import Bound, Way, exactly


def agenda(**norms: tuple[int, int, str]) -> Agendabestand:
    return Agendabestand.model_validate(
        {
            "versie": 1,
            "parameters": [
                {
                    "id": key.replace("_", "-"),
                    "naam": key,
                    "waarden": [{"vanaf": "2020", "waarde": top, "noemer": bottom, "eenheid": unit}],
                }
                for key, (top, bottom, unit) in norms.items()
            ],
        }
    )


NORMS = agenda(
    sociale_huur_aandeel=(30, 1, "procent"),
    middensegment_aandeel=(40, 1, "procent"),
    duurder_aandeel=(30, 1, "procent"),
    betaalbaar_aandeel=(2, 3, "deel"),
)


def planned(register: Register, plans: str) -> Programme:
    dataset = register(plans).dataset
    assert dataset is not None
    return programme(View(dataset))


def standing(found: Programme, segment: Segment, agenda: Agendabestand | None, datum: str) -> Standing:
    return against(found, segment, agreed(agenda, GROUPS[segment][1], datum))


def shares(found: Standing) -> tuple[Bound | None, Bound | None]:
    worst, best = (None if share.low.blank else share.low.low for share in (found.slechtst, found.best_case))
    return worst, best


NONE_IN_BEE = "  - {id: geen, naam: Geen, gemeente: Bee, planstatus: 3, restant: 0}\n"
"""Bee plans nothing: then its plans are known."""

# 100 homes: 30 social, 20 middle rent, 10 affordable, 10 dear purchase; 6 rent, 4 purchase, 8 unknown, 12 not divided.
SPLIT = """\
  - id: p
    naam: P
    gemeente: Aa
    planstatus: 1A
    woningen: 88
    gerealiseerd: 0
    betaalbaarheid: {sociale_huur: 30, middenhuur: 20, betaalbare_koop: 10, dure_koop: 10, huur_onbekend: 6,
                     koop_onbekend: 4, onbekend: 8}
  - {id: q, naam: Q, gemeente: Bee, planstatus: 3, restant: 12}
  - {id: later, naam: Later, gemeente: Bee, planstatus: 5A, restant: 500}
  - {id: buiten, naam: Buiten, gemeente: Bee, planstatus: 3, restant: 500, telt_mee: false, reden: proef}
"""


@pytest.mark.parametrize(
    ("segment", "worst", "best", "met"),
    [
        # Social: 30 known; rent 6, unknown 8 and undivided 12 may be. 30/100 is exactly the norm.
        (Segment.SOCIAAL, Fraction(30, 100), Fraction(56, 100), True),
        # Middle: 20 + 10; rent 6, purchase 4, unknown 8, undivided 12.
        (Segment.MIDDEN, Fraction(30, 100), Fraction(60, 100), None),
        # Dearer: 10; all 30 unknown ones may be.
        (Segment.DUURDER, Fraction(10, 100), Fraction(40, 100), None),
        # Affordable: 60; all 30 may be. 60% < 2/3 <= 90%.
        (Segment.BETAALBAAR, Fraction(60, 100), Fraction(90, 100), None),
    ],
)
def test_by_hand(register: Register, segment: Segment, worst: Fraction, best: Fraction, met: bool | None) -> None:
    found = standing(planned(register, SPLIT), segment, NORMS, "2021-01-01")
    assert shares(found) == (worst, best)
    assert found.met is met


def test_below_the_norm_whatever_the_unknown(register: Register) -> None:
    plans = (
        "  - {id: p, naam: P, gemeente: Aa, planstatus: 1A, woningen: 10, gerealiseerd: 0, "
        "betaalbaarheid: {dure_koop: 8, onbekend: 2}}\n"
    )
    found = planned(register, plans + NONE_IN_BEE)
    assert standing(found, Segment.SOCIAAL, NORMS, "2021-01-01").met is False  # at best 20% of 30%
    assert standing(found, Segment.DUURDER, NORMS, "2021-01-01").met is True  # at worst 80%


def test_a_record_without_a_number_may_decide(register: Register) -> None:
    found = planned(register, SPLIT + "  - {id: leeg, naam: Leeg, gemeente: Aa, planstatus: 3}\n")
    social = standing(found, Segment.SOCIAAL, NORMS, "2021-01-01")
    assert shares(social) == (Fraction(30, 100), Fraction(56, 100))
    assert (social.unknown, social.met) == (1, None)
    # Its homes can only lower the worst share; in the best case they may be in the group, or in another.
    assert (social.slechtst.low.way, social.best_case.low.way) == (Way.DOWN, Way.BOTH)


def split(name: str, kop: str, **homes: int) -> str:
    inside = ", ".join(f"{key}: {number}" for key, number in homes.items())
    return f"  - {{id: {name}, naam: {name}, gemeente: Aa, {kop}, betaalbaarheid: {{{inside}}}}}\n"


def test_of_a_split_over_all_homes_some_may_be_built(register: Register) -> None:
    # Of 100 homes 40 stand, of whichever segment: of 70 social ones at least 30 are still to come, of 20 dear ones none
    # need be.
    plans = split("p", "planstatus: 1A, woningen: 100, gerealiseerd: 40", sociale_huur=70, dure_koop=20)
    found = planned(register, plans + NONE_IN_BEE)
    homes = {key: found.by_segment[key].low.bounds[:2] for key in ("sociale_huur", "dure_koop")}
    assert homes == {"sociale_huur": (30, 60), "dure_koop": (0, 20)}
    assert (found.undivided.low.bounds[:2], found.whole.low.bounds[:2]) == ((0, 10), (60, 60))
    # At worst 30 of 60; at best 60 of 60, and of the dear ones 20 and the 10 without a segment.
    assert shares(standing(found, Segment.SOCIAAL, NORMS, "2021-01-01")) == (Fraction(1, 2), 1)
    assert shares(standing(found, Segment.DUURDER, NORMS, "2021-01-01")) == (0, Fraction(1, 2))


def test_a_plan_that_may_not_count_is_not_sure_to_lower_a_share(register: Register) -> None:
    plans = split("p", "planstatus: 1A, restant: 60, woningen: 60", dure_koop=60)
    plans += split("q", "planstatus: onbekend, restant: 40, woningen: 40", sociale_huur=40)
    found = planned(register, plans + NONE_IN_BEE)
    assert (found.whole.low.bounds, found.records, found.divided) == ((60, 100, False), 3, 2)
    # Where q counts, 60 of 100 are dear; where it does not, all are.
    assert shares(standing(found, Segment.DUURDER, NORMS, "2021-01-01")) == (Fraction(60, 100), 1)
    # And 40 of 100 or none are social.
    assert shares(standing(found, Segment.SOCIAAL, NORMS, "2021-01-01")) == (0, Fraction(40, 100))
    alone = planned(register, plans.splitlines()[1] + "\n" + NONE_IN_BEE)
    assert shares(standing(alone, Segment.DUURDER, NORMS, "2021-01-01")) == (0, 0)


def test_an_open_end_has_no_share(register: Register) -> None:
    found = planned(
        register, SPLIT + "  - {id: m, naam: M, gemeente: Aa, planstatus: 3, restant: 5, precisie: minimaal}\n"
    )
    assert shares(standing(found, Segment.SOCIAAL, NORMS, "2021-01-01")) == (None, None)


def test_a_range_is_taken_at_its_far_end(register: Register) -> None:
    # 10 social homes of 10 to 20: at worst 10/20, at best all 20.
    plans = (
        "  - {id: p, naam: P, gemeente: Aa, planstatus: 1A, woningen_min: 10, woningen_max: 20, gerealiseerd: 0, "
        "betaalbaarheid: {sociale_huur: 10}}\n"
    )
    found = standing(planned(register, plans + NONE_IN_BEE), Segment.SOCIAAL, NORMS, "2021-01-01")
    assert shares(found) == (Fraction(1, 2), 1)


def test_an_aggregate_counts_with_what_is_left_of_it(register: Register) -> None:
    plans = (
        "  - {id: alles, naam: Alles, soort: verzamelpost, gemeente: Aa, planstatus: hard, restant: 100}\n"
        "  - {id: p, naam: P, gemeente: Aa, planstatus: 1A, woningen: 40, gerealiseerd: 0, onderdeel_van: alles, "
        "betaalbaarheid: {sociale_huur: 40}}\n"
    )
    found = planned(register, plans + NONE_IN_BEE)
    assert found.by_segment["sociale_huur"].low == exactly(40)
    assert found.undivided.low.low == found.undivided.low.high == 60
    assert found.whole.low.low == 100


def test_a_norm_of_later_does_not_hold_yet(register: Register) -> None:
    found = planned(register, SPLIT)
    assert standing(found, Segment.SOCIAAL, NORMS, "2019-12-31").norm is None
    assert standing(found, Segment.SOCIAAL, None, "2021-01-01").met is None


def test_a_municipality_without_plans_may_plan_in_any_segment(register: Register) -> None:
    found = planned(register, "  []\n")
    silent = frozenset({Lack(Gemis.GEMEENTE, "Aa"), Lack(Gemis.GEMEENTE, "Bee")})
    one = standing(found, Segment.SOCIAAL, None, "2026-01-01")
    figures = (found.whole, found.unknown, one.possible, one.slechtst, one.best_case)
    assert {(figure.low.blank, figure.low.missing) for figure in figures} == {(True, silent)}
    assert (found.records, found.divided, one.met) == (0, 0, None)


def test_which_plans_are_counted(register: Register) -> None:
    # p and q; what does not count, and what is kept out of the sums, are not there.
    found = planned(register, SPLIT)
    assert (found.records, found.divided) == (2, 1)
    late = "  - {id: l, naam: L, gemeente: Aa, planstatus: 1A, restant: 7, oplevering: {2031: 7}}\n"
    assert planned(register, SPLIT + late).whole.low.bounds == found.whole.low.bounds
