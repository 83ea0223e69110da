"""The change in one sentence: the totals with their sign, and what that does to the balance at both ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from woonplan.calc.diff.compare import Diff
from woonplan.calc.diff.effect import SALDO
from woonplan.calc.diff.kinds import Wijziging
from woonplan.calc.number.figure import Figure
from woonplan.model.dataset import Dataset
from woonplan.numerals import amount, dutch, plural, with_sign
from woonplan.report.cells import ENDS, when
from woonplan.report.diff.wording import counted_otherwise
from woonplan.report.heading import marked, plans_of, whose
from woonplan.report.words import dutch_date, joined
from woonplan.tables.cell import Value
from woonplan.tables.look import CHANGE

_GONE = (Wijziging.NIEUW, Wijziging.VERVALLEN, Wijziging.VERDWENEN)


def sentence(diff: Diff) -> str:
    """Return by how much hard and soft capacity and the balance change; two ways of counting are said before that."""
    old, new = diff.oud.dataset, diff.nieuw.dataset
    otherwise = "Let op, de standen tellen niet op dezelfde manier. " if any(counted_otherwise(old, new)) else ""
    visible = f"{plans_of(new)} van " if old.verborgen or new.verborgen else ""
    if diff.leeg:
        text = f"Er is geen verschil in de {visible or 'plannen van '}{_area(diff)}."
    else:
        text = f"In {'de ' if visible else ''}{visible}{_area(diff)} {_changes(diff)}."
    return marked(new, f"{otherwise}{text}")


def scope(diff: Diff) -> str:
    """Return between which states that is, of whose plans, and how many of them changed."""
    old, new = _dates(diff)
    states = f"Van stand {old} naar {new}" if old != new else f"Beide standen zijn van {old}"
    return f"{states}{whose(diff.nieuw.dataset)}{'' if diff.leeg else f': {_counts(diff)}'}."


def title(diff: Diff) -> str:
    """Return area, dates, and whose plans are in it."""
    old, new = _dates(diff)
    dataset = diff.nieuw.dataset
    return marked(dataset, f"{_area(diff)}: verschil tussen {old} en {new}{whose(dataset)}")


def _area(diff: Diff) -> str:
    return joined(diff.nieuw.question.gemeenten) or diff.nieuw.dataset.gebied.regio.naam


def _dates(diff: Diff) -> tuple[str, str]:
    old, new = (_date(view.dataset) for view in (diff.oud, diff.nieuw))
    return old, new


def _date(dataset: Dataset) -> str:
    return dutch_date(dataset.stand.kop.peildatum)


def _changes(diff: Diff) -> str:
    """Return what changes, and what does not: `verandert hard met +130 woningen en zacht met -130; het saldo ...`."""
    changed: list[str] = []
    same: list[str] = []
    for name, ends in _sums(diff):
        words = [(where, _by_how_much(figure, end)) for where, figure, end in ends]
        if not any(word for _, word in words):
            same.append(name)
            continue
        unit = " woningen" if not changed and words[0][1][-1:].isdigit() else ""
        said = (f"{where}met {word}{unit}" if word else f"{where}niet" for where, word in words)
        changed.append(f"{name} {' en '.join(said)}")
    if not changed:
        return f"blijven {joined(same)} gelijk"
    kept = f"{joined(same)} {plural(len(same), 'blijft', 'blijven')} gelijk"
    return f"verandert {joined(changed)}{f'; {kept}' if same else ''}"


def _sums(diff: Diff) -> Iterator[tuple[str, Sequence[tuple[str, Figure, int]]]]:
    """Yield what the sentence is about, and of that the ends of the target that are told apart."""
    for name in ("hard", "zacht"):
        yield name, [("", diff.totaal.verschil[name], 0)]
    saldo = diff.totaal.verschil.get(SALDO)
    if saldo is not None and saldo.low == saldo.high:
        yield "het saldo", [("aan beide grenzen ", saldo, 0)]
    elif saldo is not None:
        yield "het saldo", [(f"aan de {name} ", saldo, end) for end, name in enumerate(ENDS)]


def _by_how_much(figure: Figure, end: int) -> str:
    """Return a change in words; nothing where there is none."""
    cell = Value(figure.ends[end], CHANGE, derivation=figure)
    known, lacking = _bounds(cell), cell.lacking
    return f"{known} ({lacking})" if known and lacking else known or lacking


def _bounds(cell: Value) -> str:
    low, high = (with_sign(bound, opened) for bound, opened in zip((cell.low, cell.high), cell.opened, strict=True))
    about = "ca. " if cell.circa else ""
    if low == high:
        return "" if low == "0" else f"{about}{low}"
    return f"{about}{low} (laagste) en {high} (hoogste)"


def _counts(diff: Diff) -> str:
    changed = len([plan for plan in diff.plannen if set(plan.soorten).isdisjoint(_GONE)])
    new, lapsed, gone = (diff.aantal(soort) for soort in _GONE)
    text = sum(plan.soorten == (Wijziging.TEKST,) for plan in diff.plannen)
    only = "" if not text else " (alleen tekst)" if text == changed else f" (waarvan {dutch(text)} alleen tekst)"
    words = [f"{dutch(changed)} {plural(changed, 'plan', 'plannen')} gewijzigd{only}"]
    words += [f"{dutch(new)} nieuw", f"{dutch(lapsed)} vervallen"]
    rules = when(diff.regels, f"{amount(len(diff.regels), 'regel', 'regels')} veranderd")
    return ", ".join((*words, *when(gone, f"{dutch(gone)} verdwenen zonder reden"), *rules))
