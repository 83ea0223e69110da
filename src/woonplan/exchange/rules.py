"""What `import` can find: every code of the WP6 series with its meaning, once, and how a finding of it is made."""

from __future__ import annotations

from dataclasses import dataclass

from woonplan.diagnostics import Diagnostic, Place, Severity


@dataclass(frozen=True, slots=True)
class Regel:
    """One kind of finding in somebody else's file."""

    number: int
    naam: str
    """What is wrong, in a few words."""
    wat: str
    """When it is reported, and what goes wrong without it."""
    oplossing: str
    """What to do."""
    severity: Severity = Severity.FOUT

    @property
    def code(self) -> str:
        """The code that users see; never reused for something else."""
        return f"WP{self.number}"

    def at(
        self,
        place: Place | None,
        message: str,
        hint: str = "",
        *,
        severity: Severity | None = None,
        subject: str = "",
        number: int = 1,
    ) -> Diagnostic:
        """Return a finding of this kind; without a hint, what to do in general."""
        severity = severity or self.severity
        return Diagnostic(self.code, message, place, hint or self.oplossing, severity, subject=subject, number=number)


LET_OP = Severity.WAARSCHUWING

ONLEESBAAR = Regel(
    601,
    "bestand niet te lezen",
    "Het bestand is er niet, is beschadigd, versleuteld, te groot of van een soort die niet gelezen wordt.",
    "Open het in Excel of LibreOffice, sla het op als .xlsx en probeer opnieuw.",
)
NIET_HERKEND = Regel(
    602,
    "indeling niet herkend",
    "De koppen van het bestand horen bij geen indeling die het programma kent. Raden welke kolom wat is, zou getallen "
    "op de verkeerde plaats zetten.",
    "Maak een kolommenbestand met --suggest-mapping, verbeter het en geef het met --mapping.",
)
KOLOM = Regel(
    603,
    "kolom niet begrepen",
    "Een kolom met gegevens die in geen veld van het register terechtkomt. Zij wordt genoemd met drie waarden, zodat "
    "niets ongemerkt wegvalt; met --strict is het een fout.",
    "Wat in deze kolom staat, komt niet in het register. Is het nodig, zeg dan met --mapping bij welk veld het hoort.",
    LET_OP,
)
GEEN_GETAL = Regel(
    604,
    "geen heel aantal",
    "Waar een aantal hoort staat tekst, een breuk, een datum of een getal dat niet kan. Er wordt nooit geraden wat er "
    "bedoeld is.",
    "Schrijf een heel getal met alleen cijfers, of laat de cel leeg als het aantal onbekend is.",
)
FORMULE = Regel(
    605,
    "formule zonder uitkomst",
    "De cel bevat een formule waarvan de uitkomst niet in het bestand staat. Dat is geen 0 en niet leeg.",
    "Open het bestand in Excel of LibreOffice, sla het op en probeer opnieuw.",
)
FOUTWAARDE = Regel(
    606,
    "foutwaarde",
    "De cel toont een foutwaarde (#VERW!, #DEEL/0!, #N/B). Er staat dus geen getal, ook geen 0.",
    "Herstel de formule of typ het getal.",
)
DATUM = Regel(
    607,
    "geen datum",
    "Waar een datum hoort staat tekst, een onmogelijke datum, of een getal in een cel zonder datumopmaak.",
    "Geef de cel een datumopmaak, of schrijf dag-maand-jaar of alleen het jaar.",
)
WAARDE = Regel(
    608,
    "waarde niet bekend",
    "Een woord dat niet voorkomt in de lijst van waarden van het veld.",
    "Gebruik een waarde uit de lijst, of zeg met --mapping welke waarde bedoeld is.",
)
GEMEENTE = Regel(
    609,
    "gemeente bestaat niet",
    "De gemeente staat niet in gemeenten.yaml: een tikfout, of een gemeente buiten het gebied.",
    "Schrijf de naam zoals in gemeenten.yaml, of de CBS-code.",
)
VERBORGEN = Regel(
    610,
    "verborgen gegevens",
    "Een verborgen blad of verborgen rijen met plannen. Of zij meetellen, kan het programma niet weten.",
    "Zeg --verborgen mee (alles), rijen (wel rijen, geen bladen) of weg (niets), of maak ze zichtbaar.",
)
KOPPEN = Regel(
    611,
    "koppen niet eenduidig",
    "Een samengevoegde kop over meer kolommen, een kolom met waarden zonder kop, of een kop die twee keer voorkomt.",
    "Hef de samenvoeging op en geef elke kolom een eigen kop.",
)
OVERGESLAGEN = Regel(
    612,
    "rij is geen plan",
    "Een totaalregel, een lege rij of een rij zonder naam: zij wordt niet ingelezen, en dat wordt gezegd.",
    "Controleer of dit geen plan is; een plan heeft een naam.",
    LET_OP,
)
TELT_NIET_OP = Regel(
    613,
    "telt niet op",
    "De delen (jaren, woningtypen, prijsklassen) zijn samen iets anders dan het totaal waar zij bij horen.",
    "Verbeter het totaal of de delen; wat niet bekend is hoort in de kolom voor onbekend.",
)
MEER_GEREALISEERD = Regel(
    614,
    "meer gerealiseerd dan gepland",
    "Het aantal dat gerealiseerd is, is groter dan het totaal. Een restant onder 0 bestaat niet.",
    "Verhoog het totaal of verlaag het gerealiseerde aantal.",
)
DUBBELE_NAAM = Regel(
    615,
    "naam komt vaker voor",
    "Twee of meer plannen in een gemeente hebben dezelfde naam. Alle worden ingelezen, elk met een eigen id.",
    "Ga na of het om verschillende plannen gaat; een plan dat er twee keer staat, telt twee keer.",
    LET_OP,
)
NAAM_EN_AANTAL = Regel(
    616,
    "naam en aantal spreken elkaar tegen",
    "Volgens de naam of de fase is het plan klaar of vervallen, maar er zijn nog woningen over. Die tellen mee.",
    "Ga na wat klopt: zet het restant op 0, of verbeter de naam of fase.",
    LET_OP,
)
NIET_UIT_TE_DRUKKEN = Regel(
    617,
    "nog niet uit te drukken",
    "De waarde is begrepen, maar het register heeft er (nog) geen woord voor. Het veld blijft leeg.",
    "Er hoeft niets te gebeuren; de waarde staat in het bestand dat u inleest.",
    LET_OP,
)
ONTBREEKT = Regel(
    618,
    "gegeven ontbreekt",
    "Iets dat een plan of een stand nodig heeft, staat niet in het bestand en is niet opgegeven.",
    "Vul het in, of geef het met --veld SLEUTEL=WAARDE.",
)
RIJEN_ONGELIJK = Regel(
    619,
    "rijen van een plan spreken elkaar tegen",
    "Een plan staat op meer rijen, en een gegeven van het hele plan verschilt tussen die rijen.",
    "Maak de rijen gelijk.",
)
GEREALISEERD_ONBEKEND = Regel(
    620,
    "gerealiseerd is niet af te leiden",
    "Een vlag 'gerealiseerd' die in de praktijk omgekeerd wordt geschreven, of een opleverdatum die voorbij is. Geen "
    "van beide bewijst dat er gebouwd is.",
    "Vul in het register bij 'gerealiseerd' in wat er is opgeleverd.",
    LET_OP,
)
VERTROUWELIJKHEID = Regel(
    621,
    "vertrouwelijkheid past niet",
    "Volgens het dataprotocol mogen alleen zachte plannen vertrouwelijk zijn, en blijft 5A en 5B bij de gemeente.",
    "Verbeter de vertrouwelijkheid of de status.",
    LET_OP,
)
CONFLICT = Regel(
    622,
    "ook met de hand gewijzigd",
    "Het record is sinds de vorige keer met de hand gewijzigd, en het bestand is ook gewijzigd. Handwerk wordt nooit "
    "overschreven zonder dat u het zegt.",
    "Kies met --conflict register of --conflict bestand, of pas het record zelf aan.",
)
VERDWENEN = Regel(
    623,
    "plan staat niet meer in het bestand",
    "Een plan dat eerder uit deze indeling kwam, staat er niet meer in. Het blijft in het register en telt niet mee.",
    "Ga na of het plan vervallen of klaar is, en leg dat vast.",
    LET_OP,
)
STAND = Regel(
    624,
    "past niet in deze stand",
    "Alle bestanden van een map plannen/ zijn samen een stand op een peildatum, en naast de map staat geen "
    "plannen.yaml.",
    "Geef met --output een andere map, of lees de hele stand in een keer in.",
)
SPELLING = Regel(
    625,
    "gelezen met een opmerking",
    "De waarde is gelezen, maar staat er anders dan gebruikelijk: een oudere benaming, of een getal als tekst.",
    "Er hoeft niets te gebeuren; wie het bestand beheert kan het gelijktrekken.",
    LET_OP,
)
VOORRAAD = Regel(
    626,
    "regel van het CBS past niet",
    "Een regel van een StatLine-tabel met de woningvoorraad is onvolledig, dubbel of van een onbekende gemeente.",
    "Vergelijk de regel met StatLine.",
)
YAML_VORM = Regel(
    627,
    "bestand niet bij te werken",
    "Een YAML-bestand is zo geschreven dat er niets in gewijzigd kan worden zonder iets anders te raken, of het is "
    "niet geschreven.",
    "Schrijf de lijst als regels met een streepje, of geef met --output een andere map.",
)
MAPPING = Regel(
    628,
    "kolommenbestand klopt niet",
    "Het bestand dat zegt bij welk veld elke kolom hoort, noemt iets dat er niet is.",
    "Verbeter het kolommenbestand; --suggest-mapping maakt een nieuw.",
)
NIET_TE_ZIEN = Regel(
    629,
    "niet alles staat in deze indeling",
    "De indeling laat iets weg dat er wel kan zijn, zoals jaren buiten haar venster. Wat zij niet toont is onbekend.",
    "Gebruik een uitvoer die meer toont, als dat nodig is.",
    LET_OP,
)

REGELS: tuple[Regel, ...] = tuple(value for value in list(globals().values()) if isinstance(value, Regel))
"""Every rule of this series, in the order of the codes."""
