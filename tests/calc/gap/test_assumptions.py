"""The facts behind the remarks: each is there when its cause is, and only then."""

from __future__ import annotations

import pytest

from tests.conftest import GEMEENTEN, PLANNEN, Register
from woonplan.calc.gap.assumptions import Assumptions, assumptions
from woonplan.calc.gap.balance import balance
from woonplan.calc.question import Question
from woonplan.calc.view import View
from woonplan.model.dataset import Dataset
from woonplan.model.vocabulary import SoortAantal, Strategie

KOP = PLANNEN.replace("soort_aantal", "statusdefinitie: basisset-2022\nsoort_aantal")
CLEAN = (
    "  - {id: a, naam: A, gemeente: Aa, planstatus: 1A, restant: 10, oplevering: {2025: 10}}\n"
    "  - {id: b, naam: B, gemeente: Bee, planstatus: 3, restant: 20, oplevering: {2026: 20}}\n"
)


def facts(
    register: Register,
    extra: str = "",
    *,
    question: Question | None = None,
    gemeenten: str = GEMEENTEN,
    kop: str = KOP,
    plannen: str = CLEAN,
) -> Assumptions:
    loaded = register(plannen + extra, gemeenten=gemeenten, kop=kop)
    assert [f for f in loaded.findings if f.severity == "fout"] == []
    assert loaded.dataset is not None
    asked = question or Question()
    return assumptions(View(loaded.dataset, asked), balance(View(loaded.dataset, asked)).gebruikt)


def test_a_register_without_questions(register: Register) -> None:
    found = facts(register)
    records = found.records
    assert (records.total, records.counted, records.kinds) == (2, 2, ((SoortAantal.BRUTO, 2),))
    zero = (
        *(records.status_unknown, records.excluded, records.outside, records.outside_unknown, records.without_number),
        *(records.undivided, records.without_delivered, records.without_year, records.without_strategie),
        *(records.fictief, records.aanname),
    )
    assert set(zero) == {0}
    assert (found.other_tellingen, found.statements, found.derived) == ((), (), ())
    assert not any((found.imprecise_peildatum, found.before_period, found.net_and_gross))
    assert not any((found.statusdefinitie_unknown, found.incomplete))
    assert found.telling is not None
    assert found.telling.id == "tien"


FICTIEF = "herkomst: fictief, bron: nota"

COUNTS = [
    # One record more, and the count that it raises.
    ("id: x, naam: X, gemeente: Aa, restant: 1", "status_unknown without_year"),
    ("id: x, naam: X, gemeente: Aa, planstatus: onbekend, restant: 1", "status_unknown without_year"),
    ("id: x, naam: X, gemeente: Aa, planstatus: 5B, restant: 1", "excluded"),
    ("id: x, naam: X, gemeente: Aa, planstatus: 1A, restant: 1, telt_mee: false, reden: r", "outside"),
    ("id: x, naam: X, gemeente: Aa, planstatus: 1A, telt_mee: false, reden: r", "outside outside_unknown"),
    ("id: x, naam: X, gemeente: Aa, planstatus: 1A", "counted without_number without_year"),
    ("id: x, naam: X, gemeente: Aa, planstatus: 1A, woningen: 1", "counted without_delivered without_year"),
    ("id: x, naam: X, gemeente: Aa, planstatus: 1A, woningen: 1, gerealiseerd: 0", "counted without_year"),
    ("id: x, naam: X, gemeente: Aa, planstatus: 1A, restant: 1", "counted without_year"),
    ("id: x, naam: X, gemeente: Aa, planstatus: 1A, restant: 1, oplevering: {onbekend: 1}", "counted without_year"),
    (f"id: x, naam: X, gemeente: Aa, planstatus: 5A, restant: 1, {FICTIEF}", "excluded fictief"),
    ("id: x, naam: X, gemeente: Aa, planstatus: 5A, restant: 1, herkomst: aanname, bron: nota", "excluded aanname"),
]  # fmt: skip


@pytest.mark.parametrize(("record", "raised"), COUNTS)
def test_a_record_raises_only_the_counts_it_belongs_to(register: Register, record: str, raised: str) -> None:
    before, after = (facts(register, extra).records for extra in ("", f"  - {{{record}}}\n"))
    names = [name for name in before._fields if name not in ("kinds", "silent", "homes_without_year")]
    changed = {name for name in names if getattr(after, name) != getattr(before, name)}
    assert changed == {"total", *raised.split()}
    assert all(getattr(after, name) == getattr(before, name) + 1 for name in changed)


