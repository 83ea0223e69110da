"""Does the source close? Every statement against what follows from the register's own figures.

Nothing here is stored as a verdict: a changed figure changes the outcome. It works for any register with statements
and control totals.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from woonplan.calc.audit.verdict import Oordeel, covered, judge, paced
from woonplan.calc.capacity.sums import BOTH
from woonplan.calc.gap.balance import all_capacity, balance
from woonplan.calc.number.figure import Figure, Origin, given
from woonplan.calc.number.ratios import share
from woonplan.calc.number.sums import added, subtracted
from woonplan.calc.target.demand import Area, region, stated, statement_figure
from woonplan.calc.view import View
from woonplan.model.agenda import Agendabestand
from woonplan.model.control import Planklasse
from woonplan.model.dataset import Dataset
from woonplan.model.number import Number, exactly
from woonplan.model.stand import inherit
from woonplan.model.target import Opgavenset, SoortUitspraak, Uitspraak

HARD_DONE = "harde-plannen-gerealiseerd"
"""Parameter of the agenda: the year by which hard plans must be delivered."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """One statement of the source against what follows from other figures."""

    id: str
    onderdeel: str
    bron: Figure
    berekend: Figure
    oordeel: Oordeel

    @property
    def verschil(self) -> Figure:
        """Computed minus source, end by end.

        Both go by the names of their columns: two statements of one quantity have the same name.
        """
        computed, source = self.berekend._replace(name="berekend"), self.bron._replace(name="bron")
        return subtracted("verschil", f"{self.onderdeel}, berekend - bron", computed, source)

    def difference(self, end: int) -> Number:
        """Return computed minus source at the low (0) or high (1) end."""
        return self.verschil.ends[end]


def reconcile(view: View, agenda: Agendabestand | None = None) -> tuple[Comparison, ...]:
    """Return every comparison that the register has the figures for, in a fixed order."""
    dataset, opgave = view.dataset, view.opgave
    found = [*_controls(view)]
    if opgave is not None:
        found += _balance(view, opgave)
        found += _same_quantity(dataset, opgave)
        found += _shares(dataset, opgave)
        found += _pace(dataset, opgave)
        if agenda is not None:
            found += _pace_of_hard_plans(view, opgave, agenda)
    return tuple(found)


def _controls(view: View) -> Iterator[Comparison]:
    for standdeel in view.dataset.stand.delen:
        if not standdeel.inhoud.controle:
            continue
        sums = all_capacity(view, standdeel)
        hard, zacht, *maybe = sums.samen
        by_class = {Planklasse.HARD: hard, Planklasse.ZACHT: zacht, Planklasse.TELT_NIET: sums.telt_niet}
        for i, controle in enumerate(standdeel.inhoud.controle):
            source = inherit(controle, standdeel.inhoud, peildatum=standdeel.inhoud.peildatum)
            origin = Origin(source, controle.id, ("controle", i, "woningen"), standdeel.invoer.bestand)
            klassen = tuple(dict.fromkeys(controle.klassen))
            names = " + ".join(klassen)
            published = given("bron", f"{names} volgens de bron", exactly(controle.woningen), origin)
            # Plans of unknown status may be hard or soft, unless the total counts them as what they are.
            loose = [] if Planklasse.ONBEKEND in klassen or BOTH.isdisjoint(klassen) else maybe
            parts = [*(by_class.get(klasse, sums.onbekend) for klasse in klassen), *loose]
            computed = added("berekend", names, parts)
            yield Comparison(
                f"controle.{controle.id}",
                f"aanbod ({names})",
                published,
                computed,
                judge(published, computed, tolerance=controle.tolerantie),
            )


def _balance(view: View, opgave: Opgavenset) -> Iterator[Comparison]:
    found, dataset = balance(view), view.dataset
    area = region(dataset)
    doel = view.stated(SoortUitspraak.AMBITIE)
    need = view.stated(SoortUitspraak.LOKALE_BEHOEFTE)
    extra = view.stated(SoortUitspraak.EXTRA_OPGAVE)
    hard, samen = view.sums.hard, view.sums.samen
    done = [found.gerealiseerd] if found.gerealiseerd is not None else []
    # What a document says of capacity is only held against the capacity that the same document gives.
    if doel is not None and dataset.stand.kop.bron == opgave.bron:
        for figure, uitspraak in _statements(dataset, opgave, SoortUitspraak.UITBREIDING_HARD, area):
            computed = subtracted("nog_hard_te_maken", "ambitie - hard", doel.figure, *done, hard)
            yield _compare(f"uitbreiding.{uitspraak.id}", "nog hard te maken", figure, computed)
        for figure, uitspraak in _statements(dataset, opgave, SoortUitspraak.EXTRA_RUIMTE, area):
            computed = subtracted("nog_te_vinden", "ambitie - hard - zacht", doel.figure, *done, *samen)
            word = uitspraak.precisiewoord or str(uitspraak.precisie)
            yield _compare(f"ruimte.{uitspraak.id}", f'nog ruimte te vinden ("{word}")', figure, computed)
    if doel is not None and found.extra_ruimte is not None:
        have = [*done, *samen, found.extra_ruimte.figure]
        yield _coverage("dekking.ambitie", "aanbod + extra / ambitie", doel.figure, have)
    if need is not None:
        label = "opgeleverd + aanbod / behoefte" if done else "aanbod / lokale behoefte"
        yield _coverage("dekking.behoefte", label, need.figure, [*done, *samen])
    if doel is not None and need is not None and extra is not None:
        computed = added("behoefte_en_extra", "lokale behoefte + extra opgave", [need.figure, extra.figure])
        yield _compare("behoefte_en_extra", "lokale behoefte + extra opgave", doel.figure, computed)
        left = subtracted("extra.uit-ambitie", "ambitie - lokale behoefte", doel.figure, need.figure)
        yield _compare("extra.uit-ambitie", "extra opgave die uit de ambitie volgt", extra.figure, left)


def _coverage(comparison_id: str, onderdeel: str, doel: Figure, have: list[Figure]) -> Comparison:
    supply = added("aanbod", "aanbod", have)
    return Comparison(comparison_id, onderdeel, doel, supply, covered(doel, supply))


def _statements(
    dataset: Dataset, opgave: Opgavenset, soort: SoortUitspraak, area: Area
) -> Iterator[tuple[Figure, Uitspraak]]:
    for uitspraak in opgave.uitspraken:
        if uitspraak.soort is soort and getattr(uitspraak, area.kind) == area.name:
            figure = statement_figure(dataset, opgave, uitspraak)
            if figure is not None:
                yield figure, uitspraak


def _same_quantity(dataset: Dataset, opgave: Opgavenset) -> Iterator[Comparison]:
    """Compare every statement with the one that is used of the same quantity and area."""
    for uitspraak in opgave.uitspraken:
        if uitspraak.soort is SoortUitspraak.EXTRA_RUIMTE or uitspraak.gebruikt:
            continue
        kind = next(k for k in ("gemeente", "regio", "provincie") if getattr(uitspraak, k))
        used = stated(dataset, opgave, uitspraak.soort, Area(kind, getattr(uitspraak, kind)))
        figure = statement_figure(dataset, opgave, uitspraak)
        if used is not None and figure is not None and used.uitspraak is not uitspraak:
            name = str(uitspraak.soort).replace("_", " ")
            label = f'{name} ("{uitspraak.precisiewoord or uitspraak.precisie}")'
            yield _compare(f"uitspraak.{uitspraak.id}", label, figure, used.figure)


def _shares(dataset: Dataset, opgave: Opgavenset) -> Iterator[Comparison]:
    """Compare the share of a larger area with the region's own ambition, and all shares together with the whole."""
    doel = stated(dataset, opgave, SoortUitspraak.AMBITIE, region(dataset))
    wholes: dict[str, list[tuple[Uitspraak, Figure]]] = {}
    for uitspraak in opgave.uitspraken:
        if uitspraak.soort is SoortUitspraak.AANDEEL and uitspraak.gebruikt:
            figure = statement_figure(dataset, opgave, uitspraak)
            if figure is not None:
                wholes.setdefault(uitspraak.van_uitspraak or "", []).append((uitspraak, figure))
    for whole_id, parts in wholes.items():
        whole = parts[0][1].parts[0]
        own = [u for u, _ in parts if u.regio == dataset.gebied.regio.naam]
        if doel is None or not own:
            continue
        figure = next(f for u, f in parts if u is own[0])
        label = f"{own[0].teller}/{own[0].noemer} van {whole.label}"
        yield _compare(f"aandeel.{own[0].id}", label, doel.figure, figure)
        others = [f for u, f in parts if u is not own[0]]
        # Shares that leave a part of the whole to others say nothing of the whole.
        if others and sum(Fraction(u.teller or 0, u.noemer or 1) for u, _ in parts) == 1:
            together = added("samen", "eigen ambitie + andere aandelen", [doel.figure, *others])
            yield _compare(f"geheel.{whole_id}", f"{whole.label}, alle delen", whole, together)


