"""Data to YAML text, in the order given, so that reading it back gives the same data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import yaml


class _Dumper(yaml.SafeDumper):
    """Writes lists indented under their key, as the shipped files do, and never an anchor."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
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
