"""Goals as a list: every number of it can be worked out, and one that has none is blank."""

from __future__ import annotations

import pytest

from tests.conftest import ROOT
from tests.report.walk import check_every_number
from woonplan.calc.lists.actions import with_agenda
from woonplan.load import load
from woonplan.load.agenda import load_agenda
from woonplan.report.lists.documents import What, goals_document


@pytest.mark.parametrize(("folder", "numbers"), [("data", 5), ("examples/data", 2)])
def test_every_number_of_the_goals_is_explained(folder: str, numbers: int) -> None:
    register, loaded = load(ROOT / folder).dataset, load_agenda(ROOT / folder / "agenda.yaml")
    assert register is not None
    assert loaded.agenda is not None
    assert loaded.invoer is not None
    document = goals_document(register, loaded.agenda, loaded.invoer, What.DOELEN)
    found = check_every_number(document, with_agenda(register, loaded.agenda, loaded.invoer), spellings=True)
    assert found == numbers
    assert len(document.tables[0].rows) == len(loaded.agenda.doelen)
