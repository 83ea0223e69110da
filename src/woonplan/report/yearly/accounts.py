"""What holds plans up, and what the register does not say."""

from __future__ import annotations

from functools import partial

from woonplan.calc.capacity.counts import contributions_figure, gemeenten_figure, records_figure
from woonplan.calc.number.figure import ONE, Figure, counted, given
from woonplan.calc.report.bottlenecks import NIET_OPGEGEVEN, bottlenecks
from woonplan.calc.report.completeness import accounts
from woonplan.model.agenda import Prijssoort
from woonplan.report.cells import count, value
from woonplan.report.yearly.year import Year
from woonplan.tables import COUNT, Column, Kind, Row, Table

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
                count(row.sums.records, partial(records_figure, row.sums)),
                *(value(figure) for figure in (row.sums.hard, row.sums.zacht, row.sums.onbekend)),
            ),
        )
        for row in found
    )
    notes = ["een plan met meer knelpunten telt bij elk ervan mee: de rijen tellen niet op tot het totaal."]
    if all(row.key == NIET_OPGEGEVEN for row in found):
        notes.append("geen record noemt knelpunten: welke er zijn, is onbekend.")
    if rows and year.silent_gemeenten:
        notes.append(
            f"gemeenten zonder (zichtbaar) plan: {len(year.silent_gemeenten)}; wat daar gepland is en vastloopt, is "
            "onbekend en staat in geen van de rijen."
        )
    return Table("knelpunten", "Knelpunten naar geraakte woningen", _BOTTLENECKS, rows, tuple(notes))


def accounts_table(year: Year) -> Table:
    """Return what is missing: per field of the records, and in the figures of the region."""
    names = {
        "voorraad": (f"voorraad {year.jaar} van gemeenten", "wat er is opgeleverd"),
        "opgave": ("opgave van gemeenten", "het saldo per gemeente"),
        "prijsgrenzen": (f"prijsgrenzen {year.jaar}", "wat een segment kost"),
        **_EFFECTS,
    }
    rows = []
    for key, counts in _accounts(year).items():
        name, effect = names[key]
        rows.append(Row(key, (name, *(value(figure, look=COUNT) for figure in counts), effect)))
    notes = ["van: records die meetellen of waarvan de status onbekend is; een verzamelpost is een record."]
    if year.agenda is None:
        notes.append("agenda.yaml ontbreekt: normen, grenzen en drempels zijn onbekend.")
    return Table("volledigheid", "Volledigheid: wat ontbreekt", _ACCOUNTS, tuple(rows), tuple(notes))


def _accounts(year: Year) -> dict[str, tuple[Figure, Figure]]:
    """Return by row how many do not say it, and how many should."""
    dataset = year.dataset
    names = ("ontbreekt", "van")
    found: dict[str, tuple[Figure, Figure]] = {}
    for account in accounts(year.view.records):
        pair = zip(names, (account.without, account.asked), strict=True)
        without, asked = (contributions_figure(name, "records", records) for name, records in pair)
        found[account.key] = (without, asked)
    of = gemeenten_figure("van", "gemeenten", dataset, year.gemeenten)
    silent = [g for g in year.gemeenten if str(year.jaar) not in g.voorraad]
    found["voorraad"] = (gemeenten_figure("ontbreekt", "gemeenten", dataset, silent), of)
    with_target = {group.key for group in year.grouped.groups if group.doel is not None}
    without_target = [g for g in year.gemeenten if g.naam not in with_target]
    found["opgave"] = (gemeenten_figure("ontbreekt", "gemeenten", dataset, without_target), of)
    known = {g.soort for g in (year.agenda.prijsgrenzen if year.agenda else ()) if g.jaar == year.jaar}
    kinds = {soort: given(str(soort), str(soort), ONE) for soort in Prijssoort}
    missing = [figure for soort, figure in kinds.items() if soort not in known]
    found["prijsgrenzen"] = (
        counted("ontbreekt", "soorten van prijsgrenzen", missing),
        counted("van", "soorten van prijsgrenzen", list(kinds.values())),
    )
    return found
