"""A register as it is in a git revision: read only, without a shell, and never by checking anything out."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from woonplan.diagnostics import quote
from woonplan.yaml_io.source import Elsewhere
from woonplan.yaml_io.text import MAX_BYTES

SECONDS = 120
"""Longest that one question to git may take: a disk that does not answer must not hold the program for ever."""

# Git takes no lock for what only reads, asks nobody for a password, and fetches nothing.
_QUIET = {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"}
_OPTIONS = ("--no-pager", "-c", "core.quotePath=false", "-c", "core.fsmonitor=false", "--literal-pathspecs")


class Refusal(NamedTuple):
    """Why a revision cannot be read, as a sentence in Dutch."""

    text: str


class _TreeEntry(NamedTuple):
    """One line of a folder in a revision."""

    mode: int
    sha: str
    size: int


@dataclass
class Repository:
    """A repository, by a folder in it; what was looked up in it is kept, and the content of a file until it is read."""

    folder: Path
    trees: dict[str, dict[str, _TreeEntry] | None] = field(default_factory=dict)
    blobs: dict[str, bytes] = field(default_factory=dict)

    def ask(self, *args: str, text: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        """Return what git answers; raise ``OSError`` where it cannot be run, and ``ValueError`` for a NUL in a name."""
        command = ["git", *_OPTIONS, *args]
        return subprocess.run(  # noqa: S603 - a list without a shell, and names are never options
            command,
            cwd=self.folder,
            env={**os.environ, **_QUIET},
            input=text,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )

    @cached_property
    def prefix(self) -> str:
        """Where the folder is in the repository; empty for its root."""
        answer = self.ask("rev-parse", "--show-prefix")
        return os.fsdecode(answer.stdout).rstrip("\n").rstrip("/")

    def tree(self, name: str) -> dict[str, _TreeEntry] | None:
        """Return what is in a folder of a revision (``commit:path``) by name; None where there is no such folder."""
        if name not in self.trees:
            answer = self.ask("ls-tree", "-z", "--long", "--full-tree", name)
            self.trees[name] = dict(_entries(answer.stdout)) if answer.returncode == 0 else None
        return self.trees[name]

    def fetch(self, shas: Sequence[str]) -> None:
        """Read the content of files, all in one go."""
        wanted = [sha for sha in dict.fromkeys(shas) if sha not in self.blobs]
        if not wanted:
            return
        answer = self.ask("cat-file", "--batch", text="".join(f"{sha}\n" for sha in wanted).encode("ascii"))
        self.blobs.update(_contents(answer.stdout))


def _entries(listing: bytes) -> Iterator[tuple[str, _TreeEntry]]:
    for line in filter(None, listing.split(b"\0")):
        head, _, name = line.partition(b"\t")
        mode, _, sha, size = head.split()
        yield os.fsdecode(name), _TreeEntry(int(mode, 8), sha.decode("ascii"), int(size) if size.isdigit() else 0)


def _contents(answer: bytes) -> Iterator[tuple[str, bytes]]:
    at = 0
    while at < len(answer):
        end = answer.index(b"\n", at)
        parts = answer[at:end].split()
        at = end + 1
        if len(parts) == 3:
            size = int(parts[2])
            yield parts[0].decode("ascii"), answer[at : at + size]
            at += size + 1


@dataclass(frozen=True)
class GitPath(Elsewhere[PurePosixPath]):
    """A file or folder in a revision."""

    repository: Repository = field(repr=False, compare=False)
    revision: str
    """What it was called when it was asked for."""
    commit: str

    def as_posix(self) -> str:
        """Return revision and path."""
        return f"{self.revision}:{'' if self._root else self.path.as_posix()}"

    @property
    def _root(self) -> bool:
        return self.path == PurePosixPath()

    @property
    def _tree(self) -> dict[str, _TreeEntry] | None:
        return self.repository.tree(f"{self.commit}:{'' if self._root else self.path.as_posix()}")

    @property
    def _entry(self) -> _TreeEntry | None:
        return (self.parent._tree or {}).get(self.name)

    def exists(self) -> bool:
        """Return whether there is something at the path."""
        return self._root or self._entry is not None

    def is_dir(self) -> bool:
        """Return whether it is a folder."""
        item = self._entry
        return self._root or (item is not None and stat.S_ISDIR(item.mode))

    def iterdir(self) -> Iterator[GitPath]:
        """Return what is in the folder; who looks into one reads the files in it."""
        tree = self._tree or {}
        yaml = {name: item for name, item in tree.items() if name.casefold().endswith((".yaml", ".yml"))}
        self.repository.fetch([i.sha for i in yaml.values() if stat.S_ISREG(i.mode) and i.size <= MAX_BYTES])
        return (self / name for name in tree)

    def stat(self) -> os.stat_result:
        """Return kind and size; raise ``FileNotFoundError`` where there is nothing."""
        item = self._entry
        if item is None:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), self.as_posix())
        return os.stat_result((item.mode, 0, 0, 0, 0, 0, item.size, 0, 0, 0))

    def read_bytes(self) -> bytes:
        """Return what is in the file."""
        item = self._entry
        if item is None:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), self.as_posix())
        self.repository.fetch([item.sha])
        if item.sha not in self.repository.blobs:
            raise OSError(errno.EIO, os.strerror(errno.EIO), self.as_posix())
        # It is read once: 50,000 plans are 50 MB that nobody needs twice.
        return self.repository.blobs.pop(item.sha)


def open_revision(data: Path, text: str) -> GitPath | Refusal:
    """Return a folder or file in a revision, or why there is none.

    Args:
        data: The folder of the register, which stands for the same folder in the revision.
        text: A revision (``HEAD~1``, a tag, a branch), or one with a path from the root of the repository
            (``main:data``).
    """
    revision, colon, path = text.partition(":")
    folder = data if data.is_dir() else Path()
    repository = Repository(folder)
    try:
        inside = repository.ask("rev-parse", "--git-dir")
        if inside.returncode != 0:
            return Refusal(f"{quote(folder.as_posix())} ligt niet in een git-repository die gelezen mag worden")
        # By way of the input, where nothing is an option; a line end cannot be in the name of a revision.
        name = revision.splitlines()[0] if revision else ""
        answer = repository.ask("cat-file", "--batch-check", text=os.fsencode(f"{name}^{{commit}}\n"))
        parts = answer.stdout.split()
        if name != revision or len(parts) != 3 or parts[1] != b"commit":
            return Refusal(_unknown(repository, revision))
        own = PurePosixPath(repository.prefix) if folder == data else PurePosixPath(repository.prefix) / data.as_posix()
        return GitPath(PurePosixPath(path) if colon else own, repository, revision, parts[0].decode("ascii"))
    except FileNotFoundError:
        return Refusal("git is niet gevonden op deze computer; installeer git, of geef een pad")
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return Refusal("git geeft geen antwoord")


def _unknown(repository: Repository, revision: str) -> str:
    """Return that there is no such revision, and how far a clone goes back that does not have all of them."""
    text = f"{quote(revision)} is geen revisie in deze git-repository"
    if repository.ask("rev-parse", "--is-shallow-repository").stdout.strip() != b"true":
        return text
    oldest = repository.ask("log", "--max-parents=0", "--format=%cs", "-1", "HEAD").stdout.decode("ascii", "replace")
    since = f" ({oldest.strip()})" if oldest.strip() else ""
    return (
        f"{text}, of gaat verder terug dan deze kloon{since}: die is ondiep (shallow). "
        "Haal de hele geschiedenis op met 'git fetch --unshallow', of in een workflow met fetch-depth: 0"
    )
