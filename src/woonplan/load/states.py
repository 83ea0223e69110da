"""The register states in a folder: which files hold one, and of which date each is."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from woonplan.load.register import FOLDER, PLANNEN
from woonplan.model.base import FIRST_YEAR, LAST_YEAR, first_day
from woonplan.yaml_io import RawFile, parse, read_text


@dataclass(frozen=True, slots=True)
class FoundState:
    """A file or folder with a register state; ``peildatum`` is None when it cannot be read."""

    path: Path
    peildatum: str | None


def find_states(data: Path) -> tuple[FoundState, ...]:
    """Return the states in a register's folder, sorted by path: `plannen*.yaml`, `plannen/` and `plannen-*/`."""
    try:
        paths = [path for path in data.iterdir() if _holds_plans(path)]
    except OSError:
        return ()
    return tuple(FoundState(path, _peildatum(path)) for path in sorted(paths))


def _holds_plans(path: Path) -> bool:
    if path.is_dir():
        return path.name == FOLDER or path.name.startswith(f"{FOLDER}-")
    stem = Path(PLANNEN).stem
    return path.suffix in (".yaml", ".yml") and (path.stem == stem or path.stem.startswith(f"{stem}-"))


def _peildatum(path: Path) -> str | None:
    """Return the reference date in the header of a file, or of the first file of a folder."""
    if path.is_dir():
        try:
            path = min((p for p in path.iterdir() if p.suffix in (".yaml", ".yml")), default=path / PLANNEN)
        except OSError:
            return None
    raw = read_text(path, path.as_posix())
    document = parse(raw)[0] if isinstance(raw, RawFile) else None
    header = document.value if document else None
    text = header.get("peildatum") if isinstance(header, dict) else None
    return _date(str(text)) if isinstance(text, int | str) else None


def _date(text: str) -> str | None:
    try:
        day = first_day(text)
    except ValueError:
        return None
    return text if FIRST_YEAR <= day.year <= LAST_YEAR else None
