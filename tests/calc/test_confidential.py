"""Confidential records: taken out before anything is computed, and nothing left that gives them away."""

from __future__ import annotations

import pytest

from tests.conftest import Register
from woonplan.calc.confidential import hidden_ids, visible
from woonplan.calc.gap.balance import balance
from woonplan.calc.view import View
from woonplan.model.dataset import Dataset
from woonplan.model.number import Bound
from woonplan.model.vocabulary import Vertrouwelijkheid

OPENBAAR, REGIO, PROVINCIE, GEMEENTE = Vertrouwelijkheid

PLANS = """\
  - {id: o, naam: O, gemeente: Aa, planstatus: 1A, restant: 1, vertrouwelijkheid: openbaar}
  - {id: r, naam: R, gemeente: Aa, planstatus: 1A, restant: 2, vertrouwelijkheid: regio}
  - {id: p, naam: P, gemeente: Aa, planstatus: 1A, restant: 4, vertrouwelijkheid: provincie}
  - {id: g, naam: G, gemeente: Aa, planstatus: 1A, restant: 8, vertrouwelijkheid: gemeente}
  - {id: n, naam: N, gemeente: Aa, planstatus: 1A, restant: 16}
controle:
  - {id: hard, klassen: [hard], woningen: 31}
"""


def loaded(register: Register, plans: str) -> Dataset:
    dataset = register(plans).dataset
    assert dataset is not None
    return dataset


def hard(dataset: Dataset) -> Bound | None:
    return balance(View(dataset)).sums.hard.low.low


@pytest.mark.parametrize(
    ("level", "homes", "hidden"),
    # A record without a level is for the municipality only.
    [(OPENBAAR, 1, "rpgn"), (REGIO, 3, "pgn"), (PROVINCIE, 7, "gn"), (GEMEENTE, 31, "")],
)
def test_every_level_sees_its_own_and_what_is_wider(
    register: Register, level: Vertrouwelijkheid, homes: int, hidden: str
) -> None:
    dataset = loaded(register, PLANS)
    seen = visible(dataset, level)
    assert hard(seen.dataset) == homes
    assert hidden_ids(dataset, level) == set(hidden)
    assert seen.complete is not bool(hidden)


def test_without_anything_hidden_all_stays_as_it_is(register: Register) -> None:
    dataset = loaded(register, PLANS)
    assert visible(dataset, GEMEENTE).dataset is dataset


def test_a_published_total_goes_with_the_hidden_records(register: Register) -> None:
    dataset = loaded(register, PLANS)
    # 31 published - 1 shown would be what is hidden.
    assert visible(dataset, OPENBAAR).dataset.stand.kop.controle == ()
    assert len(dataset.stand.kop.controle) == 1


def test_the_checksum_is_of_what_is_seen(register: Register) -> None:
    dataset = loaded(register, PLANS)
    seen = visible(dataset, OPENBAAR)
    assert seen.partial == {dataset.stand.delen[0].invoer.bestand}
    other = loaded(register, PLANS.replace("restant: 16", "restant: 17").replace("woningen: 31", "woningen: 32"))
    assert other.stand.delen[0].invoer.sha256 != dataset.stand.delen[0].invoer.sha256
    sums = [visible(d, OPENBAAR).dataset.stand.delen[0].invoer.sha256 for d in (dataset, other)]
    assert sums[0] == sums[1]
    # A record that is seen does change it.
    changed = loaded(register, PLANS.replace("restant: 1,", "restant: 3,").replace("woningen: 31", "woningen: 33"))
    assert visible(changed, OPENBAAR).dataset.stand.delen[0].invoer.sha256 != sums[0]


def test_records_keep_their_places_in_the_file(register: Register) -> None:
    plans = "\n".join(reversed(PLANS.splitlines()[:5])) + "\n"
    dataset = loaded(register, plans)
    assert visible(dataset, OPENBAAR).dataset.stand.place("o") == dataset.stand.place("o")


AGGREGATES = """\
  - {id: alles, naam: Alles, soort: verzamelpost, regio: Dal, planstatus: hard, restant: 100, vertrouwelijkheid: %s}
  - {id: zicht, naam: Zicht, gemeente: Aa, planstatus: 1A, restant: 30, onderdeel_van: alles,
     vertrouwelijkheid: openbaar}
  - {id: dicht, naam: Dicht, gemeente: Bee, planstatus: 1A, restant: 45, onderdeel_van: alles,
     vertrouwelijkheid: gemeente}
"""


def test_a_hidden_part_disappears_in_the_rest_of_its_aggregate(register: Register) -> None:
    seen = visible(loaded(register, AGGREGATES % "openbaar"), OPENBAAR).dataset
    rest = {c.plan.id: c.figure.low.low for c in View(seen).records}
    # The whole stays 100, and the rest is 100 - 30 with the 45 inside it.
    assert hard(seen) == 100
    assert rest == {"alles": 70, "zicht": 30}


def test_parts_of_a_hidden_aggregate_count_by_themselves(register: Register) -> None:
    seen = visible(loaded(register, AGGREGATES % "gemeente"), OPENBAAR).dataset
    assert hard(seen) == 30
    plan = seen.stand.plan("zicht")
    assert plan is not None
    assert plan.onderdeel_van is None


def test_records_named_by_the_caller_are_left_out_as_well(register: Register) -> None:
    dataset = loaded(register, PLANS)
    assert hard(visible(dataset, PROVINCIE, {"o", "not-there"}).dataset) == 6
