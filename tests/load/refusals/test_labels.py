"""What was meant by labels, dates and signs: everything that fits, and never a choice."""

from __future__ import annotations

import pytest

from woonplan.load.refusals.labels import cents, dates, is_missing, labelled
from woonplan.model.statussen import Planstatus
from woonplan.model.vocabulary import Opdrachtgever, Plantype, Projectfase


@pytest.mark.parametrize(
    ("label", "statuses"),
    [
        ("1", "1A 1B 1C"),
        ("5", "5A 5B"),
        ("1a", "1A"),
        ("1A. Onherroepelijk", "1A"),
        ("1b Onherroepelijk uitwerking nodig", "1B"),
        ("1C onhr + wijzigingsbevoegdheid", "1C"),
        ("2C. Vastgesteld, wijzigingsbevoegdheid", "2C"),
        ("2c Vastgesteld B&W nodig", "2C"),
        ("3. In voorbereiding", "3"),
        ("3 plan/besluit in voorbereiding", "3"),
        ("4a Opgenomen in de visie", "4A"),
        ("4b Niet opgenomen in de visie", "4B"),
        ("4B. Idee", "4B"),
        ("Vastgesteld", "2A 2B 2C"),
        ("Onherroepelijk, uitwerkingsplicht", "1B"),
        ("Visie", "4A"),
        ("Status onbekend", "onbekend"),
        # The code and the words contradict each other.
        ("2A. Onherroepelijk", "1A 1B 1C 2A"),
        ("4A. Idee", "4A 4B"),
        ("1A, met uitwerkingsplicht", "1A"),
        ("gereed", ""),
        ("9Z", ""),
        ("x" * 300, ""),
    ],
)
def test_a_status(label: str, statuses: str) -> None:
    assert labelled(label, map(str, Planstatus)) == statuses.split()


@pytest.mark.parametrize(
    ("label", "kind", "value"),
    [
        ("7. Afgerond", Projectfase, "afgerond"),
        ("0. Studie", Projectfase, "studie"),
        ("Pand transformatie", Plantype, "pand_transformatie"),
        ("Uitbreiding-uitleg", Plantype, "uitbreiding_uitleg"),
        ("Woningcorporatie", Opdrachtgever, "woningcorporatie"),
        ("Verbouwing", Plantype, None),
    ],
)
def test_a_value_of_another_list(label: str, kind: type[Projectfase], value: str | None) -> None:
    assert labelled(label, map(str, kind)) == ([value] if value else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("31-12-2023", ["2023-12-31"]),
        ("1-7-2024", ["2024-07-01", "2024-01-07"]),
        ("7/7/2024", ["2024-07-07"]),
        ("2024/01/31", ["2024-01-31"]),
        ("2024-1-1", ["2024-01-01"]),
        ("2024-01-01 00:00:00", ["2024-01-01"]),
        ("20240131", ["2024-01-31"]),
        ("45292", ["2024-01-01"]),
        ("1 januari 2024", ["2024-01-01"]),
        ("3 mrt. 2024", ["2024-03-03"]),
        ("jan 2024", ["2024-01"]),
        ("ju 2024", []),
        ("31-2-2023", []),
        ("1-7-24", []),
        ("voorjaar", []),
        ("1" * 300, []),
    ],
)
def test_a_date(text: str, expected: list[str]) -> None:
    assert dates(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("€ 390.000", 39_000_000),
        ("879,66", 87_966),
        ("405.000,-", 40_500_000),
        ("EUR 12", 1_200),
        ("3.90", None),
        ("x", None),
    ],
)
def test_an_amount_in_euros(text: str, expected: int | None) -> None:
    assert cents(text) == expected


def test_signs_for_missing() -> None:
    assert all(map(is_missing, ["-", "?", ".", "x", "X", "n.v.t.", "NNB", " onbekend ", "\u2013"]))
    assert not any(map(is_missing, ["0", "a", "geen idee", "-1", "x" * 300]))
