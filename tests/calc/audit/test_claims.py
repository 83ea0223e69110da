"""What the Woonagenda claims in words, worked out by hand from its figures and those of CBS."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.conftest import ROOT
from woonplan.calc.audit.claims import Claim, claims, differing, largest
from woonplan.calc.audit.reconcile import reconcile
from woonplan.calc.view import View
from woonplan.load.agenda import load_agenda
from woonplan.model.agenda import Agendabestand
from woonplan.model.dataset import Dataset

AGENDA = load_agenda(ROOT / "data" / "agenda.yaml").agenda


def found(dataset: Dataset) -> dict[str, Claim]:
    return {claim.id: claim for claim in claims(View(dataset), AGENDA)}


def test_the_extra_task_makes_up_for_a_part_of_the_shortage(shipped: Dataset) -> None:
    claim = found(shipped)["woningtekort"]
    # 3% of the 280,408 homes of 1 January 2020, against 5,000 to 7,000 (lines 1644-1653).
    assert claim.berekend.low.low == Fraction(28_040_800, 10_000) * 3 == Fraction(841_224, 100)
    assert claim.tegen is not None
    assert (claim.tegen.low.low, claim.tegen.high.low) == (5_000, 7_000)
    assert claim.klopt is True


def test_most_of_the_stock_of_2030_stands_already(shipped: Dataset) -> None:
    claim = found(shipped)["voorraad-grootste-deel"]
    low, high = (end.low for end in claim.berekend.ends)
    assert (low, high) == (Fraction(280_408, 300_408), Fraction(280_408, 302_408))
    assert [round(float(share or 0), 3) for share in (low, high)] == [0.933, 0.927]
    assert claim.klopt is True


def test_the_share_of_enschede_in_the_plans_of_2021(shipped: Dataset, shipped_2021: Dataset) -> None:
    # 1,299 hard and 3,700 soft of 7,929 and 11,629 (lines 1157-1163 say: the largest part).
    claim = found(shipped_2021)["opgave-grootste-deel.opgave-zwaartepunt"]
    assert claim.berekend.low.low == Fraction(1_299 + 3_700, 7_929 + 11_629)
    assert claim.klopt is False
    assert largest(View(shipped_2021), claim.gemeenten) is True
    # The state of 2020 has no plans of municipalities.
    before = found(shipped)["opgave-grootste-deel.opgave-zwaartepunt"]
    assert before.klopt is None
    assert largest(View(shipped), before.gemeenten) is None


def test_a_flow_is_held_against_nothing(shipped: Dataset) -> None:
    claim = found(shipped)["flexvraag-per-jaar"]
    assert (claim.berekend.low.low, claim.berekend.low.circa, claim.klopt) == (5_600, True, None)


def test_the_extra_task_that_follows_from_the_ambition(shipped: Dataset) -> None:
    comparison = next(c for c in reconcile(View(shipped), AGENDA) if c.id == "extra.uit-ambitie")
    # 20,000 - 15,782 and 22,000 - 15,782.
    assert [end.low for end in comparison.berekend.ends] == [4_218, 6_218]


def test_what_lists_of_one_thing_do_not_all_name() -> None:
    named = {(lid.onderwerp.split()[0], lid.naam): [one.id for one in lid.wel] for lid in differing(AGENDA)}
    groups = {name: lists for (subject, name), lists in named.items() if subject == "groepen"}
    # Lines 1453-1459 against 1557-1586.
    assert groups == {
        "mensen met een beperking": ["doelgroepen-tekst"],
        "dak- en thuislozen": ["doelgroepen-actie-26"],
        "statushouders": ["doelgroepen-actie-26"],
    }
    # No environment stands in all three of the lists (lines 402-404, 738-742 and 752-757).
    assert len([1 for subject, _ in named if subject == "woonmilieus"]) == 8


@pytest.mark.parametrize("leden", [("a", "b"), ("b", "a")])
def test_lists_that_name_the_same_do_not_differ(leden: tuple[str, ...]) -> None:
    lists = [{"id": str(i), "onderwerp": "x", "leden": names} for i, names in enumerate((("a", "b"), leden))]
    assert list(differing(Agendabestand.model_validate({"versie": 1, "opsommingen": lists}))) == []


def test_nothing_is_claimed_without_an_agenda(shipped: Dataset) -> None:
    assert list(claims(View(shipped), None)) == []
    assert list(differing(None)) == []
