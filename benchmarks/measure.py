"""Measure start-up, `check` and `gap` as whole processes, side by side, as ratios of what a machine can do at best.

    python benchmarks/measure.py --markdown
    python benchmarks/measure.py --rounds 3 --plannen 600 3000
    python benchmarks/measure.py --against ../before/.venv/bin/woonplan

Every row is the median over the rounds of a ratio of processor times, taken inside one round: **py** is
`python -c pass`, **scan** is libyaml reading the same file in C without making an object of it. Peers
(benchmarks/requirements.txt) are measured where they are installed and named where they are not. Another version of
woonplan does what this one does right after it, in the same round.
"""

from __future__ import annotations

import argparse
import os
import re
import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
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

YEAR = 2024
"""The year of the reports on invented registers: their reference date is its first day."""

OTHER = " before"
"""Stands behind the name of a command when the other version did it."""

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
    against: str = ""
    """What it took, as a share of what the other version took."""


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


def rounds(commands: dict[str, list[str]], times: int, other: str | None = None) -> dict[str, list[Run]]:
    """Run all commands one after the other, so many times over: what disturbs one round disturbs all of it.

    Args:
        commands: What to run, by name.
        times: How often.
        other: The program of another version, that does right after this one what this one does.
    """
    ours = _program()
    runs: dict[str, list[Run]] = defaultdict(list)
    for _ in range(times):
        for name, command in commands.items():
            runs[name].append(run(command))
            if other and command[: len(ours)] == ours:
                runs[name + OTHER].append(run([other, *command[len(ours) :]]))
    return runs


def ratio(runs: dict[str, list[Run]], name: str, base: str) -> float:
    """Return the median over the rounds of one command's time against another's."""
    return statistics.median(a.seconds / b.seconds for a, b in zip(runs[name], runs[base], strict=True))


def _row(runs: dict[str, list[Run]], name: str, base: str, measure: str, target: str = "") -> Row:
    codes = {r.code for r in runs[name]}
    broken = f" (exit code {', '.join(map(str, sorted(codes)))})" if codes - {0, 1} else ""
    against = f"{ratio(runs, name, name + OTHER):.2f}" if name + OTHER in runs else ""
    return Row(measure, f"{ratio(runs, name, base):.2f} x {base}{broken}", target, against)


def _peak(runs: dict[str, list[Run]], name: str, measure: str, target: str = "") -> Row:
    most, before = (max((r.peak for r in runs.get(key, ())), default=0) for key in (name, name + OTHER))
    return Row(f"peak memory, {measure}", f"{most:.0f} MB", target, f"{most / before:.2f}" if before else "")


def _tool(name: str) -> str | None:
    path = Path(sys.executable).parent / name
    return str(path) if path.exists() else None


def _program() -> list[str]:
    # The installed entry point is what users start; `-m` costs a little more.
    tool = _tool("woonplan")
    return [tool] if tool else [sys.executable, "-m", "woonplan"]


def _check(folder: Path) -> list[str]:
    return [*_program(), "check", str(folder)]


def _gap(folder: Path, *options: str) -> list[str]:
    return [*_program(), "gap", *options, "--data", str(folder)]


def _report(folder: Path, year: int) -> list[str]:
    return [*_program(), "report", str(year), "--data", str(folder)]


def start_up(times: int, other: str | None) -> list[Row]:
    """Return what starting costs, and the register that ships, beside peers that do `--version`."""
    commands = {
        "py": [sys.executable, "-c", "pass"],
        "version": [*_program(), "--version"],
        "help": [*_program(), "--help"],
        "gap": _gap(DATA),
        "check": _check(DATA),
        "report": _report(DATA, 2020),
    }
    found = {name: [path, "--version"] for name in PEERS if (path := _tool(name))}
    runs = rounds(commands | found, times, other)
    rows = [
        _row(runs, "version", "py", "`woonplan --version`", "1.5"),
        _row(runs, "help", "py", "`woonplan --help`", "14"),
        _row(runs, "gap", "py", "`woonplan gap` on `data/`", "25"),
        _row(runs, "check", "py", "`woonplan check` on `data/`"),
        _row(runs, "report", "py", "`woonplan report 2020` on `data/`"),
        _peak(runs, "gap", "`gap` on `data/`"),
    ]
    rows += [_row(runs, name, "py", f"peer: `{name} --version`") for name in found]
    return rows + [Row(f"peer: `{name}`", "not installed") for name in PEERS if name not in found]


