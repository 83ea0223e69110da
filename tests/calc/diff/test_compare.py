"""What changed between two states adds up: to the sums that `gap` shows, over causes, over time, and both ways."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.calc.diff.histories import histories
from woonplan.calc.diff.compare import Diff, compare
from woonplan.calc.diff.effect import SALDO
from woonplan.calc.diff.row import Rij, change_of
from woonplan.calc.gap.balance import balance
from woonplan.calc.gap.groups import grouped
from woonplan.calc.number.figure import Figure
from woonplan.calc.question import By, Question
from woonplan.calc.view import View
from woonplan.model.change import Change, changes
from woonplan.model.dataset import Dataset
from woonplan.model.number import Number

questions = st.sampled_from(
    [Question(), Question(netto=True), Question(gemeenten=("Aa",)), Question(gemeenten=("Bee", "Cee"))]
)


def check(old: Number, new: Number, changed: Change) -> None:
    """The change leads from the one number to the other, at both ends and in what is missing."""
    for end in ("low", "high"):
        before, after, moved = getattr(old, end), getattr(new, end), getattr(changed, end)
        opened = changed.opened[end == "high"]
        if before is not None and after is not None:
            assert (after - before, opened) == (moved, 0)
        elif (before is None) is not (after is None):
            assert opened < 0 if before is None else opened > 0
    assert len(new.missing) - len(old.missing) == len(changed.missing) - len(changed.fewer)


def check_row(rij: Rij, old: dict[str, Figure], new: dict[str, Figure]) -> None:
    for kolom in set(old) & set(new):
        for end in (0, 1):
            causes = [change_of(o.figures[kolom], end) for o in rij.oorzaken if kolom in o.figures]
            whole = change_of(rij.verschil[kolom], end)
            together = changes(causes)
            assert (together.low, together.high, together.opened) == (whole.low, whole.high, whole.opened)
            assert (together.missing, together.fewer) == (whole.missing, whole.fewer)
            check(old[kolom].ends[end], new[kolom].ends[end], whole)


def sums(view: View) -> dict[str, dict[str, Figure]]:
    """What `gap` shows, worked out apart from the comparison."""
    found = {"totaal": view.sums, **{group.key: group.sums for group in grouped(view, By.GEMEENTE).groups}}
    return {
        name: {
            "hard": s.hard,
            "zacht": s.zacht,
            "status_onbekend": s.onbekend,
            "telt_niet": s.telt_niet,
            "buiten_telling": s.buiten,
        }
        for name, s in found.items()
    }


def diff(old: Dataset, new: Dataset, question: Question | None = None) -> Diff:
    return compare(View(old, question), View(new, question))


@given(histories(), questions)
def test_the_old_sums_and_every_cause_are_the_new_sums(states: list[Dataset], question: Question) -> None:
    views = [View(dataset, question) for dataset in states]
    found = compare(*views)
    old, new = map(sums, views)
    for rij in (found.totaal, *found.gemeenten):
        check_row(rij, old[rij.naam], new[rij.naam])


@given(histories())
def test_the_balance_is_what_its_causes_make_of_it(states: list[Dataset]) -> None:
    found = diff(*states)
    sides = [balance(View(dataset)).saldo for dataset in states]
    assert sides[0] is not None
    assert sides[1] is not None
    for end in (0, 1):
        whole = changes(change_of(o.figures[SALDO], end) for o in found.totaal.oorzaken if SALDO in o.figures)
        if not (sides[0].ends[end].blank or sides[1].ends[end].blank):
            check(sides[0].ends[end], sides[1].ends[end], whole)


@given(histories())
def test_the_plans_make_up_what_no_rule_and_no_silence_changed(states: list[Dataset]) -> None:
    found = diff(*states)
    apart = {"statusdefinitie", "opgave", "gemeenten_zonder_plannen"}
    for kolom in ("hard", "zacht", "status_onbekend", "telt_niet", "buiten_telling"):
        by_plan = changes(change_of(plan.figures[kolom], 0) for plan in found.plannen if kolom in plan.figures)
        by_cause = changes(
            change_of(o.figures[kolom], 0) for o in found.totaal.oorzaken if kolom in o.figures and o.naam not in apart
        )
        assert (by_plan.low, by_plan.high, by_plan.opened) == (by_cause.low, by_cause.high, by_cause.opened)


def totals(found: Diff) -> dict[tuple[str, str], Change]:
    return {
        (rij.naam, kolom): change_of(figure, 0)
        for rij in (found.totaal, *found.gemeenten)
        for kolom, figure in rij.verschil.items()
        if kolom != SALDO
    }


def homes(changed: Change) -> tuple[object, ...]:
    return changed.low, changed.high, changed.opened


@given(histories(length=3))
def test_what_changed_twice_is_what_changed_in_all(states: list[Dataset]) -> None:
    one, two, three = states
    first, second, whole = totals(diff(one, two)), totals(diff(two, three)), totals(diff(one, three))
    for key, changed in whole.items():
        assert homes(changed) == homes(changes([first[key], second[key]])), key


@given(histories())
def test_the_other_way_round_is_the_opposite(states: list[Dataset]) -> None:
    there, back = diff(*states), diff(*reversed(states))
    for key, changed in totals(there).items():
        assert homes(-changed) == homes(totals(back)[key]), key


@given(histories(length=1))
def test_a_state_and_itself_have_no_difference(states: list[Dataset]) -> None:
    found = diff(states[0], states[0])
    assert found.leeg
    assert found.ongewijzigd == len(states[0].stand.plannen)


def test_the_shipped_states(shipped: Dataset, shipped_2021: Dataset) -> None:
    found = diff(shipped, shipped_2021)
    assert [str(found.totaal.verschil[kolom].low.low) for kolom in ("hard", "zacht", SALDO)] == ["-371", "5829", "7555"]
    (causes,) = ([o.naam for o in found.totaal.oorzaken if "hard" in o.figures],)
    assert causes == ["uitgesplitst"]
