"""`python -m tests.worlds --count 20000 --seed 1 --shrink`: many registers, counted by kind of question."""

from __future__ import annotations

import argparse
import concurrent.futures
import sys

from tests.worlds.account import causes, describe, first, table
from tests.worlds.run import Result, run
from tests.worlds.verdict import Verdict

CHUNK = 250


def main() -> int:
    """Draw, look, count and print; exit 1 where a cell excludes a world or says 0 for unknown."""
    options = argparse.ArgumentParser(prog="python -m tests.worlds", description=__doc__)
    options.add_argument("--count", type=int, default=1000, help="how many registers")
    options.add_argument("--start", type=int, default=0, help="the number of the first register")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--questions", type=int, default=5, help="questions a register, beside the plain balance")
    options.add_argument("--faults", type=int, default=5, help="how many faults to write out, each of another kind")
    options.add_argument(
        "--shrink", action="store_true", help="make the faults that are written out as small as can be"
    )
    options.add_argument(
        "--causes", type=int, default=0, metavar="N", help="make N faults small and write out each cause once"
    )
    options.add_argument(
        "--wide", action="store_true", help="write out cells that are too wide, not those that are unsound"
    )
    options.add_argument("--jobs", type=int, default=1, help="processes")
    asked = options.parse_args()
    result = _all(asked.start, asked.start + asked.count, asked.seed, asked.questions, asked.jobs)
    lines = [f"{result.registers} registers, seed {asked.seed}", *table(result)]
    verdicts = [Verdict.WIDE] if asked.wide else [Verdict.UNSOUND, Verdict.ZERO]
    for verdict in verdicts:
        for fault in [] if asked.causes else first(result, verdict, asked.faults):
            lines += ["", *describe(fault, asked.shrink)]
        for cause, count, kinds in causes(result, verdict, asked.causes):
            lines += [
                "",
                f"=== {count} times, needs: {', '.join(cause.needs) or 'nothing special'}; in {', '.join(kinds)}",
            ]
            lines += describe(cause.fault, asked.shrink)
    sys.stdout.write("\n".join(lines) + "\n")
    return int(any(tally.unsound or tally.zero for tally in result.kinds.values()))


def _all(start: int, end: int, seed: int, questions: int, jobs: int) -> Result:
    chunks = [range(at, min(at + CHUNK, end)) for at in range(start, end, CHUNK)]
    result = Result({}, [])
    if jobs == 1:
        for chunk in chunks:
            result.merge(run(chunk, seed, questions))
        return result
    with concurrent.futures.ProcessPoolExecutor(jobs) as pool:
        for found in pool.map(run, chunks, [seed] * len(chunks), [questions] * len(chunks)):
            result.merge(found)
    return result


if __name__ == "__main__":
    sys.exit(main())
