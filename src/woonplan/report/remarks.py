"""The remarks under a balance: every assumption, and every thing that a reader could take wrongly."""

from __future__ import annotations

from collections.abc import Iterator

from woonplan.calc.gap.assumptions import Assumptions, Records
from woonplan.calc.gap.balance import balance
from woonplan.calc.target.demand import LABELS
from woonplan.calc.view import View
from woonplan.model.gemis import apart
from woonplan.model.number import Number
from woonplan.model.target import RuimereProgrammering, Uitspraak
from woonplan.numerals import amount, dutch, listing, plural
from woonplan.report.cells import when
from woonplan.report.heading import unseen
from woonplan.report.words import counted_as, dutch_date, dutch_period, no_target
from woonplan.tables.document import Note, NoteKind

_KIND = {"bruto": "bruto", "netto": "netto", "onbekend": "bruto of netto onbekend"}


def remarks(view: View, facts: Assumptions, *, says_target: bool = True) -> tuple[Note, ...]:
    """Return the remarks under the balance, assumptions first.

    ``says_target`` says whether the tables hold something against the target, so that its absence is worth a remark.
    """
    assumed = [Note(NoteKind.AANNAME, text) for text in _assumed(view, facts)]
    careful = [Note(NoteKind.LET_OP, text) for text in _careful(view, facts, says_target=says_target)]
    return (*assumed, *unseen(view.dataset), *careful)


