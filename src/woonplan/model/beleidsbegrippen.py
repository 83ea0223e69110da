"""Terms of housing policy: strategies, positions, the framework and key projects, with where the Woonagenda has them.

Each has the criteria that the Woonagenda gives, in words of our own with the lines; in a region with another agenda
only the definition holds.
"""

from __future__ import annotations

from woonplan.model.begrip import Begrip

BELEIDSBEGRIPPEN: tuple[Begrip, ...] = (
    Begrip(
        "sleutelproject",
        "A project of regional interest; in a key area (sleutelgebied) several count together.",
        "Een project van regionaal belang; in een sleutelgebied tellen er meer samen.",
        verschilt="De eenheid verschilt per soort: het project (stedelijk), de som per gemeente (radialen) of per "
        "thema.",
        ook=("sleutelgebied",),
        criteria="Een sleutelproject heeft volgens de {bron} invloed door schaal of kwaliteit (r. 776-778). Het "
        "versnelt de woningbouw, met minstens 200 woningen (r. 780-785), of houdt kernen of centra vitaal, zonder "
        "minimum (r. 787-793). Er zijn drie soorten: stedelijk, langs de radialen en thematisch (r. 799-818).",
        regels="773-823",
    ),
    Begrip(
        "strategie",
        "Spatial strategy: buiten wonen, wonen langs de radialen or stedelijk wonen; not binding, set per plan.",
        "Ruimtelijke strategie: buiten wonen, wonen langs de radialen of stedelijk wonen; niet dwingend, per plan.",
        ook=("woonstrategie", "ruimtelijk dna"),
        regels="508-517",
        woonagenda="De {bron} noemt ze richtinggevend en niet dwingend (r. 510-513); in een gemeente kunnen er meer"
        " zijn (r. 515-517, 765-767).",
    ),
    Begrip(
        "stedelijk_wonen",
        "Spatial strategy for cities: urban environments with services, schools, work and transport at hand.",
        "Ruimtelijke strategie voor steden: stedelijke milieus met voorzieningen, school, werk en vervoer bij de hand.",
        ook=("stedelijk",),
        regels="752-764",
        criteria="De {bron} noemt Enschede, Hengelo en Almelo, met hun uitleglocaties: van hoogstedelijk tot dorps "
        "en landelijk. Er is plaats voor meer woningen in de stad zelf (r. 762-764).",
    ),
    Begrip(
        "wonen_langs_de_radialen",
        "Spatial strategy for large villages and towns with many services, on main roads and railways.",
        "Ruimtelijke strategie voor grote kernen met veel voorzieningen, goed bereikbaar over weg en spoor.",
        ook=("radialen", "langs de radialen"),
        regels="738-750",
        criteria="De criteria van de {bron}: een grote kern, een goed voorzieningenniveau (r. 738-739), ontsluiting"
        " op A-wegen, N-wegen en spoor (r. 739-741), en een breed aanbod van dorpse, groenstedelijke en suburbane "
        "milieus (r. 741-742). Welke kernen dat zijn, staat er niet. Extra woningen komen hier vooral door inbreiding"
        " en transformatie (r. 567-572).",
    ),
    Begrip(
        "buiten_wonen",
        "Spatial strategy for the countryside and small villages, close to landscape, nature and farming.",
        "Ruimtelijke strategie voor landelijk gebied en kleine kernen, verbonden met landschap, natuur en landbouw.",
        ook=("buitenwonen",),
        regels="722-736",
        criteria="Volgens de {bron} blijven de kwaliteiten zoveel mogelijk behouden (r. 724-726); nieuw aanbod kan "
        "in vrijkomende agrarische bebouwing (r. 730-733) en in kernen met een dorps centrum (r. 733-736).",
    ),
    Begrip(
        "positie",
        "Position of a municipality: urban, rural with a regional task, or rural with a local task.",
        "Positie van een gemeente: stedelijk, landelijk met een regionale taak, of landelijk met een lokale taak.",
        regels="1225-1228",
        woonagenda="De {bron} noemt drie posities, maar wijst ze aan geen gemeente toe (r. 1225-1228).",
    ),
    Begrip(
        "stedelijk_hart",
        "The cities of a region together; no strategy and no position, and nothing is computed with it.",
        "De steden van een regio samen; geen strategie en geen positie, en er wordt niet mee gerekend.",
        regels="369-376",
        woonagenda="In de {bron} zijn dat Almelo, Borne, Enschede, Hengelo en Oldenzaal, waar meer dan de helft van"
        " de inwoners woont (r. 369-376); welke gemeenten stedelijk zijn, zegt zij niet (r. 1225).",
    ),
    Begrip(
        "stedelijke_gemeente",
        "Position of a municipality that is a city: the urban heart takes much of the extra task.",
        "Positie van een gemeente die een stad is.",
        ook=("stedelijke gemeenten",),
        regels="1225-1231",
        criteria="De {bron} laat het stedelijk hart een groot deel van de extra ambitie invullen (r. 1229-1231) en "
        "het grootste deel van de opgave in Enschede landen, met Hengelo in het verlengde (r. 1158-1163). Welke "
        "gemeenten deze positie hebben, zegt zij niet.",
    ),
    Begrip(
        "landelijk_regionaal",
        "Position of a rural municipality that also builds for people from elsewhere in the region.",
        "Positie van een landelijke gemeente die ook voor de regio bouwt, boven haar eigen behoefte.",
        ook=("landelijke gemeente met een regionale taak",),
        regels="1225-1228",
        criteria="Volgens de {bron} bouwt zij minstens voor haar eigen behoefte (r. 1232-1237) en draagt zij bij "
        "aan de bovenlokale behoefte, bijvoorbeeld met agrarische bebouwing, schoolgebouwen en flexwonen (r. "
        "1246-1257).",
    ),
    Begrip(
        "landelijk_lokaal",
        "Position of a rural municipality that builds for its own need.",
        "Positie van een landelijke gemeente die voor haar eigen behoefte bouwt.",
        ook=("landelijke gemeente met een lokale taak", "autonome rol"),
        regels="1225-1228",
        criteria="Volgens de {bron} bouwt zij minstens voor haar eigen behoefte (r. 1232-1237); dat mensen er "
        "kunnen blijven wonen, draagt bij aan de regio (r. 1238-1246).",
    ),
    Begrip(
        "bovenlokale_behoefte",
        "Need of people from outside the municipality, those who move within the region included.",
        "De vraag van mensen van buiten de gemeente, ook wie binnen de regio verhuist.",
        ook=("bovenlokale woonbehoefte", "bovenlokaal"),
        regels="592-604",
        woonagenda="De {bron} rekent ook verhuizingen tussen de Twentse gemeenten ertoe (r. 597-599, 1250-1252) en "
        "geeft er geen getal bij.",
    ),
    Begrip(
        "afwegingskader",
        "Qualitative framework: its outcome is recorded per plan and never computed.",
        "Kwalitatief kader: de uitkomst per plan wordt vastgelegd, nooit berekend.",
        ook=("kwalitatief afwegingskader",),
        regels="1121-1133",
        criteria="De {bron} kijkt of woonmilieus verschillen en elkaar aanvullen, en of type en segment aansluiten "
        "op de vraag, volgens kwalitatieve indicatoren en onderzoek naar de behoefte (r. 1125-1133). Zij geeft geen "
        "gewichten en geen grens. Het kader moet nog worden gemaakt (actie 7) en geldt ook voor harde plannen (r. "
        "1681-1684), wijkvernieuwing (r. 1197-1200), sloop en nieuwbouw (r. 1184-1187) en de verdeling van de extra "
        "ambitie (r. 1750-1753).",
    ),
    Begrip(
        "woonmilieu",
        "Residential environment: what living somewhere is like; the list of them is data of the register.",
        "Hoe het ergens wonen is; welke woonmilieus er zijn, staat in het register.",
        ook=("woonmilieus",),
        regels="1088-1097",
        woonagenda="De {bron} sluit aan bij de definities van Enschede (mei 2020); de figuur ermee ontbreekt in de "
        "tekst (r. 1094). In de tekst staan drie lijsten die niet gelijk zijn (r. 403-404, 741-742, 755-757).",
    ),
    Begrip(
        "versnellingsagenda",
        "Menu of support to build sooner: a team, capacity and expertise, money, flexible homes.",
        "Hulp om eerder te bouwen: het aanjaagteam, capaciteit en kennis, geld, en flexwonen op een locatie.",
        ook=("flexpool", "aanjaagteam"),
        regels="1001-1048",
        criteria="De {bron} noemt circa 1,3 miljoen euro voor de provincie (r. 1011-1020), voor onder andere "
        "plannen en vergunningen (r. 1022-1027), onrendabele toppen, grondbeleid en corporaties (r. 1035-1042).",
    ),
    Begrip(
        "woningbouwimpuls",
        "Money of the state for homes; municipalities bring in key areas for it.",
        "Geld van het Rijk voor woningbouw, waarvoor gemeenten sleutelgebieden inbrengen.",
        ook=("woonimpuls",),
        regels="1947-1972",
        criteria="Voorrang hebben volgens de {bron} sleutelgebieden (r. 1951-1952) die het profiel van de regio "
        "versterken, met woonmilieus die elkaar aanvullen en plaats voor de (boven)regionale behoefte (r. 1955-1960), "
        "waar opgaven samenkomen (r. 1960-1965) en veel geld en inzet van alle overheden nodig is (r. 1965-1968).",
    ),
)
"""The terms of policy."""
