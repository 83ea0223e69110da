"""Text behind number signs, and errors of spreadsheets."""

from __future__ import annotations

import pytest

from woonplan.diagnostics import Diagnostic
from woonplan.yaml_io import RawFile, parse


def found(text: str) -> list[Diagnostic]:
    document, findings = parse(RawFile("plannen.yaml", text, ""))
    assert document is not None
    return findings


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("naam: Plan #3 Noord\n", "1:12", "'#3 Noord' wordt gelezen als commentaar: er blijft 'Plan' over"),
        ("- a: 1\n  b: Hof\t#4\r\n", "2:10", "'#4' wordt gelezen als commentaar: er blijft 'Hof' over"),
        ("plaats: #7\nb: 1\n", "1:9", "'#7' wordt gelezen als commentaar: er blijft niets over"),
        ("a: [Blok #b\n, c]\n", "1:10", "'#b' wordt gelezen als commentaar: er blijft 'Blok' over"),
    ],
)
def test_lost_text_is_found(text: str, place: str, said: str) -> None:
    (one,) = found(text)
    assert (one.code, str(one.place), one.message) == ("WP016", f"plannen.yaml:{place}", said)


@pytest.mark.parametrize(
    "text",
    [
        "naam: Plan # 3 is het nummer\n",
        "naam: Plan#3\n",
        "naam: 'Plan #3'\n",
        'naam: "Plan #3"  # tekst\n',
        "naam: |\n  Plan #3\n",
        "naam: >\n  Plan #3 en\n  meer #4\n",
        "#een\nnaam: Plan\n  #twee\nb: 1 ##\n",
        "naam: 'een\n  twee #3'\n",
    ],
)
def test_a_comment_is_none(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("error", ["#REF!", "#N/B", "#N/A", "#VERW!", "#WAARDE!", "#DEEL/0!", "#NAAM?", "#GETAL!"])
@pytest.mark.parametrize(
    "line", ["woningen: {}\nb: 1\n", "a: '{}'\n", 'a: ["{}", b]\n', "- {}\n- b\n", "a: {{b: '{}'}}\n"]
)
def test_an_error_of_a_spreadsheet(line: str, error: str) -> None:
    text = line.format(error)
    (one,) = found(text)
    assert one.place is not None
    assert (one.code, one.place.column) == ("WP017", text.index("#") + 1)
    assert one.message == f"'{error}' is een foutmelding van een spreadsheet, geen waarde"


def test_an_error_that_is_told_of_is_none() -> None:
    assert found("a: 1  # de bron heeft hier: #REF!\nb: 2\n") == []
