"""The documents of every command, and how many numbers of them were worked out."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from tests.conftest import ROOT
from tests.report.walk import check_brief, check_every_number
from woonplan.calc.audit.bekend import explain_differences
from woonplan.calc.audit.reconcile import reconcile
from woonplan.calc.confidential import hidden_ids, visible
from woonplan.calc.question import By, Question, Tegen
from woonplan.calc.view import View
from woonplan.load.agenda import load_agenda
from woonplan.model.agenda import Agendabestand
from woonplan.model.dataset import Dataset
from woonplan.model.statussen import Planstatus
from woonplan.model.vocabulary import Strategie, Vertrouwelijkheid
from woonplan.report.gap.balance import gap_document
from woonplan.report.gap.brief import brief_crossed, brief_document, brief_groups
from woonplan.report.gap.brief_years import brief_years
from woonplan.report.gap.crossed import crossed_document
from woonplan.report.gap.groups import grouped_document
from woonplan.report.gap.pace import pace_document
from woonplan.report.lists.documents import OF_AGENDA, What, list_document
from woonplan.report.reconcile import reconcile_document
from woonplan.report.yearly.report import Rapport, yearly_document
from woonplan.report.yearly.year import Year
from woonplan.tables.document import Document

PERCENT = Fraction(1, 100)
AGENDA = load_agenda(ROOT / "data" / "agenda.yaml")
EXAMPLES = ROOT / "examples" / "data"

QUESTIONS = [
    Question(),
    Question(netto=True),
    Question(tegen=Tegen.BEHOEFTE),
    Question(gemeenten=("Enschede", "Oldenzaal")),
    Question(gemeenten=("Hof van Twente",), opgave="woondeal"),
    Question(gemeenten=("Enschede", "Oldenzaal"), opgave="woondeal"),
    Question(opgave="woondeal"),
    Question(telling="2021-2029"),
    Question(telling="2020-2030"),
    Question(uitspraken=("lokale-behoefte-afgerond",)),
    Question(statussen=frozenset({Planstatus.HARD})),
    Question(strategieen=frozenset({Strategie.STEDELIJK_WONEN})),
]


# The documents of every command.


def of_gap(view: View) -> Iterator[Document]:
    yield gap_document(view)
    for by in By:
        yield grouped_document(view, by)
    yield crossed_document(view, By.GEMEENTE, By.BETAALBAARHEID)
    yield crossed_document(view, By.STRATEGIE, By.PLANTYPE)


def check_gap(register: Dataset, question: Question) -> int:
    view, count = View(register, question), 0
    shorter = {0: brief_document, 1: brief_groups, 2: brief_crossed}
    for full in of_gap(view):
        check_brief(shorter[full.address.count(".")](view, full), full)
        count += check_every_number(full, register, spellings=question == Question())
    return count


def check_years(register: Dataset, question: Question, **options: Any) -> int:
    view = View(register, question).asking(**options)
    document = pace_document(view)
    check_brief(brief_years(view, document), document)
    return check_every_number(document, register, spellings=question == Question())


def check_report(year: Year, soort: Rapport) -> int:
    earlier = [year.earlier] if year.earlier else []
    # The other tables of the review are those of the monitor, which has a test of its own.
    spellings = year.question == Question() and soort is not Rapport.MIDTERM
    return check_every_number(yearly_document(year, soort), year.dataset, *earlier, spellings=spellings)


def check_reconcile(register: Dataset, question: Question, agenda: Agendabestand | None) -> int:
    view = View(register, question)
    result = explain_differences(reconcile(view, agenda), None, register.stand.kop.peildatum)
    document = reconcile_document(view, result, None, everything=True, agenda=agenda)
    return check_every_number(document, register, spellings=question == Question())


def check_lists(register: Dataset, question: Question) -> int:
    view = View(register, question)
    lists = (list_document(view, what) for what in What if what not in (*OF_AGENDA, What.BEGRIPPEN, What.REGELS))
    return sum(check_every_number(document, register, spellings=question == Question()) for document in lists)


def year_of(
    register: Dataset, jaar: int = 2020, *, earlier: Dataset | None = None, question: Question | None = None
) -> Year:
    level = Vertrouwelijkheid.OPENBAAR
    before = visible(earlier, level, hidden_ids(register, level)) if earlier else None
    return Year(jaar, visible(register, level), question or Question(), AGENDA.agenda, AGENDA.invoer, before)


PLANS = """\
  - {id: a, naam: A, gemeente: Aa, planstatus: 1A, woningen: 90, gerealiseerd: 20,
     oplevering: {2021-2023: 40, 2026: 30}}
  - {id: b, naam: B, gemeente: Bee, planstatus: 3, woningen_min: 30, woningen_max: 50, gerealiseerd: 0}
  - {id: c, naam: C, gemeente: Bee, planstatus: onbekend, restant: 7, precisie: circa}
"""
