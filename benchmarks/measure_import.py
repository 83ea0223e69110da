"""Measure `woonplan import` as whole processes: against `check` of what it wrote, and against reading the same cells.

    python benchmarks/measure_import.py --markdown
    python benchmarks/measure_import.py --plannen 3000 --rounds 3

The plans are those of benchmarks/generate.py, as one flat table for all of its municipalities: every field that such a
table has is in use. **read** is openpyxl going through the same workbook and doing nothing with it, **check** is
`woonplan check` on the register that the import wrote.
"""

from __future__ import annotations

import argparse
import csv
import shutil
import statistics
import sys
import tempfile
from pathlib import Path
from typing import Any

import xlsxwriter
import yaml
from generate import write
from measure import Row, _check, _program, rounds, show

from woonplan.exchange.fields import FIELDS, PHASED

_READ = (
    "import sys, openpyxl\n"
    "sheet = openpyxl.load_workbook(sys.argv[1], read_only=True, data_only=True).worksheets[0]\n"
    "for row in sheet.iter_rows(values_only=True): pass"
)
_ASKED = ["--peildatum", "2024", "--vertrouwelijkheid", "openbaar"]
_SKIPPED = ("id", "bron", "vindplaats", "sleutelproject")


def table(folder: Path) -> list[list[Any]]:
    """Return the plans of a generated register as rows under their headers; aggregates and their parts are left out."""
    rows: list[dict[str, Any]] = []
    periods: dict[str, None] = {}
    for path in sorted((folder / "plannen").glob("*.yaml")) or [folder / "plannen.yaml"]:
        for plan in yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)["plannen"]:
            if "gemeente" in plan and plan.get("soort", "plan") == "plan" and plan.get("telt_mee", True):
                rows.append(flat(plan))
                periods.update(dict.fromkeys(key for key in rows[-1] if key.split(".")[0] in PHASED))
    keys = [f.key for f in FIELDS if f.key not in (*_SKIPPED, *PHASED)] + sorted(periods)
    heads = {f.key: f.kop for f in FIELDS}
    names = [heads.get(key) or key.replace(".", " ") for key in keys]
    return [names, *([row.get(key) for key in keys] for row in rows)]


def flat(plan: dict[str, Any]) -> dict[str, Any]:
    """Return a record with the parts of its blocks beside one another."""
    found: dict[str, Any] = {}
    for key, value in plan.items():
        if isinstance(value, dict):
            found.update({f"{key}.{name}": part for name, part in value.items()})
        elif isinstance(value, list):
            found[key] = "; ".join(map(str, value))
        elif isinstance(value, bool):
            found[key] = "ja" if value else "nee"
        else:
            found[key] = value if isinstance(value, int) else str(value)
    return found


def spreadsheets(rows: list[list[Any]], folder: Path) -> tuple[Path, Path]:
    """Write the table as csv and as a workbook."""
    text, book = folder / "plannen.csv", folder / "plannen.xlsx"
    with text.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)
    with xlsxwriter.Workbook(book, {"constant_memory": True}) as workbook:
        sheet = workbook.add_worksheet("plannen")
        for number, row in enumerate(rows):
            for column, value in enumerate(row):
                if isinstance(value, int):
                    sheet.write_number(number, column, value)
                elif value is not None:
                    sheet.write_string(number, column, value)
    return text, book


def measured(size: int, times: int, folder: Path) -> list[Row]:
    """Return what an import of so many plans costs."""
    made = folder / "made"
    write(made, size, files=min(342, max(size // 5, 1)))
    rows = table(made)
    text, book = spreadsheets(rows, folder)
    shutil.rmtree(made / "plannen", ignore_errors=True)
    (made / "plannen.yaml").unlink(missing_ok=True)
    csv_home, xlsx_home = folder / "csv", folder / "xlsx"

    def importing(source: Path, home: Path) -> list[str]:

        shutil.rmtree(home, ignore_errors=True)
        shutil.copytree(made, home)
        return [*_program(), "import", str(source), "--data", str(home), *_ASKED]

    runs: dict[str, list[Any]] = {}
    for _ in range(times):
        commands = {
            "csv": importing(text, csv_home),
            "check": _check(csv_home),
            "xlsx": importing(book, xlsx_home),
            "read": [sys.executable, "-c", _READ, str(book)],
            "again": [*_program(), "import", str(text), "--data", str(csv_home), *_ASKED],
        }
        for name, found in rounds(commands, 1).items():
            runs.setdefault(name, []).extend(found)
    bad = {name: {run.code for run in found} for name, found in runs.items()}
    if bad["csv"] | bad["xlsx"] | bad["again"] != {0}:
        raise SystemExit(f"an import did not succeed: {bad}")
    count = len(rows) - 1
    mid = {name: statistics.median(run.seconds for run in found) for name, found in runs.items()}
    ratio = statistics.median(a.seconds / b.seconds for a, b in zip(runs["csv"], runs["check"], strict=True))
    over = statistics.median(
        (a.seconds - 1.2 * r.seconds) / c.seconds
        for a, r, c in zip(runs["xlsx"], runs["read"], runs["check"], strict=True)
    )
    return [
        Row(f"`import` of {count:,} rows from csv", f"{ratio:.2f} x check", "1.5"),
        Row("the same from xlsx, less 1.2 x reading its cells", f"{over:.2f} x check", "1.5"),
        Row("reading its cells with openpyxl", f"{mid['read'] / mid['check']:.2f} x check"),
        Row("the same csv again, when nothing changed", f"{mid['again'] / mid['check']:.2f} x check"),
        *(
            Row(f"peak memory, {what}", f"{max(run.peak for run in runs[name]):.0f} MB", "600 MB")
            for name, what in (("csv", "from csv"), ("xlsx", "from xlsx"), ("again", "again"))
        ),
    ]


def main() -> None:
    """Measure and print a table of ratios with the targets beside them."""
    parser = argparse.ArgumentParser(description="Measure what importing costs.")
    parser.add_argument("--plannen", type=int, default=51_740, help="plans (51,740, which are 50,000 rows)")
    parser.add_argument("--rounds", type=int, default=3, help="how often everything runs (3)")
    parser.add_argument("--markdown", action="store_true", help="print a Markdown table")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        rows = measured(asked.plannen, asked.rounds, Path(name))
    show(
        [Row("measure", "found", "target"), *([Row("---", "---", "---")] if asked.markdown else []), *rows],
        asked.markdown,
    )


if __name__ == "__main__":
    main()
