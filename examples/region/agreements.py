"""`agenda.yaml` and `bekend.yaml` of the fictional region."""

from __future__ import annotations

Data = dict[str, object]
FICTIEF = {"herkomst": "fictief"}
_SOURCE = {"bron": "akkoord", "vindplaats": "hfst. 3 (verzonnen)", **FICTIEF}

_PARAMETERS = (
    ("sleutelproject-versnelling-minimum", "Minste aantal woningen van een sleutelproject voor versnelling",
     ((2021, 200, "woningen"),)),
    ("sleutelprojecten-per-regio-minimum", "Minste aantal sleutelprojecten", ((2021, 5, "projecten"),)),
    ("sleutelprojecten-per-regio-maximum", "Hoogste aantal sleutelprojecten", ((2021, 10, "projecten"),)),
    ("sleutelprojecten-productie-eerste-jaar", "Eerste jaar met productie in sleutelprojecten",
     ((2021, 2022, "kalenderjaar"),)),
    ("sleutelprojecten-productie-laatste-jaar", "Laatste jaar met productie in sleutelprojecten",
     ((2021, 2027, "kalenderjaar"),)),
    ("inbreiding-start", "Termijn waarbinnen de bouw van een inbreidingsplan start", ((2021, 5, "jaar"),)),
    ("uitbreiding-realisatie", "Termijn waarbinnen een uitbreidingsplan gerealiseerd is", ((2021, 5, "jaar"),)),
    ("inventarisatie-maand", "Maand van de jaarlijkse inventarisatie", ((2021, 7, "kalendermaand"),)),
    ("inventarisatie-dag", "Dag van de jaarlijkse inventarisatie", ((2021, 1, "dag_van_de_maand"),)),
    ("flexcontract-minimum", "Kortste duur van een huurcontract bij flexwonen", ((2021, 1, "maanden"),)),
    ("flexcontract-maximum", "Langste duur van een huurcontract bij flexwonen",
     ((2021, 24, "maanden"), ("2023-07", 30, "maanden"))),
    ("harde-plannen-gerealiseerd", "Jaar tot waarin harde plannen voorgaan", ((2021, 2027, "kalenderjaar"),)),
    ("midterm-review", "Jaar van de midterm review", ((2021, 2024, "kalenderjaar"),)),
    ("overzicht-rijk", "Tijd tussen twee overzichten voor het Rijk", ((2021, 2, "jaar"),)),
    ("ladder-drempel", "Aantal woningen waarvanaf de ladder geldt", ((2021, 12, "woningen"),)),
    ("betaalbaar-aandeel", "Nagestreefd aandeel betaalbare woningen", ((2022, (2, 3), "deel"),)),
    ("sociale-huur-aandeel", "Nagestreefd aandeel sociale huur", ((2022, 30, "procent"),)),
    ("middensegment-aandeel", "Nagestreefd aandeel middenhuur en betaalbare koop", ((2022, 40, "procent"),)),
    ("duurder-aandeel", "Nagestreefd aandeel duurdere woningen", ((2022, 30, "procent"),)),
    ("sociale-huur-netto", "Netto extra sociale huur die de regio nodig heeft", ((2021, 0, "woningen"),)),
    ("woningtekort", "Woningtekort als deel van de voorraad", ((2021, 2, "procent", True),)),
    ("voorraad-grootste-deel", "Het meeste van de voorraad staat er al", ((2021, (1, 2), "deel"),)),
    ("opgave-grootste-deel", "Het meeste komt hier", ((2021, (1, 2), "deel"),)),
    ("flexvraag-per-jaar", "Huishoudens die elk jaar een tijdelijke woning zoeken",
     ((2021, 310, "huishoudens_per_jaar", True),)),
    ("plancapaciteit-dekking", "Gewenste plancapaciteit als deel van de opgave", ((2021, 130, "procent"),)),
)  # fmt: skip

