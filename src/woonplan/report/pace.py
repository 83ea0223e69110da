"""`gap --by jaar` as a document: the trajectory, the pace under every reading, backlog, supply and coverage."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from woonplan.calc.assumptions import assumptions
from woonplan.calc.moment import Moment
from woonplan.calc.pace import NO_BUFFER, Tempo, Voorraad
from woonplan.calc.question import Question
from woonplan.calc.readings import Lezing, chosen
from woonplan.calc.trajectory import Trajectory
from woonplan.model.dataset import Dataset
from woonplan.numerals import decimal
from woonplan.report.exact import exact_json
from woonplan.report.heading import run_facts, title
from woonplan.report.missing import no_pace
from woonplan.report.pace_tables import pace_table, schedule_table, supply_table
from woonplan.report.remarks import remarks
from woonplan.report.trajectory import cumulative_table, trajectory_charts, trajectory_table, years_over
from woonplan.report.words import amount_json, counted_as
from woonplan.tables import Document, Json, Note, NoteKind, Table

_ENDS = ("ondergrens", "bovengrens")


def pace_document(
    dataset: Dataset,
    question: Question,
    found: Trajectory,
    lezingen: tuple[Lezing, ...],
    *,
    buffer: Fraction = NO_BUFFER,
) -> Document:
    """Return the trajectory and the pace with their remarks.

    Args:
        dataset: The register.
        question: What was asked.
        found: The trajectory of that question.
        lezingen: The pace under every reading of the period (``paces``); empty without a target.
        buffer: The buffer that the pace was computed with, as a share (5% is 5/100).
    """
    balance = found.balance
    used = (balance.doel,) if balance.doel else ()
    facts = assumptions(dataset, question, replace(balance, gebruikt=used))
    lezing, over = chosen(found, lezingen), years_over(dataset)
    missing = no_pace(dataset, question, balance)
    counted = counted_as(facts.records.kinds, netto=question.netto)
    notes = (
        *_notes(found, buffer, spread=found.gespreid),
        *remarks(dataset, question, facts, has_target=balance.doel is not None),
    )
    run = run_facts(dataset, question, balance, _result(found, lezingen, buffer))
    return Document(
        title(dataset, question, balance),
        (
            trajectory_table(found, lezing, over=over, counted=counted, missing=missing),
            *pace_tables(found, lezingen, missing),
        ),
        tuple(sorted(notes, key=lambda note: note.kind is not NoteKind.AANNAME)),
        {**run, "per": "jaar"},
        charts=trajectory_charts(found, lezing, over=over),
    )


def pace_tables(found: Trajectory, lezingen: tuple[Lezing, ...], missing: str) -> tuple[Table, ...]:
    """Return the tables beside the trajectory; those of a pace that is not known are empty, and say what is missing."""
    lezing = chosen(found, lezingen)
    beside = (cumulative_table(found, lezing, missing), pace_table(lezingen, lezing, missing))
    return (*beside, schedule_table(lezing, missing), supply_table(lezing, missing))


def _notes(found: Trajectory, buffer: Fraction, *, spread: int) -> Iterator[Note]:
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


def _result(found: Trajectory, lezingen: tuple[Lezing, ...], buffer: Fraction) -> Json:
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
                **{end: _tempo(tempo) for end, tempo in zip(_ENDS, lezing.ends, strict=True)},
            }
            for lezing in lezingen
        },
    }


def _moment(moment: Moment) -> Json:
    first, last = moment.years or (None, None)
    done, hard, both = (
        None if figure is None else amount_json(figure.low)
        for figure in (moment.gerealiseerd, moment.cumulatief_hard, moment.cumulatief)
    )
    return {
        "soort": str(moment.wanneer),
        "van": first,
        "tot_en_met": last,
        "hard": amount_json(moment.hard.low),
        "zacht": amount_json(moment.zacht.low),
        "status_onbekend": amount_json(moment.onbekend.low),
        "gerealiseerd": done,
        "cumulatief_hard": hard,
        "cumulatief": both,
    }


def _coming(supply: Voorraad) -> Json:
    """Return what of a supply comes in the coming years, and how many years of supply that is."""
    held = supply.in_komende_jaren
    if held is None:
        return None
    return {"aanbod": exact_json(held.above), "jaren": exact_json(held.value)}


def _tempo(tempo: Tempo) -> Json:
    return {
        "opgave": exact_json(tempo.opgave),
        "per_jaar": exact_json(tempo.per_jaar),
        "nodig_tot_peildatum": exact_json(tempo.nodig),
        "stand": exact_json(tempo.stand),
        "rest": exact_json(tempo.rest),
        "rest_per_jaar": exact_json(tempo.rest_per_jaar),
        "per_jaar_met_inhalen": {str(way): exact_json(measure) for way, measure in tempo.inhalen.items()},
        "vereist": exact_json(tempo.vereist),
        "voorraad": {
            name: {
                "jaren": exact_json(supply.jaren),
                "dekking": exact_json(supply.dekking),
                "komende_jaren": _coming(supply),
            }
            for name, supply in tempo.voorraad.items()
        },
    }
