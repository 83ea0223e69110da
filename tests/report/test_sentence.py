"""The answer in one sentence: right in every case, and no other numbers than those of the cells of the balance."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.calc.registers import registers
from tests.conftest import GEMEENTEN, PLANNEN, ROOT, Register
from woonplan.calc.confidential import visible
from woonplan.calc.question import Question, Tegen
from woonplan.calc.view import View
from woonplan.load import load
from woonplan.model.dataset import Dataset
from woonplan.model.number import Bound, Precisie
from woonplan.model.statussen import Planstatus
from woonplan.model.vocabulary import Strategie, Vertrouwelijkheid
from woonplan.report.gap.balance import gap_document
from woonplan.report.sentence import scope, sentence
from woonplan.tables.cell import Value

TARGET = "woningen_min: 1000, woningen_max: 1200"
assert TARGET in GEMEENTEN

HARD = Question(statussen=frozenset({Planstatus.HARD}))


def a_plan(status: str, gemeente: str, homes: str) -> str:
    return f"  - {{id: {gemeente.lower()}, naam: N, gemeente: {gemeente}, planstatus: {status}, {homes}}}\n"


def hard(homes: str) -> str:
    """A hard plan, in a register of which all else is known and nothing."""
    return a_plan("1A", "Aa", homes) + a_plan("3", "Bee", "restant: 0")


def two(first: int, second: int) -> str:
    """A hard plan and a soft one."""
    return a_plan("1A", "Aa", f"restant: {first}") + a_plan("3", "Bee", f"restant: {second}")


def of(register: Register, plans: str, target: str = TARGET, *, question: Question | None = None) -> View:
    found = register(plans, gemeenten=GEMEENTEN.replace(TARGET, target))
    assert found.dataset is not None, found.findings
    return View(found.dataset, question)


@pytest.mark.parametrize(
    ("plans", "target", "said"),
    [
        # 800 against 1.000 and 1.200; 1.300 against both.
        (two(600, 200), TARGET, "Dal heeft tot 2030 200 tot 400 woningen te weinig in plannen."),
        (two(900, 400), TARGET, "Dal heeft tot 2030 100 tot 300 woningen meer in plannen dan de ambitie."),
        (
            two(900, 200),
            TARGET,
            "Dal: tot 2030 bij de ondergrens 100 woningen over, bij de bovengrens 100 woningen te weinig.",
        ),
        # One home is one home.
        (two(999, 0), "woningen: 1000", "Dal heeft tot 2030 1 woning te weinig in plannen."),
        (two(1000, 1), "woningen: 1000", "Dal heeft tot 2030 1 woning meer in plannen dan de ambitie."),
        # Exactly 0, at both ends and at one.
        (two(800, 200), "woningen: 1000", "Dal heeft tot 2030 precies zoveel woningen in plannen als de ambitie."),
        (
            two(1000, 200),
            TARGET,
            "Dal: tot 2030 bij de ondergrens 200 woningen over, bij de bovengrens precies genoeg.",
        ),
        # A thousand to the nearest 200, so 100 is within the rounding and 101 is not.
        (
            two(900, 0),
            "woningen: 1000, precisie: circa",
            "Dal heeft tot 2030 ongeveer zoveel woningen in plannen als de ambitie: het verschil is binnen de "
            "afronding.",
        ),
        (
            two(899, 0),
            "woningen: 1000, precisie: circa",
            "Dal heeft tot 2030 ca. 101 woningen te weinig in plannen.",
        ),
        (
            two(1000, 240),
            f"{TARGET}, precisie: circa",
            "Dal: tot 2030 bij de ondergrens ca. 240 woningen over, bij de bovengrens binnen de afronding "
            "(ca. 40 woningen).",
        ),
    ],
)
def test_one_number_at_each_end(register: Register, plans: str, target: str, said: str) -> None:
    assert sentence(of(register, plans, target)) == said


@pytest.mark.parametrize(
    ("homes", "target", "said"),
    [
        (
            "woningen_min: 300, woningen_max: 400, gerealiseerd: 0",
            TARGET,
            "Dal heeft tot 2030 600 tot 900 woningen te weinig in plannen.",
        ),
        (
            "woningen_min: 1300, woningen_max: 1600, gerealiseerd: 0",
            TARGET,
            "Dal heeft tot 2030 100 tot 600 woningen meer in plannen dan de ambitie.",
        ),
        (
            "woningen_min: 500, woningen_max: 1600, gerealiseerd: 0",
            TARGET,
            "Dal heeft tot 2030 van 700 te weinig tot 600 woningen over in plannen.",
        ),
        (
            "woningen_min: 500, woningen_max: 1100, gerealiseerd: 0",
            TARGET,
            "Dal: tot 2030 bij de ondergrens van 500 te weinig tot 100 woningen over, bij de bovengrens 100 tot 700 "
            "woningen te weinig.",
        ),
        # Open ends: of the plans, and of the target.
        (
            "restant: 1600, precisie: minimaal",
            TARGET,
            "Dal heeft tot 2030 minstens 400 woningen meer in plannen dan de ambitie.",
        ),
        (
            "restant: 1200, precisie: minimaal",
            "woningen: 1200",
            "Dal heeft tot 2030 minstens zoveel woningen in plannen als de ambitie.",
        ),
        (
            "restant: 1200, precisie: minimaal",
            TARGET,
            "Dal: tot 2030 bij de ondergrens minstens 200 woningen over, bij de bovengrens minstens genoeg.",
        ),
        (
            "restant: 600, precisie: minimaal",
            TARGET,
            "Dal heeft tot 2030 ten hoogste 600 woningen te weinig in plannen.",
        ),
        (
            "restant: 1100, precisie: minimaal",
            TARGET,
            "Dal: tot 2030 bij de ondergrens minstens 100 woningen over, bij de bovengrens ten hoogste 100 woningen te "
            "weinig.",
        ),
        (
            "restant: 600",
            "woningen: 1000, precisie: minimaal",
            "Dal heeft tot 2030 minstens 400 woningen te weinig in plannen.",
        ),
        (
            "restant: 1000",
            "woningen: 1000, precisie: minimaal",
            "Dal: tot 2030 bij de ondergrens precies genoeg, bij de bovengrens ten hoogste genoeg.",
        ),
        (
            "restant: 1500",
            "woningen: 1000, precisie: minimaal",
            "Dal: tot 2030 bij de ondergrens 500 woningen over, bij de bovengrens ten hoogste 500 woningen over.",
        ),
        (
            "restant: 600, precisie: maximaal",
            TARGET,
            "Dal heeft tot 2030 400 tot 1.200 woningen te weinig in plannen.",
        ),
    ],
)
def test_ranges_and_open_ends(register: Register, homes: str, target: str, said: str) -> None:
    assert sentence(of(register, hard(homes), target)) == said


@pytest.mark.parametrize(
    ("plans", "said"),
    [
        (
            a_plan("1A", "Aa", "start: 2025") + a_plan("3", "Bee", "start: 2025"),
            "Of er tot 2030 genoeg woningen in plannen van Dal zitten, is onbekend (2 plannen zonder aantal).",
        ),
        (
            a_plan("1A", "Aa", "start: 2025"),
            "Of er tot 2030 genoeg woningen in plannen van Dal zitten, is onbekend (1 plan zonder aantal, 1 gemeente "
            "zonder plannen).",
        ),
        # Of something it is known how much: that is the least that there is.
        (
            a_plan("1A", "Aa", "restant: 600"),
            "Dal heeft tot 2030 ten hoogste 600 woningen te weinig in plannen.",
        ),
    ],
)
def test_what_is_unknown_is_no_zero(register: Register, plans: str, said: str) -> None:
    assert sentence(of(register, plans)) == said


def test_a_register_without_plans(register: Register) -> None:
    found = register(kop=PLANNEN.replace("plannen:\n", "plannen: []\n")).dataset
    assert found is not None
    said = "Of er tot 2030 genoeg woningen in plannen van Dal zitten, is onbekend (2 gemeenten zonder plannen)."
    assert sentence(View(found)) == said


def test_a_year_without_statistics(tmp_path: Path) -> None:
    (tmp_path / "gemeenten.yaml").write_bytes((ROOT / "data" / "gemeenten.yaml").read_bytes())
    text = (ROOT / "data" / "plannen-2021.yaml").read_text(encoding="utf-8")
    assert text.count("peildatum: 2021\n") == 1
    (tmp_path / "plannen.yaml").write_text(text.replace("peildatum: 2021\n", "peildatum: 2025\n"), encoding="utf-8")
    found = load(tmp_path).dataset
    assert found is not None
    # What was delivered in those years is in no number, and may raise and lower it.
    assert sentence(View(found)) == (
        "Twente: tot 2030, zonder de onbekende oplevering 2021-2024 (14 gemeenten), bij de ondergrens ca. 1.655 "
        "woningen over, bij de bovengrens ca. 345 woningen te weinig."
    )


@pytest.mark.parametrize(
    ("question", "said", "plans"),
    [
        (HARD, "In de harde plannen van Dal zitten tot 2030 400 tot 600 woningen minder dan de ambitie.", "harde"),
        (
            Question(statussen=frozenset({Planstatus.HARD, Planstatus.ZACHT})),
            "In de harde en zachte plannen van Dal zitten tot 2030 200 tot 400 woningen minder dan de ambitie.",
            "harde en zachte",
        ),
        # Either of them, not both at once.
        (
            Question(statussen=frozenset({Planstatus.ZACHT, Planstatus("1A")})),
            "In de plannen met status 1A of zacht van Dal zitten tot 2030 200 tot 400 woningen minder dan de ambitie.",
            "",
        ),
        (
            Question(statussen=frozenset({Planstatus.HARD}), strategieen=frozenset({Strategie.STEDELIJK_WONEN})),
            "Of er tot 2030 genoeg woningen in harde plannen met strategie stedelijk wonen van Dal zitten, is onbekend "
            "(1 plan niet verdeeld).",
            "",
        ),
    ],
)
def test_of_a_selection_it_says_what_is_in_those_plans(
    register: Register, question: Question, said: str, plans: str
) -> None:
    view = of(register, two(600, 200), question=question)
    assert sentence(view) == said
    chosen = scope(view).removeprefix("Stand 1-1-2020, alleen ").removesuffix(", waarvan 2 niet openbaar.")
    assert chosen == (f"{plans} plannen" if plans else re.findall(r"(?:de|in) (\S*plannen.+?|harde.+?) van", said)[0])


@pytest.mark.parametrize(
    ("plans", "said"),
    [
        (two(1600, 0), "In de harde plannen van Dal zitten tot 2030 400 tot 600 woningen meer dan de ambitie."),
        (
            hard("restant: 600, precisie: minimaal"),
            "In de harde plannen van Dal zitten tot 2030 ten hoogste 600 woningen minder dan de ambitie.",
        ),
    ],
)
def test_a_selection_on_the_other_side(register: Register, plans: str, said: str) -> None:
    assert sentence(of(register, plans, question=HARD)) == said


@pytest.mark.parametrize(
    ("gemeenten", "said"),
    [
        (("Aa",), "Aa heeft 600 harde en 0 zachte woningen in plannen; in opgave nota staat geen ambitie voor Aa."),
        (
            ("Aa", "Bee"),
            "Aa en Bee hebben 600 harde en 200 zachte woningen in plannen; in opgave nota staat geen ambitie voor Aa, "
            "Bee.",
        ),
    ],
)
def test_a_municipality_without_a_target(register: Register, gemeenten: tuple[str, ...], said: str) -> None:
    assert sentence(of(register, two(600, 200), question=Question(gemeenten=gemeenten))) == said


def test_some_municipalities_with_a_target(shipped: Dataset) -> None:
    view = View(shipped, Question(gemeenten=("Enschede", "Oldenzaal"), opgave="woondeal"))
    assert sentence(view).startswith("Of er tot 2031 genoeg woningen in plannen van Enschede en Oldenzaal zitten")


NO_TARGET = GEMEENTEN[: GEMEENTEN.index("opgaven:")] + GEMEENTEN[GEMEENTEN.index("gemeenten:") :]


@pytest.mark.parametrize(
    ("plans", "question", "said"),
    [
        (two(600, 200), Question(), "Dal heeft 600 harde en 200 zachte woningen in plannen"),
        (two(0, 1), Question(), "Dal heeft 0 harde en 1 zachte woning in plannen"),
        (
            hard("restant: 600, precisie: minimaal"),
            Question(),
            "Dal heeft minstens 600 harde en 0 zachte woningen in plannen",
        ),
        (
            hard("woningen_min: 5, woningen_max: 8, precisie: circa, gerealiseerd: 0"),
            Question(),
            "Dal heeft ca. 5 tot 8 harde en 0 zachte woningen in plannen",
        ),
        (
            a_plan("1A", "Aa", "start: 2025") + a_plan("3", "Bee", "start: 2025"),
            Question(),
            "Dal heeft een onbekend aantal harde en een onbekend aantal zachte woningen in plannen",
        ),
        (two(1, 200), HARD, "In de harde plannen van Dal zitten 1 harde woning"),
        (
            two(600, 200),
            Question(statussen=frozenset({Planstatus("5A")})),
            "In de plannen met status 5A van Dal zitten geen harde of zachte woningen",
        ),
    ],
)
def test_without_a_target_it_says_what_there_is(register: Register, plans: str, question: Question, said: str) -> None:
    found = register(plans, gemeenten=NO_TARGET).dataset
    assert found is not None
    assert sentence(View(found, question)) == f"{said}; in het register staat geen opgave."


def test_of_a_level_it_speaks_of_what_is_seen(register: Register) -> None:
    plans = a_plan("1A", "Aa", "restant: 700, vertrouwelijkheid: openbaar") + a_plan("3", "Bee", "restant: 500")
    whole = of(register, plans)
    assert sentence(whole) == ("Dal: tot 2030 bij de ondergrens 200 woningen over, bij de bovengrens precies genoeg.")
    assert scope(whole) == "Stand 1-1-2020, alle plannen, waarvan 1 niet openbaar."
    seen = View(visible(whole.dataset, Vertrouwelijkheid.OPENBAAR))
    assert sentence(seen) == (
        "In de openbare plannen van Dal zitten tot 2030 ten hoogste 500 woningen minder dan de ambitie."
    )
    assert scope(seen) == "Stand 1-1-2020, alleen openbare plannen."
    chosen = sentence(View(seen.dataset, HARD))
    assert chosen.startswith("In de harde openbare plannen van Dal zitten tot 2030 ten hoogste 500 woningen minder")
    # Without a target as well nothing is said of the area that a hidden plan contradicts.
    need = sentence(View(seen.dataset, Question(tegen=Tegen.BEHOEFTE)))
    assert need.startswith("In de openbare plannen van Dal zitten minstens 700 harde en")


def test_a_level_that_hides_nothing(register: Register) -> None:
    plans = two(600, 200).replace("restant", "vertrouwelijkheid: openbaar, restant")
    seen = View(visible(of(register, plans).dataset, Vertrouwelijkheid.OPENBAAR))
    assert sentence(seen) == "Dal heeft tot 2030 200 tot 400 woningen te weinig in plannen."
    assert scope(seen) == "Stand 1-1-2020, openbare plannen."


def test_what_is_invented_says_so_first(register: Register) -> None:
    found = register(two(600, 200), gemeenten=GEMEENTEN.replace("versie: 1\n", "versie: 1\nfictief: true\n")).dataset
    assert found is not None
    assert sentence(View(found)) == "FICTIEF - Dal heeft tot 2030 200 tot 400 woningen te weinig in plannen."


def test_a_period_that_ends_within_a_year(register: Register) -> None:
    gemeenten = GEMEENTEN.replace("tot: 2030-01-01", "tot: 2030-07-01")
    found = register(two(600, 200), gemeenten=gemeenten).dataset
    assert found is not None
    assert sentence(View(found)) == "Dal heeft tot 1-7-2030 200 tot 400 woningen te weinig in plannen."


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (Question(), ""),
        (Question(netto=True), ", netto"),
        (Question(telling="2021-2029"), ", telling 2021-2029"),
        (Question(tegen=Tegen.BEHOEFTE), ", tegenover de lokale behoefte"),
        (Question(opgave="woondeal", netto=True), ", netto, opgave Woondeal West-Overijssel en Twente"),
    ],
)
def test_the_second_line_says_what_was_chosen(shipped: Dataset, question: Question, said: str) -> None:
    view = View(shipped, question)
    if view.question.opgave:
        assert view.opgave is not None
        said = f", netto, opgave {view.opgave.naam}"
    assert scope(view) == f"Stand 1-1-2020, alle plannen{said}."


# The numbers are those of the balance.

Ends = tuple[Bound | None, Bound | None]

HOMES = r"(?:ca\. )?(?P<low>[\d.]+)(?: tot (?P<high>[\d.]+))? woning(?:en)?"
SHORT = r"(?:te weinig|minder dan de ambitie)"
OVER = r"(?:over|meer(?: in plannen)? dan de ambitie)"
ROUNDING = (
    r"binnen de afronding \((?:minstens )?ca\. .+\)|ongeveer zoveel .+ als de ambitie: het verschil is binnen de .+"
)
SAID = {
    rf"{HOMES} {SHORT}(?: in plannen)?": lambda low, high: (-high, -low),
    rf"{HOMES} {OVER}": lambda low, high: (low, high),
    rf"minstens {HOMES} {SHORT}(?: in plannen)?": lambda low, _: (None, -low),
    rf"minstens {HOMES} {OVER}": lambda low, _: (low, None),
    rf"ten hoogste {HOMES} {SHORT}(?: in plannen)?": lambda low, _: (-low, None),
    rf"ten hoogste {HOMES} {OVER}": lambda low, _: (None, low),
    r"van (?:ca\. )?(?P<low>[\d.]+) te weinig tot (?:ca\. )?(?P<high>[\d.]+) woning(?:en)? over(?: in plannen)?": (
        lambda low, high: (-low, high)
    ),
    r"precies (?:genoeg|zoveel .+ als de ambitie)": lambda *_: (0, 0),
    r"minstens (?:genoeg|zoveel .+ als de ambitie)": lambda *_: (0, None),
    r"ten hoogste (?:genoeg|zoveel .+ als de ambitie)": lambda *_: (None, 0),
    r"onbekend": lambda *_: (None, None),
}


def read(text: str) -> Ends | str:
    """Return between what a balance is that is said; below 0 is a shortage."""
    if re.fullmatch(ROUNDING, text):
        return "afronding"
    found = [(match, made) for pattern, made in SAID.items() if (match := re.fullmatch(pattern, text))]
    assert len(found) == 1, text
    (match, made), numbers = found[0], dict.fromkeys(("low", "high"), 0)
    for name, digits in match.groupdict().items():
        numbers[name] = int((digits or match["low"]).replace(".", ""))
    return made(*numbers.values())


def said_of(value: Value) -> Ends | str:
    """Return between what a cell of the balance is, as a sentence has it: beside what may move it either way."""
    low, high = (value.low, value.high) if value.apart and not value.blank else value.reach
    return "afronding" if value.rounding else (low, high)


def least(bounds: list[Bound | None]) -> Bound | None:
    return None if None in bounds else min(bound for bound in bounds if bound is not None)


def with_target(found: Dataset, low: int, more: int | None, precisie: Precisie) -> Dataset:
    """Return a register with another target for its region: open above without ``more``."""
    (opgave,) = found.gebied.opgaven
    region, *others = opgave.uitspraken
    numbers = {"woningen_min": low, "woningen_max": None if more is None else low + more}
    target = region.model_copy(update={**numbers, "precisie": precisie if more is not None else Precisie.EXACT})
    sets = (opgave.model_copy(update={"uitspraken": (target, *others)}),)
    return Dataset(found.gebied.model_copy(update={"opgaven": sets}), found.gebied_invoer, found.stand)


@given(
    registers(),
    st.integers(0, 6000),
    st.sampled_from([None, 0, 1, 300]),
    st.sampled_from([Precisie.EXACT, Precisie.CIRCA]),
    st.sampled_from([Question(), HARD, Question(netto=True), Question(gemeenten=("Aa",))]),
)
def test_the_numbers_are_those_of_the_balance(
    found: Dataset, low: int, more: int | None, precisie: Precisie, question: Question
) -> None:
    view = View(with_target(found, low, more, precisie), question)
    text = sentence(view)
    row = next(row for row in gap_document(view).tables[0].rows if row.key == "saldo")
    cells = [cell for cell in row.cells if isinstance(cell, Value)]
    each = [said_of(cell) for cell in cells]
    clauses = re.fullmatch(r"\S+: tot 2030(?:, .+,)? bij de ondergrens (.+), bij de bovengrens (.+)\.", text)
    if clauses:
        assert [read(clause) for clause in clauses.groups()] == each
        return
    if text.startswith("Of er"):
        assert each == [(None, None)] * 2
        return
    together = re.fullmatch(r"(?:\S+ heeft|In de harde plannen van \S+ zitten) tot 2030(?:, .+,)? (.+)\.", text)
    assert together, text
    if "afronding" in each:
        assert [read(together[1])] * 2 == each
        return
    lows, highs = zip(*each, strict=True)
    turned = least([None if high is None else -high for high in highs])
    assert read(together[1]) == (least(list(lows)), None if turned is None else -turned)
    # A number is approximate in the sentence where it is in a cell.
    assert ("ca. " in text) is (any(cell.circa for cell in cells) and read(together[1]) != (0, 0))


def test_a_state_of_a_year_has_no_day(shipped_2021: Dataset) -> None:
    assert scope(View(shipped_2021)) == "Stand 2021, alle plannen."
