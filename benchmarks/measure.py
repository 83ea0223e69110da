"""Measure start-up, reading and `gap` as whole processes, side by side, as ratios of what a machine can do at best.

    python benchmarks/measure.py --markdown
    python benchmarks/measure.py --rounds 3 --plannen 600 3000

An absolute time says nothing on a busy machine, so every row is the median over the rounds of a ratio taken inside one
round: **py** is `python -c pass`, **scan** is libyaml reading the same file in C without making an object of it.
Peers (benchmarks/requirements.txt) are measured where they are installed and named where they are not.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from generate import write

HERE = Path(__file__).resolve().parent
DATA = HERE.parent / "data"

_SCAN = "import sys; from yaml.cyaml import CParser; CParser(open(sys.argv[1], encoding='utf-8').read()).raw_parse()"
_SAFE = "import sys, yaml; yaml.load(open(sys.argv[1], encoding='utf-8'), yaml.CSafeLoader)"
_LOAD = "import sys; from pathlib import Path; from woonplan.load import load; load(Path(sys.argv[1]))"


@dataclass(frozen=True)
class Run:
    """What one process cost."""

    seconds: float
    peak: float
    """Largest resident memory, in MB (10**6 bytes)."""
    code: int


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    measure: str
    value: str
    target: str = ""


def run(command: list[str]) -> Run:
    """Run one process to its end; its output is thrown away."""
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    unit = 1 if sys.platform == "darwin" else 1024
    return Run(seconds, usage.ru_maxrss * unit / 1e6, process.returncode)


def rounds(commands: dict[str, list[str]], times: int) -> dict[str, list[Run]]:
    """Run all commands one after the other, so many times over: what disturbs one round disturbs all of it."""
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for _ in range(times):
        for name, command in commands.items():
            runs[name].append(run(command))
    return runs


def ratio(runs: dict[str, list[Run]], name: str, base: str) -> float:
    """Return the median over the rounds of one command's time against another's."""
    return statistics.median(a.seconds / b.seconds for a, b in zip(runs[name], runs[base], strict=True))


def _row(runs: dict[str, list[Run]], name: str, base: str, measure: str, target: str = "") -> Row:
    codes = {r.code for r in runs[name]}
    broken = f" (exit code {', '.join(map(str, sorted(codes)))})" if codes - {0, 1} else ""
    return Row(measure, f"{ratio(runs, name, base):.2f} x {base}{broken}", target)


def _tool(name: str) -> str | None:
    path = Path(sys.executable).parent / name
    return str(path) if path.exists() else None


def _program() -> list[str]:
    # The installed entry point is what users start; `-m` costs a little more.
    tool = _tool("woonplan")
    return [tool] if tool else [sys.executable, "-m", "woonplan"]


def start_up(times: int) -> list[Row]:
    """Return what starting costs, beside peers that do `--version`."""
    commands = {
        "py": [sys.executable, "-c", "pass"],
        "version": [*_program(), "--version"],
        "help": [*_program(), "--help"],
        "gap": [*_program(), "gap", "--data", str(DATA)],
    }
    peers = ("yamllint", "check-jsonschema", "frictionless")
    found = {name: [path, "--version"] for name in peers if (path := _tool(name))}
    runs = rounds(commands | found, times)
    rows = [
        _row(runs, "version", "py", "`woonplan --version`", "1.5"),
        _row(runs, "help", "py", "`woonplan --help`", "14"),
        _row(runs, "gap", "py", "`woonplan gap` on `data/`", "25"),
    ]
    rows += [_row(runs, name, "py", f"peer: `{name} --version`") for name in found]
    return rows + [Row(f"peer: `{name}`", "not installed") for name in peers if name not in found]


def reading(folder: Path, sizes: list[int], times: int) -> list[Row]:
    """Return what reading costs at each size, and how that grows."""
    rows: list[Row] = []
    each: dict[int, float] = {}
    for size in sizes:
        clean = folder / str(size)
        write(clean, size)
        file = str(clean / "plannen.yaml")
        commands = {
            "scan": [sys.executable, "-c", _SCAN, file],
            "load": [sys.executable, "-c", _LOAD, str(clean)],
            "py": [sys.executable, "-c", "pass"],
        }
        runs = rounds(commands, times)
        each[size] = statistics.median(r.seconds for r in runs["load"])
        target = "12" if size == max(sizes) else ""
        rows.append(_row(runs, "load", "scan", f"read and check {size:,} plans", target))
        if size == min(sizes):
            rows.append(_row(runs, "load", "py", f"read and check {size:,} plans", "30"))
        # Half a minute at the largest size, for a ratio that nobody needs precisely: once is enough there.
        peer = rounds(
            {"scan": commands["scan"], "safe": [sys.executable, "-c", _SAFE, file]}, 1 if size > 3000 else times
        )
        rows.append(_row(peer, "safe", "scan", f"peer: PyYAML's CSafeLoader on {size:,} plans, no checks"))
        peak = max(r.peak for r in runs["load"])
        rows.append(Row(f"peak memory, {size:,} plans", f"{peak:.0f} MB", "500 MB" if size == max(sizes) else ""))
    if len(each) > 2:
        small, middle, large = min(sizes), sorted(sizes)[len(sizes) // 2], max(sizes)
        # Per plan that comes on top: the same start-up in every run would make growth look better than it is.
        last, first = (each[large] - each[middle]) / (large - middle), (each[middle] - each[small]) / (middle - small)
        name = f"time per plan from {middle:,} to {large:,}, against {small:,} to {middle:,}"
        rows.append(Row(name, f"{last / first:.2f}", "1.2"))
    return rows


def variants(folder: Path, size: int, times: int) -> list[Row]:
    """Return what errors, many files and grouping cost beside the clean run of one file."""
    clean, errors, files = folder / str(size), folder / "errors", folder / "files"
    write(clean, size)
    write(errors, size, errors=min(100, size // 5))
    write(files, size, files=min(342, size // 5))
    commands = {
        "scan": [sys.executable, "-c", _SCAN, str(clean / "plannen.yaml")],
        "clean": [sys.executable, "-c", _LOAD, str(clean)],
        "errors": [sys.executable, "-c", _LOAD, str(errors)],
        "files": [sys.executable, "-c", _LOAD, str(files)],
        "gap": [*_program(), "gap", "--data", str(clean)],
        "by": [*_program(), "gap", "--by", "gemeente", "--data", str(clean)],
    }
    runs = rounds(commands, times)

    def extra(name: str) -> str:
        each = zip(runs[name], runs["clean"], runs["scan"], strict=True)
        return f"{statistics.median((a.seconds - b.seconds) / s.seconds for a, b, s in each):.2f} x scan"

    peak = max(r.peak for r in runs["by"])
    error_peak = max(r.peak for r in runs["errors"])
    return [
        _row(runs, "errors", "clean", f"{size:,} plans with 100 errors", "1.1"),
        Row(f"peak memory, {size:,} plans with 100 errors", f"{error_peak:.0f} MB", "500 MB"),
        _row(runs, "files", "scan", f"{size:,} plans in 342 files", "12"),
        Row("`gap` adds to reading", extra("gap")),
        Row("`gap --by gemeente` adds to reading", extra("by"), "0.5"),
        Row(f"peak memory, `gap --by gemeente` on {size:,} plans", f"{peak:.0f} MB", "500 MB"),
    ]


def schema_peer(folder: Path, times: int) -> list[Row]:
    """Return what check-jsonschema takes for 3,000 plans, where it and the project's schema are there."""
    measure = "peer: check-jsonschema on 3,000 plans, no lines"
    tool, schema = _tool("check-jsonschema"), HERE.parent / "schema" / "plannen.schema.json"
    if tool is None or not schema.exists():
        return [Row(measure, "not installed" if tool is None else "no schema in `schema/`")]
    write(folder / "peer", 3000)
    commands = {
        "load": [sys.executable, "-c", _LOAD, str(folder / "peer")],
        "peer": [tool, "--schemafile", str(schema), str(folder / "peer" / "plannen.yaml")],
    }
    runs = rounds(commands, times)
    return [_row(runs, "peer", "load", measure)]


