"""What a table or a sentence lacks, in words: the exact figure that stands in no file."""

from __future__ import annotations

from woonplan.calc.gap.balance import balance
from woonplan.calc.question import Tegen
from woonplan.calc.view import View

NO_OPGAVE = "in het register staat geen opgave"

NO_GEMEENTE = "in gemeenten.yaml staat geen gemeente"

NO_YEARS = "er is geen opgave met een periode, en geen plan in de stand noemt een jaar van oplevering"


def no_target(view: View) -> str:
    """Return what is missing where the area asked for has no target, as a clause without a full stop."""
    what = "ambitie" if view.question.tegen is Tegen.AMBITIE else "lokale behoefte"
    if view.opgave is None:
        return NO_OPGAVE
    zonder_doel = balance(view).zonder_doel
    if view.question.gemeenten and zonder_doel:
        return f"in opgave {view.opgave.id} staat geen {what} voor {', '.join(zonder_doel)}"
    return f"in opgave {view.opgave.id} staat geen {what} voor de regio ({view.dataset.gebied.regio.naam})"


def no_pace(view: View) -> str:
    """Return what is missing to know how much is needed a year; empty where nothing is."""
    if balance(view).doel is None:
        return no_target(view)
    if view.telling is not None and view.telling.jaren <= 0:
        return f"de periode van telling {view.telling.id} heeft geen heel jaar"
    return ""
