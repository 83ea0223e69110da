"""Two register states side by side: never added up, and with a warning where they were counted differently."""

from __future__ import annotations

from woonplan.calc.gap.groups import Group, grouped
from woonplan.calc.number.figure import Figure, subtracted
from woonplan.calc.question import By
from woonplan.calc.view import View
from woonplan.model.base import first_day
from woonplan.model.dataset import Dataset
from woonplan.model.stand import soort_aantal
from woonplan.report.cells import group_row, value, when
from woonplan.report.words import dutch_date
from woonplan.report.yearly.year import Year
from woonplan.tables import Column, Kind, Row, Table, Value

_COLUMNS = (
    Column("gemeente", "gemeente"),
    Column("hard_toen", "hard toen", Kind.AMOUNT, drop=1),
    Column("hard_nu", "hard nu", Kind.AMOUNT),
    Column("hard_verschil", "hard verschil", Kind.AMOUNT),
    Column("zacht_toen", "zacht toen", Kind.AMOUNT, drop=1),
    Column("zacht_nu", "zacht nu", Kind.AMOUNT),
    Column("zacht_verschil", "zacht verschil", Kind.AMOUNT),
)


def midterm_table(year: Year) -> Table:
    """Return hard and soft capacity per municipality in both states, and the difference (homes)."""
    if year.earlier is None:
        note = "er is geen eerdere stand gegeven om mee te vergelijken: geef die met --vergelijk PAD."
        return Table("midterm", "Verschil met een eerdere stand", _COLUMNS, (), (note,))
    old, new = year.earlier.dataset, year.dataset
    then, now = grouped(View(old, year.question), By.GEMEENTE), year.grouped
    pairs = zip((*then.groups, then.total), (*now.groups, now.total), strict=True)
    rows = tuple(_row(year, *pair) for pair in pairs)
    dates = [dutch_date(dataset.stand.kop.peildatum) for dataset in (old, new)]
    return Table("midterm", f"Van {dates[0]} naar {dates[1]}", _COLUMNS, rows, _notes(year, old, new))


def _row(year: Year, old: Group, new: Group) -> Row:
    hard, zacht = _compared(old.sums.hard, new.sums.hard), _compared(old.sums.zacht, new.sums.zacht)
    return group_row(year.view, year.grouped, new, *hard, *zacht)


def _compared(then: Figure, now: Figure) -> tuple[Value, ...]:
    return value(then), value(now), value(subtracted("verschil", "verschil", now, then))


def _notes(year: Year, old: Dataset, new: Dataset) -> tuple[str, ...]:
    one, two = old.stand.kop.statusdefinitie, new.stand.kop.statusdefinitie
    kinds = [sorted({str(soort_aantal(plan, standdeel)) for standdeel, plan in d.stand}) for d in (old, new)]
    then, now = (" en ".join(kind) or "geen" for kind in kinds)
    review = year.agreed("midterm-review")
    return (
        "standen worden vergeleken, nooit opgeteld.",
        *when(one != two, f"de standen tellen hard en zacht anders ({one} en {two}): een verschil kan daarvan komen."),
        *when(
            one == two == "onbekend",
            "van geen van beide standen is de definitie van hard en zacht bekend: een verschil kan daarvan komen.",
        ),
        *when(kinds[0] != kinds[1], f"de soort van de aantallen verschilt (toen {then}, nu {now})."),
        *when(
            first_day(old.stand.kop.peildatum) >= first_day(new.stand.kop.peildatum),
            "de stand waarmee is vergeleken, is niet van eerder.",
        ),
        *([f"de midterm review is volgens de afspraken in {review.waarde}."] if review else []),
    )