UNDATED = [
    # Of one plan more: whether it has homes without a year, how many at least and at most; None is open.
    ("restant: 500, oplevering: {onbekend: 500}", 1, (500, 500)),
    ("restant: 500, oplevering: {2025: 300, onbekend: 200}", 1, (200, 200)),
    ("restant: 500, oplevering: {2025: 500, onbekend: 0}", 0, (0, 0)),
    ("restant: 500, oplevering: {2025-2031: 500}", 0, (0, 0)),
    ("woningen: 500, oplevering: {2025: 500}", 0, (0, 0)),
    # Delivered or still to come: 100 that no year has.
    ("woningen: 500, oplevering: {2025: 400}", 1, (0, 100)),
    ("restant: 500", 1, (500, 500)),
    ("restant: 0", 0, (0, 0)),
    ("woningen: 500", 1, (0, 500)),
    ("restant: 500, precisie: minimaal", 1, (500, None)),
    # Overdue: still to come, without a year.
    ("restant: 300, oplevering: {2015: 300}", 1, (300, 300)),
    ("telt_mee: false, reden: r, restant: 500", 0, (0, 0)),
]


@pytest.mark.parametrize(("record", "plans", "homes"), UNDATED)
def test_plans_and_homes_without_a_year(
    register: Register, record: str, plans: int, homes: tuple[int, int | None]
) -> None:
    found = facts(register, f"  - {{id: x, naam: X, gemeente: Aa, planstatus: 1A, {record}}}\n").records
    assert (found.without_year, found.homes_without_year.bounds[:2]) == (plans, homes)


def test_homes_of_an_aggregate_without_a_year_are_those_beside_its_parts(register: Register) -> None:
    whole = "  - {id: w, naam: W, soort: verzamelpost, gemeente: Aa, planstatus: 1A, restant: 100}\n"
    part = "  - {id: p, naam: P, gemeente: Aa, planstatus: 1A, onderdeel_van: w, restant: 40, oplevering: {2025: 40}}\n"
    found = facts(register, whole + part).records
    assert (found.without_year, found.homes_without_year.bounds[:2]) == (1, (60, 60))


def test_kinds_of_numbers_side_by_side(register: Register) -> None:
    extra = (
        "  - {id: n, naam: N, gemeente: Aa, planstatus: 1A, restant: 1, soort_aantal: netto}\n"
        "  - {id: o, naam: O, gemeente: Aa, planstatus: 1A, restant: 1, soort_aantal: onbekend}\n"
        # A record outside the sums says nothing of the kind of the sums.
        "  - {id: p, naam: P, gemeente: Aa, planstatus: 5A, restant: 1, soort_aantal: netto}\n"
    )
    kinds = facts(register, extra).records.kinds
    assert kinds == ((SoortAantal.BRUTO, 2), (SoortAantal.NETTO, 1), (SoortAantal.ONBEKEND, 1))


def test_a_plan_in_two_municipalities(register: Register) -> None:
    extra = "  - {id: g, naam: G, gemeenten: [Aa, Bee], planstatus: 1A, restant: 5}\n"
    assert facts(register, extra).records.undivided == 0
    assert facts(register, extra, question=Question(gemeenten=("Aa",))).records.undivided == 1


def test_a_divided_plan_is_one_record_wherever_it_is_asked_for(register: Register) -> None:
    three = GEMEENTEN + "  - {naam: Cee, code: GM0003}\n"
    plan = (
        "  - {id: g, naam: G, gemeenten: [Aa, Bee, Cee], verdeling: {Aa: 1, Bee: 2, Cee: 3}, planstatus: 1A,"
        " restant: 6, oplevering: {2025: 6}}\n"
    )
    # Its parts in Aa and in Bee, and a and b.
    found = facts(register, plan, gemeenten=three, question=Question(gemeenten=("Aa", "Bee"))).records
    assert (found.counted, found.undivided) == (3, 0)


def test_a_municipality_without_records_is_named(register: Register) -> None:
    only = CLEAN.splitlines(keepends=True)[0]
    assert facts(register).records.silent == ()
    assert facts(register, plannen=only).records.silent == ("Bee",)
    assert facts(register, plannen=only, question=Question(gemeenten=("Aa",))).records.silent == ()
    assert facts(register, plannen=only, question=Question(gemeenten=("Bee",))).records.silent == ("Bee",)
    # Aggregates of the region hold what its municipalities plan.
    whole = "  - {{id: {0}, naam: W, soort: verzamelpost, regio: Dal, planstatus: {0}, restant: 5}}\n"
    both = whole.format("hard") + whole.format("zacht")
    assert facts(register, both, plannen=only).records.silent == ()


def test_records_without_a_strategy_count_where_one_is_asked_for(register: Register) -> None:
    question = Question(strategieen=frozenset({Strategie.BUITEN_WONEN}))
    extra = "  - {id: s, naam: S, gemeente: Aa, planstatus: 1A, restant: 1, strategie: buiten_wonen}\n"
    assert facts(register, extra, question=question).records.without_strategie == 2
    assert facts(register, extra).records.without_strategie == 0


def test_a_fictional_register_is_fictional_in_every_record(register: Register) -> None:
    fictional = GEMEENTEN.replace("versie: 1\n", "versie: 1\nfictief: true\n")
    assert facts(register, gemeenten=fictional).records.fictief == 2


