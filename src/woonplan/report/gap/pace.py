"""`gap --by jaar` as a document: the trajectory, the pace under every reading, backlog, supply and coverage."""

from __future__ import annotations

from collections.abc import Iterator

from woonplan.calc.gap.assumptions import assumptions
from woonplan.calc.number.figure import Figure
from woonplan.calc.view import View
from woonplan.calc.years.pace import Tempo, Voorraad
from woonplan.calc.years.readings import chosen, paces
from woonplan.calc.years.trajectory import Moment, trajectory
from woonplan.model.naming import slug
from woonplan.numerals import decimal
from woonplan.report.cells import ENDS, exact_json
from woonplan.report.gap.pace_tables import pace_table, schedule_table, supply_table
from woonplan.report.gap.trajectory import cumulative_table, row_name, trajectory_charts, trajectory_table
from woonplan.report.heading import run_facts, title
from woonplan.report.remarks import remarks
from woonplan.report.words import counted_as
from woonplan.tables import Document, Json, Note, NoteKind, Table, number_json


def pace_document(view: View) -> Document:
    """Return the trajectory and the pace with their remarks."""
    facts = assumptions(view, trajectory(view).balance.doelen)
    counted = counted_as(facts.records.kinds, netto=view.question.netto)
    notes = (*_notes(view), *remarks(view, facts))
    return Document(
        title(view),
        (trajectory_table(view, counted), *pace_tables(view)),
        tuple(sorted(notes, key=lambda note: note.kind is not NoteKind.AANNAME)),
        run_facts(view),
        charts=trajectory_charts(view),
        results={"resultaat": _result(view), "per": "jaar"},
        beside=dict(pace_beside(view)),
        address="gap.jaar",
    )


def pace_beside(view: View) -> Iterator[tuple[str, Figure]]:
    """Yield what the tables leave out: plans in years that are over, and backlog before anything had to be there."""
    for m in trajectory(view).jaren:
        for name, figure in (("hard", m.hard), ("zacht", m.zacht), ("status_onbekend", m.onbekend)):
            yield f"{row_name(m)}.{name}", figure
    for lezing in paces(view):
        yield f"tempo.{slug(lezing.telling.id)}.rest_jaren", lezing.over
        if lezing.tempo.rest_per_jaar is not None:
            yield f"tempo.{slug(lezing.telling.id)}.rest", lezing.tempo.rest_per_jaar
    lezing_asked = chosen(view)
    if lezing_asked is not None:
        pace = lezing_asked.tempo
        yield from (
            ("schema.nodig_tot_peildatum", pace.nodig),
            ("schema.stand", pace.stand),
            ("schema.rest", pace.rest),
        )
        if pace.rest_per_jaar is not None:
            yield "schema.rest_per_jaar", pace.rest_per_jaar
        yield from ((f"schema.inhalen_{way}", figure) for way, figure in pace.inhalen.items())


def pace_tables(view: View) -> tuple[Table, ...]:
    """Return the tables beside the trajectory; those of a pace that is not known are empty, and say what is missing."""
    return cumulative_table(view), pace_table(view), schedule_table(view), supply_table(view)


def _notes(view: View) -> Iterator[Note]:
    found, buffer = trajectory(view), view.question.buffer
    spread = found.gespreid
    if spread:
        records = "1 record" if spread == 1 else f"{spread} records"
        text = f"tijdvakken van {records} zijn gelijk over hun jaren gespreid (--spreid); wat niet deelbaar is, komt in"
        yield Note(NoteKind.AANNAME, f"{text} de eerste jaren.")
    if buffer:
        text = f"bij jaren voorraad en dekking is de opgave verhoogd met een buffer van {decimal(buffer * 100, 1)}%."
        yield Note(NoteKind.AANNAME, text)
    if found.zonder_jaar:
        what = "1 record heeft" if found.zonder_jaar == 1 else f"{found.zonder_jaar} records hebben"
        yield Note(NoteKind.LET_OP, f"{what} woningen zonder jaar; die staan apart en zijn over geen jaar verdeeld.")


def _result(view: View) -> Json:
    found, buffer = trajectory(view), view.question.buffer
    return {
        "traject": [_moment(moment) for moment in found.momenten],
        "gespreide_records": found.gespreid,
        "buffer": {"teller": buffer.numerator, "noemer": buffer.denominator},
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
    done, hard, both = (
        None if figure is None else number_json(figure.low)
        for figure in (moment.gerealiseerd, moment.cumulatief_hard, moment.cumulatief)
    )
    return {
        "soort": str(moment.wanneer),
        "van": first,
        "tot_en_met": last,
        "hard": number_json(moment.hard.low),
        "zacht": number_json(moment.zacht.low),
        "status_onbekend": number_json(moment.onbekend.low),
        "gerealiseerd": done,
        "cumulatief_hard": hard,
        "cumulatief": both,
    }


def _exact(figure: Figure | None, end: int) -> Json:
    return None if figure is None else exact_json(figure.ends[end])


def _coming(supply: Voorraad, end: int) -> Json:
    """Return what of a supply comes in the coming years, and how many years of supply that is."""
    held = supply.komende_jaren
    return None if held is None else {"aanbod": _exact(held.parts[0], end), "jaren": _exact(held, end)}


def _tempo(tempo: Tempo, end: int) -> Json:
    return {
        "opgave": _exact(tempo.opgave, end),
        "per_jaar": _exact(tempo.per_jaar, end),
        "nodig_tot_peildatum": _exact(tempo.nodig, end),
        "stand": _exact(tempo.stand, end),
        "rest": _exact(tempo.rest, end),
        "rest_per_jaar": _exact(tempo.rest_per_jaar, end),
        "per_jaar_met_inhalen": {str(way): _exact(figure, end) for way, figure in tempo.inhalen.items()},
        "vereist": _exact(tempo.vereist, end),
        "voorraad": {
            name: {
                "jaren": _exact(supply.jaren, end),
                "dekking": _exact(supply.dekking, end),
                "komende_jaren": _coming(supply, end),
            }
            for name, supply in tempo.voorraad.items()
        },
    }
