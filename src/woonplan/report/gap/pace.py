"""`gap --by jaar` as a document: the trajectory, the pace under every reading, backlog, supply and coverage."""

from __future__ import annotations

from collections.abc import Iterator

from woonplan.calc.gap.assumptions import assumptions
from woonplan.calc.gap.room import room_stated
from woonplan.calc.number.figure import Figure
from woonplan.calc.view import View
from woonplan.calc.years.pace import Tempo
from woonplan.calc.years.readings import chosen, paces
from woonplan.calc.years.trajectory import Moment, trajectory
from woonplan.model.base import slug
from woonplan.numerals import amount, decimal, fraction_json
from woonplan.report.cells import ENDS, exact_json, when
from woonplan.report.gap.pace_tables import pace_table, schedule_table, supply_table
from woonplan.report.gap.trajectory import cumulative_table, row_name, trajectory_charts, trajectory_table
from woonplan.report.heading import run_facts, title
from woonplan.report.remarks import over_programming, remarks
from woonplan.report.sentence import scope, sentence
from woonplan.report.words import counted_as
from woonplan.tables.cell import Json, number_json
from woonplan.tables.document import Document, Note, NoteKind
from woonplan.tables.table import Table


def pace_document(view: View) -> Document:
    """Return the trajectory and the pace with their remarks."""
    room = room_stated(view) if view.question.buffer else ()
    facts = assumptions(view, (*trajectory(view).balance.doelen, *room))
    counted = counted_as(facts.records.kinds, netto=view.question.netto)
    notes = (*_notes(view), *remarks(view, facts))
    return Document(
        title(view),
        (trajectory_table(view, counted), *pace_tables(view)),
        tuple(sorted(notes, key=lambda note: note.kind is not NoteKind.AANNAME)),
        run_facts(view),
        charts=trajectory_charts(view),
        results={"resultaat": _result(view), "per": "jaar"},
        beside=pace_beside(view),
        answer=sentence(view),
        scope=scope(view),
        address="gap.jaar",
    )


def pace_beside(view: View) -> dict[str, Figure]:
    """Return what the tables leave out: plans in years that are over, and backlog before anything had to be there."""
    found: dict[str, Figure | None] = {
        f"{row_name(m)}.{name}": figure
        for m in trajectory(view).jaren
        for name, figure in (("hard", m.hard), ("zacht", m.zacht), ("status_onbekend", m.onbekend))
    }
    for lezing in paces(view):
        name = f"tempo.{slug(lezing.telling.id)}"
        found |= {f"{name}.rest_jaren": lezing.over, f"{name}.rest": lezing.tempo.rest_per_jaar}
    own = chosen(view)
    if own is not None:
        pace = own.tempo
        found |= {
            "schema.nodig_tot_peildatum": pace.nodig,
            "schema.stand": pace.stand,
            "schema.rest": pace.rest,
            "schema.rest_per_jaar": pace.rest_per_jaar,
            **{f"schema.inhalen_{way}": figure for way, figure in pace.inhalen.items()},
        }
    return {name: figure for name, figure in found.items() if figure is not None}


def pace_tables(view: View) -> tuple[Table, ...]:
    """Return the tables beside the trajectory; those of a pace that is not known are empty, and say what is missing."""
    return cumulative_table(view), pace_table(view), schedule_table(view), supply_table(view)


def spread(view: View) -> tuple[str, ...]:
    """Return that periods of years were spread over their years; nothing where none was."""
    found = trajectory(view).gespreid
    text = (
        f"tijdvakken van {amount(found, 'plan', 'plannen')} zijn gelijk over hun jaren gespreid (--spreid); wat niet "
        "deelbaar is, komt in de eerste jaren."
    )
    return when(found, text)


def raised(view: View) -> tuple[str, ...]:
    """Return with what buffer the target was raised; nothing where none was asked for."""
    buffer = view.question.buffer
    text = f"bij jaren voorraad en dekking is de opgave verhoogd met een buffer van {decimal(buffer * 100, 1)}%."
    return when(buffer, text)


def _notes(view: View) -> tuple[Note, ...]:
    found = trajectory(view)
    yearless = amount(found.zonder_jaar, "plan heeft", "plannen hebben")
    apart = f"{yearless} woningen zonder jaar; die staan apart en zijn over geen jaar verdeeld."
    return (
        *(Note(NoteKind.AANNAME, text) for text in (*spread(view), *raised(view))),
        *when(view.question.buffer, *_inside(view)),
        *when(found.zonder_jaar, Note(NoteKind.LET_OP, apart)),
    )


def _inside(view: View) -> Iterator[Note]:
    """Yield what is known of room for plans that fail in the targets themselves."""
    for stated in (view.stated(view.question.tegen.soort, area) for area in view.areas):
        text = over_programming(stated.uitspraak, "de buffer") if stated else ""
        yield from when(text, Note(NoteKind.AANNAME, text))


def _result(view: View) -> Json:
    found, buffer = trajectory(view), view.question.buffer
    return {
        "traject": [_moment(moment) for moment in found.momenten],
        "gespreide_records": found.gespreid,
        "buffer": fraction_json(buffer),
        "tempo": {
            lezing.telling.id: {
                "jaren": lezing.jaren,
                "verstreken": lezing.verstreken,
                "komende_jaren": {
                    "jaren": lezing.horizon,
                    "van": lezing.komend.van.isoformat() if lezing.komend else None,
                    "tot": lezing.komend.tot.isoformat() if lezing.komend else None,
                },
                **{end: _tempo(lezing.tempo, i) for i, end in enumerate(ENDS)},
            }
            for lezing in paces(view)
        },
    }


def _moment(moment: Moment) -> Json:
    first, last = moment.years or (None, None)
    figures = {
        "hard": moment.hard,
        "zacht": moment.zacht,
        "status_onbekend": moment.onbekend,
        "gerealiseerd": moment.gerealiseerd,
        "cumulatief_hard": moment.cumulatief_hard,
        "cumulatief": moment.cumulatief,
    }
    homes = {name: None if figure is None else number_json(figure.low) for name, figure in figures.items()}
    return {"soort": str(moment.wanneer), "van": first, "tot_en_met": last, **homes}


def _tempo(tempo: Tempo, end: int) -> Json:
    def exact(figure: Figure | None) -> Json:
        return None if figure is None else exact_json(figure.ends[end])

    def coming(held: Figure | None) -> Json:
        """Return what of a supply comes in the coming years, and how many years of supply that is."""
        return None if held is None else {"aanbod": exact(held.parts[0]), "jaren": exact(held)}

    return {
        "opgave": exact(tempo.opgave),
        "per_jaar": exact(tempo.per_jaar),
        "nodig_tot_peildatum": exact(tempo.nodig),
        "stand": exact(tempo.stand),
        "rest": exact(tempo.rest),
        "rest_per_jaar": exact(tempo.rest_per_jaar),
        "per_jaar_met_inhalen": {str(way): exact(figure) for way, figure in tempo.inhalen.items()},
        "vereist": exact(tempo.vereist),
        "voorraad": {
            name: {
                "jaren": exact(supply.jaren),
                "dekking": exact(supply.dekking),
                "komende_jaren": coming(supply.komende_jaren),
            }
            for name, supply in tempo.planvoorraad.items()
        },
    }
