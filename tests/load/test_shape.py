"""What is read although it is written otherwise, and what the reader refused already."""

from __future__ import annotations

import pytest

from tests.cli.process import python
from tests.conftest import Register
from tests.load.findings import PLAN


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
