"""The nearest name, the same every time and within a budget."""

from __future__ import annotations

import pytest

from woonplan.load.nearest import Suggestions, nearest, nearest_names


@pytest.mark.parametrize(
    ("word", "names", "expected"),
    [
        ("Hengelo", ["hengelo", "Almelo"], "hengelo"),
        ("Bornee", ["Losser", "Borne"], "Borne"),
        ("xyz", ["Losser", "Borne"], None),
        ("b" * 101, ["b" * 101], None),
        # Of words that are equally near, the last in the alphabet.
        ("abcd", ["abcx", "abcy", "abca"], "abcy"),
        ("abcd", ["abcy", "abca", "abcx"], "abcy"),
    ],
)
def test_nearest(word: str, names: list[str], expected: str | None) -> None:
    assert nearest(word, names) == expected


def test_several_names_the_nearest_first() -> None:
    assert nearest_names("Enschede", ["Enscheden", "Enschede", "Losser"], 2) == ["Enschede", "Enscheden"]
    assert nearest_names("e" * 101, ["e"]) == []


def test_after_the_budget_nothing_is_suggested() -> None:
    suggest = Suggestions(budget=1)
    assert suggest("Bornee", ["Borne"]) == "Bedoelt u 'Borne'?"
    assert suggest("Bornee", ["Borne"]) == ""
