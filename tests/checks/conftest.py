"""One rule over records written in a test."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.judged import Judge, rule, subject_in
from woonplan.checks.examples import AGENDA, GEMEENTEN, KOP
from woonplan.checks.subject import Outcome


@pytest.fixture
def check(tmp_path: Path) -> Judge:
    """Run one rule over records written in a test, in the register around the examples."""

    def run(
        code: str,
        plannen: str,
        *,
        kop: str = KOP,
        gemeenten: str = GEMEENTEN,
        agenda: str | None = AGENDA,
        peildatum: str | None = None,
        staart: str = "",
    ) -> list[Outcome]:
        (tmp_path / "gemeenten.yaml").write_text(gemeenten, encoding="utf-8")
        text = kop + plannen if plannen else f"{kop.rstrip()} []\n"
        (tmp_path / "plannen.yaml").write_text(text + staart, encoding="utf-8")
        if agenda is not None:
            (tmp_path / "agenda.yaml").write_text(agenda, encoding="utf-8")
        return list(rule(code).find(subject_in(tmp_path, peildatum=peildatum)))

    return run
