"""The quality of plans in the yearly reports: segments of one municipality, what is filled in, and social rent."""

from __future__ import annotations

from collections.abc import Iterable

from woonplan.calc.gap.groups import UNASSIGNED, Group, grouped
from woonplan.calc.gap.splits import SPLIT_BY
from woonplan.calc.number.bounds import highest, or_less, spanning
from woonplan.calc.number.figure import Figure
from woonplan.calc.question import By
from woonplan.calc.report.goals import norms
from woonplan.calc.report.monitor import year_end
from woonplan.calc.report.presence import FIELDS, Presence, presence, presence_by_gemeente
from woonplan.calc.report.segments import cases, programme
from woonplan.calc.view import View
from woonplan.model.number import Number
from woonplan.model.stand import inherit
from woonplan.report.cells import value, when
from woonplan.report.goals import goals_table
from woonplan.report.words import NOT_ASSIGNED, dutch_date, group_label, known_here, source_text, spoken
from woonplan.report.yearly.year import Year
from woonplan.tables.cell import Key, words
from woonplan.tables.look import COUNT
from woonplan.tables.table import Column, Kind, Row, Style, Table

_QUALITIES = (*SPLIT_BY, By.OPDRACHTGEVER, By.AFWEGINGSKADER)

_SEGMENTS = (
    Column("segment", "segment"),
    Column("hard", "hard", Kind.AMOUNT, term=True),
    Column("zacht", "zacht", Kind.AMOUNT, term=True),
)

_FIELD_COLUMNS = (
    Column("veld", "veld"),
    Column("plannen_met", "plannen met", Kind.COUNT),
    Column("plannen", "van", Kind.COUNT),
    Column("met", "woningen met", Kind.AMOUNT),
    Column("zonder", "woningen zonder", Kind.AMOUNT),
)

_SOCIAL = (
    Column("gebied", "sociale huur van"),
    Column("bruto", "bruto gepland", Kind.AMOUNT),
    Column("netto", "netto erbij", Kind.AMOUNT),
)

NETTO = "sociale-huur-netto"
"""Parameter of the agenda: how much social rent the region needs net."""


def quality_tables(year: Year, naam: str) -> tuple[Table, ...]:
    """Return what a council asks of the plans of its municipality beside their number."""
    view = year.view.asking(gemeenten=(naam,))
    code = (year.dataset.gemeente(naam) or year.view.gemeenten[0]).code
    words_ = year.view.names(naam)
    return (
        _segments(view, naam, code, words_),
        *_named(year_goals(year, view), f"segmentdoelen-{code}", naam, words_),
        _fields(view, naam, code, words_),
        social_table(year, (naam,), f"sociale-huur-{code}", tuple(f"sociale-huur.{word}" for word in words_)),
    )


def _named(table: Table | None, name: str, naam: str, names: tuple[str, ...]) -> tuple[Table, ...]:
    if table is None:
        return ()
    own = tuple(f"segmentdoelen.{word}" for word in names)
    return (Table(name, f"{naam}: {table.title.lower()}", table.columns, table.rows, table.notes, names=own),)


def year_goals(year: Year, view: View) -> Table | None:
    """Return the targets for segments: the norms of the agenda on the last day of the year, and those of the set."""
    agenda, invoer = year.agenda, year.agenda_invoer
    if agenda is None or invoer is None:
        return goals_table(view)
    more = norms(agenda, invoer, year_end(year.jaar).isoformat(), year.dataset.gebied.regio.naam)
    return goals_table(view, more=more, agreed=agenda.bronnen)


def _segments(view: View, naam: str, code: str, names: tuple[str, ...]) -> Table:
    view = view.asking(netto=False)
    rows = [row for by in _QUALITIES for row in _of_one(view, by)]
    note = (
        f"van elke verdeling tellen de rijen op tot alle plannen; een rij waar meer bij kan horen, "
        f"{known_here(netto=False)}, of 'onbekend' waar niets is toegewezen."
    )
    own = tuple(f"segmenten.{word}" for word in names)
    return Table(f"segmenten-{code}", f"{naam}: plannen per segment", _SEGMENTS, tuple(rows), (note,), names=own)


def _of_one(view: View, by: By) -> Iterable[Row]:
    found = grouped(view, by)
    *assigned, rest = found.groups
    told = [group for group in assigned if any(not homes.blank and not homes.zero for homes in _ends(group))]
    # Where nothing is assigned to any segment, one row says so.
    for group in (*assigned, rest, found.total) if told else (rest,):
        sums, total = group.sums, group is found.total
        if group in assigned and all(homes.zero and not homes.missing for homes in _ends(group)):
            continue
        label = "totaal" if total else words(group_label(group.key, by))
        yield Row(
            f"{by}.{group.key or NOT_ASSIGNED}",
            (f"{by}: {label}", value(sums.hard), value(sums.zacht)),
            Style.TOTAL if total else Style.NORMAL,
            rest=group.key == UNASSIGNED,
        )


