"""One register and one question: every answer worked out once, and what another question shares with it."""

from __future__ import annotations

from tests.conftest import Register
from woonplan.calc.question import Question
from woonplan.calc.view import View, answer
from woonplan.model.dataset import Dataset

PLANS = """\
  - {id: a, naam: A, gemeente: Aa, planstatus: 1A, restant: 30, sloop: 5, sloop_gerealiseerd: 0}
  - {id: b, naam: B, gemeente: Bee, planstatus: 3, restant: 50}
"""


def dataset_of(register: Register) -> Dataset:
    found = register(PLANS).dataset
    assert found is not None
    return found


def test_an_answer_is_worked_out_once_for_what_is_asked(register: Register) -> None:
    asked = []

    @answer
    def homes(view: View, gemeente: str, *, times: int = 1) -> int:
        """Return the homes of a municipality."""
        asked.append(gemeente)
        return times * len([c for c in view.records if c.plan.gemeente == gemeente])

    view = View(dataset_of(register))
    assert [homes(view, "Aa"), homes(view, "Aa"), homes(view, "Aa", times=2), homes(view, "Cee")] == [1, 1, 2, 0]
    assert asked == ["Aa", "Aa", "Cee"]
    # Another view of the same register has its own answers.
    assert homes(View(view.dataset), "Aa") == 1
    assert len(asked) == 4
    assert homes.__doc__ == "Return the homes of a municipality."


def test_the_same_question_is_the_same_view(register: Register) -> None:
    view = View(dataset_of(register), Question(gemeenten=("Aa",)))
    assert view.asking() is view
    assert view.asking(gemeenten=("Aa",)) is view
    other = view.asking(gemeenten=("Bee",))
    assert (other.question.gemeenten, view.question.gemeenten) == (("Bee",), ("Aa",))


def test_records_that_count_in_the_same_way_are_made_once(register: Register) -> None:
    view = View(dataset_of(register))
    assert view.asking(gemeenten=("Aa",)).records is view.records
    # Net of demolition each adds something else.
    net = view.asking(netto=True)
    assert net.records is not view.records
    assert [(c.figure.low.low, c.figure.low.blank) for c in net.records] == [(25, False), (0, True)]


def test_what_is_asked_of_it(register: Register) -> None:
    view = View(dataset_of(register), Question(gemeenten=("Bee",)))
    assert [g.naam for g in view.gemeenten] == ["Bee"]
    assert [area.name for area in view.areas] == ["Bee"]
    assert [s.contribution.plan.id for s in view.shares] == ["b"]
    assert view.heard == {"Aa", "Bee"}
    whole = View(view.dataset)
    assert [g.naam for g in whole.gemeenten] == ["Aa", "Bee"]
    assert [(area.kind, area.name) for area in whole.areas] == [("regio", "Dal")]


def test_a_row_of_a_municipality_has_every_name_of_it(register: Register) -> None:
    view = View(dataset_of(register))
    assert view.names("Aa") == ("aa", "Aa", "GM0001", "Aa (V.)", "0001", "1")
    assert view.names("totaal") == ()
