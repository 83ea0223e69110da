"""A picture of every kind of chart: all of it can be read back, nothing in it acts, and it can be a loose file."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import pytest

from tests.render.charts import CHARTS, HOSTILE_CHART, STACKED, WATERFALL
from tests.render.svg.reading import NS, parsed, values, words
from woonplan.render.svg.drawing import WIDTH, text_width
from woonplan.render.svg.picture import svg, write_charts
from woonplan.tables.chart import Chart, ChartKind, Series
from woonplan.tables.document import Document


@pytest.mark.parametrize("standalone", [False, True])
@pytest.mark.parametrize("chart", CHARTS, ids=lambda c: str(c.kind))
def test_a_picture_says_what_it_is(chart: Chart, standalone: bool) -> None:
    root = parsed(chart, standalone=standalone)
    title, desc = root.find(f"{NS}title"), root.find(f"{NS}desc")
    assert title is not None
    assert desc is not None
    assert (title.text, desc.text) == (chart.title, chart.description)
    assert root.attrib["role"] == "img"
    assert root.attrib["aria-labelledby"].split() == [title.attrib["id"], desc.attrib["id"]]


@pytest.mark.parametrize("chart", CHARTS, ids=lambda c: str(c.kind))
def test_every_value_can_be_read_back(chart: Chart) -> None:
    expected = {
        (s.name, category): "onbekend" if s.values[i] is None else str(s.values[i])
        for s in chart.series
        for i, category in enumerate(chart.categories)
        if not (s.cells and isinstance(s.cells[i], str))
    }
    assert values(parsed(chart)) == expected


@pytest.mark.parametrize("chart", CHARTS, ids=lambda c: str(c.kind))
def test_it_needs_nothing_from_elsewhere_and_is_the_same_twice(chart: Chart) -> None:
    text = svg(chart)
    assert text == svg(chart)
    assert "NaN" not in text
    assert "None" not in text
    assert re.findall(r"https?://[^\"]+", text) == ["http://www.w3.org/2000/svg"]
    assert not re.search(r"<script|<style|<image|<foreignObject|href|@import|\son\w+=", text)


@pytest.mark.parametrize("chart", CHARTS, ids=lambda c: str(c.kind))
def test_nothing_is_drawn_outside_the_sheet(chart: Chart) -> None:
    root = parsed(chart)
    height = int(root.attrib["viewBox"].split()[3])
    for rect in (e for e in root if e.tag == f"{NS}rect"):
        x, y, w, h = (float(rect.attrib[k]) for k in ("x", "y", "width", "height"))
        assert x >= 0, rect.attrib
        assert w >= 0, rect.attrib
        assert x + w <= WIDTH, rect.attrib
        assert y >= 0, rect.attrib
        assert y + h <= height, rect.attrib
    for text in root.findall(f"{NS}text"):
        x, size = float(text.attrib["x"]), text_width(text.text or "")
        left = {"start": x, "middle": x - size / 2, "end": x - size}[text.attrib.get("text-anchor", "start")]
        assert left >= -1, text.text
        assert left + size <= WIDTH + 1, text.text


@pytest.mark.parametrize("kind", list(ChartKind))
def test_text_cannot_act(kind: ChartKind) -> None:
    text = svg(replace(HOSTILE_CHART, kind=kind), standalone=True)
    root = ET.fromstring(text)  # noqa: S314
    assert not list(root.iter(f"{NS}b"))
    assert "\x1b" not in text
    assert "\u202e" not in text


@pytest.mark.parametrize("kind", list(ChartKind))
def test_nothing_to_draw_is_said(kind: ChartKind) -> None:
    assert "Er zijn geen gegevens om te tekenen." in words(parsed(Chart("leeg", "Leeg", "", kind, (), ())))


@pytest.mark.parametrize("kind", list(ChartKind))
@pytest.mark.parametrize("value", [0, 1, -7, 10**15, None])
def test_one_value_of_any_size_is_drawn(kind: ChartKind, value: int | None) -> None:
    chart = Chart("een", "Een", "", kind, ("Aa",), (Series("hard", (value,), "hard"),))
    # A bar of 0 has no length: nothing is drawn, and the number stands beside it.
    drawn = (
        {}
        if kind is ChartKind.STACKED and value == 0
        else {("hard", "Aa"): "onbekend" if value is None else str(value)}
    )
    assert values(parsed(chart)) == drawn


def test_a_loose_picture_has_a_size_and_paper() -> None:
    root = parsed(STACKED, standalone=True)
    assert root.attrib["width"] == "120mm"
    assert root.attrib["height"].endswith("mm")
    assert "currentColor" not in svg(STACKED, standalone=True)
    assert any(e.tag == f"{NS}rect" and e.attrib["fill"] == "#ffffff" for e in root)
    assert "Capaciteit" in words(root)


def test_a_loose_picture_says_what_it_is_about() -> None:
    shown = words(ET.fromstring(svg(STACKED, standalone=True, caption="FICTIEF - Dal per 2024")))  # noqa: S314
    assert shown[:2] == ["Capaciteit", "FICTIEF - Dal per 2024"]


def test_files_have_the_names_of_the_charts(tmp_path: Path) -> None:
    twice = Document("D", charts=(STACKED, WATERFALL, STACKED))
    written, refusal = write_charts(twice, tmp_path / "nieuw" / "map")
    assert refusal is None
    assert [path.name for path in written] == [
        "capaciteit-per-gemeente.svg",
        "saldo.svg",
        "capaciteit-per-gemeente-2.svg",
    ]
    assert written[0].read_text(encoding="utf-8").startswith('<?xml version="1.0" encoding="UTF-8"?>\n<svg ')
    assert "<text" in written[0].read_text(encoding="utf-8").split(">D</text>")[0]
    before = [path.read_bytes() for path in written]
    write_charts(twice, tmp_path / "nieuw" / "map")
    assert [path.read_bytes() for path in written] == before


def test_a_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "f").write_text("x", encoding="utf-8")
    written, refusal = write_charts(Document("D", charts=(STACKED,)), tmp_path / "f")
    assert written == ()
    assert refusal is not None
    assert "geen map" in refusal
