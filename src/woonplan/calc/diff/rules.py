"""Changed rules: what counts as hard and soft, targets and agreements; and the old data under the new ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import NamedTuple

from woonplan.calc.view import View
from woonplan.model.agenda import Agendabestand
from woonplan.model.dataset import Dataset
from woonplan.model.stand import Stand


class Blok(StrEnum):
    """What a rule is about, in the order in which the new ones are put in the place of the old."""

    STATUSDEFINITIE = "statusdefinitie"
    OPGAVE = "opgave"
    AFSPRAAK = "afspraak"
    """Agreements and price limits: they change no total of this table."""


class Regel(NamedTuple):
    """One rule that differs; a value is None where the register of that side does not have it."""

    blok: Blok
    naam: str
    oud: object
    nieuw: object


def stages(old: View, new: View) -> tuple[tuple[Blok | None, View], ...]:
    """Return the old data under its own rules, and under the new ones as far as they differ, one block at a time."""
    dataset = old.dataset
    found: list[tuple[Blok | None, View]] = [(None, old)]
    if dataset.klassen != new.dataset.klassen:
        gebied = dataset.gebied.model_copy(update={"statusdefinities": new.dataset.gebied.statusdefinities})
        dataset = replace(dataset, gebied=gebied, stand=_defined(dataset.stand, new.dataset.statusdefinitie.id))
        found.append((Blok.STATUSDEFINITIE, View(dataset, old.question)))
    if dataset.gebied.opgaven != new.dataset.gebied.opgaven:
        gebied = dataset.gebied.model_copy(update={"opgaven": new.dataset.gebied.opgaven})
        found.append((Blok.OPGAVE, View(replace(dataset, gebied=gebied), new.question)))
    return tuple(found)


def _defined(stand: Stand, definitie: str) -> Stand:
    """Return a state with another definition of hard and soft in the heads of its files."""
    return Stand(
        tuple(
            standdeel._replace(inhoud=standdeel.inhoud.model_copy(update={"statusdefinitie": definitie}))
            for standdeel in stand.delen
        )
    )


def changed_rules(
    old: Dataset, new: Dataset, old_agenda: Agendabestand | None = None, new_agenda: Agendabestand | None = None
) -> tuple[Regel, ...]:
    """Return every rule that differs: statuses that count otherwise, statements and periods of targets, agreements."""
    blocks: tuple[tuple[Blok, Mapping[str, object], Mapping[str, object]], ...] = (
        (Blok.STATUSDEFINITIE, dict(_statuses(old)), dict(_statuses(new))),
        (Blok.OPGAVE, dict(_targets(old)), dict(_targets(new))),
        (Blok.AFSPRAAK, dict(_agreements(old_agenda)), dict(_agreements(new_agenda))),
    )
    return tuple(
        Regel(blok, name, before.get(name), after.get(name))
        for blok, before, after in blocks
        for name in dict.fromkeys((*before, *after))
        if before.get(name) != after.get(name)
    )


def _statuses(dataset: Dataset) -> Iterator[tuple[str, object]]:
    yield "statusdefinitie", dataset.stand.kop.statusdefinitie
    yield from ((f"status {status}", klasse) for status, klasse in dataset.klassen.items())


def _targets(dataset: Dataset) -> Iterator[tuple[str, object]]:
    for opgave in dataset.gebied.opgaven:
        if opgave.standaard:
            yield "standaard opgave", opgave.id
        for telling in opgave.tellingen:
            yield f"{opgave.id}, telling {telling.id}", f"{telling.van} tot {telling.tot}"
        for uitspraak in opgave.uitspraken:
            yield f"{opgave.id}, uitspraak {uitspraak.id}", uitspraak.number()
        for doel in opgave.segmentdoelen:
            yield f"{opgave.id}, segmentdoel {doel.id}", doel.aandeel or doel.number()


def _agreements(agenda: Agendabestand | None) -> Iterator[tuple[str, object]]:
    if agenda is None:
        return
    for parameter in agenda.parameters:
        for waarde in parameter.waarden:
            since = f" vanaf {waarde.vanaf}" if waarde.vanaf else ""
            number = f"{waarde.waarde}/{waarde.noemer}" if waarde.noemer != 1 else str(waarde.waarde)
            yield f"{parameter.naam}{since}", f"{number} {waarde.eenheid.replace('_', ' ')}"
    for grens in agenda.prijsgrenzen:
        days = f", {grens.vanaf or ''} tot {grens.tot or ''}" if grens.vanaf or grens.tot else ""
        yield f"prijsgrens {grens.soort.replace('_', ' ')} {grens.jaar}{days}", f"{grens.bedrag_cent} cent"
    for groep in agenda.gemeentegroepen:
        yield f"gemeentegroep {groep.naam}", ", ".join(groep.gemeenten)
