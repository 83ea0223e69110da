"""`plannen.yaml`: plan capacity at one reference date."""

from __future__ import annotations

from woonplan.load.uitleg.shared import DEFINITIE, KLASSE, VERSIE, Uitleg
from woonplan.model.control import Planklasse
from woonplan.model.statussen import FIRST, LAST, listed

_DEEL_ONBEKEND = "Een deel dat er niet staat is onbekend, en dat is niet 0."

UITLEG: Uitleg = {
    "Plannenbestand": {
        KLASSE: "Een bestand met plancapaciteit: een stand, of een van de bestanden die samen een stand zijn.",
        "versie": VERSIE,
        "peildatum": f"{DEFINITIE['peildatum']} Zo precies als bekend (`2020-01-01`, of `2021`).",
        "statusdefinitie": "De definitie van hard en zacht: `basisset-2022` of een eigen. Weggelaten: `onbekend`.",
        "soort_aantal": "Wat de aantallen zijn, bij plannen die dat niet zelf zeggen. Weggelaten: `onbekend`.",
        "vertrouwelijkheid": "Wie de plannen mag zien die dat niet zelf zeggen. Weggelaten: alleen de `gemeente`.",
        "volledig": "`true` als volgens de bron alle plannen erin staan, `false` als niet. Weggelaten: onbekend.",
        "volledig_reden": "Waarom niet alle plannen erin staan, bij `volledig: false`.",
        "onvolledig": "De gemeenten (naam, alias of CBS-code) waarvan niet alle plannen erin staan, elk met de reden.",
        "openbaar": "`true` als dit bestand openbaar wordt: zonder vertrouwelijke plannen. Weggelaten: `false`.",
        "opmerkingen": "Wat een lezer van deze stand moet weten; het komt onder de tabellen.",
        "plannen": "De plannen en verzamelposten.",
        "controle": "Gepubliceerde totalen waar de plannen op uit moeten komen.",
    },
    "Plan": {
        KLASSE: "Een plan, of een verzamelpost (`soort: verzamelpost`). Wat er niet staat is onbekend, en nooit 0.",
        "id": "Het kenmerk van het plan: uniek in de stand, en elk jaar hetzelfde.",
        "naam": "De naam van het plan.",
        "soort": "`plan` of `verzamelpost`. Weggelaten: `plan`.",
        "gemeente": "De gemeente (naam, alias of CBS-code). Geef precies een van `gemeente`, `gemeenten` en `regio`.",
        "gemeenten": "De gemeenten, van een plan dat in meer dan een gemeente ligt.",
        "verdeling": "Woningen per gemeente van `gemeenten`; samen het restant van het plan, of al zijn woningen.",
        "regio": "De regio, van een plan dat niet aan gemeenten is toe te wijzen.",
        "plaats": "Stad, dorp of kern.",
        "locaties": "De locaties van het plan; staat er een ook in een ander plan, dan kunnen woningen dubbel tellen.",
        "vertrouwelijkheid": "Wie het plan mag zien. Weggelaten: als het bestand, en anders alleen de `gemeente`.",
        "opmerkingen": "Opmerkingen.",
        "planstatus": f"Planologische status ({FIRST} ... {LAST}), of alleen de klasse (`hard`, `zacht`), of "
        f"`onbekend`. In de landelijke basisset zijn {listed(Planklasse.HARD, 'en')} hard, "
        f"{listed(Planklasse.ZACHT, 'en')} zacht, en tellen {listed(Planklasse.TELT_NIET, 'en')} niet mee.",
        "projectfase": "De fase van het project.",
        "knelpunten": "Wat het plan ophoudt; `geen` als er niets is.",
        "realisatiekans": "De kans dat het plan doorgaat, in procenten (0 tot en met 100). Weggelaten: onbekend.",
        "prioriteit": "`true` als de gemeente het plan voorrang geeft, `false` als niet. Weggelaten: onbekend.",
        "jaar_hard": "Het jaar waarin een zacht plan naar verwachting hard wordt. Weggelaten: onbekend.",
        "gerealiseerd": "Woningen die op de peildatum zijn opgeleverd. Weggelaten: onbekend; 0 is dat er geen zijn.",
        "restant": "Woningen die nog komen, als de bron alleen dat geeft; niet samen met `gerealiseerd`. Onder 0 kan "
        "alleen bij een verzamelpost van een gemeente die netto telt: daar wordt meer gesloopt dan gebouwd.",
        "sloop": f"{DEFINITIE['sloop']} Weggelaten: onbekend, en het netto aantal dan ook.",
        "sloop_gerealiseerd": "Woningen die op de peildatum al zijn gesloopt. Weggelaten: onbekend, en dat is niet 0.",
        "sloop_restant": "Woningen die nog gesloopt worden, als de bron alleen dat geeft; niet samen met "
        "`sloop_gerealiseerd`.",
        "soort_aantal": "Of de woningen `bruto` of `netto` zijn, of `onbekend`. Weggelaten: als het bestand.",
        "oplevering": "Het restant per jaar van oplevering (`2026: 40`), per periode (`2025-2029: 120`, eerste en "
        "laatste jaar inclusief; `2035-: 60` is 2035 en later) of `onbekend`. Jaren voor de peildatum mogen blijven "
        "staan, met wat er toen is opgeleverd: alle jaren samen zijn dan `woningen`.",
        "sloop_jaar": "De sloop die nog komt per jaar, per periode (inclusief) of `onbekend`; of heel `sloop`, met de "
        "jaren die al voorbij zijn.",
        "start": "Het jaar waarin de bouw begint. Weggelaten: onbekend.",
        "plantype": "Het soort locatie; daaruit volgt inbreiding of uitbreiding.",
        "transformatiepotentie": "`true` als gebouwen te transformeren zijn, `false` als niet. Weggelaten: onbekend.",
        "opdrachtgever": "Wie de woningen laat bouwen.",
        "studentenwoningen": "Hoeveel van de woningen voor studenten zijn. Weggelaten: onbekend, en dat is niet 0.",
        "woningtype": "De woningen verdeeld naar type.",
        "betaalbaarheid": "De woningen verdeeld naar huur, koop en prijsklasse.",
        "zorg": "De woningen verdeeld naar geschiktheid voor zorg.",
        "flex": "De woningen verdeeld in tijdelijke en permanente.",
        "strategie": "De ruimtelijke strategie. Een gemeente kan er meer hebben: daarom staat zij bij het plan.",
        "woonmilieu": "Het woonmilieu, met een woord uit de lijst `woonmilieus` van het register.",
        "sleutelproject": "Staat er alleen bij een sleutelproject.",
        "afwegingskader": "De uitkomst van het kwalitatief afwegingskader.",
        "in_ontwikkeling": "`true` als er aan het plan gewerkt wordt, `false` als niet. Weggelaten: onbekend.",
        "onderdeel_van": "Het id van de verzamelpost waar dit plan in zit: die blijft het totaal, haar rest krimpt.",
        "telt_mee": "`false` als het plan niet wordt opgeteld; geef dan een `reden`. Weggelaten: het telt mee.",
        "reden": "Waarom het plan niet meetelt.",
        "vervallen": "Wanneer het plan eindigde zonder bouw, zo precies als bekend; met `telt_mee: false` en `reden`.",
        "was": "Het id dat het plan eerder had, of dat van het plan waar het van is afgesplitst.",
        "samengevoegd_uit": "De ids van de plannen die in dit plan zijn opgegaan.",
        "bijgewerkt": "Wanneer de gegevens van het plan zijn bijgewerkt; dat is niet de peildatum.",
    },
    "Soort": {KLASSE: "Een plan, of een verzamelpost: die staat voor plannen die niemand heeft uitgesplitst."},
    "SoortAantal": {
        KLASSE: "`bruto` (alle nieuwe woningen), `netto` (na aftrek van sloop) of `onbekend` (de bron zegt het niet).",
    },
    "Vertrouwelijkheid": {
        KLASSE: "Wie het plan mag zien, van de ruimste kring (`openbaar`) tot de kleinste (`gemeente`).",
    },
    "Planklasse": {
        KLASSE: "De klasse waar een planstatus in valt; wat niet `hard` of `zacht` is telt niet als capaciteit.",
    },
    "Projectfase": {KLASSE: "De fase van het project, van begin tot einde."},
    "Knelpunt": {KLASSE: "Wat een plan ophoudt."},
    "Plantype": {
        KLASSE: "Het soort locatie: alle binnen bestaand stedelijk gebied (inbreiding), behalve de twee uitbreidingen.",
    },
    "Opdrachtgever": {KLASSE: "Wie de woningen laat bouwen."},
    "Woningtype": {
        KLASSE: f"De woningen naar type; samen alle woningen van het plan. {_DEEL_ONBEKEND}",
        "eengezins": "Eengezinswoningen.",
        "meergezins": "Woningen in een gebouw met meer woningen.",
        "onbekend": "Woningen waarvan het type nog niet bekend is.",
    },
    "Betaalbaarheid": {
        KLASSE: f"De woningen naar huur, koop en prijsklasse; samen alle woningen van het plan. {_DEEL_ONBEKEND}",
        "sociale_huur": "Woningen in de sociale huur.",
        "middenhuur": "Woningen in de middenhuur.",
        "dure_huur": "Woningen in de dure huur.",
        "huur_onbekend": "Huurwoningen waarvan de prijsklasse niet bekend is.",
        "betaalbare_koop": "Betaalbare koopwoningen.",
        "dure_koop": "Dure koopwoningen.",
        "koop_onbekend": "Koopwoningen waarvan de prijsklasse niet bekend is.",
        "onbekend": "Woningen waarvan niet bekend is of het huur of koop wordt.",
    },
    "Zorg": {
        KLASSE: f"De woningen naar geschiktheid voor zorg; samen alle woningen van het plan. {_DEEL_ONBEKEND}",
        "nultreden": "Nultredenwoningen.",
        "geclusterd": "Geclusterde woningen voor ouderen (12 of meer bij elkaar).",
        "zorggeschikt": "Zorggeschikte woningen.",
        "regulier": "Woningen zonder zorg.",
        "onbekend": "Woningen waarvan dit nog niet bekend is.",
    },
    "Flex": {
        KLASSE: f"Tijdelijke en permanente woningen; samen alle woningen van het plan. {_DEEL_ONBEKEND}",
        "flexwoningen": "Tijdelijke woningen, ten hoogste 15 jaar.",
        "regulier_permanent": "Permanente woningen.",
        "onbekend": "Woningen waarvan niet bekend is of zij tijdelijk zijn.",
        "contract_maanden_min": "Het kortste huurcontract van de flexwoningen, in maanden. Weggelaten: onbekend.",
        "contract_maanden_max": "Het langste huurcontract van de flexwoningen, in maanden. Weggelaten: onbekend.",
    },
    "Sleutelproject": {
        KLASSE: DEFINITIE["sleutelproject"],
        "id": "Het aangewezen project (`sleutelprojecten` in agenda.yaml) dat het is, of waar het bij hoort. "
        "Weggelaten: dat met het id van het plan, als dat er is.",
        "soort": "`stedelijk` (elk project telt), `radialen` (de som per gemeente) of `thematisch` (de som per thema).",
        "gebied": "De naam van het sleutelgebied.",
        "thema": "Het thema van een thematisch sleutelgebied.",
        "doel": "`versnelling` (met het minimum aantal woningen van de agenda) of `vitaliteit` (geen minimum).",
    },
    "Sleutelsoort": {KLASSE: "Het soort sleutelproject."},
    "Doel": {KLASSE: "Het doel van een sleutelproject."},
    "Afweging": {KLASSE: DEFINITIE["afwegingskader"]},
    "Controle": {
        KLASSE: "Een gepubliceerd totaal van de plancapaciteit, waar de plannen van de stand op uit moeten komen.",
        "id": "De naam van het controletotaal.",
        "klassen": "De klassen die zijn opgeteld, zoals `[hard, zacht]`.",
        "woningen": "Het gepubliceerde totaal in woningen, van dezelfde soort (bruto of netto) als de plannen.",
        "tolerantie": "Het grootste verschil in woningen (inclusief) dat geen fout is. Weggelaten: 0.",
        "reden": "Waarom er een tolerantie nodig is, bijvoorbeeld omdat de delen zijn afgerond.",
    },
}
