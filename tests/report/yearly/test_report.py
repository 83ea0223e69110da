"""The yearly reports: numbers by hand, tables that say what is missing, nothing that follows from hidden records."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given

from tests.conftest import GEMEENTEN, Register, costly
from tests.report.cells import term_of
from tests.report.hidden import SEEN, hidden
from tests.report.terms import NOTHING, Term
from tests.report.yearly.reports import BARE, OPENBAAR, PUBLIC, empty_report, report, row, table
from woonplan.calc.confidential import visible
from woonplan.calc.question import Question
from woonplan.load import load
from woonplan.model.dataset import Dataset
from woonplan.render.formats import BINARY, FORMATS, missing, render
from woonplan.report.sums import summed
from woonplan.report.yearly.report import Rapport, age, yearly_document
from woonplan.report.yearly.year import Year
from woonplan.tables.cell import Json
from woonplan.tables.document import Document


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


def test_a_target_for_one_municipality_is_none_for_the_region(register: Register) -> None:
    found = empty_report(register, OF_ONE)
    assert [t.name for t in found.tables[5:10]] == ["traject", "cumulatief", "tempo", "schema", "voorraad"]
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


def test_a_register_without_municipalities_says_so_in_every_table(register: Register) -> None:
    found = empty_report(register, BARE)
    stock = table(found, "woningvoorraad")
    assert stock.rows == ()
    assert stock.notes[1] == "in gemeenten.yaml staat geen gemeente: de woningvoorraad in 2020 is onbekend, niet 0."
    none = "in het register staat geen opgave"
    for name in ("tempo", "schema", "voorraad"):
        assert table(found, name).notes == (f"Wat per jaar nodig is, is onbekend: {none}.",)
    years = "er is geen opgave met een periode, en geen (zichtbaar) plan in de stand noemt een jaar van oplevering"
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
        assert {term_of(row.cells[index]) for row in one.rows for index in places} == {NOTHING}, name
    segments = {row.key: row.cells for row in table(found, "segmenten").rows}
    known_of_none = (segments["totaal"][1], segments["onbekend"][1], segments["sociale_huur"][2])
    assert {term_of(cell) for cell in known_of_none} == {NOTHING}


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
    # 30 - 12 = 18. Of B it is not known how much is demolished, so its 9 homes are at most 9 net.
    for name, key in (("capaciteit", "totaal"), ("ligging", "binnen"), ("traject", "jaar.2024")):
        assert (row(gross, name, key)["hard"], row(net, name, key)["hard"]) == ((30, 30), (18, 18)), name
    soft = [term_of(table(one, "capaciteit").rows[-1].cells[4]) for one in (gross, net)]
    assert soft == [Term(9, 9), Term(None, 9)]
    assert row(net, "dekking", "totaal")["capaciteit"] == (None, 27)
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
    assert any("zonder sloop af te trekken" in note for note in table(net, "eenheden").notes)


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


@pytest.mark.deep
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


@costly
@given(hidden(), hidden())
def test_nothing_depends_on_a_hidden_plan(one: str, other: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        first, second = documents(Path(name), one), documents(Path(name), other)
    for a, b in zip(first, second, strict=True):
        # All that a renderer gets is the same, so every format is; two of them are made to be sure.
        assert a == b
        assert render(a, "json") == render(b, "json")
        assert b"geheim" not in render(a, "table").lower()


@pytest.mark.deep
def test_not_a_byte_in_any_format(tmp_path: Path) -> None:
    plan = "  - {id: geheim, naam: Geheim, gemeente: Aa, planstatus: 3, woningen: %d, gerealiseerd: 0}\n"
    first, second = documents(tmp_path, plan % 12), documents(tmp_path, plan % 345)
    for a, b in zip(first, second, strict=True):
        for name in ("table", *FORMATS, *BINARY):
            if missing(name) is None:
                assert render(a, name) == render(b, name), name
                # Which cells are a sum of others says no more of what is hidden than the numbers do.
                assert render(summed(a), name) == render(summed(b), name), name


def test_how_many_are_hidden_is_not_said(tmp_path: Path) -> None:
    plan = "  - {id: g%d, naam: Geheim, gemeente: Bee, planstatus: 3, woningen: 7, gerealiseerd: 0}\n"
    one, two = documents(tmp_path, plan % 1), documents(tmp_path, plan % 1 + plan % 2)
    assert one == two
    assert any("boven dit niveau (openbaar) zijn niet getoond" in note.text for note in one[0].notes)
    none = documents(tmp_path, "")
    assert not any("boven dit niveau" in note.text for note in none[0].notes)
