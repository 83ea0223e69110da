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
        "opsommingen": "Opsommingen die naast elkaar worden gelegd.",
        "prijsgrenzen": "Prijsgrenzen per jaar. Een jaar of soort die er niet staat is onbekend.",
        "ondertekenaars": 'Wie de tekst met "we" bedoelt: de partijen die hebben getekend.',
        "acties": "De genummerde acties.",
        "verplichtingen": "Wat de tekst buiten de genummerde acties vraagt.",
        "sleutelprojecten": "De sleutelprojecten en de projecten van sleutelgebieden die de tekst noemt.",
        "sleutelthemas": "De thema's die de tekst voor sleutelgebieden noemt.",
        "doelen": "Doelen die geen aantal woningen zijn.",
        "niet_berekenbaar": "Wat in de tekst niet te berekenen is, met de reden.",
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
        "circa": "`true` als de bron het getal een benadering noemt. Weggelaten: `false`.",
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
    "Opsomming": {
        KLASSE: "Een opsomming die de bron van iets geeft, om naast haar andere opsommingen ervan te leggen.",
        "id": "De naam van de opsomming, uniek in het bestand.",
        "onderwerp": "Waarvan het een opsomming is; opsommingen met hetzelfde onderwerp worden vergeleken.",
        "leden": "Wat zij noemt, in elke opsomming met dezelfde woorden voor hetzelfde.",
    },
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
    "Toezegging": {
        "tekst": "Wat er moet gebeuren, kort en in eigen woorden.",
        "eigenaar": "Wie de tekst noemt, in haar woorden (`we`: de ondertekenaars). Leeg: de bron noemt niemand.",
        "per_gemeente": "Of elke gemeente het zelf moet doen; dan staat in `voortgang` hoe ver elke gemeente is. "
        "Weggelaten: nee.",
        "deadline": "Wanneer het klaar moet zijn, zo precies als de tekst. Weggelaten: de tekst geeft geen datum.",
        "tussendeadline": "De datum van een eerdere stap, als de tekst die geeft.",
        "deadline_tekst": 'De woorden bij de datum ("tot", "van heden tot"), of in plaats ervan ("periodiek").',
        "herhaling": "Hoe vaak het terugkomt. Weggelaten: een keer, of de bron zegt het niet.",
        "eerste_jaar": "Het eerste jaar van wat elk jaar terugkomt. Weggelaten: niet bekend; dan is geen jaar te laat.",
        "uiterlijk": "De laatste dag in het jaar van wat elk jaar terugkomt: maand-dag, zoals `06-30`. Weggelaten: de "
        "laatste dag van het jaar.",
        "verwant": "De nummers van andere acties over hetzelfde onderwerp; bij een van de twee is genoeg.",
        "voorwaarde": "Wat eerst moet gebeuren, als de tekst dat zegt.",
        "pas_na": "De nummers van de acties die eerst af moeten zijn.",
        "status": "Hoe ver het is; gebruikers houden dat bij. Weggelaten: `onbekend`.",
        "status_datum": "Wanneer `status` is ingevuld.",
        "voortgang": "Hoe ver het was, per jaar en per gemeente; wat er niet staat is onbekend.",
        "opmerkingen": "Opmerkingen.",
    },
    "Afgesproken": {
        "paragraaf": "De paragraaf van de bron waarin het staat.",
        "onderdelen": "De onderdelen, als de tekst die heeft.",
    },
    "Onderdeel": {
        KLASSE: "Een onderdeel van een afspraak, met een eigen stand. Wat het niet heeft, zoals een eigenaar, is dat "
        "van het geheel.",
        "letter": "Welk onderdeel het is, op de volgorde van de tekst: `a`, `b`, ...",
    },
    "Actie": {
        KLASSE: "Een genummerde actie van de agenda, zoals de tekst haar geeft, met de stand die gebruikers bijhouden.",
        "nummer": "Het nummer in de bron.",
        "gelijk_aan": "Het nummer van de eerste actie met dezelfde tekst, als de bron haar herhaalt; de status staat "
        "bij de eerste.",
    },
    "Verplichting": {
        KLASSE: "Iets dat de tekst vraagt buiten de genummerde acties.",
        "id": "De naam waaronder het wordt gevolgd, uniek in het bestand.",
        "groep": "Waar het bij hoort, zoals een opsomming in de tekst.",
    },
    "Voortgang": {
        KLASSE: "Hoe ver iets was in een jaar, samen of in een gemeente.",
        "jaar": "Het jaar: van wat elk jaar terugkomt het jaar waar het over gaat, anders het jaar waarin het zo was.",
        "gemeente": "De gemeente (naam, alias of CBS-code) waar het over gaat. Weggelaten: alle samen.",
        "status": "Hoe ver het was: `open`, `loopt`, `afgerond`, `vervallen` of `onbekend`.",
        "datum": "Wanneer dat is vastgesteld, zo precies als bekend.",
        "opmerkingen": "Opmerkingen.",
    },
    "AangewezenProject": {
        KLASSE: "Een sleutelproject, of een project van een sleutelgebied, zoals de afspraak het noemt. Een plan is "
        "dit project als het hetzelfde id heeft, of het noemt (`sleutelproject: {id: ...}`).",
        "id": "De naam waarmee plannen ernaar verwijzen, uniek in het bestand.",
        "naam": "De naam van het project.",
        "soort": "`stedelijk` (elk project telt), `radialen` (de som per gemeente) of `thematisch` (de som per thema).",
        "gemeente": "De gemeente (naam, alias of CBS-code). Weggelaten: de hele regio, of niet gezegd.",
        "gebied": "De naam van het sleutelgebied.",
        "thema": "Het thema van een thematisch sleutelgebied, zoals in `sleutelthemas` als het daar staat.",
        "doel": "`versnelling` (met het minimum aantal woningen van de agenda) of `vitaliteit` (geen minimum).",
        "opmerkingen": "Opmerkingen.",
    },
    "Sleutelthema": {
        KLASSE: "Een thema dat de afspraak voor sleutelgebieden noemt, met of zonder project.",
        "naam": "De naam van het thema.",
        "opmerkingen": "Opmerkingen.",
    },
    "Streefdoel": {
        KLASSE: "Een doel van de tekst dat geen aantal woningen is; die staan bij `opgaven` in gemeenten.yaml.",
        "id": "De naam van het doel, uniek in het bestand.",
        "tekst": "Wat het doel is, in eigen woorden.",
        "getal": "Het getal van het doel, heel, in `eenheid`. Weggelaten: het doel heeft geen getal.",
        "eenheid": "Waarin `getal` telt. Weggelaten: dingen (`aantal`).",
        "precisie": "Hoe precies de bron is, zoals bij een aantal woningen. Weggelaten: `exact`.",
        "jaar": "Het jaar waarin het gehaald moet zijn. Weggelaten: de tekst noemt er geen.",
        "gebied": "Het gebied waar het over gaat, als dat een ander is dan de regio.",
        "ook": "Een andere plaats in het document die hetzelfde zegt.",
        "verwant": "De nummers van de acties die eraan bijdragen.",
        "opmerkingen": "Opmerkingen.",
    },
    "Doeleenheid": {KLASSE: "Waarin het getal van een doel telt."},
    "NietBerekenbaar": {
        KLASSE: "Iets in de tekst waar niets uit te berekenen is, met de reden.",
        "id": "De naam ervan, uniek in het bestand.",
        "onderwerp": "Waar het over gaat, in eigen woorden.",
        "reden": "Waarom het niet te berekenen is.",
        "nodig": "Wat ervoor nodig is. Weggelaten: niets dat een register kan hebben.",
    },
    "Herhaling": {
        KLASSE: "Hoe vaak een actie terugkomt; `periodiek` noemt geen termijn, en dan is niets te laat.",
    },
    "Actiestatus": {
        KLASSE: "Hoe ver een actie is; gebruikers van het register houden dat bij, de bron geeft het niet."
    },
}
