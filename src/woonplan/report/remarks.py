"""The remarks under a balance: every assumption, and every thing that a reader could take wrongly."""

from __future__ import annotations

from collections.abc import Iterator

from woonplan.calc.gap.assumptions import Assumptions, Records
from woonplan.calc.gap.balance import balance
from woonplan.calc.view import View
from woonplan.model.number import Number
from woonplan.model.target import Uitspraak
from woonplan.report.missing import no_target
from woonplan.report.words import counted_as, dutch_date, dutch_number, dutch_period
from woonplan.tables import Note, NoteKind

_KIND = {"bruto": "bruto", "netto": "netto", "onbekend": "bruto of netto onbekend"}


def remarks(view: View, facts: Assumptions, *, says_target: bool = True) -> tuple[Note, ...]:
    """Return the remarks under the balance, assumptions first.

    ``says_target`` says whether the tables hold something against the target, so that its absence is worth a remark.
    """
    assumed = [Note(NoteKind.AANNAME, text) for text in _assumed(view, facts)]
    careful = [Note(NoteKind.LET_OP, text) for text in _careful(view, facts, says_target=says_target)]
    return (*assumed, *careful)


def _assumed(view: View, facts: Assumptions) -> Iterator[str]:
    if facts.telling is not None:
        text = f"periode {dutch_period(facts.telling)}, telling {facts.telling.id}"
        readings = (f"{t.id} ({dutch_date(t.van)} tot {dutch_date(t.tot)})" for t in facts.other_tellingen)
        other = ", ".join(readings)
        yield f"{text}; ook mogelijk met --telling: {other}." if other else f"{text}."
    for used, others in facts.statements:
        also = "; ".join(_place(other) for other in others)
        yield f"{used.soort}: gebruikt is uitspraak {_place(used)}; de bron heeft ook {also}."
    peildatum = view.dataset.stand.kop.peildatum
    if facts.imprecise_peildatum:
        yield f"de peildatum {dutch_date(peildatum)} is niet nauwkeuriger bekend; gelezen als de eerste dag ervan."
    kinds = facts.records.kinds
    if kinds:
        parts = ", ".join(f"{_KIND[kind]}: {count} van {_records(facts.records.counted)}" for kind, count in kinds)
        counted = counted_as(kinds, netto=view.question.netto)
        how = f"{counted} geteld" if view.question.netto else counted
        yield f"aantallen {how}; soort van de aantallen in de som: {parts}."
    if facts.records.without_year and facts.telling is not None:
        count, homes = facts.records.without_year, facts.records.homes_without_year
        yield f"{_records(count)} zonder jaar van oplevering{_homes(homes)} {_counts(count)} geheel mee in de periode."
    if facts.statusdefinitie_unknown:
        yield "hard en zacht zoals de bron ze noemt; welke definitie zij gebruikt, is onbekend."
    if facts.records.aanname:
        yield f"{_records(facts.records.aanname)} {_are(facts.records.aanname)} zelf een aanname."


def _careful(view: View, facts: Assumptions, *, says_target: bool) -> Iterator[str]:
    records, question = facts.records, view.question
    has_target = balance(view).doel is not None
    if records.fictief:
        yield f"{_records(records.fictief)} {_are(records.fictief)} FICTIEF: niet gebruiken voor besluiten."
    if facts.net_and_gross:
        yield "opgeleverd is netto, de plancapaciteit niet; het saldo is daardoor indicatief."
    if facts.delivered_unknown:
        yield f"van {facts.delivered_unknown} jaar of deel van een jaar is niet bekend wat er is opgeleverd."
    if facts.before_period:
        yield (
            f"de plancapaciteit is van {dutch_date(view.dataset.stand.kop.peildatum)}, voor het begin van de periode; "
            "wat er voor het begin is opgeleverd, zit er nog in."
        )
    extra = balance(view).extra_ruimte
    origin = extra.figure.origin if extra is not None else None
    if origin is not None and origin.source.bron != view.dataset.stand.kop.bron:
        yield (
            "de voorgenomen extra ruimte is genoemd bij een eerdere stand; een deel ervan kan in deze stand al als plan "
            "meetellen."
        )
    if facts.incomplete:
        yield "volgens de bron zijn de plannen niet volledig."
    if says_target and not has_target:
        yield f"{no_target(view)}; er is dus geen saldo."
    if (has_target or not says_target) and (question.statussen or question.strategieen):
        yield "de selectie beperkt de plannen; de opgave geldt voor alle plannen samen."
    if records.without_strategie:
        count = records.without_strategie
        yield f"{_records(count)} zonder strategie {_counts(count)} in deze selectie niet mee."
    yield from _about_records(records)
    for deel in view.dataset.stand.delen:
        if deel.inhoud.opmerkingen:
            yield deel.inhoud.opmerkingen.strip()


def _about_records(records: Records) -> Iterator[str]:
    text = f"{records.total} records in het register; {records.counted} in de som"
    if records.inside:
        text += f", {records.inside} in een verzamelpost"
    if records.outside:
        text += f", {records.outside} buiten de telling (waarvan {records.outside_unknown} zonder aantal woningen)"
    if records.excluded:
        text += f", {records.excluded} met een status die niet meetelt"
    yield f"{text}. Zonder aantal in de som: {records.without_number}."
    if records.status_unknown:
        what = "1 plan heeft" if records.status_unknown == 1 else f"{records.status_unknown} plannen hebben"
        yield f"{what} een onbekende status: hard, zacht of geen van beide; die lopen in elk van de twee van niets tot alles."
    if records.silent:
        count = len(records.silent)
        names = f" ({', '.join(records.silent)})" if count <= 5 else ""
        what = "1 gemeente heeft" if count == 1 else f"{count} gemeenten hebben"
        yield f"{what} geen plannen in het register{names}: wat daar gepland is, is onbekend, niet 0."
    if records.undivided:
        count = records.undivided
        verb = "is" if count == 1 else "zijn"
        yield f"{_records(count)} {verb} niet over gemeenten verdeeld: hun aandeel hier is onbekend, niet 0."
    if records.without_delivered:
        count = records.without_delivered
        yield f"bij {_records(count)} ontbreekt 'gerealiseerd': het restant ligt tussen 0 en alle woningen ervan."


def _place(uitspraak: Uitspraak) -> str:
    word = f'"{uitspraak.precisiewoord}", ' if uitspraak.precisiewoord else ""
    return f"{uitspraak.id} ({word}{uitspraak.vindplaats or 'zonder vindplaats'})"


def _homes(number: Number) -> str:
    """Return how many homes something is about; nothing where no number is known."""
    if number.blank:
        return ""
    about = "ca. " if number.circa else ""
    low, high = (None if bound is None else dutch_number(int(bound)) for bound in number.reach)
    if low is None or high is None:
        return f" (min. {about}{low} woningen)" if low else ""
    return f" ({about}{' tot '.join(dict.fromkeys((low, high)))} woningen)"


def _records(count: int) -> str:
    return "1 record" if count == 1 else f"{count} records"


def _counts(count: int) -> str:
    return "telt" if count == 1 else "tellen"


def _are(count: int) -> str:
    return "is" if count == 1 else "zijn"
