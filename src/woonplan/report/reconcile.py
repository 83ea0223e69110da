"""The audit of the source as a document: what was computed, what contradicts itself in words, what is missing."""

from __future__ import annotations

from woonplan.calc.derived import Explained
from woonplan.calc.judgement import Oordeel
from woonplan.calc.known import Explained as Compared
from woonplan.calc.known import Reconciled
from woonplan.calc.question import Question, opgavenset
from woonplan.calc.reconcile import Comparison
from woonplan.model.bekend import Bekendbestand
from woonplan.model.dataset import Dataset
from woonplan.report.derivation import formula
from woonplan.report.explain import number_document
from woonplan.report.words import amount, dutch_date, places
from woonplan.tables import Cell, Column, Document, Json, Kind, Note, NoteKind, Row, Table

_COLUMNS = (
    Column("onderdeel", "onderdeel"),
    Column("bron_ondergrens", "bron onder", Kind.AMOUNT, drop=3),
    Column("bron_bovengrens", "bron boven", Kind.AMOUNT, drop=3),
    Column("berekend_ondergrens", "berekend onder", Kind.AMOUNT, drop=3),
    Column("berekend_bovengrens", "berekend boven", Kind.AMOUNT, drop=3),
    Column("verschil_ondergrens", "verschil onder", Kind.AMOUNT),
    Column("verschil_bovengrens", "verschil boven", Kind.AMOUNT),
    Column("oordeel", "oordeel", drop=1),
    Column("bekend", "bekend", drop=2),
    Column("berekening", "berekening", drop=5),
    Column("vindplaats", "bron", drop=4),
    Column("vergelijking", "vergelijking", drop=6),
)


def reconcile_document(
    dataset: Dataset, question: Question, result: Reconciled, bekend: Bekendbestand | None, *, everything: bool
) -> Document:
    """Return the audit; without ``everything`` the comparisons that close are only counted."""
    shown = [e for e in result.comparisons if everything or e.comparison.oordeel is not Oordeel.SLUIT]
    tables = [Table("vergelijking", "Bron tegenover berekening", _COLUMNS, tuple(_row(dataset, e) for e in shown))]
    if bekend is not None and bekend.tegenspraken:
        tables.append(_contradictions(bekend))
    if bekend is not None and bekend.ontbrekend:
        tables.append(_missing(bekend))
    notes = _notes(result, len(result.comparisons) - len(shown))
    return Document(_title(dataset, question), tuple(tables), notes, _facts(dataset, result))


def comparison_document(dataset: Dataset, question: Question, found: tuple[str, Explained], depth: int) -> Document:
    """Return a number of the audit, with its address, and its derivation to ``depth`` levels (0: the number alone)."""
    opgave = opgavenset(dataset, question)
    parameters: dict[str, Json] = {"opgave": opgave.id if opgave else None, "telling": question.telling}
    title = _title(dataset, question)
    facts = {"opdracht": "reconcile", "titel": title, **_inputs(dataset), "parameters": parameters}
    return number_document(dataset, found, depth, title, facts)


def _title(dataset: Dataset, question: Question) -> str:
    opgave = opgavenset(dataset, question)
    name = opgave.naam if opgave else dataset.gebied.regio.naam
    title = f"Kloppen de cijfers van de bron onderling? {name}, stand {dutch_date(dataset.stand.kop.peildatum)}"
    return f"FICTIEF - {title}" if dataset.fictief else title


def _row(dataset: Dataset, explained: Compared) -> Row:
    c = explained.comparison
    known = "" if c.oordeel.closes else explained.bekend.reden if explained.bekend else "niet verklaard"
    cells = (
        c.onderdeel,
        amount(c.bron.low),
        amount(c.bron.high),
        amount(c.berekend.low),
        amount(c.berekend.high),
        *(_difference(c, end) for end in (0, 1)),
        str(c.oordeel),
        known,
        formula(c.berekend),
        places(dataset, (c.bron,)),
        c.id,
    )
    return Row(c.id, cells)


def _difference(comparison: Comparison, end: int) -> Cell:
    """Return computed minus source; nothing at an end that the source leaves open."""
    interval = comparison.bron.ends[end].interval
    open_end = interval.low is None or interval.high is None
    return None if open_end else amount(comparison.difference(end))


def _contradictions(bekend: Bekendbestand) -> Table:
    columns = (
        Column("onderwerp", "onderwerp"),
        Column("vindplaatsen", "vindplaatsen", drop=1),
        Column("uitleg", "uitleg"),
    )
    rows = tuple(Row(t.id, (t.onderwerp, "; ".join(t.vindplaatsen), t.uitleg)) for t in bekend.tegenspraken)
    return Table("tegenspraken", "Tegenspraken in woorden", columns, rows)


def _missing(bekend: Bekendbestand) -> Table:
    columns = (Column("onderdeel", "onderdeel"), Column("vindplaats", "genoemd op", drop=1))
    rows = tuple(Row(str(i + 1), (o.onderdeel, o.vindplaats or "")) for i, o in enumerate(bekend.ontbrekend))
    return Table("ontbrekend", "Niet in de bron aangetroffen", columns, rows)


def _notes(result: Reconciled, hidden: int) -> tuple[Note, ...]:
    differences = sum(1 for e in result.comparisons if not e.comparison.oordeel.closes)
    unexplained = len(result.unexplained)
    text = f"{len(result.comparisons)} vergelijkingen: {differences} verschillen, waarvan {unexplained} niet verklaard"
    notes = [Note(NoteKind.LET_OP, f"{text}; {len(result.stale)} verklaringen zijn niet meer nodig.")]
    if hidden:
        notes.append(Note(NoteKind.LET_OP, f"{hidden} vergelijkingen die sluiten zijn niet getoond; zie --all."))
    return tuple(notes)


def _facts(dataset: Dataset, result: Reconciled) -> dict[str, Json]:
    return {
        "opdracht": "reconcile",
        **_inputs(dataset),
        "vergelijkingen": len(result.comparisons),
        "niet_verklaard": [e.comparison.id for e in result.unexplained],
        "niet_meer_nodig": [v.id for _, v in result.stale],
    }


def _inputs(dataset: Dataset) -> dict[str, Json]:
    return {
        "fictief": dataset.fictief,
        "peildatum": dataset.stand.kop.peildatum,
        "invoer": [{"bestand": i.bestand, "sha256": i.sha256} for i in dataset.invoer],
    }
