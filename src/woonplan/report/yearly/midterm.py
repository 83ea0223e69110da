"""Two register states side by side: never added up, and with a warning where they were counted differently."""

from __future__ import annotations

from collections.abc import Iterator

from woonplan.calc.gap.groups import Group, grouped
from woonplan.calc.number.figure import Figure, subtracted
from woonplan.calc.question import By
from woonplan.calc.view import View
from woonplan.model.base import first_day
from woonplan.model.dataset import Dataset
from woonplan.model.stand import soort_aantal
from woonplan.report.cells import value
from woonplan.report.words import dutch_date, group_key, group_label
from woonplan.report.yearly.year import Year
from woonplan.tables import Column, Kind, Row, Style, Table

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
    rows = [_row(year, now, figures) for now, figures in _compared(year)]
    old, new = year.earlier.dataset, year.dataset
    dates = [dutch_date(dataset.stand.kop.peildatum) for dataset in (old, new)]
    return Table("midterm", f"Van {dates[0]} naar {dates[1]}", _COLUMNS, tuple(rows), tuple(_notes(year, old, new)))


def _compared(year: Year) -> Iterator[tuple[Group, dict[str, Figure]]]:
    """Yield every row of now with the figures of its columns; none without an earlier state."""
    if year.earlier is None:
        return
    then = grouped(View(year.earlier.dataset, year.question), By.GEMEENTE)
    pairs = zip((*then.groups, then.total), (*year.grouped.groups, year.grouped.total), strict=True)
    for old, new in pairs:
        yield (
            new,
            {
                **_columns("hard", old.sums.hard, new.sums.hard),
                **_columns("zacht", old.sums.zacht, new.sums.zacht),
            },
        )


def _columns(klasse: str, then: Figure, now: Figure) -> dict[str, Figure]:
    difference = subtracted("verschil", "verschil", now, then)
    return {f"{klasse}_toen": then, f"{klasse}_nu": now, f"{klasse}_verschil": difference}


def _row(year: Year, now: Group, figures: dict[str, Figure]) -> Row:
    style = Style.TOTAL if now is year.grouped.total else Style.NORMAL
    return Row(
        group_key(now), (group_label(now, By.GEMEENTE), *map(value, figures.values())), style, year.view.names(now.key)
    )


def _notes(year: Year, old: Dataset, new: Dataset) -> list[str]:
    notes = ["standen worden vergeleken, nooit opgeteld."]
    one, two = old.stand.kop.statusdefinitie, new.stand.kop.statusdefinitie
    if one != two:
        notes.append(f"de standen tellen hard en zacht anders ({one} en {two}): een verschil kan daarvan komen.")
    elif one == "onbekend":
        notes.append(
            "van geen van beide standen is de definitie van hard en zacht bekend: een verschil kan daarvan komen."
        )
    kinds = [sorted({str(soort_aantal(plan, deel)) for deel, plan in d.stand}) for d in (old, new)]
    if kinds[0] != kinds[1]:
        then, now = (" en ".join(kind) or "geen" for kind in kinds)
        notes.append(f"de soort van de aantallen verschilt (toen {then}, nu {now}).")
    if first_day(old.stand.kop.peildatum) >= first_day(new.stand.kop.peildatum):
        notes.append("de stand waarmee is vergeleken, is niet van eerder.")
    parameter = year.agenda.parameter("midterm-review") if year.agenda else None
    waarde = parameter.op(year.datum) if parameter else None
    if waarde is not None:
        notes.append(f"de midterm review is volgens de afspraken in {waarde.waarde}.")
    return notes
