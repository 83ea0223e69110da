"""Every key and value has a place: line and column from 1, in characters. What is said of a file that breaks off."""

from __future__ import annotations

import gc

import pytest

from woonplan.diagnostics import Diagnostic, Place
from woonplan.yaml_io import RawFile, YamlDocument, parse
from woonplan.yaml_io.refusals import MAX_FINDINGS
from woonplan.yaml_io.tree import Path


def parsed(text: str) -> tuple[YamlDocument | None, list[Diagnostic]]:
    return parse(RawFile("f", text, ""))


def read(text: str) -> YamlDocument:
    document, findings = parsed(text)
    assert findings == []
    assert document is not None
    return document


TEXT = """\
versie: 1
plannen:
  - id: a
    naam: "één"
    oplevering: {2026: 4, 2027-2029: 5}
  - {id: b, locaties: [één, twee]}
  -
    id: c
    naam: >-
      lang
laatste: x
"""

PLACES = [
    (("versie",), (1, 1), (1, 9)),
    (("plannen",), (2, 1), (3, 3)),
    (("plannen", 0), None, (3, 5)),
    (("plannen", 0, "id"), (3, 5), (3, 9)),
    (("plannen", 0, "naam"), (4, 5), (4, 11)),
    (("plannen", 0, "oplevering"), (5, 5), (5, 17)),
    (("plannen", 0, "oplevering", "2027-2029"), (5, 27), (5, 38)),
    (("plannen", 1), None, (6, 5)),
    (("plannen", 1, "locaties"), (6, 13), (6, 23)),
    (("plannen", 1, "locaties", 1), None, (6, 29)),  # 'é' is one character
    (("plannen", 2, "id"), (8, 5), (8, 9)),
    (("plannen", 2, "naam"), (9, 5), (9, 11)),
    (("laatste",), (11, 1), (11, 10)),
]


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(("path", "key", "value"), PLACES, ids=[str(p[0]) for p in PLACES])
def test_places(path: Path, key: tuple[int, int] | None, value: tuple[int, int], ends: str) -> None:
    document = read(TEXT.replace("\n", ends))
    assert document.place(path) == Place("f", *value)
    assert document.place(path, key=True) == Place("f", *(key or value))


def test_a_missing_path_gives_the_nearest_parent() -> None:
    document = read(TEXT)
    assert document.place(("plannen", 0, "regio")) == Place("f", 3, 5)
    assert document.place(("plannen", 9)) == Place("f", 3, 3)
    assert document.place(("plannen", 9), key=True) == Place("f", 2, 1)
    assert document.place(("niets",)) == Place("f", 1, 1)
    assert document.at(("plannen", 0, "regio")) is None
    assert document.at(("versie", "niets")) is None


def test_characters_outside_the_first_plane_count_as_one() -> None:
    document = read('{"🏠🏠": 1, b: 2}\n')
    assert document.place(("b",), key=True) == Place("f", 1, 11)


@pytest.mark.parametrize("count", [3, 64, 65, 5000])
def test_places_in_small_and_large_mappings(count: int) -> None:
    document = read("".join(f"k{i}: {i}\n" for i in range(count)))
    for number in (0, count // 2, count - 1):
        assert document.place((f"k{number}",), key=True) == Place("f", number + 1, 1)


# All that was found before, the reason, and the lines.


def test_a_syntax_error_after_too_many_findings_is_still_told() -> None:
    document, findings = parsed("a: 1\n" * (MAX_FINDINGS + 11) + "b: 'x\n")
    assert document is None
    # MAX_FINDINGS + 11 keys give one less doubles; the limit is listed, so 10 are not.
    assert [f.code for f in findings[MAX_FINDINGS:]] == ["WP198", "WP010"]
    assert findings[MAX_FINDINGS].message == "nog 10 bevindingen niet getoond"


def test_the_collector_is_on_again_afterwards() -> None:
    parsed("a: 'x\n")
    assert gc.isenabled()


@pytest.mark.usefixtures("parser")
def test_what_cannot_be_read_comes_with_its_lines() -> None:
    # The doubled key is found before the reader stumbles; of neither there is a document to ask for the line.
    _, findings = parsed("a: 1\na: 2\nb:\n\tc: 1\n")
    assert [(f.code, f.excerpt) for f in findings] == [("WP011", "a: 2"), ("WP010", "\tc: 1")]
    _, findings = parsed("a:\n  b: " + "[" * 80)
    assert [(f.code, f.excerpt) for f in findings] == [("WP015", "  b: " + "[" * 80)]
