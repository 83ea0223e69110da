"""Records as text: whatever is in them reads back as itself, and one record is the same text every time."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from woonplan.yaml_io import RawFile, parse
from woonplan.yaml_io.record import record_text, scalar

TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=40)
WORDS = st.sampled_from(
    ["", " ", "yes", "No", "null", "~", "012", "1960", "1e3", "0x1f", "1:30", "- a", "a: b", "a #b", "#", "'t Hof",
     "a  b",
     "a ", "2026-01-01", "2A", "3", "[x]", "{", "*a", "&b", "!c", "|", ">", "%", "@", "`", "?", ",", "a,b", "é",
     "a\nb", "\t", "\x85"]
)  # fmt: skip
VALUES = st.one_of(TEXT, WORDS, st.integers(0, 10**7), st.booleans())
KEYS = st.sampled_from(["naam", "opmerkingen", "woningen", "2026", "2025-2029", "onbekend", "telt_mee"])


def back(text: str) -> Any:
    document, findings = parse(RawFile("x", f"plannen:\n{text}", ""))
    assert findings == []
    assert document is not None
    return document.at(("plannen", 0))


BLOCKS = st.one_of(VALUES, st.lists(TEXT, min_size=1, max_size=3), st.dictionaries(KEYS, VALUES, min_size=1))


@given(st.dictionaries(KEYS, BLOCKS, min_size=1))
def test_what_is_written_is_what_is_read(data: dict[str, Any]) -> None:
    text = record_text({"id": "a", **data}, 2)
    assert text.startswith("  - id: a\n")
    assert back(text) == {"id": "a", **{key: _text(value) for key, value in data.items()}}
    # Every value stands on its own line, so that lines can be moved and replaced.
    assert all(line.startswith("  ") for line in text.splitlines())


def _text(value: Any) -> Any:
    """Whole numbers in text are read as numbers, which the models turn back into text."""
    if isinstance(value, dict):
        return {key: _text(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_text(item) for item in value]
    read = back(f"  - {scalar(value)}\n") if isinstance(value, str) else value
    assert str(read) == str(value) or read == value
    return read


@pytest.mark.parametrize(
    "text", ["Hof", "'t Hof", "Hof 3, fase 2 (noord)", "Kruis/Weg", "2A", "2026-01-05", "A & B", "yes", "012"]
)
def test_other_readers_agree_on_what_is_text(text: str) -> None:
    loaded = yaml.safe_load(f"k: {scalar(text)}")["k"]
    assert str(loaded) == text


def test_plain_words_stand_without_quotation_marks() -> None:
    assert scalar("blad Plannen, rij 3") == "blad Plannen, rij 3"
    assert scalar("2A") == "2A"
    assert scalar("3") == '"3"'
    assert scalar("a\nb") == '"a\\nb"'
    assert scalar(None) == "null"
    assert record_text({"id": "a", "x": {}}, 0) == "- id: a\n  x: {}\n"
