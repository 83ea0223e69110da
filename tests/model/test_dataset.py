"""A register finds a municipality by everything that it is called."""

from __future__ import annotations

import pytest

from woonplan.model.dataset import Dataset


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Enschede", "Enschede"),
        ("ENSCHEDE", "Enschede"),
        ("gm0153", "Enschede"),
        # The number of a code, as spreadsheets hold it.
        ("0153", "Enschede"),
        ("153", "Enschede"),
        ("Hengelo (O.)", "Hengelo"),
        ("00153", None),
        ("9999", None),
        ("", None),
    ],
)
def test_a_municipality_by_name(shipped: Dataset, name: str, found: str | None) -> None:
    gemeente = shipped.gemeente(name)
    assert (gemeente and gemeente.naam) == found
