"""Derivations by hand: what the lines of `explain` say, where a number stands, and what is never told."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import given

from tests.calc.registers import AGGREGATE, dataset
from tests.conftest import GEMEENTEN, ROOT, Register, costly
from tests.report.cells import shown
from tests.report.documents import AGENDA, PERCENT, PLANS, check_gap, check_years, year_of
from tests.report.hidden import SEEN, hidden
from tests.report.reader import evaluate, tree
from tests.report.terms import NOTHING, Term, lacks, read_term
from tests.report.walk import DEEP, span, worked_out
from woonplan.calc.confidential import visible
from woonplan.calc.lists.actions import with_agenda
from woonplan.calc.question import By, Question
from woonplan.calc.view import View
from woonplan.load import load
from woonplan.model.dataset import Dataset
from woonplan.model.plan import Plan
from woonplan.model.vocabulary import Vertrouwelijkheid
from woonplan.render.formats import render
from woonplan.report.address import find, places
from woonplan.report.derivation import passages
from woonplan.report.explain import place_document
from woonplan.report.gap.balance import gap_document
from woonplan.report.gap.groups import grouped_document
from woonplan.report.gap.pace import pace_document
from woonplan.report.lists.documents import What, list_document
from woonplan.report.yearly.report import Rapport, yearly_document
from woonplan.report.yearly.year import Year
from woonplan.tables.document import Document, Passage


def derivation(document: Document, address: str, *registers: Dataset) -> list[Passage]:
    found = find(places(document), address)
    assert found is not None, address
    return list(passages(registers, found.value.figure, DEEP, found.value.look))


def texts(document: Document, address: str, *registers: Dataset) -> list[str]:
    return [text for passage in derivation(document, address, *registers) for _, text in passage.items]


def test_the_document_of_a_number_is_its_derivation(shipped: Dataset) -> None:
    document = gap_document(View(shipped))
    place = find(places(document), "gap.saldo")
    assert place is not None
    found = place_document(document, place, (shipped,), DEEP)
    # 14.100 - 20.000 and 14.100 - 22.000, all of them circa.
    assert evaluate(tree(found.passages)) == (Term(-5900, -5900, True), Term(-7900, -7900, True))
    assert found.title == f"gap.saldo: saldo ({document.title})"
    assert (found.facts["opdracht"], found.facts["naam"]) == ("explain", "gap.saldo")


@pytest.mark.parametrize("kind", ["exact", "unknown"])
def test_a_long_list_of_parts_is_taken_from_the_whole(kind: str) -> None:
    # More parts than fit in one line: the line says what is taken from what, the list holds the parts.
    number: dict[str, object] = {"restant": 10} if kind == "exact" else {}
    fields = {"naam": "P", "gemeente": "Aa", "planstatus": "hard", "onderdeel_van": "samen", **number}
    parts = [Plan.model_validate({"id": f"p{i}", **fields}) for i in range(14)]
    register = dataset([AGGREGATE, *parts])
    found = derivation(grouped_document(View(register), By.GEMEENTE), "gap.gemeente.niet_toegewezen.hard", register)
    rest = next(passage for passage in found if passage.name == "samen.rest")
    # 14 parts of 10: 5.000 - 140 = 4.860. Parts without a number: all may be left, or nothing.
    expected = "4.860" if kind == "exact" else "(0 tot 5.000)"
    assert rest.items[0][1] == f"5.000 - som van de 14 plannen hieronder = {expected} (minstens 0)"
    assert check_gap(register, Question()) > 100


# The reader.


def wrong(old: str, new: str) -> list[Passage]:
    """A derivation with a text in its lines replaced."""
    soft = {"planstatus": "3", "restant": 0, "naam": "Niets"}
    towns = ("Aa", "Bee", "Cee")
    register = dataset([AGGREGATE, *(Plan.model_validate({"id": f"z{t}", "gemeente": t, **soft}) for t in towns)])
    found = derivation(gap_document(View(register)), "gap.saldo", register)
    return [p._replace(items=tuple((label, text.replace(old, new)) for label, text in p.items)) for p in found]


def test_the_reader_believes_nothing() -> None:
    # 5.000 - 500 = 4.500 and 5.000 - 700 = 4.300.
    assert evaluate(tree(wrong("5.000", "5.000"))) == (Term(4500, 4500), Term(4300, 4300))
    for old, new in (("= 4.500", "= 4.501"), ("- 700", "- 701"), ("5.000 = 5.000", "5.000 = 5.001"), ("500", "5OO")):
        with pytest.raises(AssertionError):
            evaluate(tree(wrong(old, new)))


def test_the_reader_believes_no_exact_number(shipped_2021: Dataset) -> None:
    found = derivation(pace_document(View(shipped_2021)), "gap.jaar.voorraad.hard", shipped_2021)
    shown(tree(found))
    for old, new in (
        ("/ 5 = ca. 2.220 3/5", "/ 5 = ca. 2.220 2/5"),
        ("x 5 = ", "x 4 = "),
        ("ca. 3,57 jaar", "ca. 3,58 jaar"),
        ("(niet onder 0)", ""),
    ):
        changed = [p._replace(items=tuple((label, text.replace(old, new)) for label, text in p.items)) for p in found]
        assert changed != found
        with pytest.raises(AssertionError):
            shown(tree(changed))


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("8.300", Term(8300, 8300)),
        ("ca. 8.300", Term(8300, 8300, True)),
        ("(-1.900)", Term(-1900, -1900)),
        ("ca. -1.900", Term(-1900, -1900, True)),
        ("(0 tot 30)", Term(0, 30)),
        ("(200 of meer)", Term(200, None)),
        ("(ten hoogste 200)", Term(None, 200)),
        ("(12, zonder 2 plannen)", Term(12, 12, zonder=lacks(2))),
        ("(ca. 10 tot 20, zonder 1 plan en 1 gemeente)", Term(10, 20, True, lacks(1, 1))),
        ("(5, zonder de onbekende oplevering 2021 (1 gemeente))", Term(5, 5, zonder=lacks(0, 0, 1, "2021"))),
        (
            "(5, zonder de onbekende oplevering 2021-2024 (14 gemeenten) en 1.200 plannen)",
            Term(5, 5, zonder=lacks(1200, 0, 14, "2021-2024")),
        ),
        ("alles", Term(None, None)),
        ("onbekend", NOTHING),
    ],
)
def test_terms(text: str, term: Term) -> None:
    assert read_term(text) == term


@pytest.mark.parametrize(
    "text",
    [
        "8300",
        "0 tot 30",
        "(8.300)",
        "12, zonder 2 plannen",
        "(12, zonder 1 plannen)",
        "(12, zonder 2 gemeente)",
        "(12, zonder )",
        "(12, zonder 2)",
        "(30 tot 0)",
        "-5",
        "08",
        "",
    ],
)
def test_what_is_no_term(text: str) -> None:
    with pytest.raises(AssertionError):
        read_term(text)


# The years.


def test_a_pace_by_hand(shipped_2021: Dataset) -> None:
    # 2,200 needed and 2,097 delivered: 103 behind, of which 5/9 comes in the next five years; 11,057 2/9 / 5.
    found = texts(pace_document(View(shipped_2021)), "gap.jaar.schema.inhalen_rest", shipped_2021)
    assert "ca. 103 x 5/9 = ca. 57 2/9" in found
    assert "ca. 11.057 2/9 / 5 = ca. 2.211 4/9" in found
    assert "ondergrens ca. 2.000, bovengrens ca. 2.211" in found


def test_a_buffer_stands_in_the_formula(shipped: Dataset) -> None:
    # Of 20,000 a local need of 15,782 holds room already: 30% of the other 4,218. 14,100 / 21,265.4 is 66.3%.
    document = pace_document(View(shipped).asking(buffer=30 * PERCENT))
    found = texts(document, "gap.jaar.dekking.hard_en_zacht", shipped)
    assert "ca. 20.000 - 15.782 = ca. 4.218" in found
    assert "van ca. 4.218 tot ca. 4.218 = ca. 4.218" in found
    assert "ca. 20.000 + ca. 1.265 2/5 = ca. 21.265 2/5" in found
    assert "ondergrens ca. 66,3%, bovengrens ca. 59,1%" in found


def test_a_piece_of_a_period_says_of_what(register: Register) -> None:
    # 40 homes in 2021-2023: 14, 13, 13; net of 5 that are demolished in 2022.
    plan = PLANS.replace(
        "gerealiseerd: 20,\n", "gerealiseerd: 20, sloop: 5, sloop_gerealiseerd: 0, sloop_jaar: {2022: 5},\n"
    )
    found = register(plan).dataset
    assert found is not None
    gross, net = (View(found, Question(spreid=True, netto=netto)) for netto in (False, True))
    assert "40 = 14 (stuk 1 van 3)" in texts(pace_document(gross), "gap.jaar.2021.hard", found)
    # C may be hard, in any year, and what is demolished for it too.
    expected = "13 + (-5) + onbekend + (ten hoogste 0) = (ten hoogste 8, zonder 1 plan)"
    assert expected in texts(pace_document(net), "gap.jaar.2022.hard", found)
    for view in (gross, net):
        assert check_years(found, view.question) > 40


def test_a_need_of_nothing_has_no_outcome(register: Register) -> None:
    gebied = GEMEENTEN.replace("woningen_min: 1000, woningen_max: 1200", "woningen: 0")
    found = register(PLANS, gemeenten=gebied).dataset
    assert found is not None
    # 70 of A, and the 7 of C, which may be hard.
    assert "(ca. 70 tot 77) / 0 = niet van toepassing" in texts(
        pace_document(View(found)), "gap.jaar.dekking.hard", found
    )


# The lists.


YEAR = (
    "{beginstand: %d, nieuwbouw: 5, overige_toevoeging: 0, sloop: %d, overige_onttrekking: 0, correctie: 0, "
    "saldo: %d, eindstand: %d}"
)


@pytest.mark.parametrize("other", ["2019", "2018", None])
def test_stock_by_hand(register: Register, other: str | None) -> None:
    # 100 + 5 - 7 = 98 and 98 + 5 - 1 = 102: 2 more over two years; in the other municipality 4 more.
    years = f"{{2018: {YEAR % (100, 7, -2, 98)}, 2019: {YEAR % (98, 1, 4, 102)}}}"
    second = f", voorraad: {{{other}: {YEAR % (50, 1, 4, 54)}}}" if other else ""
    text = GEMEENTEN.replace('aliassen: ["Aa (V.)"]', f'aliassen: ["Aa (V.)"], voorraad: {years}')
    text = text.replace("{naam: Bee, code: GM0002}", f"{{naam: Bee, code: GM0002{second}}}")
    plan = "  - {id: p, naam: P, gemeente: Aa, planstatus: 1A, woningen: 9, gerealiseerd: 2}\n"
    found = register(plan, gemeenten=text).dataset
    assert found is not None
    document = list_document(View(found), What.GEMEENTEN)
    assert texts(document, "list.gemeenten.aa.netto_toegevoegd", found)[0] == "(-2) + 4 = 2"
    # Stock over different years is not added up; without any it is unknown, and counted beside the other's.
    total = find(places(document), "list.gemeenten.totaal.netto_toegevoegd")
    assert (total is None) is (other is not None)
    if total is not None:
        assert span(worked_out(total.value, (found,))) == (Term(2, 2, zonder=lacks(0, 0, 1)), "")


# The reports.


def a_year(folder: Path, plan: str) -> Year:
    kop = "versie: 1\npeildatum: 2021-01-01\nbron: nota\nsoort_aantal: bruto\nplannen:\n"
    (folder / "gemeenten.yaml").write_text(GEMEENTEN, encoding="utf-8")
    (folder / "plannen.yaml").write_text(kop + plan + SEEN, encoding="utf-8")
    loaded = load(folder)
    assert loaded.dataset is not None, loaded.findings
    return year_of(loaded.dataset)


def explained(year: Year) -> dict[tuple[Rapport, str], Document]:
    """Every number of every report as `explain` shows it to readers of the report."""
    found = {}
    for soort in Rapport:
        document = yearly_document(year, soort)
        for place in places(document):
            found[soort, place.address] = place_document(document, place, (year.dataset,), DEEP)
    return found


@costly
@given(hidden(), hidden())
def test_no_explanation_depends_on_a_hidden_plan(one: str, other: str) -> None:
    # The hidden plan stands above the others, so the lines of their records depend on it: two lines against one.
    other = other.replace(", naam:", ",\n     naam:", 1)
    with tempfile.TemporaryDirectory() as name:
        first, second = explained(a_year(Path(name), one)), explained(a_year(Path(name), other))
    assert set(first) == set(second)
    for key, document in first.items():
        assert document == second[key], key
        assert b"geheim" not in render(document, "table").lower()


def test_a_level_that_sees_everything_gets_the_lines(tmp_path: Path) -> None:
    document = explained(a_year(tmp_path, ""))[Rapport.JAAR, "report.2020.capaciteit.bee.zacht"]
    assert "plannen.yaml:10:5 (los)" in render(document, "md").decode("utf-8")


def test_two_states_are_each_taken_from_their_own_file(register: Register, tmp_path: Path) -> None:
    fields = "gemeente: Aa, planstatus: 1A, woningen: %d, gerealiseerd: %d, vertrouwelijkheid: openbaar"
    plan = f"  - {{id: p, naam: P, {fields}}}\n"
    then = register(plan % (100, 0)).dataset
    kop = "versie: 1\npeildatum: 2021-01-01\nbron: nota\nsoort_aantal: bruto\nplannen:\n"
    (tmp_path / "later").mkdir()
    for name, text in (("gemeenten.yaml", GEMEENTEN), ("plannen.yaml", kop + plan % (110, 10))):
        (tmp_path / "later" / name).write_text(text, encoding="utf-8")
    now = load(tmp_path / "later").dataset
    assert then is not None
    assert now is not None
    document = yearly_document(year_of(now, earlier=then), Rapport.MIDTERM)
    text = json.dumps(texts(document, "report.2020.midterm.aa.hard_verschil", now, then))
    # Both are 100: once of 110 and 10, once of 100 and 0.
    assert "110 - 10 = 100 (minstens 0)" in text
    assert "100 - 0 = 100 (minstens 0)" in text


@pytest.mark.parametrize(
    ("fields", "shown", "key"),
    [
        ("woningen: 48, gerealiseerd: 8", "48", "woningen"),
        ("woningen_min: 30, woningen_max: 40", "(30 tot 40)", "woningen_min"),
        ("restant: 40", "40", "restant"),
        ("planstatus: 1A", "onbekend", "id"),
    ],
)
def test_the_homes_of_a_plan_are_those_of_its_record(tmp_path: Path, fields: str, shown: str, key: str) -> None:
    # Twins that differ in a capital only: each has its own number.
    rows = f"- {{{fields}, id: A-1, naam: Een, gemeente: Aa}}\n- {{woningen: 7, id: a-1, naam: Twee, gemeente: Aa}}\n"
    head = "versie: 1\npeildatum: 2020-01-01\nbron: nota\nvindplaats: blz. 1\nsoort_aantal: bruto\nplannen:\n"
    (tmp_path / "gemeenten.yaml").write_text(GEMEENTEN, encoding="utf-8")
    (tmp_path / "plannen.yaml").write_text(head + rows, encoding="utf-8")
    register = load(tmp_path).dataset
    assert register is not None
    year = Year(2019, visible(register, Vertrouwelijkheid.GEMEENTE), Question())
    for table, soort in (("ladder", Rapport.LADDER), ("locaties", Rapport.INVENTARIS)):
        document = yearly_document(year, soort)
        for name, ends, field in (("A-1", shown, key), ("a-1", "7", "woningen")):
            (passage,) = derivation(document, f"report.2019.{table}.{name}.woningen", register)
            items = dict(passage.items)
            assert items["beide grenzen"] == ends
            assert items["bron"].endswith("blz. 1")
            file, line, column = items["register"].removesuffix(f" ({name})").rsplit(":", 2)
            text = Path(file).read_text(encoding="utf-8").splitlines()[int(line) - 1][int(column) - 1 :]
            value = {"id": f"{{{fields}", "woningen_min": "30"}.get(field, ends)
            assert text.startswith(value)
        assert find(places(document), f"report.2019.{table}.A_1.woningen") is None


def test_a_price_limit_and_a_count_of_figures_by_hand() -> None:
    register = load(ROOT / "data").dataset
    assert register is not None
    assert AGENDA.agenda is not None
    limit = next(g for g in AGENDA.agenda.prijsgrenzen if g.jaar == 2021 and g.soort == "sociale_huur")
    year = year_of(register, 2021)
    assert AGENDA.invoer is not None
    seen = with_agenda(register, AGENDA.agenda, AGENDA.invoer)
    address = "report.%d.prijsgrenzen.sociale_huur.1.bedrag"
    (passage,) = derivation(yearly_document(year, Rapport.JAAR), address % 2021, seen)
    items = dict(passage.items)
    assert limit.bedrag_cent == 75233
    assert (items["beide grenzen"], items["in de tabel"]) == ("752 33/100", "752,33 euro")
    file, line, _ = items["register"].removesuffix(" (sociale_huur)").rsplit(":", 2)
    assert "75233" in Path(file).read_text(encoding="utf-8").splitlines()[int(line) - 1]
    # The register has no limit of this kind before 2021: it is unknown, not 0.
    (passage,) = derivation(yearly_document(year_of(register, 2011), Rapport.JAAR), address % 2011, seen)
    assert dict(passage.items)["beide grenzen"] == "onbekend"
