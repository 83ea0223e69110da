"""The pages as a browser shows them: on a phone, on a laptop and on paper, without any network."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.browser.chromium import Chromium, Picture
from tests.browser.printed import fills
from tests.cli.process import ROOT, woonplan
from woonplan.calc.question import By
from woonplan.render.html.page import render_html
from woonplan.tables.document import Document
from woonplan.tables.table import Column, Row, Table

pytestmark = pytest.mark.browser

PHONE, LAPTOP = (390, 844), (1280, 800)
# A4 less the margins of the page, at 96 pixels an inch: 210 - 2 x 12 mm upright, 297 - 2 x 12 mm on its side.
UPRIGHT, SIDEWAYS = 703, 1032

PAGES: dict[str, tuple[str, ...]] = {
    "gap": ("gap",),
    "netto": ("gap", "--netto", "--tegen", "behoefte"),
    **{f"per-{by}": ("gap", "--by", str(by)) for by in By},
    "per-jaar": ("gap", "--by", "jaar"),
    "plannen": ("list", "plannen"),
    "sleutelprojecten": ("list", "sleutelprojecten"),
    "acties": ("list", "acties"),
    "reconcile": ("reconcile", "--all"),
    "explain": ("explain", "gap.saldo", "--depth", "3"),
    "report": ("report", "2023"),
    **{f"report-{soort}": ("report", "2023", "--soort", soort) for soort in ("inventaris", "rijk", "ladder", "raad")},
}
REPORT_PAGES = 7
"""As many sheets of paper as the report of the fictional region may take."""
TOP, BOTTOM = 12, 15
"""Margins of a printed page (mm)."""


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Chromium:
    return Chromium(tmp_path_factory.mktemp("chromium"))


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return every page about the fictional region, written to a file."""
    folder = tmp_path_factory.mktemp("pages")
    made: dict[str, Path] = {}
    for name, args in PAGES.items():
        made[name] = folder / f"{name}.html"
        done = woonplan(*args, "--data", "examples/data", "--format", "html", "--output", str(made[name]))
        assert done.returncode == 0, done.stderr.decode()
    return made


@pytest.fixture(scope="module")
def texts(pages: dict[str, Path]) -> dict[str, str]:
    return {name: path.read_text(encoding="utf-8") for name, path in pages.items()}


def test_nothing_sticks_out_of_a_page_on_a_phone(chromium: Chromium, texts: dict[str, str]) -> None:
    found = chromium.measured(texts, PHONE[0])
    assert set(found) == set(PAGES)
    assert {name: (m.client, m.scroll, m.out) for name, m in found.items()} == {
        name: (PHONE[0], PHONE[0], []) for name in PAGES
    }
    # A page of one screen would mean that little of it was drawn.
    assert {name: m.height for name, m in found.items() if m.height < 844} == {}


def test_nothing_sticks_out_of_a_page_on_a_laptop(chromium: Chromium, texts: dict[str, str]) -> None:
    found = chromium.measured(texts, LAPTOP[0])
    assert {name: (m.scroll, m.out) for name, m in found.items()} == {name: (LAPTOP[0], []) for name in PAGES}


def test_pictures_stand_beside_each_other_where_there_is_room(chromium: Chromium, texts: dict[str, str]) -> None:
    several = {name: text for name, text in texts.items() if text.count("<figure>") > 1}
    assert set(several) == {"per-jaar", "report"}
    # Two under a heading at the most, however wide the screen is.
    for width, beside in ((PHONE[0], 1), (LAPTOP[0], 2), (1920, 2)):
        found = chromium.measured(several, width)
        assert {name: m.beside for name, m in found.items()} == dict.fromkeys(several, beside)


def test_a_table_that_scrolls_has_a_shadow_where_there_is_more(chromium: Chromium, tmp_path: Path) -> None:
    def edge(columns: int) -> list[tuple[int, ...]]:
        cells = ("x" * 20,) * columns
        heads = tuple(Column(f"k{i}", "kop") for i in range(columns))
        page = tmp_path / f"{columns}.html"
        page.write_text(
            render_html(Document("D", (Table("t", "T", heads, (Row("r", cells),) * 20),))), encoding="utf-8"
        )
        picture = chromium.picture(page, 600, 600)
        # The padding of the body is 4% of the width, 24 pixels; two inside it, over header and rows.
        return [picture.pixel(600 - 24 - 2, y) for y in range(200, 500, 10)]

    white = (255, 255, 255)
    # The rows of the table are all there is to see at this edge; without more to see it is the page itself.
    assert set(edge(2)) == {white}
    # The hair lines between rows are as light as 222.
    assert all(max(colour) < 230 for colour in edge(12))


