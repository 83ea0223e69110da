"""A register as it will be once some files are written: what `diff` says of it is what will happen."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from woonplan.yaml_io.source import Elsewhere


@dataclass(frozen=True)
class Overlay(Elsewhere[Path]):
    """A file or folder, with the files that are still to be written in place of those on the disk."""

    written: Mapping[Path, bytes | None] = field(repr=False, compare=False)
    """The content of every file that changes; None for one that goes."""

    def as_posix(self) -> str:
        """Return the path as users see it."""
        return self.path.as_posix()

    def exists(self) -> bool:
        """Return whether there is something at the path."""
        if self.path in self.written:
            return self.written[self.path] is not None
        return self._becomes_folder or self.path.exists()

    def is_dir(self) -> bool:
        """Return whether it is a folder."""
        return self._becomes_folder or self.path.is_dir()

    @property
    def _becomes_folder(self) -> bool:
        return any(self.path in path.parents for path, content in self.written.items() if content is not None)

    def iterdir(self) -> Iterator[Overlay]:
        """Return what is in the folder."""
        there = list(self.path.iterdir()) if self.path.is_dir() else []
        new = [self.path / path.relative_to(self.path).parts[0] for path in self.written if self.path in path.parents]
        return (one for one in (replace(self, path=path) for path in dict.fromkeys((*there, *new))) if one.exists())

    def stat(self) -> os.stat_result:
        """Return kind and size; raise ``OSError`` where there is nothing."""
        if self.path not in self.written:
            return self.path.stat()
        return os.stat_result((stat.S_IFREG | 0o644, 0, 0, 0, 0, 0, len(self.read_bytes()), 0, 0, 0))

    def read_bytes(self) -> bytes:
        """Return what is in the file; raise ``OSError`` where there is none."""
        if self.path not in self.written:
            return self.path.read_bytes()
        content = self.written[self.path]
        if content is None:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), self.as_posix())
        return content
