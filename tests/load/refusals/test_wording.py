"""Every error that the models can raise has a Dutch message of its own: proved by walking the models' schemas."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from pydantic import BaseModel
from pydantic_core import PydanticCustomError

from woonplan.load.refusals.refused import Refused
from woonplan.load.refusals.wording import MESSAGES, wording
from woonplan.model.base import _datum, _periode
from woonplan.model.gemeente import Gemeentenbestand
from woonplan.model.plan import Plannenbestand

CONSTRAINTS = {
    "ge": "greater_than_equal",
    "gt": "greater_than",
    "le": "less_than_equal",
    "lt": "less_than",
    "multiple_of": "multiple_of",
}
LENGTHS = {"min_length": "too_short", "max_length": "too_long"}

# What a validator written here may raise; one that is not listed fails the walk.
VALIDATORS: Mapping[Any, str | None] = {_datum: "datum", _periode: "periode", str: None}

SILENT = {"default", "nullable", "model-fields", "model-field", "definitions", "definition-ref"}
"""Schema types that raise nothing themselves: what is inside them does."""


def raised(schema: Mapping[str, Any]) -> Iterator[str | None]:
    """Yield the error types that one node of a schema can raise on data from YAML (values of ``parse``)."""
    kind = schema["type"]
    if kind == "model":
        yield "model_type"
    elif kind == "int":
        # Strict: text and booleans are refused as such. Anything laxer raises more, so it has to be looked at again.
        assert schema.get("strict") is True
        yield "int_type"
        yield from (error for key, error in CONSTRAINTS.items() if key in schema)
    elif kind == "bool":
        assert schema.get("strict") is True
        yield "bool_type"
    elif kind == "str":
        yield "string_type"
        yield from (f"string_{error}" for key, error in LENGTHS.items() if key in schema)
        if "pattern" in schema:
            yield "string_pattern_mismatch"
    elif kind == "literal":
        yield "literal_error"
    elif kind == "enum":
        yield "enum"
    elif kind == "dict":
        yield "dict_type"
        assert not set(schema) & set(LENGTHS)
    elif kind == "tuple":
        # Of any length, so a tuple is never too short or too long.
        assert schema["variadic_item_index"] == 0
        assert len(schema["items_schema"]) == 1
        assert not set(schema) & set(LENGTHS)
        yield "tuple_type"
    elif kind in ("function-after", "function-before"):
        yield VALIDATORS[schema["function"]["function"]]
    elif kind not in SILENT:
        pytest.fail(f"schema type {kind!r} is not known to this walk: add what it raises")


def walk(node: Any) -> Iterator[str | None]:
    """Yield the error types of a schema and of everything inside it."""
    if isinstance(node, Mapping):
        kind = node.get("type")
        # A function's own description ('no-info') is no schema.
        if isinstance(kind, str) and kind not in ("no-info", "with-info"):
            yield from raised(node)
            if kind == "model-fields":
                yield "extra_forbidden"
                if any(field["schema"]["type"] != "default" for field in node["fields"].values()):
                    yield "missing"
        for key, value in node.items():
            if key not in ("metadata", "cls", "config", "members", "expected", "default", "default_factory"):
                yield from walk(value)
    elif isinstance(node, list | tuple):
        for value in node:
            yield from walk(value)


def errors(model: type[BaseModel]) -> set[str]:
    return {error for error in walk(model.__pydantic_core_schema__) if error is not None}


@pytest.mark.parametrize("model", [Gemeentenbestand, Plannenbestand])
def test_every_error_of_the_models_has_a_message(model: type[BaseModel]) -> None:
    found = errors(model)
    assert {"int_type", "extra_forbidden", "missing", "tuple_type", "dict_type", "datum", "enum"} <= found
    assert found - set(MESSAGES) == set()


def test_the_walk_sees_a_schema_that_it_does_not_know() -> None:
    class Other(BaseModel):
        x: float

    with pytest.raises(pytest.fail.Exception, match="float"):
        errors(Other)


def test_the_walk_sees_a_validator_that_it_does_not_know() -> None:
    with pytest.raises(KeyError):
        list(raised({"type": "function-after", "function": {"function": len}}))


@pytest.mark.parametrize(("check", "text"), [(_datum, "x"), (_datum, "2021-02-30"), (_periode, "x")])
def test_validators_raise_what_the_walk_says(check: Any, text: str) -> None:
    with pytest.raises(PydanticCustomError) as caught:
        check(text)
    assert caught.value.type == VALIDATORS[check]


VALUES: list[Any] = [None, True, "", "x", "2.000", 5, -1, 10**8, [1], {"a": 1}, "\x1b[31m", "y" * 100_000]
CONTEXT = {"ge": 0, "le": 100, "expected": "'hard', 'zacht' or 'onbekend'", "max_length": 100}
ENGLISH = (
    "input should",
    "field",
    "valid",
    "extra",
    "string",
    "integer",
    "should be",
    "required",
    "got ",
    "None",
    "True",
)


@pytest.mark.parametrize("error", [*MESSAGES, "something_new"])
@pytest.mark.parametrize("value", VALUES, ids=lambda v: repr(v)[:20])
def test_every_message_is_dutch_bounded_and_printable(error: str, value: Any) -> None:
    words = wording(error, Refused("sleutel", value, CONTEXT, ("naam", "gemeente")))
    assert words.code.startswith("WP1")
    assert words.hint
    assert len(words.message) < 250
    assert len(words.hint) < 250
    assert words.message.isprintable()
    assert words.hint.isprintable()
    for english in ENGLISH:
        assert english not in words.message + words.hint


@pytest.mark.parametrize(
    ("error", "refused", "message"),
    [
        ("missing", Refused("naam", {}, {}), "sleutel 'naam' ontbreekt"),
        ("extra_forbidden", Refused("namm", 1, {}, ("naam",)), "onbekende sleutel 'namm'"),
        ("int_type", Refused("woningen", "2.000", {}), "woningen '2.000' is geen geheel getal"),
        ("int_type", Refused("woningen", None, {}), "bij 'woningen' hoort een geheel getal; hier staat: leeg"),
        ("greater_than_equal", Refused("start", 0, {"ge": 1900}), "start 0 is te klein; het minste is 1900"),
        ("less_than_equal", Refused("start", 9999, {"le": 2199}), "start 9999 is te groot; het meeste is 2199"),
        ("enum", Refused("soort", "x", {"expected": "'a' or 'b'"}), "soort 'x' staat niet in de lijst van waarden"),
        ("enum", Refused("soort", None, {}), "bij 'soort' hoort een waarde uit de lijst; hier staat: leeg"),
        ("enum", Refused("soort", [1], {}), "bij 'soort' hoort een waarde uit de lijst; hier staat: een lijst"),
        ("literal_error", Refused("versie", 2, {"expected": "1"}), "versie '2' staat niet in de lijst van waarden"),
        ("string_type", Refused("naam", True, {}), "bij 'naam' hoort tekst; hier staat: 'true'"),
        ("string_too_short", Refused("naam", "", {}), "naam is leeg"),
        ("string_too_long", Refused("naam", "xy", {"max_length": 1}), "naam 'xy' is langer dan 1 tekens"),
        ("string_pattern_mismatch", Refused("id", "é", {}), "id 'é' is niet goed geschreven"),
        ("bool_type", Refused("prioriteit", "ja", {}), "bij 'prioriteit' hoort true of false; hier staat: 'ja'"),
        ("model_type", Refused("regio", [], {}), "bij 'regio' hoort een blok met sleutels; hier staat: een lijst"),
        ("dict_type", Refused("oplevering", 3, {}), "bij 'oplevering' hoort een blok met sleutels; hier staat: '3'"),
        ("tuple_type", Refused("plannen", {}, {}), "bij 'plannen' hoort een lijst; hier staat: een blok met sleutels"),
        ("datum", Refused("datum", "31-12", {}), "datum '31-12' is geen bestaande datum"),
        ("periode", Refused("26", "26", {}), "'26' is geen jaar of periode"),
    ],
)
def test_wordings(error: str, refused: Refused, message: str) -> None:
    assert wording(error, refused).message == message


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("2026:30", "Na de dubbele punt ontbreekt een spatie. Schrijf '2026: 30'."),
        ("2026-2029:30", "Na de dubbele punt ontbreekt een spatie. Schrijf '2026-2029: 30'."),
        (
            "26:30",
            "Schrijf een jaar (2026), een periode met het vroegste jaar eerst (2025-2029, of 2035-), of onbekend.",
        ),
    ],
)
def test_a_year_that_its_number_is_stuck_to(text: str, hint: str) -> None:
    assert wording("periode", Refused(text, text, {})).hint == hint
