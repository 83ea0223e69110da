"""Segments: what is known, what is possible, and what that says of the norms."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.conftest import Register
from woonplan.calc.report.monitor import agreed
from woonplan.calc.report.segments import GROUPS, Programme, Segment, Standing, nothing_planned, programme
from woonplan.calc.report.segments import standing as against
from woonplan.calc.view import View
from woonplan.model.agenda import Agendabestand
from woonplan.model.number import Bound, Number


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
    return programme(View(dataset).itemised)


def standing(found: Programme, segment: Segment, agenda: Agendabestand | None, datum: str) -> Standing:
    return against(found, segment, agreed(agenda, GROUPS[segment][1], datum))


def shares(found: Standing) -> tuple[Bound | None, Bound | None]:
    worst, best = (None if share.low.blank else share.low.low for share in (found.slechtst, found.best_case))
    return worst, best


# 100 homes: 30 social, 20 middle rent, 10 affordable, 10 dear purchase; 6 rent, 4 purchase, 8 unknown, 12 not divided.
SPLIT = """\
  - id: p
    naam: P
    gemeente: Aa
    planstatus: 1A
    woningen: 88
    gerealiseerd: 40
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
    found = planned(register, plans)
    assert standing(found, Segment.SOCIAAL, NORMS, "2021-01-01").met is False  # at best 20% of 30%
    assert standing(found, Segment.DUURDER, NORMS, "2021-01-01").met is True  # at worst 80%


def test_a_record_without_a_number_may_decide(register: Register) -> None:
    found = planned(register, SPLIT + "  - {id: leeg, naam: Leeg, gemeente: Aa, planstatus: 3}\n")
    social = standing(found, Segment.SOCIAAL, NORMS, "2021-01-01")
    assert shares(social) == (Fraction(30, 100), Fraction(56, 100))
    assert (social.unknown, social.met) == (1, None)


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
    found = standing(planned(register, plans), Segment.SOCIAAL, NORMS, "2021-01-01")
    assert shares(found) == (Fraction(1, 2), 1)


def test_an_aggregate_counts_with_what_is_left_of_it(register: Register) -> None:
    plans = (
        "  - {id: alles, naam: Alles, soort: verzamelpost, gemeente: Aa, planstatus: hard, restant: 100}\n"
        "  - {id: p, naam: P, gemeente: Aa, planstatus: 1A, woningen: 40, gerealiseerd: 0, onderdeel_van: alles, "
        "betaalbaarheid: {sociale_huur: 40}}\n"
    )
    found = planned(register, plans)
    assert found.known["sociale_huur"] == 40
    assert found.undivided.low.low == found.undivided.low.high == 60
    assert found.whole.low.low == 100


def test_a_norm_of_later_does_not_hold_yet(register: Register) -> None:
    found = planned(register, SPLIT)
    assert standing(found, Segment.SOCIAAL, NORMS, "2019-12-31").norm is None
    assert standing(found, Segment.SOCIAAL, None, "2021-01-01").met is None


def test_a_municipality_without_plans_may_plan_in_any_segment() -> None:
    found = programme([], silent=2)
    assert found.whole.low == found.unknown.low == Number(unknown=2)
    assert not nothing_planned(found)
    one = standing(found, Segment.SOCIAAL, None, "2026-01-01")
    assert (one.possible.low, shares(one)) == (Number(unknown=2), (None, None))
    assert one.slechtst.low == one.best_case.low == Number(unknown=2)


def test_nothing_planned(register: Register) -> None:
    assert nothing_planned(planned(register, "  - {id: p, naam: P, gemeente: Aa, planstatus: 5A, restant: 3}\n"))
    assert not nothing_planned(planned(register, SPLIT))
