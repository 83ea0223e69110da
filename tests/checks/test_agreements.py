"""What is done before what must be done first."""

from __future__ import annotations

from pathlib import Path

from tests.checks.judged import findings, places, rule, subject_in, undecided
from woonplan.checks.examples import GEMEENTEN
from woonplan.checks.subject import Outcome

HEAD = "versie: 1\nbron: nota\nacties:\n"


def judged(folder: Path, first: str, second: str) -> list[Outcome]:
    """What is found of action 8, which must come after action 7."""
    (folder / "gemeenten.yaml").write_text(GEMEENTEN, encoding="utf-8")
    (folder / "plannen.yaml").write_text("versie: 1\npeildatum: 2024\nbron: nota\nplannen: []\n", encoding="utf-8")
    text = (
        f"{HEAD}  - {{nummer: 7, paragraaf: a, tekst: Kader, {first}}}\n"
        f"  - {{nummer: 8, paragraaf: a, tekst: Toets, pas_na: [7], {second}}}\n"
    )
    (folder / "agenda.yaml").write_text(text, encoding="utf-8")
    return list(rule("WP421").find(subject_in(folder)))


def test_a_test_against_a_framework_that_is_not_there(tmp_path: Path) -> None:
    outcomes = judged(tmp_path, "status: open", "status: afgerond")
    assert findings(outcomes) == ["actie 8 is afgerond, maar kan pas na actie 7 (open)"]
    # At the state of action 8, on line 5.
    assert places(outcomes) == [(5, 66)]


def test_what_was_done_before_in_the_same_year_or_an_earlier_one_is_right(tmp_path: Path) -> None:
    later = "voortgang: [{jaar: 2022, status: loopt}, {jaar: 2023, status: afgerond}]"
    early = judged(tmp_path, later, "voortgang: [{jaar: 2022, status: afgerond}]")
    assert findings(early) == ["actie 8 is afgerond in 2022, maar kan pas na actie 7 (loopt)"]
    assert judged(tmp_path, later, "voortgang: [{jaar: 2023, status: afgerond}]") == []
    assert judged(tmp_path, "status: open", "status: loopt") == []


def test_it_cannot_be_judged_without_the_state_of_the_first(tmp_path: Path) -> None:
    outcomes = judged(tmp_path, "verwant: [8]", "status: afgerond")
    assert (findings(outcomes), undecided(outcomes)) == ([], ["status van actie 7"])
