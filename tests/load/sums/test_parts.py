"""Parts of an aggregate that are more than it is, or lie where or when it has no room for them."""

from __future__ import annotations

import pytest

from tests.conftest import Register

# The reference date is 1-1-2020, and the region has a third municipality for what lies in two of them.
GEMEENTEN = """\
versie: 1
regio: {naam: Dal, provincie: Veld}
bronnen: [{id: nota, titel: Nota wonen}]
gemeenten:
  - {naam: Aa, code: GM0001, aliassen: ["Aa (V.)"]}
  - {naam: Bee, code: GM0002}
  - {naam: Cee, code: GM0003}
"""


def found(register: Register, whole: str, *parts: str) -> list[str]:
    """What is found of an aggregate `v` and parts `p1`, `p2`, ...: the code, and the whole message."""
    place = "" if "gemeenten:" in whole else "regio: Dal, "
    text = f"  - {{id: v, naam: V, soort: verzamelpost, planstatus: hard, {place}{whole}}}\n"
    for number, part in enumerate(parts, 1):
        where = "" if "gemeente" in part or "regio" in part else "gemeente: Aa, "
        text += f"  - {{id: p{number}, naam: P, planstatus: 1A, onderdeel_van: v, {where}{part}}}\n"
    loaded = register(text, gemeenten=GEMEENTEN)
    assert (loaded.dataset is None) == any(str(f.severity) == "fout" for f in loaded.findings)
    return [f"{f.code} {f.severity} {f.message}" for f in loaded.findings]


MORE = "WP308 %s plan 'v': de onderdelen (%s) tellen op tot %d, meer dan de verzamelpost zelf (%d)"


@pytest.mark.parametrize(
    ("whole", "part", "severity"),
    [
        ("restant: 100", 100, None),
        ("restant: 100", 101, "fout"),
        ("restant: 100, precisie: maximaal", 101, "fout"),
        ("woningen_max: 100, gerealiseerd: 0", 101, "fout"),
        ("woningen: 100", 101, "fout"),
        ("restant: 100, precisie: circa", 101, "waarschuwing"),
        ("restant: 100, precisie: minimaal", 101, None),
        ("plaats: Dal", 101, None),
    ],
)
def test_parts_larger_than_their_aggregate(register: Register, whole: str, part: int, severity: str | None) -> None:
    right = [MORE % (severity, "'p1'", part, 100)] if severity else []
    assert found(register, whole, f"restant: {part}") == right


def test_only_what_parts_have_at_least_is_held_against_their_aggregate(register: Register) -> None:
    assert found(register, "restant: 10", "restant: 6", "woningen: 90", "plaats: Aa") == []
    assert found(register, "restant: 10", "restant: 6", "restant: 5") == [MORE % ("fout", "'p1', 'p2'", 11, 10)]
    assert found(register, "restant: 10", "restant: 11, telt_mee: false, reden: x") == []


def test_of_many_parts_some_are_named(register: Register) -> None:
    (message,) = found(register, "restant: 6", *["restant: 1"] * 7)
    assert "('p1', 'p2', 'p3', 'p4', 'p5', en 2 andere) tellen op tot 7" in message


SHARE = "WP319 %s plan 'v': de onderdelen (%s) hebben in %s %d woningen, meer dan de verdeling (%d)"
DIVIDED = "gemeenten: [Aa, Bee, Cee], restant: 60, verdeling: {Aa: 30, Bee: 20, Cee: 10}"


@pytest.mark.parametrize(
    ("parts", "right"),
    [
        (["restant: 30"], None),
        (["restant: 31"], ("'p1'", "'Aa'", 31, 30)),
        (["restant: 15", "restant: 15"], None),
        (["restant: 15", "restant: 16"], ("'p1', 'p2'", "'Aa'", 31, 30)),
        (["gemeente: Aa (V.), restant: 31"], ("'p1'", "'Aa'", 31, 30)),
        (["woningen: 31"], None),
        (["plaats: Aa"], None),
        (["gemeente: Bee, restant: 21"], ("'p1'", "'Bee'", 21, 20)),
        # In two municipalities: with what lies in one of them.
        (["gemeenten: [Bee, Cee], restant: 30"], None),
        (["gemeenten: [Cee, Bee], restant: 31"], ("'p1'", "'Bee', 'Cee'", 31, 30)),
        (["gemeenten: [Bee, Cee], restant: 20", "gemeente: Cee, restant: 10"], None),
        (["gemeenten: [Bee, Cee], restant: 21", "gemeente: Cee, restant: 10"], ("'p1', 'p2'", "'Bee', 'Cee'", 31, 30)),
        # As it is divided itself.
        (["gemeenten: [Bee, Cee], restant: 30, verdeling: {Bee: 20, Cee: 10}"], None),
        (["gemeenten: [Bee, Cee], restant: 30, verdeling: {Bee: 19, Cee: 11}"], ("'p1'", "'Cee'", 11, 10)),
        # Anywhere: what is too much for all together is said of the aggregate.
        (["regio: Dal, restant: 60"], None),
        (["gemeenten: [Aa, Bee, Cee], restant: 60"], None),
    ],
)
def test_parts_larger_than_a_share(
    register: Register, parts: list[str], right: tuple[str, str, int, int] | None
) -> None:
    assert found(register, DIVIDED, *parts) == ([SHARE % ("fout", *right)] if right else [])


