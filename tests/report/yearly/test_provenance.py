"""Where the numbers of a report come from, and how many are assumed."""

from __future__ import annotations

from tests.conftest import Register
from tests.report.yearly.reports import report, row, table
from woonplan.model.dataset import Dataset
from woonplan.report.yearly.report import Rapport


def test_every_report_ends_with_its_provenance(shipped_2021: Dataset) -> None:
    for soort in Rapport:
        found = report(shipped_2021, soort)
        assert [t.name for t in found.tables[-4:]] == ["verantwoording", "invoer", "bronnen", "herkomst_cijfers"]
        shown = {row.cells[1] for row in table(found, "invoer").rows}
        assert {i.sha256 for i in shipped_2021.invoer} < shown
        assert found.notes[0].text.startswith("gebruikt is de stand per 2021 (")


def test_what_is_assumed_or_invented_is_counted_and_named(register: Register) -> None:
    plans = "".join(
        f"  - {{id: p{i}, naam: P, gemeente: Aa, planstatus: 3, restant: 1, herkomst: fictief, "
        "vertrouwelijkheid: openbaar}\n"
        for i in range(23)
    )
    plans += "  - {id: a, naam: A, gemeente: Aa, planstatus: 3, restant: 1, herkomst: aanname, "
    plans += "vertrouwelijkheid: openbaar}\n"
    dataset = register(plans).dataset
    assert dataset is not None
    found = report(dataset)
    invented = row(found, "herkomst_cijfers", "fictief")
    assert invented["aantal"] == (23, 23)
    assert str(invented["welke"]).endswith("p18, p19 en nog 3")
    assert row(found, "herkomst_cijfers", "aanname") == {"herkomst": "aanname", "aantal": (1, 1), "welke": "a"}
    # 24 records and the one statement of the target.
    assert "24 van 25 cijfers zijn aanname of fictief" in table(found, "herkomst_cijfers").notes[-1]
