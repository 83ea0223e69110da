"""Names of another year, and municipalities whose begin and end cannot be."""

from __future__ import annotations

import pytest

from tests.conftest import GEMEENTEN, Register
from tests.load.findings import BEE
from woonplan.calc.gap.groups import grouped
from woonplan.calc.question import By
from woonplan.calc.view import View
from woonplan.diagnostics import Severity
from woonplan.load import Loaded

TIMES = (
    "  - {naam: Oud, code: GM0011, tot: 2021-01-01, opgegaan_in: [Bee]}\n"
    "  - {naam: Gedeeld, code: GM0012, tot: 2021-01-01, opgegaan_in: [Aa, Bee, Elders]}\n"
    "  - {naam: Weg, code: GM0013, tot: 2021-01-01}\n"
    "  - {naam: Buiten, code: GM0014, tot: 2021-01-01, opgegaan_in: [Elders]}\n"
    "  - {naam: Nieuw, code: GM0015, van: 2022-01-01}\n"
    "  - {naam: Eerder, code: GM0016, tot: 2022-01-01, opgegaan_in: [Nieuw]}\n"
)


def named(register: Register, name: str, peildatum: str = "2021-01-01") -> Loaded:
    text = GEMEENTEN.replace(BEE, BEE + TIMES)
    return register(
        f"  - {{id: a, naam: A, gemeente: {name}, restant: 3}}\n",
        gemeenten=text,
        kop=f"versie: 1\npeildatum: {peildatum}\nbron: nota\nplannen:\n",
    )


@pytest.mark.parametrize(
    ("name", "peildatum", "message", "hint"),
    [
        (
            "Gedeeld",
            "2021-01-01",
            "is op 1-1-2021 verdeeld over Aa, Bee en Elders",
            "Ligt het plan in Aa, Bee of Elders?",
        ),
        ("GM0013", "2021-06-01", "bestaat sinds 1-1-2021 niet meer", "opgegaan_in"),
        ("Buiten", "2021", "opgegaan in Elders, die niet in gemeenten.yaml staat", "Zet die gemeente"),
        ("Nieuw", "2021-12-31", "bestaat pas sinds 1-1-2022, na de peildatum", "Noem de gemeente van toen: Eerder."),
    ],
)
def test_a_municipality_that_is_not_there_is_an_error_that_names_the_candidates(
    register: Register, name: str, peildatum: str, message: str, hint: str
) -> None:
    (finding,) = named(register, name, peildatum).findings
    assert (finding.code, finding.severity) == ("WP223", Severity.FOUT)
    assert message in finding.message
    assert hint in finding.hint


@pytest.mark.parametrize(
    ("name", "peildatum", "now"),
    [
        ("Oud", "2020-12-31", "Oud"),
        ("Oud", "2021-01-01", "Bee"),
        ("gm0011", "2021-01-01", "Bee"),
        ("Gedeeld", "2020", "Gedeeld"),
        ("Eerder", "2022", "Nieuw"),
    ],
)
def test_a_name_is_that_of_the_reference_date(register: Register, name: str, peildatum: str, now: str) -> None:
    loaded = named(register, name, peildatum)
    assert loaded.findings == ()
    assert loaded.dataset is not None
    assert loaded.dataset.gemeenten_of(loaded.dataset.stand.plannen[0]) == (now,)
    assert now in [gemeente.naam for gemeente in loaded.dataset.gemeenten]


def test_the_municipalities_are_those_of_the_reference_date(register: Register) -> None:
    for peildatum, expected in (
        ("2020", ["Aa", "Bee", "Oud", "Gedeeld", "Weg", "Buiten", "Eerder"]),
        ("2021-12-31", ["Aa", "Bee", "Eerder"]),
        ("2022-01-01", ["Aa", "Bee", "Nieuw"]),
    ):
        dataset = named(register, "Aa", peildatum).dataset
        assert dataset is not None
        assert [gemeente.naam for gemeente in dataset.gemeenten] == expected


def test_two_names_that_are_one_by_now_are_one_place_with_their_shares_together(register: Register) -> None:
    where = "gemeenten: [Aa, Oud, Bee], planstatus: hard"
    whole = f"  - {{id: a, naam: A, soort: verzamelpost, {where}, restant: 9, verdeling: {{Aa: 2, Oud: 3, Bee: 4}}}}\n"
    # In Bee there is room for 3 + 4 homes of parts, and not for 8.
    for homes, codes in ((7, []), (8, ["WP319"])):
        part = f"  - {{id: b, naam: B, gemeente: Oud, planstatus: hard, restant: {homes}, onderdeel_van: a}}\n"
        loaded = register(
            whole + part,
            gemeenten=GEMEENTEN.replace(BEE, BEE + TIMES),
            kop="versie: 1\npeildatum: 2021-01-01\nbron: nota\nplannen:\n",
        )
        assert [finding.code for finding in loaded.findings] == codes
        if loaded.dataset is not None:
            groups = grouped(View(loaded.dataset), By.GEMEENTE).groups
            hard = {group.key: group.sums.hard.low.bounds for group in groups if group.sums.hard.low.known}
            assert hard == {"Aa": (2, 2, False), "Bee": (7, 7, False)}


def test_a_former_name_that_only_the_country_knows_is_a_warning(register: Register) -> None:
    text = GEMEENTEN.replace(BEE, "  - {naam: Purmerend, code: GM0439}\n")
    loaded = register("  - {id: a, naam: A, gemeente: Beemster, restant: 3}\n", gemeenten=text)
    (finding,) = loaded.findings
    assert (finding.code, finding.severity) == ("WP223", Severity.WAARSCHUWING)
    assert finding.message == ("plan 'a': gemeente 'Beemster' is op 1-1-2022 opgegaan in Purmerend; het plan telt daar")
    assert loaded.dataset is not None
    assert loaded.dataset.gemeenten_of(loaded.dataset.stand.plannen[0]) == ("Purmerend",)


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("Beemster", "Beemster is op 1-1-2022 opgegaan in Purmerend (GM0439). Noem de gemeente van nu."),
        ("GM0788", "Haaren is op 1-1-2021 verdeeld over Boxtel (GM0757), Oisterwijk (GM0824), "),
    ],
)
def test_one_that_became_part_of_others_is_told_in_the_hint(register: Register, name: str, hint: str) -> None:
    (finding,) = register(f"  - {{id: a, naam: A, gemeente: {name}}}\n").findings
    assert finding.code == "WP201"
    assert finding.hint.startswith(hint)


@pytest.mark.parametrize(
    ("line", "column", "message"),
    [
        ("{naam: Bee, code: GM0002, opgegaan_in: [Aa]}", 31, "'opgegaan_in' zonder 'tot'"),
        ("{naam: Bee, code: GM0002, van: 2021, tot: 2021-01-01}", 47, "is niet na 'van' (2021)"),
        ("{naam: Bee, code: GM0002, tot: 2021, opgegaan_in: [Bee]}", 56, "'Bee' bestaat niet op 2021"),
    ],
)
def test_a_begin_and_an_end_that_cannot_be(register: Register, line: str, column: int, message: str) -> None:
    text = GEMEENTEN.replace(BEE, f"  - {line}\n")
    (finding,) = [f for f in register(gemeenten=text).findings if f.code == "WP224"]
    assert finding.place is not None
    assert (finding.place.line, finding.place.column) == (16, column)
    assert message in finding.message
