"""A grid whose cells say how much, also without colour."""

from __future__ import annotations

from tests.render.cells import value
from tests.render.charts import HEAT, LONG
from tests.render.svg.reading import NS, parsed, values, words
from woonplan.tables import Chart, ChartKind, Series


def test_zero_and_unknown_differ() -> None:
    known, unknown = (
        Chart("c", "t", "d", ChartKind.HEAT, ("Aa",), (Series("hard", (value,), "hard"),)) for value in (0, None)
    )
    assert values(parsed(known)) == {("hard", "Aa"): "0"}
    assert "onbekend" not in words(parsed(known))
    assert "onbekend" in words(parsed(unknown))


def test_heat_shows_size_without_colour() -> None:
    steps = {
        (e.attrib["data-reeks"], e.attrib["data-groep"]): e.attrib["data-trede"]
        for e in parsed(HEAT).iter(f"{NS}rect")
        if "data-trede" in e.attrib
    }
    # 1,000 is the most: 5 blocks; 200 is a fifth: 1; a balance of 0 has none.
    assert steps == {
        ("hard", LONG): "5",
        ("hard", "Rijssen-Holten"): "1",
        ("saldo", LONG): "5",
        ("saldo", "Rijssen-Holten"): "0",
    }
    assert "geen opgave" in " ".join(words(parsed(HEAT)))


def test_columns_that_do_not_fit_go_on_below_with_their_heads() -> None:
    names = ("hard", "zacht", "status onbekend", "saldo ondergrens", "saldo bovengrens")
    cells = (value(100, 200, circa=True, unknown=12),)
    chart = Chart("c", "t", "d", ChartKind.HEAT, ("Aa",), tuple(Series(n, (100,), "", cells) for n in names))
    shown = words(parsed(chart))
    assert all(name in " ".join(shown) for name in names)
    # A number and what is unknown beside it are never broken.
    assert shown.count("ca. 100-200") == shown.count("(+ 12 onbekend)") == 5
