"""A small register as plain data, and as the files that the program reads."""

from __future__ import annotations

import dataclasses
import datetime
import shutil
from pathlib import Path
from typing import Any

Record = dict[str, Any]

REGIO = "Dreefstreek"
NAMEN = ("Ammerdal", "Bolderveen", "Copelaar")


@dataclasses.dataclass
class Register:
    """What stands in the two files; `kop` is the head of the plan file."""

    gemeenten: list[Record]
    uitspraken: list[Record]
    tellingen: list[Record]
    plannen: list[Record]
    kop: Record
    files: int = 1
    """How many files the plans stand in, in turn: together they are one state."""

    @property
    def namen(self) -> list[str]:
        return [str(gemeente["naam"]) for gemeente in self.gemeenten]

    @property
    def peiljaar(self) -> int:
        """The year that holds the reference date: the first year that is still to come, in whole or in part."""
        return int(str(self.kop["peildatum"])[:4])

    @property
    def midden_in_jaar(self) -> bool:
        return str(self.kop["peildatum"])[4:] not in {"", "-01-01"}

    def telling(self, naam: str | None) -> tuple[int, int]:
        """First and last calendar year of a reading of the period; the default one without a name."""
        for telling in self.tellingen:
            if telling["id"] == naam or (naam is None and telling.get("standaard")):
                van, tot = (datetime.date.fromisoformat(str(telling[kant])) for kant in ("van", "tot"))
                return van.year, tot.year - 1
        raise KeyError(naam)


def flow(value: Any) -> str:
    """A value in YAML's flow style, with every word unquoted as people write it."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(item) for item in value) + "]"
    return {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)


def texts(register: Register) -> dict[str, str]:
    """The files of the register by name."""
    opgave = {"id": "nota", "naam": "Nota", "standaard": True, "bron": "nota"}
    gemeenten = [
        "versie: 1",
        f"regio: {{naam: {REGIO}, provincie: Lagerzijde}}",
        "bronnen: [{id: nota, titel: Nota}]",
        "opgaven:",
        "  - " + "\n    ".join(f"{key}: {flow(value)}" for key, value in opgave.items()),
        "    tellingen:",
        *(f"      - {flow(telling)}" for telling in register.tellingen),
        "    uitspraken:" if register.uitspraken else "    uitspraken: []",
        *(f"      - {flow(uitspraak)}" for uitspraak in register.uitspraken),
        "gemeenten:",
        *(f"  - {flow(gemeente)}" for gemeente in register.gemeenten),
    ]
    names = ["plannen.yaml"] if register.files == 1 else [f"plannen/{at}.yaml" for at in range(register.files)]
    files = {name: _plans(register, register.plannen[at :: register.files]) for at, name in enumerate(names)}
    return {name: "\n".join(lines) + "\n" for name, lines in {"gemeenten.yaml": gemeenten, **files}.items()}


def _plans(register: Register, plannen: list[Record]) -> list[str]:
    return [
        "versie: 1",
        "bron: nota",
        "statusdefinitie: basisset-2022",
        *(f"{key}: {flow(value)}" for key, value in register.kop.items()),
        "plannen:" if plannen else "plannen: []",
        *(f"  - {flow(plan)}" for plan in plannen),
    ]


def write(register: Register, folder: Path) -> None:
    """Write the files of the register to a folder that exists, in place of another."""
    shutil.rmtree(folder / "plannen", ignore_errors=True)
    (folder / "plannen.yaml").unlink(missing_ok=True)
    for name, text in texts(register).items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
