"""JSON Schema of the data files, for editors: the models' keys and values in draft 7, explained in Dutch.

Editors read YAML by other rules than the program (`2.000` is the number 2 to them, `6.1` is no text), so what these
schemas accept is close to what the program accepts, and not the same: `woonplan check` decides.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from woonplan.load.uitleg import KLASSE, UITLEG
from woonplan.model.agenda import Agendabestand
from woonplan.model.base import Model
from woonplan.model.bekend import Bekendbestand
from woonplan.model.gemeente import Gemeentenbestand
from woonplan.model.plan import Plannenbestand
from woonplan.yaml_io.dialect import WHOLE

DIALECT = "http://json-schema.org/draft-07/schema#"
"""The version that both the YAML extension of VS Code and JetBrains read in full."""

MODELS: Mapping[str, type[Model]] = {
    "gemeenten": Gemeentenbestand,
    "plannen": Plannenbestand,
    "agenda": Agendabestand,
    "bekend": Bekendbestand,
}
"""The kinds of data file, by the name of their schema."""

_FIRST = ("$schema", "$id", "title", "description", "type")
_LAST = ("properties", "patternProperties", "additionalProperties", "required", "definitions")
_MAPS = ("properties", "patternProperties", "definitions")
_SAMPLE_YEAR = "2020"


def schema_name(name: str) -> str:
    """Return the file name of the schema of one kind of data file."""
    return f"{name}.schema.json"


def schema_text(name: str) -> str:
    """Return the schema of one kind of data file: the same text every time, ending in a line break.

    Args:
        name: One of ``MODELS``.
    """
    model = MODELS[name]
    raw = model.model_json_schema(ref_template="#/definitions/{model}", schema_generator=_Generator)
    definitions = raw.pop("$defs", {})
    for cls, node in {**definitions, model.__name__: raw}.items():
        node["description"] = UITLEG[cls][KLASSE]
    schema = {**_tidy({**raw, "definitions": definitions}), "title": f"woonplan: {name}.yaml"}
    # A name, not an address: an editor that tried to fetch it would find nothing.
    named = {"$schema": DIALECT, "$id": f"urn:woonplan:schema:{name}:1", **schema}
    return json.dumps(_ordered(named), ensure_ascii=False, indent=2) + "\n"


class _Generator(GenerateJsonSchema):
    """Pydantic's generator, with a Dutch sentence for every key, and the conversions that the models make."""

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        node = super().model_schema(schema)
        classes = [cls.__name__ for cls in reversed(schema["cls"].__mro__)]
        sentences = {key: text for cls in classes for key, text in UITLEG.get(cls, {}).items()}
        for key, of_field in node["properties"].items():
            of_field["description"] = sentences[key]
        return node

    def get_title_from_name(self, name: str) -> str:
        return _in_words(name)

    def function_before_schema(self, schema: core_schema.BeforeValidatorFunctionSchema) -> JsonSchemaValue:
        inner = super().function_before_schema(schema)
        if schema["function"]["function"] is not str:
            return inner
        # `planstatus: 3` is a whole number to a reader of YAML, and text to the model.
        listed = self.resolve_ref_schema(inner)
        numbers = [int(value) for value in listed["enum"] if WHOLE.fullmatch(value)]
        return {**listed, "enum": [*listed["enum"], *numbers], "type": ["string", "integer"]}


def _in_words(name: str) -> str:
    """Return ``contract_maanden_min`` or ``SoortAantal`` as words."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).replace("_", " ").lower().capitalize()


def _tidy(node: dict[str, Any]) -> dict[str, Any]:
    """Return a schema without what editors do not need or misread, and its parts likewise."""
    node = _reference(_without_null(dict(node)))
    if node.get("default", ...) in (None, []):
        del node["default"]
    if node.get("type") == "string" and "enum" not in node:
        node = _text(node)
    if "patternProperties" in node:
        node["additionalProperties"] = False
    if "title" in node:
        node["title"] = _in_words(node["title"])
    return {key: _part(key, value, _tidy) for key, value in node.items()}


def _without_null(node: dict[str, Any]) -> dict[str, Any]:
    """Drop the null branch of an optional key: what is unknown is left out, so an editor must not offer null."""
    branches = [branch for branch in node.get("anyOf", ()) if branch != {"type": "null"}]
    if len(branches) != 1:
        return node
    del node["anyOf"]
    return {**branches[0], **node}


def _reference(node: dict[str, Any]) -> dict[str, Any]:
    """Wrap a reference that has neighbours: draft 7 ignores what stands beside ``$ref``."""
    if "$ref" in node and len(node) > 1:
        node["allOf"] = [{"$ref": node.pop("$ref")}]
    return node


def _text(node: dict[str, Any]) -> dict[str, Any]:
    """Accept an unquoted number where the model takes its text: a name `1960`, a paragraph `6.1`, a date `2021`."""
    pattern = node.get("pattern")
    if pattern is None:
        return {**node, "type": ["string", "number"]}
    if not re.search(pattern, _SAMPLE_YEAR):
        return node
    if re.search(pattern, "1"):
        return {**node, "type": ["string", "number"], "minimum": 0}
    # Four digits: a smaller number has no text of four digits, a date has no fraction.
    return {**node, "type": ["string", "integer"], "minimum": 1000, "maximum": 9999}


def _ordered(node: dict[str, Any]) -> dict[str, Any]:
    """Return a schema with what it is about first and its parts last."""
    middle = sorted(set(node) - {*_FIRST, *_LAST})
    keys = [key for key in (*_FIRST, *middle, *_LAST) if key in node]
    return {key: _part(key, node[key], _ordered) for key in keys}


def _part(key: str, value: Any, change: Callable[[dict[str, Any]], dict[str, Any]]) -> Any:
    """Return the value of a keyword with the schemas in it changed; the names of properties are no keywords."""
    if key in _MAPS:
        return {name: change(schema) for name, schema in value.items()}
    if key in ("items", "additionalProperties") and isinstance(value, dict):
        return change(value)
    if key in ("allOf", "anyOf", "oneOf"):
        return [change(schema) for schema in value]
    return value
