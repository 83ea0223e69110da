"""Lines of a width, as a screen counts them."""

from __future__ import annotations

import pytest

from woonplan.render.terminal.wrapping import cell_width, padded, parts, wrapped


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("kort", 10, ["kort"]),
        ("", 10, [""]),
        ("een twee drie", 8, ["een twee", "drie"]),
        ("  een twee drie", 8, ["  een", "  twee", "  drie"]),
        ("Rijssen-Holten en Wierden", 14, ["Rijssen-Holten", "en Wierden"]),
        ("Stationsgebied/Kanaalzone", 16, ["Stationsgebied/", "Kanaalzone"]),
        ("x" * 25, 10, ["x" * 10, "x" * 10, "x" * 5]),
        ("\u5317\u4eac\u5e02\u533a", 5, ["\u5317\u4eac", "\u5e02\u533a"]),
    ],
)
def test_wrapping(text: str, width: int, lines: list[str]) -> None:
    assert wrapped(text, width) == lines


def test_a_word_that_is_kept_whole_is_broken_only_where_it_is_wider_than_the_line() -> None:
    assert wrapped("plan sp-losser-wonen-en-zorg", 21, whole=True) == ["plan", "sp-losser-wonen-en-zo", "rg"]
    assert wrapped("plan sp-losser-wonen-en-zorg", 24, whole=True) == ["plan", "sp-losser-wonen-en-zorg"]
    assert wrapped("plan sp-losser-wonen-en-zorg", 24) == ["plan sp-losser-wonen-en-", "zorg"]


def test_lines_of_a_cell_stay_lines() -> None:
    assert wrapped("67,0%\n(+ 2 onbekend)", 99) == ["67,0%", "(+ 2 onbekend)"]


def test_only_a_long_word_has_parts() -> None:
    # Sixteen characters stay together, seventeen do not.
    assert parts("a-67890123456789 b-678901234567890") == ["a-67890123456789", "b-", "678901234567890"]


def test_a_wide_character_takes_two_columns_and_an_accent_of_its_own_none() -> None:
    assert [cell_width(text) for text in ("", "ab", "\u5317\u4eac", "e\u0301", "caf\u00e9")] == [0, 2, 4, 1, 4]
    assert (padded("\u5317", 4), padded("\u5317", 4, right=True)) == ("\u5317  ", "  \u5317")
