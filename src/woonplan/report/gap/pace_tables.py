"""The pace as tables: under every reading of the period, with backlog, and what the supply means."""

from __future__ import annotations

from woonplan.calc.number.figure import Figure
from woonplan.calc.view import View
from woonplan.calc.years.pace import SUFFIX, Inhaal
from woonplan.calc.years.readings import Lezing, chosen, paces
from woonplan.model.base import slug
from woonplan.numerals import dutch
from woonplan.report.cells import FIGURES, NOT_APPLICABLE, at_ends, both, maybe, value, when
from woonplan.report.gap.trajectory import ROUNDED
from woonplan.report.words import dutch_date, no_pace
from woonplan.tables.look import BALANCE, COUNT, HOMES, PERCENT, YEARS, Look
from woonplan.tables.table import Column, Kind, Row, Style, Table

_SUPPLIES = {"hard": "hard", "hard_en_zacht": "hard + zacht"}


def _unknown(view: View) -> str:
    return f"Wat per jaar nodig is, is onbekend: {no_pace(view)}."


def pace_table(view: View) -> Table:
    """Return what is needed a year under every reading, over the whole period and over what is left of it."""
    lezingen, own = paces(view), chosen(view)
    stated = next((lezing.bij_tempo for lezing in lezingen if lezing.bij_tempo is not None), None)
    done = any(lezing.gerealiseerd is not None for lezing in lezingen)
    columns = (
        Column("telling", "telling"),
        Column("periode", "periode", drop=3),
        Column("jaren", "jaren", Kind.COUNT, term=True),
        *when(stated, Column("bij_tempo", "bij tempo bron", Kind.AMOUNT, drop=2)),
        *at_ends("per_jaar", ""),
        *when(
            done,
            Column("gerealiseerd", "opgeleverd", Kind.AMOUNT, term=True),
            Column("rest_jaren", "jaren over", Kind.COUNT, term=True),
            *at_ends("rest", "rest"),
        ),
    )
    rows = tuple(
        Row(
            f"tempo.{lezing.telling.id}",
            (
                f"{lezing.telling.id} (gekozen)" if lezing is own else lezing.telling.id,
                f"{dutch_date(lezing.telling.van)} tot {dutch_date(lezing.telling.tot)}",
                value(lezing.periode, look=COUNT),
                *when(stated, maybe(lezing.bij_tempo)),
                *both(lezing.tempo.per_jaar),
                *when(
                    done,
                    maybe(lezing.gerealiseerd),
                    value(lezing.over, look=COUNT),
                    *both(lezing.tempo.rest_per_jaar),
                ),
            ),
            names=(f"tempo.{slug(lezing.telling.id)}",),
        )
        for lezing in lezingen
    )
    notes = (
        ROUNDED if lezingen else _unknown(view),
        *(
            [f"Tempo van de bron: {_plain(stated.parts[0])} woningen per jaar, maal het aantal jaren."]
            if stated
            else []
        ),
        *when(done, "Rest: per jaar nodig in de jaren die over zijn, na wat is opgeleverd."),
    )
    return Table("tempo", "Nodig per jaar, onder elke telling", columns, rows, notes)


def _plain(pace: Figure) -> str:
    bounds = [dutch(int(bound)) for bound in (pace.low.low, pace.low.high) if bound is not None]
    return "-".join(dict.fromkeys(bounds))


