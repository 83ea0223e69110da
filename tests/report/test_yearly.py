"""The yearly reports: numbers by hand, tables that say what is missing, nothing that follows from hidden records."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from tests.conftest import GEMEENTEN, ROOT, Register
from tests.report.cells import term_of
from tests.report.hidden import SEEN, hidden
from tests.report.terms import Term, nothing
from woonplan.calc.confidential import hidden_ids, visible
from woonplan.calc.question import Question
from woonplan.load import load
from woonplan.load.agenda import load_agenda
from woonplan.model.dataset import Dataset
from woonplan.model.vocabulary import Vertrouwelijkheid
from woonplan.render.formats import BINARY, FORMATS, missing, render
from woonplan.report.yearly.report import Rapport, age, yearly_document
from woonplan.report.yearly.year import Year
from woonplan.tables import Cell, Document, Json, Table, Value

Bound = int | Fraction | None
OPENBAAR = Vertrouwelijkheid.OPENBAAR
AGENDA = load_agenda(ROOT / "data" / "agenda.yaml")


def report(
    dataset: Dataset,
    soort: Rapport = Rapport.JAAR,
    jaar: int = 2020,
    *,
    earlier: Dataset | None = None,
    **asked: Any,
) -> Document:
    """A report with the agreements that ship with the program, for the public."""
    question = Question(**asked)
    before = visible(earlier, OPENBAAR, hidden_ids(dataset, OPENBAAR)) if earlier else None
    return yearly_document(
        Year(jaar, visible(dataset, OPENBAAR), question, AGENDA.agenda, AGENDA.invoer, before), soort
    )


def table(document: Document, name: str) -> Table:
    return next(table for table in document.tables if table.name == name)


def row(
    document: Document, name: str, key: str
) -> dict[str, Cell | tuple[int | Fraction | None, int | Fraction | None]]:
    """The cells of a row by column; numbers as their two bounds."""
    found = table(document, name)
    cells = next(row.cells for row in found.rows if row.key == key)
    pairs = zip(found.columns, cells, strict=True)
    return {column.key: (cell.low, cell.high) if isinstance(cell, Value) else cell for column, cell in pairs}


def test_the_year_2020_by_hand(shipped_2021: Dataset) -> None:
    found = report(shipped_2021)
    region = row(found, "woningvoorraad", "totaal")
    # Domain 1.3: 280,408 + 2,097 = 282,505.
    assert (region["beginstand"], region["saldo"], region["eindstand"]) == (
        (280_408, 280_408),
        (2_097, 2_097),
        (282_505, 282_505),
    )
    enschede = row(found, "woningvoorraad", "GM0153")
    assert (enschede["nieuwbouw"], enschede["sloop"], enschede["saldo"]) == ((500, 500), (73, 73), (703, 703))


def test_capacity_and_coverage_by_hand(shipped_2021: Dataset) -> None:
    found = report(shipped_2021)
    region = row(found, "capaciteit", "totaal")
    assert (region["hard"], region["zacht"], region["opgeleverd"]) == ((7_929,) * 2, (11_629,) * 2, (2_097,) * 2)
    # 2,097 + 19,558 - 20,000 = 1,655 over, and - 22,000 = 345 short.
    assert (region["saldo_ondergrens"], region["saldo_bovengrens"]) == ((1_655,) * 2, (-345, -345))
    cover = row(found, "dekking", "totaal")
    # 20,000 - 2,097 = 17,903: 19,558 is 109.2% of it. 22,000 - 2,097 = 19,903: 98.3%.
    assert (cover["dekking_ondergrens"], cover["dekking_bovengrens"]) == ((109, 109), (98, 98))
    # 130% of 17,903 is 23,273.9, of 19,903 is 25,873.9: no whole homes, so both whole numbers around them.
    assert (cover["gewenst_ondergrens"], cover["gewenst_bovengrens"]) == ((23_273, 23_274), (25_873, 25_874))
    assert cover["ruimte_ondergrens"] == (19_558 - 23_274, 19_558 - 23_273)
    assert row(found, "capaciteit", "Enschede")["saldo_ondergrens"] == "geen opgave"


def test_the_percentage_is_that_of_the_agenda(shipped_2021: Dataset) -> None:
    assert "130%" in table(report(shipped_2021), "dekking").title
    without = Year(2020, visible(shipped_2021, OPENBAAR), Question())
    found = table(yearly_document(without, Rapport.JAAR), "dekking")
    assert "130" not in found.title
    assert any("plancapaciteit-dekking" in note for note in found.notes)


def test_delivery_against_the_pace(shipped_2021: Dataset) -> None:
    found = row(report(shipped_2021), "opgeleverd_per_jaar", "2020")
    # 20,000 and 22,000 over ten years; 2,097 is 97 over and 103 short.
    assert (found["nodig_ondergrens"], found["nodig_bovengrens"]) == ((2_000, 2_000), (2_200, 2_200))
    assert (found["verschil_ondergrens"], found["verschil_bovengrens"]) == ((97, 97), (-103, -103))
    assert row(report(shipped_2021), "opgeleverd_per_jaar", "2019")["nodig_ondergrens"] == "buiten de periode"


def test_hard_capacity_only_for_the_state(shipped_2021: Dataset) -> None:
    found = report(shipped_2021, Rapport.RIJK)
    assert row(found, "rijk", "totaal")["hard_bruto"] == (7_929, 7_929)
    assert not any("zacht" in column.key for table in found.tables for column in table.columns)
    # The source does not tell demolition, so net is unknown.
    net = next(r for r in table(found, "rijk").rows if r.key == "Almelo").cells[3]
    assert term_of(net) == nothing(1)


def test_the_ladder_of_an_area(shipped_2021: Dataset) -> None:
    found = report(shipped_2021, Rapport.LADDER)
    # 15,782 - 2,097 - 7,929 = 5,756; soft capacity takes nothing off.
    assert row(found, "behoefte", "lokale_behoefte.rest")["ondergrens"] == (5_756, 5_756)
    enschede = report(shipped_2021, Rapport.LADDER, gemeenten=("Enschede",), opgave="woondeal")
    # 5,040 - 1,299; the deal begins after this state.
    assert row(enschede, "behoefte", "ambitie.rest")["bovengrens"] == (3_741, 3_741)
    assert "Enschede" in enschede.title


def test_the_inventory_lists_every_location(shipped: Dataset) -> None:
    found = report(shipped, Rapport.INVENTARIS, 2019)
    assert len(table(found, "locaties").rows) == 38
    assert any("voor 1-7-2020" in note or "ontbreekt" in note for note in table(found, "locaties").notes)
    assert any("1-7-2022" in note for note in table(report(shipped, Rapport.INVENTARIS, 2021), "locaties").notes)


def test_states_are_compared_and_never_added(shipped: Dataset, shipped_2021: Dataset) -> None:
    found = report(shipped_2021, Rapport.MIDTERM, earlier=shipped)
    total = row(found, "midterm", "totaal")
    # 7,929 - circa 8,300 and 11,629 - circa 5,800.
    assert (total["hard_verschil"], total["zacht_verschil"]) == ((-371, -371), (5_829, 5_829))
    assert any("definitie" in note for note in table(found, "midterm").notes)
    alone = table(report(shipped_2021, Rapport.MIDTERM), "midterm")
    assert alone.rows == ()
    assert any("--vergelijk" in note for note in alone.notes)


def test_a_table_per_municipality_for_the_council(shipped_2021: Dataset) -> None:
    found = report(shipped_2021, Rapport.RAAD)
    assert [t.name for t in found.tables if t.name.startswith("raad-")] == [
        f"raad-{g.code}" for g in shipped_2021.gebied.gemeenten
    ]
    assert row(found, "raad-GM0153", "voorraad.saldo")["ondergrens"] == (703, 703)
    assert row(found, "raad-GM0153", "zacht")["ondergrens"] == (3_700, 3_700)
    one = report(shipped_2021, Rapport.RAAD, gemeenten=("Enschede",), opgave="woondeal")
    # 1,299 + 3,700 - 5,040 = 41 short.
    assert row(one, "raad-GM0153", "saldo")["ondergrens"] == (-41, -41)


@pytest.mark.parametrize("soort", list(Rapport))
def test_an_empty_register_says_what_is_missing(register: Register, soort: Rapport) -> None:
    bare = GEMEENTEN.split("opgaven:")[0] + "gemeenten:\n  - {naam: Aa, code: GM0001}\n"
    dataset = register("  []\n", gemeenten=bare).dataset
    assert dataset is not None
    found = yearly_document(Year(2020, visible(dataset, OPENBAAR), Question()), soort)
    for one in found.tables:
        assert one.rows or one.notes or one.name == "bronnen", one.name
    text = render(found, "md").decode("utf-8")
    assert "onbekend" in text or "ontbreekt" in text


REGIONAL = "{id: ambitie, soort: ambitie, gebruikt: true, regio: Dal, woningen_min: 1000, woningen_max: 1200}"
OF_ONE = GEMEENTEN.replace(REGIONAL, "{id: aa, soort: ambitie, gebruikt: true, gemeente: Aa, woningen: 100}")
NO_REGION = "in opgave nota staat geen ambitie voor de regio (Dal)"


def empty_report(register: Register, gemeenten: str, plans: str = "  []\n", soort: Rapport = Rapport.JAAR) -> Document:
    """A report of 2020 on a register that lacks something."""
    dataset = register(plans, gemeenten=gemeenten).dataset
    assert dataset is not None
    return report(dataset, soort)


def test_a_target_for_one_municipality_is_none_for_the_region(register: Register) -> None:
    found = empty_report(register, OF_ONE)
    assert [t.name for t in found.tables[4:9]] == ["traject", "cumulatief", "tempo", "schema", "voorraad"]
    for name in ("tempo", "schema", "voorraad"):
        assert table(found, name).rows == ()
        assert table(found, name).notes == (f"Wat per jaar nodig is, is onbekend: {NO_REGION}.",)
    assert f"Wat nodig is, is onbekend: {NO_REGION}." in table(found, "cumulatief").notes
    assert f"Wat per jaar nodig is, is onbekend: {NO_REGION}." in table(found, "traject").notes
    assert f"{NO_REGION}: het nodige tempo is onbekend." in table(found, "opgeleverd_per_jaar").notes
    assert f"{NO_REGION}; daarvan is er geen saldo." in table(found, "capaciteit").notes
    assert f"{NO_REGION}; daarvan is er geen dekking." in table(found, "dekking").notes
    assert [row.key for row in table(found, "dekking").rows] == ["Aa"]


def test_a_period_without_a_whole_year_is_named(register: Register) -> None:
    short = GEMEENTEN.replace("tot: 2030-01-01", "tot: 2020-07-01")
    found = empty_report(register, short)
    lacking = "de periode van telling tien heeft geen heel jaar"
    assert table(found, "schema").notes == (f"Wat per jaar nodig is, is onbekend: {lacking}.",)
    assert f"{lacking}: het nodige tempo is onbekend." in table(found, "opgeleverd_per_jaar").notes


BARE = GEMEENTEN.split("opgaven:")[0] + "gemeenten: []\n"


def test_a_register_without_municipalities_says_so_in_every_table(register: Register) -> None:
    found = empty_report(register, BARE)
    stock = table(found, "woningvoorraad")
    assert stock.rows == ()
    assert stock.notes[1] == "in gemeenten.yaml staat geen gemeente: de woningvoorraad in 2020 is onbekend, niet 0."
    none = "in het register staat geen opgave"
    for name in ("tempo", "schema", "voorraad"):
        assert table(found, name).notes == (f"Wat per jaar nodig is, is onbekend: {none}.",)
    years = "er is geen opgave met een periode, en geen plan in de stand noemt een jaar van oplevering"
    assert f"Zonder jaren valt er niets op te tellen: {years}." in table(found, "cumulatief").notes
    assert f"Rijen per jaar ontbreken: {years}." in table(found, "traject").notes
    assert (
        "over 2020 ontbreken voorraadcijfers (in gemeenten.yaml staat geen gemeente): wat is opgeleverd, is onbekend."
        in (table(found, "opgeleverd_per_jaar").notes)
    )
    # There is no period that the year could lie outside of.
    assert row(found, "opgeleverd_per_jaar", "2020")["nodig_ondergrens"] == "geen opgave"


@pytest.mark.parametrize("gemeenten", [BARE, GEMEENTEN.split("  - {naam: Bee")[0]])
def test_what_nobody_filled_in_is_unknown(register: Register, gemeenten: str) -> None:
    found = empty_report(register, gemeenten)
    where = {
        "opgeleverd_per_jaar": ("nieuwbouw", "saldo"),
        "ligging": ("hard", "zacht"),
        "traject": ("hard", "zacht"),
    }
    for name, columns in where.items():
        one = table(found, name)
        places = [index for index, column in enumerate(one.columns) if column.key in columns]
        assert {term_of(row.cells[index]) for row in one.rows for index in places} == {nothing(1)}, name
    segments = {row.key: row.cells for row in table(found, "segmenten").rows}
    known_of_none = (segments["totaal"][1], segments["onbekend"][1], segments["sociale_huur"][2])
    assert {term_of(cell) for cell in known_of_none} == {nothing(1)}


def test_bottlenecks_of_a_municipality_without_plans_are_not_none(register: Register) -> None:
    of_aa = f"  - {{id: a, naam: A, gemeente: Aa, planstatus: 1A, restant: 10, knelpunten: [nuts], {PUBLIC}}}\n"
    notes = table(empty_report(register, GEMEENTEN, of_aa), "knelpunten").notes
    assert any(note.startswith("gemeenten zonder (zichtbaar) plan: 1; wat daar gepland is") for note in notes)
    both = of_aa + f"  - {{id: b, naam: B, gemeente: Bee, planstatus: 1A, restant: 5, {PUBLIC}}}\n"
    notes = table(empty_report(register, GEMEENTEN, both), "knelpunten").notes
    assert not any("zonder (zichtbaar) plan" in note for note in notes)


def test_a_council_report_without_municipalities_has_a_table_that_says_so(register: Register) -> None:
    found = empty_report(register, BARE, soort=Rapport.RAAD)
    assert table(found, "raad").rows == ()
    assert table(found, "raad").notes[0].startswith("in gemeenten.yaml staat geen gemeente")


def test_a_need_without_a_target_names_the_target(register: Register) -> None:
    found = empty_report(register, BARE, soort=Rapport.LADDER)
    assert "in het register staat geen opgave: de behoefte is onbekend." in table(found, "behoefte").notes


OF_DEMOLITION = (
    "  - {id: a, naam: A, gemeente: Aa, planstatus: 1A, woningen: 30, gerealiseerd: 0, sloop: 12,"
    " sloop_gerealiseerd: 0, vertrouwelijkheid: openbaar, oplevering: {2024: 30}, sloop_jaar: {2024: 12},"
    " plantype: verdichting, betaalbaarheid: {sociale_huur: 30}}\n"
    "  - {id: b, naam: B, gemeente: Bee, planstatus: 3, woningen: 9, gerealiseerd: 0, plantype: verdichting,"
    " vertrouwelijkheid: openbaar}\n"
)


def facts(document: Document, name: str) -> Json:
    parameters: Json = document.facts["parameters"]
    assert isinstance(parameters, Mapping)
    return parameters[name]


def test_net_of_demolition_by_hand(register: Register) -> None:
    dataset = register(OF_DEMOLITION).dataset
    assert dataset is not None
    gross, net = report(dataset), report(dataset, netto=True)
    # 30 - 12 = 18. Of B it is not known how much is demolished, so its 9 homes are an unknown number net.
    for name, key in (("capaciteit", "totaal"), ("ligging", "binnen"), ("traject", "jaar.2024")):
        assert (row(gross, name, key)["hard"], row(net, name, key)["hard"]) == ((30, 30), (18, 18)), name
    soft = [term_of(table(one, "capaciteit").rows[-1].cells[4]) for one in (gross, net)]
    assert soft == [Term(9, 9), nothing(1)]
    assert row(net, "dekking", "totaal")["capaciteit"] == (0, 0)
    assert [table(one, "traject").title for one in (gross, net)] == [
        "Gepland per jaar (zonder sloop af te trekken)",
        "Gepland per jaar (netto)",
    ]
    assert row(net, "verantwoording", "aantallen")["waarde"] == "netto"
    assert row(gross, "verantwoording", "aantallen")["waarde"] == "zonder sloop af te trekken"
    assert (facts(gross, "netto"), facts(net, "netto")) == (False, True)
    # A split is over what is built, and no source splits what is demolished: 30 + 9.
    assert row(net, "segmenten", "totaal")["woningen"] == row(gross, "segmenten", "totaal")["woningen"] == (39, 39)
    assert any("sloop is hier niet afgetrokken" in note for note in table(net, "segmenten").notes)
    assert any("zonder sloop af te trekken" in note for note in table(net, "sleutelprojecten").notes)


PUBLIC = "vertrouwelijkheid: openbaar"
NET_IN_SOURCE = f"  - {{id: a, naam: A, gemeente: Aa, planstatus: 1A, restant: 10, soort_aantal: netto, {PUBLIC}}}\n"
GROSS = f"  - {{id: b, naam: B, gemeente: Bee, planstatus: 3, restant: 5, {PUBLIC}}}\n"


@pytest.mark.parametrize(
    ("plans", "counted"),
    [
        (NET_IN_SOURCE, "netto in de bron"),
        (NET_IN_SOURCE + GROSS, "zonder sloop af te trekken, deels netto in de bron"),
    ],
)
def test_what_is_net_in_the_source_is_called_so(register: Register, plans: str, counted: str) -> None:
    dataset = register(plans).dataset
    assert dataset is not None
    found = report(dataset)
    assert table(found, "traject").title == f"Gepland per jaar ({counted})"
    assert row(found, "verantwoording", "aantallen")["waarde"] == counted
    assert any(note.text.startswith(f"aantallen {counted}; soort") for note in found.notes)
    assert table(report(dataset, netto=True), "traject").title == "Gepland per jaar (netto)"


@pytest.mark.parametrize("soort", [Rapport.RIJK, Rapport.INVENTARIS])
def test_a_report_whose_columns_say_how_homes_are_counted(shipped_2021: Dataset, soort: Rapport) -> None:
    assert "aantallen" not in [row.key for row in table(report(shipped_2021, soort), "verantwoording").rows]


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


@pytest.mark.parametrize(
    ("peildatum", "text"),
    [
        ("2021", "de stand van eind 2020"),
        ("2020-12-01", "1 maand ouder dan eind 2020"),
        ("2020-01-01", "12 maanden ouder dan eind 2020"),
        ("2021-07", "6 maanden later dan eind 2020"),
    ],
)
def test_the_age_of_the_state(peildatum: str, text: str) -> None:
    assert age(peildatum, 2020) == text


@pytest.mark.parametrize("soort", list(Rapport))
def test_a_column_name_means_one_thing(shipped: Dataset, shipped_2021: Dataset, soort: Rapport) -> None:
    # In CSV all tables share their columns, and each table has a name of its own.
    found = report(shipped_2021, soort, earlier=shipped)
    kinds: dict[str, set[str]] = {}
    for one in found.tables:
        for column in one.columns:
            kinds.setdefault(column.key, set()).add(str(column.kind))
    assert {key: kind for key, kind in kinds.items() if len(kind) > 1} == {}
    names = [one.name for one in found.tables]
    assert len(names) == len(set(names))
    assert all(len({row.key for row in one.rows}) == len(one.rows) for one in found.tables)


@pytest.mark.parametrize("soort", list(Rapport))
def test_the_same_bytes_twice(shipped_2021: Dataset, shipped: Dataset, soort: Rapport) -> None:
    for name in ("table", *FORMATS, *BINARY):
        if missing(name) is None:
            first, second = (render(report(shipped_2021, soort, earlier=shipped), name) for _ in range(2))
            assert first == second, name


def documents(folder: Path, plan: str) -> list[Document]:
    kop = "versie: 1\npeildatum: 2021-01-01\nbron: nota\nsoort_aantal: bruto\nplannen:\n"
    (folder / "gemeenten.yaml").write_text(GEMEENTEN, encoding="utf-8")
    (folder / "plannen.yaml").write_text(kop + SEEN + plan, encoding="utf-8")
    loaded = load(folder)
    assert loaded.dataset is not None, loaded.findings
    return [report(loaded.dataset, soort) for soort in Rapport]


@given(hidden(), hidden())
def test_nothing_depends_on_a_hidden_plan(one: str, other: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        first, second = documents(Path(name), one), documents(Path(name), other)
    for a, b in zip(first, second, strict=True):
        # All that a renderer gets is the same, so every format is; two of them are made to be sure.
        assert a == b
        assert render(a, "json") == render(b, "json")
        assert b"geheim" not in render(a, "table").lower()


def test_not_a_byte_in_any_format(tmp_path: Path) -> None:
    plan = "  - {id: geheim, naam: Geheim, gemeente: Aa, planstatus: 3, woningen: %d, gerealiseerd: 0}\n"
    first, second = documents(tmp_path, plan % 12), documents(tmp_path, plan % 345)
    for a, b in zip(first, second, strict=True):
        for name in ("table", *FORMATS, *BINARY):
            if missing(name) is None:
                assert render(a, name) == render(b, name), name


def test_how_many_are_hidden_is_not_said(tmp_path: Path) -> None:
    plan = "  - {id: g%d, naam: Geheim, gemeente: Bee, planstatus: 3, woningen: 7, gerealiseerd: 0}\n"
    one, two = documents(tmp_path, plan % 1), documents(tmp_path, plan % 1 + plan % 2)
    assert one == two
    assert any("boven dit niveau (openbaar) zijn niet getoond" in note.text for note in one[0].notes)
    none = documents(tmp_path, "")
    assert not any("boven dit niveau" in note.text for note in none[0].notes)


def test_what_is_hidden_in_one_state_is_hidden_in_both(register: Register) -> None:
    plan = "  - {id: p, naam: P, gemeente: Aa, planstatus: 3, restant: %d, vertrouwelijkheid: %s}\n"
    then = register(plan % (70, "openbaar")).dataset
    kop = "versie: 1\npeildatum: 2021-01-01\nbron: nota\nsoort_aantal: bruto\nplannen:\n"
    now = register(plan % (55, "gemeente"), kop=kop).dataset
    assert then is not None
    assert now is not None
    found = report(now, Rapport.MIDTERM, earlier=then)
    assert "70" not in str(table(found, "midterm").rows)
