"""What comes in against what is there: new, changed, the same, gone, and what a person changed in between.

Three texts decide: what import wrote last, what is in the register now, and what the file says today. A record that
nobody touched follows the file; one that the file leaves as it was stays as the person made it; where both moved,
somebody has to choose.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NamedTuple

from woonplan.diagnostics import Diagnostic, quote
from woonplan.exchange import rules
from woonplan.exchange.identity import ids, keys, slug
from woonplan.exchange.memory import GONE, Remembered
from woonplan.exchange.reading import Incoming
from woonplan.exchange.rules import LET_OP
from woonplan.exchange.state import Existing, State, digest
from woonplan.yaml_io.record import record_text

INDENT = 2
"""Spaces before the dashes of the records that import writes."""

MOST_SHOWN = 20
"""Fields of a conflict that are shown."""


class Choice(StrEnum):
    """What happens to a record that both sides changed."""

    REGISTER = "register"
    BESTAND = "bestand"


@dataclass
class Change:
    """One record that is written."""

    plan_id: str
    text: str
    """Its lines, for dashes that stand ``INDENT`` spaces in."""
    data: dict[str, Any]
    existing: Existing | None
    """What stands in its place; None where it is new."""
    file: str
    """Name of the file that a new record goes to."""
    gone: bool = False


@dataclass
class Merged:
    """What an import would do."""

    changes: list[Change] = field(default_factory=list)
    memory: dict[str, Remembered] = field(default_factory=dict)
    findings: list[Diagnostic] = field(default_factory=list)
    same: int = 0
    """Plans of which the register already says what the file says."""
    kept: list[str] = field(default_factory=list)
    """Ids of plans that a person changed and that the file left as they were."""
    removed: list[str] = field(default_factory=list)
    """Ids of plans that a person took out of the register and that are still in the files."""
    touched: set[str] = field(default_factory=set)
    """Municipalities that the files are about, as parts of file names."""


def merge(plans: list[Incoming], state: State, bronnen: dict[str, str], choice: Choice | None) -> Merged:
    """Return what to write.

    Args:
        plans: What the files say.
        state: What is in the folder.
        bronnen: The id of the document of every file that was read, by its name.
        choice: Which side wins where both changed; None makes that an error.
    """
    merged = Merged(memory=dict(state.memory))
    given = ids(plans, state.memory)
    for plan, key, plan_id in zip(plans, keys(plans), given, strict=True):
        merged.touched.add(slug(plan.gemeente))
        _one(merged, state, Meeting(plan, key, plan_id, bronnen[plan.layout.sheet.book]), choice)
    _gone(merged, state, plans, set(given))
    return merged


class Meeting(NamedTuple):
    """A plan of a file, and the record that it is in the register."""

    plan: Incoming
    key: str
    plan_id: str
    bron: str


def _one(merged: Merged, state: State, meeting: Meeting, choice: Choice | None) -> None:
    plan, key, plan_id, bron = meeting
    data = _record(plan, plan_id, bron)
    text = record_text(data, INDENT)
    written = Remembered(plan.layout.slug, key, plan.digest, digest(text))
    existing, before = state.records.get(plan_id), state.memory.get(plan_id)
    untouched = existing is not None and before is not None and before.tekst == existing.digest
    said_before = before is not None and before.inhoud == plan.digest
    if existing is not None and _says(existing, data):
        merged.same += 1
        merged.memory[plan_id] = written._replace(tekst=existing.digest)
        return
    if before is not None and not untouched and (said_before or choice is Choice.REGISTER):
        # The person moved and the file did not, or the person has the last word: what they made of it stays.
        if existing is not None or choice is not Choice.BESTAND:
            merged.memory[plan_id] = written._replace(tekst=before.tekst)
            (merged.kept if existing is not None else merged.removed).append(plan_id)
            return
    elif choice is Choice.REGISTER and existing is not None and not untouched:
        merged.memory[plan_id] = written._replace(tekst="")
        merged.kept.append(plan_id)
        return
    elif choice is None and not untouched and (existing is not None or before is not None):
        merged.findings.append(_conflict(existing, data, plan))
        return
    merged.memory[plan_id] = written
    merged.changes.append(Change(plan_id, text, data, existing, slug(plan.gemeente)))


def _record(plan: Incoming, plan_id: str, bron: str) -> dict[str, Any]:
    where = plan.layout.sheet.where(plan.rows)
    named = f"{where} (kenmerk {plan.key})" if plan.key and plan.key != plan_id else where
    rest = {key: value for key, value in plan.data.items() if key != "id"}
    return {"id": plan_id, **rest, "bron": bron, "vindplaats": named}


_PROVENANCE = ("bron", "vindplaats")


def _says(existing: Existing, data: dict[str, Any]) -> bool:
    """Whether a record says what a file says, wherever it says it from."""
    mine = {k: v for k, v in existing.data.items() if k not in _PROVENANCE}
    return bool(comparable(mine) == comparable({k: v for k, v in data.items() if k not in _PROVENANCE}))


def comparable(value: Any) -> Any:
    """Return data in a form in which a number and its text are the same, as they are in a file."""
    if isinstance(value, dict):
        return {str(k): comparable(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [comparable(v) for v in value]
    return str(value)


def _conflict(existing: Existing | None, data: dict[str, Any], plan: Incoming) -> Diagnostic:
    """Return the finding that shows both sides, field by field."""
    name = quote(str(data["id"]))
    if existing is None:
        message = f"plan {name} is met de hand uit het register gehaald, en het bestand zegt er iets nieuws van"
        return rules.CONFLICT.at(plan.place, message, subject=plan.naam)
    mine = existing.data
    lines = [
        f"{key}: register {shown(mine.get(key))}, bestand {shown(data.get(key))}"
        for key in [*data, *(k for k in mine if k not in data)]
        if key not in _PROVENANCE and comparable(mine.get(key)) != comparable(data.get(key))
    ]
    rest = f"; en {len(lines) - MOST_SHOWN} andere velden" if len(lines) > MOST_SHOWN else ""
    message = f"plan {name} is in het register ({existing.place}) met de hand gewijzigd of geschreven, en het bestand "
    message += f"zegt iets anders: {'; '.join(lines[:MOST_SHOWN])}{rest}"
    return rules.CONFLICT.at(plan.place, message, subject=plan.naam)


def shown(value: Any) -> str:
    """Return a value of a record in a few words."""
    if value is None:
        return "niets"
    if isinstance(value, dict):
        return ", ".join(f"{k}: {v}" for k, v in value.items())
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    return quote(str(value)) if isinstance(value, str) else str(value).lower()


def _gone(merged: Merged, state: State, plans: list[Incoming], present: Collection[str]) -> None:
    """Mark plans that came from the same product and municipality before, and are in none of the files now."""
    complete = {(plan.layout.slug, plan.gemeente): plan for plan in plans if plan.layout.complete}
    elsewhere = {plan.gemeente: plan for plan in plans if plan.layout.complete}
    for plan_id, before in sorted(state.memory.items()):
        existing = state.records.get(plan_id)
        if plan_id in present or existing is None or before.inhoud == GONE:
            continue
        data = existing.data
        gemeente = str(data.get("gemeente") or data.get("regio"))
        like = complete.get((before.indeling, gemeente)) or elsewhere.get(gemeente)
        if like is None:
            continue
        file = like.layout.sheet.book
        message = f"plan {quote(plan_id)} ({quote(str(data.get('naam', plan_id)))}) staat niet meer in {quote(file)}"
        if before.indeling != like.layout.slug:
            message += f"; het kwam uit een andere indeling ({before.indeling}) en is daarom niet aangeraakt"
        elif before.tekst != existing.digest:
            message += "; het is met de hand gewijzigd en daarom niet aangeraakt"
        else:
            message += "; het telt niet meer mee"
            marked = {**data, "telt_mee": False, "reden": f"staat niet meer in {file}"}
            text = record_text(marked, INDENT)
            merged.memory[plan_id] = before._replace(inhoud=GONE, tekst=digest(text))
            merged.changes.append(Change(plan_id, text, marked, existing, slug(gemeente), gone=True))
        merged.findings.append(rules.VERDWENEN.at(existing.place, message, severity=LET_OP))
