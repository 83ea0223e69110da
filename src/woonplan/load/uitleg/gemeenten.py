"""`gemeenten.yaml`: the region, its municipalities with their stock, and its targets."""

from __future__ import annotations

from woonplan.load.uitleg.shared import DEFINITIE, KLASSE, VERSIE, Uitleg

UITLEG: Uitleg = {
    "Gemeentenbestand": {
        KLASSE: "Het bestand `gemeenten.yaml`: de regio, haar documenten, haar opgaven en haar gemeenten.",
        "versie": VERSIE,
        "regio": "De regio waar dit register over gaat.",
        "fictief": "`true` als dit register een verzonnen voorbeeld is, met elk getal erin. Weggelaten: `false`.",
        "bronnen": "De documenten en gegevens waar getallen vandaan komen.",
        "statusdefinities": "Eigen definities van hard en zacht; `basisset-2022` hoeft er niet bij te staan.",
        "woonmilieus": "De woonmilieus die een plan kan hebben, op volgorde van de bron. Leeg: niet gecontroleerd.",
        "opgaven": "De opgaven: sets van gepubliceerde doelen.",
        "voorraadbron": "Waar de voorraad van alle gemeenten vandaan komt.",
        "gemeenten": "De gemeenten.",
        "controle": "Totalen van de voorraad waar de gemeenten samen op uit moeten komen.",
    },
    "Regio": {
        KLASSE: "De regio waar het register over gaat.",
        "naam": "De naam van de regio.",
        "provincie": "De provincie van de regio; een gemeente die ergens anders ligt, zegt dat zelf.",
    },
    "Gemeente": {
        KLASSE: "Een gemeente van de regio.",
        "naam": "De naam zoals de plannen haar noemen, uniek in het register.",
        "code": "De CBS-code (`GM0153`). Een naam komt in Nederland soms vaker voor, een code niet.",
        "aliassen": "Andere schrijfwijzen die bronnen gebruiken, zoals `Hengelo (O.)`.",
        "van": "De eerste dag dat de gemeente bestaat. Weggelaten: zo lang als het register teruggaat.",
        "tot": "Het einde (exclusief): de eerste dag dat zij niet meer bestaat. Weggelaten: zij bestaat nog.",
        "opgegaan_in": "De gemeenten waar zij op `tot` in opging (naam, alias of CBS-code): een bij een samenvoeging "
        "of een nieuwe naam, meer bij een splitsing. Wat dan bij welke hoort is niet bekend: er wordt niets verdeeld.",
        "provincie": "De provincie, in een register met meer dan een. Weggelaten: die van de regio.",
        "positie": "De positie in de regio, alleen als een bron die toekent.",
        "positie_vindplaats": "De plaats in de bron die de positie toekent.",
        "strategieen": "De ruimtelijke strategieën die een bron bij deze gemeente noemt; een plan heeft een eigen.",
        "strategieen_vindplaats": "De plaats in de bron die de strategieën noemt.",
        "voorraad": "De woningvoorraad en haar mutaties, per kalenderjaar. Een jaar dat er niet staat is onbekend.",
    },
    "Positie": {KLASSE: DEFINITIE["positie"]},
    "Voorraadjaar": {
        KLASSE: "De voorraad van een gemeente in een kalenderjaar (CBS 81955NED); alles in woningen.",
        "beginstand": "Woningen op 1 januari.",
        "nieuwbouw": "Woningen die in het jaar zijn gebouwd.",
        "overige_toevoeging": "Woningen die er anders bij kwamen, zoals door transformatie of splitsing.",
        "sloop": "Woningen die in het jaar zijn gesloopt, als positief getal.",
        "overige_onttrekking": "Woningen die er anders af gingen, als positief getal.",
        "correctie": "Administratieve correctie; kan onder 0 liggen.",
        "saldo": "Nieuwbouw + overige toevoeging - sloop - overige onttrekking + correctie; kan onder 0 liggen.",
        "eindstand": "Woningen op 31 december: beginstand + saldo, met een verschil van ten hoogste 1.",
    },
    "Voorraadbron": {
        KLASSE: "Waar de hele voorraad in dit bestand vandaan komt.",
        "peildatum": "Op welke dagen de voorraad is geteld, in woorden.",
    },
    "Voorraadcontrole": {
        KLASSE: "Een totaal van de woningvoorraad waar de gemeenten samen op uit moeten komen.",
        "jaar": "Het jaar waarvan de voorraad aan het einde (31 december) is geteld.",
        "eindstand": "Woningen in alle gemeenten van het register samen, aan het einde van het jaar.",
        "tolerantie": "Het grootste verschil in woningen (inclusief) dat geen fout is. Weggelaten: 0.",
    },
    "Statusdefinitie": {
        KLASSE: "Welke planologische statussen hard zijn, welke zacht, en welke niet meetellen. Voor 2022 telde elke "
        "provincie anders.",
        "id": "De naam van de definitie, waarmee `statusdefinitie` in een plannenbestand ernaar verwijst.",
        "naam": "De titel van de definitie.",
        "hard": "De statussen die als harde capaciteit tellen.",
        "zacht": "De statussen die als zachte capaciteit tellen.",
        "telt_niet": "De statussen die niet als capaciteit tellen.",
        "datum": "Sinds wanneer de definitie geldt.",
        "bron": "Het id van het document (in `bronnen`) dat de definitie geeft.",
        "vindplaats": "De plaats in dat document.",
    },
    "Opgavenset": {
        KLASSE: DEFINITIE["opgave"],
        "id": "De naam van de set, waarmee `--opgave` haar kiest.",
        "naam": "De titel waaronder lezers de set kennen.",
        "versie": "De versie, of de datum van ondertekening.",
        "standaard": "`true` bij de set die geldt zonder `--opgave`: precies een van het register.",
        "tellingen": "De tellingen van de periode van deze set; minstens een.",
        "uitspraken": "De uitspraken.",
        "segmentdoelen": "Doelen voor een deel van de plannen: naar prijs, type, zorg of tijdelijk.",
    },
    "Telling": {
        KLASSE: DEFINITIE["telling"],
        "id": "De naam van de telling, waarmee `--telling` haar kiest.",
        "van": "De eerste dag van de periode (inclusief).",
        "tot": "Het einde van de periode (exclusief): de eerste dag erna.",
        "standaard": "`true` bij de telling die geldt zonder `--telling`: precies een van de set.",
        "toelichting": "Waarom de periode zo gelezen kan worden.",
    },
    "Uitspraak": {
        KLASSE: f"{DEFINITIE['uitspraak']} Met die waar `gebruikt: true` staat wordt gerekend; de andere worden ermee "
        "vergeleken.",
        "id": "De naam van de uitspraak, uniek in het register.",
        "soort": "Waar het getal over gaat. Vraag: `ambitie`, `lokale_behoefte`, `extra_opgave`, `tempo` (woningen per "
        "jaar) of `aandeel` (een deel van een andere uitspraak). Aanbod: `extra_ruimte` (ruimte die nog gezocht wordt) "
        "of `uitbreiding_hard` (harde capaciteit die erbij moet).",
        "gebruikt": "`true` bij de uitspraak waarmee gerekend wordt, van alle over deze grootheid en dit gebied.",
        "gemeente": "De gemeente waar het over gaat. Geef precies een van `gemeente`, `regio` en `provincie`.",
        "regio": "De regio waar het over gaat.",
        "provincie": "De provincie waar het over gaat.",
        "ruimere_programmering": "Of in het getal al ruimte zit voor plannen die uitvallen: een factor (130%) mag dan "
        "niet nog eens, en bij `deels_inbegrepen` alleen over de rest. Weggelaten: `onbekend`.",
        "ruimere_programmering_in": "Bij `deels_inbegrepen`: de grootheid, met een uitspraak voor hetzelfde gebied in "
        "dezelfde set, waar die ruimte in zit (`lokale_behoefte`). Weggelaten: niet bekend welk deel dat is.",
        "van_uitspraak": "Bij een `aandeel`: het id van de uitspraak waar dit een deel van is.",
        "teller": "Bij een `aandeel`: de teller van de breuk (1 bij 1/3).",
        "noemer": "Bij een `aandeel`: de noemer van de breuk (3 bij 1/3), minstens 1.",
        "opmerkingen": "Opmerkingen.",
    },
    "Segmentdoel": {
        KLASSE: "Een gepubliceerd doel voor een segment van de geplande woningen: een aantal of een aandeel. Het is "
        "een minimum, of met `precisie: maximaal` een maximum.",
        "id": "De naam van het doel, uniek in het register.",
        "naam": 'Hoe het heet ("betaalbaar"). Weggelaten: de namen van zijn delen.',
        "segment": "De delen van een verdeling waar het samen over gaat, zoals `[sociale_huur, middenhuur]`.",
        "gemeente": "De gemeente waar het over gaat. Geef precies een van `gemeente` en `regio`.",
        "regio": "De regio waar het over gaat: die van het register.",
        "teller": "Bij een aandeel van de geplande woningen: de teller van de breuk (2 bij 2/3, 70 bij 70%).",
        "noemer": "Bij een aandeel: de noemer van de breuk (3 bij 2/3, 100 bij 70%), minstens 1.",
        "opmerkingen": "Opmerkingen.",
    },
    "Segmentdeel": {
        KLASSE: "Een deel van een van de verdelingen van een plan, waar een doel over kan gaan.",
    },
    "SoortUitspraak": {
        KLASSE: "Waar een uitspraak over gaat: eerst de vraag, dan het aanbod. Aanbod telt nooit mee in een opgave.",
    },
    "RuimereProgrammering": {
        KLASSE: "Of in een opgave al ruimte zit voor plannen die uitvallen.",
    },
}
