"""Steps that end where the balance says."""

from __future__ import annotations

from tests.render.charts import WATERFALL
from tests.render.svg.reading import NS, parsed


def test_a_waterfall_ends_where_the_balance_says() -> None:
    # Scale 0 to 25,000 over 400 - 16 - 24 = 360 units from 8: 20,000 is at 8 + 288 = 296, 14,100 at 8 + 203.04.
    low = next(
        e.attrib
        for e in parsed(WATERFALL).iter(f"{NS}rect")
        if e.attrib.get("data-reeks") == "saldo" and e.attrib["data-groep"] == "ondergrens"
    )
    assert (low["x"], low["width"]) == ("211.04", "84.96")
    assert "tekort" in low["fill"]
