"""Small registers for the tables of a report, and what each plan adds."""

from __future__ import annotations

from tests.conftest import Register
from woonplan.calc.capacity.records import Contribution
from woonplan.calc.capacity.selection import Share
from woonplan.calc.capacity.sums import Sums
from woonplan.calc.view import View
from woonplan.model.dataset import Dataset


def capacity(register: Register, plans: str) -> tuple[Dataset, tuple[Contribution, ...], Sums]:
    dataset = register(plans).dataset
    assert dataset is not None
    view = View(dataset)
    return dataset, view.records, view.sums


PLACES = """\
  - {id: in, naam: In, gemeente: Aa, planstatus: 1A, restant: 30, plantype: verdichting, knelpunten: [stikstof, nuts]}
  - {id: uit, naam: Uit, gemeente: Aa, planstatus: 3, restant: 70, plantype: uitbreiding_uitleg, knelpunten: [stikstof]}
  - {id: leeg, naam: Leeg, gemeente: Bee, planstatus: 3, restant: 5}
  - {id: op, naam: Op, gemeente: Bee, planstatus: 1A, restant: 0, knelpunten: [geen]}
  - {id: los, naam: Los, gemeente: Bee, planstatus: 1A, restant: 9, knelpunten: [nuts], telt_mee: false, reden: proef}
"""


def shares_of(register: Register, plans: str) -> tuple[Share, ...]:
    dataset, *_ = capacity(register, plans)
    return View(dataset).itemised
