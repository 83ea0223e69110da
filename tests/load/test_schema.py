"""The schemas for editors: what they accept, that they are current, and that the data files point at them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from tests.cli.process import ROOT, inside
from tests.language import english, keys
from woonplan.load.schema import MODELS, schema_text
from woonplan.load.shape import shape
from woonplan.load.uitleg import KLASSE, UITLEG
from woonplan.model.base import Model
from woonplan.yaml_io import RawFile, parse, read_text

SCHEMAS = ROOT / "schema"
DATA = sorted((ROOT / "data").glob("*.yaml"))
RECORDS = {"gemeenten": "gemeenten", "plannen": "plannen", "agenda": "acties", "bekend": "verschillen"}


class Core(yaml.SafeLoader):
    """How editors read YAML: the core schema of version 1.2, in which a date is text."""


Core.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+", list("-+0123456789")),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", list("-+.0123456789")),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), first)
# The types of PyYAML's own constructors are those of version 1.1: 012 would be 10, and 1:30 never gets here.
Core.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(loader.construct_scalar(node)))
Core.add_constructor("tag:yaml.org,2002:float", lambda loader, node: float(loader.construct_scalar(node)))


def as_editor(text: str) -> Any:
    return _text_keys(yaml.load(text, Core))  # noqa: S506 - a subclass of the safe loader


def _text_keys(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _text_keys(part) for key, part in value.items()}
    return [_text_keys(part) for part in value] if isinstance(value, list) else value


def validator(name: str) -> Draft7Validator:
    return Draft7Validator(json.loads(schema_text(name)))


def complaints(name: str, text: str) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in validator(name).iter_errors(as_editor(text))]


def loads(name: str, text: str, folder: Path) -> bool:
    path = folder / f"{name}.yaml"
    path.write_text(text, encoding="utf-8")
    raw = read_text(path, path.name)
    assert isinstance(raw, RawFile)
    document, findings = parse(raw)
    assert document is not None
    return not findings and not shape(document, MODELS[name], RECORDS[name]).findings


def nodes(schema: Any) -> Iterator[dict[str, Any]]:
    """Yield every schema in a schema; a property that is called `items` is not the keyword."""
    yield schema
    for key in ("properties", "patternProperties", "definitions"):
        for part in schema.get(key, {}).values():
            yield from nodes(part)
    for key in ("items", "additionalProperties"):
        if isinstance(schema.get(key), dict):
            yield from nodes(schema[key])
    for key in ("allOf", "anyOf", "oneOf"):
        for part in schema.get(key, ()):
            yield from nodes(part)


@pytest.mark.parametrize("name", MODELS)
def test_the_committed_schema_is_current(name: str) -> None:
    committed = (SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8")
    assert committed == schema_text(name), "The models changed. Run: woonplan schema --output schema"


def test_no_schema_is_left_of_a_file_that_is_gone() -> None:
    assert {path.name for path in SCHEMAS.iterdir()} == {f"{name}.schema.json" for name in MODELS}


@pytest.mark.parametrize("name", MODELS)
def test_it_is_a_schema_of_draft_7(name: str) -> None:
    schema = json.loads(schema_text(name))
    Draft7Validator.check_schema(schema)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert schema["$id"] == f"urn:woonplan:schema:{name}:1"
    # Keywords of later drafts are no error in draft 7; they just do nothing.
    later = {"$defs", "prefixItems", "dependentRequired", "unevaluatedProperties"}
    for node in nodes(schema):
        assert not node.keys() & later
        # In draft 7 what stands beside a reference is ignored.
        assert "$ref" not in node or node.keys() == {"$ref"}


@pytest.mark.parametrize("name", MODELS)
def test_every_reference_exists_and_every_definition_is_used(name: str) -> None:
    schema = json.loads(schema_text(name))
    used = {node["$ref"] for node in nodes(schema) if "$ref" in node}
    assert used == {f"#/definitions/{key}" for key in schema["definitions"]}


@pytest.mark.parametrize("name", MODELS)
def test_null_is_never_offered(name: str) -> None:
    for node in nodes(json.loads(schema_text(name))):
        assert "null" not in str(node.get("type"))
        assert "anyOf" not in node
        assert node.get("default", "") is not None


@pytest.mark.parametrize("name", MODELS)
def test_blocks_are_closed_and_every_key_is_explained_in_words(name: str) -> None:
    schema = json.loads(schema_text(name))
    for node in nodes(schema):
        if node.get("type") == "object" and "properties" in node:
            assert node["additionalProperties"] is False
        assert "_" not in node.get("title", "")
        for key, part in node.get("properties", {}).items():
            assert part.get("description", "").endswith("."), key
    assert all(part["description"] for part in schema["definitions"].values())


@pytest.mark.parametrize("name", MODELS)
def test_what_it_says_is_dutch(name: str) -> None:
    for node in nodes(json.loads(schema_text(name))):
        said = node.get("description", "")
        assert (english(node.get("title", "")), english(said), keys(said)) == ([], [], []), said


def own_keys(cls: type[Model]) -> list[str]:
    """The fields that a class adds to those of its parents, in its order."""
    inherited = {key for base in cls.__mro__[1:] if issubclass(base, Model) for key in base.model_fields}
    return [key for key in cls.model_fields if key not in inherited]


def test_every_class_and_key_has_one_sentence_and_none_is_left_over() -> None:
    shown = {cls.__name__ for cls in MODELS.values()}.union(
        *(json.loads(schema_text(name))["definitions"] for name in MODELS)
    )
    # What is no model is a list of words: it has a sentence of its own and no keys.
    expected = {name: [KLASSE] for name in shown}
    todo: list[type[Model]] = [Model]
    for cls in todo:
        todo += (sub for sub in cls.__subclasses__() if sub.__module__.startswith("woonplan.") and sub not in todo)
        for base in cls.__mro__ if cls.__name__ in shown else ():
            if issubclass(base, Model) and (added := own_keys(base)):
                expected[base.__name__] = [KLASSE] * (base.__name__ in shown) + added
    assert {name: list(sentences) for name, sentences in UITLEG.items()} == expected
    assert all(text.strip() == text != "" for sentences in UITLEG.values() for text in sentences.values())


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.name)
def test_shipped_data_validates(path: Path) -> None:
    assert complaints(path.stem.split("-")[0], path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.name)
def test_the_first_line_of_a_data_file_points_at_its_schema(path: Path) -> None:
    first = path.read_text(encoding="utf-8").splitlines()[0]
    match = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    assert match
    assert (path.parent / match[1]).resolve() == SCHEMAS / f"{path.stem.split('-')[0]}.schema.json"
    assert (path.parent / match[1]).is_file()


def test_a_new_register_validates(tmp_path: Path) -> None:
    done = inside("init", str(tmp_path), "--regio", "1960", "--gemeente", "Borne=GM0147", "--peildatum", "2025")
    assert done.returncode == 0
    for name in ("gemeenten", "plannen", "agenda"):
        assert complaints(name, (tmp_path / "data" / f"{name}.yaml").read_text(encoding="utf-8")) == []


PLAN = "versie: 1\npeildatum: 2020-01-01\nplannen:\n  - id: hof\n    naam: Hof\n    gemeente: Aa\n"

GOOD = (
    "woningen: 30",
    "woningen: 0",
    "planstatus: 3",
    "planstatus: '3'",
    "planstatus: 1A",
    "opmerkingen: 1960",
    "opmerkingen: 6.1",
    "opmerkingen: -5",
    "bron: 1960",
    "onderdeel_van: 1.5",
    "bijgewerkt: 2021",
    "bijgewerkt: '2021'",
    "bijgewerkt: 2021-03",
    "bijgewerkt: 2021-03-31",
    "oplevering: {2026: 40}",
    "oplevering: {'2026': 40, 2027-2029: 1, onbekend: 0}",
    "sloop_jaar: {2026: 2}",
    "verdeling: {Aa: 3, 1960: 4}",
    "telt_mee: false",
    "knelpunten: [nuts, stikstof]",
    "locaties: [Dorp 1, 12]",
    "sleutelproject: {soort: stedelijk, doel: vitaliteit}",
    "woningtype: {eengezins: 3, onbekend: 4}",
    "realisatiekans: 100",
    "start: 2027",
)

WRONG = (
    "woningen: -1",
    "woningen: 10000000",
    "woningen: 2.5",
    "woningen: '30'",
    "woningen: ca. 30",
    "woningen: 1_000",
    "woningen: yes",
    "woningen: true",
    "woningen: [30]",
    "wonigen: 30",
    "planstatus: 4",
    "planstatus: 1D",
    "planstatus: 3.5",
    "opmerkingen: true",
    "opmerkingen: ''",
    "opmerkingen: [a]",
    "bron: -5",
    "bron: met spatie",
    "bron: .5e",
    "bijgewerkt: 1-1-2020",
    "bijgewerkt: 2020-13-01",
    "bijgewerkt: 2020-01-32",
    "bijgewerkt: 202",
    "bijgewerkt: 20210",
    "oplevering: {2026: veel}",
    "oplevering: {26: 40}",
    "oplevering: {2026-2: 40}",
    "oplevering: {later: 40}",
    "oplevering: 40",
    "verdeling: {Aa: -1}",
    "telt_mee: nee",
    "telt_mee: 1",
    "knelpunten: nuts",
    "knelpunten: [weer]",
    "sleutelproject: {}",
    "sleutelproject: {soort: stedelijk, naam: Hof}",
    "woningtype: {villa: 3}",
    "realisatiekans: 101",
    "start: 27",
)


def plan(fragment: str) -> str:
    return PLAN + f"    {fragment}\n"


@pytest.mark.parametrize("fragment", GOOD)
def test_what_the_program_reads_an_editor_accepts(fragment: str, tmp_path: Path) -> None:
    assert loads("plannen", plan(fragment), tmp_path)
    assert complaints("plannen", plan(fragment)) == []


@pytest.mark.parametrize("fragment", WRONG)
def test_what_the_program_refuses_an_editor_marks(fragment: str, tmp_path: Path) -> None:
    assert not loads("plannen", plan(fragment), tmp_path)
    assert complaints("plannen", plan(fragment)) != []


@pytest.mark.parametrize("fragment", ["woningen: 2.0", "woningen: 012", "bijgewerkt: 2021-02-30"])
def test_what_only_the_program_sees(fragment: str, tmp_path: Path) -> None:
    """docs/editors.md names these: to JSON Schema 2.0 is a whole number, and no pattern knows the calendar."""
    assert not loads("plannen", plan(fragment), tmp_path)
    assert complaints("plannen", plan(fragment)) == []


def test_an_empty_value_is_marked_though_it_reads_as_unknown(tmp_path: Path) -> None:
    assert loads("plannen", plan("woningen:"), tmp_path)
    assert complaints("plannen", plan("woningen:")) == ["$.plannen[0].woningen: None is not of type 'integer'"]


HEADER = "versie: 1\npeildatum: 2020\n"


@pytest.mark.parametrize(
    ("name", "text", "where"),
    [
        ("plannen", "versie: 2\npeildatum: 2020\n", "$.versie"),
        ("plannen", "versie: 1\n", "$: 'peildatum'"),
        ("plannen", HEADER + "plannen: {hof: 1}\n", "$.plannen"),
        ("plannen", HEADER + "plannen: [{id: hof}]\n", "$.plannen[0]: 'naam'"),
        ("plannen", HEADER + "soort_aantal: brutto\n", "$.soort_aantal"),
        ("gemeenten", "versie: 1\n", "$: 'regio'"),
        (
            "gemeenten",
            "versie: 1\nregio: {naam: Dal, provincie: V}\nbronnen: []\ngemeenten: [{naam: Aa, code: 153}]\n",
            "$.gemeenten[0].code",
        ),
        (
            "gemeenten",
            "versie: 1\nregio: {naam: Dal, provincie: V}\nbronnen: []\n"
            "gemeenten: [{naam: Aa, code: GM0001, voorraad: {20: {}}}]\n",
            "$.gemeenten[0].voorraad",
        ),
        ("agenda", "versie: 1\nacties: [{nummer: 0, paragraaf: 4.1, tekst: doen}]\n", "$.acties[0].nummer"),
        ("agenda", "versie: 1\nprijsgrenzen: [{jaar: 2020, soort: huur, bedrag_cent: 1}]\n", "$.prijsgrenzen[0].soort"),
        ("bekend", "versie: 1\nverschillen: [{id: a, reden: zo, datum: gisteren}]\n", "$.verschillen[0].datum"),
    ],
)
def test_wrong_files_are_marked_at_their_place(name: str, text: str, where: str, tmp_path: Path) -> None:
    assert not loads(name, text, tmp_path)
    found = complaints(name, text)
    assert len([line for line in found if line.startswith(where)]) == 1, found
