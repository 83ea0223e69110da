"""The matrix of a plan: what closes, what does not, and what is left open where it cannot be settled."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.exchange.books import Numbers, base, draaitabel, eenvoudig, uitgebreid
from tests.exchange.conftest import Importing, cells, found, records
from tests.exchange.layouts.planmonitor.test_lists import HOF, LAAT, SCHEEF, lijst, plan

TEVEEL: Numbers = {"Nieuwbouw": {"totaal": 28, "gerealiseerd": 30}, "Eengezins": {"totaal": 28, "gerealiseerd": 30}}


def test_more_realised_than_planned_is_an_error_with_both_numbers(tmp_path: Path, importing: Importing) -> None:
    out = importing(lijst(tmp_path, uitgebreid, (base("Veel"), TEVEEL)))
    (finding,) = found(out, 614)
    assert cells([finding]) == [(2, 20)]
    assert "totaal (R2) 28, gerealiseerd (S2) 30" in finding.message
    assert "Hetzelfde bij Eengezins" in finding.message
    assert out.blocked
    assert not out.result.plans


def test_homes_outside_the_window_are_kept_without_a_year(tmp_path: Path, importing: Importing) -> None:
    out = importing(lijst(tmp_path, uitgebreid, (base("Laat"), LAAT)))
    assert records(out)["Laat"]["oplevering"] == {"2040": 35, "onbekend": 15}
    assert "35 van 50; 15 woningen" in found(out, 629)[0].message


@pytest.mark.parametrize(("layout", "sums"), [(eenvoudig, "46"), (uitgebreid, "48"), (draaitabel, "46")])
def test_groups_that_do_not_close_are_said_with_their_cells(
    tmp_path: Path, importing: Importing, layout: Any, sums: str
) -> None:
    out = importing(lijst(tmp_path, layout, (base("Goed"), HOF), (base("Scheef"), SCHEEF)))
    messages = [finding.message for finding in found(out, 613)]
    assert any(
        f"is {sums}, maar" in message and "betaalbaarheid" in message and "45" in message for message in messages
    )
    per_year = [message for message in messages if "in 2028" in message]
    assert len(per_year) == (layout is not eenvoudig)
    assert all("is 26, maar woningtype" in message for message in per_year)
    assert all(f.subject == "Scheef" for f in found(out, 613))
    assert [plan.naam for plan in out.result.plans] == ["Goed"]


@pytest.mark.parametrize(
    ("numbers", "number", "said"),
    [
        ({"Nieuwbouw": -3}, 614, "het restant is -3, minder dan 0"),
        ({"Nieuwbouw": 30, "Sloop": -2}, 614, "er is -2 te slopen, minder dan 0"),
        ({"Nieuwbouw": "veel"}, 604, "'veel' is tekst, geen getal"),
        (
            {"Nieuwbouw_Totaal": 30, "Nieuwbouw_Gerealiseerd": 10, "Nieuwbouw_Restcapaciteit": 15},
            613,
            "restcapaciteit 15, maar totaal (E2) 30 - gerealiseerd 10 = 20",
        ),
        (
            {"Nieuwbouw_Totaal": 30, "Sloop_Totaal": 3, "Sloop_Gerealiseerd": 4},
            614,
            "meer gesloopt (4) dan gepland (3)",
        ),
        (
            {"Nieuwbouw_Totaal": 30, "Sloop_Totaal": 3, "Sloop_Gerealiseerd": 0, "Sloop_2026": 5},
            613,
            "de jaren van de sloop tellen op tot 5, maar er is 3 te slopen",
        ),
    ],
)
def test_numbers_that_cannot_be(
    tmp_path: Path, importing: Importing, numbers: dict[str, Any], number: int, said: str
) -> None:
    out = importing(plan(tmp_path, **numbers))
    assert any(said in finding.message for finding in found(out, number))
    assert out.blocked


def test_demolition_without_a_year_stands_apart(tmp_path: Path, importing: Importing) -> None:
    numbers = {"Nieuwbouw_Totaal": 30, "Sloop_Totaal": 5, "Sloop_Gerealiseerd": 0, "Sloop_2026": 2}
    assert records(importing(plan(tmp_path, **numbers)))["Hof"]["sloop_jaar"] == {"2026": 2, "onbekend": 3}


def test_what_was_realised_is_unknown_where_the_rest_is_another_number(tmp_path: Path, importing: Importing) -> None:
    numbers = {"Nieuwbouw_Totaal": 30, "Nieuwbouw_Gerealiseerd": None, "Nieuwbouw_Restcapaciteit": 20}
    hof = records(importing(plan(tmp_path, **numbers)))["Hof"]
    assert hof["woningen"] == 30
    assert not {"gerealiseerd", "oplevering"} & set(hof)
