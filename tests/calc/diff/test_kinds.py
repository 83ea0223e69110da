"""How far homes moved, in homes times years."""

from __future__ import annotations

import pytest

from tests.calc.diff.histories import state
from woonplan.calc.diff.kinds import shifted
from woonplan.calc.view import View
from woonplan.model.plan import Plan


@pytest.mark.parametrize(
    ("before", "after", "moved"),
    [
        ({"2024": 30}, {"2026": 30}, (60, 60)),
        ({"2026": 30}, {"2025": 20, "2024": 10}, (-40, -40)),
        ({"2024": 30, "2030": 5}, {"2025": 30, "2030": 5}, (30, 30)),
        ({"2024": 30}, {"2025-2027": 30}, (30, 90)),
        ({"2025-2027": 30}, {"2025-2027": 30}, None),
        ({"2024": 30}, {"2026": 40}, None),
        ({"onbekend": 30}, {"2026": 30}, None),
        (None, {"2026": 30}, None),
    ],
)
def test_homes_times_years(
    before: dict[str, int] | None, after: dict[str, int] | None, moved: tuple[int, int] | None
) -> None:
    fields = {"id": "a", "naam": "A", "gemeente": "Aa"}
    plans = (Plan.model_validate({**fields, "oplevering": years}) for years in (before, after))
    (old,), (new,) = (View(state([plan])).records for plan in plans)
    found = shifted(old, new)
    assert (found and (found.low, found.high)) == moved
