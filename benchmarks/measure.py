"""Measure start-up, `check` and `gap` as whole processes, side by side, as ratios of what a machine can do at best.

    python benchmarks/measure.py --markdown
    python benchmarks/measure.py --rounds 3 --plannen 600 3000

Every row is the median over the rounds of a ratio of processor times, taken inside one round: **py** is
`python -c pass`, **scan** is libyaml reading the same file in C without making an object of it. Peers
(benchmarks/requirements.txt) are measured where they are installed and named where they are not.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from generate import write

HERE = Path(__file__).resolve().parent
DATA = HERE.parent / "data"

PEERS = {
    "yamllint": "style only",
    "check-jsonschema": "the same schema, no lines",
    "frictionless": "tables only",
}
"""Tools that look at data of this kind, and what they do of the work."""

_SCAN = "import sys; from yaml.cyaml import CParser; CParser(open(sys.argv[1], encoding='utf-8').read()).raw_parse()"
_SAFE = "import sys, yaml; yaml.load(open(sys.argv[1], encoding='utf-8'), yaml.CSafeLoader)"


@dataclass(frozen=True)
class Run:
    """What one process cost."""

    seconds: float
    """Processor time, user and system."""
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
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    # Processor time: on a machine with other work, the clock tells how long a process had to wait for its turn, and a
    # short process waits in another proportion than a long one. Nothing here waits for anything else.
    seconds = usage.ru_utime + usage.ru_stime
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


def _check(folder: Path) -> list[str]:
    return [*_program(), "check", str(folder)]


def start_up(times: int) -> list[Row]:
    """Return what starting costs, beside peers that do `--version`."""
    commands = {
        "py": [sys.executable, "-c", "pass"],
        "version": [*_program(), "--version"],
        "help": [*_program(), "--help"],
        "gap": [*_program(), "gap", "--data", str(DATA)],
    }
    found = {name: [path, "--version"] for name in PEERS if (path := _tool(name))}
    runs = rounds(commands | found, times)
    rows = [
        _row(runs, "version", "py", "`woonplan --version`", "1.5"),
        _row(runs, "help", "py", "`woonplan --help`", "14"),
        _row(runs, "gap", "py", "`woonplan gap` on `data/`", "25"),
    ]
    rows += [_row(runs, name, "py", f"peer: `{name} --version`") for name in found]
    return rows + [Row(f"peer: `{name}`", "not installed") for name in PEERS if name not in found]


def small(folder: Path, sizes: list[int], times: int) -> list[Row]:
    """Return what checking costs at the smaller sizes, beside the peers.

    Args:
        folder: Where the registers are written.
        sizes: How many plans, in rising order; the peers get the last.
        times: How many rounds.
    """
    rows: list[Row] = []
    for size in sizes:
        clean = folder / str(size)
        write(clean, size)
        file = str(clean / "plannen.yaml")
        commands = {
            "py": [sys.executable, "-c", "pass"],
            "scan": [sys.executable, "-c", _SCAN, file],
            "check": _check(clean),
            "safe": [sys.executable, "-c", _SAFE, file],
        }
        runs = rounds(commands, times)
        target = "30" if size == min(sizes) else ""
        rows.append(_row(runs, "check", "py", f"`check`, {size:,} plans", target))
        rows.append(_row(runs, "check", "scan", f"`check`, {size:,} plans"))
        rows.append(Row(f"peak memory, {size:,} plans", f"{max(r.peak for r in runs['check']):.0f} MB"))
        rows.append(_row(runs, "safe", "check", f"peer: PyYAML's CSafeLoader on {size:,} plans, no checks"))
        if size == max(sizes):
            # Half a minute each, for ratios that nobody needs precisely: once is enough.
            peers = _peers(file)
            once = rounds({"check": commands["check"], **peers}, 1)
            rows += [_row(once, name, "check", f"peer: {name} on {size:,} plans, {PEERS[name]}") for name in peers]
    return rows


def large(folder: Path, size: int, times: int, before: list[int]) -> list[Row]:
    """Return what checking costs at the largest size: clean, with errors, in many files, and `gap` beside it.

    Args:
        folder: Where the registers are written.
        size: How many plans.
        times: How many rounds.
        before: The smaller sizes, whose registers are there.
    """
    clean, errors, files = folder / str(size), folder / "errors", folder / "files"
    write(clean, size)
    write(errors, size, errors=min(100, size // 5))
    write(files, size, files=min(342, size // 5))
    file = str(clean / "plannen.yaml")
    commands = {
        "scan": [sys.executable, "-c", _SCAN, file],
        "clean": _check(clean),
        "read": [*_check(clean), "--select", "WP0"],
        "errors": _check(errors),
        "files": _check(files),
    }
    runs = rounds(commands, times)
    # A small difference of large numbers: side by side, and more often.
    adding = {
        "scan": commands["scan"],
        "read": commands["read"],
        "by": [*_program(), "gap", "--by", "gemeente", "--data", str(clean)],
        "gap": [*_program(), "gap", "--data", str(clean)],
    }
    added = rounds(adding, 5 * times)
    # As with the other slow peers: once is enough.
    peer = rounds({"clean": commands["clean"], "safe": [sys.executable, "-c", _SAFE, file]}, 1)

    def extra(name: str) -> str:
        each = zip(added[name], added["read"], added["scan"], strict=True)
        found = [(a.seconds - b.seconds) / s.seconds for a, b, s in each]
        early, _, late = statistics.quantiles(found) if len(found) > 1 else found * 3
        return f"{statistics.median(found):.2f} x scan ({early:.2f} to {late:.2f})"

    def peak(name: str, measure: str, among: dict[str, list[Run]] = runs) -> Row:
        return Row(f"peak memory, {measure}", f"{max(r.peak for r in among[name]):.0f} MB", "500 MB")

    rows = [
        _row(runs, "clean", "scan", f"`check`, {size:,} plans in one file", "12"),
        _row(runs, "files", "scan", f"`check`, {size:,} plans in 342 files", "12"),
        _row(runs, "read", "scan", f"`check --select WP0`, {size:,} plans: the policy rules off"),
        _row(runs, "errors", "clean", f"`check`, {size:,} plans with 100 errors", "1.1"),
        _row(runs, "errors", "read", "the same against the policy rules off", "1.1"),
        peak("clean", f"`check` on {size:,} plans"),
        peak("files", "the same in 342 files"),
        peak("errors", "the same with 100 errors"),
        _row(peer, "safe", "clean", f"peer: PyYAML's CSafeLoader on {size:,} plans, no checks"),
    ]
    return [
        *rows,
        *([growth(folder, min(before), max(before), size, 3 * times)] if len(before) > 1 else []),
        Row("`gap` adds to `check --select WP0`", extra("gap")),
        Row("`gap --by gemeente` adds to `check --select WP0`", extra("by"), "0.5"),
        peak("by", f"`gap --by gemeente` on {size:,} plans", added),
    ]


def growth(folder: Path, first: int, last: int, most: int, times: int) -> Row:
    """Return how much more a plan costs in the largest register than in the smaller ones.

    Per plan that comes on top: the same start-up in every run would make growth look better than it is.
    """
    runs = rounds({str(size): _check(folder / str(size)) for size in (first, last, most)}, times)
    seconds = zip(*([r.seconds for r in runs[str(size)]] for size in (first, last, most)), strict=True)
    found = [(c - b) / (most - last) / ((b - a) / (last - first)) for a, b, c in seconds]
    name = f"time per plan from {last:,} to {most:,}, against {first:,} to {last:,}"
    return Row(name, f"{statistics.median(found):.2f}", "1.2")


def _peers(file: str) -> dict[str, list[str]]:
    """Return the peers that read a plan file, as far as they are installed."""
    schema = HERE.parent / "schema" / "plannen.schema.json"
    arguments = {
        # Long lines are no fault of a register; every other rule of the default configuration is on.
        "yamllint": ["-d", "{extends: default, rules: {line-length: disable}}", file],
        "check-jsonschema": ["--schemafile", str(schema), file],
    }
    return {name: [path, *given] for name, given in arguments.items() if (path := _tool(name))}


def show(rows: list[Row], markdown: bool) -> None:
    """Print rows as those of a Markdown table, or as lines, as soon as they are known."""
    form = "| {} | {} | {} |" if markdown else "{:70} {:28} {}"
    for row in rows:
        print(form.format(row.measure, row.value, row.target), flush=True)


def main() -> None:
    """Measure and print a table of ratios with the targets beside them."""
    parser = argparse.ArgumentParser(description="Measure woonplan against what the machine can do at best.")
    parser.add_argument("--plannen", type=int, nargs="+", default=[600, 3000, 50000], help="sizes of the registers")
    parser.add_argument("--rounds", type=int, default=3, help="how often the largest size runs (3)")
    parser.add_argument("--start", type=int, default=11, help="how often the rest runs (11); slow peers once")
    parser.add_argument("--markdown", action="store_true", help="print a Markdown table")
    asked = parser.parse_args()
    *sizes, most = sorted(asked.plannen)
    show([Row("measure", "found", "target"), *([Row("---", "---", "---")] if asked.markdown else [])], asked.markdown)
    with tempfile.TemporaryDirectory() as name:
        show(start_up(asked.start), asked.markdown)
        show(small(Path(name), sizes, asked.start), asked.markdown)
        show(large(Path(name), most, asked.rounds, sizes), asked.markdown)


if __name__ == "__main__":
    main()
