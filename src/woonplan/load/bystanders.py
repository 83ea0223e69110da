"""What lies in the folder of a register and is not read: nothing that somebody put there is passed over in silence."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from woonplan.diagnostics import Diagnostic, Place, Severity, quote
from woonplan.load.states import (
    AGENDA,
    BEKEND,
    FOLDER,
    GEMEENTEN,
    IMPORTED,
    PLANNEN,
    holds_plans,
    is_hidden,
    is_yaml,
    same_name,
)
from woonplan.rule import Rule, situation
from woonplan.yaml_io.source import Source

_DATA = frozenset(
    {".yaml", ".yml", ".csv", ".tsv", ".json", ".geojson", ".xml", ".dbf", ".gpkg", ".parquet", ".zip"}
    | {".xls", ".xlsx", ".xlsm", ".xlsb", ".ods", ".numbers"}
)
"""Endings of files that may hold plans."""

_NAMED = (GEMEENTEN, PLANNEN, AGENDA, BEKEND)

_LOOKED_AT = 10_000
"""Files of a sub-folder that are looked at, at most, to find one that may hold plans."""

WP007 = Rule(
    code="WP007",
    naam="bestand niet gelezen",
    wat=(
        "In de map van het register staat een bestand of een map waarin gegevens kunnen staan, en die niet gelezen "
        "wordt: een andere naam, een map in een map, een werkmap of csv-bestand. Verborgen bestanden van het systeem "
        "of van een editor worden niet gemeld."
    ),
    waarom="Plannen in een bestand dat niet gelezen wordt, tellen nergens mee.",
    oplossing=(
        "Geef het bestand een naam die gelezen wordt (gemeenten.yaml, plannen.yaml, plannen-2025.yaml, agenda.yaml, "
        "bekend.yaml, of een YAML-bestand in plannen/), of haal het uit de map."
    ),
    fout=situation("In plannen/ staan borne.yaml en een map noord/ met hengelo.yaml."),
    goed=situation("In plannen/ staan borne.yaml en hengelo.yaml."),
    severity=Severity.WAARSCHUWING,
)
"""A file or folder in the register's folder that is not read."""


class Bystanders(NamedTuple):
    """What is not read: findings on what may hold plans, and the names of the rest (pages, pictures)."""

    findings: tuple[Diagnostic, ...] = ()
    others: tuple[str, ...] = ()


def bystanders(data: Source, plannen: Source | None) -> Bystanders:
    """Return what is not read in the folder of a register, and in the folder with the files of its state.

    Args:
        data: The folder of the register; of one in a revision nothing is said.
        plannen: The file or folder with the state that is read; None: the one in the folder of the register.
    """
    state = plannen or data / FOLDER
    if not (isinstance(data, Path) and isinstance(state, Path)):
        return Bystanders()
    try:
        return _bystanders(data, state)
    except (OSError, ValueError):
        # A folder or file that may not be looked at: reading it says so.
        return Bystanders()


def _bystanders(data: Path, state: Path) -> Bystanders:
    found = list(_in_register(data))
    found += ((p, "") for p in _listed(state) if p.is_dir() or not (is_yaml(p) or p.name == IMPORTED))
    findings, others = [], []
    for path, why in found:
        name = path.as_posix()
        if why or _may_hold_plans(path):
            message, hint = _words(path)
            findings.append(WP007.at(Place(name), why or message, hint))
        elif not path.is_dir():
            others.append(name)
    return Bystanders(tuple(findings), tuple(others))


def _in_register(data: Path) -> Iterator[tuple[Path, str]]:
    """Yield what is no part of the register, and why, where it has the name of a part."""
    twins = {path: data / name for name in _NAMED for path in same_name(data, name)}
    for path in _listed(data):
        usual = twins.get(path)
        if usual is not None and (usual.name != PLANNEN or usual.exists()):
            yield path, _instead(path, usual)
        elif path.name not in _NAMED and not holds_plans(path):
            yield path, ""


def _instead(path: Path, usual: Path) -> str:
    name, other = quote(path.name), quote(usual.name)
    if usual.name == PLANNEN:
        return f"{name} is een stand naast {other}: zonder --plannen wordt alleen {other} gebruikt"
    if usual.exists():
        return f"{name} wordt niet gelezen: {other} staat ernaast"
    return f"{name} wordt niet gelezen: dit bestand heet {other}, in kleine letters en met .yaml"


def _listed(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if not is_hidden(path)) if folder.is_dir() else []


def _may_hold_plans(path: Path) -> bool:
    if not path.is_dir() or path.is_symlink():
        return path.suffix.casefold() in _DATA
    if (path / GEMEENTEN).exists():
        # A register of its own.
        return False
    inside = (p for p in islice(path.rglob("*"), _LOOKED_AT) if p.suffix.casefold() in _DATA and not is_hidden(p))
    return next(inside, None) is not None


def _words(path: Path) -> tuple[str, str]:
    """Return what is said of something that is not read, and what to do."""
    name = quote(path.name)
    if path.is_dir():
        return f"de map {name} wordt niet gelezen", "Zet de bestanden rechtstreeks in de map erboven, of haal ze weg."
    if is_yaml(path):
        return f"{name} wordt niet gelezen: geen bestand van een register heet zo", ""
    return f"{name} wordt niet gelezen: een register staat in YAML-bestanden", "Zet de plannen over in YAML."
