"""A parsed file against its model: values that are valid, and a finding for each that is not.

The only place that sees a ValidationError, whatever the format that the data came from.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from types import UnionType
from typing import Any, Generic, NamedTuple, TypeVar, Union, get_args, get_origin

from pydantic import TypeAdapter, ValidationError

from woonplan.diagnostics import Diagnostic, quote
from woonplan.model.base import FIRST_YEAR, Model
from woonplan.model.stand import ALL_READ, Unread
from woonplan.yaml_io import YamlDocument

M = TypeVar("M", bound=Model)
R = TypeVar("R", bound=Model)

Path = tuple[str | int, ...]

MAX_FINDINGS = 1000
"""So many findings of one file are listed; with more, something is wrong with the file as a whole."""


_INSTEAD = {"id": "x", "versie": 1, "peildatum": str(FIRST_YEAR), "naam": "?"}
"""What stands in for a key that must be there, in what is read as far as it can be."""


class Shaped(NamedTuple, Generic[M]):
    """What came out: the valid value, if any; which records of its list are in it; and what was wrong."""

    value: M | None
    rows: tuple[int, ...] | None
    findings: tuple[Diagnostic, ...]
    hidden: int = 0
    """Findings that were counted but not listed."""
    unread: Unread = ALL_READ
    """What of the value could not be read and was left out, where it was asked for all the same."""


def shape(document: YamlDocument, model: type[M], records: str, *, partly: bool = False) -> Shaped[M]:
    """Return the file as ``model``.

    Args:
        document: The parsed file.
        model: The model of the whole file.
        records: Key of the list whose broken records are left out, so that the others can still be checked.
        partly: Whether broken records, and a broken head, are read without what is broken in them: what is good in
            them can then be checked in the same run. The findings say that it is no value to compute with.
    """
    raw = document.value
    if not isinstance(raw, dict):
        from woonplan.load.refusals.keys import WP107

        text = "hier hoort een blok met sleutels te staan, te beginnen met 'versie: 1'"
        dashes = "Haal de streepjes van het bovenste niveau weg."
        hint = dashes if isinstance(raw, list) else "Zie de voorbeelden in de README."
        return Shaped(None, None, (WP107.at(document.place(()), text, hint),))
    record = _inner(model.model_fields[records].annotation)
    valid, rows, errors, hidden, broken = _valid_records(document, record, records, partly=partly)
    clean = {**raw, records: valid} if isinstance(raw.get(records), list) else raw
    value: M | None = None
    try:
        value = model.model_validate(_without_refused(clean) if document.refused else clean)
    except ValidationError as error:
        errors += error.errors(include_url=False)
    if not errors:
        return Shaped(value, None, ())
    head: frozenset[str] = frozenset()
    if value is None and partly:
        value, head = _mended(model, _without_refused(clean))
    findings = tuple(_findings(document, model, errors[:MAX_FINDINGS]))
    hidden += max(len(errors) - MAX_FINDINGS, 0)
    return Shaped(value, None if value is None else tuple(rows), findings, hidden, Unread(head, broken))


def _mended(model: type[M], raw: Any) -> tuple[M | None, frozenset[str]]:
    """Return a block without the keys that are wrong in it, and those keys; None where it is nothing without them."""
    wrong: set[str] = set()
    name = str(raw["id"]) if isinstance(raw, dict) and isinstance(raw.get("id"), str | int) else ""
    while isinstance(raw, dict):
        try:
            value = model.model_validate(raw)
            # What a record is called in messages is what the file calls it.
            return value.model_copy(update={"id": name} if "id" in wrong else {}), frozenset(wrong)
        except ValidationError as error:
            keys = {str(e["loc"][0]) for e in error.errors(include_url=False) if e["loc"]}
            if not keys - wrong:
                break
            wrong |= keys
            raw = {key: value for key, value in raw.items() if key not in wrong}
            raw |= {key: value for key, value in _INSTEAD.items() if key in wrong and key in model.model_fields}
    return None, frozenset()


def _valid_records(
    document: YamlDocument, record: type[Model], key: str, *, partly: bool
) -> tuple[list[Model], list[int], list[Any], int, dict[int, frozenset[str]]]:
    """Return the records that are valid, their places in the list, and what is wrong with the others.

    One by one: a file with a broken record is not validated a second time for the others. Of more errors than are
    listed only the number is kept. The last is what was left out of those that were read ``partly``, by their number.
    """
    valid: list[Model] = []
    rows: list[int] = []
    errors: list[Any] = []
    hidden = 0
    broken: dict[int, frozenset[str]] = {}
    alike = _alike.get()
    for index, item in enumerate(document.released(key)):
        try:
            model = _slim(record.model_validate(_without_refused(item) if document.refused else item))
            before = alike.get(getattr(model, "id", ""))
            valid.append(before if before == model else model)
            rows.append(index)
        except ValidationError as error:
            if len(errors) > MAX_FINDINGS:
                hidden += error.error_count()
            else:
                errors += ({**e, "loc": (key, index, *e["loc"])} for e in error.errors(include_url=False))
            mended, wrong = _mended(record, _without_refused(item)) if partly else (None, frozenset())
            if mended is not None:
                broken[len(valid)] = wrong
                valid.append(mended)
                rows.append(index)
    return valid, rows, errors, hidden, broken


_alike: ContextVar[Mapping[str, Model]] = ContextVar("alike", default={})  # noqa: B039 - nobody writes in it


@contextmanager
def sharing(records: Mapping[str, Model]) -> Iterator[None]:
    """Use these records, by their ids, in place of equal ones that are read: two states of a country differ in few."""
    token = _alike.set(records)
    try:
        yield
    finally:
        _alike.reset(token)


_FILLED_IN: set[str] = set()
"""Stands in for what pydantic remembers of every model: which of its keys were given."""


def _slim(record: R) -> R:
    """Return a record without what nobody asks of it: a set of its keys, which is a quarter of its memory."""
    given = record.__pydantic_fields_set__
    values = record.__dict__
    for key in given:
        if isinstance(value := values[key], Model):
            _slim(value)
    object.__setattr__(record, "__pydantic_fields_set__", _FILLED_IN)
    return record


def _without_refused(value: Any) -> Any:
    """Return a value without the keys that the reader refused (doubled, merged): they have a place and no meaning."""
    if isinstance(value, dict):
        return {key: _without_refused(v) for key, v in value.items() if not key.startswith("\0")}
    if isinstance(value, list):
        return [_without_refused(v) for v in value]
    return value


def _findings(document: YamlDocument, model: type[Model], errors: list[Any]) -> Iterator[Diagnostic]:
    # Nearly always there is nothing to say.
    from woonplan.load.refusals.keys import not_indented
    from woonplan.load.refusals.refused import Refused
    from woonplan.load.refusals.wording import wording

    owners = _beside_owner(document, model, errors)
    told: set[Path] = set()
    for error in errors:
        loc: Path = error["loc"]
        path = tuple(step for step in loc if step != "[key]")
        if path in owners.values():
            # That the owner is empty is said with what should be in it.
            continue
        if (owner := owners.get(path)) is not None:
            if owner not in told:
                told.add(owner)
                beside = [str(other[-1]) for other, its in owners.items() if its == owner]
                found = not_indented(str(owner[-1]), beside)
                yield found._replace(
                    place=document.place(path, key=True), message=f"{_subject(document, path)}{found.message}"
                )
            continue
        missing = error["type"] == "missing"
        on_key = missing or error["type"] == "extra_forbidden" or loc[-1:] == ("[key]",)
        # The value as it stands in the file: what pydantic names has been through the conversions before it.
        value = error.get("input") if on_key else document.at(path)
        place = document.place(path[:-1] if missing else path, key=on_key)
        # A reference was refused by the reader and has no value: that there is none is no second mistake.
        if value is None and document.lines.excerpt(place)[place.column - 1 :].startswith("*"):
            continue
        key = next((str(step) for step in reversed(path) if isinstance(step, str)), "")
        keys = keys_of(model, path[:-1])
        # A key can be text from the file (a name, a year), so it is made as harmless as a quoted value.
        refused = Refused(quote(key)[1:-1], value, error.get("ctx", {}), keys, "" if keys else _block(path))
        found = wording(error["type"], refused)
        yield found._replace(place=place, message=f"{_subject(document, path)}{found.message}")


def _beside_owner(document: YamlDocument, model: type[Model], errors: list[Any]) -> dict[Path, Path]:
    """Return the unknown keys that belong in the empty block that they stand behind, each with that of the block."""
    found: dict[Path, Path] = {}
    for error in errors:
        path: Path = error["loc"]
        block = document.at(path[:-1]) if error["type"] == "extra_forbidden" else None
        if not isinstance(block, dict) or len(block) > MAX_FINDINGS:
            continue
        known = keys_of(model, path[:-1])
        before = list(block)[: list(block).index(str(path[-1]))]
        owner = next((key for key in reversed(before) if key in known), None)
        if owner is not None and block[owner] is None and _takes(model, (*path[:-1], owner), str(path[-1])):
            found[path] = (*path[:-1], owner)
    return found


def _takes(model: type[Model], path: Path, key: str) -> bool:
    """Whether the block at ``path`` of a file of this model may have a key: one of its own, or a year or name."""
    if key in keys_of(model, path):
        return True
    parent: Any = model
    for step in path[:-1]:
        if isinstance(step, str):
            parent = _inner(parent.model_fields[step].annotation)
    field = parent.model_fields.get(path[-1])
    keys = next((get_args(a)[0] for a in (field.annotation, *get_args(field.annotation)) if _is_mapping(a)), None)
    try:
        return keys is not None and TypeAdapter(keys).validate_python(key) is not None
    except ValidationError:
        return False


def _is_mapping(annotation: Any) -> bool:
    origin = get_origin(annotation)
    return isinstance(origin, type) and issubclass(origin, Mapping)


def _block(path: Path) -> str:
    """Return the key of the block that a path ends in, empty where the file or a list is what it ends in."""
    block = path[-2] if len(path) > 1 and isinstance(path[-1], str) else ""
    return block if isinstance(block, str) else ""


def _subject(document: YamlDocument, path: Path) -> str:
    """Return whose key it is ("plan 'haarle': "), in the words of the file instead of a list index."""
    nouns = {
        "plannen": "plan",
        "gemeenten": "gemeente",
        "bronnen": "bron",
        "uitspraken": "uitspraak",
        "segmentdoelen": "segmentdoel",
        "opgaven": "opgave",
    }
    for length in range(len(path), 1, -1):
        noun = nouns.get(str(path[length - 2]))
        record = document.at(path[:length])
        if noun and isinstance(path[length - 1], int) and isinstance(record, Mapping):
            name = record.get("id") or record.get("naam")
            named = isinstance(name, str | int) and name != ""
            return f"{noun} {quote(str(name))}: " if named else f"{noun} nummer {int(path[length - 1]) + 1}: "
    return ""


def keys_of(model: type[Model], path: Path) -> tuple[str, ...]:
    """Return the keys that the block at ``path`` of a file of this model may have."""
    current: Any = model
    for step in path:
        if isinstance(step, str) and hasattr(current, "model_fields"):
            field = current.model_fields.get(step)
            current = _inner(field.annotation) if field else None
    return tuple(getattr(current, "model_fields", ()))


def _inner(annotation: Any) -> Any:
    """Return the model inside ``Model | None``, ``tuple[Model, ...]`` or ``Mapping[str, Model]``."""
    origin = get_origin(annotation)
    if origin in (Union, UnionType, tuple):
        return next((_inner(a) for a in get_args(annotation) if a not in (type(None), Ellipsis)), None)
    if origin is not None and isinstance(origin, type) and issubclass(origin, Mapping):
        return _inner(get_args(annotation)[1])
    return annotation
