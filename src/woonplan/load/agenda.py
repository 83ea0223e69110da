"""`agenda.yaml` to the agreements, with everything that is wrong with it: shape, sources, numbers and dates."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from woonplan.diagnostics import Diagnostic, quote
from woonplan.load.agreed import agreed, agreed_gemeenten, agreed_names, agreed_references
from woonplan.load.context import Entry
from woonplan.load.nearest import suggestion
from woonplan.load.reading import read_beside
from woonplan.load.references.areas import WP201, no_gemeente
from woonplan.load.references.names import Block, ids, twice, unlisted
from woonplan.load.refusals.numbers import WP104
from woonplan.model.agenda import Agendabestand, Prijsgrens, Prijssoort
from woonplan.model.base import first_day, folded
from woonplan.model.parameter import Parameter
from woonplan.model.stand import Invoer
from woonplan.numerals import decimal
from woonplan.rule import Example, Rule
from woonplan.yaml_io import YamlDocument
from woonplan.yaml_io.source import Source

_HEAD = "versie: 1\nbron: nota\n"
"""How the examples of rules begin."""


class LoadedAgenda(NamedTuple):
    """The agreements, when the file is good enough to use, with its positions and all findings in order of place."""

    agenda: Agendabestand | None
    invoer: Invoer | None
    findings: tuple[Diagnostic, ...]


def load_agenda(
    path: Source, bronnen: Collection[str] | None = None, gemeenten: Collection[str] | None = None
) -> LoadedAgenda:
    """Return the agreements in a file.

    Args:
        path: The file, `agenda.yaml` in the folder of the register.
        bronnen: Ids of the documents that `gemeenten.yaml` lists. Without them a document that the file itself does
            not list is taken to stand there: no reference is judged that cannot be.
        gemeenten: Names, aliases and codes of the municipalities; without them no name in a group is judged.
    """

    def integrity(agenda: Agendabestand, document: YamlDocument) -> Iterator[Diagnostic]:
        yield from _names(agenda, document)
        if bronnen is not None:
            listed = {*bronnen, *(bron.id for bron in agenda.bronnen)}
            hint = "Zet het document bij 'bronnen' in dit bestand of in gemeenten.yaml."
            yield from unlisted(_blocks(agenda), document, listed, hint)
        if gemeenten is not None:
            yield from _members(agenda, document, gemeenten)
            yield from agreed_gemeenten(agenda, document, gemeenten)
        for i, parameter in enumerate(agenda.parameters):
            yield from _order(parameter, Entry(document, ("parameters", i), f"parameter {quote(parameter.id)}"))
        yield from _limits(agenda.prijsgrenzen, document)
        yield from agreed_references(agenda, document)

    return LoadedAgenda(*read_beside(path, Agendabestand, "acties", integrity))


def _names(agenda: Agendabestand, document: YamlDocument) -> Iterator[Diagnostic]:
    # One name, one thing: rules ask for parameters and groups by their ids alone.
    rules = (
        *ids(agenda.parameters, "parameters"),
        *ids(agenda.gemeentegroepen, "gemeentegroepen"),
        *ids(agenda.afspraken, "afspraken"),
    )
    yield from twice(ids(agenda.bronnen, "bronnen"), document, "Geef elk document een eigen id.")
    yield from twice(rules, document, "Geef elke parameter, gemeentegroep en afspraak een eigen id.")
    yield from agreed_names(agenda, document)
    yield from twice(ids(agenda.opsommingen, "opsommingen"), document, "Geef elke opsomming een eigen id.")


def _blocks(agenda: Agendabestand) -> Iterator[Block]:
    """Yield everything in the file that may name a document."""
    yield (), agenda
    simple = ("parameters", "gemeentegroepen", "afspraken", "opsommingen", "prijsgrenzen")
    for key in (*simple, "sleutelprojecten", "sleutelthemas", "doelen", "niet_berekenbaar"):
        yield from (((key, i), block) for i, block in enumerate(getattr(agenda, key)))
    for i, parameter in enumerate(agenda.parameters):
        yield from ((("parameters", i, "waarden", j), waarde) for j, waarde in enumerate(parameter.waarden))
    for path, toezegging in agreed(agenda):
        yield path, toezegging
        yield from (((*path, "voortgang", j), entry) for j, entry in enumerate(toezegging.voortgang))


def _members(agenda: Agendabestand, document: YamlDocument, gemeenten: Collection[str]) -> Iterator[Diagnostic]:
    listed = {folded(name) for name in gemeenten}
    for i, groep in enumerate(agenda.gemeentegroepen):
        entry = Entry(document, ("gemeentegroepen", i, "gemeenten"), f"gemeentegroep {quote(groep.id)}")
        for j, name in enumerate(groep.gemeenten):
            if folded(name) not in listed:
                yield entry.finding(WP201, no_gemeente(name), j, hint=suggestion(name, gemeenten))


def _values(first: int, second: int) -> str:
    return (
        f"{_HEAD}parameters:\n  - id: minimum\n    naam: Minimum van een sleutelproject\n    waarden:\n"
        f"      - {{vanaf: {first}, waarde: 200, eenheid: woningen}}\n"
        f"      - {{vanaf: {second}, waarde: 150, eenheid: woningen}}\n"
    )


WP218 = Rule(
    code="WP218",
    naam="waarden niet op volgorde",
    wat="De waarden van een parameter staan niet van oud naar nieuw, of een latere waarde heeft geen 'vanaf'.",
    waarom="Welke afspraak op een datum geldt, volgt uit de volgorde.",
    oplossing="Zet de oudste waarde eerst en geef elke volgende een 'vanaf'.",
    hint="Zet de waarden op volgorde, de oudste eerst.",
    fout=Example(_values(2022, 2021), 8, 17, file="agenda.yaml"),
    goed=Example(_values(2021, 2022), file="agenda.yaml"),
)
"""Values of a parameter that are not in order."""


def _order(parameter: Parameter, entry: Entry) -> Iterator[Diagnostic]:
    for i, (before, waarde) in enumerate(pairwise(parameter.waarden), start=1):
        if waarde.vanaf is None:
            hint = "Alleen de eerste waarde mag zonder 'vanaf'."
            yield entry.finding(WP218, f"waarde nummer {i + 1} heeft geen 'vanaf'", "waarden", i, "vanaf", hint=hint)
        elif before.vanaf is not None and first_day(waarde.vanaf) <= first_day(before.vanaf):
            message = f"vanaf {waarde.vanaf} komt niet na {before.vanaf}"
            yield entry.finding(WP218, message, "waarden", i, "vanaf")


def _prices(second: int) -> str:
    return (
        f"{_HEAD}prijsgrenzen:\n  - {{jaar: 2024, soort: betaalbare_koop, bedrag_cent: 39000000}}\n"
        f"  - {{jaar: {second}, soort: betaalbare_koop, bedrag_cent: 40500000}}\n"
    )


WP219 = Rule(
    code="WP219",
    naam="prijsgrenzen overlappen",
    wat="Voor dezelfde soort en dezelfde dagen staan twee prijsgrenzen, of een grens geldt buiten zijn jaar.",
    waarom="Dan is niet te zeggen of een woning betaalbaar is.",
    oplossing="Begrens beide met 'vanaf' en 'tot' binnen het jaar, of haal er een weg.",
    hint="Begrens beide met 'vanaf' en 'tot', of haal er een weg.",
    fout=Example(_prices(2024), 5, 12, file="agenda.yaml"),
    goed=Example(_prices(2025), file="agenda.yaml"),
)
"""Price limits that overlap."""


_LEAST = {
    Prijssoort.SOCIALE_HUUR: 10_000,
    Prijssoort.MIDDENHUUR: 10_000,
    Prijssoort.BETAALBARE_KOOP: 1_000_000,
    Prijssoort.NHG: 1_000_000,
}
"""Eurocents below which an amount must have been meant in euros: no rent is 100, and no home 10,000."""


def _limits(grenzen: tuple[Prijsgrens, ...], document: YamlDocument) -> Iterator[Diagnostic]:
    for i, grens in enumerate(grenzen):
        entry = Entry(document, ("prijsgrenzen", i), f"prijsgrens {quote(grens.soort)} {grens.jaar}")
        for key in ("bedrag_cent", "bedrag_nieuwbouw_cent"):
            cents: int | None = getattr(grens, key)
            if cents is not None and cents < _LEAST[grens.soort] <= 100 * cents:
                message = f"{key} {cents} is maar {decimal(Fraction(cents, 100), 2)} euro"
                hint = f"Zijn het euro's, schrijf dan eurocenten: {key}: {cents * 100}."
                yield entry.finding(WP104, message, key, hint=hint)
        start, end = f"{grens.jaar}-01-01", f"{grens.jaar + 1}-01-01"
        van, tot = grens.vanaf or start, grens.tot or end
        if not first_day(start) <= first_day(van) < first_day(tot) <= first_day(end):
            message = f"de periode van {van} tot {tot} valt niet binnen het jaar"
            hint = "'vanaf' is de eerste dag, 'tot' de eerste dag erna."
            yield entry.finding(WP219, message, "tot" if grens.vanaf is None else "vanaf", hint=hint)
        elif any(
            (other.soort, other.jaar) == (grens.soort, grens.jaar)
            and first_day(van) < first_day(other.tot or end)
            and first_day(other.vanaf or start) < first_day(tot)
            for other in grenzen[:i]
        ):
            yield entry.finding(WP219, "er is al een grens voor dezelfde dagen", "jaar")
