"""Mistakes that a template colours while somebody types: the same sums that an import holds a row against."""

from __future__ import annotations

from typing import Any

from woonplan.exchange.cells import letter
from woonplan.exchange.fields import BY_KEY, SPLITS, CellKind, parent

_FIRST = 2
"""First row (from 1) with plans."""


class Marks:
    """The colours."""

    def __init__(self, book: Any) -> None:
        self.wrong = book.add_format({"bg_color": "#FF9999"})
        self.missing = book.add_format({"bg_color": "#FFE699"})


def mark(sheet: Any, keys: list[str], marks: Marks, last: int) -> None:
    """Give a sheet its rules.

    Args:
        sheet: The sheet with the plans, its headers in row 1.
        keys: The field of every column.
        marks: The colours.
        last: Last row (from 1) that is looked at.
    """
    at = {key: letter(index) for index, key in enumerate(keys, 1)}

    def colour(columns: list[str], formula: str, look: Any) -> None:
        for name in columns:
            sheet.conditional_format(
                f"{name}{_FIRST}:{name}{last}", {"type": "formula", "criteria": formula, "format": look}
            )

    def cell(key: str) -> str:
        return f"${at[key]}{_FIRST}"

    numbers = [name for key, name in at.items() if _is_number(key)]
    for name in numbers:
        # What is pasted passes by the lists and bounds.
        own = f"${name}{_FIRST}"
        colour(
            [name],
            f'=AND({own}<>"",OR(NOT(ISNUMBER({own})),IF(ISNUMBER({own}),OR({own}<0,{own}<>INT({own})))))',
            marks.wrong,
        )
    for key in ("gemeente", "planstatus"):
        colour([at[key]], f'=AND({cell("naam")}<>"",{cell(key)}="")', marks.missing)
    colour(
        [at["naam"]],
        f'=AND({cell("naam")}="",COUNTA(${at["gemeente"]}{_FIRST}:${letter(len(keys))}{_FIRST})>0)',
        marks.missing,
    )
    total, done = cell("woningen"), cell("gerealiseerd")
    colour(
        [at["woningen"], at["gerealiseerd"]], f"=AND(ISNUMBER({total}),ISNUMBER({done}),{done}>{total})", marks.wrong
    )
    homes = f'IF(ISNUMBER({total}),{total},IF(ISNUMBER({cell("restant")}),{cell("restant")},""))'
    known = f'IF(AND(ISNUMBER({total}),ISNUMBER({done})),{total}-{done},"")'
    left = f"IF(ISNUMBER({cell('restant')}),{cell('restant')},{known})"
    exact = f'OR({cell("precisie")}="",{cell("precisie")}="exact")'
    for block in SPLITS:
        columns = [name for key, name in at.items() if parent(key) == block and "." in key]
        if columns:
            unknown = at.get(f"{block}.onbekend")
            closed = f"ISNUMBER(${unknown}{_FIRST})" if unknown else "FALSE"
            colour(columns, _off(columns, homes, exact, f"OR(SUM({_span(columns)})>{homes},{closed})"), marks.wrong)
    columns = [name for key, name in at.items() if parent(key) == "oplevering"]
    colour(columns, _off(columns, left, exact, "TRUE"), marks.wrong)


def _off(columns: list[str], wanted: str, exact: str, when: str) -> str:
    added = f"SUM({_span(columns)})"
    return f"=AND({exact},ISNUMBER({wanted}),{added}>0,{added}<>{wanted},{when})"


def _span(columns: list[str]) -> str:
    return f"${columns[0]}{_FIRST}:${columns[-1]}{_FIRST}"


def _is_number(key: str) -> bool:
    field = BY_KEY.get(key) or BY_KEY.get(parent(key))
    return field is not None and field.kind in (CellKind.AANTAL, CellKind.JAAR, CellKind.PERCENTAGE)
