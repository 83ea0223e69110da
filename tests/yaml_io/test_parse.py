"""YAML to values: what is read, what is refused, and where."""

from __future__ import annotations

import sys
import time

import pytest

from woonplan.diagnostics import Diagnostic
from woonplan.yaml_io import RawFile, YamlDocument, parse
from woonplan.yaml_io.refusals import MAX_DEPTH, MAX_FINDINGS


def read(text: str) -> tuple[YamlDocument | None, list[Diagnostic]]:
    return parse(RawFile("f", text, ""))


def value(text: str) -> object:
    document, findings = read(text)
    assert findings == []
    assert document is not None
    return document.value


def found(text: str) -> list[tuple[str, str]]:
    return [(f.code, str(f.place)) for f in read(text)[1]]


@pytest.fixture(params=["libyaml", "python"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both parsers: libyaml's, and Python's own where PyYAML was built without it."""
    if request.param == "python":
        monkeypatch.setattr(sys.modules["woonplan.yaml_io.dialect"], "_Parser", None)
    return str(request.param)


def test_the_c_parser_is_the_one_in_use() -> None:
    import yaml

    module = sys.modules["woonplan.yaml_io.dialect"]
    assert yaml.__with_libyaml__
    assert module._Parser is yaml.cyaml.CParser  # type: ignore[attr-defined]


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("30", 30),
        ("-3", -3),
        ("0", 0),
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("'30'", "30"),
        ('"true"', "true"),
        ("'~'", "~"),
        ("''", ""),
        ("yes", "yes"),
        ("True", "True"),
        ("2.000", "2.000"),
        ("012", "012"),
        ("-0", 0),
        ("1_000", "1_000"),
        ("1:30", "1:30"),
        ("1e3", "1e3"),
        ("0x10", "0x10"),
        ("2020-01-01", "2020-01-01"),
        ("123456789012345678", 123456789012345678),
        ("1234567890123456789", "1234567890123456789"),
        ("|-\n  een\n  twee", "een\ntwee"),
        (">-\n  een\n  twee", "een twee"),
        ("[1, a]", [1, "a"]),
        ("{x: 1}", {"x": 1}),
        ("[]", []),
    ],
)
def test_scalars(text: str, meaning: object) -> None:
    result = value(f"a: {text}\n")
    assert result == {"a": meaning}
    assert type(result["a"]) is type(meaning)


@pytest.mark.usefixtures("parser")
def test_keys_are_always_text() -> None:
    assert value("2026: 40\ntrue: 1\n~: 2\n") == {"2026": 40, "true": 1, "~": 2}


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
def test_a_tab_is_named() -> None:
    (finding,) = read("a:\n\t- b\n")[1]
    assert finding.message.startswith("hier staat een tab")
    assert finding.hint == "Vervang tabs door spaties."


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    "text", ["a: [1, 2", "a: {b: 1", "a: b: c\n", "a: 1\n b: 2\n", "- a\nb: 1\n", "a: @x\n", "a: 'x", "a: %x\n", '"""']
)
def test_no_english_in_what_the_parser_says(text: str) -> None:
    (finding,) = read(text)[1]
    assert finding.code == "WP010"
    for word in ("found", "expected", "while", "mapping", "token"):
        assert word not in finding.message


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
def test_depth_is_bounded() -> None:
    inside = MAX_DEPTH - 1
    assert found("a: " + "[" * inside + "]" * inside) == []
    ((code, _),) = found("a: " + "[" * (inside + 1) + "]" * (inside + 1))
    assert code == "WP015"


@pytest.mark.parametrize("text", ["[" * 100_000, "{a: " * 100_000, "- " * 100_000, "[" * 500])
def test_deep_nesting_ends_quickly(text: str) -> None:
    start = time.monotonic()
    document, findings = read(text)
    assert document is None
    assert [f.code for f in findings][-1] in ("WP015", "WP010")
    assert "niveaus" in findings[-1].message
    assert time.monotonic() - start < 10


def test_findings_are_bounded_and_the_rest_is_counted() -> None:
    start = time.monotonic()
    distinct = "".join(f"k{i}: 1\n" for i in range(100_000))
    document, findings = read(distinct + distinct)
    assert document is not None
    assert len(findings) == MAX_FINDINGS
    assert document.hidden == 100_000 - MAX_FINDINGS
    assert time.monotonic() - start < 20


def test_a_syntax_error_after_too_many_findings_is_still_told() -> None:
    document, findings = read("a: 1\n" * (MAX_FINDINGS + 11) + "b: 'x\n")
    assert document is None
    # MAX_FINDINGS + 11 keys give one less doubles; the limit is listed, so 10 are not.
    assert [f.code for f in findings[MAX_FINDINGS:]] == ["WP198", "WP010"]
    assert findings[MAX_FINDINGS].message == "nog 10 bevindingen niet getoond"


def test_the_collector_is_on_again_afterwards() -> None:
    import gc

    read("a: 'x\n")
    assert gc.isenabled()


@pytest.mark.usefixtures("parser")
def test_what_cannot_be_read_comes_with_its_lines() -> None:
    # The doubled key is found before the reader stumbles; of neither there is a document to ask for the line.
    _, findings = read("a: 1\na: 2\nb:\n\tc: 1\n")
    assert [(f.code, f.excerpt) for f in findings] == [("WP011", "a: 2"), ("WP010", "\tc: 1")]
    _, findings = read("a:\n  b: " + "[" * 80)
    assert [(f.code, f.excerpt) for f in findings] == [("WP015", "  b: " + "[" * 80)]


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    ("text", "label"),
    [("a: !!int 3\n", "!!int"), ("a: !eigen x\n", "!eigen"), ("a: !!python/name:os.x ''\n", "!!python/name:os.x")],
)
def test_a_label_is_named_as_it_is_written(text: str, label: str) -> None:
    (finding,) = read(text)[1]
    assert finding.message == f"label '{label}' kan hier niet"
