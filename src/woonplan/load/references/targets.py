"""The targets in `gemeenten.yaml`: one choice of everything, and periods that exist."""

from __future__ import annotations

from collections.abc import Iterator

from woonplan.diagnostics import Diagnostic, Severity, quote
from woonplan.load.context import Known
from woonplan.load.references.areas import statement_area
from woonplan.model.base import first_day
from woonplan.model.gemeente import Gemeentenbestand
from woonplan.model.stand import Path, Positions
from woonplan.model.target import Opgavenset, SoortUitspraak, Telling, Uitspraak
from woonplan.rule import AMBITIE, Example, Rule, opgave_text

WP211 = Rule(
    code="WP211",
    naam="niet precies een standaard",
    wat="Niet precies een opgave, of niet precies een telling van een opgave, heeft 'standaard: true'.",
    waarom="Zonder keuze op de opdrachtregel moet vaststaan waarmee gerekend wordt.",
    oplossing="Zet 'standaard: true' bij een opgave en bij een telling van elke opgave.",
    fout=Example(opgave_text(AMBITIE, telling="{id: tien, van: 2020, tot: 2030}"), 10, 5, file="gemeenten.yaml"),
    goed=Example(opgave_text(AMBITIE), file="gemeenten.yaml"),
)
"""Not exactly one default."""

WP212 = Rule(
    code="WP212",
    naam="twee uitspraken in gebruik",
    wat="Twee uitspraken over dezelfde soort en hetzelfde gebied hebben 'gebruikt: true'.",
    waarom=(
        "Bronnen geven soms twee getallen voor hetzelfde; er wordt met een gerekend, de andere worden ermee vergeleken."
    ),
    oplossing="Laat een van de twee 'gebruikt: true' houden.",
    fout=Example(
        opgave_text(AMBITIE, "{id: ambitie-ruim, soort: ambitie, gebruikt: true, regio: Twente, woningen: 1000}"),
        14,
        54,
        file="gemeenten.yaml",
    ),
    goed=Example(
        opgave_text(AMBITIE, "{id: ambitie-ruim, soort: ambitie, regio: Twente, woningen: 1000}"), file="gemeenten.yaml"
    ),
)
"""Two statements in use for one quantity."""

WP214 = Rule(
    code="WP214",
    naam="aandeel niet compleet",
    wat=(
        "Een uitspraak van de soort aandeel mist van_uitspraak, teller of noemer, of een andere uitspraak heeft ze "
        "juist."
    ),
    waarom="Een derde deel is alleen te berekenen als vaststaat waarvan.",
    oplossing="Geef een aandeel het id van de uitspraak waarvan het een deel is, een teller en een noemer boven 0.",
    fout=Example(
        opgave_text(AMBITIE, "{id: derde, soort: aandeel, regio: Twente, teller: 1, noemer: 3}"),
        14,
        14,
        file="gemeenten.yaml",
    ),
    goed=Example(
        opgave_text(
            AMBITIE, "{id: derde, soort: aandeel, regio: Twente, van_uitspraak: ambitie, teller: 1, noemer: 3}"
        ),
        file="gemeenten.yaml",
    ),
)
"""A share that is not complete."""

WP312 = Rule(
    code="WP312",
    naam="periode eindigt voor het begin",
    wat="Een telling eindigt niet na haar begin.",
    waarom="Zonder een enkel jaar in de periode valt er niets te tellen.",
    oplossing="'van' is de eerste dag, 'tot' de eerste dag erna: van 2020-01-01 tot 2030-01-01 is tien jaar.",
    fout=Example(
        opgave_text(AMBITIE, telling="{id: tien, van: 2020, tot: 2020, standaard: true}"), 11, 36, file="gemeenten.yaml"
    ),
    goed=Example(opgave_text(AMBITIE), file="gemeenten.yaml"),
)
"""A period that ends before it starts."""


def _until(tot: str) -> str:
    return (
        "versie: 1\nregio: {naam: Twente, provincie: Overijssel}\nbronnen: [{id: nota, titel: Nota}]\nopgaven:\n"
        "  - id: nota\n    naam: Nota\n    standaard: true\n    bron: nota\n    tellingen:\n"
        f"      - {{id: tien, van: 2020-01-01, tot: {tot}, standaard: true}}\n"
        "    uitspraken: []\ngemeenten: [{naam: Borne, code: GM0147}]\n"
    )


WP317 = Rule(
    code="WP317",
    naam="periode van geen hele jaren",
    wat="Een telling begint of eindigt niet op 1 januari. 'tot' is de eerste dag na de periode.",
    waarom=(
        "Opleveringen zijn per kalenderjaar bekend en een tempo telt per jaar; van een deel van een jaar is geen van "
        "beide te zeggen. Een 'tot' van 31 december laat dat hele jaar half buiten de periode vallen."
    ),
    oplossing="Schrijf voor 'tot en met 2030': tot: 2031-01-01.",
    fout=Example(_until("2030-12-31"), 10, 42, file="gemeenten.yaml"),
    goed=Example(_until("2031-01-01"), file="gemeenten.yaml"),
    severity=Severity.WAARSCHUWING,
)
"""A period that is not a number of whole calendar years."""


