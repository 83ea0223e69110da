"""What the register does not say, and what that leaves unknown."""

from __future__ import annotations

from woonplan.calc.report.completeness import accounts
from woonplan.model.statussen import FIRST, LAST
from woonplan.report.cells import value, when
from woonplan.report.yearly.year import Year
from woonplan.tables.look import COUNT
from woonplan.tables.table import Column, Kind, Row, Table

_COLUMNS = (
    Column("onderdeel", "onderdeel"),
    Column("ontbreekt", "ontbreekt", Kind.COUNT),
    Column("van", "van", Kind.COUNT),
    Column("gevolg", "wat daardoor onbekend is", drop=1),
)

_EFFECTS = {
    "aantal": ("aantal woningen", "de omvang van het plan"),
    "planstatus": ("planstatus", "of het plan hard of zacht is"),
    "planstatus_fijn": (f"planstatus {FIRST}-{LAST} (alleen hard of zacht)", "hoe ver het plan is"),
    "gerealiseerd": ("gerealiseerd of restant", "hoeveel er nog te bouwen is"),
    "sloop": ("sloop", "het netto aantal"),
    "oplevering": ("oplevering per jaar", "of het plan binnen de periode valt"),
    "plantype": ("plantype", "inbreiding of uitbreiding"),
    "betaalbaarheid": ("betaalbaarheid", "de segmenten"),
    "woningtype": ("woningtype", "eengezins of meergezins"),
    "knelpunten": ("knelpunten ('geen' is ook een antwoord)", "wat het plan ophoudt"),
    "strategie": ("strategie", "de verdeling over strategieën"),
    "bijgewerkt": ("bijgewerkt", "hoe oud de gegevens van het plan zijn"),
    "jaar_hard": ("jaar waarin het hard wordt (zachte plannen)", "wanneer het plan hard wordt"),
    "voorraad": ("voorraad {jaar} van gemeenten", "wat er is opgeleverd"),
    "opgave": ("opgave van gemeenten", "het saldo per gemeente"),
    "prijsgrenzen": ("prijsgrenzen {jaar}", "wat een segment kost"),
}


def what(key: str, jaar: int) -> str:
    """Return what is counted under a key, in words."""
    return _EFFECTS[key][0].format(jaar=jaar)


def accounts_table(year: Year) -> Table:
    """Return what is missing: per field of the records, and in the figures of the region."""
    rows = []
    for key, counts in accounts(year.view, year.agenda, year.jaar).items():
        _, effect = _EFFECTS[key]
        numbers = (value(figure, look=COUNT) for figure in counts)
        rows.append(Row(key, (what(key, year.jaar), *numbers, effect)))
    notes = (
        "van: plannen die meetellen of waarvan de status onbekend is; een verzamelpost telt als een plan.",
        *when(year.agenda is None, "agenda.yaml ontbreekt: normen, grenzen en drempels zijn onbekend."),
    )
    return Table("volledigheid", "Volledigheid: wat ontbreekt", _COLUMNS, tuple(rows), notes)
