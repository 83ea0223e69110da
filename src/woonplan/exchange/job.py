"""What is asked of an import: the files, and what the user said beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from woonplan.load.context import Listed


class Hidden(StrEnum):
    """What is read of what a person does not see."""

    MEE = "mee"
    """Hidden sheets and hidden rows."""
    RIJEN = "rijen"
    """Hidden rows, and no hidden sheets."""
    WEG = "weg"
    """Neither."""


class Choice(StrEnum):
    """What happens to a record that a person and a file both changed."""

    REGISTER = "register"
    BESTAND = "bestand"


@dataclass(frozen=True)
class Job:
    """What was asked."""

    paths: Sequence[Path]
    data: Path
    output: Path | None = None
    peildatum: str | None = None
    fixed: Sequence[str] = ()
    """Values for plans whose file has none: ``planstatus=2A``."""
    hidden: Hidden | None = None
    strict: bool = False
    partial: bool = False
    choice: Choice | None = None
    mapping: Path | None = None


@dataclass(frozen=True)
class Given:
    """What goes for every row of every file."""

    listed: Listed
    """The names of the register."""
    peildatum: str | None = None
    fixed: Mapping[str, Any] = field(default_factory=dict)
    """Values for plans whose file has none, by field."""
    hidden: Hidden | None = None
    """Which hidden sheets and rows count; None where nobody said."""
    partial: bool = False
    """Whether the good rows are written while others are wrong."""
