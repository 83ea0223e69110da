"""Accepted differences: which comparison an entry explains, and when it is out of date."""

from __future__ import annotations

import pytest

from tests.calc.audit.figures import computed, published
from tests.calc.audit.test_reconcile import compare
from tests.conftest import ROOT
from woonplan.calc.audit.bekend import explain_differences
from woonplan.calc.audit.reconcile import Comparison
from woonplan.calc.audit.verdict import Oordeel
from woonplan.load.bekend import load_bekend
from woonplan.model.bekend import Bekendbestand, BekendVerschil
from woonplan.model.dataset import Dataset

# Accepted differences.


def entry(**fields: object) -> BekendVerschil:
    base: dict[str, object] = {"id": "c", "ondergrens": 5, "bovengrens": 7, "reden": "proef", "datum": "2026-01-01"}
    return BekendVerschil.model_validate({k: v for k, v in (base | fields).items() if v is not None})


def comparison(low: int, high: int, name: str = "c", *, oordeel: Oordeel = Oordeel.VERSCHIL) -> Comparison:
    """A comparison with 100 published, and so much more computed at both ends."""
    return Comparison(name, name, published(100, 100), computed(100 + low, 100 + high), oordeel)


def explained(found: Comparison, *entries: BekendVerschil) -> tuple[bool, list[int]]:
    """Whether the comparison is explained, and which entries are out of date."""
    result = explain_differences((found,), Bekendbestand(versie=1, verschillen=entries), "2020-01-01")
    assert bool(result.unexplained) == (result.comparisons[0].bekend is None and not found.oordeel.closes)
    return result.comparisons[0].bekend is not None, [index for index, _ in result.stale]


ENTRIES = [
    (entry(), True, []),
    (entry(peildatum="2020-01-01"), True, []),
    # Another number, another comparison, an end too few.
    (entry(ondergrens=4), False, [0]),
    (entry(bovengrens=8), False, [0]),
    (entry(bovengrens=None), False, [0]),
    (entry(ondergrens=None), False, [0]),
    (entry(id="d"), False, [0]),
    # An entry for another state explains nothing here, and is not out of date here.
    (entry(peildatum="2021"), False, []),
]


@pytest.mark.parametrize(("verschil", "fits", "stale"), ENTRIES)
def test_an_entry_fits_its_numbers_and_its_state_only(verschil: BekendVerschil, fits: bool, stale: list[int]) -> None:
    assert explained(comparison(5, 7), verschil) == (fits, stale)


def test_an_entry_for_what_closes_is_out_of_date() -> None:
    assert explained(comparison(0, 0, oordeel=Oordeel.SLUIT), entry(ondergrens=0, bovengrens=0)) == (False, [0])


def test_an_end_that_is_not_one_number_is_left_out_of_the_entry() -> None:
    open_end = Comparison("c", "c", published(100, None), computed(105, 107), Oordeel.VERSCHIL)
    assert explained(open_end, entry(bovengrens=None)) == (True, [])
    assert explained(open_end, entry()) == (False, [0])


def test_without_the_file_everything_is_unexplained() -> None:
    result = explain_differences((comparison(5, 7),), None, "2020-01-01")
    assert [e.comparison.id for e in result.unexplained] == ["c"]
    assert result.stale == ()


def test_the_shipped_explanations_fit(shipped: Dataset) -> None:
    bekend = load_bekend(ROOT / "data" / "bekend.yaml", {b.id for b in shipped.gebied.bronnen}).bekend
    assert bekend is not None
    result = explain_differences(tuple(compare(shipped).values()), bekend, shipped.stand.kop.peildatum)
    assert (result.unexplained, result.stale) == ((), ())
    # 19 comparisons, of which the control total, two repeated statements and five years of pace close.
    assert sum(1 for e in result.comparisons if e.bekend is not None) == 14
