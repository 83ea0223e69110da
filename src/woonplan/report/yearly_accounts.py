"""What holds plans up, and what the register does not say."""

from __future__ import annotations

from woonplan.calc.bottlenecks import NIET_OPGEGEVEN, bottlenecks
from woonplan.calc.completeness import accounts
from woonplan.calc.question import opgavenset
from woonplan.model.agenda import Prijssoort
from woonplan.report.words import amount
from woonplan.report.yearly_frame import Year
from woonplan.tables import Column, Kind, Row, Table

_BOTTLENECKS = (
    Column("knelpunt", "knelpunt"),
    Column("records", "records", Kind.COUNT),
    Column("hard", "hard", Kind.AMOUNT),
    Column("zacht", "zacht", Kind.AMOUNT),
    Column("status_onbekend", "status onbekend", Kind.AMOUNT, drop=1, optional=True),
)

_ACCOUNTS = (
    Column("onderdeel", "onderdeel"),
    Column("ontbreekt", "ontbreekt", Kind.COUNT),
    Column("van", "van", Kind.COUNT),
    Column("gevolg", "wat daardoor onbekend is", drop=1),
)

_EFFECTS = {
    "aantal": ("aantal woningen", "de omvang van het plan"),
    "planstatus": ("planstatus", "of het plan hard of zacht is"),
    "planstatus_fijn": ("planstatus 1A-5B (alleen hard of zacht)", "hoe ver het plan is"),
    "gerealiseerd": ("gerealiseerd of restant", "hoeveel er nog te bouwen is"),
    "sloop": ("sloop", "het netto aantal"),
    "oplevering": ("oplevering per jaar", "of het plan binnen de periode valt"),
    "plantype": ("plantype", "inbreiding of uitbreiding"),
    "betaalbaarheid": ("betaalbaarheid", "de segmenten"),
    "woningtype": ("woningtype", "eengezins of meergezins"),
    "knelpunten": ("knelpunten ('geen' is ook een antwoord)", "wat het plan ophoudt"),
    "strategie": ("strategie", "de verdeling over strategieen"),
    "bijgewerkt": ("bijgewerkt", "hoe oud de gegevens van het plan zijn"),
    "jaar_hard": ("jaar_hard (zachte plannen)", "wanneer het plan hard wordt"),
}


def bottlenecks_table(year: Year) -> Table:
    """Return capacity by bottleneck; a record with several counts under each."""
    found = bottlenecks(year.shares)
    rows = tuple(
        Row(
            row.key,
            (
                "niet opgegeven" if row.key == NIET_OPGEGEVEN else row.key,
                row.sums.records,
                *(amount(figure.low) for figure in (row.sums.hard, row.sums.zacht, row.sums.onbekend)),
            ),
        )
        for row in found
    )
    notes = ["een plan met meer knelpunten telt bij elk ervan mee: de rijen tellen niet op tot het totaal."]
    if all(row.key == NIET_OPGEGEVEN for row in found):
        notes.append("geen record noemt knelpunten: welke er zijn, is onbekend.")
    return Table("knelpunten", "Knelpunten naar geraakte woningen", _BOTTLENECKS, rows, tuple(notes))


def accounts_table(year: Year) -> Table:
    """Return what is missing: per field of the records, and in the figures of the region."""
    rows = []
    for account in accounts(year.records):
        name, effect = _EFFECTS[account.key]
        rows.append(Row(account.key, (name, account.missing, account.of, effect)))
    dataset = year.dataset
    without = sum(1 for g in year.gemeenten if str(year.jaar) not in g.voorraad)
    rows.append(
        Row("voorraad", (f"voorraad {year.jaar} van gemeenten", without, len(year.gemeenten), "wat er is opgeleverd"))
    )
    targets = sum(1 for group in year.grouped.groups if group.key and group.doel is None)
    if opgavenset(dataset, year.question) is None:
        targets = len(year.gemeenten)
    rows.append(Row("opgave", ("opgave van gemeenten", targets, len(year.gemeenten), "het saldo per gemeente")))
    known = {g.soort for g in (year.agenda.prijsgrenzen if year.agenda else ()) if g.jaar == year.jaar}
    limits = len(Prijssoort)
    rows.append(Row("prijsgrenzen", (f"prijsgrenzen {year.jaar}", limits - len(known), limits, "wat een segment kost")))
    notes = ["van: records die meetellen of waarvan de status onbekend is; een verzamelpost is een record."]
    if year.agenda is None:
        notes.append("agenda.yaml ontbreekt: normen, grenzen en drempels zijn onbekend.")
    return Table("volledigheid", "Volledigheid: wat ontbreekt", _ACCOUNTS, tuple(rows), tuple(notes))
