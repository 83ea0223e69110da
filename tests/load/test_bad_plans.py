"""Bad plans: each one finding, at its line and column, with what to do."""

from __future__ import annotations

import pytest

from tests.conftest import PLANNEN, Register

# The head of the file is 5 lines, so the record starts at line 6; its keys at column 5.
PLAN = "  - id: a\n    naam: A\n    gemeente: Aa\n"

CASES = [
    # Numbers that PyYAML would read as something else (design 2.1).
    ("woningen: 2.000", "WP103", (9, 15), "Bedoelt u 2000?"),
    ("woningen: 012", "WP103", (9, 15), "Bedoelt u 12?"),
    ("woningen: 1_000", "WP103", (9, 15), "Bedoelt u 1000?"),
    ("woningen: 1e3", "WP103", (9, 15), "Bedoelt u 1000?"),
    ("woningen: 30.0", "WP103", (9, 15), "Bedoelt u 30?"),
    ("woningen: 12 000", "WP103", (9, 15), "Bedoelt u 12000?"),
    ("woningen: +5", "WP103", (9, 15), "Bedoelt u 5?"),
    ('woningen: "30"', "WP103", (9, 15), "zonder aanhalingstekens"),
    ("woningen: 1:30", "WP103", (9, 15), "alleen cijfers"),
    ("woningen: 0x10", "WP103", (9, 15), "alleen cijfers"),
    ("woningen: .5", "WP103", (9, 15), "alleen cijfers"),
    ("woningen: 2,5", "WP103", (9, 15), "alleen cijfers"),
    ("woningen: yes", "WP103", (9, 15), "alleen cijfers"),
    ("woningen: true", "WP103", (9, 15), "alleen cijfers"),
    ("woningen: ca. 30", "WP103", (9, 15), "precisie: circa"),
    ("woningen: ruim 30", "WP103", (9, 15), "precisie: minimaal"),
    ("woningen: 30-40", "WP103", (9, 15), "woningen_max: 40"),
    ("woningen: [1]", "WP103", (9, 15), "geheel getal"),
    ("woningen: 99999999999999999999", "WP103", (9, 15), "te groot"),
    ("woningen: 99999999", "WP104", (9, 15), "aantal cijfers"),
    ("woningen: -3", "WP104", (9, 15), "positief"),
    ("start: 0", "WP104", (9, 12), "Controleer"),
    # Shape.
    ("wonigen: 30", "WP101", (9, 5), "Bedoelt u 'woningen'?"),
    ("zzzzzzzz: 30", "WP101", (9, 5), "Mogelijke sleutels"),
    ("planstatus: zact", "WP105", (9, 17), "Bedoelt u 'zacht'?"),
    ("projectfase: bouwen", "WP105", (9, 18), "Kies uit"),
    ("bijgewerkt: 2024-13-01", "WP108", (9, 17), "jaar-maand-dag"),
    ("bijgewerkt: 1-7-2024", "WP108", (9, 17), "jaar-maand-dag"),
    ("oplevering: {26: 4}", "WP109", (9, 18), "2025-2029"),
    ("oplevering: {2029-2025: 4}", "WP109", (9, 18), "vroegste"),
    ("prioriteit: ja", "WP111", (9, 17), "prioriteit: true"),
    ("plaats: [Aa]", "WP106", (9, 13), "tekst"),
    ("plaats: ''", "WP112", (9, 13), "haal de regel weg"),
    ("locaties: Aa", "WP107", (9, 15), "streepje"),
    ("woningtype: 3", "WP107", (9, 17), "ingesprongen"),
    ("woningtype: {eensgezins: 3}", "WP101", (9, 18), "Bedoelt u 'eengezins'?"),
    ("bron: 'een nota'", "WP110", (9, 11), "letter"),
    # References.
    ("bron: notta", "WP203", (9, 11), "Bedoelt u 'nota'?"),
    ("onderdeel_van: iets", "WP204", (9, 20), "verzamelpost"),
    ("regio: Dal", "WP205", (9, 5), "precies een"),
    ("telt_mee: false", "WP213", (9, 15), "reden"),
    ("verdeling: {Aa: 3}", "WP209", (9, 5), "gemeenten"),
    # Sums and years.
    ("woningen_min: 40\n    woningen_max: 30", "WP301", (9, 19), "Wissel"),
    ("woningen: 40\n    woningen_max: 50", "WP302", (10, 19), "onder- en bovengrens"),
    ("woningen_min: 40\n    precisie: ruim", "WP302", (10, 15), "circa"),
    ("woningen: 30\n    gerealiseerd: 31", "WP303", (10, 19), "Verbeter"),
    ("woningen: 30\n    gerealiseerd: 10\n    restant: 21", "WP304", (11, 14), "volgt uit"),
    ("gerealiseerd: 10\n    restant: 21", "WP304", (10, 14), "alleen restant"),
    ("woningen: 30\n    restant: 31", "WP304", (10, 14), "Verbeter"),
    ("restant: 30\n    oplevering: {2026: 20}", "WP306", (10, 5), "onbekend"),
    ("restant: 30\n    oplevering: {2025-2027: 20, 2027: 10}", "WP305", (10, 33), "een periode"),
    ("restant: 30\n    woningtype: {eengezins: 31}", "WP307", (10, 5), "onbekend"),
    ("restant: 30\n    woningtype: {eengezins: 3, meergezins: 3, onbekend: 3}", "WP307", (10, 5), "onbekend"),
    ("sloop: 3\n    sloop_gerealiseerd: 4", "WP314", (10, 25), "Verbeter"),
    ("sloop: 3\n    sloop_gerealiseerd: 0\n    sloop_jaar: {2026: 2}", "WP306", (11, 5), "onbekend"),
    ("woningen: 3\n    gerealiseerd: 0\n    studentenwoningen: 4", "WP315", (11, 24), "Verbeter"),
]


