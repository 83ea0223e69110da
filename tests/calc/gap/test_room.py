"""What a factor for plans that fail is still for, where a part of the target holds room for them already."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.calc.years.paces import dataset_of
from tests.conftest import GEMEENTEN, Register
from woonplan.calc.gap.room import room_held, room_stated, without_room
from woonplan.calc.number.figure import given
from woonplan.calc.question import Question
from woonplan.calc.view import View
from woonplan.calc.years.readings import chosen
from woonplan.model.number import Bound, exactly

PARTLY = "ruimere_programmering: deels_inbegrepen"
NEED = "      - {id: behoefte, soort: lokale_behoefte, gebruikt: true, regio: Dal, woningen: 700}\n"
AMBITION = "woningen_min: 1000, woningen_max: 1200"
OF_AA = "      - {id: aa, soort: ambitie, gebruikt: true, gemeente: Aa, woningen: 100%s}\n"
OF_BEE = "      - {id: bee, soort: ambitie, gebruikt: true, gemeente: Bee, woningen: 50}\n"
HARD = "  - {id: h, naam: H, soort: verzamelpost, regio: Dal, planstatus: hard, restant: 600}\n"
ROOM = Fraction(30, 100)


def asked(register: Register, more: str = "", statements: str = "", gemeenten: tuple[str, ...] = ()) -> View:
    text = GEMEENTEN.replace(AMBITION, f"{AMBITION}{more}").replace("gemeenten:\n", f"{statements}gemeenten:\n")
    return View(dataset_of(register, HARD, gemeenten=text), Question(gemeenten=gemeenten, buffer=ROOM))


@pytest.mark.parametrize("part", range(5))
@pytest.mark.parametrize("delivered", range(5))
def test_every_home_may_be_of_either_part(part: int, delivered: int) -> None:
    # All ways to have delivered so many of 4 homes: some of the part that holds room, the others of the rest.
    rest = 4 - part
    worlds = {rest - other for other in range(rest + 1) if 0 <= delivered - other <= part}
    homes, doel, held = (given("x", "x", exactly(number)) for number in (4 - delivered, 4, part))
    found = without_room(homes, doel, held).low
    assert (found.low, found.high) == (min(worlds), max(worlds))


def bounds(view: View, areas: tuple[None, ...] = (None,)) -> list[tuple[Bound | None, Bound | None]]:
    found = room_held(view, areas)
    assert found is not None
    return [(end.low, end.high) for end in found.ends]


def test_the_part_is_what_is_stated_of_its_quantity(register: Register) -> None:
    view = asked(register, f", {PARTLY}, ruimere_programmering_in: lokale_behoefte", NEED)
    assert bounds(view) == [(700, 700), (700, 700)]
    assert [stated.uitspraak.id for stated in room_stated(view)] == ["behoefte"]


def test_a_part_that_is_not_said_may_be_nothing_or_all(register: Register) -> None:
    view = asked(register, f", {PARTLY}")
    assert bounds(view) == [(0, 1000), (0, 1200)]
    assert room_stated(view) == ()


def test_a_target_that_holds_it_is_such_a_part_itself(register: Register) -> None:
    assert bounds(asked(register, ", ruimere_programmering: inbegrepen")) == [(1000, 1000), (1200, 1200)]


@pytest.mark.parametrize("more", ["", ", ruimere_programmering: niet_inbegrepen"])
def test_without_a_word_on_it_there_is_none(register: Register, more: str) -> None:
    assert room_held(asked(register, more), (None,)) is None


def test_each_municipality_has_its_own(register: Register) -> None:
    inside = ", ruimere_programmering: inbegrepen"
    view = asked(register, statements=OF_AA % inside + OF_BEE, gemeenten=("Aa", "Bee"))
    held = room_held(view, view.areas)
    assert held is not None
    # Aa's 100 hold room, Bee's 50 do not: 30% of the 50 alone.
    assert held.low.low == 100
    pace = chosen(view)
    assert pace is not None
    need = pace.tempo.planvoorraad["hard"].dekking.parts[1]
    assert need.low.low == 150 + 15


def test_a_buffer_is_for_the_rest(register: Register) -> None:
    pace = chosen(asked(register, f", {PARTLY}, ruimere_programmering_in: lokale_behoefte", NEED))
    assert pace is not None
    need = pace.tempo.planvoorraad["hard"].dekking.parts[1]
    # 30% of 1,000 - 700 and of 1,200 - 700.
    assert [(end.low, end.high) for end in need.ends] == [(1090, 1090), (1350, 1350)]
    # Half of the target in five of ten years: 500, of which none or all 300 are of the rest; 600, of which 0 to 500.
    soon = pace.tempo.vereist
    assert soon is not None
    assert [(end.low, end.high) for end in soon.ends] == [(500, 590), (600, 750)]


def test_what_is_delivered_may_be_of_either_part(register: Register) -> None:
    stock = "beginstand: 9, nieuwbouw: 200, overige_toevoeging: 0, sloop: 0, overige_onttrekking: 0, correctie: 0"
    year = f"{{2020: {{{stock}, saldo: 200, eindstand: 209}}}}"
    text = GEMEENTEN.replace(AMBITION, f"{AMBITION}, {PARTLY}, ruimere_programmering_in: lokale_behoefte")
    text = text.replace("gemeenten:\n", f"{NEED}gemeenten:\n").partition("  - {naam: Aa")[0]
    text += f"  - {{naam: Aa, code: GM0001, voorraad: {year}}}\n"
    kop = "versie: 1\npeildatum: 2021-01-01\nbron: nota\nsoort_aantal: bruto\nplannen:\n"
    pace = chosen(View(dataset_of(register, HARD, gemeenten=text, kop=kop), Question(buffer=ROOM)))
    assert pace is not None
    need = pace.tempo.planvoorraad["hard"].dekking.parts[1]
    # Of the 300 outside the part 100 to 300 are left, of the 500 at the high end 300 to 500.
    assert [(end.low, end.high) for end in need.ends] == [(1030, 1090), (1290, 1350)]