def small(folder: Path, sizes: list[int], times: int, other: str | None) -> list[Row]:
    """Return what checking and counting cost at the smaller sizes, beside the peers.

    Args:
        folder: Where the registers are written.
        sizes: How many plans, in rising order; the peers get the last.
        times: How many rounds.
        other: The program of another version.
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
            "by": _gap(clean, "--by", "gemeente"),
            "report": _report(clean, YEAR),
            "safe": [sys.executable, "-c", _SAFE, file],
        }
        runs = rounds(commands, times, other)
        target = "30" if size == min(sizes) else ""
        rows.append(_row(runs, "check", "py", f"`check`, {size:,} plans", target))
        rows.append(_row(runs, "check", "scan", f"`check`, {size:,} plans"))
        rows.append(_peak(runs, "check", f"`check` on {size:,} plans"))
        rows.append(_row(runs, "by", "scan", f"`gap --by gemeente`, {size:,} plans"))
        rows.append(_row(runs, "report", "scan", f"`report {YEAR}`, {size:,} plans"))
        rows.append(_row(runs, "safe", "check", f"peer: PyYAML's CSafeLoader on {size:,} plans, no checks"))
        if size == max(sizes):
            # Half a minute each, for ratios that nobody needs precisely: once is enough.
            peers = _peers(file)
            once = rounds({"check": commands["check"], **peers}, 1)
            rows += [_row(once, name, "check", f"peer: {name} on {size:,} plans, {PEERS[name]}") for name in peers]
    return rows


def large(folder: Path, size: int, times: int, before: list[int], other: str | None) -> list[Row]:
    """Return what checking costs at the largest size: clean, with errors, in many files; `gap` and `report` beside it.

    Args:
        folder: Where the registers are written.
        size: How many plans.
        times: How many rounds.
        before: The smaller sizes, whose registers are there.
        other: The program of another version.
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
        "report": _report(clean, YEAR),
    }
    runs = rounds(commands, times, other)
    # A small difference of large numbers: side by side, and more often.
    adding = {
        "scan": commands["scan"],
        "read": commands["read"],
        "by": _gap(clean, "--by", "gemeente"),
        "gap": _gap(clean),
    }
    added = rounds(adding, 5 * times, other)
    # As with the other slow peers: once is enough.
    peer = rounds({"clean": commands["clean"], "safe": [sys.executable, "-c", _SAFE, file]}, 1)

    def extra(name: str) -> str:
        each = zip(added[name], added["read"], added["scan"], strict=True)
        found = [(a.seconds - b.seconds) / s.seconds for a, b, s in each]
        early, _, late = statistics.quantiles(found) if len(found) > 1 else found * 3
        return f"{statistics.median(found):.2f} x scan ({early:.2f} to {late:.2f})"

    rows = [
        _row(runs, "clean", "scan", f"`check`, {size:,} plans in one file", "12"),
        _row(runs, "files", "scan", f"`check`, {size:,} plans in 342 files", "12"),
        _row(runs, "read", "scan", f"`check --select WP0`, {size:,} plans: the policy rules off"),
        _row(runs, "errors", "clean", f"`check`, {size:,} plans with 100 errors", "1.1"),
        _row(runs, "errors", "read", "the same against the policy rules off", "1.1"),
        _peak(runs, "clean", f"`check` on {size:,} plans", "500 MB"),
        _peak(runs, "files", "the same in 342 files", "500 MB"),
        _peak(runs, "errors", "the same with 100 errors", "500 MB"),
        _row(peer, "safe", "clean", f"peer: PyYAML's CSafeLoader on {size:,} plans, no checks"),
    ]
    return [
        *rows,
        *([growth(folder, min(before), max(before), size, 3 * times)] if len(before) > 1 else []),
        Row("`gap` adds to `check --select WP0`", extra("gap")),
        Row("`gap --by gemeente` adds to `check --select WP0`", extra("by"), "0.5"),
        _row(added, "gap", "scan", f"`gap`, {size:,} plans"),
        _row(added, "by", "scan", f"`gap --by gemeente`, {size:,} plans"),
        _peak(added, "by", f"`gap --by gemeente` on {size:,} plans", "500 MB"),
        _row(runs, "report", "scan", f"`report {YEAR}`, {size:,} plans"),
        _peak(runs, "report", f"`report {YEAR}` on {size:,} plans"),
    ]


