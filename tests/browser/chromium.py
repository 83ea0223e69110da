"""A headless Chromium: pictures, prints, and pages measured at a width, without network or profile of its own."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import zlib
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from html import escape, unescape
from pathlib import Path
from typing import Any

import pytest

TIMEOUT = 120
NAMES = ("chromium", "chromium-browser", "google-chrome")
INSTALL = (
    "no Chromium found, and a page that nobody looked at is not tested. Install it (Debian and Ubuntu: "
    "'apt-get install chromium') or leave these tests out on purpose with: pytest -m 'not browser'"
)
_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
)
# Reads what each frame is wide, and names what sticks out of it and cannot be scrolled to.
_MEASURE = """
const seen = [];
for (const frame of document.querySelectorAll('iframe')) {
  const page = frame.contentDocument, root = page.scrollingElement, view = frame.contentWindow, out = [];
  const inside = e => e && (/auto|scroll|hidden/.test(view.getComputedStyle(e).overflowX) || inside(e.parentElement));
  let smallest = null;
  for (const e of page.querySelectorAll('body *')) {
    const box = e.getBoundingClientRect();
    if ((box.right > root.clientWidth + 1 || box.left < -1) && !inside(e.parentElement) && !e.closest('svg'))
      out.push(e.tagName + '.' + e.className);
    if (e.tagName === 'text' && e.textContent.trim() && (smallest === null || box.height < smallest))
      smallest = box.height;
  }
  const tables = [...page.querySelectorAll('table')].map(
    t => [t.getBoundingClientRect().width, t.closest('.wide') !== null]);
  const figures = [...page.querySelectorAll('figure')].map(f => f.getBoundingClientRect().height);
  const lefts = new Set([...page.querySelectorAll('figure')].map(f => Math.round(f.getBoundingClientRect().left)));
  seen.push({name: frame.name, client: root.clientWidth, scroll: root.scrollWidth, height: root.scrollHeight, out,
    smallest, tables, figures, beside: lefts.size});
}
const pre = document.createElement('pre');
pre.id = 'measured';
pre.textContent = JSON.stringify(seen);
document.body.append(pre);
"""


@dataclass(frozen=True)
class Measured:
    """What one page is at one width, in CSS pixels."""

    client: int
    scroll: int
    height: int
    out: list[str]
    """Elements that stick out of the page and are in nothing that scrolls."""
    smallest: float | None
    """Height of the smallest text in a picture; None without one."""
    tables: list[tuple[float, bool]]
    """Width of each table, and whether it is printed on a page on its side."""
    figures: list[float]
    """Height of each picture with its title."""
    beside: int
    """How many pictures stand beside each other."""


class Chromium:
    """Runs the browser in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        found = next((path for name in NAMES if (path := shutil.which(name))), None)
        if found is None:
            pytest.fail(INSTALL)
        self._path = found
        self._folder = folder
        self._runs = 0

    def run(self, page: Path, *flags: str) -> str:
        """Open a page and return what the browser writes to stdout."""
        self._runs += 1
        profile = self._folder / f"profile-{self._runs}"
        command = [self._path, *_FLAGS, f"--user-data-dir={profile}", *flags, page.resolve().as_uri()]
        done = subprocess.run(command, capture_output=True, timeout=TIMEOUT, check=False, stdin=subprocess.DEVNULL)
        assert done.returncode == 0, done.stderr.decode(errors="replace")[-2000:]
        return done.stdout.decode(errors="replace")

    def picture(self, page: Path, width: int, height: int) -> Picture:
        """Return a picture of the top of a page."""
        target = self._folder / f"{page.stem}-{width}.png"
        self.run(page, f"--window-size={width},{height}", f"--screenshot={target}")
        return Picture.read(target.read_bytes())

    def printed(self, page: Path) -> bytes:
        """Return the page as it is printed."""
        target = self._folder / f"{page.stem}.pdf"
        self.run(page, f"--print-to-pdf={target}", "--no-pdf-header-footer")
        return target.read_bytes()

    def measured(self, pages: dict[str, str], width: int, *, print_style: bool = False) -> dict[str, Measured]:
        """Return what pages (HTML by name) are at a width of so many CSS pixels.

        Frames, since the window of the browser cannot be narrower than some 500 pixels. With ``print_style`` the rules
        for paper hold on screen as well.
        """
        frames = []
        for name, html in pages.items():
            text = html.replace("@media print", "@media all") if print_style else html
            style = f"border:0;width:{width}px;height:844px"
            frames.append(f'<iframe name="{escape(name)}" style="{style}" srcdoc="{escape(text)}"></iframe>')
        script = f"<script>addEventListener('load', () => {{ {_MEASURE} }})</script>"
        whole = self._folder / f"measure-{width}-{print_style}.html"
        whole.write_text(f"<!DOCTYPE html><meta charset=utf-8><body>{''.join(frames)}{script}", encoding="utf-8")
        dom = self.run(whole, "--window-size=1400,900", "--dump-dom")
        found = re.search(r'<pre id="measured">(.*?)</pre>', dom, re.DOTALL)
        assert found is not None, dom[-2000:]
        rows: list[dict[str, Any]] = json.loads(unescape(found[1]))
        return {row.pop("name"): Measured(**row) for row in rows}


