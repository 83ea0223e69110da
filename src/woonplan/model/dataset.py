"""A loaded register: the municipalities with their targets, and one register state."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from woonplan.model.base import first_day, folded
from woonplan.model.control import Planklasse, Statusdefinitie
from woonplan.model.gemeente import Gemeente, Gemeentenbestand
from woonplan.model.kind import Columns, Kinds
from woonplan.model.plan import Plan
from woonplan.model.restant import gepland, restant
from woonplan.model.source import Bron
from woonplan.model.stand import Invoer, Stand, Standdeel
from woonplan.model.statussen import BASISSET, Planstatus
from woonplan.model.target import Opgavenset, SoortUitspraak, Uitspraak
from woonplan.model.vocabulary import Vertrouwelijkheid

CODE_DIGITS = 4
"""Digits of a CBS code of a municipality, after GM."""


@dataclass(frozen=True)
class Dataset:
    """Everything one run computes from; valid by construction (``woonplan.load``)."""

    gebied: Gemeentenbestand
    gebied_invoer: Invoer
    stand: Stand
    naast: tuple[Invoer, ...] = ()
    """Files beside the register that numbers stand in as well: the agreements, where something is counted of them."""
    niveau: Vertrouwelijkheid = Vertrouwelijkheid.GEMEENTE
    """Up to which level of confidentiality its records are in it; `gemeente` is all of them."""
    verborgen: bool = False
    """Whether records above that level were left out."""
    vroeger: Mapping[str, str] = field(default_factory=dict)
    """Name of the municipality by the names and codes (folded) of those, outside of the register, that it took in."""

    @property
    def invoer(self) -> tuple[Invoer, ...]:
        """All input files, in a fixed order."""
        return (self.gebied_invoer, *(standdeel.invoer for standdeel in self.stand.delen), *self.naast)

    @cached_property
    def _rows(self) -> dict[str, int]:
        return {gemeente.code: index for index, gemeente in enumerate(self.gebied.gemeenten)}

    def row(self, gemeente: Gemeente) -> int:
        """Return the position of one of the register's municipalities in its file, from 0."""
        return self._rows[gemeente.code]

    @cached_property
    def _names(self) -> dict[str, Gemeente]:
        names: dict[str, Gemeente] = {}
        for gemeente in self.gebied.gemeenten:
            for name in gemeente.namen:
                names.setdefault(folded(name), gemeente)
        return names

    @cached_property
    def gemeenten(self) -> tuple[Gemeente, ...]:
        """The municipalities on the reference date of the state, in the order of the register."""
        dag = first_day(self.stand.kop.peildatum)
        return tuple(gemeente for gemeente in self.gebied.gemeenten if gemeente.bestaat(dag))

    def provincie(self, gemeente: Gemeente) -> str:
        """Return the province that a municipality lies in."""
        return gemeente.provincie or self.gebied.regio.provincie

    @cached_property
    def _voorgangers(self) -> dict[str, tuple[Gemeente, ...]]:
        found: dict[str, tuple[Gemeente, ...]] = {}
        for gemeente in self.gebied.gemeenten:
            for name in gemeente.opgegaan_in:
                if (opvolger := self.genoemd(name)) is not None:
                    found[opvolger.code] = (*found.get(opvolger.code, ()), gemeente)
        return found

    def voorgangers(self, gemeente: Gemeente) -> tuple[Gemeente, ...]:
        """Return the municipalities of the register that became, whole or in part, part of this one."""
        return self._voorgangers.get(gemeente.code, ())

    def opvolgers(self, gemeente: Gemeente) -> tuple[Gemeente | None, ...]:
        """Return what a municipality became part of, in the order of the file; None for one outside of the register."""
        return tuple(map(self.genoemd, gemeente.opgegaan_in))

    def gemeente(self, name: str) -> Gemeente | None:
        """Return the municipality of the reference date for a name, alias or CBS code (letter case does not matter).

        A municipality that had ended by then is found as the one it became part of. None for a name that is not known,
        for one that was divided, and for one that had not begun.
        """
        found = self.genoemd(name) or self.genoemd(self.vroeger.get(folded(name), ""))
        return None if found is None else self.nu(found)

    def nu(self, gemeente: Gemeente) -> Gemeente | None:
        """Return what a municipality of the register is on the reference date; None where that is not one of them."""
        dag = first_day(self.stand.kop.peildatum)
        found: Gemeente | None = gemeente
        # As many steps as there are municipalities: those of a faulty register may go round.
        for _ in self.gebied.gemeenten:
            if found is None or found.bestaat(dag):
                break
            ended = found.tot is not None and first_day(found.tot) <= dag
            found = self.opvolgers(found)[0] if ended and len(found.opgegaan_in) == 1 else None
        return found

    def genoemd(self, name: str) -> Gemeente | None:
        """Return the municipality that the register calls so, by name, alias or CBS code, whenever it exists."""
        found = self._names.get(folded(name))
        if found is None and name.isdecimal() and len(name) <= CODE_DIGITS:
            # The number of a CBS code, as spreadsheets hold it.
            found = self._names.get(f"gm{name.zfill(CODE_DIGITS)}")
        return found

    @cached_property
    def _one_gemeente(self) -> dict[str, tuple[str, ...]]:
        return {}

    def gemeenten_of(self, plan: Plan) -> tuple[str, ...]:
        """Return the names of the municipalities that a record lies in; none for a regional one."""
        if plan.gemeente is None:
            return tuple(dict.fromkeys(g.naam for name in plan.gemeenten if (g := self.gemeente(name))))
        # Asked several times for each of up to 50,000 records, and there are a few hundred spellings.
        found = self._one_gemeente.get(plan.gemeente)
        if found is None:
            gemeente = self.gemeente(plan.gemeente)
            found = self._one_gemeente[plan.gemeente] = (gemeente.naam,) if gemeente else ()
        return found

    @cached_property
    def _uitspraken(self) -> dict[tuple[str, SoortUitspraak, str, str], tuple[Uitspraak, ...]]:
        found: dict[tuple[str, SoortUitspraak, str, str], tuple[Uitspraak, ...]] = {}
        for opgave in self.gebied.opgaven:
            for uitspraak in opgave.uitspraken:
                for kind in ("regio", "gemeente", "provincie"):
                    name = getattr(uitspraak, kind)
                    if name is not None and kind == "gemeente":
                        gemeente = self.genoemd(name)
                        name = gemeente.naam if gemeente else None
                    if name is not None:
                        key = (opgave.id, uitspraak.soort, kind, name)
                        found[key] = (*found.get(key, ()), uitspraak)
        return found

    def uitspraken_over(self, opgave: Opgavenset, soort: SoortUitspraak, kind: str, name: str) -> tuple[Uitspraak, ...]:
        """Return the statements of a set about one quantity of an area, in the order of the file.

        Args:
            opgave: The set.
            soort: The quantity.
            kind: The kind of area: `regio`, `gemeente` or `provincie`.
            name: The name of the area; of a municipality its own name, however the statement spells it.
        """
        return self._uitspraken.get((opgave.id, soort, kind, name), ())

    @cached_property
    def _places(self) -> dict[int, tuple[int, str, int]]:
        return {
            id(uitspraak): (i, "uitspraken", j)
            for i, opgave in enumerate(self.gebied.opgaven)
            for j, uitspraak in enumerate(opgave.uitspraken)
        }

    def place_of_uitspraak(self, uitspraak: Uitspraak) -> tuple[int, str, int]:
        """Return the path of one of the register's own statements under `opgaven`."""
        return self._places[id(uitspraak)]

    @cached_property
    def _bronnen(self) -> dict[str, Bron]:
        return {bron.id: bron for bron in self.gebied.bronnen}

    def bron(self, bron_id: str | None) -> Bron | None:
        """Return the document with this id, or None."""
        return self._bronnen.get(bron_id) if bron_id else None

    @cached_property
    def statusdefinitie(self) -> Statusdefinitie:
        """The definition of hard and soft of the first file of this state; the national basic set where it has none."""
        return self.definitie_van(self.stand.delen[0])

    def definitie_van(self, standdeel: Standdeel) -> Statusdefinitie:
        """Return the definition of hard and soft of a file; the national basic set where it has none."""
        by_id = self._definities
        return by_id.get(standdeel.inhoud.statusdefinitie) or by_id[BASISSET.id]

    @cached_property
    def _definities(self) -> dict[str, Statusdefinitie]:
        return {definitie.id: definitie for definitie in self.statusdefinities}

    @cached_property
    def statusdefinities(self) -> tuple[Statusdefinitie, ...]:
        """Every definition of hard and soft that holds here: the national basic set, and those of the register.

        The register may say of the national basic set which document it is in.
        """
        by_id = {definitie.id: definitie for definitie in (BASISSET, *self.gebied.statusdefinities)}
        return tuple(by_id.values())

    @cached_property
    def klassen(self) -> dict[Planstatus, Planklasse]:
        """The class of every planological status under the definition of this state, or of its first file."""
        return self.klassen_van(self.stand.delen[0])

    def klassen_van(self, standdeel: Standdeel) -> dict[Planstatus, Planklasse]:
        """Return the class of every planological status under the definition of a file."""
        # Asked of every record, and a state has a handful of definitions.
        found = self._klassen.get(standdeel.inhoud.statusdefinitie)
        if found is None:
            found = self._klassen[standdeel.inhoud.statusdefinitie] = _classes(self.definitie_van(standdeel))
        return found

    @cached_property
    def _klassen(self) -> dict[str, dict[Planstatus, Planklasse]]:
        return {}

    def klassen_in(self, status: Planstatus) -> frozenset[Planklasse]:
        """Return the classes of a status under the definitions of the files of this state: one where they agree."""
        return frozenset(self.klassen_van(standdeel)[status] for standdeel in self.stand.delen)

    @cached_property
    def columns(self) -> tuple[Columns, ...]:
        """What is asked of every record, per file of the state."""
        kinds = Kinds(self.klassen_van)
        found = tuple(Columns([], [], [], []) for _ in self.stand.delen)
        # One walk: the fields of a plan lie together, those of the next one somewhere else.
        for standdeel, columns in zip(self.stand.delen, found, strict=True):
            vanaf = standdeel.vanaf
            for plan in standdeel.inhoud.plannen:
                columns.kinds.append(kinds.of(plan, standdeel))
                columns.gemeenten.append(self.gemeenten_of(plan))
                columns.restanten.append(restant(plan, vanaf))
                columns.opleveringen.append(gepland(plan.oplevering, vanaf) if plan.oplevering else None)
        return found

    @property
    def fictief(self) -> bool:
        """Whether the register says that it is invented."""
        return self.gebied.fictief


def _classes(definitie: Statusdefinitie) -> dict[Planstatus, Planklasse]:
    classes = {status: status.klasse for status in Planstatus if status.alleen_klasse}
    for klasse, statussen in (
        (Planklasse.HARD, definitie.hard),
        (Planklasse.ZACHT, definitie.zacht),
        (Planklasse.TELT_NIET, definitie.telt_niet),
    ):
        classes.update((Planstatus(status), klasse) for status in statussen)
    return {status: classes.get(status, Planklasse.ONBEKEND) for status in Planstatus}
