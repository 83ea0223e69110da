"""The invented region: its municipalities, their size and kind, and the names of their plans."""

from __future__ import annotations

from dataclasses import dataclass

REGIO = "Sperwerland"
PROVINCIE = "Veldoever"
BUREN = "Zandlopersveld"
"""The rest of the invented province."""

INBREIDING = ("verdichting", "herstructurering", "pand_transformatie", "transformatiegebied")
UITBREIDING = ("uitbreiding_uitleg", "uitbreiding_overig")


@dataclass(frozen=True)
class Place:
    """A municipality: what its figures and plans are made from."""

    naam: str
    code: str
    positie: str
    strategieen: tuple[str, ...]
    voorraad: int
    """Homes on 1 January 2012."""
    groei: int
    """New homes in an average year."""
    plannen: int
    """How many of the plans that are made by chance lie here."""
    kernen: tuple[str, ...]
    ambitie: tuple[int, int]
    behoefte: int
    deal: int


NEVELRADE = Place(
    "Nevelrade", "GM9901", "stedelijk", ("stedelijk_wonen", "wonen_langs_de_radialen"), 46212, 310, 38,
    ("Nevelrade", "Oud-Nevelrade"), (4200, 5000), 3900, 3300,
)  # fmt: skip
KWARTELBROEK = Place(
    "Kwartelbroek", "GM9902", "stedelijk", ("stedelijk_wonen",), 22431, 150, 23,
    ("Kwartelbroek", "Broekeind aan de Snip"), (2100, 2400), 1750, 1500,
)  # fmt: skip
SPREEUWHUIZEN = Place(
    "Spreeuwhuizen", "GM9903", "landelijk_regionaal", ("wonen_langs_de_radialen",), 14870, 95, 20,
    ("Spreeuwhuizen", "Lijsterkerk"), (1200, 1400), 1050, 900,
)  # fmt: skip
ZWALUWMONDE = Place(
    "Zwaluwmonde", "GM9904", "landelijk_lokaal", ("buiten_wonen", "wonen_langs_de_radialen"), 9120, 55, 14,
    ("Zwaluwmonde", "Gorzenoord"), (700, 850), 640, 520,
)  # fmt: skip
FUTERVELD = Place(
    "'t Futerveld", "GM9905", "landelijk_lokaal", ("buiten_wonen",), 6044, 35, 10,
    ("'t Futerveld", "Duikerzijl"), (300, 350), 290, 230,
)  # fmt: skip

PLACES = (NEVELRADE, KWARTELBROEK, SPREEUWHUIZEN, ZWALUWMONDE, FUTERVELD)

# No street is called after these things, so that nobody takes a plan for one that exists.
_THINGS = (
    "boemerang borduurraam damschijf draaiorgel fluitketel ganzenveer hangmat inktpot jojo kaleidoscoop "
    "kapstok kandelaar knikkerzak koekoeksklok kompasroos kruiwagen kurkentrekker lantaarnglas luchtballon "
    "mondharmonica naaimachine notenkraker oliekan paraplubak pennenbak pepermolen puzzelstuk rammelaar "
    "schaakstuk schoenlepel schommelstoel sleutelbos speeldoos spinnewiel stemvork strijkijzer suikerpot "
    "tamboerijn theelepel toverlamp trekharmonica trommelstok vergiet vingerhoed vlieger waaier waskom "
    "weerhaan wollen-want zandloper zonnewijzer"
)
THINGS = _THINGS.split()
ENDINGS = {
    "verdichting": ("hof", "plein", "erf"),
    "herstructurering": ("buurt", "straten", "blok"),
    "pand_transformatie": ("school", "kantoor", "pakhuis"),
    "transformatiegebied": ("werf", "fabriek", "kwartier"),
    "uitbreiding_uitleg": ("akkers", "weide", "oever"),
    "uitbreiding_overig": ("lint", "es", "rand"),
}


def plan_name(number: int, plantype: str) -> str:
    """Return the name of plan ``number`` of its kind; every thing is used before one is used again."""
    thing = THINGS[number % len(THINGS)]
    endings = ENDINGS[plantype]
    name = (thing + endings[number // len(THINGS) % len(endings)]).capitalize()
    # Some names have what makes text hard to write: an apostrophe, an accent, an ampersand, a comma.
    forms = {7: f"'t {name}", 19: f"Coöperatie {name}", 31: f"{name} & omgeving", 43: f"{name}, tweede fase"}
    return forms.get(number % 60, name)
