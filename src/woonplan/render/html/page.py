"""A document as one HTML page: nothing is fetched, nothing runs, and no text of a file means anything to a browser."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from woonplan import __version__
from woonplan.render.facts import fact_lines
from woonplan.render.html.bars import lanes, patterns
from woonplan.render.html.style import STYLE
from woonplan.render.html.table import beside, card_lines, labels, on_its_side, table_lines, width
from woonplan.render.html.words import content, escape, prose
from woonplan.render.safe import inert, safe
from woonplan.tables.chart import Chart
from woonplan.tables.document import BRIEF, Document, Passage, themes
from woonplan.tables.table import Table, readable

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""What the page may do: show itself. Text that would get past the escaping still cannot run or fetch anything."""

CONTENTS = 4
"""From this many tables on there is a list of them, or of their headings where they have those."""

PAGE_TITLE = 90
"""Characters of the title at the foot of each printed page."""


@dataclass(frozen=True, slots=True)
class _Section:
    """What stands under one heading of the page; each table with its name in the page."""

    ident: str
    name: str
    charts: tuple[Chart, ...]
    tables: tuple[tuple[str, Table], ...]


def render_html(document: Document) -> str:
    """Return the document as a page for screens of every width, and for A4."""
    return inert("\n".join(_page(document, _sections(document))), "&#58;", "&#35;") + "\n"


def _sections(document: Document) -> list[_Section]:
    """Return the headings of a page, without the charts of which a table shows the same in bars."""
    drawn = {table.name for table in document.tables if lanes(table)}
    number = count(1)
    return [
        _Section(
            f"thema-{place}",
            theme.name,
            tuple(chart for chart in theme.charts if chart.table not in drawn),
            tuple((f"tabel-{next(number)}", readable(table)) for table in theme.tables),
        )
        for place, theme in enumerate(themes(document), 1)
    ]


def _page(document: Document, sections: Sequence[_Section]) -> Iterator[str]:
    named = [one for section in sections for one in section.tables]
    side = ' class="wide"' if on_its_side([table for _, table in named]) else ""
    style = "\n".join(line for name, table in named for line in labels(table, name))
    yield from (
        "<!DOCTYPE html>",
        '<html lang="nl">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        f'<meta name="generator" content="woonplan {__version__}">',
        f"<title>{escape(document.title)}</title>",
        f"<style>\n{STYLE}@media (max-width: 30rem) {{\n{style}\n}}\n{_foot_of_pages(document.title)}</style>",
        "</head>",
        f"<body{side}>",
        *([patterns()] if any(lanes(table) for _, table in named) else []),
        "<header>",
        *_answer(document),
        f"<h1>{prose(document.title)}</h1></header>",
        "<main>",
    )
    themed = any(section.name for section in sections)
    if not themed:
        yield from _contents([(name, table.title) for name, table in named], len(named))
    for section in sections:
        yield from _section(document, section, last=themed and section is sections[-1])
        if section.name == BRIEF:
            others = [(one.ident, one.name) for one in sections if one.name not in ("", BRIEF)]
            yield from _contents(others, len(named))
    for passage in document.passages:
        yield from _passage(passage)
    if not themed:
        yield from _notes(document)
    yield from (
        "</main>",
        "<footer>",
        "<h2>Herkomst</h2>",
        '<dl class="list">',
        *(_pair(label, text) for label, text in fact_lines(document)),
        "</dl>",
        "</footer>",
        "</body>",
        "</html>",
    )


def _answer(document: Document) -> list[str]:
    """Return the answer above the title, as large as it is short, and of whose plans it is."""
    if not document.answer:
        return []
    return [f'<p class="answer">{prose(document.answer)}</p>', f"<p>{prose(document.scope)}</p>"]