def test_no_table_of_a_report_scrolls_sideways(chromium: Chromium, texts: dict[str, str]) -> None:
    reports = {name: text for name, text in texts.items() if name.startswith("report") or name == "per-gemeente"}
    for width in (PHONE[0], 1366):
        found = chromium.measured(reports, width)
        # The page has its padding beside them: 1 rem on a phone, 3 on a laptop.
        room = width - 2 * (16 if width == PHONE[0] else 48)
        wide = {name: [round(w) for w, _ in m.tables if w > room + 1] for name, m in found.items()}
        assert wide == {name: [] for name in reports}, width
        assert all(m.tables for m in found.values())


def test_reports_print_on_few_full_pages(chromium: Chromium, pages: dict[str, Path]) -> None:
    found = {name: fills(chromium.printed(pages[name]), TOP, BOTTOM) for name in PAGES if name.startswith("report")}
    assert 1 < len(found["report"]) <= REPORT_PAGES
    # All but the last page are at least half full.
    assert {name: fill for name, fill in found.items() if min(fill[:-1]) < 0.5} == {}


def test_a_page_that_is_half_empty_is_noticed(chromium: Chromium, tmp_path: Path) -> None:
    page = tmp_path / "half.html"
    margins = f"<style>@page {{ size: A4; margin: {TOP}mm 12mm {BOTTOM}mm }} body {{ margin: 0 }}</style>"
    # A4 less its margins is 270 mm high: the text of the second page stands at a third of it.
    body = "<p>x</p><p style='break-before: page; margin: 0; padding-top: 90mm'>x</p>"
    page.write_text(f"<!DOCTYPE html>{margins}<body>{body}", encoding="utf-8")
    first, second = fills(chromium.printed(page), TOP, BOTTOM)
    assert first < 0.1
    assert second == pytest.approx(1 / 3, abs=0.03)


def test_pictures_can_be_read_on_a_phone(chromium: Chromium, texts: dict[str, str]) -> None:
    found = {name: m.smallest for name, m in chromium.measured(texts, PHONE[0]).items()}
    assert found["gap"] is not None
    # A line of text of 9 pixels high is set in some 8 pixels: smaller is decoration.
    assert {name: height for name, height in found.items() if height is not None and height < 9} == {}


def test_tables_fit_on_paper(chromium: Chromium, texts: dict[str, str]) -> None:
    # A table that is wider makes the browser print its page smaller, to half the size, and then cut the table off.
    too_wide = []
    for limit, on_its_side in ((UPRIGHT, False), (SIDEWAYS, True)):
        for name, page in chromium.measured(texts, limit, print_style=True).items():
            widths = [round(width) for width, side in page.tables if side is on_its_side]
            too_wide += [(name, width) for width in widths if width > limit + 1]
    assert too_wide == []


def test_a_picture_fits_on_one_page_of_paper(chromium: Chromium, texts: dict[str, str]) -> None:
    # A4 upright less the margins above and below: 297 - 15 - 18 mm is 997 pixels. What is taller is cut in two.
    found = chromium.measured(texts, UPRIGHT, print_style=True)
    assert len(found["report"].figures) == 4
    assert {name: m.figures for name, m in found.items() if max(m.figures, default=0) > 997} == {}


def test_what_sticks_out_is_noticed(chromium: Chromium) -> None:
    page = "<!DOCTYPE html><body style='margin:0'>{}<p class=wide style='width:600px'>x</p>"
    found = chromium.measured({"wide": page.format(""), "fits": "<!DOCTYPE html><p>x</p>"}, 390)
    assert (found["wide"].scroll, found["wide"].out) == (600, ["P.wide"])
    assert (found["fits"].scroll, found["fits"].out) == (390, [])
    # What is wide inside a box that scrolls does not make the page wide.
    boxed = page.format("<div style='overflow-x:auto'><i style='display:block;width:900px'>x</i></div>")
    assert chromium.measured({"boxed": boxed}, 390)["boxed"].out == ["P.wide"]


@pytest.mark.parametrize("size", [PHONE, LAPTOP], ids=["phone", "laptop"])
@pytest.mark.parametrize("name", ["gap", "per-gemeente", "report"])
def test_the_picture_of_a_page_is_not_blank(
    chromium: Chromium, pages: dict[str, Path], name: str, size: tuple[int, int]
) -> None:
    picture = chromium.picture(pages[name], *size)
    assert picture.height == size[1]
    # Text alone covers some 3% of a page; a page full of one colour would cover all of it.
    assert 0.01 < picture.ink() < 0.7
    assert picture.colours() > 16


