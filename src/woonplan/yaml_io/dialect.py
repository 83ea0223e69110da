"""YAML as it is read and written here: PyYAML's parser and writer, and what an unquoted word means.

PyYAML reads ``2.000`` as 2.0, ``012`` as 10, ``1:30`` as 90 and ``yes`` as True, silently. Here they stay text, so
that the model refuses them and the message can quote what the file says.
"""

from __future__ import annotations

import gc
import re
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import yaml

WHOLE = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")
"""A whole number. Longer ones stay text: no number here needs 19 digits, and converting them costs quadratic time."""

_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}
_STARTS = frozenset("0123456789-")

_LONE = re.compile(r"(?<=:)([ \t]+)([-?])(?=[ \t]*(?:[,}\]\r\n]|[ \t]#|\Z))")
_STAND_INS = {"-": "\ufdd0", "?": "\ufdd1"}  # characters that no text has
_STOOD_IN = {stand_in: sign for sign, stand_in in _STAND_INS.items()}

_NEVER = 1_000_000_000
"""A width at which no line is ever folded."""

# The package itself does not export the C parser; a PyYAML that was built without libyaml has no ``cyaml``.
_Parser: Any = getattr(getattr(yaml, "cyaml", None), "CParser", None)


def composed(text: str) -> str:
    """Return text in the one Unicode form in which it is compared: macOS writes an accent as a letter of its own."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def with_lone_signs(text: str) -> str:
    """Return text in which a `-` or `?` that is all that stands behind a key is a text: statistical tables have them.

    YAML takes such a sign for the beginning of a list or a key. Another sign of the same length stands in for it, so
    that every place stays what it is; ``resolve`` gives back what the file says.
    """
    return _LONE.sub(lambda found: found[1] + _STAND_INS[found[2]], text)


def resolve(text: str) -> bool | int | str | None:
    """Return the meaning of a plain (unquoted) scalar."""
    if text in _WORDS:
        return _WORDS[text]
    if text in _STOOD_IN:
        return _STOOD_IN[text]
    if text[0] in _STARTS and WHOLE.fullmatch(text):
        return int(text)
    return text


def events(text: str) -> Any:
    """Return a parser with ``get_event``: libyaml's where PyYAML was built with it, Python's own otherwise."""
    return _Parser(text) if _Parser is not None else yaml.SafeLoader(text)


@contextmanager
def paused_collector() -> Iterator[None]:
    """Pause the cyclic garbage collector: building a million objects makes it half of the reading time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


class _Dumper(yaml.SafeDumper):
    """Writes lists indented under their key, as the shipped files do, and never an anchor."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002 - PyYAML's shape
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - PyYAML's shape
        return True

    def represent_text(self, data: str) -> yaml.ScalarNode:
        # YAML 1.1 takes these for line ends and folds them into a space; in double quotes they are written as escapes.
        style = '"' if any(c in data for c in "\x85\u2028\u2029") else None
        return self.represent_scalar("tag:yaml.org,2002:str", data, style=style)


_Dumper.add_representer(str, _Dumper.represent_text)


def dump(data: Mapping[str, Any]) -> str:
    """Return ``data`` (strings, whole numbers, booleans, lists, mappings) as YAML text that ends in a newline.

    PyYAML quotes text that YAML 1.1 reads as something else (``'012'``, ``'yes'``), which is more than this program's
    own reader needs.
    """
    return yaml.dump(data, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=10_000)


def quoted(text: str) -> str:
    """Return a text between double quotation marks, on one line whatever is in it."""
    return str(yaml.dump(text, Dumper=yaml.SafeDumper, default_style='"', allow_unicode=True, width=_NEVER)).rstrip(
        "\n"
    )
