"""What comes in against what is there: new, changed, the same, gone, and what a person changed in between.

Three texts decide: what import wrote last, what is in the register now, and what the file says today. A record that
nobody touched follows the file; one that the file leaves as it was stays as the person made it; where both moved,
somebody has to choose.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from woonplan.diagnostics import Diagnostic, Severity, quote
from woonplan.exchange.fields import FIELDS, CellKind
from woonplan.exchange.job import Choice
from woonplan.exchange.reading import INDENT, Incoming, area
from woonplan.exchange.register.comparison import bare, conflict, says
from woonplan.exchange.register.identity import ids, keys, slug
from woonplan.exchange.register.memory import GONE, Remembered
from woonplan.exchange.register.state import LEVEL, Existing, State, digest
from woonplan.model.vocabulary import Vertrouwelijkheid
from woonplan.rule import Rule, situation
from woonplan.yaml_io.record import block_text, record_text, scalar

WP623 = Rule(
    code="WP623",
    naam="plan staat niet meer in het bestand",
    wat="Een plan dat eerder uit deze indeling kwam, staat er niet meer in. Het blijft in het register.",
    waarom="Het kan klaar zijn, vervallen of vergeten; met 'telt_mee: false' telt het tot die tijd niet mee.",
    oplossing="Ga na of het plan vervallen of klaar is, en leg dat vast.",
    fout=situation("Kadehof kwam vorig jaar uit lijst.csv, en staat er dit jaar niet in."),
    goed=situation("Alle plannen die vorig jaar uit lijst.csv kwamen, staan er dit jaar ook in."),
    severity=Severity.WAARSCHUWING,
)
"""A plan that is gone from its file."""


MOST_PLACE = 300
"""Characters of a place, and of what another system calls a plan."""


@dataclass
class Amendment:
    """One record that is written."""

    plan_id: str
    text: str
    """Its lines, for dashes that stand ``INDENT`` spaces in."""
    said: Mapping[str, Any]
    """What the file says of it; empty for one that is gone."""
    besides: Mapping[str, Any]
    """What the record says besides."""
    existing: Existing | None
    """What stands in its place; None where it is new."""
    file: str
    """Name of the file that a new record goes to."""

    @property
    def gone(self) -> bool:
        """Whether its plan is no longer in the files."""
        return not self.said

    @property
    def data(self) -> dict[str, Any]:
        """The record; made when it is asked for, since a first import writes 50,000."""
        return {"id": self.plan_id, **self.said, **self.besides}


@dataclass
class Merged:
    """What an import would do."""

    changes: list[Amendment] = field(default_factory=list)
    memory: dict[str, Remembered] = field(default_factory=dict)
    findings: list[Diagnostic] = field(default_factory=list)
    conflicts: list[tuple[Incoming, Diagnostic]] = field(default_factory=list)
    """Plans that both sides changed, and what is said of them; they are among the findings too."""
    same: int = 0
    """Plans of which the register already says what the file says."""
    kept: list[str] = field(default_factory=list)
    """Ids of plans that a person changed and that the file left as they were."""
    removed: list[str] = field(default_factory=list)
    """Ids of plans that a person took out of the register and that are still in the files."""
    touched: set[str] = field(default_factory=set)
    """Municipalities that the files are about, as parts of file names."""


def merge(
    plans: list[Incoming], state: State, bronnen: dict[str, str], choice: Choice | None, level: str | None = None
) -> Merged:
    """Return what to write.

    Args:
        plans: What the files say.
        state: What is in the folder.
        bronnen: The id of the document of every file that was read, by its name.
        choice: Which side wins where both changed; None makes that an error.
        level: Who may see the plans of a new file that do not say it themselves.
    """
    merged = Merged(memory=dict(state.memory))
    given = ids(plans, state.memory)
    for plan, key, plan_id in zip(plans, keys(plans), given, strict=True):
        merged.touched.add(slug(plan.gemeente))
        existing = state.records.get(plan_id)
        file = existing.file if existing is not None else state.by_stem.get(slug(plan.gemeente))
        within = level if file is None else file.level
        _one(merged, state, Meeting(plan, key, plan_id, bronnen[plan.layout.sheet.book], within), choice)
    _gone(merged, state, plans, set(given))
    return merged


class Meeting(NamedTuple):
    """A plan of a file, and the record that it is in the register."""

    plan: Incoming
    key: str
    plan_id: str
    bron: str
    level: str | None
    """Who may see the records of its file that do not say it themselves."""


def _one(merged: Merged, state: State, meeting: Meeting, choice: Choice | None) -> None:
    plan, key, plan_id, *_ = meeting
    existing, before = state.records.get(plan_id), state.memory.get(plan_id)
    untouched = existing is not None and existing.digest in (plan.basis, before.tekst if before else "")
    said_before = before is not None and before.inhoud == plan.digest
    written = Remembered(plan.layout.slug, key, plan.digest, before.tekst if before else "")
    if untouched and said_before:
        merged.same += 1
        merged.memory[plan_id] = written
        return
    change = _change(meeting, existing)
    data = change.data if meeting.level is None else {LEVEL: meeting.level, **change.data}
    if existing is not None and says(existing, data):
        merged.same += 1
        # What a person wrote around the same values stays theirs: a later change of the file is then no silent one.
        own = bare(existing.text) == bare(change.text)
        merged.memory[plan_id] = written._replace(tekst=existing.digest) if own else written
        return
    if before is not None and not untouched and (said_before or choice is Choice.REGISTER):
        # The person moved and the file did not, or the person has the last word: what they made of it stays.
        if existing is not None or choice is not Choice.BESTAND:
            merged.memory[plan_id] = written
            (merged.kept if existing is not None else merged.removed).append(plan_id)
            return
    elif choice is Choice.REGISTER and existing is not None and not untouched:
        merged.memory[plan_id] = written
        merged.kept.append(plan_id)
        return
    elif choice is None and not untouched and (existing is not None or before is not None):
        finding = conflict(existing, data, plan)
        merged.findings.append(finding)
        merged.conflicts.append((plan, finding))
        return
    merged.memory[plan_id] = written._replace(tekst=digest(change.text))
    merged.changes.append(change)


def _change(meeting: Meeting, existing: Existing | None) -> Amendment:
    """Return the record of a plan; what its layout has no column for stays as the register has it."""
    plan, _, plan_id, bron, level = meeting
    own = f"kenmerk {_short(plan.key)}" if plan.key and plan.key != plan_id else ""
    within = ", ".join(filter(None, (plan.cells, own)))
    where = plan.layout.sheet.where(plan.rows)
    named = _short(f"{where} ({within})" if within else where)
    mine = existing.data if existing is not None else {}
    kept = {k: v for k, v in mine.items() if k in _KEPT and k not in plan.layout.blocks and k not in plan.data}
    said, body = plan.data, plan.body
    if level is not None:
        if said.get(LEVEL) == level:
            said = {key: value for key, value in said.items() if key != LEVEL}
            body = body.replace(f"{' ' * (INDENT + 2)}{LEVEL}: {level}\n", "", 1)
        elif LEVEL not in said:
            # Without a level of its own it is for the municipality alone, whatever its file says of others.
            kept = {**kept, LEVEL: kept.get(LEVEL) or Vertrouwelijkheid.GEMEENTE.value}
        if kept.get(LEVEL) == level:
            del kept[LEVEL]
    besides = {**kept, "bron": bron, "vindplaats": named}
    text = f"{' ' * INDENT}- id: {scalar(plan_id)}\n{body}{block_text(besides, INDENT + 2)}"
    return Amendment(plan_id, text, said, besides, existing, slug(plan.gemeente))


def _short(text: str) -> str:
    """Return a text that fits in a place, however many rows or letters somebody's file has."""
    return text if len(text) <= MOST_PLACE else f"{text[:MOST_PLACE]}..."


_NUMBERS = (CellKind.AANTAL, CellKind.GEMEENTE)
_KEPT = frozenset(
    {
        *(field.key for field in FIELDS if field.kind not in _NUMBERS and field.key not in ("id", "precisie")),
        "sleutelproject",
        "onderdeel_van",
        "precisiewoord",
    }
)
"""Keys that say something beside the numbers: a source without a column for them says nothing of them."""


def _gone(merged: Merged, state: State, plans: list[Incoming], present: Collection[str]) -> None:
    """Mark plans that came from the same product and municipality before, and are in none of the files now."""
    complete = {(plan.layout.slug, plan.gemeente): plan for plan in plans if plan.layout.complete}
    elsewhere = {plan.gemeente: plan for plan in plans if plan.layout.complete}
    for plan_id, before in sorted(state.memory.items()):
        existing = state.records.get(plan_id)
        if plan_id in present or existing is None or before.inhoud == GONE:
            continue
        data = existing.data
        gemeente = area(data)
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
            merged.changes.append(Amendment(plan_id, text, {}, marked, existing, slug(gemeente)))
        merged.findings.append(WP623.at(existing.place, message))
