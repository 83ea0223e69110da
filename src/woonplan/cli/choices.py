"""What the user asked for against what the register has: names become values, or a message with the nearest name."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from enum import StrEnum
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple, TypeVar

from woonplan.calc.confidential import visible
from woonplan.calc.question import NO_BUFFER, Question, Tegen
from woonplan.calc.view import View
from woonplan.cli.session import open_register
from woonplan.cli.streams import NoWorkError
from woonplan.diagnostics import quote
from woonplan.load.nearest import suggestion
from woonplan.load.references.tijd import not_then
from woonplan.model.dataset import Dataset
from woonplan.model.statussen import Planstatus
from woonplan.model.target import RuimereProgrammering
from woonplan.model.vocabulary import Strategie, Vertrouwelijkheid

E = TypeVar("E", bound=StrEnum)


class Asked(NamedTuple):
    """The options of a command as typed; what may be repeated and was not given is None or empty."""

    data: Path = Path("data")
    plannen: Path | None = None
    gemeenten: Sequence[str] | None = None
    statussen: Sequence[str] | None = None
    strategieen: Sequence[str] | None = None
    opgaven: Sequence[str] | None = None
    telling: str | None = None
    netto: bool = False
    tegen: Tegen = Tegen.AMBITIE
    spreid: bool = False
    buffer: int | None = None
    """In per cent, from 0 to 100."""
    vergelijk: Path | None = None
    vertrouwelijkheid: str | None = None

    @property
    def given(self) -> list[str]:
        """The options that were given, of those that choose which numbers there are."""
        return list(self._chosen)

    @property
    def typed(self) -> str:
        """The options that a command with the same numbers needs: ` --netto --gemeente Enschede`."""
        files = (("--data", None if self.data == Path("data") else self.data), ("--plannen", self.plannen))
        options = {name: [path.as_posix()] for name, path in files if path is not None} | self._chosen
        words = (word for name, texts in options.items() for text in texts for word in (name, text) if word)
        return "".join(f" {quoted(word)}" for word in words)

    @property
    def _chosen(self) -> dict[str, Sequence[str]]:
        """The options that were given with what was typed after each; of a flag that is nothing."""
        found = {
            "--gemeente": self.gemeenten,
            "--status": self.statussen,
            "--strategie": self.strategieen,
            "--netto": self.netto and [""],
            "--tegen": self.tegen is not Tegen.AMBITIE and [self.tegen],
            "--opgave": self.opgaven,
            "--telling": self.telling and [self.telling],
            "--spreid": self.spreid and [""],
            "--buffer": self.buffer is not None and [str(self.buffer)],
            "--vergelijk": self.vergelijk and [self.vergelijk.as_posix()],
            "--vertrouwelijkheid": self.vertrouwelijkheid and [self.vertrouwelijkheid],
        }
        return {option: texts for option, texts in found.items() if texts}


def quoted(word: str) -> str:
    """Return a word as a shell reads it: in double quotes, which every shell knows, where it has white space."""
    import shlex

    plain = shlex.quote(word)
    return plain if plain == word or set(word) & set('"$`\\!%') else f'"{word}"'


def open_view(asked: Asked, wrong: Sequence[str] = (), tolerated: Collection[str] = ()) -> View:
    """Open the register as its readers may see it and return what is asked of it.

    Refuses what it has not, and what was ``wrong`` before that.
    """
    level = readers(asked, wrong=wrong)
    return view(visible(open_register(asked.data, asked.plannen, level, tolerated), level), asked, wrong)


def readers(
    asked: Asked, default: Vertrouwelijkheid = Vertrouwelijkheid.GEMEENTE, wrong: Sequence[str] = ()
) -> Vertrouwelijkheid:
    """Return for whom it is; without a choice the owner, who sees everything. Refuse a level that does not exist."""
    unknown: list[str] = []
    level = value(Vertrouwelijkheid, asked.vertrouwelijkheid or default, "vertrouwelijkheid", unknown)
    if level is None:
        raise NoWorkError(*wrong, *unknown)
    return level


def view(dataset: Dataset, asked: Asked, wrong: Sequence[str] = ()) -> View:
    """Return a register with what is asked of it; refuse what it has not, and what was ``wrong`` before that."""
    unknown: list[str] = []
    gemeenten = _gemeenten(dataset, asked.gemeenten or (), unknown)
    statussen = {value(Planstatus, text, "status", unknown) for text in asked.statussen or ()}
    strategieen = {value(Strategie, text, "strategie", unknown) for text in asked.strategieen or ()}
    opgave, uitspraken = _opgaven(dataset, asked.opgaven or (), unknown)
    asks = Question(
        gemeenten=gemeenten,
        statussen=frozenset(s for s in statussen if s),
        strategieen=frozenset(s for s in strategieen if s),
        netto=asked.netto,
        tegen=asked.tegen,
        opgave=opgave,
        telling=asked.telling,
        uitspraken=uitspraken,
        spreid=asked.spreid,
        buffer=Fraction(asked.buffer, 100) if asked.buffer else NO_BUFFER,
    )
    found = View(dataset, asks)
    readings = [t.id for t in found.opgave.tellingen] if found.opgave else []
    if asked.telling is not None and asked.telling not in readings:
        unknown.append(_unknown("telling", asked.telling, readings))
    if not unknown and asks.buffer and _has_room(found):
        unknown.append(TWICE)
    if wrong or unknown:
        raise NoWorkError(*wrong, *unknown)
    return found


TWICE = "--buffer: deze opgave houdt volgens de bron al rekening met planuitval; een buffer telt dat dubbel."


def _has_room(view: View) -> bool:
    """Whether the target holds room for plans that fail already, so that a buffer would be counted twice."""
    found = [view.stated(view.question.tegen.soort, area) for area in view.areas]
    # Without a target for one of the areas there is none for them together, and nothing that a buffer comes on top of.
    return all(s and s.uitspraak.ruimere_programmering is RuimereProgrammering.INBEGREPEN for s in found)


def _gemeenten(dataset: Dataset, names: Sequence[str], wrong: list[str]) -> tuple[str, ...]:
    found = [(name, dataset.gemeente(name)) for name in names]
    possible = [gemeente.naam for gemeente in dataset.gemeenten]
    for name, gemeente in found:
        if gemeente is None and dataset.genoemd(name) is not None:
            wrong.append(". ".join(not_then(name, dataset)))
        elif gemeente is None:
            wrong.append(_unknown("gemeente", name, possible))
    return tuple(dict.fromkeys(gemeente.naam for _, gemeente in found if gemeente is not None))


def value(kind: type[E], text: str, what: str, wrong: list[str], *more: str) -> E | None:
    """Return the value of a closed list with this name; add to ``wrong`` and return None when there is none.

    ``more`` are words that would have been right as well.
    """
    by_name = {str(v).casefold(): v for v in kind}
    found = by_name.get(text.casefold())
    if found is None:
        wrong.append(_unknown(what, text, [*map(str, kind), *more]))
    return found


def _opgaven(dataset: Dataset, names: Sequence[str], wrong: list[str]) -> tuple[str | None, tuple[str, ...]]:
    """Return the set of targets, by its own name or that of a statement in it, and the statements that are named."""
    sets = {s.id: s.id for s in dataset.gebied.opgaven}
    uitspraken = {u.id: s.id for s in dataset.gebied.opgaven for u in s.uitspraken}
    owners = uitspraken | sets
    wrong += [_unknown("opgave", name, [*sets, *uitspraken]) for name in names if name not in owners]
    chosen = list(dict.fromkeys(owners[name] for name in names if name in owners))
    if len(chosen) > 1:
        wrong.append(f"--opgave noemt meer dan een set ({', '.join(sorted(chosen))}); kies er een.")
    return next(iter(chosen), None), tuple(name for name in names if name in owners and name not in sets)


def _unknown(what: str, text: str, possible: Collection[str]) -> str:
    hint = suggestion(text, possible) or (
        f"Mogelijk: {', '.join(possible)}." if possible else "Het register heeft er geen."
    )
    return f"{what} {quote(text)} bestaat niet. {hint}"
