"""`agenda.yaml`: what was agreed."""

from __future__ import annotations

from woonplan.load.uitleg.shared import KLASSE, VERSIE, Uitleg

UITLEG: Uitleg = {
    "Agendabestand": {
        KLASSE: "Het bestand `agenda.yaml`: wat is afgesproken. Waar geen `bron` staat, geldt die van het bestand.",
        "versie": VERSIE,
        "vaststellingsdatum": 'De dag van vaststelling: wat "nu" en "heden" in acties is. Weggelaten: niet in de bron.',
        "bronnen": "Documenten waar alleen dit bestand naar verwijst; die in `gemeenten.yaml` gelden hier ook.",
        "parameters": "De getallen in de regels van het beleid.",
        "gemeentegroepen": "Gemeenten die een regel samen noemt.",
        "afspraken": "Afspraken zonder getal.",
        "prijsgrenzen": "Prijsgrenzen per jaar. Een jaar of soort die er niet staat is onbekend.",
        "acties": "De genummerde acties.",
    },
    "Parameter": {
        KLASSE: "Een getal in een regel van het beleid: het programma kent de regel, dit bestand het getal.",
        "id": "De naam waarmee een regel om het getal vraagt; uniek onder parameters en gemeentegroepen.",
        "naam": "Wat het is, in woorden.",
        "waarden": "De waarden, de oudste eerst. Leeg: de bron zegt dat er geen is (`toelichting` zegt waar).",
        "toelichting": "Wat de bron open laat, zoals de dag waarop een termijn begint.",
    },
    "Waarde": {
        KLASSE: "De waarde van een parameter vanaf een datum: `waarde` gedeeld door `noemer`, in `eenheid`.",
        "vanaf": "De eerste dag dat zij geldt (dag, maand of jaar). Weggelaten: niet bekend; dat kan alleen bij de "
        "eerste waarde.",
        "waarde": "Het getal, heel; met een `noemer` de teller van de breuk.",
        "noemer": "De noemer, voor een deel dat geen heel percentage is (3 bij 2/3). Weggelaten: 1.",
        "eenheid": "Waarin het getal telt: `jaar` en `maanden` zijn een duur, `kalenderjaar` en `kalendermaand` (1 tot "
        "en met 12) een moment.",
    },
    "Eenheid": {KLASSE: "Waarin een parameter telt."},
    "Gemeentegroep": {
        KLASSE: "Gemeenten die een bron samen noemt, voor regels die alleen voor hen gelden.",
        "id": "De naam waarmee een regel om de groep vraagt; uniek onder parameters en gemeentegroepen.",
        "naam": "Wat hen verbindt, in woorden.",
        "gemeenten": "De namen van de gemeenten, zoals in het register.",
        "toelichting": "Wat van de groep te weten is, zoals met welke andere indeling zij niet te verwarren is.",
    },
    "Afspraak": {
        KLASSE: "Een afspraak zonder getal; de regel die erop rust beoordeelt alleen iets als zij hier staat.",
        "id": "Welke afspraak het is; een regel vraagt er met deze naam om.",
        "naam": "Wat is afgesproken, in woorden.",
        "velden": "De gegevens van een plan waar de afspraak om vraagt, bij een afspraak over gegevens.",
        "toelichting": "Wat de bron open laat, of op een andere plaats anders zegt.",
    },
    "Afspraaksoort": {
        KLASSE: "Een afspraak waar een regel van het beleid op rust: zonder haar beoordeelt die regel niets.",
    },
    "Planveld": {KLASSE: "Een gegeven van een plan waar een afspraak om kan vragen."},
    "Prijsgrens": {
        KLASSE: "De hoogste huur (per maand) of prijs van een klasse, in een kalenderjaar of een deel ervan.",
        "jaar": "Het kalenderjaar waarin de grens geldt.",
        "soort": "De klasse waarvan dit de bovengrens is; `grenswaarde` zegt of de grens zelf erbij hoort.",
        "bedrag_cent": "De grens in hele eurocenten.",
        "bedrag_nieuwbouw_cent": "De grens voor nieuwbouw, als daar een opslag op mag, in hele eurocenten.",
        "herkomst_nieuwbouw": "Hoe `bedrag_nieuwbouw_cent` in het register kwam, als dat anders is dan de grens zelf.",
        "grenswaarde": "Of een woning op precies de grens in de klasse valt: `inclusief` (ja: tot en met), `exclusief` "
        "(nee: eronder) of `verschilt` (per regel anders; `toelichting` zegt hoe). Weggelaten: de bron zegt het niet.",
        "vanaf": "De eerste dag in het jaar dat de grens geldt. Weggelaten: 1 januari.",
        "tot": "Het einde in het jaar (exclusief): de eerste dag erna. Weggelaten: tot en met 31 december.",
        "afgerond": "`true` als de bron hele euro's geeft van een grens met centen: die is er minder dan 1 euro vanaf.",
        "toelichting": "Opmerkingen over de grens.",
    },
    "Prijssoort": {
        KLASSE: "Waarvan een prijsgrens de bovengrens is; een huur is per maand, een prijs voor de hele woning.",
    },
    "Grenswaarde": {KLASSE: "Wat geldt voor een woning op precies de grens."},
    "Actie": {
        KLASSE: "Een genummerde actie van de agenda, zoals de tekst haar geeft, met de stand die gebruikers bijhouden.",
        "nummer": "Het nummer in de bron.",
        "paragraaf": "De paragraaf van de bron waarin de actie staat.",
        "tekst": "Wat er moet gebeuren, kort en in eigen woorden.",
        "eigenaar": "Wie de tekst noemt, in haar woorden (`we`: de ondertekenaars). Leeg: de bron noemt niemand.",
        "deadline": "Wanneer het klaar moet zijn, zo precies als de tekst. Weggelaten: de tekst geeft geen datum.",
        "tussendeadline": "De datum van een eerdere stap, als de tekst die geeft.",
        "deadline_tekst": 'De woorden bij de datum ("tot", "van heden tot"), of in plaats ervan ("periodiek").',
        "herhaling": "Hoe vaak de actie terugkomt. Weggelaten: een keer, of de bron zegt het niet.",
        "gelijk_aan": "Het nummer van de eerste actie met dezelfde tekst, als de bron haar herhaalt.",
        "verwant": "De nummers van andere acties over hetzelfde onderwerp; bij een van de twee is genoeg.",
        "voorwaarde": "Wat eerst moet gebeuren, als de tekst dat zegt.",
        "status": "Hoe ver de actie is; gebruikers houden dat bij. Weggelaten: `onbekend`.",
        "status_datum": "Wanneer `status` is ingevuld.",
        "opmerkingen": "Opmerkingen.",
    },
    "Herhaling": {
        KLASSE: "Hoe vaak een actie terugkomt; `periodiek` noemt geen termijn, en dan is niets te laat.",
    },
    "Actiestatus": {
        KLASSE: "Hoe ver een actie is; gebruikers van het register houden dat bij, de bron geeft het niet."
    },
}