def _assumed(view: View, facts: Assumptions) -> Iterator[str]:
    records, peildatum = facts.records, dutch_date(view.dataset.stand.kop.peildatum)
    if facts.telling is not None:
        text = f"periode {dutch_period(facts.telling)}, telling {facts.telling.id}"
        other = ", ".join(f"{t.id} ({dutch_date(t.van)} tot {dutch_date(t.tot)})" for t in facts.other_tellingen)
        yield f"{text}; ook mogelijk met --telling: {other}." if other else f"{text}."
    for used, others in facts.statements:
        also = "; ".join(map(_place, others))
        yield f"{LABELS[used.soort]}: gebruikt is uitspraak {_place(used)}; de bron heeft ook {also}."
    for uitspraak in facts.derived:
        text = f"uitspraak {uitspraak.id} is afgeleid en staat zo niet in de bron."
        yield f"{LABELS[uitspraak.soort]}: {text}{_why(uitspraak)}"
    if facts.imprecise_peildatum:
        yield f"de peildatum {peildatum} is niet nauwkeuriger bekend; gelezen als de eerste dag ervan."
    if records.kinds:
        parts = ", ".join(f"{_KIND[kind]}: {count} van {_records(records.counted)}" for kind, count in records.kinds)
        counted = counted_as(records.kinds, netto=view.question.netto)
        how = f"{counted} geteld" if view.question.netto else counted
        yield f"aantallen {how}; soort van de aantallen in de som: {parts}."
    count = records.without_year
    yield from (
        *when(
            count and facts.telling is not None,
            f"{_records(count)} zonder jaar van oplevering{_homes(records.homes_without_year)} {_counts(count)} geheel "
            "mee in de periode.",
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
    extra = balance(view).extra_ruimte
    origin = extra.figure.origin if extra is not None else None
    return (
        *when(
            records.fictief,
            f"{_records(records.fictief)} {_are(records.fictief)} FICTIEF: niet gebruiken voor besluiten.",
        ),
        *when(facts.net_and_gross, "opgeleverd is netto, de plancapaciteit niet; het saldo is daardoor indicatief."),
        *when(
            facts.delivered_unknown,
            f"wat is opgeleverd, en elk saldo ermee, is zonder {apart(facts.delivered_unknown)}.",
        ),
        *when(
            facts.before_period,
            f"de plancapaciteit is van {dutch_date(stand.kop.peildatum)}, voor het begin van de periode; "
            "wat er voor het begin is opgeleverd, zit er nog in.",
        ),
        *when(
            origin is not None and origin.source.bron != stand.kop.bron,
            "de voorgenomen extra ruimte is genoemd bij een eerdere stand; een deel ervan kan in deze stand al als "
            "plan meetellen.",
        ),
        *when(
            facts.definities,
            f"de bestanden van deze stand noemen hard en zacht elk op hun eigen manier ({listing(facts.definities)}); "
            "de sommen tellen op wat elk bestand hard en zacht noemt.",
        ),
        *(_incomplete(*one) for one in dict.fromkeys(facts.incomplete)),
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
        *_about_records(records, hidden=view.dataset.verborgen),
        *(standdeel.inhoud.opmerkingen.strip() for standdeel in stand.delen if standdeel.inhoud.opmerkingen),
    )


def _incomplete(gemeente: str, reden: str) -> str:
    why = f": {reden.rstrip('.')}" if reden else ""
    return f"{f'van {gemeente}' if gemeente else 'volgens de bron'} zijn de plannen niet volledig{why}."


def _about_records(records: Records, *, hidden: bool) -> tuple[str, ...]:
    without = records.outside_unknown
    counts = (
        f"{records.counted} in de som",
        *when(records.inside, f"{records.inside} in een verzamelpost"),
        *when(records.outside, f"{records.outside} buiten de telling (waarvan {without} zonder aantal woningen)"),
        *when(records.excluded, f"{records.excluded} met een status die niet meetelt"),
    )
    words = ("zichtbaar plan", "zichtbare plannen") if hidden else ("plan", "plannen")
    text = f"{amount(records.total, *words)} in het register; {', '.join(counts)}"
    silent = amount(len(records.silent), "gemeente heeft", "gemeenten hebben")
    names = f" ({', '.join(records.silent)})" if len(records.silent) <= 5 else ""
    return (
        f"{text}. Zonder aantal in de som: {records.without_number}.",
        *when(
            records.status_unknown,
            f"{amount(records.status_unknown, 'plan heeft', 'plannen hebben')} een onbekende status: hard, zacht of "
            "geen van beide; die lopen in elk van de twee van niets tot alles.",
        ),
        *when(
            records.silent,
            f"{silent} geen {'zichtbare ' if hidden else ''}plannen in het register{names}: wat daar gepland is, is "
            "onbekend, niet 0.",
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


def over_programming(uitspraak: Uitspraak, factor: str) -> str:
    """Return what is known of room for plans that fail inside a target; empty where it holds none.

    Args:
        uitspraak: The statement of the target.
        factor: What would count that room twice (``130%``, ``de buffer``).
    """
    found, part = uitspraak.ruimere_programmering, uitspraak.ruimere_programmering_in
    if found is RuimereProgrammering.ONBEKEND:
        return f"{uitspraak.id}: of ruimere programmering al in de opgave zit, is onbekend."
    if found is RuimereProgrammering.INBEGREPEN:
        return f"{uitspraak.id}: ruimere programmering zit al in de opgave; alleen tegenover 100% gehouden."
    if found is RuimereProgrammering.NIET_INBEGREPEN:
        return ""
    where = LABELS[part] if part else "welk deel is onbekend"
    return (
        f"{uitspraak.id}: ruimere programmering zit al in een deel van de opgave ({where}); {factor} geldt alleen voor "
        f"de rest, en welk van de twee delen eerst gebouwd wordt, is onbekend.{_why(uitspraak)}"
    )


def _why(uitspraak: Uitspraak) -> str:
    return f" {uitspraak.opmerkingen.strip()}" if uitspraak.opmerkingen else ""


def _place(uitspraak: Uitspraak) -> str:
    word = f'"{uitspraak.precisiewoord}", ' if uitspraak.precisiewoord else ""
    return f"{uitspraak.id} ({word}{uitspraak.vindplaats or 'zonder vindplaats'})"


def _homes(number: Number) -> str:
    """Return how many homes something is about; nothing where no number is known."""
    if number.blank:
        return ""
    about = "ca. " if number.circa else ""
    low, high = (None if bound is None else dutch(int(bound)) for bound in number.reach)
    if low is None or high is None:
        return f" (min. {about}{low} woningen)" if low else ""
    return f" ({about}{' tot '.join(dict.fromkeys((low, high)))} woningen)"


def _records(count: int) -> str:
    return amount(count, "plan", "plannen")


def _counts(count: int) -> str:
    return plural(count, "telt", "tellen")


def _are(count: int) -> str:
    return plural(count, "is", "zijn")