@pytest.mark.parametrize(("peildatum", "imprecise"), [("2020", True), ("2020-01", True), ("2020-01-01", False)])
def test_an_imprecise_reference_date(register: Register, peildatum: str, imprecise: bool) -> None:
    kop = KOP.replace("peildatum: 2020-01-01", f"peildatum: {peildatum}")
    assert facts(register, kop=kop).imprecise_peildatum is imprecise


@pytest.mark.parametrize(("peildatum", "before"), [("2019-12-31", True), ("2019", True), ("2020-01-01", False)])
def test_capacity_from_before_the_period(register: Register, peildatum: str, before: bool) -> None:
    kop = KOP.replace("peildatum: 2020-01-01", f"peildatum: {peildatum}")
    assert facts(register, kop=kop).before_period is before


@pytest.mark.parametrize(
    ("soort", "netto", "mixed"), [("bruto", False, True), ("bruto", True, False), ("netto", False, False)]
)
def test_net_delivery_beside_gross_capacity(register: Register, soort: str, netto: bool, mixed: bool) -> None:
    kop = KOP.replace("2020-01-01", "2021-01-01").replace("bruto", soort)
    assert facts(register, kop=kop, question=Question(netto=netto)).net_and_gross is mixed


@pytest.mark.parametrize(
    ("line", "incomplete"),
    [
        ("volledig: false\n", (("", ""),)),
        ("volledig: false\nvolledig_reden: te laat\n", (("", "te laat"),)),
        ("onvolledig: {GM0002: leverde niet}\n", (("Bee", "leverde niet"),)),
        ("volledig: true\n", ()),
        ("", ()),
    ],
)
def test_plans_that_are_not_complete(register: Register, line: str, incomplete: tuple[tuple[str, str], ...]) -> None:
    kop = KOP.replace("bron: nota\n", f"bron: nota\n{line}")
    assert facts(register, kop=kop).incomplete == incomplete
    # What is missing in Bee says nothing of Aa.
    aa = facts(register, kop=kop, question=Question(gemeenten=("Aa",))).incomplete
    assert aa == tuple(one for one in incomplete if one[0] != "Bee")


def test_an_unknown_definition_of_hard_and_soft(register: Register) -> None:
    assert facts(register, kop=PLANNEN).statusdefinitie_unknown
    unknown = KOP.replace("basisset-2022", "onbekend")
    assert facts(register, kop=unknown).statusdefinitie_unknown


def test_other_readings_and_other_statements(register: Register) -> None:
    more = GEMEENTEN.replace(
        "    uitspraken:\n",
        "      - {id: elf, van: 2020-01-01, tot: 2031-01-01}\n    uitspraken:\n"
        "      - {id: oud, soort: ambitie, regio: Dal, woningen: 900}\n",
    )
    found = facts(register, gemeenten=more)
    assert [t.id for t in found.other_tellingen] == ["elf"]
    assert [(used.id, [o.id for o in others]) for used, others in found.statements] == [("ambitie", ["oud"])]
    chosen = facts(register, gemeenten=more, question=Question(telling="elf", uitspraken=("oud",)))
    assert [t.id for t in chosen.other_tellingen] == ["tien"]
    assert [(used.id, [o.id for o in others]) for used, others in chosen.statements] == [("oud", ["ambitie"])]


def test_without_a_set_of_targets(register: Register) -> None:
    bare = GEMEENTEN[: GEMEENTEN.index("opgaven:")] + GEMEENTEN[GEMEENTEN.index("gemeenten:\n") :]
    found = facts(register, gemeenten=bare)
    assert (found.telling, found.other_tellingen, found.statements) == (None, (), ())
    assert not found.before_period


def test_the_shipped_registers(shipped: Dataset, shipped_2021: Dataset) -> None:
    found = assumptions(View(shipped), balance(View(shipped)).gebruikt)
    # Two aggregates count; of the 38 key projects three have a number of homes (30, 200 and 78).
    assert (found.records.total, found.records.counted) == (40, 2)
    assert (found.records.outside, found.records.outside_unknown) == (38, 35)
    assert found.records.kinds == ((SoortAantal.ONBEKEND, 2),)
    assert (found.net_and_gross, found.incomplete, found.imprecise_peildatum) == (False, (), False)
    found = assumptions(View(shipped_2021), balance(View(shipped_2021)).gebruikt)
    assert (found.records.total, found.records.counted, found.records.silent) == (28, 28, ())
    assert (found.net_and_gross, found.incomplete, found.imprecise_peildatum) == (True, (("", ""),), True)


@pytest.mark.parametrize("where", ["uitspraak", "opgave"])
def test_a_statement_that_no_source_gives_is_named(register: Register, where: str) -> None:
    old, new = {
        "uitspraak": ("woningen_max: 1200", "woningen_max: 1200, herkomst: afgeleid"),
        "opgave": ("    bron: nota\n", "    bron: nota\n    herkomst: afgeleid\n"),
    }[where]
    found = facts(register, gemeenten=GEMEENTEN.replace(old, new))
    assert [uitspraak.id for uitspraak in found.derived] == ["ambitie"]
