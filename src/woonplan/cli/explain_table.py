"""A number of `reconcile` or `list` by its address: computed again from the register, and explained."""

from __future__ import annotations

from woonplan.calc.address_reconcile import comparison_figures
from woonplan.calc.listed_actions import with_agenda
from woonplan.calc.naming import LIST, RECONCILE, spelled
from woonplan.calc.question import Question
from woonplan.calc.reconcile import reconcile
from woonplan.cli.audit import no_agenda, open_agenda_file
from woonplan.cli.choices import Asked
from woonplan.cli.explain_number import Answer, Place, Years, nothing, opened, refused
from woonplan.model.dataset import Dataset
from woonplan.report.list_address import CALCULATED, actions_figures, find_in_list, list_figures, list_of
from woonplan.report.lists import FILTERS, What, listed_number_document
from woonplan.report.reconcile import comparison_document


def explain_reconcile(name: str, place: Place, asked: Asked, years: Years, depth: int) -> Answer:
    """Return the explanation of a number of `reconcile`."""
    wrong = refused(RECONCILE, ("--opgave", "--telling"), place, asked, years)
    if wrong:
        return wrong
    ready = opened(place, asked)
    if not isinstance(ready, tuple):
        return ready
    dataset, asks = ready
    agenda, _, usable = open_agenda_file(place.data, dataset)
    if not usable:
        return None
    figures = comparison_figures(reconcile(dataset, asks, agenda))
    address = spelled(name, figures)
    if address is None:
        return [nothing(name, figures, "geen getal van reconcile")]
    return comparison_document(dataset, asks, (address, figures[address]), depth)


def explain_list(name: str, place: Place, asked: Asked, years: Years, depth: int) -> Answer:
    """Return the explanation of a calculated number of `list`."""
    what = list_of(name)
    allowed = [option for option in ("--gemeente", "--status") if what is None or what in FILTERS[option]]
    wrong = refused(f"{LIST}.{what}" if what else LIST, allowed, place, asked, years)
    if wrong:
        return wrong
    ready = opened(place, asked)
    if not isinstance(ready, tuple):
        return ready
    dataset, asks = ready
    if what is What.ACTIES:
        return _of_actions(name, place, dataset, asks, depth)
    lists = [what] if what else CALCULATED
    known = {address: figure for one in lists for address, figure in list_figures(dataset, one, asks).items()}
    address = find_in_list(dataset, name, known)
    if what is None or address is None:
        return [nothing(name, known, "geen berekend getal van list")]
    return listed_number_document(dataset, what, asks, (address, known[address]), depth)


def _of_actions(name: str, place: Place, dataset: Dataset, asks: Question, depth: int) -> Answer:
    """Return the explanation of a count of actions, from a register that knows where they stand."""
    agenda, invoer, usable = open_agenda_file(place.data, dataset)
    if not usable:
        return None
    if agenda is None or invoer is None:
        return [no_agenda(place.data)]
    figures = actions_figures(agenda, invoer)
    address = spelled(name, figures)
    if address is None:
        return [nothing(name, figures, "geen berekend getal van list")]
    known = with_agenda(dataset, agenda, invoer)
    return listed_number_document(known, What.ACTIES, asks, (address, figures[address]), depth)