def test_a_blank_page_is_noticed(chromium: Chromium, tmp_path: Path) -> None:
    page = tmp_path / "blank.html"
    page.write_text("<!DOCTYPE html><body>", encoding="utf-8")
    picture = chromium.picture(page, *LAPTOP)
    assert (picture.ink(), picture.colours()) == (0, 1)
    page.write_text(
        "<!DOCTYPE html><body style='margin:0'><hr style='border:0;margin:0 0 0 1px;height:1px;background:red'>"
    )
    # One row of 1,280 pixels but for the first is red, of 1,280 x 800.
    assert chromium.picture(page, *LAPTOP).ink() == pytest.approx(1279 / (1280 * 800))


@pytest.mark.parametrize("name", ["gap", "per-gemeente", "plannen", "report"])
def test_the_page_prints_on_a4(chromium: Chromium, pages: dict[str, Path], name: str) -> None:
    pdf = chromium.printed(pages[name])
    assert pdf.startswith(b"%PDF-")
    boxes = [tuple(float(n) for n in box.split()) for box in re.findall(rb"/MediaBox \[([^\]]+)\]", pdf)]
    assert boxes
    # A4 is 210 x 297 mm: 595.28 x 841.89 points; the browser rounds to what a pixel is.
    for box in boxes:
        assert sorted(box[2:]) == pytest.approx([595.28, 841.89], abs=1.5)


class _Counting(BaseHTTPRequestHandler):
    hits: list[str]

    def do_GET(self) -> None:
        self.hits.append(self.path)
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[tuple[str, list[str]]]:
    """Serve on this machine, and remember who came."""
    hits: list[str] = []
    httpd = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Counting,), {"hits": hits}))
    thread = threading.Thread(target=httpd.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{httpd.server_port}", hits
    httpd.shutdown()
    httpd.server_close()
    thread.join()


def test_a_page_can_reach_no_network_even_when_something_is_smuggled_in(
    chromium: Chromium, texts: dict[str, str], server: tuple[str, list[str]], tmp_path: Path
) -> None:
    address, hits = server
    smuggled = (
        f'<img src="{address}/img"><link rel="stylesheet" href="{address}/css"><script src="{address}/js"></script>'
        f'<iframe src="{address}/frame"></iframe><p style="background:url({address}/background)">x</p>'
        f"<script>fetch('{address}/fetch')</script>"
    )
    page = tmp_path / "page.html"
    for text in (texts["gap"], texts["report"]):
        page.write_text(text.replace("</main>", f"{smuggled}</main>"), encoding="utf-8")
        assert f"{address}/img" in page.read_text(encoding="utf-8")
        chromium.picture(page, *LAPTOP)
        assert hits == []
    # The same without the policy of the page does reach the server: the test can fail.
    page.write_text(f"<!DOCTYPE html><body>{smuggled}", encoding="utf-8")
    chromium.picture(page, *LAPTOP)
    assert "/img" in hits


def test_a_page_names_nothing_to_fetch(texts: dict[str, str]) -> None:
    for name, text in texts.items():
        assert re.findall(r"<(?:script|link|img|iframe|object|embed|audio|video|source|base)\b", text) == [], name
        assert re.findall(r"@import|url\((?!#)", text) == [], name
        assert re.findall(r'\s(?:src|srcset|action|on\w+)="', text) == [], name
        policy = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)
        assert len(policy) == 1
        assert policy[0].startswith("default-src 'none'; style-src 'unsafe-inline'")


def test_every_page_says_first_that_it_is_invented(texts: dict[str, str]) -> None:
    for name, text in texts.items():
        assert re.search(r"<title>[^<]*FICTIEF", text), name
        assert re.search(r"<h1[^>]*>[^<]*FICTIEF", text), name


def test_pixels_are_read_as_they_are() -> None:
    # 2 x 2 pixels of 3 bytes with the filters Sub and Up, packed by hand: red, green; then the same row again.
    import zlib

    def chunk(kind: bytes, content: bytes) -> bytes:
        crc = zlib.crc32(kind + content).to_bytes(4)
        return len(content).to_bytes(4) + kind + content + crc

    head = (2).to_bytes(4) + (2).to_bytes(4) + bytes((8, 2, 0, 0, 0))
    rows = bytes((1, 255, 0, 0, 1, 255, 0)) + bytes((2, 0, 0, 0, 0, 0, 0))
    png = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    picture = Picture.read(png)
    # Sub adds the pixel to the left: 255 + 1 = 0 (mod 256), 0 + 255 = 255, 0 + 0 = 0: green.
    assert picture.rows == [bytes((255, 0, 0, 0, 255, 0))] * 2
    assert (picture.colours(), picture.ink()) == (2, 0.5)


def test_the_missing_browser_is_said_with_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(pytest.fail.Exception, match="apt-get install chromium"):
        Chromium(tmp_path)
    assert "chromium" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
