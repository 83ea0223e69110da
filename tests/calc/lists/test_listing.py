"""Which records a list selects, on a small register worked by hand."""

from __future__ import annotations

import pytest

from tests.conftest import Register
from woonplan.calc.lists.listing import plans, year_spans
from woonplan.calc.question import Question
from woonplan.calc.view import View
from woonplan.model.dataset import Dataset
from woonplan.model.statussen import Planstatus

PLANNEN = """\
  - {id: samen, naam: Samen, soort: verzamelpost, regio: Dal, planstatus: hard, restant: 500}
  - {id: deel, naam: Deel, gemeente: Aa, planstatus: 2A, woningen: 60, gerealiseerd: 20, onderdeel_van: samen}
  - {id: twee, naam: Twee, gemeenten: [Aa (V.), Bee], planstatus: 4A, woningen: 30}
  - {id: idee, naam: Idee, gemeente: GM0002, planstatus: 5A, telt_mee: false, reden: proef}
"""


def loaded(register: Register) -> Dataset:
    result = register(PLANNEN)
    assert result.findings == ()
    assert result.dataset is not None
    return result.dataset


def test_the_selection_keeps_count_of_regional_records(register: Register) -> None:
    dataset = loaded(register)
    bee = plans(View(dataset, Question(gemeenten=("Bee",))))
    assert [c.plan.id for c in bee.records] == ["twee", "idee"]
    assert len(bee.elsewhere) == 1
    # Of the regional ones only those that pass the other filters.
    soft = plans(View(dataset, Question(gemeenten=("Bee",), statussen=frozenset({Planstatus.ZACHT}))))
    assert ([c.plan.id for c in soft.records], soft.elsewhere) == (["twee"], ())


@pytest.mark.parametrize(
    ("years", "text"),
    [([], ""), (["2020"], "2020"), (["2012", "2013", "2014"], "2012-2014"), ([2016, 2012, 2013], "2012-2013, 2016")],
)
def test_year_spans(years: list[str | int], text: str) -> None:
    assert year_spans(years) == text
