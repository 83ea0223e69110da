"""Municipalities that begin and end: what a name means on the reference date, and whether begin and end can be."""

from __future__ import annotations

from collections.abc import Iterator

from woonplan.diagnostics import Diagnostic, quote
from woonplan.load.context import Entry
from woonplan.load.herindelingen import by_name
from woonplan.model.base import first_day, folded
from woonplan.model.dataset import Dataset
from woonplan.model.gemeente import Gemeente, Gemeentenbestand
from woonplan.model.stand import Positions
from woonplan.numerals import listing
from woonplan.rule import Example, Rule, gemeenten_text


def _wanneer(datum: str) -> str:
    """Return a date as messages have it."""
    return "-".join(part.lstrip("0") for part in reversed(datum.split("-")))


def not_then(name: str, dataset: Dataset) -> tuple[str, str]:
    """Return the message and the hint on a municipality of the register that is not there on the reference date."""
    gemeente = dataset.genoemd(name)
    peildatum = dataset.stand.kop.peildatum
    if gemeente is None:
        return f"gemeente {quote(name)} bestaat niet op {_wanneer(peildatum)}", ""
    dag = first_day(peildatum)
    if gemeente.tot is None or dag < first_day(gemeente.tot):
        before = [other.naam for other in dataset.voorgangers(gemeente)]
        message = f"gemeente {quote(name)} bestaat pas sinds {_wanneer(gemeente.van or '')}, na de peildatum"
        return message, f"Noem de gemeente van toen: {_or(before)}." if before else ""
    names = [found.naam if (found := dataset.genoemd(other)) else other for other in gemeente.opgegaan_in]
    since = _wanneer(gemeente.tot)
    if not names:
        return f"gemeente {quote(name)} bestaat sinds {since} niet meer", "Zet bij die gemeente 'opgegaan_in: [...]'."
    if len(names) == 1:
        message = f"gemeente {quote(name)} is op {since} opgegaan in {names[0]}, die niet in gemeenten.yaml staat"
        return message, "Zet die gemeente in gemeenten.yaml, of laat het plan weg."
    return f"gemeente {quote(name)} is op {since} verdeeld over {listing(names)}", f"Ligt het plan in {_or(names)}?"


def _or(names: list[str]) -> str:
    return " of ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def became(name: str, now: str) -> tuple[str, str]:
    """Return the message and the hint on a name that only the country knows, of a municipality that is in another."""
    one = by_name()[folded(name)][0]
    message = f"gemeente {quote(name)} is op {_wanneer(one.datum)} opgegaan in {one.nieuw_naam}"
    where = "daar" if one.nieuw_naam == now else f"bij {now}"
    return f"{message}; het plan telt {where}", f"Schrijf {now}, of zet {quote(name)} daar bij 'aliassen'."


def gone(name: str) -> str:
    """Return the hint on a name that is not in the register, of a municipality that ended; empty for any other."""
    found = by_name().get(folded(name), ())
    if not found:
        return ""
    names = [f"{one.nieuw_naam} ({one.nieuw_code})" for one in found]
    what = "opgegaan in" if len(names) == 1 else "verdeeld over"
    return f"{found[0].oud_naam} is op {_wanneer(found[0].datum)} {what} {listing(names)}. Noem de gemeente van nu."


WP224 = Rule(
    code="WP224",
    naam="begin en einde van een gemeente kloppen niet",
    wat=(
        "Een gemeente eindigt voor zij begint, heeft 'opgegaan_in' zonder 'tot', of is opgegaan in een gemeente die op "
        "die dag niet bestaat."
    ),
    waarom="Plannen, voorraad en opgaven van een jaar horen bij de gemeenten van dat jaar.",
    oplossing="Verbeter 'van', 'tot' of 'opgegaan_in'.",
    fout=Example(
        gemeenten_text(
            "gemeenten:\n  - {naam: Borne, code: GM0147, tot: 2021-01-01, opgegaan_in: [Wierden]}\n"
            "  - {naam: Wierden, code: GM0189, van: 2022-01-01}\n"
        ),
        6,
        64,
        file="gemeenten.yaml",
    ),
    goed=Example(
        gemeenten_text(
            "gemeenten:\n  - {naam: Borne, code: GM0147, tot: 2021-01-01, opgegaan_in: [Wierden]}\n"
            "  - {naam: Wierden, code: GM0189, van: 2021-01-01}\n"
        ),
        file="gemeenten.yaml",
    ),
)
"""A municipality whose begin and end cannot be."""


def time_findings(gebied: Gemeentenbestand, positions: Positions) -> Iterator[Diagnostic]:
    """Yield beginnings and ends of municipalities that cannot be."""
    named = {folded(name): gemeente for gemeente in gebied.gemeenten for name in gemeente.namen}
    for i, gemeente in enumerate(gebied.gemeenten):
        entry = Entry(positions, ("gemeenten", i), f"gemeente {quote(gemeente.naam)}")
        yield from _bounds(gemeente, entry)
        for j, name in enumerate(gemeente.opgegaan_in if gemeente.tot else ()):
            # One outside of the register is a name alone.
            opvolger = named.get(folded(name))
            if opvolger is not None and not opvolger.bestaat(first_day(gemeente.tot or "")):
                message = f"{quote(name)} bestaat niet op {_wanneer(gemeente.tot or '')}"
                yield entry.finding(WP224, message, "opgegaan_in", j)


def _bounds(gemeente: Gemeente, entry: Entry) -> Iterator[Diagnostic]:
    if gemeente.opgegaan_in and gemeente.tot is None:
        hint = "Zet bij 'tot' de eerste dag waarop de gemeente er niet meer is."
        yield entry.finding(WP224, "'opgegaan_in' zonder 'tot'", "opgegaan_in", hint=hint, key=True)
    elif gemeente.van and gemeente.tot and first_day(gemeente.tot) <= first_day(gemeente.van):
        yield entry.finding(WP224, f"'tot' ({gemeente.tot}) is niet na 'van' ({gemeente.van})", "tot")
