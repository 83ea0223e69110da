"""How values are spelt: one table of words per field, for all formats."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from woonplan.exchange.fields import NOT_YET
from woonplan.exchange.headers import fold
from woonplan.model.statussen import FIJN


class Word(NamedTuple):
    """A value of the register and how others write it."""

    value: str
    """The value; empty for what says that it is not known."""
    spelt: tuple[str, ...]
    """Spellings, the first that of Planmonitor Wonen; one that ends in ``*`` stands for all that begin so."""
    oud: tuple[str, ...] = ()
    """Older names, read and mentioned."""


_NIETS = Word("", ("onbekend", "niet bekend", "nog onbekend", "-", "?"))

WORDS: Mapping[str, tuple[Word, ...]] = MappingProxyType(
    {
        "vertrouwelijkheid": (
            Word("gemeente", ("Gemeente", "Prive", "Privé", "Intern ambtelijk", "Intern bestuurlijk", "Intern raad")),
            Word("regio", ("Regio", "Extern woonregio")),
            Word("provincie", ("Provincie", "Extern mede-overheden")),
            Word("openbaar", ("Openbaar",)),
        ),
        "projectfase": (
            Word("studie", ("Studie", "0. Studie")),
            Word("start", ("Start",)),
            Word("initiatief", ("Initiatief", "1. Initiatief", "2 Initiatief")),
            Word("definitie", ("Definitie", "2. Definitie", "3 Definitie")),
            Word("ontwerp", ("Ontwerp", "3. Ontwerp", "4 Ontwerp")),
            Word("voorbereiding", ("Voorbereiding", "4. Voorbereiding", "5 Voorbereiding")),
            Word("bouwvoorbereiding", ("Bouwvoorbereiding",)),
            Word("realisatie_tot_eerste_woning", ("Realisatie tot eerste woning",)),
            Word("realisatie_tot_laatste_woning", ("Realisatie tot laatste woning",)),
            Word("nazorg", ("Nazorg", "6. Nazorg", "7 Nazorg")),
            Word("afgerond", ("Afgerond", "7. Afgerond")),
            Word("onbekend", ("Onbekend", "0. Concept", "1 Concept", "Concept")),
            Word("realisatie", ("Realisatie", "5. Realisatie", "6 Realisatie")),
            Word("vervallen", ("Vervallen", "Afgebroken")),
        ),
        "knelpunten": (
            Word("ambtelijke_capaciteit", ("Ambtelijke capaciteit",)),
            Word("bereikbaarheid", ("Bereikbaarheid",)),
            Word("flora_fauna", ("Flora/fauna",)),
            Word("geluidshinder", ("Geluidshinder",)),
            Word("grondpositie", ("Grond/Didam", "Grondpositie")),
            Word("beleid", ("Lokaal/regionaal beleid", "Beleid")),
            Word("maatschappelijk_draagvlak", ("Maatschappelijk draagvlak",)),
            Word("nuts", ("Nuts", "Nuts (netcongestie/wateraansluiting)"), ("Netcongestie",)),
            Word("onrendabele_top", ("Onrendabele top",)),
            Word("spuitzones_milieu", ("Spuitzones/milieu",)),
            Word("stikstof", ("Stikstof",)),
            Word("vervuilde_grond", ("Vervuilde grond",)),
            Word("anders", ("Anders",)),
            Word("geen", ("Geen",)),
        ),
        "precisie": (
            Word("exact", ("exact",)),
            Word("circa", ("circa", "ca.", "ongeveer")),
            Word("ruim", ("ruim",)),
            Word("minimaal", ("minimaal", "ten minste")),
            Word("maximaal", ("maximaal", "ten hoogste")),
        ),
        "soort_aantal": (Word("bruto", ("bruto",)), Word("netto", ("netto",)), Word("onbekend", ("onbekend",))),
        "plantype": (
            Word("pand_transformatie", ("Pand Transformatie",)),
            Word("transformatiegebied", ("Transformatiegebied",)),
            Word("herstructurering", ("Herstructurering", "Sloop/nieuwbouw (woningen)")),
            Word("verdichting", ("Verdichting", "Verdichtingslocatie")),
            Word("uitbreiding_uitleg", ("Uitbreiding uitleg", "Uitleg", "Uitleggebied voor woningbouw")),
            Word("uitbreiding_overig", ("Uitbreiding overig",)),
            Word("transformatie", ("Transformatie", "Functieverandering *")),
            Word("sloop", ("Sloop",)),
            _NIETS,
        ),
        "opdrachtgever": (
            Word("gemeente", ("Gemeente",)),
            Word("woningcorporatie", ("Woningbouwcorporatie", "Woningcorporatie")),
            Word("projectontwikkelaar", ("Projectontwikkelaar",)),
            Word("particulieren", ("Particulieren",)),
            Word("meerdere", ("Meerdere namelijk", "Meerdere", "Meerdere, namelijk")),
            Word("anders", ("Anders",)),
            Word("onbekend", ("Nog onbekend", "Onbekend")),
        ),
        "strategie": (
            Word("stedelijk_wonen", ("Stedelijk wonen",)),
            Word("wonen_langs_de_radialen", ("Wonen langs de radialen", "Radialen")),
            Word("buiten_wonen", ("Buiten wonen",)),
            _NIETS,
        ),
        "afwegingskader": (
            Word("positief", ("positief",)),
            Word("negatief", ("negatief",)),
            Word("niet_getoetst", ("niet getoetst",)),
            _NIETS,
        ),
        "herkomst": (
            Word("bron", ("bron",)),
            Word("opgave_gemeente", ("opgave gemeente",)),
            Word("afgeleid", ("afgeleid",)),
            Word("aanname", ("aanname",)),
            Word("fictief", ("fictief",)),
        ),
    }
)
"""The words of every field with a closed list."""

WITHOUT_FIELD: Mapping[str, str] = MappingProxyType({"plantype: sloop": "dit is geen plantype van de basisset"})
"""Values that are understood and that no version of the register will hold, with what is said of them."""

_STATUS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "1B": ("Onherroepelijk, uitwerkingsplicht", "onhr + uitwerkingsplicht", "Onherroepelijk uitwerking nodig"),
        "1C": (
            "Onherroepelijk, wijzigingsbevoegdheid",
            "onhr + wijzigingsbevoegdheid",
            "Onherroepelijk B&W nodig",
        ),
        "2A": ("Vastgesteld", "Vastgesteld plan/besluit"),
        "2B": ("Vastgesteld, uitwerkingsplicht", "vastgesteld + Uitwerkingsplicht", "Vastgesteld uitwerking nodig"),
        "2C": (
            "Vastgesteld, wijzigingsbevoegdheid",
            "vastgesteld + wijzigingsbevoegdheid",
            "vastgesteld + Wijzigingebevoegdheid",
            "Vastgesteld B&W nodig",
        ),
        "3": ("In voorbereiding", "plan/besluit in voorbereiding"),
        "4A": ("Visie", "potentiele locatie in visie", "potentiële locatie in visie", "Opgenomen in de visie"),
        "4B": (
            "Optie",
            "Idee",
            "potentiele locatie optie",
            "potentiële locatie optie",
            "Niet opgenomen in de visie",
        ),
        "5A": ("Ambtelijk met locatie",),
        "5B": ("Ambtelijk zonder locatie",),
    }
)
"""The texts behind the code of a status where they are not its meaning; the first is that of Planmonitor Wonen."""

STATUS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {status.value: _STATUS.get(status, (status.betekenis.capitalize(),)) for status in FIJN}
)
"""The texts behind the code of every status, the first as people see it."""

STATUS_WORDS: Mapping[str, str] = MappingProxyType(
    {"hard": "hard", "zacht": "zacht", "onbekend": "onbekend", "status onbekend": "onbekend", "": "onbekend"}
)

YES_NO: Mapping[str, bool] = MappingProxyType(
    {"ja": True, "j": True, "waar": True, "true": True, "nee": False, "n": False, "onwaar": False, "false": False}
)


_WITHOUT = {*NOT_YET, *WITHOUT_FIELD}


@cache
def _spellings(key: str) -> Mapping[str, tuple[Word, bool]]:
    found: dict[str, tuple[Word, bool]] = {}
    for word in WORDS[key]:
        for text in (*word.spelt, word.value):
            found.setdefault(fold(text), (word, False))
        for text in word.oud:
            found.setdefault(fold(text), (word, True))
    found.pop("", None)
    return found


def find(key: str, text: str) -> tuple[Word, bool] | None:
    """Return the word that a text of a field means, and whether it is an older name; None where it is not known."""
    folded = fold(text)
    found = _spellings(key).get(folded)
    if found is not None:
        return found
    for begin, word in _beginnings(key):
        if folded.startswith(begin):
            return word, False
    return None


@cache
def _beginnings(key: str) -> tuple[tuple[str, Word], ...]:
    return tuple((fold(text[:-1]), word) for word in WORDS[key] for text in word.spelt if text.endswith("*"))


def first(key: str, value: str) -> str:
    """Return how a value is shown to people: its first spelling."""
    return next((word.spelt[0] for word in WORDS[key] if word.value == value), value)


def spelt(key: str) -> list[str]:
    """Return the words of a field as people choose from them: the first spelling of every value."""
    return [word.spelt[0] for word in WORDS[key] if word.value and f"{key}: {word.value}" not in _WITHOUT]
