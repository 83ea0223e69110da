"""One mistake in a small register, and the one finding that it gives."""

from __future__ import annotations

from tests.conftest import GEMEENTEN, Register

PLAN = "  - id: a\n    naam: A\n    gemeente: Aa\n"
"""A record: the head of the file is 5 lines, so it starts at line 6, and its keys at column 5."""

# Lines of GEMEENTEN: 3 bronnen, 5 opgaven, 10 tellingen, 12 uitspraken, 14 gemeenten, 15 Aa, 16 Bee.
BRON = "  - {id: nota, titel: Nota wonen, kort: Nota}\n"

TELLING = "      - {id: tien, van: 2020-01-01, tot: 2030-01-01, standaard: true}\n"

AMBITIE = "      - {id: ambitie, soort: ambitie, gebruikt: true, regio: Dal, woningen_min: 1000, woningen_max: 1200}\n"

BEE = "  - {naam: Bee, code: GM0002}\n"


def line(value: object) -> str | None:
    """The lines of a case as its name; nothing for what else is in it."""
    return value.replace("\n    ", "; ") if isinstance(value, str) and ":" in value else None


def one_in_a_plan(register: Register, lines: str, code: str, place: tuple[int, int], hint: str) -> None:
    loaded = register(f"{PLAN}    {lines}\n")
    assert loaded.dataset is None
    assert [f.code for f in loaded.findings] == [code]
    finding = loaded.findings[0]
    assert finding.place is not None
    assert (finding.place.line, finding.place.column) == place
    assert hint in finding.hint
    assert finding.message.startswith("plan 'a': ")
    assert "[type=" not in finding.message
    assert finding.excerpt.strip()


def one_in_gemeenten(register: Register, old: str, new: str, code: str, place: tuple[int, int], hint: str) -> None:
    assert GEMEENTEN.count(old) == 1
    loaded = register(gemeenten=GEMEENTEN.replace(old, new), kop="versie: 1\npeildatum: 2020\n")
    assert loaded.dataset is None
    findings = [f for f in loaded.findings if f.code != "WP102"]
    assert [f.code for f in findings] == [code]
    (finding,) = findings
    assert finding.place is not None
    assert (finding.place.line, finding.place.column) == place
    assert hint in finding.hint
