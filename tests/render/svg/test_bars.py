"""Bars beside a band: what is unknown has no length, and a range shows its margin. Steps end where the balance says."""

from __future__ import annotations

from dataclasses import replace

from tests.render.charts import LONG, STACKED, WATERFALL
from tests.render.svg.reading import NS, parsed, words
from woonplan.render.svg.bars import NAME
from woonplan.tables.chart import Series


def test_unknown_has_its_own_look_and_no_length() -> None:
    root = parsed(STACKED)
    unknown = [e for e in root.iter() if e.attrib.get("class") == "onbekend" and "data-waarde" in e.attrib]
    assert [(e.attrib["data-groep"], e.attrib["data-waarde"]) for e in unknown] == [("Aa", "onbekend")]
    box, question = unknown[0].find(f"{NS}rect"), unknown[0].find(f"{NS}text")
    assert box is not None
    assert question is not None
    assert box.attrib["fill"] == "none"
    assert "stroke-dasharray" in box.attrib
    assert question.text == "?"
    # Hard is unknown in Aa: its soft homes begin at 0, and nothing of the look of hard is drawn there.
    assert "hard onbekend" in " ".join(words(root))


def test_numbers_are_dutch_and_names_whole() -> None:
    root = parsed(STACKED)
    assert LONG in words(root)
    assert "10.000" in words(root)
    assert "hard ca. 8.300 \u00b7 zacht 5.800" in words(root)
    assert "ambitie 10.000-12.000" in words(root)


def test_a_range_shows_its_margin() -> None:
    # 385 to 420: 35 homes on an axis of 15,000 over 360 units (400 - 4 x 4 - 24 for the box of what is unknown).
    margins = [e for e in parsed(STACKED) if e.attrib.get("class") == "marge"]
    assert [e.attrib["width"] for e in margins if e.attrib["x"] != "4"][-1] == "0.84"


def test_a_waterfall_ends_where_the_balance_says() -> None:
    # Scale 0 to 25,000 over 400 - 16 - 24 = 360 units from 8: 20,000 is at 8 + 288 = 296, 14,100 at 8 + 203.04.
    low = next(
        e.attrib
        for e in parsed(WATERFALL).iter(f"{NS}rect")
        if e.attrib.get("data-reeks") == "saldo" and e.attrib["data-groep"] == "ondergrens"
    )
    assert (low["x"], low["width"]) == ("211.04", "84.96")
    assert "tekort" in low["fill"]


def test_many_categories_stand_on_a_line_each() -> None:
    names = tuple(f"{LONG} {i}" for i in range(50))
    many = replace(STACKED, categories=names, series=(Series("hard", tuple(range(50)), "hard"),), band=None)
    root = parsed(many)
    said = words(root)
    # Names wrap within their own column: whole words, nothing is cut off.
    assert "Nuenen, Gerwen" in said
    assert said.count("en Nederwetten 49") == 1
    bars = [e for e in root.iter(f"{NS}rect") if e.attrib.get("data-reeks") == "hard"]
    assert len(bars) == 49
    assert all(float(bar.attrib["x"]) >= NAME for bar in bars)
    # Two lines of 17 units each, where numbers below every bar would have made it twice as high.
    assert int(root.attrib["viewBox"].split()[3]) < 50 * 2 * 17 + 100