def _foot_of_pages(title: str) -> str:
    """Return the style that repeats the title on each printed page."""
    shown = safe(title)
    shown = shown if len(shown) <= PAGE_TITLE else f"{shown[: PAGE_TITLE - 3]}..."
    return f'@page {{ @bottom-left {{ content: "{content(shown)}"; font: 8pt "Segoe UI", Arial, sans-serif }} }}\n'


def _contents(links: Sequence[tuple[str, str]], tables: int) -> list[str]:
    if tables < CONTENTS:
        return []
    items = (f'<li><a href="#{ident}">{escape(name)}</a></li>' for ident, name in links)
    return ['<nav aria-label="Inhoud"><ul>', *items, "</ul></nav>"]


def _section(document: Document, section: _Section, *, last: bool) -> Iterator[str]:
    """Yield a heading with what stands under it; the remarks under the last, where documents and files are named."""
    if section.name:
        yield from (f'<section class="theme" id="{section.ident}">', f"<h2>{escape(section.name)}</h2>")
    large = [one for one in section.tables if one[1].large]
    yield from (line for name, table in large for line in card_lines(table, name))
    aside = [*_said("Wat dit kan veranderen", document.moving), *_said("Wat ontbreekt", document.missing)]
    if section.name == BRIEF and aside:
        yield from ('<div class="beside-chart">', *_charts(section.charts), "<div>", *aside, "</div>", "</div>")
    else:
        yield from _charts(section.charts)
    if last:
        yield from _notes(document, "h3")
    for together in beside([one for one in section.tables if not one[1].large]):
        lines = [line for name, table in together for line in table_lines(table, name)]
        yield from (_pair_of(together), *lines, "</div>") if len(together) > 1 else lines
    if section.name:
        yield "</section>"


def _pair_of(tables: Sequence[tuple[str, Table]]) -> str:
    """Return the beginning of two tables beside each other, each with the room that it needs."""
    parts = " ".join(f"{width(table) + 2}fr" for _, table in tables)
    return f'<div class="pair" style="--parts: {parts}">'


def _said(heading: str, sentences: Sequence[str]) -> list[str]:
    if not sentences:
        return []
    return [f"<h3>{heading}</h3>", "<ul>", *(f"<li>{prose(text)}</li>" for text in sentences), "</ul>"]


def _charts(charts: Sequence[Chart]) -> list[str]:
    if not charts:
        return []
    from woonplan.render.svg.picture import svgs

    figures = []
    for chart in charts:
        panels = [*svgs(chart)]
        drawn = f'<div class="panels">{"".join(panels)}</div>' if len(panels) > 1 else panels[0]
        wide = ' class="whole"' if len(panels) > 1 else ""
        caption = f"<figcaption>{prose(chart.title)}</figcaption>"
        figures.append(f"<figure{wide}>\n{caption}\n{_sentence(chart)}{drawn}</figure>")
    return ['<div class="charts">', *figures, "</div>"]


def _sentence(chart: Chart) -> str:
    return f"<p>{prose(chart.says)}</p>\n" if chart.says else ""


def _passage(passage: Passage) -> list[str]:
    heading = f"h{min(2 + passage.level, 6)}"
    items = ["<dl>", *(_pair(label, text) for label, text in passage.items), "</dl>"] if passage.items else []
    return [
        f'<section class="passage" style="--level: {min(passage.level, 6)}">',
        f"<{heading}>{prose(passage.title)}</{heading}>",
        *items,
        "</section>",
    ]


def _pair(label: str, text: str) -> str:
    return f"<dt>{escape(label)}</dt><dd>{'<br>'.join(map(prose, text.split(chr(10))))}</dd>"


def _notes(document: Document, heading: str = "h2") -> list[str]:
    if not document.notes:
        return []
    notes = (f"<li><strong>{note.kind}:</strong> {prose(note.text)}</li>" for note in document.notes)
    return ['<section class="notes">', f"<{heading}>Opmerkingen</{heading}>", "<ul>", *notes, "</ul>", "</section>"]
