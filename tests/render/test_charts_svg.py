from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import pytest

from tests.render.charts import CHARTS, HEAT, HOSTILE_CHART, LINES, LONG, STACKED, WATERFALL
from woonplan.render.charts import scale
from woonplan.render.svg.drawing import WIDTH, num, text_width, wrap
from woonplan.render.svg.files import write_charts
from woonplan.render.svg.looks import LOOKS, OTHERS
from woonplan.render.svg.picture import svg
from woonplan.tables import Amount, Chart, ChartKind, Document, Series

NS = "{http://www.w3.org/2000/svg}"


def parsed(chart: Chart, *, standalone: bool = False) -> ET.Element:
    return ET.fromstring(svg(chart, standalone=standalone))  # noqa: S314 - our own output


def values(root: ET.Element) -> dict[tuple[str, str], str]:
    return {
        (e.attrib["data-reeks"], e.attrib["data-groep"]): e.attrib["data-waarde"]
        for e in root.iter()
        if "data-waarde" in e.attrib
    }


def words(root: ET.Element) -> list[str]:
    return [e.text or "" for e in root.iter(f"{NS}text")]


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


def test_roles_differ_without_colour() -> None:
    shapes = [(shape.tile, shape.dashes) for shape in LOOKS.values()]
    assert len(set(shapes)) == len(shapes)
    assert len({shape.tile for shape in LOOKS.values()}) == len(shapes)
    assert len({(shape.tile, shape.dashes) for shape in OTHERS}) == len(OTHERS)
    patterns = {e.attrib["id"] for e in parsed(STACKED).iter(f"{NS}pattern")}
    assert patterns == {"grafiek-capaciteit-per-gemeente-hard-0", "grafiek-capaciteit-per-gemeente-zacht-1"}


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("background", ["#ffffff", "#121212"])
def test_colours_stand_out_on_paper_and_in_the_dark(background: str) -> None:
    for role, shape in LOOKS.items():
        high, low = sorted((luminance(background), luminance(shape.colour)), reverse=True)
        assert (high + 0.05) / (low + 0.05) >= 3, role


def mixed(colour: str, background: str, percent: int) -> str:
    pairs = [(int(colour[i : i + 2], 16), int(background[i : i + 2], 16)) for i in (1, 3, 5)]
    return "#" + "".join(f"{round((c * percent + b * (100 - percent)) / 100):02x}" for c, b in pairs)


@pytest.mark.parametrize(("background", "ink"), [("#ffffff", "#1a1a1a"), ("#121212", "#eeeeee")])
def test_text_on_the_strongest_tint_is_readable(background: str, ink: str) -> None:
    for role, shape in LOOKS.items():
        high, low = sorted((luminance(mixed(shape.colour, background, 32)), luminance(ink)), reverse=True)
        assert (high + 0.05) / (low + 0.05) >= 4.5, role


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


def test_zero_and_unknown_differ() -> None:
    known, unknown = (
        Chart("c", "t", "d", ChartKind.HEAT, ("Aa",), (Series("hard", (value,), "hard"),)) for value in (0, None)
    )
    assert values(parsed(known)) == {("hard", "Aa"): "0"}
    assert "onbekend" not in words(parsed(known))
    assert "onbekend" in words(parsed(unknown))


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


def test_an_unknown_year_breaks_the_line() -> None:
    lines = [e.attrib["points"].split() for e in parsed(LINES).iter(f"{NS}polyline")]
    # The legend has two strokes; 2020-2021 is drawn, 2023 stands alone, the pace runs through all four years.
    assert [len(points) for points in lines] == [2, 2, 2, 4]
    assert "Onbekend: netto (2022)." in words(parsed(LINES))


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
    cells = (Amount(100, 200, circa=True, unknown=12),)
    chart = Chart("c", "t", "d", ChartKind.HEAT, ("Aa",), tuple(Series(n, (100,), "", cells) for n in names))
    shown = words(parsed(chart))
    assert all(name in " ".join(shown) for name in names)
    # A number and what is unknown beside it are never broken.
    assert shown.count("ca. 100-200") == shown.count("(+ 12 onbekend)") == 5


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


def test_a_number_with_an_unknown_part_has_an_open_mark() -> None:
    cells = (Amount(5, 5), Amount(7, 7, unknown=2))
    chart = Chart("c", "t", "d", ChartKind.LINES, ("2020", "2021"), (Series("hard", (5, 7), "hard", cells),))
    marks = [e for e in parsed(chart) if "data-waarde" in e.attrib]
    assert [(e.attrib["data-waarde"], e.attrib["fill"] == "none") for e in marks] == [("5", False), ("7", True)]
    assert "Open teken: met een onbekend deel." in words(parsed(chart))


def test_two_levels_have_dashes_of_their_own() -> None:
    both = tuple(Series(name, (5, 5), "doel") for name in ("laag", "hoog"))
    chart = Chart("c", "t", "d", ChartKind.LINES, ("2020", "2021"), both)
    assert len({e.attrib["stroke-dasharray"] for e in parsed(chart).iter(f"{NS}polyline")}) == 2


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
    (tmp_path / "f").write_text("x")
    written, refusal = write_charts(Document("D", charts=(STACKED,)), tmp_path / "f")
    assert written == ()
    assert refusal is not None
    assert "geen map" in refusal


def test_a_scale_has_round_steps_and_holds_everything() -> None:
    assert list(scale([22000, 8300], 0, 100).ticks) == [0, 5000, 10000, 15000, 20000, 25000]
    assert list(scale([-300, 900], 0, 100).ticks) == [-500, 0, 500, 1000]
    assert list(scale([0], 0, 100).ticks) == [0, 1]
    assert list(scale([], 0, 100).ticks) == [0, 1]


def test_coordinates_are_exact() -> None:
    assert [num(v) for v in (0, 3, -2)] == ["0", "3", "-2"]
    assert num(scale([3], 0, 100).at(1)) == "33.33"


def test_a_line_is_never_cut() -> None:
    assert "".join(wrap("x" * 200, 100)) == "x" * 200
    assert wrap("tekort ca. 11.700-13.700", 90) == ["tekort ca.", "11.700-", "13.700"]


def test_an_end_of_the_target_has_the_same_dashes_however_many_series_there_are() -> None:
    ends = (Series("ondergrens", (5, 5), "doel"), Series("bovengrens", (7, 7), "doel"))
    plans = (Series("hard", (1, 2), "hard"), Series("zacht", (2, 3), "zacht"), Series("klaar", (0, 1), "gerealiseerd"))
    found = set()
    for count in range(4):
        chart = Chart("t", "T", "T.", ChartKind.LINES, ("2020", "2021"), (*plans[:count], *ends))
        dashes = re.findall(r'<polyline[^>]*stroke="currentColor"[^>]*?(?:stroke-dasharray="([^"]*)")', svg(chart))
        found.add(tuple(dashes[-2:]))
    assert found == {("6 4", "12 3 2 3")}
