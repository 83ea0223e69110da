"""The targets in `gemeenten.yaml`: one choice of everything, and periods that exist."""

from __future__ import annotations

from collections.abc import Iterator

from woonplan.diagnostics import Diagnostic, Severity, quote
from woonplan.load.context import Entry, Listed, statements
from woonplan.load.references.areas import area_of, statement_area
from woonplan.model.base import first_day, folded
from woonplan.model.gemeente import Gemeentenbestand
from woonplan.model.stand import Positions
from woonplan.model.target import Opgavenset, RuimereProgrammering, Segmentdoel, SoortUitspraak, Uitspraak
from woonplan.rule import AMBITIE, BORNE, Example, Rule, opgave_text

_PARTLY = AMBITIE.removesuffix("}") + ", ruimere_programmering: deels_inbegrepen"

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
        "Een uitspraak van de soort aandeel mist 'van_uitspraak', 'teller' of 'noemer', of een andere uitspraak heeft "
        "ze juist."
    ),
    waarom="Een derde deel is alleen te berekenen als vaststaat waarvan.",
    oplossing="Geef een aandeel het id van de uitspraak waarvan het een deel is, een teller en een noemer boven 0.",
    hint="'van_uitspraak' is het id van de uitspraak waarvan dit een deel is (zelf geen aandeel).",
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

WP222 = Rule(
    code="WP222",
    naam="deel met ruimere programmering klopt niet",
    wat=(
        "Een uitspraak heeft 'ruimere_programmering_in' zonder 'ruimere_programmering: deels_inbegrepen', of noemt "
        "daar een soort waarvan dezelfde opgave voor hetzelfde gebied geen andere uitspraak heeft."
    ),
    waarom=(
        "Een toeslag voor planuitval, zoals 130%, geldt alleen voor wat de uitspraak meer is dan dat deel; daarvoor "
        "moet het deel zelf een getal hebben."
    ),
    oplossing=(
        "Zet 'ruimere_programmering: deels_inbegrepen' en noem de soort van het deel, of laat "
        "'ruimere_programmering_in' weg als niet bekend is welk deel het is."
    ),
    fout=Example(
        opgave_text(f"{_PARTLY}, ruimere_programmering_in: lokale_behoefte}}"), 13, 153, file="gemeenten.yaml"
    ),
    goed=Example(
        opgave_text(
            f"{_PARTLY}, ruimere_programmering_in: lokale_behoefte}}",
            "{id: behoefte, soort: lokale_behoefte, gebruikt: true, regio: Twente, woningen: 700}",
        ),
        file="gemeenten.yaml",
    ),
)
"""A part that holds over-programming and is not stated."""


def _goal_text(more: str) -> str:
    return f"    segmentdoelen:\n      - {{id: huur, segment: [sociale_huur], regio: Twente{more}}}\n{BORNE}"


WP235 = Rule(
    code="WP235",
    naam="segmentdoel niet compleet",
    wat=(
        "Een segmentdoel noemt delen van meer dan een verdeling, geeft geen aantal en geen aandeel of allebei, of gaat "
        "over een andere regio dan die van het register."
    ),
    waarom="Alleen van delen van een en dezelfde verdeling is te zeggen hoeveel geplande woningen erin vallen.",
    oplossing=(
        "Noem bij 'segment' delen van woningtype, van betaalbaarheid, van zorg of van flex, en geef 'teller' en "
        "'noemer' (een aandeel van wat gepland is) of 'woningen'."
    ),
    hint="Noem delen van een verdeling, en een aandeel of een aantal.",
    fout=Example(
        opgave_text(AMBITIE, gemeenten=_goal_text("")),
        15,
        14,
        file="gemeenten.yaml",
    ),
    goed=Example(
        opgave_text(AMBITIE, gemeenten=_goal_text(", teller: 3, noemer: 10")),
        file="gemeenten.yaml",
    ),
)
"""A target for a segment that cannot be computed."""

WP312 = Rule(
    code="WP312",
    naam="periode eindigt voor het begin",
    wat="Een telling eindigt niet na haar begin.",
    waarom="Zonder een enkel jaar in de periode valt er niets te tellen.",
    oplossing="'van' is de eerste dag, 'tot' de eerste dag erna: van 2020-01-01 tot 2030-01-01 is tien jaar.",
    hint="'van' is de eerste dag, 'tot' de eerste dag erna.",
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
    hint="Schrijf 1 januari; 'tot' is de eerste dag na de periode.",
    fout=Example(_until("2030-12-31"), 10, 42, file="gemeenten.yaml"),
    goed=Example(_until("2031-01-01"), file="gemeenten.yaml"),
    severity=Severity.WAARSCHUWING,
)
"""A period that is not a number of whole calendar years."""


def target_findings(gebied: Gemeentenbestand, positions: Positions, listed: Listed) -> Iterator[Diagnostic]:
    """Yield what is wrong with the targets in `gemeenten.yaml`."""
    if gebied.opgaven and sum(opgave.standaard for opgave in gebied.opgaven) != 1:
        hint = "Zet 'standaard: true' bij de opgave waarmee zonder --opgave gerekend wordt."
        place = positions.place(("opgaven",), key=True)
        yield WP211.at(place, "niet precies een opgave heeft 'standaard: true'", hint)
    for i, opgave in enumerate(gebied.opgaven):
        yield from _readings(opgave, Entry(positions, ("opgaven", i, "tellingen"), f"opgave {quote(opgave.id)}"))
    stated = list(statements(gebied, positions))
    by_id = {uitspraak.id: uitspraak for uitspraak, _ in reversed(stated)}
    used: dict[tuple[str | int, ...], str] = {}
    for uitspraak, entry in stated:
        yield from statement_area(uitspraak, entry, listed)
        yield from _used(uitspraak, entry, listed, used)
        yield from _share(uitspraak, entry, by_id)
        yield from _partly(uitspraak, entry, gebied.opgaven[int(entry.path[1])], listed)
    for i, opgave in enumerate(gebied.opgaven):
        for j, doel in enumerate(opgave.segmentdoelen):
            entry = Entry(positions, ("opgaven", i, "segmentdoelen", j), f"segmentdoel {quote(doel.id)}")
            yield from _goal(doel, entry, gebied, listed)


