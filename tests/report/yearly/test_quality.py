"""Quality in the yearly reports: the segments of one council, what is filled in, and social rent."""

from __future__ import annotations

from tests.calc.gap.test_groups import load, records
from tests.calc.report.test_goals import stated
from tests.conftest import Register
from tests.report.documents import EXAMPLES, check_report, year_of
from tests.report.yearly.reports import report, row, table
from woonplan.calc.question import Question
from woonplan.load import load as load_folder
from woonplan.model.dataset import Dataset
from woonplan.report.yearly.report import Rapport

SEEN = "vertrouwelijkheid: openbaar"
PLANS = records(
    f"id: a, naam: A, gemeente: Aa, planstatus: 1A, woningen: 50, gerealiseerd: 0, {SEEN}, "
    "betaalbaarheid: {sociale_huur: 20, middenhuur: 30}, woonmilieu: dorps",
    f"id: b, naam: B, gemeente: Aa, planstatus: '3', restant: 8, {SEEN}, zorg: {{nultreden: 8}}",
    f"id: c, naam: C, gemeente: Bee, planstatus: '3', restant: 10, {SEEN}, betaalbaarheid: {{sociale_huur: 10}}",
)


def example() -> Dataset:
    found = load_folder(EXAMPLES).dataset
    assert found is not None
    return found


def test_the_segments_of_one_council(register: Register) -> None:
    goal = stated("id: doel, segment: [sociale_huur], gemeente: Aa, woningen: 25")
    found = report(load(register, PLANS, gemeenten=goal), Rapport.RAAD, gemeenten=("Aa",))
    assert row(found, "segmenten-GM0001", "betaalbaarheid.sociale_huur")["hard"] == (20, 20)
    assert row(found, "segmenten-GM0001", "betaalbaarheid.niet_toegewezen")["zacht"] == (8, 8)
    assert row(found, "segmenten-GM0001", "betaalbaarheid.totaal")["hard"] == (50, 50)
    # No plan says anything of flexible homes: one row says so.
    keys = [r.key for r in table(found, "segmenten-GM0001").rows if r.key.startswith("flex.")]
    assert keys == ["flex.niet_toegewezen"]
    # 20 of A are social for certain, the 8 of B may be: 5 short to 3 over.
    assert row(found, "segmentdoelen-GM0001", "doel")["verschil_ondergrens"] == (-5, 3)
    assert row(found, "sociale-huur-GM0001", "Aa")["bruto"] == (20, 28)
    # Of the region at most what is built there: 20 and 10, and the 8 of B.
    assert row(found, "sociale-huur-GM0001", "totaal")["bruto"] == (30, 38)
    assert row(found, "sociale-huur-GM0001", "totaal")["netto"] == (None, 38)


def test_what_is_filled_in_of_one_council(register: Register) -> None:
    found = report(load(register, PLANS), Rapport.RAAD, gemeenten=("Aa",))
    assert row(found, "ingevuld-GM0001", "betaalbaarheid") == {
        "veld": "betaalbaarheid", "plannen_met": (1, 1), "plannen": (2, 2), "met": (50, 50), "zonder": (8, 8),
    }  # fmt: skip
    assert row(found, "ingevuld-GM0001", "zorg")["met"] == (8, 8)
    assert row(found, "ingevuld-GM0001", "strategie")["met"] == (0, 0)


def test_what_is_filled_in_per_municipality(register: Register) -> None:
    found = report(load(register, PLANS), Rapport.INVENTARIS)
    assert row(found, "ingevuld", "Aa")["betaalbaarheid"] == (50, 50)
    assert row(found, "ingevuld", "Bee")["betaalbaarheid"] == (10, 10)
    assert row(found, "ingevuld", "totaal")["betaalbaarheid"] == (60, 60)


def test_every_number_of_one_council_is_explained() -> None:
    year = year_of(example(), 2023, question=Question(gemeenten=("Nevelrade",)))
    assert check_report(year, Rapport.RAAD) > 100
