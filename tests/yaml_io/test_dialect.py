"""What words mean; and data to text and back gives the same data: made-up values and registers, the shipped files."""

from __future__ import annotations

import sys
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.calc.registers import plans
from tests.conftest import ROOT
from woonplan.model.base import Model
from woonplan.model.gemeente import Gemeentenbestand
from woonplan.model.plan import Plan, Plannenbestand
from woonplan.yaml_io import RawFile, dump, parse

TRAPS = [
    "yes", "no", "on", "012", "1e3", "", "~", "null", "true", "0x10", "1:30", "2.000", "2020-01-01", "<<", "=", "-",
    "? x", ": x", "a: b", "a #b", "#a", "&a", "*a", "!a", "|", ">", "%", "@", "`", "'", '"', "[", "{", "---", "...",
    " a", "a ", "a\nb", "\na", "a\n", "a\n\n b\n", "a\r\nb", "\t", "a\tb", "é", "🏠", "\x85", "\u2028", "\ufeff",
    "\x00", "\x1b[31m", "1", "-5", "a\u2028b", "x " * 200,
]  # fmt: skip


def to_data(model: Model) -> dict[str, Any]:
    """A model as a file has it: without what is absent or as it is by default."""
    return model.model_dump(mode="json", exclude_none=True, exclude_defaults=True)


text = st.one_of(st.sampled_from(TRAPS), st.text(st.characters(exclude_categories=["Cs"]), max_size=20))
scalars = st.one_of(st.none(), st.booleans(), st.integers(-(10**17), 10**17), text)
data = st.dictionaries(
    text,
    st.recursive(scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(text, inner, max_size=3)),
    max_size=4,
)


def back(written: str) -> Any:
    document, findings = parse(RawFile("f", written, ""))
    assert findings == []
    assert document is not None
    return document.value


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
    result = back(f"a: {text}\n")
    assert result == {"a": meaning}
    assert type(result["a"]) is type(meaning)


@pytest.mark.usefixtures("parser")
def test_keys_are_always_text() -> None:
    assert back("2026: 40\ntrue: 1\n~: 2\n") == {"2026": 40, "true": 1, "~": 2}


@given(data)
def test_dump_then_parse_gives_the_same_data(value: dict[str, Any]) -> None:
    assert back(dump(value)) == composed(value)


def composed(value: Any) -> Any:
    """The same in the one form of Unicode that is read, in which letters with a mark are one character."""
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, dict):
        return {composed(key): composed(item) for key, item in value.items()}
    return [composed(item) for item in value] if isinstance(value, list) else value


@pytest.mark.parametrize("trap", TRAPS)
def test_text_that_looks_like_something_else(trap: str) -> None:
    value = {"a": trap, "b": [trap, {"c": trap}], trap: 1}
    assert back(dump(value)) == value


def test_no_anchor_for_a_value_that_stands_twice() -> None:
    shared = [1, 2]
    assert dump({"a": shared, "b": shared}) == "a:\n  - 1\n  - 2\nb:\n  - 1\n  - 2\n"


@given(st.lists(plans(), max_size=5))
def test_a_register_written_and_read_is_the_same(records: list[Plan]) -> None:
    before = Plannenbestand(versie=1, peildatum="2020-01-01", bron="nota", plannen=tuple(records))
    assert Plannenbestand.model_validate(back(dump(to_data(before)))) == before


@pytest.mark.parametrize(
    ("name", "model"),
    [
        ("gemeenten.yaml", Gemeentenbestand),
        ("plannen.yaml", Plannenbestand),
        ("plannen-2021.yaml", Plannenbestand),
    ],
)
def test_the_shipped_files_written_and_read_are_the_same(name: str, model: type[Model]) -> None:
    path: Path = ROOT / "data" / name
    before = model.model_validate(back(path.read_text(encoding="utf-8")))
    assert model.model_validate(back(dump(to_data(before)))) == before


def test_defaults_and_what_is_absent_are_not_written() -> None:
    plan = Plan(id="a", naam="A", gemeente="Aa", planstatus="2A", telt_mee=True)
    assert to_data(plan) == {"id": "a", "naam": "A", "gemeente": "Aa", "planstatus": "2A"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: -\nb: 1\n", {"a": "-", "b": 1}),
        ("a: ?\n", {"a": "?"}),
        ("a: {b: -, c: ?}\nd:  -  # niets\n", {"a": {"b": "-", "c": "?"}, "d": "-"}),
        ("a: -\r\nb: x - y\r\n", {"a": "-", "b": "x - y"}),
    ],
)
def test_a_sign_alone_is_a_text(text: str, value: object) -> None:
    document, findings = parse(RawFile("x.yaml", text, ""))
    assert findings == []
    assert document is not None
    assert document.value == value
    # The places and the lines are those of the file.
    assert document.lines.text == text


def test_a_sign_alone_keeps_its_place_in_a_record() -> None:
    document, _ = parse(RawFile("x.yaml", "plannen:\n  - a: -\n    b: 2\n", ""))
    assert document is not None
    assert str(document.place(("plannen", 0, "b"))) == "x.yaml:3:8"
    assert document.at(("plannen", 0, "a")) == "-"


def test_a_list_that_begins_behind_its_key_is_still_wrong() -> None:
    document, (finding,) = parse(RawFile("x.yaml", "a: - b\nc: -\n", ""))
    assert (document, finding.code) == (None, "WP010")


def test_letters_are_read_in_one_form() -> None:
    apart, whole = "Su\u0301dwest", "Súdwest"
    document, findings = parse(RawFile("x.yaml", f"a: {apart}\nb: '{apart} x'\n{apart}: [1, {apart}]\n", ""))
    assert findings == []
    assert document is not None
    assert document.value == {"a": whole, "b": f"{whole} x", whole: [1, whole]}
    assert str(document.place((whole, 1))) == "x.yaml:3:15"
    (double,) = parse(RawFile("x.yaml", f"{apart}: 1\n{whole}: 2\n", ""))[1]
    assert (double.code, str(double.place)) == ("WP011", "x.yaml:2:1")
