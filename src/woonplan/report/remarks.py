"""The remarks under a balance: every assumption, and every thing that a reader could take wrongly."""

from __future__ import annotations

from collections.abc import Iterator

from woonplan.calc.gap.assumptions import Assumptions, Records
from woonplan.calc.gap.balance import balance
from woonplan.calc.view import View
from woonplan.model.target import Uitspraak
from woonplan.report.cells import when
from woonplan.report.words import amount, counted_as, dutch_date, dutch_period, no_target, plural
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
    records, peildatum = facts.records, dutch_date(view.dataset.stand.kop.peildatum)
    if facts.telling is not None:
        text = f"periode {dutch_period(facts.telling)}, telling {facts.telling.id}"
        other = ", ".join(f"{t.id} ({dutch_date(t.van)} tot {dutch_date(t.tot)})" for t in facts.other_tellingen)
        yield f"{text}; ook mogelijk met --telling: {other}." if other else f"{text}."
    for used, others in facts.statements:
        also = "; ".join(map(_place, others))
        yield f"{used.soort}: gebruikt is uitspraak {_place(used)}; de bron heeft ook {also}."
    if facts.imprecise_peildatum:
        yield f"de peildatum {peildatum} is niet nauwkeuriger bekend; gelezen als de eerste dag ervan."
    if records.kinds:
        parts = ", ".join(f"{_KIND[kind]}: {count} van {_records(records.counted)}" for kind, count in records.kinds)
        counted = counted_as(records.kinds, netto=view.question.netto)
        how = f"{counted} geteld" if view.question.netto else counted
        yield f"aantallen {how}; soort van de aantallen in de som: {parts}."
    yield from (
        *when(
            records.without_year and facts.telling is not None,
            f"{_records(records.without_year)} zonder jaar van oplevering {_counts(records.without_year)} geheel mee "
            "in de periode.",
        ),
        *when(
            facts.statusdefinitie_unknown,
            "hard en zacht zoals de bron ze noemt; welke definitie zij gebruikt, is onbekend.",
        ),
        *when(records.aanname, f"{_records(records.aanname)} {_are(records.aanname)} zelf een aanname."),
    )


def _careful(view: View, facts: Assumptions, *, says_target: bool) -> tuple[str, ...]:
    records, stand = facts.records, view.dataset.stand
    has_target = balance(view).doel is not None
    selected = view.question.statussen or view.question.strategieen
    return (
        *when(
            records.fictief,
            f"{_records(records.fictief)} {_are(records.fictief)} FICTIEF: niet gebruiken voor besluiten.",
        ),
        *when(facts.net_and_gross, "opgeleverd is netto, de plancapaciteit niet; het saldo is daardoor indicatief."),
        *when(
            facts.delivered_unknown,
            f"van {facts.delivered_unknown} jaar of deel van een jaar is niet bekend wat er is opgeleverd.",
        ),
        *when(
            facts.before_period,
            f"de plancapaciteit is van {dutch_date(stand.kop.peildatum)}, voor het begin van de periode; "
            "wat er voor het begin is opgeleverd, zit er nog in.",
        ),
        *when(facts.incomplete, "volgens de bron zijn de plannen niet volledig."),
        *when(says_target and not has_target, f"{no_target(view)}; er is dus geen saldo."),
        *when(
            selected and (has_target or not says_target),
            "de selectie beperkt de plannen; de opgave geldt voor alle plannen samen.",
        ),
        *when(
            records.without_strategie,
            f"{_records(records.without_strategie)} zonder strategie {_counts(records.without_strategie)} in deze "
            "selectie niet mee.",
        ),
        *_about_records(records),
        *(standdeel.inhoud.opmerkingen.strip() for standdeel in stand.delen if standdeel.inhoud.opmerkingen),
    )


def _about_records(records: Records) -> tuple[str, ...]:
    without = records.outside_unknown
    counts = (
        f"{records.counted} in de som",
        *when(records.inside, f"{records.inside} in een verzamelpost"),
        *when(records.outside, f"{records.outside} buiten de telling (waarvan {without} zonder aantal woningen)"),
        *when(records.status_unknown, f"{records.status_unknown} met onbekende status"),
        *when(records.excluded, f"{records.excluded} met een status die niet meetelt"),
    )
    text = f"{records.total} records in het register; {', '.join(counts)}"
    silent = amount(len(records.silent), "gemeente heeft", "gemeenten hebben")
    names = f" ({', '.join(records.silent)})" if len(records.silent) <= 5 else ""
    return (
        f"{text}. Zonder aantal in de som: {records.without_number}.",
        *when(
            records.silent,
            f"{silent} geen plannen in het register{names}: wat daar gepland is, is onbekend, niet 0.",
        ),
        *when(
            records.undivided,
            f"{_records(records.undivided)} {_are(records.undivided)} niet over gemeenten verdeeld: hun aandeel hier "
            "is onbekend, niet 0.",
        ),
        *when(
            records.without_delivered,
            f"bij {_records(records.without_delivered)} ontbreekt 'gerealiseerd': het restant ligt tussen 0 en alle "
            "woningen ervan.",
        ),
    )


def _place(uitspraak: Uitspraak) -> str:
    word = f'"{uitspraak.precisiewoord}", ' if uitspraak.precisiewoord else ""
    return f"{uitspraak.id} ({word}{uitspraak.vindplaats or 'zonder vindplaats'})"


def _records(count: int) -> str:
    return amount(count, "record", "records")


def _counts(count: int) -> str:
    return plural(count, "telt", "tellen")


def _are(count: int) -> str:
    return plural(count, "is", "zijn")
