"""One record from elsewhere: held against the model and its own sums, each finding at the place its source gives."""

from __future__ import annotations

from woonplan.diagnostics import Place
from woonplan.load.single import single


class Columns:
    """Places as a table has them: the last key is the column."""

    def place(self, path: tuple[str | int, ...], *, key: bool = False) -> Place:
        del key
        return Place(".".join(map(str, path)), 7)


def test_a_good_record_is_a_plan() -> None:
    plan, findings = single({"id": "a", "naam": "A", "woningen": 3, "gerealiseerd": 1}, Columns())
    assert findings == []
    assert plan is not None
    assert plan.woningen == 3


def test_what_the_model_refuses_is_said_in_its_words_at_the_place_of_the_value() -> None:
    data = {"id": "a b", "naam": "A", "oplevering": {"2029-2025": 3}, "woningtype": {"eengezins": -1}, "kleur": "rood"}
    plan, findings = single(data, Columns())
    assert plan is None
    assert {(f.code, f.place.file if f.place else "") for f in findings} == {
        ("WP110", "plannen.0.id"),
        ("WP109", "plannen.0.oplevering.2029-2025"),
        ("WP104", "plannen.0.woningtype.eengezins"),
        ("WP101", "plannen.0.kleur"),
    }
    assert all(f.hint for f in findings)


def test_sums_inside_the_record_are_checked() -> None:
    plan, findings = single({"id": "a", "naam": "A", "woningen": 3, "gerealiseerd": 4}, Columns())
    assert plan is not None
    assert [(f.code, f.place) for f in findings] == [("WP303", Place("plannen.0.gerealiseerd", 7))]