@pytest.mark.parametrize(("lines", "code", "place", "hint"), CASES, ids=[c[0].replace("\n    ", "; ") for c in CASES])
def test_one_finding_at_its_place(register: Register, lines: str, code: str, place: tuple[int, int], hint: str) -> None:
    loaded = register(f"{PLAN}    {lines}\n")
    assert loaded.dataset is None
    assert [f.code for f in loaded.findings] == [code]
    finding = loaded.findings[0]
    assert finding.place is not None
    assert (finding.place.line, finding.place.column) == place
    assert hint in finding.hint
    assert finding.message.startswith("plan 'a': ")
    assert "[type=" not in finding.message
    assert finding.excerpt.strip()


@pytest.mark.parametrize(
    "lines", ["naam: 1960", "planstatus: 3", "planstatus: '3'", "bijgewerkt: 2024", "plaats: ~", "start:"]
)
def test_what_is_meant_well_is_read(register: Register, lines: str) -> None:
    record = "  - id: a\n    gemeente: Aa\n" + ("" if lines.startswith("naam") else "    naam: A\n")
    assert register(f"{record}    {lines}\n").findings == ()


def test_missing_key_points_at_the_record(register: Register) -> None:
    (finding,) = register("  - id: a\n    gemeente: Aa\n").findings
    assert (finding.code, str(finding.place).rpartition("/")[2]) == ("WP102", "plannen.yaml:6:5")
    assert "'naam' ontbreekt" in finding.message


def test_everything_at_once_sorted_by_place(register: Register) -> None:
    loaded = register("  - {id: a, naam: A, gemeente: Loser}\n  - {id: a, naam: B, gemeente: Bee, start: 0}\n")
    assert [(f.code, f.place.line if f.place else 0) for f in loaded.findings] == [("WP201", 6), ("WP104", 7)]


def test_misspelt_municipality_gets_the_nearest_name(register: Register) -> None:
    (finding,) = register("  - {id: a, naam: A, gemeente: Beee}\n").findings
    assert "gemeente 'Beee' bestaat niet" in finding.message
    assert finding.hint == "Bedoelt u 'Bee'?"


@pytest.mark.parametrize("name", ["Aa", "aa", "Aa (V.)", "GM0001"])
def test_municipality_by_name_alias_or_code(register: Register, name: str) -> None:
    assert register(f'  - {{id: a, naam: A, gemeente: "{name}"}}\n').findings == ()


def test_an_id_twice_names_both_places(register: Register) -> None:
    (finding,) = register("  - {id: a, naam: A, gemeente: Aa}\n  - {id: a, naam: B, gemeente: Bee}\n").findings
    assert finding.code == "WP202"
    assert "plannen.yaml:6:10" in finding.message


