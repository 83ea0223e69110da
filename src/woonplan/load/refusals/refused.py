"""One thing that a model refused."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from woonplan.diagnostics import quote


class Refused(NamedTuple):
    """One thing that a model refused: the key it stands under, the value, and what pydantic knows of it."""

    key: str
    value: Any
    context: Mapping[str, Any]
    keys: tuple[str, ...] = ()
    """The keys that the model has, for an unknown or misplaced one."""
    within: str = ""
    """The key of the block, where its keys are no words of the format: years, or names of municipalities."""

    @property
    def name(self) -> str:
        """The key in words that say what it is about: ``oplevering 2024`` instead of ``2024``."""
        return f"{self.within} {self.key}" if self.within else self.key

    @property
    def text(self) -> str:
        """The value as it stands in the file."""
        if self.value is None:
            return ""
        if isinstance(self.value, bool):
            return str(self.value).lower()
        if isinstance(self.value, dict | list):
            # Writing out a million values to quote 80 characters of them is not worth it.
            return "een lijst" if isinstance(self.value, list) else "een blok met sleutels"
        return str(self.value)

    @property
    def here(self) -> str:
        """What stands there, for a message: its kind, or the value between quotation marks."""
        if self.value is None:
            return "leeg"
        return self.text if isinstance(self.value, dict | list) else quote(self.text)
