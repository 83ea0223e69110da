"""`bekend.yaml`: what is known not to close or to deviate."""

from __future__ import annotations

from woonplan.load.uitleg.shared import KLASSE, VERSIE, Uitleg

_PEILDATUM = "De peildatum van de stand waarvoor dit geldt. Weggelaten: elke stand."

UITLEG: Uitleg = {
    "Bekendbestand": {
        KLASSE: "Het bestand `bekend.yaml`: wat bekend is als niet sluitend of afwijkend, met de reden.",
        "versie": VERSIE,
        "verschillen": "Aanvaarde verschillen van `woonplan reconcile`.",
        "bevindingen": "Aanvaarde bevindingen van `woonplan check`.",
        "tegenspraken": "Plaatsen in de bron die elkaar in woorden tegenspreken.",
        "ontbrekend": "Delen van de bron die ontbreken.",
    },
    "BekendVerschil": {
        KLASSE: "Een aanvaard verschil tussen wat de bron zegt en wat eruit volgt, met de reden. Het geldt alleen bij "
        "deze getallen: verandert er een, dan is het verschil weer niet verklaard.",
        "id": "De naam van de vergelijking, zoals `woonplan reconcile` haar toont.",
        "ondergrens": "Berekend min bron bij de ondergrens, in woningen. Weggelaten: daar is het niet een getal.",
        "bovengrens": "Berekend min bron bij de bovengrens, in woningen. Weggelaten: daar is het niet een getal.",
        "peildatum": _PEILDATUM,
        "reden": "Waarom het verschil is aanvaard.",
        "datum": "Wanneer het is aanvaard.",
    },
    "BekendeBevinding": {
        KLASSE: "Een aanvaarde bevinding van `woonplan check`, met de reden. Dat kan alleen bij waarschuwingen en bij "
        "regels van het beleid.",
        "regel": "De code van de regel (`WP401`).",
        "plan": "Het id van het plan. Weggelaten: wat de regel vindt en niet over een plan gaat.",
        "peildatum": _PEILDATUM,
        "reden": "Waarom de afwijking is aanvaard. Leeg zolang niemand dat zegt, en dat is zelf een bevinding.",
        "datum": "Wanneer zij is aanvaard.",
    },
    "Tegenspraak": {
        KLASSE: "Plaatsen in de bron die elkaar in woorden tegenspreken, zodat er niets na te rekenen is.",
        "id": "De naam van de tegenspraak.",
        "onderwerp": "Waar het over gaat.",
        "vindplaatsen": "De plaatsen die elkaar tegenspreken; minstens twee.",
        "uitleg": "Wat de tegenspraak is, in eigen woorden, en wat dit register ermee doet.",
    },
    "Ontbrekend": {
        KLASSE: "Een deel waar de bron naar verwijst en dat niet in haar tekst staat.",
        "onderdeel": "Wat er ontbreekt; `vindplaats` zegt waar de bron ernaar verwijst.",
    },
}
