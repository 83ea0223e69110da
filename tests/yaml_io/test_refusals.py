"""What is refused has a place and words, and what a hostile file costs is bounded."""

from __future__ import annotations

import time

import pytest

from woonplan.diagnostics import Diagnostic
from woonplan.yaml_io import RawFile, YamlDocument, parse, reader, refusals
from woonplan.yaml_io.refusals import MAX_DEPTH, MAX_FINDINGS, MAX_ITEMS


def read(text: str) -> tuple[YamlDocument | None, list[Diagnostic]]:
    return parse(RawFile("f", text, ""))


def found(text: str) -> list[tuple[str, str]]:
    return [(f.code, str(f.place)) for f in read(text)[1]]


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("a: 1\na: 2\n", [("WP011", "f:2:1")]),
        ("a: {b: 1, c: 2, b: 3}\n", [("WP011", "f:1:17")]),
        ("a: &x 1\n", [("WP013", "f:1:4")]),
        ("a: &x [1]\nb: *x\n", [("WP013", "f:1:4"), ("WP013", "f:2:4")]),
        ("a: &x [*x]\n", [("WP013", "f:1:4"), ("WP013", "f:1:8")]),
        ("a: *nergens\n", [("WP013", "f:1:4")]),
        ("*a", [("WP013", "f:1:1")]),
        ("a: {b: 1}\n<<: {c: 2}\n", [("WP013", "f:2:1")]),
        ("a: !!python/object:os.system x\n", [("WP013", "f:1:4")]),
        ("a: !eigen x\n", [("WP013", "f:1:4")]),
        ("a: ! 12\n", [("WP013", "f:1:4")]),
        ("a: !!binary aGVp\n", [("WP013", "f:1:4")]),
        ("a: !lijst [x]\n", [("WP013", "f:1:4")]),
        ("a: 1\n---\nb: 2\n", [("WP014", "f:2:1")]),
        ("? [a, b]\n: 1\n", [("WP012", "f:1:3")]),
        ("", [("WP005", "f:1:1")]),
        ("# niets\n\n# meer niets\n", [("WP005", "f:1:1")]),
        ("---\n", [("WP005", "f:1:1")]),
        ("a: 'x\n", [("WP010", "f:1:4")]),
        ("a:\n\tb: 1\n", [("WP010", "f:2:1")]),
        ("é: é\nb: é\x07\n", [("WP010", "f:2:5")]),
    ],
)
def test_what_is_refused_has_a_place(text: str, findings: list[tuple[str, str]]) -> None:
    assert found(text) == findings


@pytest.mark.usefixtures("parser")
def test_the_first_of_two_values_stays_and_later_keys_keep_their_place() -> None:
    document, findings = read("a: 1\nb: 2\na: 3\n<<: {x: 1}\nc:\n  d: 4\n*z : 5\n? {q: 1}\n: 6\ne: 7\n")
    assert [f.code for f in findings] == ["WP011", "WP013", "WP013", "WP012"]
    assert document is not None
    assert document.refused
    assert document.at(("a",)) == 1
    places = {key: str(document.place(key, key=True)) for key in (("a",), ("b",), ("c",), ("c", "d"), ("e",))}
    assert places == {("a",): "f:1:1", ("b",): "f:2:1", ("c",): "f:5:1", ("c", "d"): "f:6:3", ("e",): "f:10:1"}
    assert str(document.place(("e",))) == "f:10:4"


@pytest.mark.usefixtures("parser")
def test_a_file_cannot_take_the_name_of_a_refused_entry() -> None:
    # The first refused entry would be stored under NUL and 1, the name that the file itself gives to its first key.
    document, findings = read('"\\01": x\n"\\02": y\nb: 1\nb: 2\nc: 3\n')
    assert [(f.code, str(f.place)) for f in findings] == [("WP011", "f:4:1")]
    assert document is not None
    assert document.at(("\x001",)) == "x"
    assert document.at(("\x002",)) == "y"
    assert str(document.place(("c",), key=True)) == "f:5:1"


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    ("text", "label"),
    [("a: !!int 3\n", "!!int"), ("a: !eigen x\n", "!eigen"), ("a: !!python/name:os.x ''\n", "!!python/name:os.x")],
)
def test_a_label_is_named_as_it_is_written(text: str, label: str) -> None:
    (finding,) = read(text)[1]
    assert finding.message == f"label '{label}' kan hier niet"


@pytest.mark.usefixtures("parser")
def test_depth_is_bounded() -> None:
    inside = MAX_DEPTH - 1
    assert found("a: " + "[" * inside + "]" * inside) == []
    ((code, _),) = found("a: " + "[" * (inside + 1) + "]" * (inside + 1))
    assert code == "WP015"


@pytest.mark.parametrize("text", ["[" * 100_000, "{a: " * 100_000, "- " * 100_000, "[" * 500])
def test_deep_nesting_ends_quickly(text: str) -> None:
    start = time.process_time()
    document, findings = read(text)
    assert document is None
    assert [f.code for f in findings][-1] in ("WP015", "WP010")
    assert "niveaus" in findings[-1].message
    assert time.process_time() - start < 10


def test_findings_are_bounded_and_the_rest_is_counted() -> None:
    start = time.process_time()
    distinct = "".join(f"k{i}: 1\n" for i in range(100_000))
    document, findings = read(distinct + distinct)
    assert document is not None
    assert len(findings) == MAX_FINDINGS
    assert document.hidden == 100_000 - MAX_FINDINGS
    assert time.process_time() - start < 20


FEW = 500
TOO_MUCH = {
    "list": "plannen:\n- id: a\n  l: [" + "a," * FEW + "a]\n",
    "braces": "plannen:\n" + "- {}\n" * (FEW + 1),
    "blocks": "plannen:\n" + "- a: 1\n" * (FEW + 1),
    "inside": "plannen:\n- a: 1\n" + "".join(f"  b{i}: [x, {{c: 1}}]\n" for i in range(FEW)),
    "top": "l: [" + "a," * FEW + "a]\n",
    "keys": "".join(f"k{i}: 1\n" for i in range(FEW + 2)),
    "keys of a record": "plannen:\n- a: 1\n" + "".join(f"  k{i}: 1\n" for i in range(FEW + 1)),
    "twice": "plannen:\n- a: 1\n" + "  a: 1\n" * (FEW + 1),
}


@pytest.mark.parametrize("text", TOO_MUCH.values(), ids=TOO_MUCH)
def test_what_holds_more_than_any_register_is_not_read_to_its_end(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for limited in (reader, refusals):
        monkeypatch.setattr(limited, "MAX_ITEMS", FEW)
    document, findings = parse(RawFile("f", text, ""))
    assert document is None
    assert findings[-1].code == "WP003"
    assert "meer dan 500 blokken" in findings[-1].message
    place = findings[-1].place
    assert place is not None
    assert (place.line, place.column) > (1, 1)


def test_the_limit_is_that_of_no_register() -> None:
    text = "plannen:\n- id: a\n  l: [" + "a," * MAX_ITEMS + "a]\n"
    document, findings = parse(RawFile("f", text, ""))
    assert document is None
    assert [f.code for f in findings] == ["WP003"]
    assert "1.000.000" in findings[0].message
