"""This register, this question: what follows from them hangs on one object, each answer worked out once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from functools import cached_property, wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from woonplan.calc.capacity.counting import Counting
from woonplan.calc.capacity.families import contributions
from woonplan.calc.capacity.records import Contribution
from woonplan.calc.capacity.selection import Share, for_places, for_total, select
from woonplan.calc.capacity.sums import Shares, Sums, heard, silence, silent_figures, wanted_classes
from woonplan.calc.number.figure import Figure
from woonplan.calc.question import By, Question, opgavenset, telling
from woonplan.calc.target.demand import Area, Stated, region, stated
from woonplan.calc.target.period import Period
from woonplan.model.base import slug
from woonplan.model.control import Planklasse
from woonplan.model.dataset import Dataset
from woonplan.model.gemeente import Gemeente
from woonplan.model.number import Number
from woonplan.model.target import Opgavenset, SoortUitspraak, Telling

P = ParamSpec("P")
R = TypeVar("R")

RESERVED = (*map(str, By), "jaar", "totaal", "niet_toegewezen")
"""Words that stand for something else where the word of a municipality may stand in an address."""


class View:
    """A register with what is asked of it.

    Records, what of them is in the selection and its sums are here; what answers a question of its own (the balance,
    groups, years, the pace) is a function of a view, marked `answer`.
    """

    def __init__(self, dataset: Dataset, question: Question | None = None) -> None:
        """Ask a question of a register; without one everything."""
        self.dataset = dataset
        self.question = question or Question()
        self.answers: dict[tuple[object, ...], Any] = {}

    def asking(self, **changes: Any) -> View:
        """Return the same register with another question; records that count in the same way are made once."""
        other = View(self.dataset, replace(self.question, **changes))
        if other.question == self.question:
            return self
        if other.counting == self.counting:
            other.records = self.records
        return other

    @cached_property
    def opgave(self) -> Opgavenset | None:
        """The set of targets to compute with; None where the register has none."""
        return opgavenset(self.dataset, self.question)

    @cached_property
    def telling(self) -> Telling | None:
        """The reading of its period; None without a set of targets."""
        return telling(self.opgave, self.question) if self.opgave else None

    @cached_property
    def period(self) -> Period | None:
        """The period of the target; None without one."""
        return Period.of(self.telling) if self.telling else None

    @cached_property
    def counting(self) -> Counting:
        """How capacity is counted: within the period of the target, where there is one."""
        return Counting(self.question.netto, self.period, self.question.spreid)

    @cached_property
    def gemeenten(self) -> tuple[Gemeente, ...]:
        """The municipalities that are asked for, in the order of the register; without any all of them."""
        wanted = self.question.gemeenten
        return tuple(g for g in self.dataset.gemeenten if not wanted or g.naam in wanted)

    @property
    def areas(self) -> list[Area]:
        """The areas that a target is asked of: the municipalities asked for, or the region."""
        return [Area("gemeente", name) for name in self.question.gemeenten] or [region(self.dataset)]

    def stated(self, soort: SoortUitspraak, area: Area | None = None) -> Stated | None:
        """Return the statement of a quantity that is used for an area (the region without one); None for none."""
        if self.opgave is None:
            return None
        return stated(self.dataset, self.opgave, soort, area or region(self.dataset), self.question.uitspraken)

    @cached_property
    def records(self) -> tuple[Contribution, ...]:
        """All records of the state, with what each adds as it is counted here."""
        return contributions(self.dataset, self.counting)

    @cached_property
    def itemised(self) -> tuple[Share, ...]:
        """What of them is in the selection, aggregates with their rest beside their parts: for rows of any kind."""
        return tuple(select(self.dataset, self.records, self.question))

    @cached_property
    def shares(self) -> tuple[Share, ...]:
        """The same for a total, in which aggregates count whole and their parts do not."""
        return tuple(for_total(self.dataset, self.records, self.question, self.itemised))

    @cached_property
    def placed(self) -> tuple[Share, ...]:
        """The same for rows of municipalities, in each of which a divided record has its own number."""
        return tuple(for_places(self.dataset, self.records, self.question, self.itemised))

    @cached_property
    def dated(self) -> tuple[Share, ...]:
        """The same for rows of years: the years of an aggregate are its own, also where its parts have none."""
        own = lambda c: c.jaren is not None  # noqa: E731 - said in one place
        return tuple(for_total(self.dataset, self.records, self.question, self.itemised, own))

    @cached_property
    def heard(self) -> frozenset[str]:
        """The municipalities that have a record of their own that counts."""
        return heard(self.records)

    @cached_property
    def klassen(self) -> frozenset[Planklasse]:
        """The classes of capacity that are asked for."""
        return wanted_classes(self.question, self.dataset)

    @property
    def silence(self) -> Number:
        """What a municipality without records adds to a sum."""
        return silence(netto=self.question.netto, hidden=self.dataset.verborgen)

    @cached_property
    def sums(self) -> Sums:
        """Capacity by class."""
        everywhere = tuple(g.naam for g in self.dataset.gemeenten)
        # A municipality without a record of its own that counts: what it plans is unknown.
        quiet = [name for name in self.question.gemeenten or everywhere if name not in self.heard]
        if not any(c.kind.telt_mee for c in self.records):
            # A register without a single record that counts knows nothing of its region.
            quiet = quiet or [self.dataset.gebied.regio.naam]
        return Shares(self.shares, self.silence).sums(silent=quiet, klassen=self.klassen)

    @property
    def zonder_plannen(self) -> Mapping[Planklasse, Collection[str]]:
        """By class, the municipalities without a record: what they plan is unknown, wherever it may belong."""
        return self.sums.zonder_plannen

    def nothing_of(self, klasse: Planklasse) -> tuple[Figure, ...]:
        """Return an unknown number for every municipality without records of a class: what comes there is unknown."""
        return tuple(silent_figures(self.zonder_plannen.get(klasse, ()), self.silence))

    @cached_property
    def words(self) -> dict[str, str]:
        """The word of every municipality in an address, by its name.

        Names that give one word, or a reserved one, or none at all, are told apart by their CBS codes: which of them is
        meant must not depend on their order.
        """
        gemeenten = self.dataset.gemeenten
        words = {gemeente.naam: slug(gemeente.naam) for gemeente in gemeenten}
        times = Counter([*words.values(), *RESERVED, ""])
        codes = {gemeente.naam: slug(gemeente.code) for gemeente in gemeenten}
        return {name: codes[name] if times[word] > 1 else word for name, word in words.items()}

    def names(self, gemeente: str) -> tuple[str, ...]:
        """Return what the row of a municipality is called in an address, its word first; nothing for other rows."""
        found = self.dataset.gemeente(gemeente) if gemeente in self.words else None
        if found is None:
            return ()
        # The number of the code alone, as spreadsheets hold it.
        number = found.code.removeprefix("GM")
        return (self.words[found.naam], *found.namen, number, number.lstrip("0"))


def answer(work: Callable[Concatenate[View, P], R]) -> Callable[Concatenate[View, P], R]:
    """Let a function of a view work its answer out once: whoever asks the same of the same view gets what was found."""

    @wraps(work)
    def asked(view: View, /, *args: P.args, **kwargs: P.kwargs) -> R:
        key = (work, args, tuple(kwargs.items()))
        if key not in view.answers:
            view.answers[key] = work(view, *args, **kwargs)
        found: R = view.answers[key]
        return found

    return asked
