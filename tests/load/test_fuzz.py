"""Whatever the bytes: never an exception, always a dataset or a finding that says why there is none."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import GEMEENTEN, PLANNEN
from woonplan.load import Loaded, load
from woonplan.render.findings.text import render_findings
from woonplan.yaml_io import RawFile, parse
from woonplan.yaml_io.text import decode

PLANS = """\
  - {id: s, naam: S, soort: verzamelpost, regio: Dal, planstatus: hard, restant: 100, precisie: circa}
  - id: a
    naam: A
    gemeenten: [Aa, Bee]
    verdeling: {Aa: 10, Bee: 20}
    planstatus: 1A
    onderdeel_van: s
    woningen: 40
    gerealiseerd: 10
    oplevering: {2026: 10, 2027-2029: 15, onbekend: 5}
    woningtype: {eengezins: 20, meergezins: 20}
    sleutelproject: {soort: stedelijk, doel: versnelling}
controle:
  - {id: som, klassen: [hard], woningen: 100, tolerantie: 2}
"""
DEFINITION = "statusdefinities:\n  - {id: d, naam: D, hard: [1A], zacht: [3], telt_niet: [5A]}\n"

# Signs and words that mean something to YAML or to the register, besides any text at all.
pieces = st.one_of(
    st.sampled_from(
        [
            *(
                ":",
                ": ",
                "- ",
                "[",
                "]",
                "{",
                "}",
                ",",
                "'",
                '"',
                "\n",
                "\n  ",
                "\t",
                "#",
                "&a",
                "*a",
                "<<: ",
                "!!x",
                "? ",
            ),
            *("|", "---\n", "...\n", "%", "@", "~", "0", "-1", "2.000", "true", "1e9", "\\", "\x00", "\ufeff", "\x85"),
            *(
                "\u2028",
                "versie: 1",
                "plannen",
                "gemeenten",
                "id",
                "naam",
                "Aa",
                "nota",
                "hard",
                "1A",
                "2020",
                "[[[[",
                "{{",
            ),
        ]
    ),
    st.text(max_size=5),
)
anything = st.lists(pieces, max_size=25).map("".join)


def read(gemeenten: bytes, plannen: bytes) -> Loaded:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "gemeenten.yaml").write_bytes(gemeenten)
        (folder / "plannen.yaml").write_bytes(plannen)
        loaded = load(folder)
    assert isinstance(loaded, Loaded)
    assert (loaded.dataset is not None) == (not loaded.errors)
    assert all(f.message.isprintable() and f.hint.isprintable() for f in loaded.findings)
    assert all(len(f.message) < 700 and len(f.hint) < 1500 for f in loaded.findings)
    assert all(f.place is not None and f.place.file for f in loaded.findings)
    assert render_findings(loaded.findings)
    return loaded


def test_the_register_that_is_damaged_here_is_good() -> None:
    assert read((GEMEENTEN + DEFINITION).encode(), (PLANNEN + PLANS).encode()).findings == ()


@given(st.binary(max_size=200))
def test_bytes(data: bytes) -> None:
    raw = decode(data, "f")
    if isinstance(raw, RawFile):
        document, findings = parse(raw)
        assert document is not None or findings


@given(anything)
def test_text(text: str) -> None:
    raw = decode(text.encode("utf-8", "surrogatepass"), "f")
    if isinstance(raw, RawFile):
        document, findings = parse(raw)
        assert document is not None or findings
        assert all(f.place is not None and f.place.line >= 1 for f in findings)


@given(st.one_of(st.binary(max_size=100), anything.map(lambda t: t.encode("utf-8", "surrogatepass"))), st.booleans())
def test_any_file_in_place_of_a_good_one(data: bytes, first: bool) -> None:
    good = GEMEENTEN.encode(), PLANNEN.encode()
    read(*((data, good[1]) if first else (good[0], data)))


@st.composite
def damaged(draw: st.DrawFn, text: str) -> bytes:
    """A good file with one to four edits: something deleted, put in, or moved."""
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 12)))
        put = draw(st.one_of(pieces, st.just(""), st.just(text[max(0, start - 40) : start])))
        text = text[:start] + put + text[end:]
    return text.encode("utf-8", "surrogatepass")


@given(damaged(GEMEENTEN + DEFINITION))
def test_a_damaged_gemeenten_file(data: bytes) -> None:
    read(data, (PLANNEN + PLANS).encode())


@given(damaged(PLANNEN + PLANS))
def test_a_damaged_plan_file(data: bytes) -> None:
    read((GEMEENTEN + DEFINITION).encode(), data)


# Values of the wrong kind in every place of a register.
values = st.sampled_from(
    [
        "~",
        "true",
        "-1",
        "0",
        "99999999",
        "2.000",
        "''",
        "x",
        "[]",
        "{}",
        "[1]",
        "{a: b}",
        "1A",
        "hard",
        "'\\e'",
        '"\\e"',
    ]
)


@given(st.integers(0, 200), values, st.integers(0, 200), values)
def test_values_of_another_kind(first: int, one: str, second: int, other: str) -> None:
    import re

    texts = [GEMEENTEN + DEFINITION, PLANNEN + PLANS]
    for number, value in ((first, one), (second, other)):
        at = number % 2
        spots = [m.span(1) for m in re.finditer(r"[a-z_0-9]: ?([^\n,{}\[\]]+|\[[^\n\]]*\]|\{[^\n{}]*\})", texts[at])]
        start, end = spots[number // 2 % len(spots)]
        texts[at] = texts[at][:start] + value + texts[at][end:]
    read(texts[0].encode(), texts[1].encode())