AGGREGATE = "  - {id: s, naam: S, soort: verzamelpost, regio: Dal, planstatus: hard, restant: 100%s}\n"


def test_parts_larger_than_their_aggregate(register: Register) -> None:
    part = "  - {id: p, naam: P, gemeente: Aa, planstatus: 1A, restant: 101, onderdeel_van: s}\n"
    exact = register(AGGREGATE % "" + part)
    assert [(f.code, str(f.severity)) for f in exact.findings] == [("WP308", "fout")]
    circa = register(AGGREGATE % ", precisie: circa" + part)
    assert [(f.code, str(f.severity)) for f in circa.findings] == [("WP308", "waarschuwing")]
    assert circa.dataset is not None


def test_a_part_of_another_class(register: Register) -> None:
    part = "  - {id: p, naam: P, gemeente: Aa, planstatus: 1C, restant: 10, onderdeel_van: s}\n"
    (finding,) = register(AGGREGATE % "" + part).findings
    assert finding.code == "WP206"
    assert "1C (zacht) in verzamelpost 's' (hard)" in finding.message


def test_aggregates_do_not_nest(register: Register) -> None:
    nested = "  - {id: t, naam: T, soort: verzamelpost, regio: Dal, planstatus: hard, restant: 5, onderdeel_van: s}\n"
    plain = "  - {id: p, naam: P, gemeente: Aa, planstatus: hard, restant: 5, onderdeel_van: q}\n"
    whole = "  - {id: q, naam: Q, gemeente: Aa, planstatus: hard, restant: 5}\n"
    assert [f.code for f in register(AGGREGATE % "" + nested).findings] == ["WP207"]
    assert [f.code for f in register(plain + whole).findings] == ["WP207"]


def test_division_over_municipalities(register: Register) -> None:
    good = "  - {id: a, naam: A, gemeenten: [Aa, Bee], restant: 30, verdeling: {Aa: 10, Bee: 20}}\n"
    assert register(good).findings == ()
    assert [f.code for f in register(good.replace("Bee: 20", "Bee: 21")).findings] == ["WP313"]
    assert [f.code for f in register(good.replace("Bee: 20", "Cee: 20")).findings] == ["WP209"]
    assert next(f.code for f in register(good.replace("[Aa, Bee]", "[Aa, Cee]")).findings) == "WP201"


CONTROL = "controle:\n  - {id: som, klassen: [hard], woningen: 100, tolerantie: 2}\n"


@pytest.mark.parametrize(("homes", "codes"), [(97, ["WP309"]), (98, []), (102, []), (103, ["WP309"])])
def test_control_total_within_its_tolerance(register: Register, homes: int, codes: list[str]) -> None:
    loaded = register(f"  - {{id: a, naam: A, gemeente: Aa, planstatus: 1A, restant: {homes}}}\n{CONTROL}")
    assert [f.code for f in loaded.findings] == codes


def test_an_unknown_record_can_fill_a_control_total_but_not_undo_it(register: Register) -> None:
    unknown = "  - {id: b, naam: B, gemeente: Aa, planstatus: 1A}\n"
    low = register(f"  - {{id: a, naam: A, gemeente: Aa, planstatus: 1A, restant: 10}}\n{unknown}{CONTROL}")
    # The sum proves nothing then, and says so; it may also be that a line fell away.
    assert [(f.code, str(f.severity)) for f in low.findings] == [("WP316", "waarschuwing")]
    assert low.dataset is not None
    high = register(f"  - {{id: a, naam: A, gemeente: Aa, planstatus: 1A, restant: 103}}\n{unknown}{CONTROL}")
    assert [f.code for f in high.findings] == ["WP309"]


def test_a_reason_beside_a_record_that_counts(register: Register) -> None:
    (finding,) = register("  - {id: a, naam: A, gemeente: Aa, restant: 3, reden: dubbel}\n").findings
    assert (finding.code, str(finding.severity)) == ("WP220", "waarschuwing")
    assert "telt_mee: false" in finding.hint


