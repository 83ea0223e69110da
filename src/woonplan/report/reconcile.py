"""The audit of the source as a document: what was computed, what contradicts itself in words, what is missing."""

from __future__ import annotations

from woonplan.calc.audit.bekend import Explained, Reconciled
from woonplan.calc.audit.claims import Claim, Maat, claims, differing, largest
from woonplan.calc.audit.reconcile import Comparison
from woonplan.calc.audit.verdict import Oordeel
from woonplan.calc.view import View
from woonplan.model.agenda import Agendabestand, Opsomming
from woonplan.model.bekend import Bekendbestand
from woonplan.model.dataset import Dataset
from woonplan.model.stand import Invoer
from woonplan.report.cells import both, value, when
from woonplan.report.derivation import formula
from woonplan.report.heading import inputs_json, marked, seen_json, whose
from woonplan.report.words import dutch_date, places, source_text
from woonplan.tables.cell import Cell
from woonplan.tables.document import Document, Note, NoteKind
from woonplan.tables.look import HOMES, PERCENT
from woonplan.tables.table import Column, Kind, Row, Table

_COLUMNS = (
    Column("onderdeel", "onderdeel"),
    Column("bron_ondergrens", "bron onder", Kind.AMOUNT, term=True),
    Column("bron_bovengrens", "bron boven", Kind.AMOUNT, term=True),
    Column("berekend_ondergrens", "berekend onder", Kind.AMOUNT, term=True),
    Column("berekend_bovengrens", "berekend boven", Kind.AMOUNT, term=True),
    Column("verschil_ondergrens", "verschil onder", Kind.AMOUNT, term=True),
    Column("verschil_bovengrens", "verschil boven", Kind.AMOUNT, term=True),
    Column("oordeel", "oordeel"),
    Column("bekend", "bekend", drop=2),
    Column("berekening", "berekening", drop=5),
    Column("vindplaats", "bron", drop=4),
    Column("vergelijking", "vergelijking", drop=6),
)

_CONTRADICTIONS = (
    Column("onderwerp", "onderwerp"),
    Column("vindplaatsen", "vindplaatsen", drop=1),
    Column("uitleg", "uitleg"),
)

_MISSING = (Column("onderdeel", "onderdeel"), Column("vindplaats", "genoemd op", drop=1))


_CLAIMS = (
    Column("bewering", "bewering"),
    Column("berekend_ondergrens", "berekend onder", Kind.EXACT),
    Column("berekend_bovengrens", "berekend boven", Kind.EXACT),
    Column("oordeel", "oordeel"),
    Column("vindplaats", "bron", drop=4),
)

_LISTS = (
    Column("onderwerp", "opsomming van"),
    Column("lid", "genoemd"),
    Column("wel", "in"),
    Column("niet", "niet in"),
)

_LOOKS = {Maat.AANDEEL: PERCENT, Maat.WONINGEN: HOMES, Maat.STROOM: HOMES}


def reconcile_document(
    view: View,
    result: Reconciled,
    bekend: Bekendbestand | None,
    *,
    everything: bool,
    agenda: Agendabestand | None = None,
    agenda_invoer: Invoer | None = None,
) -> Document:
    """Return the audit; without ``everything`` the comparisons that close are only counted.

    With the ``agenda`` also what the source claims in words, worked out, and its lists that differ.
    """
    shown = [e for e in result.comparisons if everything or e.comparison.oordeel is not Oordeel.SLUIT]
    ids = [e.comparison.id for e in shown]
    rows = tuple(_row(view.dataset, e, ids[: i + 1].count(ids[i])) for i, e in enumerate(shown))
    name = view.opgave.naam if view.opgave else view.dataset.gebied.regio.naam
    date = dutch_date(view.dataset.stand.kop.peildatum)
    question = f"Kloppen de cijfers van de bron onderling? {name}, stand {date}{whose(view.dataset)}"
    title = marked(view.dataset, question)
    return Document(
        title,
        (
            Table("vergelijking", "Bron tegenover berekening", _COLUMNS, rows, implied=True),
            *_claimed(view, agenda, agenda_invoer),
            *(_noted(bekend) if bekend else ()),
        ),
        _notes(result, len(result.comparisons) - len(shown)),
        {
            "opdracht": "reconcile",
            "titel": title,
            "fictief": view.dataset.fictief,
            "peildatum": view.dataset.stand.kop.peildatum,
            **seen_json(view.dataset),
            "invoer": inputs_json(view.dataset),
        },
        results={
            "vergelijkingen": len(result.comparisons),
            "niet_verklaard": [e.comparison.id for e in result.unexplained],
            "niet_meer_nodig": [v.id for _, v in result.stale],
        },
        address="reconcile",
    )


