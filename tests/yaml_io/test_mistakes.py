"""Common mistakes: the place of the mistake and words for it, not the place where the parser stumbles over it."""

from __future__ import annotations

import time
import tracemalloc

import pytest

from woonplan.diagnostics import Diagnostic
from woonplan.yaml_io import RawFile, parse

HEAD = "versie: 1\npeildatum: 2020-01-01\nplannen:\n"
"""Three lines: the records begin on the fourth."""

REST = "    gemeente: Borne\n"


def refused(records: str, head: str = HEAD) -> Diagnostic:
    document, findings = parse(RawFile("f", head + records, ""))
    assert document is None
    (finding,) = findings
    assert finding.code == "WP010"
    return finding


RECORDS = {
    "no space after the colon": (
        "  - id: a\n    naam:Beek\n" + REST,
        "5:10", "na de dubbele punt ontbreekt een spatie: 'naam:Beek'", "Schrijf 'naam: Beek'.",
    ),
    "no space after the colon of the last key": (
        "  - id: a\n    naam:Beek\n",
        "5:10", "na de dubbele punt ontbreekt een spatie: 'naam:Beek'", "Schrijf 'naam: Beek'.",
    ),
    "no space after the colon, with a comment in between": (
        "  - id: a\n    naam:Beek\n    # wijk\n\n" + REST,
        "5:10", "na de dubbele punt ontbreekt een spatie: 'naam:Beek'", "Schrijf 'naam: Beek'.",
    ),
    "no space after the colon of the first key": (
        "  - id:a\n" + REST,
        "4:8", "na de dubbele punt ontbreekt een spatie: '- id:a'", "Schrijf '- id: a'.",
    ),
    "no space after a year": (
        "  - id: a\n    oplevering:\n      2024:20\n      2025: 3\n",
        "6:12", "na de dubbele punt ontbreekt een spatie: '2024:20'", "Schrijf '2024: 20'.",
    ),
    "no space after the colon, twice": (
        "  - id: a\n    naam:Beek\n    gemeente:Borne\n    planstatus: 3\n",
        "5:10", "na de dubbele punt ontbreekt een spatie: 'naam:Beek'", "Schrijf 'naam: Beek'.",
    ),
    "quotation marks in quotation marks": (
        '  - id: a\n    naam: "Plan "Noord" fase"\n' + REST,
        "5:17",
        "binnen een tekst tussen aanhalingstekens staan dezelfde aanhalingstekens: '\"Plan \"Noord\" fase\"'",
        "Zet er enkele aanhalingstekens omheen: 'Plan \"Noord\" fase'",
    ),
    "quotation marks in quotation marks, between braces": (
        '  - {id: a, naam: "Plan "Noord" fase", gemeente: Borne}\n',
        "4:25",
        "binnen een tekst tussen aanhalingstekens staan dezelfde aanhalingstekens: '\"Plan \"Noord\" fase\"'",
        "Zet er enkele aanhalingstekens omheen: 'Plan \"Noord\" fase'",
    ),
    "single ones in single ones": (
        "  - id: a\n    naam: 'Plan 'Noord' fase'\n" + REST,
        "5:17",
        "binnen een tekst tussen aanhalingstekens staan dezelfde aanhalingstekens: ''Plan 'Noord' fase''",
        "Zet er dubbele aanhalingstekens omheen: \"Plan 'Noord' fase\"",
    ),
    "a name that begins with a quoted word": (
        '  - id: a\n    naam: "Noord" fase 2  # later\n' + REST,
        "5:17",
        "na het sluitende aanhalingsteken gaat de tekst nog door: '\"Noord\" fase 2'",
        "Zet er enkele aanhalingstekens omheen: '\"Noord\" fase 2'",
    ),
    "a fixed space after the colon": (
        "  - id: a\n    naam: B\n    gemeente:\u00a0Borne\n",
        "6:14",
        "hier staat een vaste spatie waar een gewone spatie hoort: 'gemeente:\\xa0Borne'",
        "Vervang het door een gewone spatie. Tekst uit Word of van een webpagina bevat zulke tekens vaak.",
    ),
    "a fixed space after the dash": (
        "  -\u00a0id: a\n" + REST,
        "4:4",
        "hier staat een vaste spatie waar een gewone spatie hoort: '-\\xa0id: a'",
        "Vervang het door een gewone spatie. Tekst uit Word of van een webpagina bevat zulke tekens vaak.",
    ),
    "no closing quote": (
        '  - id: a\n    naam: "Beek\n' + REST,
        "5:11", "het aanhalingsteken dat hier opent, sluit niet op deze regel: 'naam: \"Beek'",
        'Sluit de tekst: "Beek"',
    ),
    "no closing quote, and one that opens 150 lines on": (
        '  - id: a\n    naam: "Beek\n' + REST + "  - id: b\n    naam: B\n    gemeente: Borne\n" * 50
        + '  - id: z\n    naam: "Zee"\n',
        "5:11", "het aanhalingsteken dat hier opent, sluit niet op deze regel: 'naam: \"Beek'",
        'Sluit de tekst: "Beek"',
    ),
    "no closing quote between braces": (
        '  - {id: a, naam: "Beek, gemeente: Borne}\n  - {id: b, naam: "Bos", gemeente: Borne}\n',
        "4:19",
        "het aanhalingsteken dat hier opent, sluit niet op deze regel: '- {id: a, naam: \"Beek, gemeente: Borne}'",
        'Sluit de tekst: "Beek"',
    ),
    "no space after the dash": (
        "  -id: a\n    naam: B\n" + REST,
        "4:3", "na het streepje ontbreekt een spatie: '-id: a'", "Schrijf '- id: a'.",
    ),
    "a conflict of versions": (
        "<<<<<<< HEAD\n  - id: a\n    naam: B\n=======\n  - id: a\n    naam: C\n>>>>>>> tak\n",
        "4:1", "hier staat een regel van een samenvoegconflict (git): '<<<<<<< HEAD'",
        "Kies welke van de twee versies blijft, en haal de regels met <<<<<<<, ======= en >>>>>>> weg.",
    ),
    "the end of a conflict that was left behind": (
        "  - id: a\n    naam: B\n>>>>>>> tak\n",
        "6:1", "hier staat een regel van een samenvoegconflict (git): '>>>>>>> tak'",
        "Kies welke van de twee versies blijft, en haal de regels met <<<<<<<, ======= en >>>>>>> weg.",
    ),
    "a conflict after lines that only begin like one": (
        '  - id: "a\n>>>>>>>x\n>>>>>>> tak\n' + "    # wijk\n" * 20 + '    " x\n',
        "6:1", "hier staat een regel van een samenvoegconflict (git): '>>>>>>> tak'",
        "Kies welke van de twee versies blijft, en haal de regels met <<<<<<<, ======= en >>>>>>> weg.",
    ),
    "the end of a conflict, and another 100 lines on": (
        "  - id: a\n    naam: \"A\n>>>>>>> tak\n" + "    # wijk\n" * 100 + "<<<<<<< HEAD\n    \" x\n",
        "6:1", "hier staat een regel van een samenvoegconflict (git): '>>>>>>> tak'",
        "Kies welke van de twee versies blijft, en haal de regels met <<<<<<<, ======= en >>>>>>> weg.",
    ),
    "no closing quote nor bracket": (
        '  - id: a\n    k: ["b\n',
        "5:9", "het bestand houdt midden in een waarde op: 'k: [\"b'", "Sluit het aanhalingsteken of de haak.",
    ),
    "a comma after a quoted text": (
        '  - id: a\n    naam: "Beek",\n' + REST,
        "5:17", "na het sluitende aanhalingsteken staat nog ',': '\"Beek\",'", "Haal ',' weg.",
    ),
    "a text that begins with a mark of YAML": (
        "  - id: a\n    naam: >5 'woningen'\n" + REST,
        "5:11", "tekst die met '>' begint, heeft aanhalingstekens nodig: 'naam: >5 'woningen''",
        "Schrijf: '>5 ''woningen'''",
    ),
    "a text in stars": (
        "  - id: a\n    naam: **Beek**\n" + REST,
        "5:11", "tekst die met '*' begint, heeft aanhalingstekens nodig: 'naam: **Beek**'", "Schrijf: '**Beek**'",
    ),
    "two mistakes on a line, of which the first is told": (
        '  - id: a\n    naam:"Plan "Noord" fase"\n' + REST,
        "5:10", "na de dubbele punt ontbreekt een spatie: 'naam:\"Plan \"Noord\" fase\"'",
        "Schrijf 'naam: \"Plan \"Noord\" fase\"'.",
    ),
    "no space after the dash and the colon": (
        "  -id:a\n    naam: B\n",
        "4:3", "na het streepje ontbreekt een spatie: '-id:a'", "Schrijf '- id:a'.",
    ),
    "a name with an apostrophe, and the next one 150 lines on": (
        "  - id: a\n    naam: 't Hof\n" + REST + "  - id: b\n    naam: B\n    gemeente: Borne\n" * 50
        + "  - id: z\n    naam: 's-Heerenpark\n" + REST,
        "5:11", "de apostrof waarmee ''t Hof' begint opent een tekst die niet sluit",
        "Zet de naam tussen dubbele aanhalingstekens: \"'t Hof\".",
    ),
    "a name with an apostrophe, and no other": (
        "  - id: a\n    naam: 't \"Hof\"\n" + REST + "  - id: b\n    naam: B\n    gemeente: Borne\n" * 50,
        "5:11", "de apostrof waarmee ''t \"Hof\"' begint opent een tekst die niet sluit",
        "Zet de naam tussen dubbele aanhalingstekens: \"'t \"Hof\"\".",
    ),
    # What is closed is no mistake, however it begins: the indentation ten lines on is.
    "a text over two lines that begins with a short word": (
        "  - id: a\n    opmerkingen: 'De bron zegt: dit is\n      een plan'\n    naam: A\n"
        + "  - id: b\n    naam: B\n    gemeente: Borne\n" * 2 + "   wijk: Noord\n",
        "14:4", "het inspringen klopt hier niet: 'wijk: Noord'",
        "Laat regels die bij elkaar horen op dezelfde kolom beginnen.",
    ),
    "a text over two lines that begins with a letter": (
        "  - id: a\n    opmerkingen: 'n Plan: dit is\n      een plan'\n    naam: A\n   wijk: Noord\n",
        "8:4", "het inspringen klopt hier niet: 'wijk: Noord'",
        "Laat regels die bij elkaar horen op dezelfde kolom beginnen.",
    ),
    "a dash of a word processor": (
        "  - id: z\n    naam: Zee\n  \u2013 id: a\n    naam: Beek\n" + REST,
        "6:3", "hier staat '\u2013' waar een gewoon streepje (-) hoort: '\u2013 id: a'", "Schrijf '- id: a'.",
    ),
    "dashes of a word processor without a space": (
        "  \u2013id: a\n    naam: Beek\n  \u2013id: b\n    naam: Bos\n",
        "4:3", "hier staat '\u2013' waar een gewoon streepje (-) hoort: '\u2013id: a'", "Schrijf '- id: a'.",
    ),
    "a bullet": (
        "  \u2022 id: a\n    naam: Beek\n",
        "4:3", "hier staat '\u2022' waar een gewoon streepje (-) hoort: '\u2022 id: a'", "Schrijf '- id: a'.",
    ),
    "a key at the first column inside a record": (
        "  - id: a\n    wijk: Noord\nnaam: Beek\n" + REST,
        "6:1", "het inspringen klopt hier niet: 'naam: Beek'",
        "Laat deze regel op kolom 5 beginnen, gelijk met de regels ervoor en erna.",
    ),
    "a key at the first column at the end of a record": (
        "  - id: a\nnaam: Beek\n\n  - id: b\n    naam: Bos\n",
        "5:1", "het inspringen klopt hier niet: 'naam: Beek'",
        "Laat deze regel op kolom 5 beginnen, gelijk met de regels ervoor en erna.",
    ),
    "a record that begins too far to the left": (
        "  - id: a\n    naam: Beek\n - id: b\n    naam: Bos\n",
        "6:2", "het inspringen klopt hier niet: '- id: b'",
        "Laat deze regel op kolom 3 beginnen, gelijk met de regels ervoor en erna.",
    ),
    "a brace that opens on the last line": (
        "  - id: a\n    oplevering: {2026: 30\n",
        "5:17", "de haak die hier opent, sluit niet: 'oplevering: {2026: 30'", "Sluit de haak: {2026: 30}",
    ),
    "a brace that opens on the last line, which does not end": (
        "  - id: a\n    oplevering: {2026: 30",
        "5:17", "de haak die hier opent, sluit niet: 'oplevering: {2026: 30'", "Sluit de haak: {2026: 30}",
    ),
    "a bracket that is not closed before the next key": (
        "  - id: a\n    naam: [Beek\n" + REST,
        "5:11", "de haak die hier opent, sluit niet: 'naam: [Beek'", "Sluit de haak: [Beek]",
    ),
    "a bracket that is not closed before the next record": (
        "  - id: a\n    knelpunten: [stikstof,  # bron\n  - id: b\n    naam: B\n",
        "5:17", "de haak die hier opent, sluit niet: 'knelpunten: [stikstof,  # bron'", "Sluit de haak: [stikstof]",
    ),
    "a bracket that is not closed on a later line": (
        "  - id: a\n    knelpunten: [stikstof,\n      # later\n\n      geluid\n  - id: b\n    naam: B\n",
        "5:17", "de haak die hier opent, sluit niet: 'knelpunten: [stikstof,'", "Sluit de haak op regel 8: geluid]",
    ),
    "a bracket that is not closed in the rest of the file": (
        "  - id: a\n    knelpunten: [stikstof,\n" + "      geluid,\n" * 20,
        "5:17", "de haak die hier opent, sluit niet: 'knelpunten: [stikstof,'", "Sluit de haak met ']'.",
    ),
    "braces in brackets, neither closed": (
        "  - id: a\n    k: [b: c, {d: e\n" + REST,
        "5:15", "de haak die hier opent, sluit niet: 'k: [b: c, {d: e'", "Sluit de haak: {d: e}]",
    ),
    # What is between brackets that do close is told where it stands.
    "no comma between braces over two lines": (
        "  - id: a\n    oplevering: {2026: 30\n      2027: 40}\n" + REST,
        "6:11", "hier ontbreekt een komma of een sluithaak: '2027: 40}'", "Sluit de haak of zet een komma.",
    ),
    # Not one of the above: the general words, at the line that they are about.
    "no colon at all": (
        "  - id: a\n    naam Beek\n" + REST,
        "5:5", "hier ontbreekt een dubbele punt: 'naam Beek'", "Schrijf 'naam: waarde'.",
    ),
    "indentation": (
        "  - id: a\n    naam: B\n   gemeente: Borne\n",
        "6:4", "het inspringen klopt hier niet: 'gemeente: Borne'",
        "Laat regels die bij elkaar horen op dezelfde kolom beginnen.",
    ),
    # A text over several lines is no mistake: the one after it is.
    "indentation after a text over two lines": (
        '  - id: a\n    naam: "Beek\n      en bos"\n   gemeente: Borne\n',
        "7:4", "het inspringen klopt hier niet: 'gemeente: Borne'",
        "Laat regels die bij elkaar horen op dezelfde kolom beginnen.",
    ),
}  # fmt: skip


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(("records", "place", "message", "hint"), list(RECORDS.values()), ids=list(RECORDS))
@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_the_mistake_itself_is_named(records: str, place: str, message: str, hint: str, ending: str) -> None:
    finding = refused(records.replace("\n", ending), HEAD.replace("\n", ending))
    assert (str(finding.place), finding.message, finding.hint) == (f"f:{place}", message, hint)
    line = int(place.split(":", maxsplit=1)[0])
    assert finding.excerpt == (HEAD + records).split("\n")[line - 1]


