"""Plans of the register as rows of the template: what is there is filled in, so that only what changed is typed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from woonplan.exchange import words
from woonplan.exchange.fields import BY_KEY, CellKind, parent
from woonplan.exchange.layouts.draft import municipality
from woonplan.exchange.layouts.flat import CONTROLE
from woonplan.exchange.register.state import PLANNEN, State, read_file, read_state
from woonplan.load.context import Listed

_WHOLE_DAY = len("2026-01-01")
_BEYOND = ("gemeenten", "regio", "onderdeel_van", "telt_mee", "soort", "verdeling", "sleutelproject")
"""Keys of records that a row of the template cannot hold: they stay as they are in the register."""


@dataclass(frozen=True)
class Prefilled:
    """One plan: its cells by field."""

    gemeente: str
    cells: Mapping[str, Any]


@dataclass(frozen=True)
class Before:
    """What the register knows already."""

    plans: tuple[Prefilled, ...] = ()
    periods: tuple[str, ...] = ()
    peildatum: str | None = None
    beyond: int = 0
    """Records that a row cannot hold, and that are not in the template."""


def before(data: Path, listed: Listed, gemeenten: Iterable[str]) -> Before:
    """Return the plans of some municipalities that the register has."""
    state = _state(data)
    wanted = set(gemeenten)
    plans: list[Prefilled] = []
    periods: set[str] = set()
    beyond = 0
    for existing in state.records.values():
        record = existing.data
        gemeente = municipality(str(record.get("gemeente", "")), listed)
        if gemeente not in wanted:
            continue
        if any(key in record and record[key] not in (None, True, "plan") for key in _BEYOND):
            beyond += 1
            continue
        cells = {**_cells(record), "gemeente": gemeente, CONTROLE: existing.digest}
        periods |= {key.partition(".")[2] for key in cells if parent(key) == "oplevering"}
        plans.append(Prefilled(gemeente, cells))
    dates = [str(file.head["peildatum"]) for file in state.files if "peildatum" in file.head]
    return Before(tuple(plans), tuple(sorted(periods)), max(dates, default=None), beyond)


def _state(data: Path) -> State:
    folder = data / PLANNEN
    return read_state(folder) if folder.is_dir() else read_file(data / f"{PLANNEN}.yaml")


def _cells(record: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in record.items():
        if isinstance(value, dict):
            found.update({f"{key}.{name}": part for name, part in value.items()})
        elif key in BY_KEY and value is not None:
            found[key] = _shown(key, value)
    return found


def _shown(key: str, value: Any) -> Any:
    kind = BY_KEY[key].kind
    if kind is CellKind.JA_NEE:
        return "ja" if value else "nee"
    if kind in (CellKind.TEKSTEN, CellKind.WOORDEN):
        parts = value if isinstance(value, list) else [value]
        return "; ".join(words.first(key, str(part)) if kind is CellKind.WOORDEN else str(part) for part in parts)
    text = str(value)
    if kind is CellKind.WOORD:
        return words.first(key, text)
    if kind is CellKind.STATUS:
        return f"{text}. {words.STATUS[text][0]}" if text in words.STATUS else text
    if kind is CellKind.DATUM:
        return date.fromisoformat(text) if len(text) == _WHOLE_DAY else text
    return value if isinstance(value, int) and kind is not CellKind.TEKST else text