@dataclass(frozen=True)
class Picture:
    """The pixels of a PNG: a row is its bytes, three or four to a pixel."""

    width: int
    height: int
    size: int
    """Bytes to a pixel."""
    rows: list[bytes]

    @classmethod
    def read(cls, png: bytes) -> Picture:
        """Return the pixels of a PNG with 8 bits a channel and no interlacing, as Chromium writes them."""
        assert png[:8] == b"\x89PNG\r\n\x1a\n"
        at, packed, head = 8, b"", b""
        while at < len(png):
            length, kind = int.from_bytes(png[at : at + 4]), png[at + 4 : at + 8]
            part = png[at + 8 : at + 8 + length]
            head = part if kind == b"IHDR" else head
            packed += part if kind == b"IDAT" else b""
            at += 12 + length
        width, height = int.from_bytes(head[:4]), int.from_bytes(head[4:8])
        assert head[8] == 8
        assert head[12] == 0
        size = {2: 3, 6: 4}[head[9]]
        return cls(width, height, size, _unfiltered(zlib.decompress(packed), width * size, size))

    def pixel(self, x: int, y: int) -> tuple[int, ...]:
        """Return the red, green and blue of a pixel."""
        return tuple(self.rows[y][x * self.size : x * self.size + 3])

    def ink(self) -> float:
        """Return the share of the pixels that differ from the first one, the background."""
        return 1 - self._counted[tuple(self.rows[0][:3])] / (self.width * self.height)

    def colours(self) -> int:
        """Return how many different colours there are."""
        return len(self._counted)

    @cached_property
    def _counted(self) -> Counter[tuple[int, ...]]:
        counted: Counter[tuple[int, ...]] = Counter()
        for row, times in Counter(self.rows).items():
            # Many rows of a page are the same: each is looked at once.
            for colour, count in Counter(zip(*(row[c :: self.size] for c in range(3)), strict=True)).items():
                counted[colour] += count * times
        return counted


def _unfiltered(data: bytes, length: int, size: int) -> list[bytes]:
    """Undo the five filters of PNG (W3C, Portable Network Graphics, section 9)."""
    rows: list[bytes] = []
    above = bytes(length)
    for start in range(0, len(data), length + 1):
        kind, row = data[start], bytearray(data[start + 1 : start + 1 + length])
        if kind == 2:
            row = bytearray((a + b) & 255 for a, b in zip(row, above, strict=True))
        elif kind:
            for i, value in enumerate(row):
                left = row[i - size] if i >= size else 0
                corner = above[i - size] if i >= size else 0
                add = {1: left, 3: (left + above[i]) // 2}.get(kind)
                row[i] = (value + (_paeth(left, above[i], corner) if add is None else add)) & 255
        above = bytes(row)
        rows.append(above)
    return rows


def _paeth(left: int, up: int, corner: int) -> int:
    guess = left + up - corner
    return min((left, up, corner), key=lambda value: abs(guess - value))
