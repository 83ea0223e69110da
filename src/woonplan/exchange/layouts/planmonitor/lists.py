"""Planmonitor Wonen: four layouts of one thing, a plan as a matrix of categories by total, realised, rest and years.

Every layout fills the same cells (``woningtype.eengezins/totaal``, ``.../2026``); what they mean is settled once, in
``matrix``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from woonplan.diagnostics import Severity, quote
from woonplan.exchange.cells import Worksheet, blank, ref, shown
from woonplan.exchange.columns import FileColumn
from woonplan.exchange.fields import FIELDS, NOT_YET, CellKind
from woonplan.exchange.headers import fold, headers
from woonplan.exchange.job import Given
from woonplan.exchange.layouts.draft import WP618, WP619, Draft
from woonplan.exchange.layouts.layout import Layout, head_rows
from woonplan.exchange.layouts.planmonitor.matrix import MEASURES, WP629, planmonitor_text
from woonplan.exchange.layouts.planmonitor.settle import settle_matrix
from woonplan.exchange.values.spelling import WP608, WP617, WP625
from woonplan.model.control import Planklasse
from woonplan.model.statussen import Planstatus, listed
from woonplan.rule import Example, Rule

WP621 = Rule(
    code="WP621",
    naam="vertrouwelijkheid past niet bij de status",
    wat=(
        "Een hard plan is vertrouwelijk, of een plan met status "
        f"{listed(Planklasse.TELT_NIET, 'of')} is niet alleen voor de gemeente."
    ),
    waarom=(
        "Volgens het dataprotocol van Planmonitor Wonen (art. 6) mogen alleen zachte plannen vertrouwelijk zijn; "
        f"{listed(Planklasse.TELT_NIET, 'en')} blijven bij de gemeente."
    ),
    oplossing="Verbeter de vertrouwelijkheid of de status.",
    fout=Example(planmonitor_text("Vertrouwelijkheid;Nieuwbouw", "Gemeente;30"), 2, 5, file="lijst.csv"),
    goed=Example(planmonitor_text("Vertrouwelijkheid;Nieuwbouw", "Openbaar;30"), file="lijst.csv"),
    severity=Severity.WAARSCHUWING,
)
"""A confidentiality that its status does not allow."""


_ELSEWHERE = {
    "regio": "staat in het register",
    "provincie": "staat in het register",
    "opdrachtgever naam": "het register kent geen naam van een opdrachtgever",
}
_BASE = frozenset({"plannaam", "gemeente", "status planologisch", "plantype"})
YEAR = re.compile(r"(?:19|20|21)\d\d")
_KEY = "sleutel"
_WONINGTYPE = "woningtype"

CATEGORIES = {
    fold(field.planmonitor): field.key
    for field in FIELDS
    if field.planmonitor and field.kind is CellKind.AANTAL and field.key != "studentenwoningen"
}
"""The twenty categories by their label, folded."""

GROUPS = {
    "nieuwbouw": "",
    "woningtype": "Woningtype ",
    "wonen en zorg": "Wonen en zorg ",
    "flexwoningen": "",
    "betaalbaarheid": "",
    "sloop": "",
}
"""What stands in front of `Onbekend` in the matrix of one plan, by the name of its group."""


def recognise(sheet: Worksheet) -> Layout | None:
    """Return which of the three lists a sheet holds, by its columns."""
    for number, texts in head_rows(sheet)[:1]:
        folded = [fold(text) for text in texts]
        if not set(folded) >= _BASE:
            return None
        pivot = "woningtype" in folded and any(map(YEAR.fullmatch, texts))
        columns = [FileColumn(i, text, *_key(text, pivot=pivot)) for i, text in enumerate(texts, 1)]
        keys = {column.key for column in columns}
        if pivot:
            return Draaitabel(sheet, number, columns)
        if "woningen/totaal" in keys:
            return Uitgebreid(sheet, number, columns)
        if "woningen/rest" in keys:
            return Eenvoudig(sheet, number, columns)
    return None


def _key(header: str, *, pivot: bool) -> tuple[str, str]:
    """Return the key of a column, or why it goes nowhere."""
    folded = fold(header)
    if folded in _ELSEWHERE:
        return "", _ELSEWHERE[folded]
    if folded == "id":
        return _KEY, ""
    category = _pivot_key(header, folded) if pivot else _category_key(folded)
    return category or headers("planmonitor").get(folded, ""), ""


def _pivot_key(header: str, folded: str) -> str:
    if folded == "woningtype":
        return _WONINGTYPE
    return f"/{header}" if YEAR.fullmatch(header) else ""


def _category_key(folded: str) -> str:
    """Return category and measure: a label alone is what is left, one with a word or year behind it is that."""
    if folded in CATEGORIES:
        return f"{CATEGORIES[folded]}/rest"
    label, _, measure = folded.rpartition(" ")
    if label in CATEGORIES and (measure in MEASURES or YEAR.fullmatch(measure)):
        return f"{CATEGORIES[label]}/{MEASURES.get(measure, measure)}"
    return ""


CAME_FROM = {
    "woningen": ("woningen", ("totaal",)),
    "restant": ("woningen", ("rest",)),
    "gerealiseerd": ("woningen", ("gerealiseerd",)),
    "sloop": ("sloop", ("totaal",)),
    "sloop_gerealiseerd": ("sloop", ("gerealiseerd",)),
    "sloop_restant": ("sloop", ("rest",)),
}
"""The category and the measures of the matrix that a number of a plan comes from."""


class Planmonitor(Layout):
    """What the layouts share."""

    slug = "planmonitor"

    def __init__(self, sheet: Worksheet, header: int, columns: Sequence[FileColumn]) -> None:
        super().__init__(sheet, header, columns)
        self._columns = {column.key: column.at for column in columns if column.key}

    def drafts(self, asked: Given) -> Iterator[Draft]:
        """Yield a plan per row."""
        for draft in self.rows(asked):
            yield self.based(draft)

    def based(self, draft: Draft) -> Draft:
        """Take the key apart from the fields, and keep the key project that the register cannot hold."""
        cell = draft.cells.pop(_KEY, None)
        draft.key = shown(cell.value) if cell else ""
        return draft

    def settle(self, draft: Draft, asked: Given) -> None:
        """Read the matrix and what the product's own help asks of a plan."""
        del asked
        settle_matrix(draft, self.span)
        _sleutelproject(draft)
        _confidential(draft)
        if "anders" in draft.values.get("knelpunten", ()) and "opmerkingen" not in draft.values:
            message = "het knelpunt 'Anders' wordt nergens uitgelegd"
            hint = "Leg bij de opmerkingen uit wat het knelpunt is."
            draft.say(WP618, draft.cells["knelpunten"], message, hint, Severity.WAARSCHUWING)

    def refs(self, draft: Draft, key: str) -> str:
        """Return the cells of a number: that of its measure, or of the years that were added up."""
        category, measures = CAME_FROM.get(key, ("", ()))
        keys = [name for measure in measures if (name := f"{category}/{measure}") in draft.cells][:1]
        if not keys and key == "restant":
            keys = [f"{category}/{year}" for year in self._columns_of_years()]
        return self.span(draft, keys)

    def span(self, draft: Draft, keys: Iterable[str]) -> str:
        """Return the cells of some keys, also those that are not in the file: S7:U7."""
        places = sorted(place for key in keys if (place := self._place(draft, key)))
        if not places:
            return ""
        rows, columns = zip(*places, strict=True)
        first, last = ref(min(rows), min(columns)), ref(max(rows), max(columns))
        if len(places) == (max(rows) - min(rows) + 1) * (max(columns) - min(columns) + 1):
            return first if first == last else f"{first}:{last}"
        return ", ".join(ref(*place) for place in places)

    def _place(self, draft: Draft, key: str) -> tuple[int, int] | None:
        cell = draft.cells.get(key)
        if cell is not None:
            return cell.row, cell.column
        column = self._columns.get(key)
        return (draft.rows[0], column) if column else None

    def _columns_of_years(self) -> list[str]:
        return sorted({key.rpartition("/")[2] for key in self.keys if YEAR.fullmatch(key.rpartition("/")[2])})