def schedule_table(view: View) -> Table:
    """Return the pace of one reading with what was delivered, the backlog, and how it can be recovered."""
    columns, lezing = FIGURES[:3], chosen(view)
    if lezing is None:
        return Table("schema", "Tempo en achterstand", columns, (), (_unknown(view),))
    pace, done = lezing.tempo, lezing.gerealiseerd is not None
    until, left, soon = (f"{years} jaar" for years in (lezing.verstreken, lezing.resterend, lezing.horizon))
    to_come = done and lezing.resterend > 0
    rows = (
        _row("opgave", "opgave", pace.opgave),
        _row("per_jaar", f"nodig per jaar ({lezing.jaren} jaar)", pace.per_jaar),
        *when(
            done,
            _row("nodig_tot_peildatum", f"nodig tot de peildatum ({until})", pace.nodig),
            _row("gerealiseerd", "opgeleverd (netto)", lezing.gerealiseerd),
            _row("stand", "voor of achter op schema", pace.stand, BALANCE),
            _row("rest", "rest van de opgave", pace.rest),
        ),
        *when(
            to_come,
            _row("rest_per_jaar", f"rest per jaar ({left})", pace.rest_per_jaar),
            _row("inhalen_vijf_jaar", f"per jaar, achterstand ingehaald in {soon}", pace.inhalen.get(Inhaal.VIJF_JAAR)),
            _row("inhalen_rest", f"per jaar, achterstand ingehaald in {left}", pace.inhalen.get(Inhaal.REST)),
        ),
    )
    notes = (
        ROUNDED,
        *when(not done, "Op de peildatum is nog niets van de periode verstreken: er is geen achterstand."),
        *when(to_come, "Wie voor ligt op het schema, heeft geen achterstand; het tempo gaat daar niet van omlaag."),
    )
    return Table("schema", f"Tempo en achterstand, telling {lezing.telling.id}", columns, rows, notes)


def supply_table(view: View) -> Table:
    """Return for how many years the supply lasts, and how much of the target it covers, at both ends.

    What comes in the coming years themselves stands beside what all capacity comes to: a plan for later builds nothing
    in them.
    """
    columns = (
        Column("onderdeel", "onderdeel"),
        Column("uitkomst_ondergrens", "ondergrens", Kind.EXACT),
        Column("uitkomst_bovengrens", "bovengrens", Kind.EXACT),
    )
    title, lezing = "Jaren voorraad en dekking", chosen(view)
    if lezing is None:
        return Table("voorraad", title, columns, (), (_unknown(view),))
    soon, have = f"{lezing.horizon} jaar", "opgeleverd + " if lezing.gerealiseerd is not None else ""
    supplies = [(name, label, lezing.tempo.planvoorraad[name]) for name, label in _SUPPLIES.items()]
    found = [
        *(
            (f"voorraad.{name}", f"jaren voorraad, {label}: alle capaciteit", supply.jaren, YEARS)
            for name, label, supply in supplies
        ),
        *(
            (f"voorraad.{name}_{SUFFIX}", f"jaren voorraad, {label}: in de komende {soon}", supply.komende_jaren, YEARS)
            for name, label, supply in supplies
            if lezing.komend
        ),
        *((f"dekking.{name}", f"dekking, {have}{label}", supply.dekking, PERCENT) for name, label, supply in supplies),
    ]
    rows = tuple(Row(key, (label, *both(figure, look, NOT_APPLICABLE))) for key, label, figure, look in found)
    covers = "Dekking: welk deel van de opgave er is. Afgerond; de json heeft de exacte breuken."
    return Table("voorraad", title, columns, rows, (*_about_years(lezing), covers))


def _about_years(lezing: Lezing) -> tuple[str, ...]:
    if lezing.komend is None:
        return ("Jaren voorraad: de periode is op de peildatum voorbij.",)
    van, tot = (dutch_date(day.isoformat()) for day in (lezing.komend.van, lezing.komend.tot))
    return (
        f"Jaren voorraad: de plancapaciteit gedeeld door wat de komende {lezing.horizon} jaar per jaar nodig is,"
        " met de achterstand daarin ingehaald.",
        "Alle capaciteit: hoe lang alles bij dat tempo meegaat, in welk jaar het ook komt.",
        f"In de komende {lezing.horizon} jaar: wat van {van} tot {tot} gepland is. Wat geen jaar heeft, of een tijdvak"
        " dat daar deels in valt, telt van niets tot alles: het kan in die jaren komen of niet.",
    )


def _row(key: str, label: str, figure: Figure | None, look: Look = HOMES) -> Row:
    style = Style.TOTAL if look is BALANCE else Style.NORMAL
    return Row(f"schema.{key}", (label, *both(figure, look)), style)