def _row(dataset: Dataset, explained: Explained, time: int) -> Row:
    c = explained.comparison
    reden = "" if c.oordeel.closes else explained.bekend.reden if explained.bekend else "niet verklaard"
    cells = (
        c.onderdeel,
        *both(c.bron),
        *both(c.berekend),
        *(_difference(c, end) for end in (0, 1)),
        str(c.oordeel),
        reden,
        formula(c.berekend),
        places(dataset, (c.bron,)),
        c.id,
    )
    # Plan files of one state may have control totals with one id; no id has this sign.
    return Row(c.id, cells, names=(f"{c.id}#{time}",) if time > 1 else ())


def _difference(comparison: Comparison, end: int) -> Cell:
    """Return computed minus source; nothing at an end that the source leaves open."""
    source = comparison.bron.ends[end]
    return None if source.low is None or source.high is None else value(comparison.verschil, end)


def _claimed(view: View, agenda: Agendabestand | None, invoer: Invoer | None) -> tuple[Table, ...]:
    """Return what the source claims in words with what follows from its figures, and its lists that differ."""
    found = tuple(_claim(view, claim) for claim in claims(view, agenda, invoer))
    lists = tuple(
        Row(str(i), (lid.onderwerp, lid.naam, _sources(lid.wel), _sources(lid.niet)))
        for i, lid in enumerate(differing(agenda), start=1)
    )
    note = "een stroom per jaar is geen aantal woningen: die staat er los bij en is nergens opgeteld."
    return (
        *when(found, Table("beweringen", "Wat de bron in woorden zegt, uitgerekend", _CLAIMS, found, (note,))),
        *when(lists, Table("opsommingen", "Opsommingen van hetzelfde die verschillen", _LISTS, lists)),
    )


def _sources(lists: tuple[Opsomming, ...]) -> str:
    """Return where lists stand in their document."""
    return "; ".join(one.vindplaats or one.id for one in lists)


def _claim(view: View, claim: Claim) -> Row:
    cells = (
        claim.onderdeel,
        *both(claim.berekend, _LOOKS[claim.maat]),
        _verdict(view, claim),
        source_text(view.dataset, claim.origin.source),
    )
    return Row(claim.id, cells)


def _verdict(view: View, claim: Claim) -> str:
    """Return in words whether a claim holds."""
    if claim.maat is Maat.STROOM:
        return "per jaar, nergens opgeteld"
    found = claim.klopt
    if found is None:
        return "niet te zeggen"
    if claim.maat is Maat.WONINGEN:
        return "gedeeltelijk: de extra opgave is minder dan het tekort" if found else "de extra opgave dekt het tekort"
    if found:
        return "klopt: meer dan de helft"
    most = largest(view, claim.gemeenten) if claim.gemeenten else None
    return f"minder dan de helft{', wel meer dan elke andere gemeente' if most else ''}"


def _noted(bekend: Bekendbestand) -> tuple[Table, ...]:
    """Return the contradictions that are known in words, and what is missing in the source."""
    said = tuple(Row(t.id, (t.onderwerp, "; ".join(t.vindplaatsen), t.uitleg)) for t in bekend.tegenspraken)
    missing = tuple(Row(str(i), (o.onderdeel, o.vindplaats or "")) for i, o in enumerate(bekend.ontbrekend, start=1))
    return (
        *when(said, Table("tegenspraken", "Tegenspraken in woorden", _CONTRADICTIONS, said)),
        *when(missing, Table("ontbrekend", "Niet in de bron aangetroffen", _MISSING, missing)),
    )


def _notes(result: Reconciled, hidden: int) -> tuple[Note, ...]:
    differences = sum(1 for e in result.comparisons if not e.comparison.oordeel.closes)
    unexplained = len(result.unexplained)
    text = f"{len(result.comparisons)} vergelijkingen: {differences} verschillen, waarvan {unexplained} niet verklaard"
    return (
        Note(NoteKind.LET_OP, f"{text}; {len(result.stale)} verklaringen zijn niet meer nodig."),
        *when(hidden, Note(NoteKind.LET_OP, f"{hidden} vergelijkingen die sluiten zijn niet getoond; zie --all.")),
    )
