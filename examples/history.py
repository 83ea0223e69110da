"""Write the history of the fictional region: five yearly states in which plans harden, shift, split, finish and lapse.

    python examples/history.py                # writes examples/history
    python examples/history.py OUT            # the same somewhere else

The same bytes every time, as `generate.py`, of which it takes the region itself.
"""

from __future__ import annotations

import generate
from region.base import generic
from region.past import LAST, states

from woonplan.yaml_io import dump

EACH = 3
"""One in so many of the plans of the region is followed."""

NATIONAL = 2022
"""From this state on hard and soft are those of the national basic set, and not those of the province."""

_HEAD = """\
# yaml-language-server: $schema=../../schema/plannen.schema.json
#
# FICTIEF. No plan in this file exists.
# Made by examples/history.py; edit that, not this file.
"""


def files() -> dict[str, str]:
    """Return the text of every file by its name; the last state is the one that commands take."""
    area = generate.files()["gemeenten.yaml"].replace("examples/generate.py; edit", "examples/history.py; edit")
    found = {"gemeenten.yaml": area}
    for year, rows in states(generic(generate.SEED)[::EACH], generate.SEED).items():
        name = "plannen.yaml" if year == LAST else f"plannen-{year}.yaml"
        found[name] = _HEAD + dump(_state(year, rows))
    return found


def _state(year: int, rows: list[dict[str, object]]) -> dict[str, object]:
    return {
        "versie": 1,
        "peildatum": f"{year}-01-01",
        "bron": "monitor",
        "vindplaats": "bijlage (verzonnen)",
        **generate.FICTIEF,
        "statusdefinitie": "basisset-2022" if year >= NATIONAL else "veldoever-2019",
        "soort_aantal": "bruto",
        "volledig": True,
        "openbaar": False,
        "opmerkingen": "FICTIEF: geen gemeente, plan of getal in dit register bestaat; niet gebruiken voor besluiten.",
        "plannen": rows,
    }


if __name__ == "__main__":
    generate.write(files(), "history", "Write the history of the fictional region.")
