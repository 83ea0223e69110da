"""One chart of every kind, with what is unknown, a range, a place that does not apply, and text that tries to act."""

from __future__ import annotations

from tests.render.cells import value
from tests.render.documents import HOSTILE
from woonplan.tables.chart import Chart, ChartKind, Series
from woonplan.tables.look import BALANCE

LONG = "Nuenen, Gerwen en Nederwetten"
GEMEENTEN = (LONG, "Rijssen-Holten", "Aa")
NOTHING_KNOWN = value(None, None, unknown=1, blank=True)

STACKED = Chart(
    "Capaciteit per gemeente",
    "Capaciteit",
    "Een balk per gemeente.",
    ChartKind.STACKED,
    GEMEENTEN,
    (
        Series("hard", (8300, 385, None), "hard", (value(8300, 8300, circa=True), value(385, 420), NOTHING_KNOWN)),
        Series("zacht", (5800, 985, 475), "zacht"),
    ),
    (10000, 12000),
    band_name="ambitie",
)
WATERFALL = Chart(
    "saldo",
    "Van opgave naar saldo",
    "Stappen.",
    ChartKind.WATERFALL,
    ("ondergrens", "bovengrens"),
    (
        Series("ambitie", (20000, 22000), "doel"),
        Series("hard", (8300, 8300), "hard"),
        Series("zacht", (5800, None), "zacht"),
        Series("saldo", (-5900, None), "saldo", (value(-5900, -5900, BALANCE), NOTHING_KNOWN)),
        Series("extra", (6000, 6000), "extra"),
        Series("saldo met extra", (100, None), "saldo"),
    ),
)
LINES = Chart(
    "traject",
    "Traject",
    "Lijnen.",
    ChartKind.LINES,
    ("2020", "2021", "2022", "2023"),
    (
        Series("netto", (2097, 1500, None, 1200), "hard"),
        Series("vereist tempo", (2000, 2000, 2000, 2000), "doel"),
    ),
)
HOSTILE_CHART = Chart(
    HOSTILE, HOSTILE, HOSTILE, ChartKind.STACKED, (HOSTILE,), (Series(HOSTILE, (3,), HOSTILE),), None, HOSTILE
)
CHARTS = (STACKED, WATERFALL, LINES)