_AFSPRAKEN: tuple[tuple[str, str, Data], ...] = (
    ("toets-harde-plannen", "Harde plannen zijn getoetst", {}),
    ("zachte-plannen-passend", "Zachte plannen worden hard als zij passen", {}),
    ("jaar-hard-zachte-plannen", "Zachte plannen hebben een jaar waarin zij hard worden", {}),
    ("eigen-behoefte-landelijk", "Landelijke gemeenten bouwen voor de eigen behoefte", {}),
    ("uitsplitsing-programma", "Elk plan is uitgesplitst",
     {"velden": ["betaalbaarheid", "woningtype", "woonmilieu"]}),
    ("inventarisatie-velden", "Wat de inventarisatie geeft", {"velden": ["prioriteit", "transformatiepotentie"]}),
)  # fmt: skip

_LIMITS = {
    "sociale_huur": (70000, 2000),
    "middenhuur": (95000, 4000),
    "betaalbare_koop": (30000000, 1500000),
    "nhg": (32000000, 1800000),
}
"""In eurocents: the limit of 2020 and the rise a year. Round, so that nobody takes them for real ones."""


def agenda() -> Data:
    """Return the agreements: parameters, groups, price limits and actions."""
    return {
        "versie": 1,
        "bron": "akkoord",
        "vindplaats": "verzonnen",
        **FICTIEF,
        "vaststellingsdatum": "2021-02-15",
        "bronnen": [
            {
                "id": "akkoord",
                "titel": "FICTIEF: Woonakkoord Sperwerland",
                "kort": "Woonakkoord (fictief)",
                "uitgever": "regio Sperwerland (fictief)",
                "datum": "2021-02-15",
                "opmerkingen": "Verzonnen: dit document bestaat niet.",
            }
        ],
        "parameters": [
            {
                "id": name,
                "naam": title,
                "waarden": [_value(*value) for value in values],
                "toelichting": "Verzonnen afspraak.",
                **_SOURCE,
            }
            for name, title, values in _PARAMETERS
        ],
        "gemeentegroepen": [
            {
                "id": "stedelijk-wonen",
                "naam": "Gemeenten met de strategie stedelijk wonen",
                "gemeenten": ["Nevelrade", "Kwartelbroek"],
                "toelichting": "Verzonnen.",
                **_SOURCE,
            },
            {"id": "opgave-zwaartepunt", "naam": "Waar het meeste komt", "gemeenten": ["Nevelrade"], **_SOURCE},
        ],
        "opsommingen": [
            {"id": "milieus-visie", "onderwerp": "woonmilieus", "leden": ["hoogstedelijk", "woonwijk"], **_SOURCE},
            {"id": "milieus-bijlage", "onderwerp": "woonmilieus", "leden": ["woonwijk", "dorps wonen"], **_SOURCE},
        ],
        "afspraken": [
            {"id": name, "naam": title, "toelichting": "Verzonnen afspraak.", **fields, **_SOURCE}
            for name, title, fields in _AFSPRAKEN
        ],
        "prijsgrenzen": [_limit(soort, year) for soort in _LIMITS for year in range(2020, 2026)],
        "ondertekenaars": ["gemeenten", "provincie"],
        "acties": _actions(),
        "verplichtingen": _others(),
        "sleutelprojecten": _projects(),
        "sleutelthemas": [
            {"naam": "lege scholen", "opmerkingen": "Verzonnen: er is geen project van.", **_SOURCE},
        ],
        "doelen": [
            {
                "id": "zuinig",
                "tekst": "Woningen met label A",
                "getal": 50,
                "eenheid": "procent",
                "precisie": "minimaal",
                "jaar": 2028,
                "gebied": "Zuidmark",
                "ook": "par. 5 (verzonnen)",
                "verwant": [6],
                "opmerkingen": "Verzonnen.",
                **_SOURCE,
            },
            {"id": "fonds", "tekst": "Een fonds voor wonen", "getal": 2500000, "eenheid": "euro", **_SOURCE},
        ],
        "niet_berekenbaar": [
            {
                "id": "sfeer",
                "onderwerp": "Of het er prettig wonen is",
                "reden": "Verzonnen: er is geen maat voor.",
                "nodig": "Een maat (verzonnen)",
                **_SOURCE,
            },
        ],
    }


