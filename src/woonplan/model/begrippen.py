"""The glossary: what every Dutch term in the files and tables means, once, for readers of both languages.

`basisset` is the national basic set as the help page of Planmonitor Wonen (Provincie Zeeland) gives it. What the
Regionale Woonagenda Twente says of a term stands apart: in a region with another agenda it is not true.
"""

from __future__ import annotations

from woonplan.model.begrip import Begrip
from woonplan.model.beleidsbegrippen import BELEIDSBEGRIPPEN
from woonplan.model.control import Planklasse
from woonplan.model.statussen import ENGELS, FIJN, FIRST, LAST, listed

_ALGEMEEN: tuple[Begrip, ...] = (
    Begrip(
        "plancapaciteit",
        "Homes that plans make room for and that are not delivered yet.",
        "De woningen waarvoor plannen ruimte bieden en die nog niet zijn opgeleverd.",
        "basisset",
        "Bruto (alle nieuwe woningen) of netto (na aftrek van sloop).",
        ("capaciteit",),
        woonagenda="De {bron} zegt niet of zij bruto of netto telt.",
    ),
    Begrip(
        "planstatus",
        f"How far a plan is in planning law: {ENGELS}, or the class alone.",
        f"Hoe ver een plan planologisch is: van {FIRST} ({FIRST.betekenis}) tot {LAST} ({LAST.betekenis}).",
        "basisset",
        ook=("status", *(status.lower() for status in FIJN)),
    ),
    Begrip(
        "hard",
        f"Plans that are adopted: status {listed(Planklasse.HARD, 'or')} in the national basic set.",
        f"Plannen die vastgesteld of onherroepelijk zijn: planstatus {listed(Planklasse.HARD, 'of')}.",
        "basisset",
        "Voor 2022 telde elke provincie anders; 1C en 2C (met wijzigingsbevoegdheid) kunnen toen als hard zijn geteld.",
        ("harde plancapaciteit",),
        woonagenda="De {bron} gebruikt het woord zonder het te omschrijven (r. 265-266, 1702).",
    ),
    Begrip(
        "zacht",
        "Plans that are not adopted yet but do count: "
        f"status {listed(Planklasse.ZACHT, 'or')} in the national basic set.",
        f"Plannen die nog niet zijn vastgesteld maar wel meetellen: planstatus {listed(Planklasse.ZACHT, 'of')}.",
        "basisset",
        "Voor 2022 telde elke provincie anders.",
        ("zachte plancapaciteit",),
        woonagenda="De {bron} omschrijft het woord niet (r. 265-266, 1709).",
    ),
    Begrip(
        "verzamelpost",
        "An aggregate: stands for plans that nobody itemised at that reference date.",
        "Staat voor plannen die op die peildatum niemand heeft uitgesplitst.",
        "woonplan",
    ),
    Begrip(
        "opgave",
        "What a region has to reach: a set of published targets, such as an agenda or a deal.",
        "Wat een gebied moet halen: een set gepubliceerde doelen, zoals een agenda of een deal.",
        "woonplan",
        ook=("opgaven",),
    ),
    Begrip(
        "uitspraak",
        "One published statement of a number for one area; a quantity may have several.",
        "Een gepubliceerd getal voor een gebied; over een grootheid kunnen er meer zijn.",
        "woonplan",
    ),
    Begrip(
        "ambitie",
        "The number of homes a region wants to add in the period of the target.",
        "Het aantal woningen dat een gebied in de periode van de opgave wil toevoegen.",
        regels="1635-1636",
        criteria="De {bron} neemt van de 60.000 woningen van de provincie circa een derde (r. 1619-1623). Die bestaan "
        "uit prognoses, behoefte van na 2030 die eerder komt, en een extra impuls (r. 1613-1619), zonder aantallen.",
    ),
    Begrip(
        "lokale_behoefte",
        "The need that follows from household growth; it may include room for plans that fail.",
        "De behoefte die volgt uit de groei van huishoudens.",
        ook=("behoefte", "lokale behoefte"),
        regels="1637-1644",
        woonagenda="De {bron} noemt zo het aantal van 'ruim 15.000', waarin de ruimere programmering al is inbegrepen "
        "(r. 1638-1643); 15.782 heet er de uiteindelijke vraag en behoefte (r. 1665-1666).",
    ),
    Begrip(
        "extra_opgave",
        "What a region wants to build beyond its local need: demand side.",
        "Wat een gebied boven de lokale behoefte wil bouwen; hoort bij de vraag.",
        verschilt="Lijkt op extra ruimte, maar staat aan de andere kant van de balans.",
        ook=("extra opgave",),
        regels="1645-1654",
        criteria="Volgens de {bron} gaat het om een deel van het tekort van circa 3%, de krapte, de verstedelijking "
        "en verhuizingen uit andere landsdelen (r. 1644-1650), zonder aantallen per deel.",
    ),
    Begrip(
        "extra_ruimte",
        "Space for plans that a region intends to find: supply side, an intention and not capacity.",
        "Ruimte voor plannen die een gebied nog wil vinden; hoort bij het aanbod, maar is een voornemen.",
        ook=("extra ruimte", "voornemen"),
        regels="1711-1713",
        woonagenda="De {bron} noemt 'zo'n 6.000' (r. 1712) en 'ruim 6.000' (r. 1734).",
    ),
    Begrip(
        "ondergrens",
        "The low end of the target.",
        "Het laagste getal van de opgave.",
        "woonplan",
    ),
    Begrip(
        "bovengrens",
        "The high end of the target.",
        "Het hoogste getal van de opgave.",
        "woonplan",
    ),
    Begrip(
        "saldo",
        "Delivered since the start of the target's period + hard + soft - target; below 0 is a shortage (tekort).",
        "Opgeleverd sinds het begin van de periode + hard + zacht - opgave; onder 0 is een tekort.",
        "woonplan",
    ),
    Begrip(
        "restant",
        "Homes of a plan that are still to be delivered: woningen - gerealiseerd.",
        "De woningen van een plan die nog moeten worden opgeleverd: woningen - gerealiseerd.",
        "basisset",
        ook=("restcapaciteit",),
    ),
    Begrip(
        "bruto",
        "All homes that are added by new-build, transformation or splitting.",
        "Alle woningen die erbij komen door nieuwbouw, transformatie of splitsing.",
        "basisset",
    ),
    Begrip(
        "netto",
        "Added homes minus demolition; unknown where the demolition of a plan is not known.",
        "De woningen die erbij komen min de sloop; onbekend als de sloop van een plan niet bekend is.",
        "basisset; CBS 81955NED",
    ),
    Begrip(
        "sloop",
        "Homes demolished for a plan, as a positive number.",
        "De woningen die voor een plan worden gesloopt, als positief getal.",
        "basisset",
    ),
    Begrip(
        "peildatum",
        "Reference date: the day on which a stock is counted.",
        "De dag waarop een stand is geteld.",
        "woonplan",
    ),
    Begrip(
        "telling",
        "One reading of a period such as 'tot 2030', with explicit bounds.",
        "Een lezing van een periode zoals 'tot 2030', met een eerste dag en een eerste dag erna.",
        "woonplan",
        "'Tot 2030' kan 9, 10 of 11 jaar zijn.",
        ("tot 2030", "periode"),
    ),
    Begrip(
        "onbekend",
        "Unknown: a value of its own. It is counted beside a sum and never 0.",
        "Niet bekend: een eigen waarde. Het wordt naast een som geteld en is nooit 0.",
        "woonplan",
    ),
    Begrip(
        "circa",
        "About: the source calls the number approximate; the mark (ca.) travels into every result.",
        "Ongeveer: de bron noemt het getal een benadering; dat merk (ca.) gaat mee in elke uitkomst.",
        "woonplan",
        ook=("ca.",),
    ),
    Begrip(
        "herkomst",
        "How a figure came into the register: source, municipality, derived, assumption or fictional.",
        "Hoe een getal in het register kwam: bron, opgave van de gemeente, afgeleid, aanname of fictief.",
        "woonplan",
    ),
    Begrip(
        "vindplaats",
        "The place in a document: paragraph or table first, text line (r.) second.",
        "De plaats in een document: eerst paragraaf of tabel, dan de tekstregel (r.).",
        "woonplan",
    ),
    Begrip(
        "buiten_telling",
        "Plans with `telt_mee: false`: shown, never added.",
        "Plannen met `telt_mee: false`: ze worden getoond, maar niet opgeteld.",
        "woonplan",
        ook=("telt_mee", "buiten de telling"),
    ),
    Begrip(
        "inbreiding",
        "Inside the existing built-up area; follows from plantype. The opposite is uitbreiding.",
        "Binnen bestaand stedelijk gebied; volgt uit plantype. Het tegendeel is uitbreiding.",
        "basisset",
        ook=("uitbreiding", "plantype"),
    ),
    Begrip(
        "ruimere_programmering",
        "Planning for more homes than needed, because some plans fail (the 130% rule of thumb).",
        "Meer plannen dan nodig, omdat een deel uitvalt of vertraagt (de vuistregel van 130%).",
        "ABF, Inventarisatie Plancapaciteit, november 2020",
        "De vuistregel heet arbitrair (Buitelaar) en 30% uitval vraagt 143%, niet 130%.",
        ("130%", "overprogrammering", "planuitval"),
        woonagenda="In de lokale behoefte van de {bron} zit de ruimere programmering al (r. 1639-1640): niet nog eens "
        "toepassen, en van de ambitie, waar die behoefte in zit (r. 1638-1653), alleen op de rest.",
    ),
    Begrip(
        "beng",
        "Nearly energy-neutral buildings: the legal requirement for new homes since 1 January 2021.",
        "Bijna energieneutrale gebouwen: wat de wet sinds 1 januari 2021 van nieuwbouw vraagt.",
        regels="1376-1379",
        woonagenda="De {bron} gaat uit van energie- en klimaatneutrale nieuwbouw in 2050; voor het goedkopere segment "
        "is BENG voorlopig leidend (r. 1371-1379).",
    ),
    Begrip(
        "flexwonen",
        "Homes that stay for at most 15 years, for people who need one soon.",
        "Wonen in flexwoningen, die ten hoogste 15 jaar blijven staan.",
        "basisset",
        ook=("flexwoningen", "flexwoning"),
        woonagenda="De {bron} noemt het flexibel in locatie, product en tijd (r. 1594-1596), vooral voor mensen die om "
        "economische redenen verhuizen, zoals arbeidsmigranten en expats (r. 1463-1468).",
    ),
    Begrip(
        "doelgroeponafhankelijk",
        "A home with all primary rooms on one floor, or within reach of a home lift and with space for bedrooms above.",
        "Een woning met alle primaire ruimten (woonruimte, kookruimte, hoofdslaapruimte, badruimte en toilet) op een "
        "bouwlaag, of met al die ruimten bereikbaar met een huislift en onder de kap plaats voor extra slaapruimte.",
        verschilt="Een nultredenwoning is alleen de eerste van de twee.",
        ook=("dgo", "doelgroeponafhankelijk wonen", "doelgroeponafhankelijk bouwen", "nultreden"),
        regels="1013-1016",
    ),
)

BEGRIPPEN: tuple[Begrip, ...] = (*_ALGEMEEN, *BELEIDSBEGRIPPEN)
"""Every term."""
