"""A reader of printed derivations who has nothing but the text.

The lines of `explain` are parsed, worked out level by level, and must give the numbers in the tables.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from tests.report.terms import (
    NOTHING,
    Lacks,
    Term,
    above_zero,
    add,
    add_changes,
    at_least,
    at_most,
    changed,
    divide,
    from_to,
    one_end,
    or_less,
    perhaps,
    piece_of,
    read_term,
    read_terms,
    rest_of,
    scale,
    subtract,
    times,
)
from woonplan.tables.document import Passage

# One passage, and the tree that they make up.


@dataclass
class Node:
    """A passage with what stands under it."""

    passage: Passage
    children: list[Node]


def tree(found: Sequence[Passage]) -> Node:
    root, *rest = (Node(passage, []) for passage in found)
    assert root.passage.level == 0
    stack = [root]
    for node in rest:
        assert 1 <= node.passage.level <= len(stack)
        del stack[node.passage.level :]
        stack[-1].children.append(node)
        stack.append(node)
    return root


def ends_of(passage: Passage) -> tuple[list[str], tuple[tuple[str, str], ...]]:
    """Return the lines of both ends, and the items after them."""
    first = passage.items[0]
    if first[0] == "beide grenzen":
        return [first[1], first[1]], passage.items[1:]
    assert (first[0], passage.items[1][0]) == ("ondergrens", "bovengrens")
    assert first[1] != passage.items[1][1]
    return [first[1], passage.items[1][1]], passage.items[2:]


def listed_ends(text: str) -> tuple[Term, Term]:
    """Read the number of a record in a list: the same at both ends, or one for each."""
    number = text.split("; ", maxsplit=1)[0]
    both = re.fullmatch(r"ondergrens (.+), bovengrens (.+)", number)
    return (read_term(both[1]), read_term(both[2])) if both else (read_term(number), read_term(number))


SOURCE = ("bron", "woord in de bron", "peildatum", "herkomst", "register")
"""What a number says of the record that it belongs to."""

ON_ONE = ("niet onder 0", "hoogste", "laagste")
"""Operations on one exact number, as a formula and its lines name them."""

REMARK = re.compile(rf" \((?:minstens 0|onbekend apart|grens voor grens|stuk \d+ van \d+|{'|'.join(ON_ONE)})\)$")
LIMITS = re.compile(r", (minstens (?!0$)|ten hoogste )")
"""Between a whole and what bounds it, in a formula and in its lines."""

THINGS = r"(?:plan|plannen|gemeente|gemeenten|actie|acties|deel|delen)"
"""What a sum is over."""

IN_THE_TABLE = "in de tabel"
NO_OUTCOME = "niet van toepassing"

Parts = list[tuple[str, tuple[Term, Term]]]


Outcome = Term | None
"""A number, or None for a division that has no outcome."""


def said(name: str) -> str:
    """What a name is called in a formula: words, but for the id of a record, which is as it was written."""
    return {"records": "plannen"}.get(name, name.removesuffix(".record").replace("_", " "))


def is_exact(formula: str) -> bool:
    """Whether a formula is one of exact numbers that whole homes do not have."""
    return bool(re.search(rf" / | x \d|, (?:{'|'.join(ON_ONE)})$", formula))


def work_out(
    node: Node, lines: Sequence[str], rest: Sequence[tuple[str, str]], formula: str
) -> tuple[Outcome, Outcome]:
    """Work out `a / 9`, `a x 5/9`, `a / b`, `a, niet onder 0` and `a, hoogste`, which are exact."""
    assert [label for label, _ in rest] in ([], [IN_THE_TABLE])
    formula, _, remark = formula.partition(", ")
    names = re.split(r" [/x] ", formula)
    by_number = len(names) == 2 and names[1][0].isdigit()
    below = [evaluate(child) for child in node.children]
    assert [said(child.passage.name) for child in node.children] == [
        said(name) for name in names[: 1 if by_number else None]
    ]
    found: list[Outcome] = []
    for end in (0, 1):
        numbers = [ends[end] for ends in below]
        left, _, right = REMARK.sub("", lines[end]).rpartition(" = ")
        outcome: Outcome
        if remark:
            assert lines[end].endswith(f" ({remark})")
            assert read_term(left) == numbers[0]
            outcome = above_zero(numbers[0]) if remark == "niet onder 0" else one_end(numbers[0], remark)
        elif by_number:
            term, sign, number = left.rpartition(" / " if " / " in formula else " x ")
            assert sign in formula
            assert (read_term(term), number) == (numbers[0], names[1])
            outcome = scale(numbers[0], 1 / Fraction(number) if sign == " / " else Fraction(number))
        else:
            assert [read_term(term) for term in left.split(" / ")] == numbers
            outcome = divide(*numbers)
        if right == NO_OUTCOME:
            assert outcome is None or outcome.blank, f"{node.passage.title}: {lines[end]}"
            found.append(None)
        else:
            assert outcome is not None, f"{node.passage.title}: {lines[end]}"
            # What may only lower a number that is 0 at the most means nothing more, and is not said any more.
            sure = [replace(outcome, zonder=Lacks())] if remark == "niet onder 0" and outcome.high == 0 else []
            found.append(agreed(node, lines[end], right, outcome, *sure))
    return found[0], found[1]


def agreed(node: Node, line: str, right: str, *outcomes: Term) -> Term:
    """Return the number that a line prints, which is one that was worked out."""
    printed = read_term(right)
    assert any(outcome.allows(printed) for outcome in outcomes), f"{node.passage.title}: {line}, not {outcomes}"
    return printed


def evaluate(node: Node) -> tuple[Term, Term]:  # noqa: PLR0912, PLR0915 - one branch per form of a formula
    """Work a passage out from its parts, check every number that it prints on the way, and return both ends."""
    passage = node.passage
    lines, rest = ends_of(passage)
    if said(passage.title) == f"{said(passage.name)} (gegeven)":
        assert not node.children
        return read_term(lines[0]), read_term(lines[1])
    name, sign, formula = passage.title.partition(" = ")
    assert sign
    assert said(name) == said(passage.name)
    if is_exact(formula):
        low, high = work_out(node, lines, rest, formula)
        assert low is not None
        assert high is not None
        return low, high
    limited = LIMITS.search(formula)
    formula, _, remark = (formula, "", "") if limited else formula.partition(", ")
    piece = re.fullmatch(r"stuk (\d+) van (\d+)", remark)
    assert piece or remark in ("", "minstens 0", "onbekend apart", "grens voor grens")
    many = re.fullmatch(rf"som van (\d+) {THINGS}", formula)
    between = re.fullmatch(r"van (.+) tot (.+)", formula)
    ratio = re.fullmatch(r"(\d+)(?:/(\d+))? x (.+)", formula)
    parts = parts_of(node, rest, formula, counted=bool(many))
    if many:
        assert len(parts) == int(many[1])
    values = []
    for end in (0, 1):
        line = lines[end]
        if remark:
            line, _, note = line.rpartition(f" ({remark})")
            assert not note
        left, _, right = line.rpartition(" = ")
        numbers = [ends[end] for _, ends in parts]
        outcomes: list[Term]
        if limited:
            read_limited(left, numbers, limited[1])
            outcomes = [at_least(numbers) if limited[1] == "minstens " else at_most(*numbers)]
        elif formula.startswith("0 tot "):
            assert [read_term(left.removeprefix("0 tot "))] == numbers
            outcomes = [perhaps(numbers[0])]
        elif between:
            least, most = re.fullmatch(r"van (\(.*?\)|[^(]*?) tot (.*)", left).groups()  # type: ignore[union-attr]
            assert [read_term(least), read_term(most)] == numbers
            outcomes = [from_to(*numbers)]
        elif formula.endswith(" of minder"):
            assert [read_term(left.removesuffix(" of minder"))] == numbers
            outcomes = [or_less(numbers[0])]
        elif ratio:
            outcomes = [read_share(left, numbers, ratio)]
        elif piece:
            assert [read_term(left)] == numbers
            outcomes = [piece_of(numbers[0], int(piece[1]), int(piece[2]))]
        elif " - " in formula:
            read_difference(left, numbers)
            if remark == "grens voor grens":
                values.append(agreed(node, line, right, changed(*numbers, read_term(right))))
                continue
            outcomes = [rest_of(numbers)] if remark else differences(numbers, right)
        else:
            read_sum(left, numbers)
            if any(number.change for number in numbers):
                values.append(agreed(node, line, right, add_changes(numbers, read_term(right))))
                continue
            outcomes = sums(numbers, right)
        values.append(agreed(node, line, right, *outcomes))
    return values[0], values[1]


def sums(numbers: Sequence[Term], right: str) -> list[Term]:
    """Return what a sum may be.

    Nothing is known where what has a number need not be there at all. Records that have nothing in a time are no parts
    of its sum: then 0 is known of them, beside what nothing is known of.
    """
    found = add(numbers)
    if found.blank and right.startswith("(0, zonder "):
        return [replace(found, blank=False)]
    sure = [n for n in numbers if not n.blank and not (n.low == 0 or (n.low is None and n.high is None))]
    return [found, NOTHING] if found.zonder and not sure else [found]


def differences(numbers: Sequence[Term], right: str) -> list[Term]:
    """Return what a difference may be: of two that may be anything nothing is known, but for deliveries."""
    if all(part.blank for part in numbers[1:]):
        return [subtract(numbers) if "oplevering" in right else NOTHING]
    return [subtract(numbers)]


def parts_of(node: Node, rest: Sequence[tuple[str, str]], formula: str, *, counted: bool) -> Parts:
    """Return the parts of a formula by name, from the list under it and from the passages one level down."""
    children = deque(node.children)
    if " x " in formula:
        (child,) = children
        assert said(formula).endswith(f" x {said(child.passage.name)}")
        return [(child.passage.name, evaluate(child))]
    lines = deque(item for item in rest if item[0] not in (IN_THE_TABLE, *SOURCE))
    bare = LIMITS.sub(" + ", formula.removeprefix("0 tot ").removesuffix(" of minder"))
    bare = re.sub(r"^van (.+) tot ", r"\1 + ", bare)
    names = [name for name, _ in lines] if counted else re.split(r" [+-] ", bare)
    parts: Parts = []
    for name in names:
        ends = None
        if lines and lines[0][0] == name:
            ends = listed_ends(lines.popleft()[1])
        if children and said(children[0].passage.name) == said(name) and (ends is None or printed(children[0]) == ends):
            below = evaluate(children.popleft())
            assert ends in (None, below), f"{node.passage.title}: {name}"
            ends = below
        assert ends is not None, f"{node.passage.title}: {name} is not explained"
        parts.append((name, ends))
    assert not children, node.passage.title
    assert not lines, node.passage.title
    return parts


def printed(node: Node) -> tuple[Term, Term]:
    """The result that a passage prints, before anybody works it out."""
    lines, _ = ends_of(node.passage)
    low, high = (read_term(REMARK.sub("", line).rpartition(" = ")[2]) for line in lines)
    return low, high


def read_share(left: str, numbers: list[Term], ratio: re.Match[str]) -> Term:
    found = re.fullmatch(r"(ca\. )?(\d+)(?:/(\d+))? x (.+)", left)
    assert found, left
    assert (found[2], found[3]) == (ratio[1], ratio[2])
    assert [read_term(found[4])] == numbers
    return times(numbers[0], int(found[2]), int(found[3] or 1), circa=bool(found[1]))


def read_sum(left: str, numbers: list[Term]) -> None:
    if left == "geen delen":
        assert not numbers
    elif left.startswith("som van"):
        assert re.fullmatch(rf"som van de {len(numbers)} {THINGS} hieronder", left)
    else:
        values, sign = read_terms(left)
        assert values == numbers
        assert sign in ("", "+")


def read_limited(left: str, numbers: list[Term], word: str) -> None:
    """Read `a, minstens b + c`."""
    first, sign, others = left.partition(f", {word}")
    assert sign, left
    assert read_term(first) == numbers[0]
    read_sum(others, numbers[1:])


def read_difference(left: str, numbers: list[Term]) -> None:
    long = re.fullmatch(rf"(.+) - som van de (\d+) {THINGS} hieronder", left)
    if long:
        assert (read_term(long[1]), int(long[2])) == (numbers[0], len(numbers) - 1)
        return
    values, sign = read_terms(left)
    assert values == numbers
    assert sign == "-"
