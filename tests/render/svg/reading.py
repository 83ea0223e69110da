"""A picture read back."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from woonplan.render.svg.picture import svg
from woonplan.tables.chart import Chart

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
