"""Write the fictional region of `examples/data`: every table and chart with something in it, and nothing of it real.

    python examples/generate.py                # writes examples/data
    python examples/generate.py OUT            # the same somewhere else

The same bytes every time: a fixed seed, no clock. The generator of `benchmarks/` makes registers of any size that are
hard to read; this one makes a small one that people like to look at, so they share no code but the program's own
YAML writer.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from region.agreements import agenda, bekend
from region.area import OUDE_GEMEENTE, bronnen, gemeente, opgaven, statusdefinities, voorraad
from region.base import Base, generic
from region.byhand import ONE_YEAR_ONLY, PLANS, aggregates
from region.dice import Dice
from region.places import PLACES, PROVINCIE, REGIO
from region.records import LATEST, WOONMILIEUS, klasse, record

from woonplan.yaml_io import dump

SEED = 2024
FICTIEF = {"herkomst": "fictief"}
Data = dict[str, object]

_HEAD = """\
# yaml-language-server: $schema=../../schema/{schema}.schema.json
#
# FICTIEF. {what}
# Made by examples/generate.py; edit that, not this file.
"""


def write(texts: dict[str, str], folder: str, description: str) -> None:
    """Write files in the folder that the command line names, or else in one beside this file."""
    parser = argparse.ArgumentParser(description=description)
    default = Path(__file__).resolve().parent / folder
    parser.add_argument("out", type=Path, nargs="?", default=default, metavar="OUT", help="folder to write in")
    out: Path = parser.parse_args().out
    out.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (out / name).write_text(text, encoding="utf-8", newline="\n")


def files() -> dict[str, str]:
    """Return the text of every file by its name."""
    return {
        "gemeenten.yaml": _head("gemeenten", "No region, municipality, document or number in this file exists.")
        + _area(),
        "plannen.yaml": _head("plannen", "No plan in this file exists.") + dump(_state(LATEST)),
        "plannen-2023.yaml": _head("plannen", "No plan in this file exists.") + dump(_state(LATEST - 1)),
        "agenda.yaml": _head("agenda", "Nobody agreed to anything in this file.") + dump(agenda()),
        "bekend.yaml": _head("bekend", "There is no source that this file could explain.") + dump(bekend()),
    }


def _head(schema: str, what: str) -> str:
    return _HEAD.format(schema=schema, what=what)


def _area() -> str:
    stock = {place.code: voorraad(place, SEED) for place in PLACES}
    before: Data = {
        "versie": 1,
        "regio": {"naam": REGIO, "provincie": PROVINCIE},
        "fictief": True,
        "bronnen": bronnen(),
        "statusdefinities": statusdefinities(),
        "woonmilieus": list(WOONMILIEUS),
        "opgaven": opgaven(),
        "voorraadbron": {
            "bron": "voorraad",
            "vindplaats": "tabel 1 (verzonnen)",
            "peildatum": "1 januari en 31 december van elk jaar",
            **FICTIEF,
        },
        "controle": [
            {
                "jaar": year,
                "eindstand": sum(rows[year]["eindstand"] for rows in stock.values()) + off,
                "tolerantie": 2,
                "bron": "voorraad",
                "vindplaats": "tabel 1, totaal (verzonnen)",
                **FICTIEF,
            }
            for year, off in ((2019, 0), (2023, 1))
        ],
    }
    lines = ["gemeenten:"]
    for place in PLACES:
        text = dump({"gemeenten": [gemeente(place)]})
        lines += text.splitlines()[1:]
        lines.append("    voorraad:")
        # One line a year: a column of years is read at a glance, a hundred lines are not.
        for year, row in stock[place.code].items():
            flow = ", ".join(f"{key}: {number}" for key, number in row.items())
            lines.append(f"      {year}: {{{flow}}}")
    lines += dump({"gemeenten": [OUDE_GEMEENTE]}).splitlines()[1:]
    return dump(before) + "\n".join(lines) + "\n"


def _state(year: int) -> Data:
    bases = [base for base in (*PLANS, *generic(SEED)) if year == LATEST or _existed(base)]
    bases += ONE_YEAR_ONLY if year < LATEST else ()
    rows = [*aggregates(year), *(record(base, SEED, year) for base in bases)]
    return {
        "versie": 1,
        "peildatum": f"{year}-01-01",
        "bron": "monitor",
        "vindplaats": "bijlage (verzonnen)",
        **FICTIEF,
        "statusdefinitie": "basisset-2022",
        "soort_aantal": "bruto",
        **_complete(year),
        "openbaar": False,
        "opmerkingen": "FICTIEF: geen gemeente, plan of getal in dit register bestaat; niet gebruiken voor besluiten.",
        "controle": [
            {
                "id": "hard",
                "klassen": ["hard"],
                "woningen": _hard(rows),
                "tolerantie": 10,
                "reden": "De verzonnen bron rondt af op tientallen.",
                "bron": "monitor",
                "vindplaats": "tabel 1 (verzonnen)",
                **FICTIEF,
            }
        ],
        "plannen": rows,
    }


def _complete(year: int) -> Data:
    """Return what the head of a file says: in the state before the latest one municipality was late."""
    if year == LATEST:
        return {"volledig": True}
    reden = "Een gemeente leverde te laat (verzonnen)."
    late = {PLACES[-1].naam: "te laat geleverd (verzonnen)"}
    return {"vertrouwelijkheid": "gemeente", "volledig": False, "volledig_reden": reden, "onvolledig": late}


def _existed(base: Base) -> bool:
    """Whether a plan stood in the state before the latest: one in twelve is new."""
    return "onderdeel_van" in base.extra or base in PLANS or not Dice(SEED, "nieuw", base.id).chance(8)


def _hard(rows: list[Data]) -> int:
    """Return the hard homes that are left, rounded to tens as the invented source does."""
    total = 0
    for row in rows:
        if klasse(str(row["planstatus"])) == "hard" and "onderdeel_van" not in row and row.get("telt_mee", True):
            left = row["restant"] if "restant" in row else int(str(row["woningen"])) - int(str(row["gerealiseerd"]))
            total += int(str(left))
    return (total + 5) // 10 * 10


if __name__ == "__main__":
    write(files(), "data", "Write the fictional region.")
