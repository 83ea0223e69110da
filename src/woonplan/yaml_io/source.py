"""What a file or folder of a register must be able to do: those of a disk can, and so can those of a revision."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Generic, Protocol, Self, TypeVar

P = TypeVar("P", bound=PurePath)


class Source(Protocol):
    """A file or folder by its path; ``Path`` is one."""

    @property
    def name(self) -> str:
        """Its own name."""
        ...

    @property
    def suffix(self) -> str:
        """The end of its name, from the last full stop."""
        ...

    @property
    def parent(self) -> Self:
        """The folder that it is in."""
        ...

    def __truediv__(self, key: str, /) -> Self: ...

    def __lt__(self, other: Self, /) -> bool: ...

    def as_posix(self) -> str:
        """Return the path as users see it."""
        ...

    def exists(self) -> bool:
        """Return whether there is something at the path."""
        ...

    def is_dir(self) -> bool:
        """Return whether it is a folder."""
        ...

    def iterdir(self) -> Iterable[Self]:
        """Return what is in the folder."""
        ...

    def stat(self) -> os.stat_result:
        """Return kind and size; raise ``OSError`` where there is nothing."""
        ...

    def read_bytes(self) -> bytes:
        """Return what is in the file."""
        ...


@dataclass(frozen=True)
class Elsewhere(Generic[P]):
    """A file or folder that is not, or not only, on the disk: what follows from its path alone."""

    path: P

    @property
    def name(self) -> str:
        """Its own name."""
        return self.path.name

    @property
    def suffix(self) -> str:
        """The end of its name, from the last full stop."""
        return self.path.suffix

    @property
    def parent(self) -> Self:
        """The folder that it is in."""
        return replace(self, path=self.path.parent)

    def __truediv__(self, key: str) -> Self:
        return replace(self, path=self.path / key)

    def __lt__(self, other: Self) -> bool:
        return self.path < other.path
