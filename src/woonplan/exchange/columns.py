"""The columns of a sheet, and what is to be said of them: not understood, without a header, doubled, merged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from woonplan.diagnostics import Diagnostic, Severity, quote
from woonplan.exchange.cells import MergedCells, Worksheet, blank, letter, listed, ref, shown
from woonplan.exchange.headers import fold
from woonplan.rule import Example, Rule, csv_text

WP603 = Rule(
    code="WP603",
    naam="kolom niet begrepen",
    wat=(
        "Een kolom met gegevens komt in geen veld van het register terecht. Zij wordt genoemd met drie waarden; met "
        "--strict is het een fout."
    ),
    waarom="Wat ongemerkt wegvalt, mist niemand tot het te laat is.",
    oplossing=(
        "Wat in deze kolom staat, komt niet in het register. Is het nodig, zeg dan met --mapping bij welk veld het "
        "hoort."
    ),
    fout=Example(csv_text("naam;gemeente;woningen;wethouder", "Beekstraat;Borne;30;De Vries"), 1, 4, file="lijst.csv"),
    goed=Example(
        csv_text("naam;gemeente;woningen;opmerkingen", "Beekstraat;Borne;30;wethouder De Vries"), file="lijst.csv"
    ),
    severity=Severity.WAARSCHUWING,
)
"""A column that goes nowhere."""

WP611 = Rule(
    code="WP611",
    naam="koppen niet eenduidig",
    wat=(
        "Een samengevoegde kop staat over meer kolommen, een kolom met waarden heeft geen kop, of twee kolommen zijn "
        "hetzelfde veld. Rijen met titels boven de koppen worden genoemd."
    ),
    waarom="Welke van de kolommen geldt, zou anders van hun volgorde afhangen.",
    oplossing="Hef de samenvoeging op en geef elke kolom een eigen kop.",
    fout=Example(csv_text("naam;gemeente;woningen;woningen", "Beekstraat;Borne;30;10"), 1, 4, file="lijst.csv"),
    goed=Example(csv_text("naam;gemeente;woningen;gerealiseerd", "Beekstraat;Borne;30;10"), file="lijst.csv"),
)
"""Headers that say two things, or none."""

WHY = "waarom niet ingelezen"
"""Header of the column with reasons in a workbook of rows that were not taken over; no field of a plan."""

EXAMPLES = 3
"""Values of a column that is not understood which are named."""


class FileColumn(NamedTuple):
    """One column: its place (from 1), its header, and the field it holds."""

    at: int
    header: str
    key: str = ""
    """Field of the register or of the format; empty where the column is not understood."""
    reason: str = ""
    """Why a column that is understood goes nowhere."""


class Heads(NamedTuple):
    """The headers of a sheet."""

    sheet: Worksheet
    row: int
    """The last row of them."""
    columns: Sequence[FileColumn]
    named_in: int
    """The row with the names of the columns, for findings on them."""

    def findings(self, *, strict: bool) -> Iterator[Diagnostic]:
        """Yield what is to be said of the columns; one that is not understood is an error when ``strict``."""
        yield from self._doubled()
        merged = [area for area in self.sheet.merged if area.top <= self.row <= area.bottom and area.right > area.left]
        for area in merged:
            yield from self._under_one(area)
        for column in self.columns:
            if column.key or column.reason or fold(column.header) == WHY:
                continue
            values = list(islice(dict.fromkeys(text for _, text in self._filled(column.at)), EXAMPLES))
            if not values:
                continue
            place = self.sheet.place(self.named_in, column.at)
            quoted = ", ".join(quote(value, 40) for value in values)
            if column.header:
                what = (
                    f"kolom {quote(column.header)} is niet begrepen en niet ingelezen; er staat bijvoorbeeld {quoted}"
                )
                yield WP603.at(place, what, severity=Severity.FOUT if strict else None)
            elif not any(area.left < column.at <= area.right for area in merged):
                rows = listed([number for number, _ in islice(self._filled(column.at), 20)])
                what = f"kolom {letter(column.at)} heeft geen kop en wel waarden (rij {rows}): {quoted}"
                yield WP611.at(place, what, "Geef de kolom een kop, of maak haar leeg.")

    def _doubled(self) -> Iterator[Diagnostic]:
        seen: dict[str, FileColumn] = {}
        for column in self.columns:
            earlier = seen.setdefault(column.key, column) if column.key else column
            if earlier is not column:
                one, other = (f"kolom {letter(c.at)} {quote(c.header)}" for c in (column, earlier))
                what = f"{one} en {other} zijn allebei {quote(column.key)}"
                yield WP611.at(self.sheet.place(self.named_in, column.at), what, "Geef elk een eigen kop.")

    def _under_one(self, area: MergedCells) -> Iterator[Diagnostic]:
        """Yield that a header stands over columns with values that have no name of their own."""
        name = next((column.header for column in self.columns if column.at == area.left), "")
        values = {i: list(islice(self._filled(i), 5)) for i in range(area.left + 1, area.right + 1)}
        hidden = [index for index, found in values.items() if found]
        if hidden and name:
            filled = ", ".join(f"{ref(n, i)}: {quote(text, 40)}" for i in hidden for n, text in values[i])
            cells = f"{ref(area.top, area.left)}:{ref(area.bottom, area.right)}"
            what = f"de samengevoegde kop {quote(name)} ({cells}) beslaat meer kolommen; kolom "
            what += f"{', '.join(map(letter, hidden))} heeft geen eigen naam en wel waarden ({filled})"
            hint = "Hef de samenvoeging op en geef beide kolommen een eigen kop."
            yield WP611.at(self.sheet.place(self.row, area.left), what, hint)

    def _filled(self, index: int) -> Iterator[tuple[int, str]]:
        """Yield the rows with something in a column, and what."""
        for number, row in self.sheet.rows:
            if number > self.row and len(row) >= index and not blank(row[index - 1]):
                yield number, shown(row[index - 1]).strip()
