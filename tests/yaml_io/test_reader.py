"""A record that is cut out of its file has the values, the findings and the places that it has in the whole."""

from __future__ import annotations

from collections.abc import Iterator
from unittest.mock import patch

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from woonplan.diagnostics import Diagnostic
from woonplan.yaml_io import RawFile, YamlDocument, parse
from woonplan.yaml_io import reader as module
from woonplan.yaml_io.text import decode
from woonplan.yaml_io.tree import Path, Value


def paths(value: Value, path: Path = ()) -> Iterator[Path]:
    yield path
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from paths(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from paths(inner, (*path, index))


def plain(value: Value) -> Value:
    """The value without the names of what was refused: in a record that is read again they begin at 1."""
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items() if not key.startswith("\0")}
    return [plain(inner) for inner in value] if isinstance(value, list) else value


def described(document: YamlDocument | None, findings: list[Diagnostic]) -> object:
    if document is None:
        return None, findings
    every = list(paths(plain(document.value)))
    return (
        plain(document.value),
        findings,
        document.hidden,
        document.refused,
        [(path, document.place(path), document.place(path, key=True), plain(document.at(path))) for path in every],
        [document.place((*path, "niet er")) for path in every],
    )


def both(text: str) -> YamlDocument | None:
    raw = RawFile("f", text, "")
    document, findings = parse(raw)
    with patch.object(module, "RECORD_LEVEL", 0):
        whole, found = parse(raw)
    assert whole is None or not whole.pieces.places
    assert described(document, findings) == described(whole, found)
    return document


RECORDS = [
    "- id: a\n  naam: Eén\n",
    "-   id: b\n    jaren: {2026: 4, onbekend: 5}\n",
    "-\n  id: c\n  tekst: |+\n    lang\n\n\n",
    '- "id": d # met een opmerking\n  lijst:\n  - x\n  - [y, {z: 1}]\n# los\n',
    "- {id: e, n: 1}\n",
    "- tekst\n",
    "- id: f\n  id: g\n  n: 1\n",
    "- id: &anker h\n  n: *anker\n",
    "- !tag {id: i}\n",
    "- ? id\n  : j\n",
    "- ? [id]\n  : k\n  <<: {a: 1}\n",
    '- "\\0001": l\n  <<: m\n  <<: n\n',
    "- id: 🏠🏠\n  naam: 'a\n\n    b'\n  n: 012\n",
    "- - id: o\n- null\n-\n",
    "- id: p\n  diep:\n    dieper: {n: [1, {m: 2}]}\n",
    "-\tid: q\n",
    "- id: r\n n: 1\n",
    "- id: s: t\n",
    "- id: !!str u\n  *x : v\n",
]
HEADS = ["versie: 1\nplannen:\n", "plannen:\n", "%TAG !e! tag:x,2000:\n---\nplannen:\n", "", "a: {b: 1}\nplannen: \n"]
TAILS = ["", "laatste: x\n", "andere:\n- id: z\n  n: 1\n", "---\nb: 1\n", "versie: 2\n", "...\n", "\tx: 1\n"]


@given(
    st.sampled_from(HEADS),
    st.lists(st.sampled_from(RECORDS), max_size=5),
    st.sampled_from(TAILS),
    st.sampled_from(["\n", "\r\n", "\r", "\u2028", "\x85"]),
    st.integers(0, 3),
)
@example(HEADS[0], RECORDS[:5], TAILS[2], "\r\n", 2)
@example(HEADS[2], ["- id: !e!x a\n"], TAILS[0], "\n", 0)
def test_records_read_the_same(head: str, records: list[str], tail: str, ends: str, indent: int) -> None:
    body = "".join(f"{' ' * indent}{line}\n" if line else "\n" for r in records for line in r.split("\n")[:-1])
    both((head + body + tail).replace("\n", ends))


@given(
    st.lists(st.sampled_from(RECORDS), min_size=1, max_size=3),
    st.lists(st.tuples(st.integers(0, 10**6), st.sampled_from("-:{}[]#&*!|>'\"\n\t ,?%x🏠\\")), max_size=3),
)
def test_damage_reads_the_same(records: list[str], damage: list[tuple[int, str]]) -> None:
    text = HEADS[0] + "".join(records) + TAILS[1]
    for at, character in damage:
        where = at % len(text)
        text = text[:where] + character + text[where + 1 :]
    both(text)


def test_a_list_in_the_place_of_a_key_does_not_stand_in_for_another() -> None:
    # Each of these lists is thrown away; a later one may get its place in memory.
    keys = "".join(f"? - id: k{i}\n    b: c\n: y\n? [x{i}]\n: 1\n" for i in range(20))
    document = both(keys + "plannen:\n- id: a\n  n: 1\n  l: [x]\n- id: b\n  m: 2\nlosser: [1, 2]\n")
    assert document is not None
    assert document.at(("plannen", 0, "n")) == 1
    assert document.at(("losser", 0)) == 1


@pytest.mark.parametrize("depth", range(58, 66))
def test_the_limit_on_nesting_is_the_same(depth: int) -> None:
    both("plannen:\n- id: a\n  diep: " + "[" * depth + "]" * depth + "\n")
    both("plannen:\n- id: a\n- b: " + "{a: " * depth + "1" + "}" * depth + "\n  c: &x 1\n")


def test_more_findings_than_are_listed_are_counted_the_same() -> None:
    twice = "".join("- id: a\n  id: b\n" for _ in range(700))
    thrice = "".join("- id: a\n  id: b\n  id: c\n  n: *x\n" for _ in range(400))
    both("plannen:\n" + twice + thrice)
    both("plannen:\n" + twice + thrice + "\tx")


def test_a_released_record_is_read_again_where_it_is_asked_for() -> None:
    document = both("versie: 1\nplannen:\n- id: a\n  n: 1\n- {id: b}\n-\n  id: c\n  lijst: [x, y]\n")
    assert document is not None
    assert list(document.released("plannen")) == [{"id": "a", "n": 1}, {"id": "b"}, {"id": "c", "lijst": ["x", "y"]}]
    # The record between braces keeps its place in the document; those around it were let go.
    assert document.value == {"versie": 1, "plannen": [None, {"id": "b"}, None]}
    assert document.at(("plannen", 2, "lijst", 1)) == "y"
    assert document.at(("plannen", 2)) == {"id": "c", "lijst": ["x", "y"]}
    assert str(document.place(("plannen", 2, "lijst", 1))) == "f:8:14"
    assert list(document.released("versie")) == []


@pytest.mark.parametrize("marks", [1, 2, 3])
def test_byte_order_marks_move_nothing(marks: int) -> None:
    raw = decode(("\ufeff" * marks + "plannen:\n  - id: a\n    n: 1\n  - id: b\n").encode(), "f")
    assert isinstance(raw, RawFile)
    document = both(raw.text)
    assert document is not None
    assert document.at(("plannen", 1)) == {"id": "b"}
    assert str(document.place(("plannen", 0, "n"))) == "f:3:8"
    assert str(document.place(("plannen",), key=True)) == "f:1:1"
