"""Where figures come from and where they may go: none without a document, invented or confidential among others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from woonplan.checks.judging import each, gebied_place
from woonplan.checks.subject import Check, Outcome, Record, Subject
from woonplan.diagnostics import Severity, quote
from woonplan.model.source import Herkomst, Herleidbaar
from woonplan.model.stand import Path, Positions
from woonplan.model.target import Segmentdoel, Uitspraak
from woonplan.model.vocabulary import Vertrouwelijkheid
from woonplan.rule import BORNE, Example, gemeenten_text, plan_text

OPEN_OVER = frozenset({Herkomst.FICTIEF, Herkomst.AANNAME})
"""Figures that say themselves that no document gives them."""

_NUMBERS = (
    "woningen",
    "woningen_min",
    "woningen_max",
    "restant",
    "gerealiseerd",
    "sloop",
    "sloop_gerealiseerd",
    "sloop_restant",
    "oplevering",
    "sloop_jaar",
    "verdeling",
    "studentenwoningen",
    "woningtype",
    "betaalbaarheid",
    "zorg",
    "flex",
)


def _without_source(subject: Subject) -> Iterator[Outcome]:
    """Yield records with a number, and control totals, that name no document and stand in a file that names none."""
    if subject.dataset.fictief:
        return
    for standdeel in subject.dataset.stand.delen:
        inhoud = standdeel.inhoud
        if inhoud.bron is not None:
            continue
        for index, plan in enumerate(inhoud.plannen):
            if plan.bron is None and (plan.herkomst or inhoud.herkomst) not in OPEN_OVER:
                key = next((key for key in _NUMBERS if getattr(plan, key) is not None), None)
                if key is not None:
                    yield WP504.finding(Record(standdeel, index, plan), f"{key} zonder bron", key, key=True)
        for i, controle in enumerate(inhoud.controle):
            if controle.bron is None and (controle.herkomst or inhoud.herkomst) not in OPEN_OVER:
                place = standdeel.invoer.positions.place(("controle", i, "woningen"), key=True)
                yield WP504.at(place, f"controletotaal {quote(controle.id)}: woningen zonder bron")


_HEAD = "versie: 1\npeildatum: 2024-01-01\nplannen:\n"

WP504 = Check(
    code="WP504",
    naam="getal zonder bron",
    wat=(
        "Meldt een plan met een aantal, en een controletotaal, waarvoor het plan zelf noch het bestand een 'bron' "
        "noemt. 'herkomst: aanname' en 'herkomst: fictief' zeggen zelf dat er geen document is en worden niet gemeld; "
        "in een verzonnen register ('fictief: true') ook niets. Geldt ook voor verzamelposten en bij 'telt_mee: "
        "false'."
    ),
    waarom="Een getal zonder bron kan niemand nagaan, en bij een verschil niet uitleggen.",
    oplossing="Zet het document bij 'bronnen' in gemeenten.yaml en verwijs ernaar, per plan of bovenaan het bestand.",
    hint=(
        "Voeg 'bron: ...' toe (een id uit 'bronnen' in gemeenten.yaml) met de 'vindplaats', hier of bovenaan "
        "het bestand."
    ),
    reads=frozenset({"bron", "herkomst"}),
    fout=Example(_HEAD + plan_text("kade", "woningen: 50"), 7, 5),
    goed=Example(_HEAD + plan_text("kade", "woningen: 50", "bron: nota", "vindplaats: tabel 2")),
    find=_without_source,
)
"""A figure of which nobody can say where it comes from."""


def _invented(subject: Subject) -> Iterator[Outcome]:
    """Yield everything that is marked as invented in a register that is not."""
    if subject.dataset.fictief:
        return
    what = "is verzonnen, maar het register is dat niet"
    for record in each(subject, lambda plan: plan.herkomst is Herkomst.FICTIEF):
        yield WP505.finding(record, f"het cijfer {what}", "herkomst")
    for name, block, positions, path in _blocks(subject):
        if block.herkomst is Herkomst.FICTIEF:
            yield WP505.at(positions.place((*path, "herkomst")), f"{name} {what}")


def _blocks(subject: Subject) -> Iterator[tuple[str, Herleidbaar, Positions, Path]]:
    """Yield all but the records that can say how their figures came here: what each is, and where it stands."""
    for standdeel in subject.dataset.stand.delen:
        yield "het bestand", standdeel.inhoud, standdeel.invoer.positions, ()
        for i, controle in enumerate(standdeel.inhoud.controle):
            yield f"controletotaal {quote(controle.id)}", controle, standdeel.invoer.positions, ("controle", i)
    gebied, positions = subject.dataset.gebied, subject.dataset.gebied_invoer.positions
    for i, opgave in enumerate(gebied.opgaven):
        yield f"opgave {quote(opgave.id)}", opgave, positions, ("opgaven", i)
        for j, uitspraak in enumerate(opgave.uitspraken):
            yield f"uitspraak {quote(uitspraak.id)}", uitspraak, positions, ("opgaven", i, "uitspraken", j)
        for j, doel in enumerate(opgave.segmentdoelen):
            yield f"segmentdoel {quote(doel.id)}", doel, positions, ("opgaven", i, "segmentdoelen", j)
    if gebied.voorraadbron is not None:
        yield "de woningvoorraad", gebied.voorraadbron, positions, ("voorraadbron",)
    for i, gemeente in enumerate(gebied.gemeenten):
        yield f"gemeente {quote(gemeente.naam)}", gemeente, positions, ("gemeenten", i)


WP505 = Check(
    code="WP505",
    naam="verzonnen cijfer in een echt register",
    wat=(
        "Meldt 'herkomst: fictief' bij een plan, bestand, controletotaal, uitspraak of gemeente in een register "
        "zonder 'fictief: true'. Geldt ook voor verzamelposten en bij 'telt_mee: false'."
    ),
    waarom="Een verzonnen cijfer tussen echte komt ongemerkt in een som, en daarmee in een raadsstuk.",
    oplossing=(
        "Haal het voorbeeld weg, of zet 'fictief: true' in gemeenten.yaml als het hele register een voorbeeld is."
    ),
    hint="Haal het weg, of zet 'fictief: true' in gemeenten.yaml als het hele register een voorbeeld is.",
    reads=frozenset({"herkomst"}),
    fout=Example(plan_text("voorbeeldstraat", "woningen: 50", "herkomst: fictief"), 5, 15),
    goed=Example(plan_text("voorbeeldstraat", "woningen: 50", "herkomst: opgave_gemeente")),
    find=_invented,
)
"""An invented figure among real ones."""


def _targets_without_source(subject: Subject) -> Iterator[Outcome]:
    """Yield statements, and stock figures of municipalities, that name no document and inherit none."""
    gebied = subject.dataset.gebied
    if gebied.fictief:
        return
    for i, opgave in enumerate(gebied.opgaven):
        said: tuple[tuple[str, str, Sequence[Uitspraak | Segmentdoel]], ...] = (
            ("uitspraak", "uitspraken", opgave.uitspraken),
            ("segmentdoel", "segmentdoelen", opgave.segmentdoelen),
        )
        for noun, key, j, one in ((n, k, j, one) for n, k, ones in said for j, one in enumerate(ones)):
            herkomst = one.herkomst or opgave.herkomst
            if one.bron is None and opgave.bron is None and herkomst not in OPEN_OVER:
                place = gebied_place(subject, "opgaven", i, key, j, "id")
                yield WP507.at(place, f"{noun} {quote(one.id)} zonder bron")
    block = gebied.voorraadbron
    if block is not None and (block.bron is not None or block.herkomst in OPEN_OVER):
        return
    for i, gemeente in enumerate(gebied.gemeenten):
        if gemeente.voorraad and gemeente.bron is None and gemeente.herkomst not in OPEN_OVER:
            place = gebied_place(subject, "gemeenten", i, "voorraad", key=True)
            yield WP507.at(place, f"woningvoorraad van gemeente {quote(gemeente.naam)} zonder bron")


def _target(*source: str) -> str:
    head = "opgaven:\n  - id: nota\n    naam: Nota wonen\n    standaard: true\n    tellingen:\n"
    telling = "      - {id: tien, van: 2024-01-01, tot: 2034-01-01, standaard: true}\n    uitspraken:\n"
    lines = ("      - id: ambitie", "soort: ambitie", "gebruikt: true", "regio: Twente", "woningen: 500", *source)
    return gemeenten_text(head, telling, "\n        ".join(lines), "\n", BORNE)


WP507 = Check(
    code="WP507",
    naam="opgave of voorraad zonder bron",
    wat=(
        "Meldt een uitspraak waarvoor zij zelf noch haar opgave een 'bron' noemt, en de woningvoorraad van een "
        "gemeente zonder bron bij de gemeente of bij 'voorraadbron'. 'herkomst: aanname' en 'herkomst: fictief' worden "
        "niet gemeld; in een verzonnen register ('fictief: true') ook niets."
    ),
    waarom="Waar plannen tegen worden afgezet, moet net zo goed na te gaan zijn als de plannen zelf.",
    oplossing="Verwijs met 'bron' en 'vindplaats' naar het document, per uitspraak of voor het hele blok.",
    hint="Voeg 'bron: ...' toe (een id uit 'bronnen') met de 'vindplaats', hier of bij het blok.",
    fout=Example(_target(), 12, 13, file="gemeenten.yaml"),
    goed=Example(_target("bron: nota", "vindplaats: tabel 1"), file="gemeenten.yaml"),
    severity=Severity.WAARSCHUWING,
    find=_targets_without_source,
)
"""A statement or housing stock without a source."""


def _confidential(subject: Subject) -> Iterator[Outcome]:
    """Yield records that are not marked public in a file that is; not marked is the most restrictive."""
    for standdeel in subject.dataset.stand.delen:
        if not standdeel.inhoud.openbaar:
            continue
        for index, plan in enumerate(standdeel.inhoud.plannen):
            if plan.vertrouwelijkheid is Vertrouwelijkheid.OPENBAAR:
                continue
            if plan.vertrouwelijkheid is None:
                key, what = "id", "vertrouwelijkheid ontbreekt en geldt dan als gemeente"
            else:
                key, what = "vertrouwelijkheid", f"vertrouwelijkheid is {plan.vertrouwelijkheid}"
            yield WP506.finding(Record(standdeel, index, plan), f"{what}, maar het bestand is openbaar", key)


def _public(level: str) -> str:
    head = "versie: 1\npeildatum: 2024-01-01\nbron: nota\nopenbaar: true\nplannen:\n"
    return head + plan_text("kade", f"vertrouwelijkheid: {level}")


WP506 = Check(
    code="WP506",
    naam="vertrouwelijk plan in een openbaar bestand",
    wat=(
        "Meldt een plan met een andere 'vertrouwelijkheid' dan openbaar in een bestand met 'openbaar: true'. "
        "Ontbreekt de sleutel, dan geldt de strengste (gemeente). Geldt voor alle plannen, ook bij 'telt_mee: false'."
    ),
    waarom="Een bestand dat openbaar is gemaakt, is niet meer terug te halen.",
    oplossing=(
        "Zet vertrouwelijke plannen in een ander bestand, of geef 'vertrouwelijkheid: openbaar' als het plan openbaar "
        "mag zijn."
    ),
    hint="Haal het plan uit dit bestand; zet alleen 'vertrouwelijkheid: openbaar' als het openbaar mag zijn.",
    reads=frozenset({"vertrouwelijkheid", "openbaar"}),
    fout=Example(_public("regio"), 9, 24),
    goed=Example(_public("openbaar")),
    find=_confidential,
)
"""A confidential plan in a file that is meant to be public."""