def _goal(doel: Segmentdoel, entry: Entry, gebied: Gemeentenbestand, listed: Listed) -> Iterator[Diagnostic]:
    """Yield what is wrong with a target for a segment: its area, its parts, and what it asks for."""
    yield from statement_area(doel, entry, listed)
    if doel.regio is not None and doel.regio != gebied.regio.naam:
        hint = f"Plannen staan er alleen van {quote(gebied.regio.naam)}."
        yield entry.finding(WP235, "gaat over een andere regio dan die van het register", "regio", hint=hint)
    if doel.verdeling is None:
        yield entry.finding(
            WP235, "de delen horen niet bij een en dezelfde verdeling van een plan", "segment", key=True
        )
    share = doel.teller is not None or doel.noemer is not None
    if share == (doel.number() is not None):
        what = "een aandeel en een aantal" if share else "een aandeel noch een aantal"
        yield entry.finding(WP235, f"geeft {what}", "id", hint="Geef teller en noemer, of woningen.")
    elif share and (doel.aandeel is None or doel.aandeel > 1):
        yield entry.finding(WP235, "een aandeel ligt tussen 0 en 1", "teller" if doel.teller is not None else "id")


def _readings(opgave: Opgavenset, entry: Entry) -> Iterator[Diagnostic]:
    if sum(telling.standaard for telling in opgave.tellingen) != 1:
        hint = "Zet 'standaard: true' bij de telling waarmee zonder --telling gerekend wordt."
        yield entry.finding(WP211, "niet precies een telling heeft 'standaard: true'", hint=hint, key=True)
    for i, telling in enumerate(opgave.tellingen):
        subject = f"telling {quote(telling.id)}"
        if first_day(telling.tot) <= first_day(telling.van):
            message = f"{subject} eindigt ({telling.tot}) niet na het begin ({telling.van})"
            yield WP312.at(entry.place(i, "tot"), message)
            continue
        for key, datum in (("van", telling.van), ("tot", telling.tot)):
            if (first_day(datum).month, first_day(datum).day) != (1, 1):
                message = f"{subject}: {key} {datum} is niet de eerste dag van een jaar"
                yield WP317.at(entry.place(i, key), message)


def _used(
    uitspraak: Uitspraak, entry: Entry, listed: Listed, used: dict[tuple[str | int, ...], str]
) -> Iterator[Diagnostic]:
    """Yield that another statement of the set is in use for the same quantity and area."""
    area = _area(uitspraak, listed)
    if not uitspraak.gebruikt or area is None:
        return
    kind, name = area
    other = used.setdefault((*entry.path[:2], uitspraak.soort, kind, name), uitspraak.id)
    if other != uitspraak.id:
        what = f"ook {quote(other)} is 'gebruikt' voor {uitspraak.soort} van {kind} {quote(name)}"
        yield entry.finding(WP212, what, "gebruikt")


def _area(uitspraak: Uitspraak, listed: Listed) -> tuple[str, str] | None:
    """Return the area of a statement, a municipality by its own name; None where it is not about exactly one."""
    kind, name = area_of(uitspraak) or ("", "")
    return (kind, listed.gemeenten.get(folded(name), name) if kind == "gemeente" else name) if kind else None


def _partly(uitspraak: Uitspraak, entry: Entry, opgave: Opgavenset, listed: Listed) -> Iterator[Diagnostic]:
    """Yield that a statement names a part with over-programming while it has none, or one that nothing is stated of."""
    part, area = uitspraak.ruimere_programmering_in, _area(uitspraak, listed)
    if part is None:
        return
    if uitspraak.ruimere_programmering is not RuimereProgrammering.DEELS_INBEGREPEN:
        message = "'ruimere_programmering_in' hoort alleen bij 'ruimere_programmering: deels_inbegrepen'"
        hint = "Zet 'ruimere_programmering: deels_inbegrepen', of haal 'ruimere_programmering_in' weg."
    elif part is uitspraak.soort or not any(u.soort is part and _area(u, listed) == area for u in opgave.uitspraken):
        message = f"opgave {quote(opgave.id)} heeft voor dit gebied geen (andere) uitspraak van de soort {quote(part)}"
        hint = "Noem de soort van een uitspraak over hetzelfde gebied, of haal 'ruimere_programmering_in' weg."
    else:
        return
    yield entry.finding(WP222, message, "ruimere_programmering_in", hint=hint)


def _share(uitspraak: Uitspraak, entry: Entry, by_id: dict[str, Uitspraak]) -> Iterator[Diagnostic]:
    parts = (uitspraak.van_uitspraak, uitspraak.teller, uitspraak.noemer)
    if uitspraak.soort is not SoortUitspraak.AANDEEL:
        if any(part is not None for part in parts):
            hint = "'van_uitspraak', 'teller' en 'noemer' horen alleen bij 'soort: aandeel'."
            yield WP214.at(entry.place("soort"), f"{entry.name} is geen aandeel", hint)
        return
    whole = by_id.get(uitspraak.van_uitspraak or "")
    if None in parts or not uitspraak.noemer or whole is None or whole.soort is SoortUitspraak.AANDEEL:
        yield entry.finding(WP214, "een aandeel heeft 'van_uitspraak', 'teller' en een 'noemer' boven 0 nodig", "id")
