"""Targets: one default of everything, periods that exist, shares of something."""

from __future__ import annotations

import pytest

from tests.conftest import Register
from tests.load.findings import AMBITIE, TELLING, one_in_gemeenten

SET = """\
  - id: tweede
    naam: Tweede
    standaard: true
    tellingen:
      - {id: tien, van: 2020, tot: 2030, standaard: true}
    uitspraken: []
"""


REGISTERS = [
    ("no set is the default", "    standaard: true\n", "", "WP211", (5, 1), "standaard: true"),
    ("two sets are the default", "gemeenten:\n", SET + "gemeenten:\n", "WP211", (5, 1), "standaard: true"),
    ("no reading is the default", "2030-01-01, standaard: true", "2030-01-01", "WP211", (10, 5), "standaard: true"),
    (
        "two readings are the default",
        TELLING,
        TELLING + "      - {id: elf, van: 2020, tot: 2031, standaard: true}\n",
        "WP211",
        (10, 5),
        "standaard: true",
    ),
    ("no reading at all", "    tellingen:\n" + TELLING, "    tellingen: []\n", "WP211", (10, 5), "standaard: true"),
    ("a period that ends before it starts", "tot: 2030-01-01", "tot: 2019-12-31", "WP312", (11, 42), "eerste dag"),
    ("an empty period", "tot: 2030-01-01", "tot: 2020", "WP312", (11, 42), "eerste dag"),
    (
        "two statements in use",
        AMBITIE,
        AMBITIE + "      - {id: b, soort: ambitie, gebruikt: true, regio: Dal, woningen: 1}\n",
        "WP212",
        (14, 43),
        "een van de twee",
    ),
    (
        "a share of nothing",
        AMBITIE,
        AMBITIE + "      - {id: d, soort: aandeel, regio: Dal, teller: 1, noemer: 3}\n",
        "WP214",
        (14, 14),
        "van_uitspraak",
    ),
    (
        "a share of what does not exist",
        AMBITIE,
        AMBITIE + "      - {id: d, soort: aandeel, regio: Dal, van_uitspraak: x, teller: 1, noemer: 3}\n",
        "WP214",
        (14, 14),
        "van_uitspraak",
    ),
    (
        "a share of itself",
        AMBITIE,
        AMBITIE + "      - {id: d, soort: aandeel, regio: Dal, van_uitspraak: d, teller: 1, noemer: 3}\n",
        "WP214",
        (14, 14),
        "zelf geen aandeel",
    ),
    (
        "a share with denominator 0",
        AMBITIE,
        AMBITIE + "      - {id: d, soort: aandeel, regio: Dal, van_uitspraak: ambitie, teller: 1, noemer: 0}\n",
        "WP214",
        (14, 14),
        "van_uitspraak",
    ),
    (
        "parts of a share without one",
        AMBITIE,
        AMBITIE + "      - {id: d, soort: tempo, regio: Dal, woningen: 1, noemer: 3}\n",
        "WP214",
        (14, 24),
        "soort: aandeel",
    ),
]


@pytest.mark.parametrize(
    ("old", "new", "code", "place", "hint"), [r[1:] for r in REGISTERS], ids=[r[0] for r in REGISTERS]
)
def test_one_finding_at_its_place_in_gemeenten(
    register: Register, old: str, new: str, code: str, place: tuple[int, int], hint: str
) -> None:
    one_in_gemeenten(register, old, new, code, place, hint)