class Eenvoudig(Planmonitor):
    """One row a plan; of every category what is left."""

    naam = "Planmonitor Wonen, Eenvoudig"


class Uitgebreid(Planmonitor):
    """One row a plan; of every category the total, what is realised, what is left, and the years."""

    naam = "Planmonitor Wonen, Uitgebreid"


class Draaitabel(Planmonitor):
    """Twenty rows a plan: of every category the years."""

    naam = "Planmonitor Wonen, Draaitabel"

    def __init__(self, sheet: Worksheet, header: int, columns: Sequence[FileColumn]) -> None:
        super().__init__(sheet, header, columns)
        years = self._columns_of_years()
        if years:
            message = f"deze indeling toont alleen de jaren {years[0]} tot en met {years[-1]}: wat daarbuiten valt en "
            message += "wat geen jaar heeft, is niet te zien. Wat er over is, is daarom een ondergrens"
            self.findings.append(WP629.at(sheet.place(header), message))

    def drafts(self, asked: Given) -> Iterator[Draft]:
        """Yield a plan for every run of rows with the same id, or the same name and municipality."""
        current: Draft | None = None
        for row in self.rows(asked):
            label = row.cells.pop(_WONINGTYPE, None)
            category = CATEGORIES.get(fold(shown(label.value))) if label else None
            if label is not None and category is None:
                row.say(WP608, label, f"{quote(shown(label.value))} is geen categorie van deze indeling")
            years = {f"{category}{key}": cell for key, cell in row.cells.items() if key.startswith("/")}
            base = {key: cell for key, cell in row.cells.items() if not key.startswith("/")}
            if current is None or _identity(current) != _identity(row):
                if current is not None:
                    yield self.based(current)
                current = Draft(self.sheet, row.rows, base, self.label)
            elif differs := [
                k for k, cell in base.items() if k in current.cells and cell.value != current.cells[k].value
            ]:
                cell = base[differs[0]]
                message = f"{quote(shown(cell.value))} is anders dan in rij {current.rows[0]}"
                current.say(WP619, cell, message)
            current.findings += row.findings
            current.rows = tuple(dict.fromkeys((*current.rows, *row.rows)))
            if category is not None:
                for key, cell in years.items():
                    if key in current.cells and not blank(cell.value):
                        current.say(WP619, cell, "deze categorie staat er voor dit plan al")
                    current.cells[key] = cell
        if current is not None:
            yield self.based(current)