@pytest.mark.parametrize("versie", ["2", "0", "true", "1.0"])
def test_another_version_of_the_file(register: Register, versie: str) -> None:
    kop = PLANNEN.replace("versie: 1", f"versie: {versie}")
    (finding,) = register("  - {id: a, naam: A, gemeente: Aa}\n", kop=kop).findings
    assert finding.code in ("WP103", "WP104")
    assert finding.place is not None
    assert finding.place.line == 1


@pytest.mark.parametrize(
    ("line", "code", "message"),
    [
        ("oplevering: {2024: 2.000}", "WP103", "oplevering 2024 '2.000' is geen geheel getal"),
        ("oplevering: {2024: -3}", "WP104", "oplevering 2024 -3 is te klein; het minste is 0"),
        ("oplevering: {2024: }", "WP103", "bij 'oplevering 2024' hoort een geheel getal; hier staat: leeg"),
        ("oplevering: {26: 4}", "WP109", "oplevering: '26' is geen jaar of periode"),
        ("sloop_jaar: {2024-2025: x}", "WP103", "sloop_jaar 2024-2025 'x' is geen geheel getal"),
        ("woningtype: {eengezins: x}", "WP103", "eengezins 'x' is geen geheel getal"),
        ("woningen: x", "WP103", "woningen 'x' is geen geheel getal"),
    ],
)
def test_a_year_alone_does_not_say_what_it_is_about(register: Register, line: str, code: str, message: str) -> None:
    (finding,) = register(f"{PLAN}    {line}\n").findings
    assert (finding.code, finding.message) == (code, f"plan 'a': {message}")


@pytest.mark.parametrize(
    "record", ["  - id: a\n    naam: *x\n    gemeente: Aa\n", "  - *x\n", f"{PLAN}    oplevering: {{2024: *x}}\n"]
)
def test_a_reference_that_is_refused_is_not_called_empty_as_well(register: Register, record: str) -> None:
    assert [f.code for f in register(record).findings] == ["WP013"]


def test_what_is_empty_is_still_told_beside_a_reference(register: Register) -> None:
    loaded = register("  - id: a\n    naam: *x\n    gemeente: Aa\n  - {id: &b , naam: B, gemeente: Aa}\n")
    assert [f.code for f in loaded.findings] == ["WP013", "WP013", "WP106"]


@pytest.mark.parametrize(
    ("split", "added"),
    [
        # Of 30 homes; a written 'onbekend' holds what is not known, so that nothing else is open.
        ("woningtype: {eengezins: 20, onbekend: 5}", 25),
        ("woningtype: {eengezins: 20, onbekend: 10}", None),
        ("woningtype: {eengezins: 30, onbekend: 0}", None),
        ("woningtype: {onbekend: 29}", 29),
        ("betaalbaarheid: {sociale_huur: 20, onbekend: 5}", 25),
        ("betaalbaarheid: {sociale_huur: 20, huur_onbekend: 5, onbekend: 5}", None),
        ("zorg: {nultreden: 12, onbekend: 17}", 29),
        ("flex: {flexwoningen: 10, onbekend: 10, contract_maanden_max: 10}", 20),
        # Without it, what is absent is not known and may be all that is missing.
        ("woningtype: {eengezins: 20}", None),
        ("betaalbaarheid: {sociale_huur: 20, huur_onbekend: 5}", None),
        ("betaalbaarheid: {huur_onbekend: 5, koop_onbekend: 5}", None),
        ("zorg: {nultreden: 12}", None),
        ("flex: {flexwoningen: 10, contract_maanden_max: 10}", None),
    ],
)
@pytest.mark.parametrize("homes", ["restant: 30", "woningen: 30", "woningen_min: 30\n    woningen_max: 40"])
def test_a_split_that_says_what_is_unknown_adds_up(
    register: Register, split: str, added: int | None, homes: str
) -> None:
    findings = register(f"{PLAN}    {homes}\n    {split}\n").findings
    key = split.split(":", maxsplit=1)[0]
    expected = [] if added is None else [f"plan 'a': {key} telt op tot {added}, maar het plan heeft 30 woningen"]
    assert [f.message for f in findings if f.code == "WP307"] == expected
    assert len(findings) == len(expected)


def test_a_split_of_about_so_many_homes_adds_up_to_nothing_certain(register: Register) -> None:
    about = f"{PLAN}    woningen: 30\n    precisie: circa\n    woningtype: {{eengezins: 20, onbekend: 5}}\n"
    assert register(about).findings == ()