def show(rows: list[Row], markdown: bool) -> str:
    """Return the rows as a Markdown table or as lines."""
    if not markdown:
        return "".join(f"{r.measure:62} {r.value:28} {r.target}\n" for r in rows)
    lines = ["| measure | found | target |", "|---|---|---|"]
    return "\n".join([*lines, *(f"| {r.measure} | {r.value} | {r.target} |" for r in rows)]) + "\n"


def main() -> None:
    """Measure and print a table of ratios with the targets beside them."""
    parser = argparse.ArgumentParser(description="Measure woonplan against what the machine can do at best.")
    parser.add_argument("--plannen", type=int, nargs="+", default=[600, 3000, 50000], help="sizes of the registers")
    parser.add_argument("--rounds", type=int, default=3, help="how often everything runs (3; start-up five times that)")
    parser.add_argument("--markdown", action="store_true", help="print a Markdown table")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        parts: list[Callable[[], list[Row]]] = [
            lambda: start_up(5 * asked.rounds),
            lambda: reading(folder, asked.plannen, asked.rounds),
            lambda: variants(folder, max(asked.plannen), asked.rounds),
            lambda: schema_peer(folder, asked.rounds),
        ]
        rows = [row for part in parts for row in part()]
    print(show(rows, asked.markdown), end="")


if __name__ == "__main__":
    main()
