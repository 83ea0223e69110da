"""The glossary as a list."""

from __future__ import annotations

from woonplan.model.begrippen import BEGRIPPEN
from woonplan.model.dataset import Dataset
from woonplan.report.terms import as_used
from woonplan.tables import Column, Row, Table

_COLUMNS = (
    Column("begrip", "begrip"),
    Column("definitie", "definitie"),
    Column("verschilt", "waar het verschilt", drop=3),
    Column("ook", "ook", drop=2),
    Column("bron", "bron", drop=1),
    Column("english", "Engels", drop=4),
)


def begrippen_table(dataset: Dataset | None) -> Table:
    """Return one row per term, in alphabetical order, as the register uses it where there is one."""
    terms = sorted((as_used(begrip, dataset) for begrip in BEGRIPPEN), key=lambda begrip: begrip.naam)
    rows = tuple(Row(b.naam, (b.naam, b.definitie, b.verschilt, ", ".join(b.ook), b.bron, b.english)) for b in terms)
    return Table("begrippen", "Begrippen", _COLUMNS, rows)
