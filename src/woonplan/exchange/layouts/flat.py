"""Our own flat table and the template: one row a plan, with the fields of the register as columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from woonplan.diagnostics import Severity, quote
from woonplan.exchange.cells import Row, Worksheet, blank, listed, shown
from woonplan.exchange.columns import WP611, FileColumn
from woonplan.exchange.fields import NOT_YET, PHASED, parent
from woonplan.exchange.headers import fold, own_key
from woonplan.exchange.job import Given
from woonplan.exchange.layouts.draft import WP613, Draft
from woonplan.exchange.layouts.layout import WP612, Layout, head_rows
from woonplan.exchange.values.dates import day
from woonplan.exchange.values.numbers import whole
from woonplan.exchange.values.spelling import WP617, WP625

_LEAST = 3
"""Columns that must be known for a row to be one of headers; the name of the plan is among them."""

EXAMPLE = "VOORBEELD"
"""What the name of the example in the template begins with: it is no plan."""

STATE = "stand"
"""Sheet of the template that holds what goes for all plans."""
EXPLAINED = "uitleg"
LISTS = "lijsten"
CONTROLE = "controle"
"""Hidden column of the template with the digest of the record as it was: who changed what follows from it."""
OWN_SHEETS = (STATE, EXPLAINED, LISTS)

_OWN = {
    CONTROLE: CONTROLE,
    "telt mee": "/telt_mee",
    "restant min": "/laagst",
    "restant (laagst)": "/laagst",
    "restant max": "/hoogst",
    "restant (hoogst)": "/hoogst",
    "woningen circa": "/circa woningen",
    "restant circa": "/circa restant",
}
"""Columns of what `woonplan list plannen` makes, and of the template, that are no field themselves."""
_NOTED = {
    "klasse": "volgt uit de status",
    "sleutel": "herhaalt het id",
    "bron": "de bron wordt dit bestand",
    "vindplaats": "de vindplaats wordt deze rij",
    "woningen onbekend": "een leeg aantal is onbekend",
    "restant onbekend": "een leeg aantal is onbekend",
}


def recognise(sheet: Worksheet) -> Layout | None:
    """Return the layout when a row near the top names at least three fields, the name of the plan among them."""
    for number, texts in head_rows(sheet):
        keys = [own_key(text) if text else None for text in texts]
        if "naam" in keys and len({key for key in keys if key}) >= _LEAST:
            columns = [
                FileColumn(i, text, key or _OWN.get(fold(text), ""), "" if key else _NOTED.get(fold(text), ""))
                for i, (text, key) in enumerate(zip(texts, keys, strict=True), 1)
            ]
            width = max((len(row) for _, row in sheet.rows), default=0)
            columns += [FileColumn(i, "") for i in range(len(columns) + 1, width + 1)]
            return Flat(sheet, number, columns)
    return None


class Flat(Layout):
    """Rows of fields."""

    naam = "tabel van woonplan"
    slug = "tabel"

    def __init__(self, sheet: Worksheet, header: int, columns: list[FileColumn]) -> None:
        super().__init__(sheet, header, columns)
        above = [(n, row) for n, row in sheet.rows if n < header and not all(map(blank, row))]
        if above:
            number, row = above[-1]
            titles = ", ".join(quote(shown(v), 30) for v in row if not blank(v))
            message = f"boven de koppen in rij {header} staan rijen met titels (rij {listed([n for n, _ in above])}: "
            message += f"{titles}); rij {header} is als koppen genomen en de gegevens beginnen daaronder"
            place = sheet.place(number, 1)
            self.findings.append(WP611.at(place, message, "Laat alleen de rij met kolomnamen staan.",
                                                 severity=Severity.WAARSCHUWING))  # fmt: skip

    def drafts(self, asked: Given) -> Iterator[Draft]:
        """Yield a plan per row; the example of the template is no plan."""
        for draft in self.rows(asked):
            cell = draft.cells.get("naam")
            if cell is not None and shown(cell.value).startswith(EXAMPLE):
                continue
            counts = draft.cells.get("/telt_mee")
            if counts is not None and shown(counts.value).casefold().startswith("nee"):
                message = f"rij {counts.row} telt niet mee volgens de tabel; niet ingelezen"
                self.findings.append(WP612.at(self.sheet.place(counts.row, counts.column), message))
                continue
            basis = draft.cells.pop(CONTROLE, None)
            draft.basis = shown(basis.value) if basis else ""
            own = draft.cells.get("id")
            draft.key = shown(own.value).strip() if own else ""
            yield draft

    def settle(self, draft: Draft, asked: Given) -> None:
        """Hold years and splits against the homes; zeros of what adds up say nothing and go."""
        del asked
        _bounds(draft)
        homes, key = _homes(draft)
        left = _left(draft)
        blocks: dict[str, dict[str, int]] = {}
        for name, value in draft.values.items():
            if "." in name:
                blocks.setdefault(parent(name), {})[name] = value
        for block, parts in blocks.items():
            if block == "sloop_jaar":
                draft.drop_zeros(parts)
            elif block == "oplevering":
                named = "restant" if "restant" in draft.values else "woningen - gerealiseerd"
                _close(draft, block, parts, left, named)
            else:
                _close(draft, block, parts, homes, key)
        if draft.values.pop("sleutelproject", None):
            draft.say(WP617, draft.cells["sleutelproject"], f"'ja': {NOT_YET['sleutelproject: ja']}")


def _bounds(draft: Draft) -> None:
    """Read a number that is given by its two bounds, as our own lists give it, as one where they are the same."""
    values = draft.values
    if values.get("woningen_min") is not None and values.get("woningen_min") == values.get("woningen_max"):
        values["woningen"] = values.pop("woningen_min")
        del values["woningen_max"]
    low, high = (draft.cells.get(name) for name in ("/laagst", "/hoogst"))
    least, most = (whole(cell.value) if cell else None for cell in (low, high))
    if isinstance(least, int) and least == most and not {"woningen", "woningen_min", "woningen_max"} & set(values):
        values["restant"] = least
    marks = [draft.cells.get(f"/circa {name}") for name in ("woningen", "restant")]
    if any(cell is not None and cell.value == "ja" for cell in marks):
        values.setdefault("precisie", "circa")


def _homes(draft: Draft) -> tuple[int | None, str]:
    for key in ("woningen", "restant"):
        if key in draft.values:
            return draft.values[key], key
    return None, ""


def _left(draft: Draft) -> int | None:
    values = draft.values
    if "restant" in values:
        return int(values["restant"])
    if "woningen" in values and "gerealiseerd" in values:
        done = values["woningen"] - values["gerealiseerd"]
        return int(done) if done >= 0 else None
    return None


def _close(draft: Draft, block: str, parts: Mapping[str, int], homes: int | None, key: str) -> None:
    """Report a block that adds up to something else than the homes; an approximate number binds nothing."""
    added = sum(parts.values())
    if not added and homes != 0:
        message = f"{block}: alleen nullen; gelezen als niet ingevuld"
        draft.say(WP625, draft.cells.get(next(iter(parts))), message, "Laat leeg wat niet bekend is.")
        draft.drop(parts)
        return
    if homes is None or draft.values.get("precisie") not in (None, "exact"):
        return
    if added == homes:
        draft.drop_zeros(parts)
        return
    # What is absent is unknown and may be what is missing, unless somebody wrote how many are unknown.
    closed = block in PHASED or f"{block}.onbekend" in parts
    if draft.broken([name for name in draft.cells if parent(name) == block]) or (added < homes and not closed):
        return
    named = " + ".join(f"{name.partition('.')[2]} {value}" for name, value in parts.items() if value)
    at = draft.refs(key.split(" - "))
    where = f" ({at})" if at else ""
    gap = homes - added
    message = (
        f"{block}: {named} = {added}, maar {key}{where} is {homes}: {abs(gap)} te {'weinig' if gap > 0 else 'veel'}"
    )
    draft.say(WP613, next((draft.cells[name] for name in parts if name in draft.cells), None), message)


def state_of(sheets: list[Worksheet]) -> dict[str, object]:
    """Return what the template says of all its plans: the reference date, by its label."""
    found: dict[str, object] = {}
    for sheet in sheets:
        if fold(sheet.name) == STATE:
            for _, row in sheet.rows:
                if len(row) > 1 and not blank(row[0]) and not blank(row[1]):
                    found[fold(shown(row[0]))] = _state_value(fold(shown(row[0])), row)
    return found


def _state_value(label: str, row: Row) -> object:
    return day(row[1]) if label == "peildatum" else shown(row[1]).strip()
