"""The register states in a folder: which files hold one, of which date each is, and whether its files agree."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, TypeVar

from woonplan.diagnostics import Diagnostic, Place, quote
from woonplan.model.base import FIRST_YEAR, LAST_YEAR, first_day
from woonplan.model.stand import Stand
from woonplan.rule import Rule, situation
from woonplan.yaml_io import RawFile, parse, read_head, read_text
from woonplan.yaml_io.source import Source
from woonplan.yaml_io.text import WP001, WP002

S = TypeVar("S", bound=Source)

GEMEENTEN = "gemeenten.yaml"
AGENDA = "agenda.yaml"
BEKEND = "bekend.yaml"
PLANNEN = "plannen.yaml"
FOLDER = "plannen"
IMPORTED = "import.json"
"""What import remembers of what it wrote, beside the plan files; it belongs under version control as they do."""

_PLANS = re.compile(r"^(?=plannen[ \t]*:)", re.MULTILINE)
"""Where the header of a plan file ends."""

WP006 = Rule(
    code="WP006",
    naam="twee standen naast elkaar",
    wat="Naast de map plannen/ staat ook een bestand plannen.yaml.",
    waarom="Standen worden nooit opgeteld, dus het programma kan niet kiezen welke van de twee de stand is.",
    oplossing="Haal een van de twee weg, of kies er een met --plannen (bij check: geef het pad van de stand).",
    fout=situation("In de map staan zowel plannen.yaml als een map plannen/ met bestanden."),
    goed=situation("In de map staat plannen.yaml, of de map plannen/, maar niet allebei."),
)
"""Two candidates for one register state."""

WP215 = Rule(
    code="WP215",
    naam="bestanden van een stand verschillen",
    wat="De bestanden in de map plannen/ hebben niet dezelfde peildatum.",
    waarom="Samen vormen ze een stand op een peildatum; standen van verschillende datums worden niet opgeteld.",
    oplossing="Geef alle bestanden dezelfde peildatum, of zet een andere stand in een eigen bestand.",
    fout=situation("plannen/borne.yaml heeft peildatum 2024-01-01 en plannen/hengelo.yaml 2023-01-01."),
    goed=situation("Alle bestanden in plannen/ hebben peildatum 2024-01-01."),
)
"""Files of one state that disagree."""


class FoundState(NamedTuple):
    """A file or folder with a register state; ``peildatum`` is None when it cannot be read."""

    path: Path
    peildatum: str | None


def find_states(data: Path) -> tuple[FoundState, ...]:
    """Return the states in a register's folder, sorted by path: `plannen*.yaml`, `plannen/` and `plannen-*/`."""
    try:
        paths = [path for path in data.iterdir() if holds_plans(path)]
    except OSError:
        return ()
    return tuple(FoundState(path, _peildatum(path)) for path in sorted(paths))


def holds_plans(path: Source) -> bool:
    """Whether a file or folder in the folder of a register holds a state of it, by its name."""
    name = path.name.casefold()
    if path.is_dir():
        return name == FOLDER or name.startswith(f"{FOLDER}-")
    return is_yaml(path) and name.startswith(FOLDER)


def is_yaml(path: Source) -> bool:
    """Whether a file is read as YAML, by its name: `.YAML` of Windows is, the hidden file of a system is not."""
    return path.suffix.casefold() in (".yaml", ".yml") and not is_hidden(path)


def is_hidden(path: Source) -> bool:
    """Whether a file or folder belongs to a system or an editor: `._plannen.yaml`, `.#plannen.yaml`, `~$lijst.xlsx`."""
    return path.name.startswith((".", "~$"))


def same_name(data: S, name: str) -> tuple[S, ...]:
    """Return the files of a folder that differ from a YAML file in capitals and in `.yml` alone, sorted; not itself."""
    stem = Path(name).stem
    try:
        found = [p for p in data.iterdir() if p.name != name and p.name.removesuffix(p.suffix).casefold() == stem]
    except OSError:
        return ()
    return tuple(sorted(path for path in found if is_yaml(path) and not path.is_dir()))


def _peildatum(path: Path) -> str | None:
    """Return the reference date in the header of a file, or of the first file of a folder."""
    if path.is_dir():
        try:
            path = min(filter(is_yaml, path.iterdir()), default=path / PLANNEN)
        except OSError:
            return None
    # Only the header: reading 50,000 plans for one date takes as long as the question itself.
    raw = read_head(path, path.as_posix())
    if isinstance(raw, RawFile) and not _PLANS.search(raw.text):
        raw = read_text(path, path.as_posix())
    if not isinstance(raw, RawFile):
        return None
    document = parse(raw._replace(text=_PLANS.split(raw.text, maxsplit=1)[0]))[0]
    header = document.value if document else None
    text = header.get("peildatum") if isinstance(header, dict) else None
    return _date(str(text)) if isinstance(text, int | str) else None


def _date(text: str) -> str | None:
    try:
        day = first_day(text)
    except ValueError:
        return None
    return text if FIRST_YEAR <= day.year <= LAST_YEAR else None


def plan_files(data: S, plannen: S | None) -> tuple[list[S], list[Diagnostic]]:
    """Return the plan files of a state, the one in ``plannen`` or that of the folder, or why there are none."""
    if plannen is None:
        single, folder = _single(data), data / FOLDER
        if not _is_folder(folder):
            return [single], []
        if single.exists():
            text = f"naast de map {quote(folder.as_posix())} staat ook {quote(single.name)}"
            hint = "Haal een van de twee weg, of kies er een met --plannen (bij check: geef het pad van de stand)."
            return [], [WP006.at(Place(single.as_posix()), text, hint)]
        plannen = folder
    if not _is_folder(plannen):
        return [plannen], []
    try:
        files = sorted(filter(is_yaml, plannen.iterdir()))
    except OSError:
        text = f"de map {quote(plannen.as_posix())} mag niet gelezen worden"
        return [], [WP002.at(Place(plannen.as_posix()), text, "Geef uzelf leesrechten op de map.")]
    if files:
        return files, []
    text = f"in de map {quote(plannen.as_posix())} staat geen YAML-bestand"
    return [], [WP001.at(Place(plannen.as_posix()), text, "Zet er een plannenbestand in.")]


def _single(data: S) -> S:
    """Return the file with the state of a folder: `plannen.yaml`, or the one that is named so in capitals or `.yml`."""
    usual = data / PLANNEN
    there = os.path.lexists(usual) if isinstance(usual, Path) else usual.exists()
    others = () if there else same_name(data, PLANNEN)
    return others[0] if len(others) == 1 else usual


def _is_folder(path: Source) -> bool:
    try:
        return path.is_dir()
    except OSError:
        # A name that is too long or a folder that may not be entered: reading it as a file says so.
        return False


def one_state(stand: Stand) -> Iterator[Diagnostic]:
    """Yield what makes the files of a folder more than one state."""
    kop = stand.kop
    for standdeel in stand.delen[1:]:
        value, expected = standdeel.inhoud.peildatum, kop.peildatum
        if value != expected and "peildatum" not in standdeel.unread.head | stand.delen[0].unread.head:
            message = f"peildatum {value} wijkt af van {expected} in {stand.delen[0].invoer.bestand}"
            place = standdeel.invoer.positions.place(("peildatum",))
            yield WP215.at(place, message, "Een map plannen/ is een stand op een peildatum.")