def differences(folder: Path, small: int, large: int, times: int, other: str | None) -> list[Row]:
    """Return what comparing with the revision before costs: where a hundred plans changed, or a tenth of a few."""
    rows = []
    for size, base, target in ((small, "gap", "2"), (large, "check", "2.5")):
        register = folder / f"git-{size}"
        write(register / "data", size)
        changes = min(100, size // 10)
        _commit_twice(register, changes)
        data = register / "data"
        program = [*_program(), "diff", "HEAD~1", "--data", str(data)]
        runs = rounds({"gap": _gap(data), "check": _check(data), "diff": program}, times, other)
        measure = f"`diff HEAD~1`, {size:,} plans, {changes} changed"
        rows += [_row(runs, "diff", base, measure, target), _peak(runs, "diff", f"`diff HEAD~1` on {size:,} plans")]
    return rows


def _commit_twice(folder: Path, changes: int) -> None:
    """Commit a register, and again after so many of its plans went from one soft status to another."""
    path = folder / "data" / "plannen.yaml"
    git = ["git", "-c", "user.name=woonplan", "-c", "user.email=woonplan@example.org", "-c", "commit.gpgsign=false"]
    for command in (["init", "--quiet"], ["add", "--all"], ["commit", "--quiet", "--message", "before"]):
        subprocess.run([*git, *command], cwd=folder, check=True)
    text = re.sub(r"planstatus: '?3'?\n", "planstatus: 4A\n", path.read_text(encoding="utf-8"), count=changes)
    path.write_text(text, encoding="utf-8")
    subprocess.run([*git, "commit", "--quiet", "--all", "--message", "after"], cwd=folder, check=True)


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
    form = "| {} | {} | {} | {} |" if markdown else "{:70} {:28} {:10} {}"
    for row in rows:
        print(form.format(row.measure, row.value, row.target, row.against), flush=True)


def main() -> None:
    """Measure and print a table of ratios with the targets beside them."""
    parser = argparse.ArgumentParser(description="Measure woonplan against what the machine can do at best.")
    parser.add_argument("--plannen", type=int, nargs="+", default=[600, 3000, 50000], help="sizes of the registers")
    parser.add_argument("--rounds", type=int, default=3, help="how often the largest size runs (3)")
    parser.add_argument("--start", type=int, default=11, help="how often the rest runs (11); slow peers once")
    parser.add_argument(
        "--against", metavar="PROGRAM", help="the woonplan of another version, in an environment like this"
    )
    parser.add_argument("--markdown", action="store_true", help="print a Markdown table")
    asked = parser.parse_args()
    *sizes, most = sorted(asked.plannen)
    head = [Row("measure", "found", "target", "of before"), *([Row(*["---"] * 4)] if asked.markdown else [])]
    show(head, asked.markdown)
    with tempfile.TemporaryDirectory() as name:
        show(start_up(asked.start, asked.against), asked.markdown)
        show(small(Path(name), sizes, asked.start, asked.against), asked.markdown)
        show(large(Path(name), most, asked.rounds, sizes, asked.against), asked.markdown)
        show(differences(Path(name), min(sizes, default=most), most, asked.rounds, asked.against), asked.markdown)


if __name__ == "__main__":
    main()
