"""What was delivered since the start of the period, from the stock figures."""

from __future__ import annotations

import pytest

from tests.conftest import Register
from woonplan.calc.gap.balance import balance
from woonplan.calc.number.figure import Figure
from woonplan.calc.question import Question
from woonplan.calc.view import View
from woonplan.model.dataset import Dataset
from woonplan.model.number import Bound

YEAR = (
    "      {0}: {{beginstand: {1}, nieuwbouw: {2}, overige_toevoeging: 0, sloop: 0, overige_onttrekking: 0, "
    "correctie: 0, saldo: {2}, eindstand: {3}}}\n"
)


def stock(**years: int) -> str:
    text, homes = "", 100
    for year, net in years.items():
        text += YEAR.format(year[1:], homes, net, homes + net)
        homes += net
    return text


def gemeenten(van: str = "2020-01-01", tot: str = "2024-01-01") -> str:
    return (
        "versie: 1\nregio: {naam: Dal, provincie: Veld}\n"
        "bronnen:\n  - {id: nota, titel: Nota}\n  - {id: cbs, titel: Voorraad}\n"
        "opgaven:\n  - id: nota\n    naam: Nota\n    standaard: true\n    bron: nota\n    tellingen:\n"
        f"      - {{id: eerste, van: {van}, tot: {tot}, standaard: true}}\n"
        "      - {id: later, van: 2022-01-01, tot: 2024-01-01}\n"
        "    uitspraken:\n      - {id: doel, soort: ambitie, gebruikt: true, regio: Dal, woningen: 50}\n"
        "voorraadbron: {bron: cbs, vindplaats: kolom saldo}\n"
        "gemeenten:\n"
        "  - naam: Aa\n    code: GM0001\n    voorraad:\n" + stock(y2020=10, y2021=11, y2022=12, y2023=13, y2024=14)
        # Bee has no figure for 2021.
        + "  - naam: Bee\n    code: GM0002\n    voorraad:\n" + stock(y2020=1, y2022=3, y2023=4)
    )  # fmt: skip


def done(register: Register, peildatum: str, *, telling: str | None = None, **period: str) -> Figure | None:
    kop = f"versie: 1\npeildatum: {peildatum}\nbron: nota\nsoort_aantal: bruto\nplannen:\n"
    plan = "  - {id: p, naam: P, gemeente: Aa, planstatus: 1A, restant: 5}\n"
    loaded = register(plan, gemeenten=gemeenten(**period), kop=kop)
    assert loaded.dataset is not None
    return balance(View(loaded.dataset, Question(telling=telling))).gerealiseerd


def number(figure: Figure | None) -> tuple[Bound | None, int] | None:
    if figure is None:
        return None
    assert figure.low is figure.high
    assert figure.low.low == figure.low.high
    return figure.low.low, figure.low.unknown


@pytest.mark.parametrize(
    ("peildatum", "expected"),
    [
        # No time has passed: nothing to add, which is not 0 and not unknown.
        ("2019-06-01", None),
        ("2020-01-01", None),
        ("2020", None),
        # Whole years: Aa 10 and Bee 1; then Aa 11, and Bee unknown in 2021; then 12 + 3.
        ("2021-01-01", (11, 0)),
        ("2022-01-01", (22, 1)),
        ("2023-01-01", (37, 1)),
        # A month and a year are read as their first day.
        ("2021", (11, 0)),
        ("2021-01", (11, 0)),
        # A part of a year is one more unknown, also when it is the only one.
        ("2020-07-01", (0, 1)),
        ("2021-07", (11, 1)),
        ("2022-12-31", (22, 2)),
        # The period ends on 1-1-2024: 2020 to 2023, and nothing of 2024 (14 in Aa).
        ("2024-01-01", (54, 1)),
        ("2025-06-01", (54, 1)),
    ],
)
def test_delivered(register: Register, peildatum: str, expected: tuple[int, int] | None) -> None:
    assert number(done(register, peildatum)) == expected


def test_a_part_of_a_year_alone_is_unknown(register: Register) -> None:
    figure = done(register, "2020-07-01")
    assert figure is not None
    assert figure.low.blank


def test_a_later_reading_counts_from_its_own_start(register: Register) -> None:
    figure = done(register, "2023-01-01", telling="later")
    assert number(figure) == (15, 0)  # 12 + 3 in 2022; the gap of 2021 is outside
    assert figure is not None
    assert figure.label == "opgeleverd sinds 1-1-2022 (netto)"
    assert done(register, "2022-01-01", telling="later") is None


def test_a_period_that_starts_halfway_a_year(register: Register) -> None:
    # 1-7-2020 to 1-1-2021 is a part of a year; 2021 is whole: 11 in Aa, unknown in Bee.
    figure = done(register, "2022-01-01", van="2020-07-01")
    assert number(figure) == (11, 2)
    assert figure is not None
    assert figure.label == "opgeleverd sinds 1-7-2020 (netto)"
    assert number(done(register, "2020-10-01", van="2020-07-01")) == (0, 1)


def test_a_period_that_ends_halfway_a_year(register: Register) -> None:
    # 2020, and half of 2021 of which nobody knows.
    assert number(done(register, "2023-01-01", tot="2021-07-01")) == (11, 1)


def test_every_year_names_its_source(register: Register) -> None:
    figure = done(register, "2022-01-01")
    assert figure is not None
    named = {part.label: part.origin for part in figure.parts}
    assert list(named) == ["Aa, 2020", "Aa, 2021", "Bee, 2020", "Bee, 2021"]
    origin = named["Aa, 2021"]
    assert origin is not None
    assert (origin.source.bron, origin.source.vindplaats) == ("cbs", "kolom saldo")
    assert origin.path == ("gemeenten", 0, "voorraad", "2021", "saldo")


def test_a_later_period_of_the_shipped_stock(shipped_2021: Dataset) -> None:
    # The state is of before the deal begins.
    assert balance(View(shipped_2021, Question(opgave="woondeal"))).gerealiseerd is None
