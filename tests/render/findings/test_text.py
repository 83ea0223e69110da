"""Findings as text: where, what, and what to do; whatever the file holds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.render.findings.findings_set import FINDINGS, NOTHING, PLACELESS, TALLY
from woonplan.diagnostics import Diagnostic, Place, Severity, Unjudged
from woonplan.render.findings.text import FIRST, MANY, count, first_of_many, render_findings, total_lines

TOTAL = (
    "2 bestanden, 40 plannen gecontroleerd (1 bestand nog niet op beleid): 5 fouten, 1 waarschuwing (en 1 bekend), "
    "12 keer niet te beoordelen"
)


def finding(excerpt: str, column: int, message: str = "fout") -> Diagnostic:
    return Diagnostic("WP103", message, Place("plannen.yaml", 9, column), excerpt=excerpt)


def caret_under(text: str) -> tuple[str, str]:
    lines = text.splitlines()
    at = next(i for i, line in enumerate(lines) if line.strip("| ") == "^")
    return lines[at - 1], lines[at]


def test_none() -> None:
    assert render_findings([]) == "0 fouten.\n"


def test_one_with_everything() -> None:
    found = Diagnostic(
        "WP103", "geen geheel getal", Place("p.yaml", 9, 15), "Bedoelt u 2000?", excerpt="    woningen: 2.000"
    )
    # Column 15 is the first digit: 14 characters stand before it.
    assert render_findings([found]) == (
        "p.yaml:9:15: WP103 fout: geen geheel getal\n"
        "    |     woningen: 2.000\n"
        "    |               ^\n"
        "  -> Bedoelt u 2000?\n"
        "1 fout.\n"
    )


def test_without_a_place() -> None:
    assert render_findings([Diagnostic("WP001", "niets te lezen")]) == "WP001 fout: niets te lezen\n1 fout.\n"


def test_a_place_that_is_a_whole_file_has_no_caret() -> None:
    found = Diagnostic("WP001", "leeg", Place("p.yaml"), excerpt="x")
    assert render_findings([found]) == "p.yaml: WP001 fout: leeg\n1 fout.\n"


def test_concise_is_one_line_each() -> None:
    assert render_findings([finding("abc", 2)], concise=True) == "plannen.yaml:9:2: WP103 fout: fout\n1 fout.\n"


@pytest.mark.parametrize(
    ("excerpt", "column", "before"),
    [
        ("naam: x", 7, 6),
        ("\tnaam: x", 8, 8),  # a tab is shown as \t: two columns
        ("\u5317\u4eac: x", 5, 6),  # two wide characters take four columns
        ("e\u0301: x", 5, 3),  # an accent of its own takes none: e, colon and space
        ("x", 1, 0),
        ("naam:", 6, 5),  # just after the end of the line
    ],
)
def test_the_caret_stands_under_the_place(excerpt: str, column: int, before: int) -> None:
    line, caret = caret_under(render_findings([finding(excerpt, column)]))
    assert caret == f"    | {' ' * before}^"
    assert line.startswith("    | ")


def test_a_long_line_is_shown_around_the_place() -> None:
    line, caret = caret_under(render_findings([finding("a" * 5000 + "X" + "b" * 5000, 5001)]))
    assert line[caret.index("^")] == "X"
    assert len(line) <= 6 + 60 + 40


def test_what_is_left_out_of_a_long_line_is_marked() -> None:
    line, caret = caret_under(render_findings([finding("a" * 61 + "X" + "b" * 40, 62)]))
    # 61 characters before the place are one more than is shown, and so are 41 from it: three of each make room.
    assert line == "    | ..." + "a" * 57 + "X" + "b" * 36 + "..."
    assert line[caret.index("^")] == "X"
    line, _ = caret_under(render_findings([finding("a" * 60 + "X" + "b" * 39, 61)]))
    assert line == "    | " + "a" * 60 + "X" + "b" * 39


def test_no_character_acts() -> None:
    every = "".join(map(chr, range(0x3100))) + "\udcff\U000e0001"
    for column in range(1, len(every), 97):
        text = render_findings([finding(every, column, every)])
        assert all(c.isprintable() or c in "\n\u00a0" for c in text)
        assert text.count("\n") == 4
        text.encode("utf-8")


def test_a_place_and_a_hint_do_not_act_either() -> None:
    found = Diagnostic("WP001", "m", Place("\x1b[2J\n.yaml", 1, 1), "doe\x07dit")
    assert render_findings([found]) == "\\x1b[2J\\n.yaml:1:1: WP001 fout: m\n  -> doe\\x07dit\n1 fout.\n"


def test_in_order_of_place_whatever_order_they_come_in() -> None:
    found = [
        Diagnostic("WP2", "b", Place("b.yaml", 1, 1)),
        Diagnostic("WP2", "a10", Place("a.yaml", 10, 1)),
        Diagnostic("WP2", "a9", Place("a.yaml", 9, 1)),
        Diagnostic("WP1", "zonder plaats"),
    ]
    assert render_findings(found) == render_findings(reversed(found))
    lines = render_findings(found).splitlines()
    assert [line.rsplit(": ", 1)[1] for line in lines[:-1]] == ["zonder plaats", "a9", "a10", "b"]


@pytest.mark.parametrize(
    ("errors", "warnings", "text"),
    [
        (0, 0, "0 fouten"),
        (1, 0, "1 fout"),
        (2, 1, "2 fouten, 1 waarschuwing"),
        (0, 2, "0 fouten, 2 waarschuwingen"),
    ],
)
def test_the_total(errors: int, warnings: int, text: str) -> None:
    warning = Diagnostic("WP2", "m", severity=Severity.WAARSCHUWING)
    assert count([Diagnostic("WP1", "m")] * errors + [warning] * warnings) == text


def test_the_last_line_says_what_was_checked() -> None:
    lines = total_lines(FINDINGS, TALLY).splitlines()
    assert lines == [
        "Alleen op vorm, verwijzingen, sommen en bron gecontroleerd, zolang de stand fouten heeft:",
        "  data/oud.yaml",
        "Niet beoordeeld, want agenda.yaml heeft er geen afspraak over: WP403, WP404",
        "Niet te beoordelen:",
        "  WP402 11 keer: woningen onbekend",
        "  WP421  1 keer: start onbekend",
        f"{TOTAL} (WP402, WP421).",
    ]
    assert total_lines(FINDINGS, TALLY, detailed=False) == lines[-1]


def test_of_a_rule_with_many_the_first_are_for_a_screen() -> None:
    many = [Diagnostic("WP2", f"m{line}", Place("a.yaml", line, 1)) for line in range(MANY + 1, 0, -1)]
    few = [Diagnostic("WP1", f"w{line}", Place("a.yaml", line, 9)) for line in range(1, MANY + 1)]
    # As warnings they are others than the errors of the same rule.
    warnings = [Diagnostic("WP2", "w", Place("b.yaml", 1, 1), severity=Severity.WAARSCHUWING)]
    shown, rest = first_of_many([*many, *few, *warnings])
    assert [f.message for f in shown if f.code == "WP2"] == ["m1", "m2", "m3", "w"]
    assert [f for f in shown if f.code == "WP1"] == few
    assert list(shown) == sorted(shown, key=Diagnostic.sort_key)
    assert rest == f"Niet getoond: WP2 nog {MANY + 1 - FIRST} keer; --all en bestanden hebben ze alle.\n"


def test_what_is_counted_and_not_listed_is_counted_in_the_rest() -> None:
    found = [Diagnostic("WP2", f"m{line}", Place("a.yaml", line, 1)) for line in range(MANY)]
    found.append(Diagnostic("WP2", "en meer", Place("b.yaml", 1, 1), number=900))
    other = [Diagnostic("WP3", "x", Place("a.yaml", line, 1)) for line in range(MANY + 2)]
    shown, rest = first_of_many([*found, *other])
    assert len(shown) == 2 * FIRST
    assert rest.startswith(f"Niet getoond: WP2 nog {MANY - FIRST + 900} keer, WP3 nog {MANY + 2 - FIRST} keer;")


def test_where_no_rule_has_many_nothing_is_left_out() -> None:
    found = [Diagnostic("WP2", f"m{line}", Place("a.yaml", line, 1)) for line in range(MANY, 0, -1)]
    assert first_of_many(found) == (tuple(reversed(found)), "")
    assert first_of_many([]) == ((), "")


UNDECIDED = (
    Unjudged("WP404", "plantype", 36),
    Unjudged("WP405", "plantype", 36),
    Unjudged("WP405", "start", 2),
    Unjudged("WP406", "planstatus", 38),
    Unjudged("WP407", "planstatus", 38),
    Unjudged("WP411", "positie", 2),
    Unjudged("WP415", "naam", 5),
)


def test_what_was_missing_most_stands_above_the_total() -> None:
    tally = replace(NOTHING, undecided=UNDECIDED)
    # 2 x 38, 2 x 36, 5; together 157.
    assert total_lines((), tally, everything=False).splitlines() == [
        "Niet te beoordelen (het meeste; 2 andere redenen met --all):",
        "  76 keer: planstatus onbekend (WP406, WP407)",
        "  72 keer: plantype onbekend (WP404, WP405)",
        "   5 keer: naam onbekend (WP415)",
        "1 bestand, 1 plan gecontroleerd: 0 fouten, 0 waarschuwingen, 157 keer niet te beoordelen.",
    ]
    whole = total_lines((), tally).splitlines()
    assert whole[0] == "Niet te beoordelen:"
    assert len(whole) == len(UNDECIDED) + 2
    assert whole[-1].endswith("157 keer niet te beoordelen (WP404, WP405, WP406, WP407, WP411, WP415).")


def test_few_reasons_are_all_said() -> None:
    tally = replace(NOTHING, undecided=UNDECIDED[:5])
    assert total_lines((), tally, everything=False) == total_lines((), tally)


def test_a_total_of_nothing() -> None:
    assert total_lines((), NOTHING) == "1 bestand, 1 plan gecontroleerd: 0 fouten, 0 waarschuwingen."


def test_the_total_takes_the_place_of_the_number_of_findings() -> None:
    assert render_findings((), total="niets") == "niets\n"
    assert render_findings([PLACELESS], total="een", concise=True) == "WP001 fout: er is niets te lezen\neen\n"