def target_findings(gebied: Gemeentenbestand, positions: Positions, known: Known) -> Iterator[Diagnostic]:
    """Yield what is wrong with the targets in `gemeenten.yaml`."""
    if gebied.opgaven and sum(s.standaard for s in gebied.opgaven) != 1:
        hint = "Zet 'standaard: true' bij de opgave waarmee zonder --opgave gerekend wordt."
        place = positions.place(("opgaven",), key=True)
        yield WP211.at(place, "niet precies een opgave heeft 'standaard: true'", hint)
    uitspraken: dict[str, Uitspraak] = {}
    for opgave in gebied.opgaven:
        for uitspraak in opgave.uitspraken:
            uitspraken.setdefault(uitspraak.id, uitspraak)
    for i, opgave in enumerate(gebied.opgaven):
        yield from _readings(opgave, ("opgaven", i, "tellingen"), positions)
        used: dict[tuple[str, str], str] = {}
        for j, uitspraak in enumerate(opgave.uitspraken):
            at: Path = ("opgaven", i, "uitspraken", j)
            yield from statement_area(uitspraak, at, positions, known)
            yield from _used(uitspraak, at, positions, known, used)
            yield from _share(uitspraak, at, positions, uitspraken)


def _readings(opgave: Opgavenset, path: Path, positions: Positions) -> Iterator[Diagnostic]:
    if sum(t.standaard for t in opgave.tellingen) != 1:
        message = f"opgave {quote(opgave.id)}: niet precies een telling heeft 'standaard: true'"
        hint = "Zet 'standaard: true' bij de telling waarmee zonder --telling gerekend wordt."
        yield WP211.at(positions.place(path, key=True), message, hint)
    for i, telling in enumerate(opgave.tellingen):
        yield from _period(telling, (*path, i), positions)


def _period(telling: Telling, path: Path, positions: Positions) -> Iterator[Diagnostic]:
    if first_day(telling.tot) <= first_day(telling.van):
        message = f"telling {quote(telling.id)} eindigt ({telling.tot}) niet na het begin ({telling.van})"
        hint = "'van' is de eerste dag, 'tot' de eerste dag erna."
        yield WP312.at(positions.place((*path, "tot")), message, hint)
        return
    for key in ("van", "tot"):
        datum = getattr(telling, key)
        day = first_day(datum)
        if (day.month, day.day) != (1, 1):
            message = f"telling {quote(telling.id)}: {key} {datum} is niet de eerste dag van een jaar"
            hint = "Schrijf 1 januari; 'tot' is de eerste dag na de periode."
            yield WP317.at(positions.place((*path, key)), message, hint)


def _used(
    uitspraak: Uitspraak, at: Path, positions: Positions, known: Known, used: dict[tuple[str, str], str]
) -> Iterator[Diagnostic]:
    """Yield that another statement in use is about the same quantity and area."""
    given = [key for key in ("gemeente", "regio", "provincie") if getattr(uitspraak, key)]
    if not uitspraak.gebruikt or len(given) != 1:
        return
    area = str(getattr(uitspraak, given[0]))
    name = known.gemeenten.get(area.casefold(), area) if given[0] == "gemeente" else area
    other = used.setdefault((uitspraak.soort, f"{given[0]} {name}"), uitspraak.id)
    if other != uitspraak.id:
        what = f"ook {quote(other)} is 'gebruikt' voor {uitspraak.soort} van {given[0]} {quote(name)}"
        hint = "Laat een van de twee 'gebruikt: true' houden."
        yield WP212.at(positions.place((*at, "gebruikt")), f"uitspraak {quote(uitspraak.id)}: {what}", hint)


def _share(
    uitspraak: Uitspraak, at: Path, positions: Positions, uitspraken: dict[str, Uitspraak]
) -> Iterator[Diagnostic]:
    parts = (uitspraak.van_uitspraak, uitspraak.teller, uitspraak.noemer)
    subject = f"uitspraak {quote(uitspraak.id)}"
    if uitspraak.soort is not SoortUitspraak.AANDEEL:
        if any(part is not None for part in parts):
            hint = "van_uitspraak, teller en noemer horen alleen bij 'soort: aandeel'."
            yield WP214.at(positions.place((*at, "soort")), f"{subject} is geen aandeel", hint)
        return
    whole = uitspraken.get(uitspraak.van_uitspraak or "")
    if None in parts or not uitspraak.noemer or whole is None or whole.soort is SoortUitspraak.AANDEEL:
        message = f"{subject}: een aandeel heeft van_uitspraak, teller en een noemer boven 0 nodig"
        hint = "van_uitspraak is het id van de uitspraak waarvan dit een deel is (zelf geen aandeel)."
        yield WP214.at(positions.place((*at, "id")), message, hint)
