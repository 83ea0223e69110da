"""Deviations that are accepted with a reason, and those that no longer occur."""

from __future__ import annotations

import pytest

from woonplan.checks.bekend import settle, stale
from woonplan.checks.registry import REGELS
from woonplan.diagnostics import Diagnostic
from woonplan.model.bekend import Bekendbestand


def bekend(*entries: dict[str, str]) -> Bekendbestand:
    rest = {"reden": "r", "datum": "2024"}
    return Bekendbestand.model_validate({"versie": 1, "bevindingen": [{**entry, **rest} for entry in entries]})


A = Diagnostic("WP401", "m", subject="a")
B = Diagnostic("WP401", "m", subject="b")
REGION = Diagnostic("WP403", "m")
ALL = frozenset(rule.code for rule in REGELS)


def test_an_entry_accepts_the_rule_on_its_plan_alone() -> None:
    settled = settle([A, B, REGION], bekend({"regel": "WP401", "plan": "a"}), "2020")
    assert (settled.open, settled.bekend, settled.used) == ((B, REGION), (A,), {0})


def test_an_entry_without_a_plan_hides_no_plan() -> None:
    settled = settle([A, REGION], bekend({"regel": "WP401"}, {"regel": "WP403"}), "2020")
    assert (settled.open, settled.bekend, settled.used) == ((A,), (REGION,), {1})


def test_an_entry_for_one_state() -> None:
    entry = bekend({"regel": "WP401", "plan": "a", "peildatum": "2021"})
    assert settle([A], entry, "2021").bekend == (A,)
    assert settle([A], entry, "2020").open == (A,)


def test_nothing_is_accepted_without_a_file() -> None:
    assert settle([A], None, "2020").open == (A,)
    assert list(stale(None, None, (), ALL, {"WP401"}, None)) == []


@pytest.mark.parametrize(
    ("entry", "used", "judged", "states", "found"),
    [
        ({"regel": "WP401", "plan": "a"}, (), ALL, None,
         ["bekende bevinding: WP401 bij plan 'a' komt niet (meer) voor"]),
        ({"regel": "WP403"}, (), ALL, None, ["bekende bevinding: WP403 komt niet (meer) voor"]),
        ({"regel": "WP401", "plan": "a"}, (0,), ALL, None, []),
        # The rule did not run: nothing can be said.
        ({"regel": "WP401", "plan": "a"}, (), {"WP402"}, None, []),
        # Only one state was looked at: an entry for all states, or for another one, may hold elsewhere.
        ({"regel": "WP401", "plan": "a"}, (), ALL, {"2020"}, []),
        ({"regel": "WP401", "plan": "a", "peildatum": "2021"}, (), ALL, {"2020"}, []),
        ({"regel": "WP401", "plan": "a", "peildatum": "2020"}, (), ALL, {"2020"},
         ["bekende bevinding: WP401 bij plan 'a' komt niet (meer) voor"]),
        ({"regel": "WP999", "plan": "a"}, (), set(), {"2020"}, ["bekende bevinding: regel 'WP999' bestaat niet"]),
        ({"regel": "WP198"}, (), set(), {"2020"}, ["bekende bevinding: regel 'WP198' bestaat niet"]),
    ],
)  # fmt: skip
def test_an_entry_that_accepts_nothing(
    entry: dict[str, str], used: tuple[int, ...], judged: set[str], states: set[str] | None, found: list[str]
) -> None:
    findings = list(stale(bekend(entry), None, used, ALL, judged, states))
    assert [finding.message for finding in findings] == found
    assert all(finding.code == "WP503" and finding.hint for finding in findings)
