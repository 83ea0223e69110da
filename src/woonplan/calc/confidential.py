"""What a reader may see: a register without its confidential records, and without what would give them away.

The rule is that nothing shown may depend on a record above the level. So the records are taken out before anything is
computed, and with them what could be subtracted from (published totals of capacity, checksums, numbers of lines) and
what may speak of them: the head of a file that is hidden whole, and the remarks of files that are not meant for
everybody. Which of several files hold hidden records cannot be told either, so of all files the same is left out. An
aggregate keeps its whole; a record that was itemised from it disappears in its rest.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from woonplan.model.dataset import Dataset
from woonplan.model.plan import Plan, Plannenbestand
from woonplan.model.stand import Invoer, Stand, Standdeel
from woonplan.model.vocabulary import Vertrouwelijkheid

_ORDER = tuple(Vertrouwelijkheid)


def level_of(plan: Plan) -> Vertrouwelijkheid:
    """Return who may see a record; absent is the most restrictive."""
    return plan.vertrouwelijkheid or Vertrouwelijkheid.GEMEENTE


def may_see(plan: Plan, level: Vertrouwelijkheid) -> bool:
    """Whether readers of a level may see a record: those of `regio` also see what is `openbaar`."""
    return _ORDER.index(level_of(plan)) <= _ORDER.index(level)


def not_public(dataset: Dataset) -> int:
    """Return how many records of a register are not for everybody."""
    return sum(plan.vertrouwelijkheid is not Vertrouwelijkheid.OPENBAAR for plan in dataset.stand.plannen)


def hidden_ids(dataset: Dataset, level: Vertrouwelijkheid) -> frozenset[str]:
    """Return the ids of the records above a level."""
    return frozenset(plan.id for plan in dataset.stand.plannen if not may_see(plan, level))


def visible(dataset: Dataset, level: Vertrouwelijkheid, also: Collection[str] = ()) -> Dataset:
    """Return the register as readers of ``level`` may see it, without the records above it.

    Args:
        dataset: The whole register.
        level: The readers.
        also: Ids of records to leave out as well, such as those that are confidential in a state it is compared with.
    """
    hidden = hidden_ids(dataset, level) | (frozenset(also) & {plan.id for plan in dataset.stand.plannen})
    if not hidden:
        return dataset if level is dataset.niveau else replace(dataset, niveau=level)
    delen = tuple(_without(standdeel, hidden) for standdeel in dataset.stand.delen)
    seen = tuple(standdeel for standdeel in delen if standdeel.inhoud.plannen) or (_nothing(delen),)
    return replace(dataset, stand=Stand(seen), niveau=level, verborgen=True)


def visible_together(datasets: Sequence[Dataset], level: Vertrouwelijkheid) -> tuple[Dataset, ...]:
    """Return states that are held against each other as readers of a level may see them.

    What is above it in one of them is left out of all, under every id that it had: that a hidden plan came, went or
    moved is hidden as well. Nor is it told in which of them there was something to hide.
    """
    hidden = {name for dataset in datasets for name in hidden_ids(dataset, level)}
    plans = [plan for dataset in datasets for plan in dataset.stand.plannen]
    links = [(plan.id, name) for plan in plans for name in (plan.was, *plan.samengevoegd_uit) if name is not None]
    while more := {name for link in links if not hidden.isdisjoint(link) for name in link} - hidden:
        hidden |= more
    seen = [visible(dataset, level, hidden) for dataset in datasets]
    return tuple(replace(dataset, verborgen=any(one.verborgen for one in seen)) for dataset in seen)


def _without(standdeel: Standdeel, hidden: frozenset[str]) -> Standdeel:
    """Return a file without the hidden records, its lines, and what stands in its head about them."""
    kept = tuple(_outside(plan, hidden) for plan in standdeel.inhoud.plannen if plan.id not in hidden)
    changes = {
        "plannen": kept,
        # A published total that is higher than what is shown gives away the difference.
        "controle": (),
        # Remarks may speak of hidden plans, unless the file was written for everybody.
        "opmerkingen": standdeel.inhoud.opmerkingen if standdeel.inhoud.openbaar else None,
        "volledig_reden": standdeel.inhoud.volledig_reden if standdeel.inhoud.openbaar else None,
        "onvolledig": standdeel.inhoud.onvolledig if standdeel.inhoud.openbaar else {},
    }
    inhoud = standdeel.inhoud.model_copy(update=changes)
    # Without positions: the line of a record tells how much stands above it.
    return Standdeel(inhoud, Invoer(standdeel.invoer.bestand, _checksum(inhoud)))


def _nothing(delen: tuple[Standdeel, ...]) -> Standdeel:
    """Return a state of which nothing is seen: its reference date, and the folder where it stands in several files."""
    first = delen[0]
    inhoud = Plannenbestand(versie=first.inhoud.versie, peildatum=first.inhoud.peildatum)
    name = first.invoer.bestand if len(delen) == 1 else PurePosixPath(first.invoer.bestand).parent.as_posix()
    return Standdeel(inhoud, Invoer(name, _checksum(inhoud)))


def _outside(plan: Plan, hidden: frozenset[str]) -> Plan:
    """Return a record without the name of an aggregate that may not be seen; it then counts by itself."""
    return plan.model_copy(update={"onderdeel_van": None}) if plan.onderdeel_van in hidden else plan


def _checksum(inhoud: Plannenbestand) -> str:
    """Return the SHA-256 of what is left of a file: that of the file itself would change with every hidden number."""
    import json

    content = json.dumps(inhoud.model_dump(mode="json", exclude_none=True), sort_keys=True, ensure_ascii=True)
    return hashlib.sha256(content.encode("ascii")).hexdigest()