@pytest.mark.parametrize("where", ["first", "last"])
def test_a_mistake_in_a_large_file_is_told_in_bounded_time(where: str) -> None:
    many = "  - id: b\n    naam: B\n    gemeente: Borne\n" * 120_000
    wrong = '  - id: a\n    naam: "Plan "Noord" fase"\n'
    start = time.process_time()
    finding = refused(wrong + many if where == "first" else many + wrong)
    assert time.process_time() - start < 20
    # At the end of 5 MB no repair is tried: the parser's own place is the same line here.
    assert str(finding.place) == ("f:5:17" if where == "first" else "f:360005:18")


def test_a_name_with_an_apostrophe_far_before_the_problem_is_told_in_a_large_file() -> None:
    many = "  - id: b\n    naam: B\n    gemeente: Borne\n" * 120_000
    start = time.process_time()
    finding = refused("  - id: a\n    naam: 't Hof\n" + many + "  - id: c\n    naam: 's-Heerenpark\n" + REST)
    assert time.process_time() - start < 20
    assert str(finding.place) == "f:5:11"


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"], ids=["LF", "CR", "CRLF"])
def test_many_line_ends_before_a_mistake_cost_memory_as_their_text_does(end: str) -> None:
    text = HEAD + "  - id: a\n" + end * (4_000_000 // len(end)) + "a: b: c"
    tracemalloc.start()
    try:
        _, (finding,) = parse(RawFile("f", text, ""))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 6 * len(text)
    assert str(finding.place) == f"f:{5 + 4_000_000 // len(end)}:5"
    assert finding.excerpt == "a: b: c"


def test_many_possible_mistakes_cost_bounded_time() -> None:
    lines = "".join(f'    k{i}: "een\n      twee"\n' for i in range(20_000))
    start = time.process_time()
    finding = refused("  - id: a\n" + lines + "   gemeente: Borne\n")
    assert time.process_time() - start < 10
    assert finding.message.startswith("het inspringen klopt hier niet")


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    "record",
    ["  - >%s\n", '  - id: "%s\n', '  - id: "a "%s" b"\n', "  - id:%s\n" + REST, "  - id: 't %s\n"],
    ids=["special", "unclosed", "nested", "colon", "apostrophe"],
)
@pytest.mark.parametrize("text", ["\ud7fc", "a\u202eb", "x" * 500], ids=["unassigned", "turning", "long"])
def test_advice_is_as_printable_and_as_short_as_the_message(record: str, text: str) -> None:
    finding = refused(record % text)
    for words in (finding.message, finding.hint):
        assert words.isprintable()
        assert len(words) < 250
    assert ("..." in finding.message) == (len(text) > 80)
