"""What may come when of an aggregate with its parts, by hand: both ends, and what they are made of."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from woonplan.calc.capacity import transport
from woonplan.calc.capacity.circulation import Arc, cheapest
from woonplan.calc.capacity.slots import Slot, meet
from woonplan.calc.capacity.transport import Transport
from woonplan.calc.number.figure import given
from woonplan.model.number import Number, between, exactly
from woonplan.model.restant import Years
from woonplan.report.derivation import formula, worked

Homes = dict[Years, int | tuple[int, int | None]]


def number(homes: int | tuple[int, int | None]) -> Number:
    return exactly(homes) if isinstance(homes, int) else between(*homes)


def slots(record: str, homes: Homes) -> list[Slot[Years]]:
    label = {time: f"{record}_{'_'.join(map(str, dict.fromkeys(time)))}" if time else record for time in homes}
    return [Slot.of(record, time, given(label[time], record.upper(), number(many))) for time, many in homes.items()]


def inside(_: Years, years: Years) -> bool:
    """Whether homes come by the end of 2022; those without a year do."""
    return years is None or years[1] <= 2022


def perhaps(_: Years, years: Years) -> bool:
    """Whether homes may."""
    return years is None or years[0] <= 2022


def family(whole: Homes, *parts: Homes) -> Transport[Years]:
    return Transport(slots("v", whole), [slots(f"d{at}", homes) for at, homes in enumerate(parts)], meet)


Y21, Y24, SPAN, LATER = (2021, 2021), (2024, 2024), (2022, 2025), (2022, 2024)


@pytest.mark.parametrize(
    ("whole", "parts", "all_of_it", "rest", "first"),
    [
        # The 2 of the part are of the 3 without a year, and the 2 of the span may be late beside them; or of the span.
        ({SPAN: 2, None: 3}, [{LATER: 2}], (1, 5), (1, 3), (0, 2)),
        # In the span of the whole the 2 leave nothing, whichever of its years they take.
        ({SPAN: 2}, [{LATER: 2}], (0, 2), (0, 0), (0, 2)),
        # Of 4 without a year at least 1 is of 2024, which has room for 3 only beside the 3 of 2021.
        ({Y21: 3, Y24: 3}, [{None: 4}], (3, 3), (0, 2), (1, 3)),
        # What one part takes of 2021 for certain, the other has to find elsewhere.
        ({Y21: 3, Y24: 3}, [{None: 3}, {Y21: 2}], (3, 3), (0, 1), (0, 1)),
        # A part is no more than what the other leaves, and one of 0 to 5 no more than that.
        ({None: 4}, [{None: (0, 5)}, {None: 3}], (4, 4), (0, 1), (0, 1)),
        # An open end stays open.
        ({None: (2, None)}, [{Y24: (1, None)}], (0, None), (0, None), (0, 0)),
    ],
)
def test_both_ends(
    whole: Homes, parts: list[Homes], all_of_it: tuple[int, int], rest: tuple[int, int], first: tuple[int, int]
) -> None:
    found = family(whole, *parts)
    everybody = {"v", *(f"d{at}" for at in range(len(parts)))}
    asked = [
        (found.ends(records, inside)[0], found.ends(records, perhaps)[1]) for records in (everybody, {"v"}, {"d0"})
    ]
    assert asked == [all_of_it, rest, first]


def test_parts_that_are_alike_are_worked_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    nets = []

    def noted(arcs: Sequence[Arc], knots: int, much: int) -> tuple[int, list[int] | None]:
        nets.append(arcs)
        return cheapest(arcs, knots, much)

    monkeypatch.setattr(transport, "cheapest", noted)
    found = family({None: 22}, *[{None: (0, 5)}, {Y21: (1, 8)}] * 20)
    assert {found.ends({f"d{at}"}, perhaps) for at in range(40)} == {(0, 2), (1, 3)}
    # Both ends of two kinds of part.
    assert len(nets) == 4


def test_an_end_says_what_it_is_made_of() -> None:
    found = family({Y21: 3, Y24: 3}, {None: 4})
    figure = found.bounded(given("d0", "D", exactly(4)), {"d0"}, inside, perhaps)
    assert (formula(figure), worked(figure, 0)) == ("d0 = van d0.minstens tot v 2021", "van 1 tot 3 = (1 tot 3)")
    least, most = figure.parts
    assert (formula(least), worked(least, 0)) == ("d0.minstens = d0 - v 2024", "4 - 3 = 1")
    assert formula(most) == "v 2021 (gegeven)"


def test_an_end_of_open_numbers_is_made_of_their_ends() -> None:
    # 6 at the most, of which the other part has at least 2.
    found = family({None: (4, 6)}, {None: (0, 9)}, {None: (2, 3)})
    figure = found.bounded(given("d0", "D", between(0, 9)), {"d0"}, inside, perhaps)
    assert worked(figure, 0) == "0 tot 4 = (0 tot 4)"
    (most,) = figure.parts
    assert (formula(most), worked(most, 0)) == ("d0.hoogstens = v.hoogstens - d1.minstens", "6 - 2 = 4")


def test_many_other_parts_are_one_sum() -> None:
    # 40 less 5, 6, 7 and 8; what may be 0 leaves all.
    found = family({None: (30, 40)}, {None: (0, 90)}, *({None: (many, 90)} for many in (5, 6, 7, 8, 0)))
    figure = found.bounded(given("d0", "D", between(0, 90)), {"d0"}, inside, perhaps)
    (most,) = figure.parts
    assert (formula(most), worked(most, 0)) == ("d0.hoogstens = v.hoogstens - d0.hoogstens.anderen", "40 - 26 = 14")
    assert formula(most.parts[1]) == "d0.hoogstens.anderen = som van 4 delen"
    assert [part.name for part in most.parts[1].parts] == ["d1.minstens", "d2.minstens", "d3.minstens", "d4.minstens"]


def test_an_end_that_is_one_number_is_no_range() -> None:
    own = given("d0", "D", exactly(4))
    # All 4 are of 2024, and 3 of 4 where 2021 has room for one.
    figure = family({Y24: 6}, {None: 4}).bounded(own, {"d0"}, inside, perhaps)
    assert (formula(figure), worked(figure, 0)) == ("d0 = d0, ten hoogste d0.ruimte", "4, ten hoogste 0 = 0")
    figure = family({Y21: 1, Y24: 3}, {None: 4}).bounded(own, {"d0"}, inside, perhaps)
    assert (formula(figure), worked(figure, 0)) == ("d0 = d0, ten hoogste v 2021", "4, ten hoogste 1 = 1")
    # The rest and the part are all that there is of 2021.
    some = given("v", "V", between(0, 4))
    figure = family({Y21: 3}, {None: (0, 2)}).bounded(some, {"v", "d0"}, inside, perhaps)
    assert (formula(figure), worked(figure, 0)) == ("v = van v 2021 tot v 2021", "van 3 tot 3 = 3")


def test_a_figure_that_has_these_ends_stays_as_it_is() -> None:
    own = given("d0", "D", exactly(2))
    # Nothing else decides of a part that has one number and one year.
    assert family({None: 4}, {Y21: 2}).bounded(own, {"d0"}, inside, perhaps) is own
    left = given("v.rest", "V, rest", exactly(2))
    assert family({None: 4}, {Y21: 2}).bounded(left, {"v"}, inside, perhaps) is left
    # Times that do not fit each other, as an approximate aggregate may have them, bound nothing.
    assert family({Y21: 3}, {Y24: 2}).bounded(own, {"d0"}, inside, perhaps) is own
