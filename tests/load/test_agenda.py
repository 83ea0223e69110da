"""The agreements that ship with the program against the source, and everything that can be wrong with such a file."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest

from tests.conftest import ROOT
from woonplan.load.agenda import LoadedAgenda, load_agenda
from woonplan.model.agenda import Agendabestand, Prijssoort
from woonplan.model.dataset import Dataset
from woonplan.model.parameter import Eenheid
from woonplan.model.stand import inherit
from woonplan.model.toezegging import Actie

FILE = ROOT / "data" / "agenda.yaml"
SOURCE = ROOT.parent / "shared" / "bron" / "000_0e630b01b13d3753.txt"


@pytest.fixture(scope="module")
def agenda(shipped: Dataset) -> Agendabestand:
    loaded = load_agenda(FILE, {bron.id for bron in shipped.gebied.bronnen})
    assert loaded.findings == ()
    assert loaded.agenda is not None
    return loaded.agenda


@pytest.fixture(scope="module")
def acties(agenda: Agendabestand) -> dict[int, Actie]:
    return {actie.nummer: actie for actie in agenda.acties}


# Counted by hand in the text (the lists "Acties" of par. 4.1-4.7 and chapter 5).


def test_there_are_forty_actions_in_the_order_of_the_source(agenda: Agendabestand) -> None:
    assert [actie.nummer for actie in agenda.acties] == list(range(1, 41))


def test_thirty_six_texts_are_different(agenda: Agendabestand, acties: dict[int, Actie]) -> None:
    repeats = {a.nummer: a.gelijk_aan for a in agenda.acties if a.gelijk_aan is not None}
    assert repeats == {10: 4, 12: 9, 13: 4, 14: 11}
    for repeat, first in repeats.items():
        assert acties[repeat].tekst == acties[first].tekst


def test_twenty_four_actions_name_no_owner(agenda: Agendabestand) -> None:
    without = [a.nummer for a in agenda.acties if not a.eigenaar]
    assert without == [*range(1, 15), *range(28, 38)]
    assert len(without) == 24


def test_twenty_actions_give_no_date(agenda: Agendabestand, acties: dict[int, Actie]) -> None:
    without = [a.nummer for a in agenda.acties if not a.heeft_termijn]
    assert without == [4, 5, 6, 10, 11, 13, 14, 15, 16, 18, 19, 21, 22, 23, 24, 25, 27, 28, 35, 37]
    assert (acties[24].herhaling, acties[24].deadline_tekst) == ("periodiek", "periodiek")


def test_the_dates_are_those_of_the_text(agenda: Agendabestand) -> None:
    dates = {a.nummer: a.deadline for a in agenda.acties if a.deadline}
    assert dates == {
        **dict.fromkeys((1, 2, 3, 9, 12, 20, 30, 31, 33, 34), "2030"),
        **dict.fromkeys((7, 8, 26, 36), "2021"),
        **dict.fromkeys((29, 32), "2025"),
        17: "2050",
        39: "2023",
    }
    assert {a.nummer: a.tussendeadline for a in agenda.acties if a.tussendeadline} == {31: "2025"}
    assert [a.nummer for a in agenda.acties if a.herhaling == "jaarlijks"] == [38, 39, 40]


def test_related_actions_and_conditions(agenda: Agendabestand, acties: dict[int, Actie]) -> None:
    pairs = {(6, 35), (29, 32), (30, 33), (31, 34), (1, 9), (2, 9), (3, 9)}
    for one, other in pairs:
        assert other in agenda.verwant(one)
        assert one in agenda.verwant(other)
    assert [n for n, a in acties.items() if a.voorwaarde] == [8, 32, 33, 36]


def test_how_far_any_action_is_and_the_day_of_adoption_are_unknown(agenda: Agendabestand) -> None:
    assert {(a.status, a.status_datum) for a in agenda.acties} == {("onbekend", None)}
    assert agenda.vaststellingsdatum is None


def test_every_figure_has_a_document(agenda: Agendabestand, shipped: Dataset) -> None:
    listed = {bron.id for bron in (*shipped.gebied.bronnen, *agenda.bronnen)}
    records = (*agenda.parameters, *agenda.gemeentegroepen, *agenda.afspraken, *agenda.prijsgrenzen, *agenda.acties)
    assert {inherit(record, agenda).bron for record in records} <= listed
    assert {inherit(actie, agenda).bron for actie in agenda.acties} == {"woonagenda"}
    # No document is listed in both files, nor listed for nothing.
    own = {bron.id for bron in agenda.bronnen}
    assert not own & {bron.id for bron in shipped.gebied.bronnen}
    assert own <= {inherit(record, agenda).bron for record in records}


def _lines(vindplaats: str | None) -> tuple[int, int]:
    found = re.fullmatch(r"(?:par\. |hfst\. ).+ \(r\. (\d+)(?:-(\d+))?\)", vindplaats or "")
    assert found, vindplaats
    return int(found[1]), int(found[2] or found[1])


def test_the_places_rise_and_name_their_paragraph(agenda: Agendabestand) -> None:
    places = [_lines(actie.vindplaats) for actie in agenda.acties]
    for (_, end), (start, _) in pairwise(places):
        assert end < start
    assert places[0] == (1051, 1053)
    assert places[-1] == (2016, 2025)
    for actie in agenda.acties:
        assert re.match(rf"(par|hfst)\. {re.escape(actie.paragraaf)}[ ,]", actie.vindplaats or "")
    per_paragraph = {p: sum(a.paragraaf == p for a in agenda.acties) for p in ("4.1", "4.2", "4.3", "4.4")}
    assert per_paragraph == {"4.1": 5, "4.2": 3, "4.3": 3, "4.4": 3}


def test_the_places_hold_in_the_source_text(agenda: Agendabestand, shipped: Dataset) -> None:
    bron = shipped.bron("woonagenda")
    assert bron is not None
    # The text itself is not part of the project; where it is at hand every place is looked up in it.
    assert bron.sha256 == "180f5950ab713151e44aeb893abe388fcd0954ef13bbf3dc28f440cdd0ec20e6"
    if not SOURCE.is_file():
        return
    data = SOURCE.read_bytes()
    assert hashlib.sha256(data).hexdigest() == bron.sha256
    lines = data.decode("utf-8").split("\n")
    for actie in agenda.acties:
        first, last = _lines(actie.vindplaats)
        assert re.match(rf"{actie.nummer}\.\s*\S", lines[first - 1].strip()), actie.nummer
        text = " ".join(lines[first - 1 : last])
        # After the last line something new begins: an empty line, a number or a capital, never the rest of a sentence.
        assert lines[last - 1].strip(), actie.nummer
        assert re.match(r"$|\d|[A-Z]", lines[last].strip()), actie.nummer
        for datum in filter(None, (actie.deadline, actie.tussendeadline)):
            assert datum in text, actie.nummer
        assert actie.tekst not in " ".join(text.split()), actie.nummer


def test_parts_and_what_stands_outside_the_actions_have_their_lines(agenda: Agendabestand) -> None:
    for whole in (*agenda.acties, *agenda.verplichtingen):
        start, end = _lines(whole.vindplaats)
        for part in whole.onderdelen:
            first, last = _lines(part.vindplaats)
            assert start <= first <= last <= end, whole.tekst
    components = [one for one in agenda.verplichtingen if one.id.startswith("bestanddeel-")]
    places = [_lines(one.vindplaats) for one in components]
    assert (len(components), places[0][0], places[-1][1]) == (33, 230, 349)
    assert all(end < start for (_, end), (start, _) in pairwise(places))
    # By hand: what every municipality has to do by itself.
    each = {one.id for one in agenda.verplichtingen if one.per_gemeente}
    assert each == {
        *("lokaal-programma", "lokale-vertaling", "bijdrage-zichtbaar", "gebieden-woningbouwimpuls", "participatie"),
    }


def test_what_stands_outside_the_actions_is_in_the_source_and_not_copied(agenda: Agendabestand) -> None:
    if not SOURCE.is_file():
        return
    lines = SOURCE.read_text(encoding="utf-8").split("\n")
    parts = [part for whole in (*agenda.acties, *agenda.verplichtingen) for part in whole.onderdelen]
    for one in (*agenda.verplichtingen, *parts):
        first, last = _lines(one.vindplaats)
        text = " ".join(" ".join(lines[first - 1 : last]).split())
        assert lines[first - 1].strip(), one.tekst
        assert lines[last - 1].strip(), one.tekst
        assert one.tekst not in text or len(one.tekst.split()) == 1, one.tekst


PARAMETERS = [
    ("sleutelproject-versnelling-minimum", 200, Eenheid.WONINGEN),
    ("sleutelprojecten-per-regio-minimum", 5, Eenheid.PROJECTEN),
    ("sleutelprojecten-per-regio-maximum", 10, Eenheid.PROJECTEN),
    ("sleutelprojecten-productie-eerste-jaar", 2021, Eenheid.KALENDERJAAR),
    ("sleutelprojecten-productie-laatste-jaar", 2025, Eenheid.KALENDERJAAR),
    ("sleutelprojecten-oplevering-laatste-jaar", 2030, Eenheid.KALENDERJAAR),
    ("inbreiding-start", 5, Eenheid.JAAR),
    ("uitbreiding-realisatie", 5, Eenheid.JAAR),
    ("inventarisatie-maand", 7, Eenheid.KALENDERMAAND),
    ("inventarisatie-dag", 1, Eenheid.DAG_VAN_DE_MAAND),
    ("flexcontract-minimum", 1, Eenheid.MAANDEN),
    ("flexcontract-maximum", 24, Eenheid.MAANDEN),
    ("harde-plannen-gerealiseerd", 2025, Eenheid.KALENDERJAAR),
    ("midterm-review", 2023, Eenheid.KALENDERJAAR),
    ("overzicht-rijk", 2, Eenheid.JAAR),
    ("ladder-drempel", 12, Eenheid.WONINGEN),
    ("betaalbaar-aandeel", Fraction(2, 3), Eenheid.DEEL),
    ("sociale-huur-aandeel", 30, Eenheid.PROCENT),
    ("middensegment-aandeel", 40, Eenheid.PROCENT),
    ("duurder-aandeel", 30, Eenheid.PROCENT),
    ("sociale-huur-netto", 0, Eenheid.WONINGEN),
    ("woningtekort", 3, Eenheid.PROCENT),
    ("voorraad-grootste-deel", Fraction(1, 2), Eenheid.DEEL),
    ("opgave-grootste-deel", Fraction(1, 2), Eenheid.DEEL),
    ("flexvraag-per-jaar", 5600, Eenheid.HUISHOUDENS_PER_JAAR),
    ("plancapaciteit-dekking", 130, Eenheid.PROCENT),
]


@pytest.mark.parametrize(("name", "expected", "unit"), PARAMETERS)
def test_the_numbers_in_the_rules(agenda: Agendabestand, name: str, expected: int | Fraction, unit: Eenheid) -> None:
    parameter = agenda.parameter(name)
    assert parameter is not None
    value = parameter.op()
    assert value is not None
    assert (value.breuk, value.eenheid) == (expected, unit)


def test_vitality_has_no_minimum_and_says_so(agenda: Agendabestand) -> None:
    parameter = agenda.parameter("sleutelproject-vitaliteit-minimum")
    assert parameter is not None
    assert parameter.op() is None
    assert parameter.toelichting is not None
    assert {p.id for p in agenda.parameters} == {name for name, _, _ in PARAMETERS} | {parameter.id}


def test_urban_living_is_for_three_cities_of_the_register(agenda: Agendabestand, shipped: Dataset) -> None:
    groep = agenda.groep("stedelijk-wonen")
    assert groep is not None
    assert groep.gemeenten == ("Enschede", "Hengelo", "Almelo")
    assert all(shipped.gemeente(name) for name in groep.gemeenten)


# In cents; what is not here was not read in a source and stays unknown.
LIMITS: dict[Prijssoort, dict[str, int]] = {
    Prijssoort.SOCIALE_HUUR: {"2021": 75233, "2022": 76347, "2023": 80800, "2024": 87966, "2025": 90007, "2026": 93293},
    Prijssoort.MIDDENHUUR: {"2023": 100000, "2024-01": 112400, "2024-06": 115795, "2025": 118482, "2026": 122807},
    Prijssoort.BETAALBARE_KOOP: {
        "2020": 31000000,
        "2022": 35500000,
        "2023": 35500000,
        "2024": 39000000,
        "2025": 40500000,
        "2026": 42000000,
    },
    Prijssoort.NHG: {"2022": 35500000, "2023": 40500000, "2024": 43500000, "2025": 45000000, "2026": 47000000},
}


@pytest.mark.parametrize("soort", Prijssoort)
def test_the_price_limits(agenda: Agendabestand, soort: Prijssoort) -> None:
    limits = [grens for grens in agenda.prijsgrenzen if grens.soort is soort]
    # Only mid-rent changed within a year.
    begins = [grens.vanaf or (f"{grens.jaar}-01" if grens.tot else str(grens.jaar)) for grens in limits]
    assert [(begin, grens.bedrag_cent) for begin, grens in zip(begins, limits, strict=True)] == [*LIMITS[soort].items()]
    assert [grens.tot for grens in limits if grens.tot] == [grens.vanaf for grens in limits if grens.vanaf]


def test_rounded_limits_say_so(agenda: Agendabestand) -> None:
    rounded = {(grens.soort, grens.jaar, grens.bedrag_cent) for grens in agenda.prijsgrenzen if grens.afgerond}
    assert rounded == {("sociale_huur", 2023, 80800), ("middenhuur", 2024, 112400)}


def test_a_surcharge_that_no_source_gives_is_derived(agenda: Agendabestand) -> None:
    found = {
        g.jaar: (g.bedrag_nieuwbouw_cent, g.herkomst_nieuwbouw) for g in agenda.prijsgrenzen if g.bedrag_nieuwbouw_cent
    }
    # A tenth more: 1,273.745 is published as 1,273.75; 1,184.82 gives 1,303.302 and 1,228.07 gives 1,350.877.
    assert found == {2024: (127375, None), 2025: (130330, "afgeleid"), 2026: (135088, "afgeleid")}


def test_a_home_at_exactly_the_limit(agenda: Agendabestand) -> None:
    found = {(g.soort, g.jaar): g.grenswaarde for g in agenda.prijsgrenzen if g.jaar >= 2025}
    # Of social rent the rules differ: up to and including it, or below it.
    assert found == {
        (soort, jaar): "verschilt" if soort is Prijssoort.SOCIALE_HUUR else "inclusief"
        for soort in Prijssoort
        for jaar in (2025, 2026)
    }


def test_the_file_fits_old_consoles_and_names_its_schema() -> None:
    text = FILE.read_text(encoding="utf-8")
    assert text.encode("latin-1")
    assert text.splitlines()[0] == "# yaml-language-server: $schema=../schema/agenda.schema.json"


# Broken files. The head is 3 lines: what is added starts at line 4.

HEAD = "versie: 1\nbron: nota\nbronnen: [{id: nota, titel: Nota}]\n"
PARAMETER = "parameters:\n  - id: p\n    naam: P\n    waarden:\n"
ACTIES = "acties:\n  - {nummer: 1, paragraaf: a, tekst: Een}\n"

Write = Callable[..., LoadedAgenda]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def load_text(text: str, *, head: str = HEAD, bronnen: set[str] | None = None) -> LoadedAgenda:
        path = tmp_path / "agenda.yaml"
        path.write_text(head + text, encoding="utf-8")
        return load_agenda(path, bronnen)

    return load_text


CASES = [
    # Twice the same name.
    (ACTIES + "  - {nummer: 1, paragraaf: a, tekst: Twee}\n", "WP202", (6, 14), "eigen nummer"),
    (
        "gemeentegroepen: [{id: p, naam: G, gemeenten: [Aa]}]\n" + PARAMETER + "      - {waarde: 1, eenheid: jaar}\n",
        "WP202",
        (4, 24),
        "eigen id",
    ),
    # Documents that nobody lists.
    (ACTIES + "  - {nummer: 2, paragraaf: a, tekst: Twee, bron: notta}\n", "WP203", (6, 50), "Bedoelt u 'nota'?"),
    (PARAMETER + "      - {waarde: 1, eenheid: jaar, bron: zzz}\n", "WP203", (8, 42), "gemeenten.yaml"),
    ("prijsgrenzen:\n  - {jaar: 2024, soort: nhg, bedrag_cent: 1, bron: zzz}\n", "WP203", (5, 52), "gemeenten.yaml"),
    ("gemeentegroepen:\n  - {id: g, naam: G, gemeenten: [Aa], bron: zzz}\n", "WP203", (5, 45), "gemeenten.yaml"),
    # Actions that point nowhere, to themselves, ahead, or to another repeat.
    (ACTIES + "  - {nummer: 2, paragraaf: a, tekst: Twee, gelijk_aan: 9}\n", "WP216", (6, 56), "nummer"),
    (ACTIES + "  - {nummer: 2, paragraaf: a, tekst: Twee, verwant: [1, 9]}\n", "WP216", (6, 57), "nummer"),
    (ACTIES + "  - {nummer: 2, paragraaf: a, tekst: Twee, gelijk_aan: 2}\n", "WP217", (6, 56), "Haal"),
    (ACTIES + "  - {nummer: 2, paragraaf: a, tekst: Twee, verwant: [2]}\n", "WP217", (6, 54), "Haal"),
    (
        "acties:\n  - {nummer: 1, paragraaf: a, tekst: Een, gelijk_aan: 2}\n"
        "  - {nummer: 2, paragraaf: a, tekst: Een}\n",
        "WP217",
        (5, 55),
        "eerste",
    ),
    (
        ACTIES
        + "  - {nummer: 2, paragraaf: a, tekst: Een, gelijk_aan: 1}\n"
        + "  - {nummer: 3, paragraaf: a, tekst: Een, gelijk_aan: 2}\n",
        "WP217",
        (7, 55),
        "eerste",
    ),
    # What must come first and is not there, and a state that is not that of the first with this text.
    (ACTIES + "  - {nummer: 2, paragraaf: a, tekst: Twee, pas_na: [9]}\n", "WP216", (6, 53), "nummer"),
    (ACTIES + "  - {nummer: 2, paragraaf: a, tekst: Twee, pas_na: [2]}\n", "WP217", (6, 53), "Haal"),
    (
        ACTIES + "  - {nummer: 2, paragraaf: a, tekst: Een, gelijk_aan: 1, status: open}\n",
        "WP217",
        (6, 66),
        "alle acties met deze tekst",
    ),
    # Parts and what stands outside the actions.
    (
        "verplichtingen:\n  - {id: a, paragraaf: p, tekst: Een}\n  - {id: a, paragraaf: p, tekst: Twee}\n",
        "WP202",
        (6, 10),
        "eigen id",
    ),
    (
        "acties:\n  - nummer: 1\n    paragraaf: a\n    tekst: Een\n    onderdelen:\n"
        "      - {letter: a, tekst: Een}\n      - {letter: a, tekst: Twee}\n",
        "WP202",
        (10, 18),
        "eigen letter",
    ),
    (
        "verplichtingen:\n  - {id: a, paragraaf: p, tekst: Een, onderdelen: [{letter: a, tekst: b, verwant: [3]}]}\n",
        "WP216",
        (5, 84),
        "nummer",
    ),
    (
        "acties:\n  - {nummer: 1, paragraaf: a, tekst: Een, voortgang: [{jaar: 2021, status: open, bron: zzz}]}\n",
        "WP203",
        (5, 88),
        "gemeenten.yaml",
    ),
    ("doelen:\n  - {id: a, tekst: Een}\n  - {id: a, tekst: Twee}\n", "WP202", (6, 10), "eigen id"),
    ("doelen:\n  - {id: a, tekst: Een, verwant: [4]}\n", "WP216", (5, 35), "nummer"),
    ("niet_berekenbaar:\n  - {id: a, onderwerp: b, reden: c, bron: zzz}\n", "WP203", (5, 43), "gemeenten.yaml"),
    # Values out of order.
    (
        PARAMETER
        + "      - {vanaf: 2022, waarde: 1, eenheid: jaar}\n"
        + "      - {vanaf: 2021, waarde: 2, eenheid: jaar}\n",
        "WP218",
        (9, 17),
        "oudste",
    ),
    (
        # A year means its first day: these two start on the same one.
        PARAMETER
        + "      - {vanaf: 2022, waarde: 1, eenheid: jaar}\n"
        + "      - {vanaf: 2022-01-01, waarde: 2, eenheid: jaar}\n",
        "WP218",
        (9, 17),
        "oudste",
    ),
    (
        PARAMETER + "      - {vanaf: 2022, waarde: 1, eenheid: jaar}\n      - {waarde: 2, eenheid: jaar}\n",
        "WP218",
        (9, 9),
        "eerste waarde",
    ),
    # Price limits outside their year, the wrong way round, or for the same days.
    ("prijsgrenzen:\n  - {jaar: 2024, soort: nhg, bedrag_cent: 1, vanaf: 2023-07}\n", "WP219", (5, 53), "eerste dag"),
    ("prijsgrenzen:\n  - {jaar: 2024, soort: nhg, bedrag_cent: 1, tot: 2025-02}\n", "WP219", (5, 51), "eerste dag"),
    (
        "prijsgrenzen:\n  - {jaar: 2024, soort: nhg, bedrag_cent: 1, vanaf: 2024-07, tot: 2024-06}\n",
        "WP219",
        (5, 53),
        "eerste dag",
    ),
    (
        "prijsgrenzen:\n  - {jaar: 2024, soort: nhg, bedrag_cent: 1, tot: 2024-07}\n"
        "  - {jaar: 2024, soort: nhg, bedrag_cent: 2, vanaf: 2024-06}\n",
        "WP219",
        (6, 12),
        "Begrens",
    ),
    # Shape: the same words as for the other files.
    (PARAMETER + "      - {waarde: 2.5, eenheid: jaar}\n", "WP103", (8, 18), "cijfers"),
    (PARAMETER + "      - {waarde: 2, noemer: 0, eenheid: jaar}\n", "WP104", (8, 29), "Controleer"),
    (PARAMETER + "      - {waarde: 2, eenheid: jaren}\n", "WP105", (8, 30), "Kies uit: woningen, projecten, jaar, "),
    ("prijsgrenzen:\n  - {jaar: 2024, soort: nhg, bedrag_cent: 435.000}\n", "WP103", (5, 43), "435000"),
    (ACTIES + "  - {nummer: 2, paragraaf: a, tekst: Twee, eigenaar: we}\n", "WP107", (6, 54), "streepje"),
    (ACTIES + "  - {nummer: 2, paragraaf: a, tekst: Twee, deadlin: 2030}\n", "WP101", (6, 44), "Bedoelt u 'deadline'?"),
]


@pytest.mark.parametrize(("text", "code", "place", "hint"), CASES)
def test_each_fault_is_one_finding_at_its_place(
    write: Write, text: str, code: str, place: tuple[int, int], hint: str
) -> None:
    loaded = write(text, bronnen=set())
    assert [finding.code for finding in loaded.findings] == [code]
    finding = loaded.findings[0]
    assert finding.place is not None
    assert (finding.place.line, finding.place.column) == place
    assert hint in finding.hint
    assert finding.excerpt == (HEAD + text).splitlines()[place[0] - 1]
    assert loaded.agenda is None
    assert loaded.invoer is not None


def test_two_halves_of_a_year_are_no_overlap(write: Write) -> None:
    loaded = write(
        "prijsgrenzen:\n  - {jaar: 2024, soort: nhg, bedrag_cent: 1, tot: 2024-07}\n"
        "  - {jaar: 2024, soort: nhg, bedrag_cent: 2, vanaf: 2024-07}\n"
        "  - {jaar: 2024, soort: middenhuur, bedrag_cent: 2}\n  - {jaar: 2025, soort: nhg, bedrag_cent: 2}\n"
    )
    assert loaded.findings == ()


def test_documents_of_the_register_are_listed(write: Write) -> None:
    head = "versie: 1\nbron: elders\n"
    assert [f.code for f in write(ACTIES, head=head, bronnen=set()).findings] == ["WP203"]
    assert write(ACTIES, head=head, bronnen={"elders"}).findings == ()
    # Without the register's list nobody can say that the document is not in it.
    assert write(ACTIES, head=head).findings == ()


def test_all_faults_are_reported_in_order_of_place(write: Write) -> None:
    loaded = write(
        PARAMETER
        + "      - {vanaf: 2022, waarde: 1, eenheid: jaar}\n      - {vanaf: 2021, waarde: 2, eenheid: jaar}\n"
        + "acties:\n  - {nummer: 1, paragraaf: a, tekst: Een, gelijk_aan: 1, bron: zzz}\n",
        bronnen=set(),
    )
    assert [f.code for f in loaded.findings] == ["WP218", "WP217", "WP203"]


@pytest.mark.parametrize(
    ("text", "code"), [("", "WP005"), ("acties: [\n", "WP010"), ("- 1\n", "WP107"), ("versie: 2\n", "WP104")]
)
def test_what_is_no_agenda_is_a_finding(write: Write, text: str, code: str) -> None:
    loaded = write(text, head="")
    assert [f.code for f in loaded.findings] == [code]
    assert loaded.agenda is None


def test_a_missing_file_is_a_finding(tmp_path: Path) -> None:
    loaded = load_agenda(tmp_path / "agenda.yaml")
    assert [f.code for f in loaded.findings] == ["WP001"]
    assert (loaded.agenda, loaded.invoer) == (None, None)


STATES = "acties:\n  - nummer: 1\n    paragraaf: a\n    tekst: Een\n    per_gemeente: true\n    voortgang:\n"


@pytest.mark.parametrize(
    ("text", "code", "place", "said"),
    [
        (STATES + "      - {jaar: 2021, gemeente: Aap, status: open}\n", "WP201", (10, 32), "Aap"),
        (
            STATES
            + "      - {jaar: 2021, gemeente: Aa, status: open}\n      - {jaar: 2021, gemeente: aa, status: loopt}\n",
            "WP202",
            (11, 16),
            "2021 staat al bij dezelfde gemeente",
        ),
        (
            "sleutelprojecten:\n  - {id: kade, naam: Kade, soort: stedelijk, gemeente: Aap}\n",
            "WP201",
            (5, 56),
            "sleutelproject 'kade'",
        ),
    ],
)
def test_a_state_is_of_one_municipality_of_the_register(
    tmp_path: Path, text: str, code: str, place: tuple[int, int], said: str
) -> None:
    path = tmp_path / "agenda.yaml"
    path.write_text(HEAD + text, encoding="utf-8")
    (finding,) = load_agenda(path, set(), {"Aa", "Bee"}).findings
    assert finding.code == code
    assert finding.place is not None
    assert (finding.place.line, finding.place.column) == place
    assert said in finding.message


def test_two_states_of_one_year_have_dates_of_their_own(tmp_path: Path) -> None:
    path = tmp_path / "agenda.yaml"
    later = "      - {jaar: 2021, gemeente: Aa, status: afgerond, datum: 2021-09-01}\n"
    path.write_text(HEAD + STATES + "      - {jaar: 2021, gemeente: Aa, status: open}\n" + later, encoding="utf-8")
    assert load_agenda(path, set(), {"Aa", "Bee"}).findings == ()