def _value(vanaf: int | str, value: int | tuple[int, int], eenheid: str, circa: bool = False) -> Data:
    parts = {"waarde": value} if isinstance(value, int) else {"waarde": value[0], "noemer": value[1]}
    about: Data = {"circa": True} if circa else {}
    return {"vanaf": vanaf, **parts, "eenheid": eenheid, **about, **_SOURCE}


def _limit(soort: str, year: int) -> Data:
    first, rise = _LIMITS[soort]
    amount = first + rise * (year - 2020)
    row: Data = {"jaar": year, "soort": soort, "bedrag_cent": amount, "toelichting": "Verzonnen grens.", **_SOURCE}
    row["grenswaarde"] = "inclusief"
    if soort == "middenhuur":
        row |= {"bedrag_nieuwbouw_cent": amount + amount // 10, "afgerond": True, "herkomst_nieuwbouw": "fictief"}
        if year == 2024:
            row |= {"vanaf": "2024-01", "tot": "2025-01"}
    return row


def _actions() -> list[Data]:
    actions: list[Data] = [
        {"tekst": "De stedelijke sleutelprojecten bouwen", "eigenaar": ["gemeenten"], "deadline": "2030",
         "deadline_tekst": "tot", "status": "loopt", "status_datum": "2023-06-01"},
        {"tekst": "De sleutelgebieden langs de radialen bouwen", "eigenaar": ["gemeenten", "provincie"],
         "deadline": "2030", "deadline_tekst": "tot", "status": "loopt", "verwant": [1]},
        {"tekst": "Elk jaar de plancapaciteit inventariseren", "eigenaar": ["regio"], "herhaling": "jaarlijks",
         "deadline_tekst": "voor 1 juli", "status": "loopt", "eerste_jaar": 2021, "uiterlijk": "06-30",
         "onderdelen": _inventory()},
        {"tekst": "Een midterm review houden", "eigenaar": ["regio", "provincie"], "deadline": "2024-07-01",
         "tussendeadline": "2024-03-01", "verwant": [3], "voorwaarde": "na de inventarisatie", "pas_na": [3]},
        {"tekst": "Afspraken over flexwonen maken", "eigenaar": ["woningcorporaties"], "deadline": "2022-12-31",
         "status": "afgerond", "status_datum": "2022-11-30"},
        {"tekst": "Een regionaal loket voor doorstroming openen", "deadline": "2023-06", "status": "open",
         "opmerkingen": "Verzonnen voorbeeld van een actie die te laat is en geen eigenaar heeft."},
        {"tekst": "Over de voortgang praten", "eigenaar": ["we"], "herhaling": "periodiek",
         "deadline_tekst": "periodiek"},
        {"tekst": "Een fonds voor onrendabele plannen instellen", "eigenaar": ["provincie"], "status": "vervallen",
         "status_datum": "2022-03-01"},
        {"tekst": "De stedelijke sleutelprojecten bouwen", "eigenaar": ["gemeenten"], "gelijk_aan": 1},
        {"tekst": "Een woonvisie maken die bij het akkoord past", "eigenaar": ["gemeenten"], "per_gemeente": True,
         "deadline": "2022", "deadline_tekst": "in", "voortgang": [
             _progress(2021, "Nevelrade", "afgerond", datum="2021-11"),
             _progress(2022, "Kwartelbroek", "loopt", opmerkingen="Verzonnen: de raad vroeg om meer tijd."),
             _progress(2023, "Kwartelbroek", "afgerond", datum="2023-05-09"),
         ]},
    ]  # fmt: skip
    return [
        {"nummer": number, "paragraaf": f"par. {1 + number // 4}", "bron": "akkoord",
         "vindplaats": f"actie {number} (verzonnen)",
         **action, **FICTIEF}
        for number, action in enumerate(actions, 1)
    ]  # fmt: skip


def _progress(jaar: int, gemeente: str | None, status: str, **more: object) -> Data:
    whose: Data = {"gemeente": gemeente} if gemeente else {}
    return {"jaar": jaar, **whose, "status": status, **more, **_SOURCE}


def _inventory() -> list[Data]:
    """Return the parts of the yearly inventory: late in one year, and done in another."""
    return [
        {"letter": "a", "tekst": "De plannen aanleveren", "eigenaar": ["gemeenten"], "per_gemeente": True,
         "herhaling": "jaarlijks", "eerste_jaar": 2022, "uiterlijk": "05-31", "deadline_tekst": "voor 1 juni",
         "verwant": [4], "opmerkingen": "Verzonnen: in 2021 was er nog geen formulier.", "voortgang": [
             _progress(2022, "Nevelrade", "afgerond", datum="2022-05-20"),
             _progress(2022, "Kwartelbroek", "open"),
             _progress(2023, "Nevelrade", "afgerond", datum="2023-05-02"),
             _progress(2023, "Kwartelbroek", "afgerond", datum="2023-05-30"),
         ], **_SOURCE},
        {"letter": "b", "tekst": "Het overzicht maken", "herhaling": "jaarlijks", "eerste_jaar": 2021,
         "uiterlijk": "06-30", "voortgang": [
             _progress(2021, None, "afgerond", datum="2021-06-28"), _progress(2022, None, "open"),
             _progress(2023, None, "afgerond", datum="2023-06-30"),
         ], **_SOURCE},
        {"letter": "c", "tekst": "Het formulier opnieuw bekijken", "deadline": "2023", "tussendeadline": "2022-12",
         "pas_na": [5], "voorwaarde": "na twee keer invullen", "status": "afgerond", "status_datum": "2023-02-01",
         **_SOURCE},
    ]  # fmt: skip


def _others() -> list[Data]:
    """Return what the fictional agreement asks for outside its numbered actions."""
    return [
        {"id": "loket", "paragraaf": "par. 4", "groep": "Kennis", "tekst": "Een loket voor vragen openhouden",
         "eigenaar": ["provincie"], "herhaling": "periodiek", "verwant": [6], "status": "loopt",
         "status_datum": "2022-01-15", "opmerkingen": "Verzonnen.", **_SOURCE},
        {"id": "participatie", "paragraaf": "par. 4", "groep": "Kennis", "tekst": "Bewoners laten meedoen",
         "eigenaar": ["gemeenten"], "per_gemeente": True, "deadline": "2023", "tussendeadline": "2022",
         "deadline_tekst": "in", "voorwaarde": "na de woonvisie", "pas_na": [10],
         "voortgang": [_progress(2023, "Nevelrade", "open")], "onderdelen": [
             {"letter": "a", "tekst": "Een werkwijze vaststellen", **_SOURCE},
         ], **_SOURCE},
        {"id": "cijfers", "paragraaf": "par. 4", "tekst": "Elk jaar de cijfers delen", "eigenaar": ["we"],
         "herhaling": "jaarlijks", "eerste_jaar": 2022, "uiterlijk": "12-15",
         "voortgang": [_progress(2022, None, "afgerond")], **_SOURCE},
    ]  # fmt: skip


def _projects() -> list[Data]:
    """Return the key projects that were designated: those of plans, one that a plan names, and some without a plan."""
    urban = {"soort": "stedelijk", "doel": "versnelling"}
    radial = {"soort": "radialen", "doel": "versnelling"}
    vital = {"soort": "thematisch", "doel": "vitaliteit"}
    found: list[Data] = [
        {"id": "sp-stationskade", "naam": "Stationskade Toverlamp", "gemeente": "Nevelrade", "woningen": 400,
         "precisie": "circa", "marge": 20, "precisiewoord": "zo'n", **urban},
        {"id": "sp-gasklok", "naam": "Gasklok Fluitketel", "gemeente": "Nevelrade", "woningen_min": 300,
         "woningen_max": 320, **urban},
        {"id": "sp-weverij", "naam": "Weverij Spinnewiel", "gemeente": "Kwartelbroek", **urban},
        {"id": "haven", "naam": "Havengebied", "gemeente": "Nevelrade", **urban,
         "opmerkingen": "Verzonnen: Havenhoofd Kompas is er een deel van."},
        {"id": "sp-snippenpark", "naam": "Snippenpark", "gemeente": "Kwartelbroek", **urban},
        {"id": "wolkenveld", "naam": "Wolkenveld", "gemeente": "Nevelrade", **urban,
         "opmerkingen": "Verzonnen: er is nog geen plan."},
        {"id": "sp-radiaal-oost", "naam": "Oostelijke radiaal", "gemeente": "Spreeuwhuizen",
         "gebied": "Radiaal Spreeuwhuizen", **radial},
        {"id": "sp-radiaal-dorp", "naam": "Dorpsrand aan de radiaal", "gemeente": "Spreeuwhuizen",
         "gebied": "Radiaal Spreeuwhuizen", **radial},
        {"id": "sp-radiaal-haven", "naam": "Buitenhaven Zandloper", "gemeente": "Zwaluwmonde",
         "gebied": "Radiaal Zwaluwmonde", "woningen": 120, **radial},
        {"id": "sp-zorg-linde", "naam": "Zorgerf Vingerhoed", "gemeente": "'t Futerveld",
         "thema": "wonen en zorg", **vital},
        {"id": "sp-kern-gorzenoord", "naam": "Vitale kern Gorzenoord", "thema": "vitale kernen", **vital},
    ]  # fmt: skip
    return [{**project, **_SOURCE} for project in found]


_DAY = "2024-02-01"


def _difference(name: str, low: int | None, high: int | None, reden: str) -> Data:
    ends = {"ondergrens": low, "bovengrens": high}
    return {
        "id": name,
        **{key: value for key, value in ends.items() if value is not None},
        "reden": reden,
        "datum": _DAY,
    }


# 'tempo.2020-2030' is left out, so that one difference stands there unexplained.
VERSCHILLEN = (
    _difference("aandeel.aandeel-sperwerland", 0, -1500, "Een kwart is alleen de ondergrens (verzonnen)."),
    _difference("geheel.ambitie-provincie", 0, 1500, "Met de bovengrens past het geheel niet meer (verzonnen)."),
    _difference("tempo.2020-2029", 0, -1500, "Het tempo haalt alleen de ondergrens (verzonnen)."),
    _difference("uitspraak.ambitie-samenvatting", 0, None, "De samenvatting noemt een grens (verzonnen)."),
    {**_difference("dekking.ambitie", None, None, "Door wat onbekend is niet te zeggen (verzonnen)."),
     "peildatum": "2024-01-01"},
    {**_difference("controle.hard", None, None, "Van een deel van de plannen is de status onbekend (verzonnen)."),
     "peildatum": "2024-01-01"},
    {**_difference("tempo_hard.7", None, None, "Ook zachte plannen moeten in dat tempo hard worden (verzonnen)."),
     "peildatum": "2024-01-01"},
)  # fmt: skip
BEVINDINGEN = (
    {"regel": "WP409", "plan": "sp-flex-weide", "peildatum": "2024-01-01",
     "reden": "Langere contracten zijn in dit verzonnen geval afgesproken.", "datum": _DAY},
)  # fmt: skip


def bekend() -> Data:
    """Return what is accepted with a reason, one contradiction in words, and one part that is missing."""
    return {
        "versie": 1,
        "bron": "woonvisie",
        "vindplaats": "verzonnen",
        **FICTIEF,
        "verschillen": list(VERSCHILLEN),
        "bevindingen": list(BEVINDINGEN),
        "tegenspraken": [
            {
                "id": "F1",
                "onderwerp": "tot en met 2030",
                "vindplaatsen": ["titel (verzonnen)", "par. 3 (verzonnen)"],
                "uitleg": "Verzonnen: de titel loopt tot 2030, de paragraaf tot en met 2030. Beide zijn een telling.",
                "bron": "woonvisie",
                "vindplaats": "titel en par. 3 (verzonnen)",
                **FICTIEF,
            }
        ],
        "ontbrekend": [
            {
                "onderdeel": "kaart van de radialen (verzonnen)",
                "bron": "woonvisie",
                "vindplaats": "par. 4 (verzonnen)",
                **FICTIEF,
            }
        ],
    }