def _identity(draft: Draft) -> tuple[str, ...]:
    own = draft.cells.get(_KEY)
    if own is not None and not blank(own.value):
        return (shown(own.value),)
    return tuple(shown(draft.cells[k].value) if k in draft.cells else "" for k in ("naam", "gemeente"))


def _sleutelproject(draft: Draft) -> None:
    """The file says whether it is a key project, and not of which kind; the register asks for the kind."""
    answer = draft.values.pop("sleutelproject", None)
    cell = draft.cells.get("sleutelproject")
    if answer and "sleutelproject: ja" in NOT_YET:
        draft.say(WP617, cell, f"'ja': {NOT_YET['sleutelproject: ja']}")
    elif answer:
        draft.values["sleutelproject"] = {}
    elif answer is None and cell is not None:
        message = "leeg: of het een sleutelproject is, is onbekend; dat is niet hetzelfde als nee"
        draft.say(WP625, cell, message, "Vul ja of nee in.")


def _confidential(draft: Draft) -> None:
    status = Planstatus(draft.values.get("planstatus", Planstatus.ONBEKEND))
    level = draft.values.get("vertrouwelijkheid")
    if level is None or status.alleen_klasse:
        return
    if status.klasse is Planklasse.HARD and level != "openbaar":
        message = f"{quote(level)} bij status {status}: alleen zachte plannen mogen vertrouwelijk zijn"
    elif status.klasse is Planklasse.TELT_NIET and level != "gemeente":
        message = f"{quote(level)} bij status {status}: dat is alleen voor de gemeente zelf"
    else:
        return
    draft.say(WP621, draft.cells.get("vertrouwelijkheid"), message)