def _ends(group: Group) -> tuple[Number, Number]:
    return group.sums.hard.low, group.sums.zacht.low


def _fields(view: View, naam: str, code: str, names: tuple[str, ...]) -> Table:
    quiet = {name for silent in view.zonder_plannen.values() for name in silent}
    found = presence(view, view.itemised, quiet)
    own = tuple(f"ingevuld.{word}" for word in names)
    title = f"{naam}: wat er van de plannen is ingevuld"
    return Table(f"ingevuld-{code}", title, _FIELD_COLUMNS, tuple(map(_field, found)), _FIELD_NOTES, names=own)


_FIELD_NOTES = (
    "van harde en zachte plannen en die van onbekende status; een verdeling telt als ingevuld als zij er is, ook als "
    "zij een deel open laat.",
)


def _field(one: Presence) -> Row:
    cells = (
        Key(one.veld),
        value(one.plannen_met, look=COUNT),
        value(one.plannen, look=COUNT),
        value(one.met),
        value(one.zonder),
    )
    return Row(one.veld, cells)


def filled_table(year: Year) -> Table:
    """Return per municipality the homes of the plans that have a field, for every field."""
    found = presence_by_gemeente(year.view)
    whole = presence(year.view, year.view.itemised, year.silent_gemeenten)
    columns = (
        Column("gemeente", "gemeente"),
        *(Column(veld, spoken(veld), Kind.AMOUNT) for veld in FIELDS),
    )
    rows = [_filled(year.view, name, fields) for name, fields in found.items()]
    total = Row("totaal", ("totaal", *(value(one.met) for one in whole)), Style.TOTAL)
    title = "Woningen van plannen waarvan een veld is ingevuld"
    return Table("ingevuld", title, columns, (*rows, total), _FIELD_NOTES)


def _filled(view: View, name: str, fields: tuple[Presence, ...]) -> Row:
    label = group_label(name, By.GEMEENTE)
    return Row(
        name or NOT_ASSIGNED, (label, *(value(one.met) for one in fields)), names=view.names(name), rest=not name
    )


def social_table(
    year: Year, gemeenten: Iterable[str], name: str = "sociale-huur", names: tuple[str, ...] = ()
) -> Table:
    """Return the social rent that municipalities plan, gross, beside what that is for the region, gross and net."""
    view = year.view.asking(gemeenten=(), netto=False)
    gross = _social(view)
    region = year.dataset.gebied.regio.naam
    net = or_less("netto", "netto erbij", highest("bruto_hoogste", "bruto gepland, ten hoogste", gross))
    norm = year.agreed(NETTO)
    parameter = year.agenda.parameter(NETTO) if year.agenda else None
    rows = (
        *(
            Row(one, (one, value(_social(view.asking(gemeenten=(one,)))), None), names=year.view.names(one))
            for one in gemeenten
        ),
        Row("totaal", (f"regio {region}", value(gross), value(net)), Style.TOTAL),
    )
    said = ""
    if norm is not None and parameter is not None and year.agenda is not None:
        place = source_text(
            year.dataset, inherit(parameter if norm.bron is None else norm, year.agenda), year.agenda.bronnen
        )
        said = f"{parameter.naam}: {norm.waarde} ({place}). {(parameter.toelichting or '').strip()}".strip()
    notes = (
        *when(said, said),
        "netto: wat er bruto bijkomt zonder wat er aan sociale huur verdwijnt; hoeveel daarvan wordt gesloopt of "
        "verkocht, staat in geen register, dus het is hooguit het brutoaantal.",
        f"stand per {dutch_date(year.dataset.stand.kop.peildatum)}, harde en zachte plannen samen.",
    )
    return Table(name, "Sociale huur: bruto per gemeente, netto voor de regio", _SOCIAL, rows, notes, names=names)


def _social(view: View) -> Figure:
    """Return the social rent that is planned: from what is known to be, to all that may be."""
    found = programme(view)
    sure, possible = found.part(("sociale_huur",), "sociale_huur")
    ends = cases(found, ("sociale_huur",), sure, possible)
    if ends is None:
        return found.whole
    return spanning("bruto", "sociale huur, bruto gepland", ends.worst[0], ends.best[0])
