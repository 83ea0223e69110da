"""One record that did not come from a plan file, held against its model and its own sums."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from woonplan.diagnostics import Diagnostic
from woonplan.load.context import PlanRow
from woonplan.load.sums.amounts import plan_sums
from woonplan.model.control import Planklasse
from woonplan.model.kind import Kinds
from woonplan.model.plan import Plan, Plannenbestand
from woonplan.model.restant import restant
from woonplan.model.stand import Invoer, Positions, Standdeel
from woonplan.model.statussen import Planstatus

_HEAD = Plannenbestand(versie=1, peildatum="1900")
_KLASSEN = dict.fromkeys(Planstatus, Planklasse.ONBEKEND)
_KINDS = Kinds(lambda _: _KLASSEN)


def single(data: Mapping[str, Any], positions: Positions) -> tuple[Plan | None, list[Diagnostic]]:
    """Return the record as a plan, and what is wrong inside it.

    Args:
        data: The keys and values of one plan, as they would stand in its file.
        positions: Finds the place of a path that begins with ``("plannen", 0)``.
    """
    try:
        plan = Plan.model_validate(data)
    except ValidationError as error:
        return None, [_refused(e, positions) for e in error.errors(include_url=False)]
    standdeel = Standdeel(_HEAD, Invoer("", "", positions))
    row = PlanRow(standdeel, 0, plan, _KINDS.of(plan, standdeel), restant(plan))
    return plan, list(plan_sums(row))


def _refused(error: Any, positions: Positions) -> Diagnostic:
    # Nearly always there is nothing to say.
    from woonplan.load.refusals.refused import Refused
    from woonplan.load.refusals.wording import wording

    path = tuple(step for step in error["loc"] if step != "[key]")
    key = next((str(step) for step in reversed(path) if isinstance(step, str)), "")
    found = wording(error["type"], Refused(key, error.get("input"), error.get("ctx", {})))
    return found._replace(place=positions.place(("plannen", 0, *path)))
