"""The questions that are put to the program, and which leaves of a register a question selects."""

from __future__ import annotations

import dataclasses
import random

from tests.worlds.reading import KLASSEN, Leaf
from tests.worlds.register import Register

GROUPINGS = ("gemeente", "status", "plantype", "strategie", "positie", "sleutelsoort")
FIELD = {
    "plantype": "plantype",
    "strategie": "strategie",
    "sleutelsoort": "sleutelproject",
    "afwegingskader": "afwegingskader",
}


@dataclasses.dataclass(frozen=True)
class Question:
    """One run of `gap` or `report`."""

    command: str = "gap"
    by: str | None = None
    gemeente: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    strategie: tuple[str, ...] = ()
    netto: bool = False
    tegen: str = "ambitie"
    telling: str | None = None
    spreid: bool = False
    buffer: int | None = None
    fail_on: str | None = None

    def options(self, register: Register) -> list[str]:
        """The command line, without where the register is."""
        words = [self.command]
        if self.command == "report":
            first_day = not register.midden_in_jaar
            words += [str(register.peiljaar - first_day), "--vertrouwelijkheid", "gemeente"]
        for name in ("by", "telling", "buffer", "fail_on"):
            value = getattr(self, name)
            words += [f"--{name.replace('_', '-')}", str(value)] if value is not None else []
        for name in ("gemeente", "status", "strategie"):
            words += [word for value in getattr(self, name) for word in (f"--{name}", value)]
        words += ["--tegen", self.tegen] if self.tegen != "ambitie" else []
        words += [f"--{name}" for name in ("netto", "spreid") if getattr(self, name)]
        return words

    @property
    def selects(self) -> bool:
        return bool(self.gemeente or self.status or self.strategie)

    def names(self, register: Register) -> frozenset[str]:
        """The municipalities that are asked for."""
        return frozenset(self.gemeente or register.namen)

    def weight(self, leaf: Leaf) -> int:
        """How the selection on status and strategy treats a leaf: 0 out, 1 in, 3 perhaps."""
        return least(self._status(leaf), self._strategie(leaf))

    def klassen(self, leaf: Leaf) -> frozenset[str]:
        """The classes that the homes of a leaf can have within the selection."""
        own = KLASSEN[leaf.status]
        if own != "onbekend":
            return frozenset({own})
        return frozenset(KLASSEN[status] for status in self.status) if self.status else frozenset({"hard", "zacht"})

    def _status(self, leaf: Leaf) -> int:
        own, klasse = leaf.status, KLASSEN[leaf.status]
        if not self.status or own in self.status or klasse in self.status:
            return 1
        if klasse == "onbekend" or (own == klasse and any(KLASSEN[status] == klasse for status in self.status)):
            return 3
        return 0

    def _strategie(self, leaf: Leaf) -> int:
        if not self.strategie:
            return 1
        own = leaf.says("strategie")
        return 3 if own is None else int(own in self.strategie)


def least(*weights: int) -> int:
    """The weight of a leaf that has to pass several tests."""
    return 0 if 0 in weights else max(weights)


def draw(rng: random.Random, register: Register, few: int) -> list[Question]:
    """The plain balance, the outcomes of the framework, and some other questions, each kind with the same chance."""
    first = Question(telling=None, fail_on=rng.choice((None, "tekort-ondergrens", "tekort-bovengrens")))
    others = [_one(rng, register) for _ in range(few)]
    return [first, *others, Question(by="afwegingskader", netto=first.fail_on is None)]


def _one(rng: random.Random, register: Register) -> Question:
    telling = rng.choice([telling["id"] for telling in register.tellingen]) if rng.random() < 0.2 else None
    question = Question(netto=rng.random() < 0.3, telling=telling)
    if rng.random() < 0.2:
        names = rng.sample(register.namen, rng.randint(1, min(2, len(register.namen))))
        question = dataclasses.replace(question, gemeente=tuple(names))
    kind = rng.random()
    if kind < 0.25:
        return dataclasses.replace(question, command="report", gemeente=())
    if kind < 0.5:
        buffer = 30 if rng.random() < 0.2 and not question.gemeente else None
        return dataclasses.replace(question, by="jaar", spreid=rng.random() < 0.35, buffer=buffer)
    question = dataclasses.replace(question, by=rng.choice(GROUPINGS) if kind < 0.85 else None)
    if rng.random() < 0.2:
        question = dataclasses.replace(question, status=(rng.choice(("hard", "zacht", "1A", "1C", "2A")),))
    if rng.random() < 0.15:
        question = dataclasses.replace(question, strategie=(rng.choice(("buiten_wonen", "stedelijk_wonen")),))
    if rng.random() < 0.1:
        question = dataclasses.replace(question, tegen="behoefte")
    if question.by is None and rng.random() < 0.5:
        question = dataclasses.replace(question, fail_on=rng.choice(("tekort-ondergrens", "tekort-bovengrens")))
    return question
