"""What a browser printed: how many pages, and how far down each has text, by the operators of the PDF itself."""

from __future__ import annotations

import re
import zlib

Matrix = tuple[float, float, float, float, float, float]

_NUMBER = rb"-?\d*\.?\d+"
_OPERATION = re.compile(
    rb"(?P<save>\bq\b)|(?P<restore>\bQ\b)|(?P<matrix>(?:" + _NUMBER + rb"\s+){6})(?P<which>cm|Tm)\b|(?P<show>\bTj\b)"
)


def fills(pdf: bytes, top: float, bottom: float) -> list[float]:
    """Return of each page how far down its text reaches, as a share of what lies between its margins (mm)."""
    objects = {int(m[1]): m[2] for m in re.finditer(rb"(?s)(\d+) 0 obj\n(.*?)\nendobj", pdf)}
    pages = [objects[int(number)] for number in _kids(objects)]
    return [_fill(page, objects, top, bottom) for page in pages]


def _kids(objects: dict[int, bytes]) -> list[bytes]:
    """Return the numbers of the pages, in order."""
    found: list[bytes] = []

    def walk(number: int) -> None:
        content = objects[number]
        if re.search(rb"/Type /Pages\b", content):
            kids = re.search(rb"(?s)/Kids \[(.*?)\]", content)
            assert kids is not None
            for kid in re.findall(rb"(\d+) 0 R", kids[1]):
                walk(int(kid))
        else:
            found.append(str(number).encode())

    root = next(n for n, o in objects.items() if re.search(rb"/Type /Pages\b", o) and b"/Parent" not in o)
    walk(root)
    return found


def _fill(page: bytes, objects: dict[int, bytes], top: float, bottom: float) -> float:
    box, content = re.search(rb"/MediaBox \[([^\]]+)\]", page), re.search(rb"/Contents (\d+) 0 R", page)
    assert box is not None
    assert content is not None
    height = float(box[1].split()[3])
    stream = re.search(rb"(?s)stream\r?\n(.*)\r?\nendstream", objects[int(content[1])])
    assert stream is not None
    upper, lower = height - top * 72 / 25.4, bottom * 72 / 25.4
    # The foot of a page stands in its margin.
    places = [y for y in _text_places(zlib.decompress(stream[1])) if y > lower]
    return (upper - min(places, default=upper)) / (upper - lower)


def _text_places(stream: bytes) -> list[float]:
    """Return how high every piece of text stands on its page (points from the bottom)."""
    current: Matrix = (1, 0, 0, 1, 0, 0)
    stack: list[Matrix] = []
    text = current
    found = []
    for m in _OPERATION.finditer(stream):
        if m["save"]:
            stack.append(current)
        elif m["restore"]:
            current = stack.pop()
        elif m["show"]:
            found.append(_times(text, current)[5])
        else:
            a, b, c, d, e, f = map(float, m["matrix"].split())
            if m["which"] == b"cm":
                current = _times((a, b, c, d, e, f), current)
            else:
                text = (a, b, c, d, e, f)
    return found


def _times(one: Matrix, other: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)
