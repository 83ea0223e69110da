"""A register against the program: every answer of every question, and whether the register is rightly refused."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

from tests.worlds import program
from tests.worlds.answers import Expect, balance, grouping
from tests.worlds.capacity import Asked, spread
from tests.worlds.groups import TooManyError
from tests.worlds.ledger import delivered, delivered_years, margins, own_target, target
from tests.worlds.program import Answer, Cell
from tests.worlds.questions import Question
from tests.worlds.reading import Read, read
from tests.worlds.register import Register
from tests.worlds.sizes import Contradiction
from tests.worlds.truth import Truth
from tests.worlds.verdict import Verdict, describe, judge
from tests.worlds.yearly import report
from tests.worlds.years import trajectory


@dataclasses.dataclass(frozen=True)
class Seen:
    """One cell, or one refusal, that was looked at."""

    kind: str
    verdict: Verdict
    differs: bool
    question: Question | None
    place: str
    printed: str
    right: str


def look(register: Register, questions: list[Question], folder: Path) -> list[Seen]:
    """Everything that can be said of a register. The folder is written over."""
    program.put(register, folder)
    try:
        found = read(register)
    except TooManyError:
        return []
    except Contradiction as reason:
        return [_refusal(bool(program.check(folder).errors), True, str(reason))]
    findings = program.check(folder)
    if findings.errors:
        if found.unclear:
            return []
        return [_refusal(True, False, "; ".join(findings.errors))]
    if found.unclear:
        return []
    seen = [_refusal(False, False, "")]
    for group in found.groups:
        for name in group.overdue:
            good = Verdict.GOOD if name in findings.warned else Verdict.UNSOUND
            seen.append(
                Seen("check waarschuwt achterstallig", good, False, None, name, "geen waarschuwing", "een waarschuwing")
            )
    totals: dict[tuple[str, str, bool], Cell] = {}
    for question in questions:
        answer = program.ask(question, register, folder)
        seen.extend(_answers(found, question, answer))
        seen.extend(_together(question, answer, totals))
    return seen


def _refusal(refused: bool, must: bool, why: str) -> Seen:
    verdict = Verdict.GOOD if refused == must else Verdict.UNSOUND
    kind = "check weigert wat niet past" if must else "check neemt aan wat past"
    return Seen(
        kind, verdict, False, None, "check", "geweigerd: " + why if refused else "aangenomen", why if must else "past"
    )


def _answers(found: Read, question: Question, answer: Answer) -> Iterator[Seen]:
    if question.spreid:
        even = spread(found)
        if even is None or even.unclear:
            return
        found = even
    asked = Asked(found, question)
    # A gate without a target to hold against cannot be judged, and exits 2.
    ends = {0, 1} if not question.fail_on or own_target(asked, "ondergrens") else {2}
    if answer.code not in ends or not answer.cells:
        yield Seen("antwoord", Verdict.UNSOUND, False, question, "", " ".join(answer.errors)[:300], "een antwoord")
        return
    for expect in expected(asked):
        cell = read_cell(answer, expect)
        if cell is not None:
            yield Seen(
                _kind(expect.kind, question),
                judge(cell, expect),
                expect.truth.differs,
                question,
                f"{expect.table}, {'+'.join(expect.rows)}, {'+'.join(expect.columns)}",
                cell.shown,
                describe(expect.truth) + (f"; of {describe(expect.other)}" if expect.other else ""),
            )
    if question.fail_on:
        yield from _gate(asked, answer.code)


def expected(asked: Asked) -> Iterator[Expect]:
    """The true answers of all cells that a question has."""
    if asked.question.command == "report":
        return report(asked)
    if asked.question.by == "jaar":
        return trajectory(asked)
    return grouping(asked, asked.question.by) if asked.question.by else balance(asked)


def _kind(kind: str, question: Question) -> str:
    return kind + (" netto" if question.netto else "") + (" keuze" if question.selects else "")


def read_cell(answer: Answer, expect: Expect) -> Cell | None:
    """The cell, or the sum of the cells, that answers; None where the program has none of them."""
    cells = [
        answer.cells[key] for row in expect.rows if (key := (expect.table, row, expect.columns[0])) in answer.cells
    ]
    if not cells:
        return None
    total = cells[0]
    for cell in cells[1:]:
        total = _plus(total, cell)
    if len(expect.columns) == 2:
        more = answer.cells.get((expect.table, expect.rows[0], expect.columns[1]))
        if more is not None:
            total = _plus(total, more)._replace(low=total.low)
    return total


def _plus(one: Cell, two: Cell) -> Cell:
    """Two cells together; a cell that is unknown adds to what stands beside the sum, and nothing to the sum."""
    if (None, None) in {(one.low, one.high), (two.low, two.high)} and (one.unknown or two.unknown):
        known = [cell for cell in (one, two) if (cell.low, cell.high) != (None, None)]
        low, high = (known[0].low, known[0].high) if known else (None, None)
    else:
        low = None if one.low is None or two.low is None else one.low + two.low
        high = None if one.high is None or two.high is None else one.high + two.high
    shown = f"{one.shown} en {two.shown}"
    return Cell(low, high, one.unknown + two.unknown, one.marked or two.marked, shown, one.sides | two.sides)


def _gate(asked: Asked, code: int) -> Iterator[Seen]:
    """A gate passes only where a shortage is excluded, beyond the margins of what is approximate."""
    end = str(asked.question.fail_on).removeprefix("tekort-")
    goal = own_target(asked, end)
    if goal is None:
        return
    done = delivered(asked, asked.names, delivered_years(asked))
    balance_ = done + asked.count(asked.cut("hard", "zacht")) + goal[0].times(-1)
    slack = goal[1] + margins(asked)
    passes = not balance_.apart and (balance_.lo_far > slack if slack else balance_.lo_far >= 0)
    verdict = Verdict.GOOD if passes == (code == 0) else Verdict.UNSOUND if code == 0 else Verdict.WIDE
    right = f"{'exit 0' if passes else 'exit 1'}: saldo {describe(balance_)}, marge {slack}"
    yield Seen(_kind("poort", asked.question), verdict, True, asked.question, end, f"exit {code}", right)


def _together(question: Question, answer: Answer, totals: dict[tuple[str, str, bool], Cell]) -> Iterator[Seen]:
    """One question has one answer everywhere; a whole says no less than its rows, and a row no more than is left."""
    if question.gemeente or question.status or question.strategie or question.telling or question.spreid:
        return
    for (table, row, column), cell in answer.cells.items():
        place = {"balans": (row, column), "groepen": (column, row), "traject": (column, row)}.get(table)
        if (
            place is None
            or place[0] not in {"hard", "zacht"}
            or place[1] not in {"ondergrens", "totaal", "jaar.totaal"}
        ):
            continue
        before = totals.setdefault((place[0], "heel", question.netto), cell)
        good = Verdict.GOOD if _same(before, cell) else Verdict.UNSOUND
        yield Seen("zelfde vraag", good, False, question, f"{table}, {row}, {column}", cell.shown, before.shown)
    for column in ("hard", "zacht"):
        rows = {key[1]: cell for key, cell in answer.cells.items() if key[0] == "groepen" and key[2] == column}
        whole = rows.pop("totaal", None)
        if whole is not None and not question.netto:
            yield from _rows(question, column, rows, whole)


def _same(one: Cell, two: Cell) -> bool:
    return (one.low, one.high, bool(one.unknown)) == (two.low, two.high, bool(two.unknown))


def _rows(question: Question, column: str, rows: dict[str, Cell], whole: Cell) -> Iterator[Seen]:
    least = sum(cell.low or 0 for cell in rows.values())
    good = whole.low is None or whole.low >= least
    right = f"ten minste {least}"
    yield Seen("geheel en rijen", _said(good), False, question, f"groepen, totaal, {column}", whole.shown, right)
    if whole.high is None or whole.opened:
        return
    for name, cell in rows.items():
        left = whole.high - (least - (cell.low or 0))
        good = cell.opened or cell.high is None or cell.high <= left
        yield Seen(
            "geheel en rijen",
            _said(good),
            False,
            question,
            f"groepen, {name}, {column}",
            cell.shown,
            f"hoogstens {left}",
        )


def _said(good: bool) -> Verdict:
    return Verdict.GOOD if good else Verdict.UNSOUND


__all__ = ["Seen", "Truth", "expected", "look", "read_cell", "target"]
