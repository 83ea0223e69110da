"""The audit of a source as a document: its numbers worked out, and those of any register explained."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.calc.registers import AGGREGATE, dataset, numbered, plans
from tests.conftest import ROOT
from tests.report.documents import AGENDA, QUESTIONS, check_reconcile
from tests.report.test_derivation import texts
from tests.report.walk import check_every_number
from woonplan.calc.audit.bekend import explain_differences
from woonplan.calc.audit.reconcile import reconcile
from woonplan.calc.question import Question
from woonplan.calc.view import View
from woonplan.load.bekend import load_bekend
from woonplan.model.control import Controle
from woonplan.model.dataset import Dataset
from woonplan.model.stand import Stand
from woonplan.model.target import Opgavenset
from woonplan.report.reconcile import reconcile_document


@pytest.mark.parametrize(
    "question", [q for q in QUESTIONS if not (q.gemeenten or q.statussen or q.strategieen)], ids=str
)
@pytest.mark.parametrize(("state", "least"), [("shipped", 70), ("shipped_2021", 40)])
def test_the_audit(request: pytest.FixtureRequest, state: str, least: int, question: Question) -> None:
    count = check_reconcile(request.getfixturevalue(state), question, AGENDA.agenda)
    assert count >= (least if question.opgave is None else 6)


def test_the_contradictions_in_words_hold_no_number(shipped: Dataset) -> None:
    bekend = load_bekend(ROOT / "data" / "bekend.yaml", {bron.id for bron in shipped.gebied.bronnen}).bekend
    view = View(shipped)
    result = explain_differences(reconcile(view, AGENDA.agenda), bekend, shipped.stand.kop.peildatum)
    document = reconcile_document(view, result, bekend, everything=True, agenda=AGENDA.agenda)
    # Beside the comparisons and the claims: contradictions, what is missing, and lists that differ.
    assert len(document.tables) == 5
    assert check_every_number(document, shipped) == check_reconcile(shipped, Question(), AGENDA.agenda)


AREA = {"regio": "Dal", "gebruikt": True}
NUMBER = st.one_of(
    st.builds(lambda n: {"woningen": n}, st.integers(0, 900)),
    st.builds(lambda n: {"woningen": n, "precisie": "circa"}, st.integers(0, 900)),
    st.builds(lambda n: {"woningen": n, "precisie": "minimaal"}, st.integers(0, 900)),
    st.builds(lambda n: {"woningen": n, "precisie": "maximaal"}, st.integers(0, 900)),
    st.builds(lambda a, b: {"woningen_min": a, "woningen_max": a + b}, st.integers(0, 900), st.integers(0, 300)),
)
TELLING = {"id": "tien", "van": "2020-01-01", "tot": "2030-01-01", "standaard": True}
WHOLE = {"id": "geheel", "soort": "ambitie", "provincie": "Veld", "gebruikt": True}
STATED = ("ambitie", "lokale_behoefte", "extra_opgave", "extra_ruimte", "uitbreiding_hard", "tempo")


@st.composite
def audited(draw: st.DrawFn) -> Dataset:
    """A register with a statement of every kind, some of them twice, and two control totals with one id."""
    statements: list[dict[str, object]] = [{**WHOLE, **draw(NUMBER)}]
    statements += [{"id": kind, "soort": kind, **AREA, **draw(NUMBER)} for kind in STATED]
    statements += [{"id": f"{k}-2", "soort": k, **AREA, "gebruikt": False, **draw(NUMBER)} for k in STATED[:3]]
    for name, regio, teller in (("een", "Dal", 1), ("twee", "Berg", 2)):
        share = {"teller": teller, "noemer": 3, "van_uitspraak": "geheel", "precisie": "circa"}
        statements.append({"id": name, "soort": "aandeel", "regio": regio, "gebruikt": True, **share})
    opgave = {"id": "nota", "naam": "Nota", "standaard": True, "bron": "nota", "tellingen": [TELLING]}
    found = dataset([AGGREGATE, *numbered(draw(st.lists(plans(), max_size=15)))])
    (standdeel,) = found.stand.delen
    controls = [
        Controle.model_validate({"id": "totaal", "klassen": klassen, "woningen": draw(st.integers(0, 9000))})
        for klassen in (["hard", "zacht"], ["telt_niet", "onbekend"])
    ]
    inhoud = standdeel.inhoud.model_copy(update={"controle": tuple(controls)})
    sets = (Opgavenset.model_validate({**opgave, "uitspraken": statements}),)
    gebied = found.gebied.model_copy(update={"opgaven": sets})
    return replace(found, gebied=gebied, stand=Stand((standdeel._replace(inhoud=inhoud),)))


@given(audited())
def test_the_audit_of_any_register(register: Dataset) -> None:
    # Two control totals, six comparisons of the balance, three of the same, the share, the whole and the pace; each has
    # three numbers at two ends, without those of a difference with an open end.
    assert check_reconcile(register, Question(), None) > 60


def test_a_difference_by_hand(shipped: Dataset) -> None:
    view = View(shipped)
    result = explain_differences(reconcile(view), None, shipped.stand.kop.peildatum)
    document = reconcile_document(view, result, None, everything=True)
    found = texts(document, "reconcile.geheel.ambitie-provincie.verschil", shipped)
    # Circa 2/3 x 60,000 = circa 40,000; with an own ambition of 20,000 to 22,000 that is 60,000 to 62,000.
    assert "ca. 20.000 + ca. 40.000 = ca. 60.000" in found
    assert "ca. 62.000 - 60.000 = ca. 2.000" in found
