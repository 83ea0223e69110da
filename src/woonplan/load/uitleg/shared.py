"""What stands in more than one kind of file: documents, where a figure comes from, and a number of homes."""

from __future__ import annotations

from collections.abc import Mapping

from woonplan.model.begrippen import BEGRIPPEN

Uitleg = Mapping[str, Mapping[str, str]]

KLASSE = ""
"""The key of the sentence of a class itself: no key of a file is empty."""

DEFINITIE: Mapping[str, str] = {begrip.naam: begrip.definitie for begrip in BEGRIPPEN}
"""What the glossary says of a term."""

VERSIE = "De versie van het bestandsformaat; dit programma leest versie 1."

UITLEG: Uitleg = {
    "Bron": {
        KLASSE: "Een document of een set gegevens waar getallen uit komen; het staat een keer in de lijst `bronnen`.",
        "id": "De naam van het document in dit register, waarmee `bron` ernaar verwijst.",
        "titel": "De volledige titel, zoals die is gepubliceerd.",
        "kort": "Een korte titel voor in tabellen. Weggelaten: de volledige titel.",
        "uitgever": "Wie het uitgaf.",
        "datum": "Wanneer het is uitgegeven, zo precies als bekend (jaar, maand of dag).",
        "adres": "Waar het te vinden is (URL, of repository en pad).",
        "licentie": "De licentie van de gegevens.",
        "sha256": "De controlesom (hexadecimaal) van de tekst of de gegevens die zijn gelezen, als die bewaard zijn.",
        "opmerkingen": "Opmerkingen over het document, zoals wat eraan ontbreekt.",
    },
    "Herleidbaar": {
        "bron": "Het id van het document (in `bronnen`). Weggelaten: dat van het blok of het bestand.",
        "vindplaats": f"{DEFINITIE['vindplaats']} Weggelaten: die van het blok of het bestand, samen met `bron`.",
        "herkomst": "Hoe het getal in het register kwam. Weggelaten: als het blok of het bestand, en anders `bron`.",
    },
    "Herkomst": {KLASSE: DEFINITIE["herkomst"]},
    "Hoeveelheid": {
        "woningen": "Het aantal woningen: een heel getal, 0 of meer. Weggelaten: onbekend, en dat is niet 0.",
        "woningen_min": "Het laagste aantal (inclusief); niet naast `woningen`. Weggelaten: naar beneden open.",
        "woningen_max": "Het hoogste aantal (inclusief); niet naast `woningen`. Weggelaten: naar boven open.",
        "precisie": "Hoe precies het aantal in de bron is: `exact`, `circa` (ongeveer), `ruim` en `minimaal` (dit "
        "aantal of meer), `maximaal` (dit aantal of minder). Weggelaten: `exact`.",
        "precisiewoord": 'Het woord dat de bron gebruikt, zoals "zo\'n" of "ruim".',
        "marge": "Hoeveel woningen een aantal met `precisie: circa` ernaast kan zitten. Weggelaten: de helft van de "
        "laatste plaats die niet 0 is (8300: 50), maar ten hoogste 500 en een tiende van het aantal.",
    },
    "Precisie": {
        KLASSE: "Hoe precies een aantal in de bron is; `circa` gaat als merk mee in elke uitkomst.",
    },
    "Strategie": {KLASSE: DEFINITIE["strategie"]},
}
