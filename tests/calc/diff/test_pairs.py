"""Which record is which: what records say of themselves, and what is only asked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tests.calc.diff.histories import state
from woonplan.calc.diff.kinds import Wijziging
from woonplan.calc.diff.pairs import Paar, pair, proposals
from woonplan.calc.view import View
from woonplan.model.plan import Plan

Fields = dict[str, Any]


def plan(name: str, **more: Any) -> Fields:
    return {"id": name, "naam": name, "gemeente": "Aa", "planstatus": "3", "restant": 10, **more}


def paired(old: Sequence[Fields], new: Sequence[Fields]) -> tuple[Paar, ...]:
    views = (View(state([Plan.model_validate(fields) for fields in side])) for side in (old, new))
    return pair(*(view.records for view in views))


def told(found: Sequence[Paar]) -> dict[tuple[str | None, str | None], Wijziging | None]:
    return {(p.oud and p.oud.plan.id, p.nieuw and p.nieuw.plan.id): p.soort for p in found}


def test_by_id_and_by_what_it_was() -> None:
    assert told(paired([plan("a"), plan("b")], [plan("c", was="b"), plan("a")])) == {("b", "c"): None, ("a", "a"): None}


def test_what_was_renamed_before_both_states_says_nothing() -> None:
    old = [plan("a"), plan("b", was="a")]
    assert told(paired(old, old)) == {("a", "a"): None, ("b", "b"): None}
    assert told(paired([plan("b")], [plan("b", was="a")])) == {("b", "b"): None}


def test_split_off_and_gone_up() -> None:
    split = paired([plan("a")], [plan("a"), plan("b", was="a")])
    assert told(split) == {("a", "a"): Wijziging.GESPLITST, (None, "b"): Wijziging.GESPLITST}
    assert {p.id: p.bij for p in split} == {"a": ("b",), "b": ("a",)}
    merged = paired([plan("a"), plan("b")], [plan("c", samengevoegd_uit=["a", "b"])])
    assert told(merged) == {
        (None, "c"): Wijziging.GESPLITST,
        ("a", None): Wijziging.GESPLITST,
        ("b", None): Wijziging.GESPLITST,
    }
    # Taken up by a plan that was there already.
    taken = paired([plan("a"), plan("b")], [plan("a", samengevoegd_uit=["b"])])
    assert told(taken) == {("a", "a"): Wijziging.GESPLITST, ("b", None): Wijziging.GESPLITST}


def test_what_was_delivered_whole_may_go() -> None:
    done = plan("a", woningen=40, gerealiseerd=40)
    del done["restant"]
    assert told(paired([done, plan("b")], [])) == {("a", None): Wijziging.OPGELEVERD, ("b", None): Wijziging.VERDWENEN}


def test_an_aggregate_that_was_itemised() -> None:
    post = plan("post", soort="verzamelpost")
    new = [plan("een"), plan("hard", planstatus="1A"), plan("elders", gemeente="Bee")]
    found = told(paired([post], new))
    assert found == {
        (None, "een"): Wijziging.UITGESPLITST,
        (None, "hard"): Wijziging.NIEUW,
        (None, "elders"): Wijziging.NIEUW,
        ("post", None): Wijziging.UITGESPLITST,
    }
    # Nothing in its place: then it is gone.
    assert told(paired([post], new[1:]))[("post", None)] is Wijziging.VERDWENEN
    # A plan that is named inside an aggregate that stays.
    inside = plan("deel", onderdeel_van="post", restant=5)
    assert told(paired([post], [post, inside]))[(None, "deel")] is Wijziging.UITGESPLITST


def test_only_one_that_it_can_be_is_asked_about() -> None:
    one = paired([plan("a", naam="Akker")], [plan("b", naam=" akker")])
    assert [(v.oud.plan.id, v.nieuw.plan.id, v.grond) for v in proposals(one)] == [
        ("a", "b", "dezelfde gemeente en naam")
    ]
    assert told(one) == {(None, "b"): Wijziging.NIEUW, ("a", None): Wijziging.VERDWENEN}
    assert proposals(paired([plan("a", naam="Akker")], [plan("b", naam="Akker"), plan("c", naam="Akker")])) == ()
    assert proposals(paired([plan("a", naam="Akker")], [plan("b", naam="Akker", gemeente="Bee")])) == ()
    row = {"bron": "nota", "vindplaats": "rij 12"}
    (same,) = proposals(paired([plan("a", **row)], [plan("b", gemeente="Bee", **row)]))
    assert same.grond == "dezelfde rij van dezelfde bron"
