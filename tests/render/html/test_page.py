"""A page parsed back: the tables are all there, nothing in it acts, and nothing is fetched."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from fractions import Fraction
from html.parser import HTMLParser

import pytest

from tests.cli.process import python
from tests.render.cells import value
from tests.render.charts import WATERFALL
from tests.render.documents import DOCUMENT, HOSTILE, NAME, one
from woonplan import __version__
from woonplan.render.html.page import POLICY, render_html
from woonplan.tables.cell import Cell
from woonplan.tables.chart import Chart, ChartKind, Series
from woonplan.tables.document import BRIEF, Document, Passage
from woonplan.tables.look import BALANCE, PERCENT, YEARS
from woonplan.tables.table import Column, Kind, Row, Style, Table

_EMPTY = frozenset({"meta", "br"})
_TAGS = """
html head meta title style body header main nav section div table caption thead tbody tr th td h1 h2 h3 h4 h5 h6
p ul li a strong span dl dt dd br footer svg line rect defs pattern path
"""
_ATTRIBUTES = """
lang charset http-equiv content name class id role tabindex aria-labelledby aria-label scope colspan href style
aria-hidden
"""


@dataclass
class Element:
    tag: str
    attributes: dict[str, str | None]
    children: list[Element | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(c if isinstance(c, str) else "\n" if c.tag == "br" else c.text for c in self.children)

    def all(self, tag: str) -> list[Element]:
        inner = [c for c in self.children if isinstance(c, Element)]
        return [found for c in inner for found in ([c] if c.tag == tag else []) + c.all(tag)]


class Tree(HTMLParser):
    """Builds the tree, and fails where a tag is closed that is not open."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {})
        self.open = [self.root]
        self.declarations: list[str] = []

    def handle_decl(self, decl: str) -> None:
        self.declarations.append(decl)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, dict(attrs))
        assert len(element.attributes) == len(attrs)
        self.open[-1].children.append(element)
        if tag not in _EMPTY:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].children.append(Element(tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def parsed(document: Document) -> Element:
    tree = Tree()
    tree.feed(render_html(document))
    tree.close()
    assert tree.open == [tree.root]
    assert tree.declarations == ["DOCTYPE html"]
    return tree.root


def elements(root: Element) -> list[Element]:
    inner = [c for c in root.children if isinstance(c, Element)]
    return inner + [found for c in inner for found in elements(c)]


def test_the_page_says_what_it_is() -> None:
    root = parsed(DOCUMENT)
    assert root.all("html")[0].attributes["lang"] == "nl"
    assert root.all("title")[0].text == root.all("h1")[0].text == "Balans van Dal"
    metas = {m.attributes.get("name") or m.attributes.get("http-equiv"): m.attributes for m in root.all("meta")}
    assert metas["viewport"]["content"] == "width=device-width, initial-scale=1"
    assert metas["Content-Security-Policy"]["content"] == POLICY
    assert metas["generator"]["content"] == f"woonplan {__version__}"
    assert POLICY.startswith("default-src 'none'; style-src 'unsafe-inline'")


def test_the_tables_read_back() -> None:
    balans, details, leeg = parsed(DOCUMENT).all("table")
    assert [table.all("caption")[0].text for table in (balans, details, leeg)] == [
        "De balans", "Met details", "Niets gevonden",
    ]  # fmt: skip
    head, een, deel, kwaad, som = [[c.text for c in row.children if isinstance(c, Element)] for row in balans.all("tr")]
    assert head == ["naam", "aantal", "hard", "saldo", "bron"]
    assert een == [NAME, "1.200", "ca. 8.300", "tekort 1.900", ""]
    assert deel == ["deel", "0", "min. 0 (2 plannen zonder aantal)", "tekort 345 tot over 1.655", "Nota, par. 4.7"]
    assert kwaad == ["[red]x[/red]\\x1b[31m\\nnieuw|<b>&\\u202e", "", "onbekend", "", "=cmd|' /C calc'!A0"]
    assert som == ["totaal", "1.200", "min. 8.300", "tekort min. 5", ""]
    assert [row.attributes.get("class") for row in details.all("tr")[1:]] == [None, "detail"]
    assert leeg.all("tbody")[0].text.strip() == "geen rijen"


def test_those_who_hear_a_table_know_where_they_are() -> None:
    for table in parsed(DOCUMENT).all("table"):
        assert all(cell.attributes["scope"] == "col" for cell in table.all("thead")[0].all("th"))
        for row in table.all("tbody")[0].all("tr"):
            assert [cell.attributes["scope"] for cell in row.all("th")] in (["row"], [])
    root = parsed(DOCUMENT)
    named = {e.attributes["id"]: e for e in elements(root) if "id" in e.attributes}
    regions = [e for e in elements(root) if e.attributes.get("role") == "region"]
    assert [named[str(r.attributes["aria-labelledby"])].text for r in regions] == [
        "De balans", "Met details", "Niets gevonden",
    ]  # fmt: skip
    assert {r.attributes["tabindex"] for r in regions} == {"0"}


def test_ids_are_unique() -> None:
    ids = [e.attributes["id"] for e in elements(parsed(DOCUMENT)) if "id" in e.attributes]
    assert len(ids) == len(set(ids)) == 6


@pytest.mark.parametrize(
    ("cell", "classes", "words"),
    [
        (value(-5, -5, BALANCE), "number below", "tekort 5"),
        (value(5, 5, BALANCE), "number above", "over 5"),
        (value(0, 0, BALANCE), "number", "0"),
        (value(-5, 5, BALANCE), "number", "tekort 5 tot over 5"),
        (value(None, -5, BALANCE), "number below", "tekort min. 5"),
        (value(-5, -5), "number", "-5"),
        (value(-5, -5, BALANCE, unknown=1), "number", "tekort max. 5 (1 plan zonder aantal)"),
        (value(-5, -5, BALANCE, circa=True, marge=50), "number", "binnen de afronding (ca. -5)"),
        (value(0, 0, unknown=2, blank=True), "number unknown", "onbekend"),
        (value(None, None), "number unknown", "onbekend"),
        (value(Fraction(83, 200), Fraction(83, 200), PERCENT, circa=True), "number", "ca. 41,5%"),
        (value(None, None, YEARS, unknown=1, blank=True), "number unknown", "onbekend"),
        ("geen opgave", "number none", "geen opgave"),
        (None, "number", ""),
    ],
)
def test_what_colour_says_words_say_too(cell: Cell, classes: str, words: str) -> None:
    columns = (Column("a", "a"), Column("b", "b", Kind.AMOUNT))
    found = parsed(Document("D", (Table("t", "T", columns, (Row("r", ("x", cell)),)),))).all("td")[0]
    assert (found.attributes["class"], found.text) == (classes, words)


ATTACKS = (
    HOSTILE,
    "<script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</title><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "' onfocus='alert(1)' autofocus '",
    "javascript:alert(1)",
    "<a href=javascript:alert(1)>klik</a>",
    "<svg/onload=alert(1)>",
    "]]><!--",
    "-->",
    "&lt;script&gt;&#60;",
    '\\"; } * { background: url(https://example.org) }',
    "\ud800\x00",
)


@pytest.mark.parametrize("text", ATTACKS)
def test_no_text_means_anything_to_a_browser(text: str) -> None:
    document = one(text, text, notes=(text,))
    table = replace(document.tables[0], name=text, title=text, columns=(Column(text, text), Column("b", text)))
    passages = (Passage(text, text, ((text, f"{text}\n{text}"),)), Passage("q", text, (), 9))
    hostile = Document(text, (table,) * 5, DOCUMENT.notes, {text: [{text: text}]}, passages)
    tame = replace(one("x", "x", notes=("x",)).tables[0], title="x")
    passages = (Passage("x", "x", (("x", "x"),)), Passage("q", "x", (), 9))
    plain = Document("x", (tame,) * 5, DOCUMENT.notes, {"x": [{"x": "x"}]}, passages)
    found = elements(parsed(hostile))
    # The same elements with the same attributes as harmless text gives: the text is text. Only line ends and what
    # keeps a date together may differ.
    kept = [
        [(e.tag, e.attributes) for e in elements(parsed(d)) if e.tag != "br" and e.attributes.get("class") != "keep"]
        for d in (hostile, plain)
    ]
    assert kept[0] == kept[1]
    assert {e.tag for e in found} <= set(_TAGS.split())
    assert {a for e in found for a in e.attributes} <= set(_ATTRIBUTES.split())
    style = [e.text for e in found if e.tag == "style"]
    assert len(style) == 1
    assert "example.org" not in style[0]
    assert "url(" not in style[0]


def test_the_text_itself_comes_back() -> None:
    assert parsed(one("<b>Caf\u00e9</b> & 'zo' \"n\"")).all("th")[1].text == "<b>Caf\u00e9</b> & 'zo' \"n\""


def test_nothing_is_fetched() -> None:
    root = parsed(replace(DOCUMENT, tables=DOCUMENT.tables * 2))
    addresses = [e.attributes[a] for e in elements(root) for a in ("href", "src", "action") if a in e.attributes]
    assert addresses == [f"#tabel-{n}" for n in range(1, 7)]
    assert not re.search(r"https?:|//|@import|url\(", render_html(DOCUMENT))


def test_a_long_page_has_a_list_of_its_tables() -> None:
    assert parsed(DOCUMENT).all("nav") == []
    links = parsed(replace(DOCUMENT, tables=DOCUMENT.tables * 2)).all("nav")[0].all("a")
    assert [link.text for link in links] == ["De balans", "Met details", "Niets gevonden"] * 2


def test_dates_and_options_stay_on_one_line() -> None:
    text = "per 1-1-2020, 2020-2029 (r. 1.635-1.636) met --telling-x en Rijssen-Holten"
    kept = [e.text for e in parsed(one("a", notes=(text,))).all("span") if e.attributes.get("class") == "keep"]
    assert kept == ["1-1-2020", "2020-2029", "1.635-1.636", "--telling-x"]


def test_what_is_explained_keeps_its_depth_and_its_lines() -> None:
    passages = (Passage("p", "saldo", (("grens", "een\ntwee"),)), Passage("q", "hard", (), 1))
    root = parsed(Document("D", passages=passages))
    assert [(e.tag, e.text) for e in elements(root) if re.fullmatch("h[2-6]", e.tag)] == [
        ("h2", "saldo"), ("h3", "hard"), ("h2", "Herkomst"),
    ]  # fmt: skip
    assert (root.all("dt")[0].text, root.all("dd")[0].text) == ("grens", "een\ntwee")


def test_remarks_and_origin_end_the_page() -> None:
    root = parsed(replace(DOCUMENT, facts={"invoer": [{"bestand": "a.yaml", "sha256": "ab12"}], "fictief": False}))
    assert root.all("li")[0].text == "Aanname: periode 2020-2029."
    pairs = [(t.text, d.text) for t, d in zip(root.all("dt"), root.all("dd"), strict=True)]
    assert pairs == [
        ("programma", f"woonplan {__version__}"), ("invoer", "bestand a.yaml; sha256 ab12"), ("fictief", "nee"),
    ]  # fmt: skip


def test_a_wide_table_puts_the_whole_document_on_its_side() -> None:
    # Beside the first, 6 columns of text take the room of 12 of numbers, and 7 that of 14.
    columns = tuple(Column(str(i), str(i)) for i in range(8))
    wide, narrow = Table("w", "W", columns, ()), Table("n", "N", columns[:7], ())
    numbers = Table("g", "G", tuple(column._replace(kind=Kind.AMOUNT) for column in columns), ())
    for tables, side in (((narrow, numbers), None), ((wide,), "wide"), ((narrow, wide), "wide")):
        assert parsed(Document("D", tables)).all("body")[0].attributes.get("class") == side


THEMES = Document(
    "D",
    (
        Table(
            "kern",
            "Kerncijfers",
            (
                Column("naam", "naam"),
                Column("ondergrens", "ondergrens", Kind.AMOUNT),
                Column("bovengrens", "bovengrens", Kind.AMOUNT),
                Column("verschil_ondergrens", "sinds 2020 ondergrens", Kind.AMOUNT),
                Column("verschil_bovengrens", "sinds 2020 bovengrens", Kind.AMOUNT),
            ),
            (
                Row("a", ("ambitie", value(5, 5), value(7, 7), "niet vergelijkbaar", "niet vergelijkbaar")),
                Row("b", ("hard", value(3, 3), value(3, 3), value(1, 1), value(2, 2))),
            ),
            theme=BRIEF,
            large=True,
        ),
        Table("een", "Een", (Column("a", "a"),), (), theme="Plannen"),
        Table("twee", "Twee", (Column("a", "a"),), (), theme="Plannen"),
        Table("drie", "Drie", (Column("a", "a"),), (), theme="Slot"),
    ),
    DOCUMENT.notes,
    moving=("Dit beweegt.",),
    missing=("Dit ontbreekt.",),
)


def test_themes_are_headings_and_the_list_of_contents() -> None:
    root = parsed(THEMES)
    assert [e.text for e in root.all("h2")] == ["In het kort", "Plannen", "Slot", "Herkomst"]
    links = root.all("nav")[0].all("a")
    assert [(link.attributes["href"], link.text) for link in links] == [("#thema-2", "Plannen"), ("#thema-3", "Slot")]
    assert [table.all("caption")[0].text for table in root.all("table")] == ["Een", "Twee", "Drie"]
    # The remarks stand under the last heading, before its tables.
    assert [e.text for e in root.all("h3")] == ["Wat dit kan veranderen", "Wat ontbreekt", "Opmerkingen"]
    assert [e.text for e in root.all("li")][:2] == ["Dit beweegt.", "Dit ontbreekt."]


def test_key_numbers_are_cards_and_say_what_is_alike_once() -> None:
    cards = next(e for e in parsed(THEMES).all("dl") if e.attributes.get("class") == "cards")
    assert [(e.all("dt")[0].text, [d.text for d in e.all("dd")]) for e in cards.all("div")] == [
        ("ambitie", ["ondergrens 5", "bovengrens 7", "sinds 2020: niet vergelijkbaar"]),
        ("hard", ["3", "sinds 2020 ondergrens: 1", "sinds 2020 bovengrens: 2"]),
    ]


def test_a_phone_reads_before_each_number_what_it_is() -> None:
    columns = tuple(Column(f"k{i}", f'kop {i}; "}}') for i in range(4))
    text = render_html(Document("D", (Table("t", "T", columns, (Row("r", ("x",) * 4),)),)))
    assert (
        '#tabel-1 td:nth-child(2):not(:empty)::before { content: "kop\\0000201\\00003b\\000020\\000022\\00007d" }'
        in text
    )
    assert '<table class="stack">' in text


BARS = Table(
    "b",
    "B",
    (
        Column("gemeente", "gemeente"),
        Column("hard", "hard", Kind.AMOUNT),
        Column("zacht", "zacht", Kind.AMOUNT),
        Column("saldo", "saldo", Kind.AMOUNT),
    ),
    (
        Row("a", ("Aa", value(100, 100), value(50, 75), value(-200, -100, BALANCE))),
        Row("b", ("Bee", value(0, 0, unknown=1, blank=True), value(20, None), value(50, 50, BALANCE))),
        Row("rest", ("rest", value(0, 0), value(900, 900), ""), rest=True),
        Row("t", ("totaal", value(100, 100), value(970, 970), value(-50, -50, BALANCE)), Style.TOTAL),
    ),
    bars=("hard", "zacht"),
)


def test_numbers_of_a_kind_have_bars_on_one_scale_which_is_said() -> None:
    root = parsed(Document("D", (BARS,)))
    drawn = [list(cell.all("rect")) for cell in root.all("td")]
    shapes = [[(r.attributes["x"], r.attributes["width"], r.attributes.get("class")) for r in cell] for cell in drawn]
    # 0 to 100 on 96 per cent from 2; the rest of 900 has no say in the scale, and is cut at its end.
    assert shapes[0] == [("2%", "96%", None)]
    assert shapes[1] == [("2%", "48%", None), ("50%", "24%", "maybe")]
    # -200 to 50 on 96 per cent: 38.4 a hundred, 0 at 78.8.
    assert shapes[2] == [("40.4%", "38.4%", None), ("2%", "38.4%", "maybe")]
    # What is unknown has no bar; what is open above has a mark of one size at its end.
    assert shapes[3] == []
    assert shapes[4] == [("2%", "19.2%", None), ("21.2%", "5", "maybe")]
    assert shapes[5] == [("78.8%", "19.2%", None)]
    assert shapes[7] == [("2%", "96%", None)]
    assert shapes[9:] == [[], [], []]
    assert root.all("p")[0].text == (
        "Balken: hard en zacht op een schaal van 0 tot 100 woningen; saldo op een schaal van -200 tot 50 woningen, "
        "links van de streep is een tekort. Gestippeld is de marge van een bereik, of wat onbekend is. "
        "Een balk met een pijl is langer."
    )


def test_a_chart_that_a_table_shows_in_bars_is_left_out() -> None:
    chart = Chart("c", "C", "c", ChartKind.STACKED, ("Aa",), (Series("hard", (5,), "hard"),), table="b")
    assert "<figure" not in render_html(Document("D", (BARS,), charts=(chart,)))
    assert "<figure" in render_html(Document("D", (replace(BARS, bars=()),), charts=(chart,)))


def test_steps_at_both_ends_stand_beside_each_other_on_one_scale() -> None:
    page = render_html(Document("D", charts=(replace(WATERFALL, says="Wat het zegt."),)))
    assert page.count("<svg") == 2
    assert "<p>Wat het zegt.</p>" in page
    ticks = [re.findall(r'text-anchor="middle">([\d.]+)<', part) for part in page.split("<svg")[1:]]
    assert ticks[0] == ticks[1] != []


def test_charts_are_part_of_the_page() -> None:
    chart = Chart("c", "Stapel <b>", "Wat er te zien is", ChartKind.STACKED, ("Aa",), (Series("hard", (5,), "hard"),))
    page = render_html(replace(DOCUMENT, charts=(chart,)))
    assert page.count("<figure>") == page.count("<svg") == page.count("</figure>") == 1
    assert "<figcaption>Stapel &lt;b&gt;</figcaption>" in page
    assert "Wat er te zien is" in page
    assert not re.search(r"<script|<image|<foreignObject|href=\"(?!#)|url\((?!#)", page)


def test_the_same_document_gives_the_same_bytes() -> None:
    done = python(
        "import sys; from tests.render.documents import DOCUMENT; from woonplan.render.html.page import render_html;"
        "sys.stdout.buffer.write(render_html(DOCUMENT).encode())",
        PYTHONHASHSEED="7",
    )
    assert done.stderr == b""
    assert done.stdout == render_html(DOCUMENT).encode()
