"""What a misspelt word was meant to be: nothing that is in doubt, the same every time, and within a budget."""

from __future__ import annotations

import time

import pytest

from woonplan.load.nearest import Suggestions, nearest_names, suggestion

TWENTE = ["Almelo", "Borne", "Enschede", "Hengelo", "Tubbergen", "Wierden", "Hof van Twente", "Rijssen-Holten"]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("hengelo", ["Hengelo"]),
        ("Bornee", ["Borne"]),
        ("Brone", ["Borne"]),
        ("Enshcede", ["Enschede"]),
        ("Enscheede", ["Enschede"]),
        ("hof_van-twente", ["Hof van Twente"]),
        ("Rijssen Holten", ["Rijssen-Holten"]),
        ("xyz", []),
        ("", []),
        # Near in letters and another place.
        ("Bergen", []),
        ("Oldenzaal", []),
        ("Woudenberg", []),
        ("Corne", []),
        ("Bo", []),
    ],
)
def test_a_typing_error_is_mended_and_nothing_else(word: str, expected: list[str]) -> None:
    assert nearest_names(word, TWENTE) == expected


@pytest.mark.parametrize(("one", "other"), [("Heerhugowaard", "Leeuwarden"), ("Bergen", "Tubbergen"), ("Ede", "Epe")])
def test_a_place_is_no_other_place(one: str, other: str) -> None:
    assert nearest_names(one, [other]) == []
    assert nearest_names(other, [one]) == []


def test_all_names_that_fit_are_named_and_none_is_chosen() -> None:
    assert nearest_names("abcd", ["abcy", "abcx", "abxx"]) == ["abcx", "abcy"]
    assert suggestion("abcd", ["abcy", "abcx"]) == "Bedoelt u 'abcx' of 'abcy'?"
    assert suggestion("hengelo", ["Hengelo (O.)", "Hengelo (Gld)"]) == "Bedoelt u 'Hengelo (Gld)' of 'Hengelo (O.)'?"
    # What is written behind the name says which of the two it is.
    assert nearest_names("Hengelo (Gld)", ["Hengelo"]) == []
    # One of ten is no help.
    assert nearest_names("plan1", [f"plan{i}" for i in range(2, 9)]) == []


def test_marks_on_letters_are_no_difference() -> None:
    assert nearest_names("Sudwest Fryslan", ["Súdwest-Fryslân"]) == ["Súdwest-Fryslân"]


def test_after_the_budget_nothing_is_suggested() -> None:
    suggest = Suggestions(budget=20)
    assert suggest("Bornee", ["Borne"]) == "Bedoelt u 'Borne'?"
    assert suggest("Bornee", ["Borne"]) == ""


@pytest.mark.parametrize("length", [20, 100, 2_000])
def test_many_long_names_cost_bounded_time(length: int) -> None:
    names = [f"{i:05}".rjust(length, "a") for i in range(20_000)]
    suggest, start = Suggestions(), time.process_time()
    for i in range(200):
        suggest(f"b{i:04}".rjust(length, "a"), names)
    assert time.process_time() - start < 30
