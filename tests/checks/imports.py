"""What `woonplan import` finds in an example: the list is read into a register around it, as a user would."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl

from tests.exchange.books import saved, workbook
from tests.exchange.conftest import write as write_import
from tests.exchange.diwi_books import BUILT, EARLY, bouw, diwi, project
from woonplan.checks.examples import GEMEENTEN, KOP, files
from woonplan.diagnostics import Diagnostic
from woonplan.exchange.importing import Import, prepare
from woonplan.exchange.job import Job
from woonplan.rule import Example
from woonplan.yaml_io import RawFile, dump, parse

DAY = "2026-01-01"
"""The reference date of what is imported; two examples have a delivery before it and one after it."""

HEADS = ["naam", "gemeente", "woningen"]
HOF = ["Kadehof", "Borne", 30]
WAL = ["Walburg", "Borne", 12]


def _register(folder: Path) -> None:
    """Write the municipalities of every example, as a person would who lets a program add to them: line by line."""
    document, _ = parse(RawFile("", GEMEENTEN, ""))
    assert document is not None
    assert isinstance(document.value, dict)
    (folder / "gemeenten.yaml").write_text(dump(document.value), encoding="utf-8")


def _prepared(folder: Path) -> Import:
    mapping = folder / "kolommen.yaml"
    job = Job(
        paths=sorted(folder.glob("lijst.*")),
        data=folder,
        peildatum=DAY,
        fixed=["vertrouwelijkheid=openbaar"],
        mapping=mapping if mapping.exists() else None,
    )
    return prepare(job)


def _sheet(folder: Path, *rows: list[object]) -> openpyxl.Workbook:
    book = workbook([HEADS, *rows], "Plannen")
    saved(book, folder / "lijst.xlsx")
    return book


def _locked(folder: Path, *, wrong: bool) -> None:
    _sheet(folder, HOF)
    if wrong:
        (folder / "lijst.xlsx").write_bytes(
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
        )


def _formula(folder: Path, *, wrong: bool) -> None:
    _sheet(folder, [*HOF[:2], "=A9+B9" if wrong else 30])


def _fault(folder: Path, *, wrong: bool) -> None:
    _sheet(folder, [*HOF[:2], "#REF!" if wrong else 30])


def _hidden(folder: Path, *, wrong: bool) -> None:
    book = _sheet(folder, HOF, WAL)
    book["Plannen"].row_dimensions[3].hidden = wrong
    saved(book, folder / "lijst.xlsx")


def _past(folder: Path, *, wrong: bool) -> None:
    built = {bouw("Opleverdatum", EARLY) if wrong and key[1] == "Opleverdatum" else key: n for key, n in BUILT.items()}
    saved(diwi(project("Kade", Gemeente="Borne") | built), folder / "lijst.xlsx")


def _imported(folder: Path, *rows: list[object]) -> None:
    _sheet(folder, *rows)
    write_import(_prepared(folder))


def _both_changed(folder: Path, *, wrong: bool) -> None:
    _imported(folder, [*HOF[:2], 28])
    path = folder / "plannen" / "borne.yaml"
    text = path.read_text(encoding="utf-8").replace("woningen: 28", f"woningen: {25 if wrong else 30}")
    path.write_text(text, encoding="utf-8")
    _sheet(folder, HOF)


def _gone(folder: Path, *, wrong: bool) -> None:
    _imported(folder, HOF, WAL)
    _sheet(folder, WAL, *([] if wrong else [HOF]))


def _beside(folder: Path, *, wrong: bool) -> None:
    _sheet(folder, HOF)
    text = KOP + "  - {id: b, naam: B, gemeente: Borne}\n" if wrong else f"{KOP.rstrip()} []\n"
    (folder / "plannen.yaml").write_text(text, encoding="utf-8")


def _brackets(folder: Path, *, wrong: bool) -> None:
    _sheet(folder, HOF)
    record = "[{id: b, naam: B, gemeente: Borne}]" if wrong else "\n  - {id: b, naam: B, gemeente: Borne}"
    (folder / "plannen").mkdir()
    (folder / "plannen" / "borne.yaml").write_text(f"{KOP.rstrip()} {record}\n", encoding="utf-8")


SITUATIONS: dict[str, tuple[Callable[..., None], tuple[str, int, int]]] = {
    "WP601": (_locked, ("lijst.xlsx", 0, 0)),
    "WP605": (_formula, ("lijst.xlsx, blad Plannen", 2, 3)),
    "WP606": (_fault, ("lijst.xlsx, blad Plannen", 2, 3)),
    "WP610": (_hidden, ("lijst.xlsx, blad Plannen", 3, 0)),
    "WP620": (_past, ("lijst.xlsx, blad Data", 6, 0)),
    "WP622": (_both_changed, ("lijst.xlsx, blad Plannen", 2, 0)),
    # The record of the plan that is gone, after the head that import writes.
    "WP623": (_gone, ("plannen/borne.yaml", 10, 5)),
    "WP624": (_beside, ("plannen.yaml", 0, 0)),
    "WP627": (_brackets, ("plannen/borne.yaml", 6, 1)),
}
"""Per rule that no piece of a file can show: what makes the situation, and where it is reported."""


def imported(folder: Path, code: str, example: Example, *, wrong: bool) -> list[Diagnostic]:
    """Everything that is found when the list of an example is imported; its files as those of the folder."""
    _register(folder)
    if code in SITUATIONS:
        SITUATIONS[code][0](folder, wrong=wrong)
    for name, text in files(example).items():
        if name != "gemeenten.yaml":
            (folder / name).write_text(text, encoding="utf-8")
    found = _prepared(folder).findings
    return [f._replace(place=f.place._replace(file=str(folder / f.place.file))) if f.place else f for f in found]
