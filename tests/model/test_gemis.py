"""What has no number: counted by name, each kind in its own unit."""

from __future__ import annotations

import pytest

from woonplan.model.gemis import ALL_KNOWN, Gemis, Lack, Missing, apart, counts, lacking

YEARS = frozenset(Lack(Gemis.OPLEVERING, name, year) for name in ("Aa", "Bee") for year in (2021, 2022, 2024))


def these(**kinds: int) -> Missing:
    """So many of each kind."""
    return frozenset(Lack(Gemis[kind], f"{kind}{i}") for kind, count in kinds.items() for i in range(count))


def test_things_are_counted_by_name() -> None:
    assert counts(ALL_KNOWN) == {}
    assert counts(these(PLAN=2) | these(PLAN=3)) == {Gemis.PLAN: 3}
    # A municipality without figures of three years is one municipality.
    assert counts(YEARS) == {Gemis.OPLEVERING: 2}
    # One plan may lack two things.
    both = frozenset({Lack(Gemis.PLAN, "a"), Lack(Gemis.NETTO, "a")})
    assert counts(both) == {Gemis.PLAN: 1, Gemis.NETTO: 1}


@pytest.mark.parametrize(
    ("missing", "words"),
    [
        (ALL_KNOWN, ""),
        (these(PLAN=1), "1 plan zonder aantal"),
        (these(PLAN=2, GEMEENTE=1), "2 plannen zonder aantal, 1 gemeente zonder plannen"),
        (these(NETTO=1, GEMEENTE=2), "1 plan zonder netto aantal, 2 gemeenten zonder plannen"),
        (YEARS, "2 gemeenten zonder oplevering"),
        (these(PLAN=1200), "1.200 plannen zonder aantal"),
        (these(DEEL=2, JAAR=1), "1 plan zonder jaar, 2 plannen niet verdeeld"),
    ],
)
def test_what_is_lacking_in_words(missing: Missing, words: str) -> None:
    assert lacking(missing) == words


def test_what_has_its_number_in_another_row_is_said_once_by_the_heading() -> None:
    assert lacking(these(PLAN=1, DEEL=2, JAAR=1), placed=False) == "1 plan zonder aantal"
    assert lacking(these(DEEL=2, JAAR=1), placed=False) == ""


@pytest.mark.parametrize(
    ("missing", "words"),
    [
        (ALL_KNOWN, ""),
        (these(PLAN=2, GEMEENTE=1), "2 plannen en 1 gemeente"),
        # Plans are plans, whatever they lack.
        (these(PLAN=1, NETTO=1, JAAR=1, DEEL=1), "4 plannen"),
        (these(GEMEENTE=14), "14 gemeenten"),
        (YEARS, "de onbekende oplevering 2021-2024 (2 gemeenten)"),
        (frozenset({Lack(Gemis.OPLEVERING, "Aa", 2021)}), "de onbekende oplevering 2021 (1 gemeente)"),
        (frozenset({Lack(Gemis.OPLEVERING, "Aa")}), "de onbekende oplevering (1 gemeente)"),
        (YEARS | these(PLAN=1), "de onbekende oplevering 2021-2024 (2 gemeenten) en 1 plan"),
    ],
)
def test_what_a_number_is_without(missing: Missing, words: str) -> None:
    assert apart(missing) == words