def _pace(dataset: Dataset, opgave: Opgavenset) -> Iterator[Comparison]:
    """Compare the pace times the years of every reading of the period with the ambition."""
    area = region(dataset)
    doel, pace = (stated(dataset, opgave, s, area) for s in (SoortUitspraak.AMBITIE, SoortUitspraak.TEMPO))
    if doel is None or pace is None:
        return
    for telling in opgave.tellingen:
        computed = share("tempo_periode", f"tempo x {telling.jaren}", pace.figure, (telling.jaren, 1))
        yield _compare(f"tempo.{telling.id}", f"tempo x {telling.jaren} jaar / ambitie", doel.figure, computed)


def _pace_of_hard_plans(view: View, opgave: Opgavenset, agenda: Agendabestand) -> Iterator[Comparison]:
    """Compare what the pace delivers by the year in which hard plans must be done with those plans."""
    parameter = agenda.parameter(HARD_DONE)
    value = parameter.op() if parameter else None
    pace = stated(view.dataset, opgave, SoortUitspraak.TEMPO, region(view.dataset))
    if value is None or pace is None:
        return
    hard = view.sums.hard
    done: set[int] = set()
    for telling in opgave.tellingen:
        years = value.waarde - int(telling.van[:4])
        if years <= 0 or years in done:
            continue
        done.add(years)
        figure = share("tempo_tot_jaar", f"tempo x {years} jaar", pace.figure, (years, 1))
        label = f"hard / tempo x {years} jaar"
        yield Comparison(f"tempo_hard.{years}", label, figure, hard, paced(hard, figure))


def _compare(comparison_id: str, onderdeel: str, bron: Figure, berekend: Figure) -> Comparison:
    return Comparison(comparison_id, onderdeel, bron, berekend, judge(bron, berekend))
