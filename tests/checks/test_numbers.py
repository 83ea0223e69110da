"""Unknown written as 0, and gross beside net."""

from __future__ import annotations

import pytest

from tests.checks.judged import Judge, findings, plan
from woonplan.checks.subject import Undecided
from woonplan.diagnostics import Severity


@pytest.mark.parametrize(
    ("lines", "severity"),
    [
        (["woningtype: {eengezins: 0, meergezins: 0}"], Severity.FOUT),
        (["zorg: {nultreden: 0, onbekend: 0}"], Severity.FOUT),
        (["oplevering: {2026: 0}"], Severity.FOUT),
        (["woningen: 0"], Severity.WAARSCHUWING),
        # One zero may be known, a number makes the total known, and demolition alone is a plan.
        (["betaalbaarheid: {sociale_huur: 0}"], None),
        (["woningtype: {eengezins: 0, meergezins: 4}"], None),
        (["woningtype: {eengezins: 0, meergezins: 0}", "restant: 0"], None),
        (["woningen: 0", "sloop: 12"], None),
        (["woningen: 0", "planstatus: 1A"], None),
        (["flex: {flexwoningen: 0, contract_maanden_min: 0}"], None),
    ],
)
def test_unknown_written_as_zero(check: Judge, lines: list[str], severity: Severity | None) -> None:
    found = [o for o in check("WP323", plan("a", *lines)) if not isinstance(o, Undecided)]
    assert [o.severity for o in found] == ([] if severity is None else [severity])


def test_gross_and_net_are_mixed_within_a_class_only(check: Judge) -> None:
    gross = plan("a", "planstatus: 1A", "restant: 10")
    net = plan("b", "planstatus: 1A", "restant: 10", "soort_aantal: netto")
    unknown = plan("c", "planstatus: 2A", "restant: 10", "soort_aantal: onbekend")
    soft = plan("d", "planstatus: 3", "restant: 10", "soort_aantal: netto")
    assert findings(check("WP324", gross + net + unknown + soft)) == [
        "bruto en netto staan in een som (hard: 1 bruto, 1 netto, 1 onbekend)"
    ]
    assert check("WP324", gross + soft) == []
    # Without demolition gross is net; a record outside the sums or without a number is not added up.
    no_demolition = plan("b", "planstatus: 1A", "restant: 10", "sloop: 0", "soort_aantal: bruto")
    outside = plan("c", "planstatus: 1A", "restant: 10", "telt_mee: false", "reden: proef", "soort_aantal: onbekend")
    empty = plan("d", "planstatus: 1A", "soort_aantal: onbekend")
    net_only = net.replace("id: b", "id: e")
    assert check("WP324", net_only + no_demolition + outside + empty) == []


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (("woningen: 30", "gerealiseerd: 0", "sloop: 31", "sloop_gerealiseerd: 0"), "31 woningen te slopen en nog 30"),
        (("woningen: 30", "gerealiseerd: 0", "sloop: 30", "sloop_gerealiseerd: 0"), ""),
        (("woningen: 30", "gerealiseerd: 20", "sloop: 40", "sloop_gerealiseerd: 30"), ""),
        # It may be done already, and it may be more than that.
        (("restant: 10", "sloop: 40"), ""),
        (("restant: 10", "sloop_jaar: {2026: 11}"), "11 woningen te slopen en nog 10"),
        (("sloop: 40", "sloop_gerealiseerd: 0"), ""),
        (("restant: 1", "sloop: 40", "sloop_gerealiseerd: 0", "telt_mee: false", "reden: x"), ""),
    ],
)
def test_more_demolition_than_is_left(check: Judge, lines: tuple[str, ...], said: str) -> None:
    outcomes = findings(check("WP331", plan("a", *lines)))
    assert outcomes == ([f"plan 'a': er zijn nog {said} te bouwen"] if said else [])
