"""A reference date far from the years of the plans, the period of the target and the name of its file."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.judged import Judge, findings, plan, rule, subject_in
from woonplan.checks.examples import GEMEENTEN, KOP

THREE = "".join(plan(name, "woningen: 30", "gerealiseerd: 0", "oplevering: {%d: 30}") for name in "abc")
"""Three plans, each with a year to fill in. The period of the target is 2024 up to 2034."""

WITHOUT = GEMEENTEN[: GEMEENTEN.index("opgaven:")] + GEMEENTEN[GEMEENTEN.index("gemeenten:") :]


def kop(day: str) -> str:
    return KOP.replace("2024-01-01", day)


@pytest.mark.parametrize(
    ("day", "years", "said"),
    [
        ("2021-01-01", (2026, 2027, 2030), ""),
        ("2020-01-01", (2026, 2027, 2030), "de eerste oplevering is in 2026"),
        ("2012", (2021, 2022, 2030), "de eerste oplevering is in 2021"),
        ("2031-01-01", (2026, 2027, 2030), "de laatste oplevering is in 2030"),
        ("2030-01-01", (2026, 2027, 2030), ""),
        ("2025-01-01", (2020, 2021, 2026), ""),
        ("0001-01-01", (2021, 2022, 2030), "de eerste oplevering is in 2021"),
        ("9999-01-01", (2021, 2022, 2030), "de laatste oplevering is in 2030"),
    ],
)
def test_against_the_years_of_delivery(check: Judge, day: str, years: tuple[int, ...], said: str) -> None:
    outcomes = findings(check("WP332", THREE % years, kop=kop(day), gemeenten=WITHOUT))
    assert outcomes == ([f"peildatum {day} ligt ver van de rest: {said}"] if said else [])


def test_the_years_of_one_plan_say_nothing(check: Judge) -> None:
    text = plan("a", "woningen: 30", "gerealiseerd: 0", "oplevering: {2039: 30}")
    assert findings(check("WP332", text, gemeenten=WITHOUT)) == []


@pytest.mark.parametrize(
    ("day", "far"),
    [("2018-12-31", True), ("2019-01-01", False), ("2034-01-01", False), ("2034-01-02", True), ("9999", True)],
)
def test_against_the_period_of_the_target(check: Judge, day: str, far: bool) -> None:
    outcomes = findings(check("WP332", plan("a"), kop=kop(day)))
    said = f"peildatum {day} ligt ver van de rest: de periode van de opgave loopt van 2024-01-01 tot 2034-01-01"
    assert outcomes == [said] * far


@pytest.mark.parametrize(
    ("name", "day", "far"),
    [
        ("plannen-2021.yaml", "2012-01-01", True),
        ("plannen-2021.yaml", "2021", False),
        ("plannen-2021.yaml", "2022-01-01", False),
        ("plannen-2020-2030.yaml", "2020", False),
        ("plannen-12021.yaml", "2012", False),
    ],
)
def test_against_the_name_of_the_file(tmp_path: Path, name: str, day: str, far: bool) -> None:
    (tmp_path / "gemeenten.yaml").write_text(WITHOUT, encoding="utf-8")
    (tmp_path / name).write_text(kop(day) + plan("a"), encoding="utf-8")
    outcomes = findings(list(rule("WP332").find(subject_in(tmp_path, tmp_path / name))))
    assert outcomes == [f"peildatum {day} ligt ver van de rest: het bestand heet '{Path(name).stem}'"] * far
