"""What a reader may see: a register without its confidential records, and without what would give them away.

The rule is that nothing shown may depend on a record above the level. So the records are taken out before anything is
computed, and with them what could be subtracted from: published totals of capacity, and the checksum of the file. An
aggregate keeps its whole; a record that was itemised from it disappears in its rest.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection
from dataclasses import dataclass, replace

from woonplan.model.dataset import Dataset
from woonplan.model.plan import Plan, Plannenbestand
from woonplan.model.stand import Invoer, Stand, Standdeel
from woonplan.model.vocabulary import Vertrouwelijkheid

_ORDER = tuple(Vertrouwelijkheid)


@dataclass(frozen=True, slots=True)
class Visible:
    """A register as readers of one level may see it."""

    dataset: Dataset
    level: Vertrouwelijkheid
    partial: frozenset[str] = frozenset()
    """Input files of which some records are left out; their checksum is that of what is left."""

    @property
    def complete(self) -> bool:
        """Whether nothing was left out."""
        return not self.partial


def level_of(plan: Plan) -> Vertrouwelijkheid:
    """Return who may see a record; absent is the most restrictive."""
    return plan.vertrouwelijkheid or Vertrouwelijkheid.GEMEENTE


def may_see(plan: Plan, level: Vertrouwelijkheid) -> bool:
    """Whether readers of a level may see a record: those of `regio` also see what is `openbaar`."""
    return _ORDER.index(level_of(plan)) <= _ORDER.index(level)


def hidden_ids(dataset: Dataset, level: Vertrouwelijkheid) -> frozenset[str]:
    """Return the ids of the records above a level."""
    return frozenset(plan.id for plan in dataset.stand.plannen if not may_see(plan, level))


def visible(dataset: Dataset, level: Vertrouwelijkheid, also: Collection[str] = ()) -> Visible:
    """Return the register without the records above ``level``.

    Args:
        dataset: The whole register.
        level: The readers.
        also: Ids of records to leave out as well, such as those that are confidential in a state it is compared with.
    """
    hidden = hidden_ids(dataset, level) | (frozenset(also) & {plan.id for plan in dataset.stand.plannen})
    if not hidden:
        return Visible(dataset, level)
    delen, partial = [], set()
    for standdeel in dataset.stand.delen:
        if any(plan.id in hidden for plan in standdeel.inhoud.plannen):
            partial.add(standdeel.invoer.bestand)
        delen.append(_without(standdeel, hidden))
    return Visible(replace(dataset, stand=Stand(tuple(delen))), level, frozenset(partial))


def _without(standdeel: Standdeel, hidden: frozenset[str]) -> Standdeel:
    kept = [(index, plan) for index, plan in enumerate(standdeel.inhoud.plannen) if plan.id not in hidden]
    plannen = tuple(_outside(plan, hidden) for _, plan in kept)
    # A published total that is higher than what is shown gives away the difference.
    inhoud = standdeel.inhoud.model_copy(update={"plannen": plannen, "controle": ()})
    rows = tuple(index if standdeel.rows is None else standdeel.rows[index] for index, _ in kept)
    invoer = standdeel.invoer
    if len(kept) < len(standdeel.inhoud.plannen):
        invoer = Invoer(invoer.bestand, _checksum(inhoud), invoer.positions)
    return Standdeel(inhoud, invoer, rows)


def without_lines(seen: Visible) -> Dataset:
    """Return what readers see, without the lines of files of which they see a part.

    The line of a record tells how much stands above it, and so it would change with what is hidden.
    """
    delen = tuple(
        replace(standdeel, invoer=Invoer(standdeel.invoer.bestand, standdeel.invoer.sha256))
        if standdeel.invoer.bestand in seen.partial
        else standdeel
        for standdeel in seen.dataset.stand.delen
    )
    return replace(seen.dataset, stand=Stand(delen))


def _outside(plan: Plan, hidden: frozenset[str]) -> Plan:
    """Return a record without the name of an aggregate that may not be seen; it then counts by itself."""
    return plan.model_copy(update={"onderdeel_van": None}) if plan.onderdeel_van in hidden else plan


def _checksum(inhoud: Plannenbestand) -> str:
    """Return the SHA-256 of what is left of a file: that of the file itself would change with every hidden number."""
    content = json.dumps(inhoud.model_dump(mode="json", exclude_none=True), sort_keys=True, ensure_ascii=True)
    return hashlib.sha256(content.encode("ascii")).hexdigest()
