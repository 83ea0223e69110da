"""What is read although it is written otherwise, and what the reader refused already."""

from __future__ import annotations

import pytest

from tests.cli.process import python
from tests.conftest import GEMEENTEN, PLANNEN, Register
from tests.load.findings import PLAN
from woonplan.load.shape import sharing


@pytest.mark.parametrize(
    "lines", ["naam: 1960", "planstatus: 3", "planstatus: '3'", "bijgewerkt: 2024", "plaats: ~", "start:"]
)
def test_what_is_meant_well_is_read(register: Register, lines: str) -> None:
    record = "  - id: a\n    gemeente: Aa\n" + ("" if lines.startswith("naam") else "    naam: A\n")
    assert register(f"{record}    {lines}\n").findings == ()


@pytest.mark.parametrize(
    "record", ["  - id: a\n    naam: *x\n    gemeente: Aa\n", "  - *x\n", f"{PLAN}    oplevering: {{2024: *x}}\n"]
)
def test_a_reference_that_is_refused_is_not_called_empty_as_well(register: Register, record: str) -> None:
    assert [f.code for f in register(record).findings] == ["WP013"]


def test_what_is_empty_is_still_told_beside_a_reference(register: Register) -> None:
    loaded = register("  - id: a\n    naam: *x\n    gemeente: Aa\n  - {id: &b , naam: B, gemeente: Aa}\n")
    assert [f.code for f in loaded.findings] == ["WP013", "WP013", "WP106"]


def test_a_register_without_mistakes_loads_no_words_for_them() -> None:
    done = python(
        "import sys; from pathlib import Path; from woonplan.load import load; assert load(Path('data')).dataset; "
        "print(*(name for name in sys.modules if name.startswith('woonplan.load.refusals')))"
    )
    assert (done.returncode, done.stdout.split()) == (0, [])


def test_a_record_does_not_remember_which_keys_were_given(register: Register) -> None:
    # Pydantic keeps a set of them in every model: 130 MB of 50,000 plans, for nobody.
    plan = "  - {id: a, naam: A, gemeente: Aa, restant: 3, zorg: {onbekend: 3}, sleutelproject: {soort: radialen}}\n"
    loaded = register(plan + plan.replace("id: a", "id: b"))
    assert loaded.dataset is not None
    first, second = loaded.dataset.stand.plannen
    assert first.model_fields_set is second.model_fields_set
    assert first.zorg is not None
    assert first.zorg.model_fields_set is first.model_fields_set
    assert (first.restant, first.zorg.onbekend) == (3, 3)


def test_a_record_that_another_state_has_is_not_made_again(register: Register) -> None:
    plan = "  - {id: a, naam: A, gemeente: Aa, restant: 3, zorg: {onbekend: 3}}\n"
    old = register(plan + plan.replace("id: a", "id: b")).dataset
    assert old is not None
    with sharing({record.id: record for record in old.stand.plannen}):
        new = register(plan + plan.replace("id: a", "id: b").replace(": 3", ": 4")).dataset
    assert new is not None
    assert new.stand.plannen[0] is old.stand.plannen[0]
    assert [record.restant for record in new.stand.plannen] == [3, 4]
    again = register(plan).dataset
    assert again is not None
    assert again.stand.plannen[0] is not old.stand.plannen[0]


def test_a_block_that_is_not_indented_is_called_that(register: Register) -> None:
    text = (
        "  - id: a\n    naam: A\n    gemeente: Aa\n    restant: 100\n    oplevering:\n    2026: 40\n    2027-2028: 60\n"
        "  - id: b\n    naam: B\n    gemeente: Aa\n    restant: 3\n    "
        "betaalbaarheid:\n    sociale_huur: 3\n    kleur: rood\n"
    )
    found = [(f.code, f.place.line if f.place else 0, f.message) for f in register(text).findings]
    assert found == [
        ("WP113", 11, "plan 'a': '2026', '2027-2028' staan naast 'oplevering' en horen eronder"),
        ("WP113", 18, "plan 'b': 'sociale_huur' staat naast 'betaalbaarheid' en hoort eronder"),
        ("WP101", 19, "plan 'b': onbekende sleutel 'kleur'"),
    ]
    # In the head of a file too, where the block must be there; that it is empty is not said as well.
    (one,) = register(
        gemeenten=GEMEENTEN.replace("regio: {naam: Dal, provincie: Veld}", "regio:\nnaam: Dal\nprovincie: Veld"),
        kop=PLANNEN.rstrip() + " []\n",
    ).findings
    assert one.message == "'naam', 'provincie' staan naast 'regio' en horen eronder"