@pytest.mark.parametrize(
    ("homes", "part", "severity"),
    [
        ("restant: 60, precisie: maximaal", 30, None),
        ("restant: 60, precisie: maximaal", 31, "fout"),
        ("woningen: 60", 31, "fout"),
        # About 60: the margin is 5; what is more makes the aggregate larger.
        ("restant: 60, precisie: circa", 35, None),
        ("restant: 60, precisie: circa", 36, "waarschuwing"),
        ("restant: 60, precisie: circa, marge: 0", 31, "waarschuwing"),
        ("restant: 60, precisie: minimaal", 31, None),
        ("plaats: Dal", 31, "fout"),
    ],
)
def test_a_share_is_as_precise_as_its_aggregate(
    register: Register, homes: str, part: int, severity: str | None
) -> None:
    right = [SHARE % (severity, "'p1'", "'Aa'", part, 30)] if severity else []
    assert found(register, DIVIDED.replace("restant: 60", homes), f"restant: {part}") == right


BEYOND = "WP319 fout plan 'p1': %s %s valt buiten de jaren van verzamelpost 'v'"
ABOVE = "WP319 %s plan 'v': %s van de onderdelen (%s) is %d meer dan de verzamelpost in die jaren heeft"


def years(restant: int, oplevering: str) -> str:
    return f"restant: {restant}, oplevering: {{{oplevering}}}"


@pytest.mark.parametrize(
    ("whole", "parts", "right"),
    [
        (years(10, "2021: 6, 2025: 4"), [years(6, "2021: 6")], []),
        (years(10, "2021: 6, 2025: 4"), [years(7, "2021: 7")], [ABOVE % ("fout", "oplevering", "'p1'", 1)]),
        (years(10, "2021: 6, 2025: 4"), [years(2, "2022: 2")], [BEYOND % ("oplevering", "2022")]),
        (years(10, "2021: 6, 2025: 4"), [years(4, "2022-2025: 4")], []),
        (years(10, "2021: 6, 2025: 4"), [years(5, "2022-2025: 5")], [ABOVE % ("fout", "oplevering", "'p1'", 1)]),
        (years(10, "2021: 6, 2025: 4"), [years(2, "2022-2024: 2")], [BEYOND % ("oplevering", "2022-2024")]),
        # Without years: in any of those of the aggregate.
        (years(10, "2021: 6, 2025: 4"), ["restant: 10"], []),
        (years(10, "2021: 6, 2025: 4"), [years(10, "2021: 6, onbekend: 4")], []),
        # The narrow ones first: 4 in 2021 or 2022, and 4 in 2021.
        (years(8, "2021: 4, 2022: 4"), [years(4, "2021-2022: 4"), years(4, "2021: 4")], []),
        (years(8, "2020-2021: 4, 2022-2023: 4"), [years(4, "2021-2022: 4"), years(4, "2023: 4")], []),
        (
            years(8, "2020-2021: 4, 2022-2023: 4"),
            [years(2, "2021-2022: 2"), years(5, "2023: 5")],
            [ABOVE % ("fout", "oplevering", "'p1', 'p2'", 1)],
        ),
        (years(9, "2021: 3, 2022: 3, 2023: 3"), [years(5, "2021-2022: 5"), years(4, "2022-2023: 4")], []),
        (
            years(9, "2021: 3, 2022: 3, 2025: 3"),
            [years(5, "2021-2022: 5"), years(2, "2022: 2")],
            [ABOVE % ("fout", "oplevering", "'p1', 'p2'", 1)],
        ),
        # Undated homes of the aggregate, and overdue ones, lie where its parts say.
        (years(10, "2021: 6, onbekend: 4"), [years(4, "2025: 4")], []),
        (years(10, "2021: 6, onbekend: 4"), [years(5, "2025: 5")], [ABOVE % ("fout", "oplevering", "'p1'", 1)]),
        (years(10, "2021: 6, onbekend: 4"), [years(10, "2021: 10")], []),
        ("woningen: 10, oplevering: {2021: 6}", [years(4, "2025: 4")], []),
        ("woningen: 10, oplevering: {2021: 6}", [years(5, "2025: 5")], [ABOVE % ("fout", "oplevering", "'p1'", 1)]),
        ("oplevering: {2021: 6}", [years(5, "2025: 5")], []),
        ("gerealiseerd: 3, oplevering: {2021: 6}", [years(5, "2025: 5")], []),
        ("restant: 10, precisie: minimaal, oplevering: {2021: 10}", [years(5, "2025: 5")], []),
        (years(10, "2021: 10, 2025: 0"), [years(1, "2025: 1")], [BEYOND % ("oplevering", "2025")]),
        (years(10, "2021: 10"), [years(4, "2021: 4, 2025: 0")], []),
        # Years of a span that are over do not count any more.
        (years(10, "2018-2020: 10"), [years(4, "2019-2020: 4")], []),
        # About 10: its years grow with its parts, but a year that it does not have is none of them.
        (f"{years(10, '2021: 6, 2025: 4')}, precisie: circa", [years(7, "2021: 7")], []),
        (
            f"{years(10, '2021: 6, 2025: 4')}, precisie: circa",
            [years(8, "2021: 8")],
            [ABOVE % ("waarschuwing", "oplevering", "'p1'", 2)],
        ),
        (
            f"{years(10, '2021: 6, 2025: 4')}, precisie: circa",
            [years(1, "2022: 1")],
            [BEYOND % ("oplevering", "2022")],
        ),
    ],
)
def test_years_of_parts(register: Register, whole: str, parts: list[str], right: list[str]) -> None:
    assert found(register, whole, *parts) == right


