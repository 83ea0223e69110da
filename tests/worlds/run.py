"""Many registers drawn with a seed, looked at, and counted."""

from __future__ import annotations

import collections
import dataclasses
import random
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.worlds import program
from tests.worlds.compare import Seen, look
from tests.worlds.draw import draw
from tests.worlds.questions import Question
from tests.worlds.questions import draw as draw_questions
from tests.worlds.register import Register
from tests.worlds.verdict import Verdict


@dataclasses.dataclass
class Tally:
    """What became of the cells of one kind of question."""

    cells: int = 0
    unsound: int = 0
    zero: int = 0
    differ: int = 0
    wide: int = 0
    wide_exact: int = 0

    @property
    def tight(self) -> float:
        """The share of the cells in which worlds differ whose ends are answers of some world, in per cent."""
        return 100 * (self.differ - self.wide) / self.differ if self.differ else 100.0

    @property
    def exact(self) -> float:
        """The share of the cells in which worlds agree that say the one answer, in per cent."""
        same = self.cells - self.differ
        return 100 * (same - self.wide_exact) / same if same else 100.0

    def take(self, other: Tally) -> None:
        """Count what another counted."""
        for field in dataclasses.fields(self):
            setattr(self, field.name, getattr(self, field.name) + getattr(other, field.name))

    def add(self, seen: Seen) -> None:
        """Count a cell."""
        self.cells += 1
        self.differ += seen.differs
        self.unsound += seen.verdict is Verdict.UNSOUND
        self.zero += seen.verdict is Verdict.ZERO
        if seen.verdict is Verdict.WIDE:
            self.wide += seen.differs
            self.wide_exact += not seen.differs


@dataclasses.dataclass(frozen=True)
class Fault:
    """A cell that is not right, and the register and question it stands in."""

    seen: Seen
    register: Register
    number: int


@dataclasses.dataclass
class Result:
    """The tallies by kind of question, and the faults in the order they were found."""

    kinds: dict[str, Tally]
    faults: list[Fault]
    registers: int = 0

    def merge(self, other: Result) -> None:
        """Take what another run found into this one."""
        self.registers += other.registers
        self.faults.extend(other.faults)
        for kind, tally in other.kinds.items():
            self.kinds.setdefault(kind, Tally()).take(tally)


def draws(numbers: range, seed: int, few: int) -> Iterator[tuple[int, Register, list[Question]]]:
    """The registers with these numbers and their questions: each from a seed of its own, to be drawn again alone."""
    known = program.fields()
    for number in numbers:
        rng = random.Random(f"{seed}.{number}")  # noqa: S311 - a test, no secret
        register = draw(rng, known)
        yield number, register, draw_questions(rng, register, few)


def run(numbers: range, seed: int, few: int = 5) -> Result:
    """Look at the registers with these numbers, the plain balance and some other questions each."""
    result = Result(collections.defaultdict(Tally), [])
    with tempfile.TemporaryDirectory() as folder:
        for number, register, questions in draws(numbers, seed, few):
            result.registers += 1
            for seen in look(register, questions, Path(folder)):
                result.kinds[seen.kind].add(seen)
                if seen.verdict is not Verdict.GOOD:
                    result.faults.append(Fault(seen, register, number))
    result.kinds = dict(result.kinds)
    return result