def test_overdue_homes_of_an_aggregate_lie_where_its_parts_say(register: Register) -> None:
    late = "WP318 waarschuwing plan 'v': 4 woningen zijn achterstallig: oplevering voor 2020, en nog te bouwen"
    whole = years(10, "2018: 4, 2021: 6")
    assert found(register, whole, years(4, "2025: 4")) == [late]
    assert found(register, whole, years(5, "2025: 5")) == [late, ABOVE % ("fout", "oplevering", "'p1'", 1)]


def demolition(number: int, sloop_jaar: str = "") -> str:
    told = f", sloop_jaar: {{{sloop_jaar}}}" if sloop_jaar else ""
    return f"sloop: {number}, sloop_gerealiseerd: 0{told}"


SLOOP = "WP319 fout plan 'v': de onderdelen (%s) slopen er %d, meer dan de verzamelpost zelf (%d)"


@pytest.mark.parametrize(
    ("whole", "parts", "right"),
    [
        (demolition(3), [demolition(3)], []),
        (demolition(3), [demolition(4)], [SLOOP % ("'p1'", 4, 3)]),
        (demolition(3), [demolition(2), demolition(2)], [SLOOP % ("'p1', 'p2'", 4, 3)]),
        (demolition(0), [demolition(1)], [SLOOP % ("'p1'", 1, 0)]),
        ("sloop: 3", [demolition(4)], [SLOOP % ("'p1'", 4, 3)]),
        ("sloop: 3, sloop_gerealiseerd: 1", [demolition(3)], [SLOOP % ("'p1'", 3, 2)]),
        # How much of it is left is not known, so that it may be none.
        (demolition(3), ["sloop: 4"], []),
        ("plaats: Dal", [demolition(4)], []),
        (demolition(3), ["plaats: Aa"], []),
        # The margin of the homes is none of the demolition.
        (f"{demolition(30)}, precisie: circa", [demolition(31)], [SLOOP % ("'p1'", 31, 30)]),
        (demolition(3, "2021: 3"), [demolition(3, "2021: 3")], []),
        (demolition(3, "2021: 3"), [demolition(1, "2022: 1")], [BEYOND % ("sloop_jaar", "2022")]),
        (demolition(3, "2021: 2, 2022: 1"), [demolition(2, "2022: 2")], [ABOVE % ("fout", "sloop_jaar", "'p1'", 1)]),
        (demolition(3, "2021: 2, onbekend: 1"), [demolition(1, "2022: 1")], []),
        ("sloop_jaar: {2021: 2}", [demolition(4, "2022: 4")], []),
    ],
)
def test_demolition_of_parts(register: Register, whole: str, parts: list[str], right: list[str]) -> None:
    assert found(register, f"restant: 100, {whole}", *(f"restant: 1, {part}" for part in parts)) == right


def test_a_finding_stands_where_it_can_be_mended(register: Register) -> None:
    text = f"""\
  - id: v
    naam: V
    soort: verzamelpost
    planstatus: hard
    gemeenten: [Aa, Bee]
    restant: 10
    verdeling: {{Aa: 4, Bee: 6}}
    oplevering: {{2021: 10}}
    sloop: 0
  - {{id: p, naam: P, planstatus: 1A, onderdeel_van: v, gemeente: Bee, {years(7, "2022: 7")}, {demolition(1)}}}
"""
    places = {(f.place.line, f.place.column) for f in register(text, gemeenten=GEMEENTEN).findings if f.place}
    assert places == {(12, 29), (14, 12), (15, 96)}


@pytest.mark.parametrize("precisie", ["exact", "circa"])
@pytest.mark.parametrize("part", ["restant: 3", "woningen_min: 3", "naam: B"])
def test_an_aggregate_below_0_has_no_parts(register: Register, precisie: str, part: str) -> None:
    whole = f"soort: verzamelpost, soort_aantal: netto, restant: -4, precisie: {precisie}"
    name = "" if part.startswith("naam") else "naam: B, "
    loaded = register(
        f"  - {{id: a, naam: A, gemeente: Aa, planstatus: 1A, {whole}}}\n"
        f"  - {{id: b, {name}gemeente: Aa, planstatus: 1A, onderdeel_van: a, {part}}}\n"
    )
    assert [f.code for f in loaded.errors] == ["WP308"]
    assert loaded.dataset is None
