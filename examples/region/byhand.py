"""The plans that are not left to chance: key projects, plans in two municipalities, aggregates, flexible homes."""

from __future__ import annotations

from region.base import Base
from region.places import FUTERVELD, KWARTELBROEK, NEVELRADE, REGIO, SPREEUWHUIZEN, ZWALUWMONDE

_URBAN = {"soort": "stedelijk", "doel": "versnelling"}


def _theme(thema: str, doel: str) -> dict[str, str]:
    return {"soort": "thematisch", "gebied": f"Sleutelgebied {thema}", "thema": thema, "doel": doel}


def _radial(gebied: str) -> dict[str, str]:
    return {"soort": "radialen", "gebied": gebied, "doel": "versnelling"}


PLANS = (
    Base("sp-stationskade", "Stationskade Toverlamp", NEVELRADE, "transformatiegebied", "2A", 420,
         extra={"sleutelproject": _URBAN, "vertrouwelijkheid": "openbaar", "strategie": "stedelijk_wonen",
                "afwegingskader": "positief", "studentenwoningen": 90, "prioriteit": True}),
    Base("sp-gasklok", "Gasklok Fluitketel", NEVELRADE, "transformatiegebied", "1B", 310,
         extra={"sleutelproject": _URBAN, "vertrouwelijkheid": "openbaar", "strategie": "stedelijk_wonen",
                "transformatiepotentie": True}),
    Base("sp-weverij", "Weverij Spinnewiel", KWARTELBROEK, "transformatiegebied", "3", 260,
         extra={"sleutelproject": _URBAN, "vertrouwelijkheid": "regio", "strategie": "stedelijk_wonen",
                "knelpunten": ["stikstof", "onrendabele_top"], "jaar_hard": 2025}),
    Base("sp-havenhoofd", "Havenhoofd Kompas", NEVELRADE, "herstructurering", "3", 240,
         extra={"sleutelproject": {"id": "haven", **_URBAN}, "vertrouwelijkheid": "openbaar",
                "strategie": "stedelijk_wonen", "sloop": 96, "jaar_hard": 2025}),
    Base("sp-snippenpark", "Snippenpark", KWARTELBROEK, "verdichting", "4A", 205, form="grenzen",
         extra={"sleutelproject": _URBAN, "vertrouwelijkheid": "openbaar", "strategie": "stedelijk_wonen",
                "jaar_hard": 2027}),
    Base("sp-radiaal-oost", "Oostelijke radiaal", SPREEUWHUIZEN, "uitbreiding_uitleg", "2B", 180,
         extra={"sleutelproject": _radial("Radiaal Spreeuwhuizen"), "vertrouwelijkheid": "openbaar",
                "strategie": "wonen_langs_de_radialen", "afwegingskader": "positief"}),
    Base("sp-radiaal-dorp", "Dorpsrand aan de radiaal", SPREEUWHUIZEN, "uitbreiding_overig", "4B", 60,
         extra={"sleutelproject": _radial("Radiaal Spreeuwhuizen"), "vertrouwelijkheid": "provincie",
                "strategie": "wonen_langs_de_radialen"}),
    Base("sp-radiaal-haven", "Buitenhaven Zandloper", ZWALUWMONDE, "uitbreiding_uitleg", "3", 120,
         extra={"sleutelproject": _radial("Radiaal Zwaluwmonde"), "vertrouwelijkheid": "openbaar",
                "strategie": "wonen_langs_de_radialen", "jaar_hard": 2026}),
    Base("sp-zorg-linde", "Zorgerf Vingerhoed", FUTERVELD, "verdichting", "2A", 24,
         extra={"sleutelproject": _theme("wonen en zorg", "vitaliteit"), "vertrouwelijkheid": "openbaar",
                "strategie": "buiten_wonen", "afwegingskader": "positief",
                "zorg": {"nultreden": 8, "geclusterd": 12, "zorggeschikt": 4}}),
    Base("sp-flex-kade", "Flexkade Luchtballon", NEVELRADE, "verdichting", "1A", 80,
         extra={"sleutelproject": _theme("flexwonen", "versnelling"), "vertrouwelijkheid": "openbaar",
                "strategie": "stedelijk_wonen", "opdrachtgever": "woningcorporatie", "afwegingskader": "positief",
                "flex": {"flexwoningen": 80, "contract_maanden_min": 6, "contract_maanden_max": 24}}),
    Base("sp-flex-weide", "Flexweide Vlieger", KWARTELBROEK, "uitbreiding_overig", "3", 45,
         extra={"sleutelproject": _theme("flexwonen", "versnelling"), "vertrouwelijkheid": "gemeente",
                "strategie": "stedelijk_wonen", "jaar_hard": 2024,
                "flex": {"flexwoningen": 30, "regulier_permanent": 10, "onbekend": 5,
                         "contract_maanden_min": 12, "contract_maanden_max": 36}}),
    Base("sp-kern-gorzenoord", "Vitale kern Gorzenoord", ZWALUWMONDE, "herstructurering", "zacht", 0, form="onbekend",
         extra={"sleutelproject": _theme("vitale kernen", "vitaliteit"), "vertrouwelijkheid": "openbaar",
                "strategie": "buiten_wonen", "telt_mee": False,
                "reden": "omvang nog niet bekend; de woningen staan al in andere plannen (verzonnen)"}),
    Base("klaar-molenhof", "Molenhof Koekoeksklok", SPREEUWHUIZEN, "verdichting", "1A", 22,
         extra={"vertrouwelijkheid": "openbaar", "gerealiseerd": 22}),
    Base("grens-singel", "Singel op de grens", NEVELRADE, "verdichting", "2A", 96,
         extra={"gemeenten": ["Nevelrade", "Kwartelbroek"], "vertrouwelijkheid": "openbaar",
                "strategie": "stedelijk_wonen", "afwegingskader": "positief"}),
    Base("grens-duinzoom", "Duinzoom Weerhaan", ZWALUWMONDE, "uitbreiding_overig", "3", 64,
         extra={"gemeenten": ["Zwaluwmonde", "'t Futerveld"], "vertrouwelijkheid": "regio",
                "strategie": "buiten_wonen", "jaar_hard": 2026}),
    Base("grens-lint", "Lint zonder verdeling", SPREEUWHUIZEN, "uitbreiding_overig", "4A", 40,
         extra={"gemeenten": ["Spreeuwhuizen", "Kwartelbroek"], "vertrouwelijkheid": "openbaar",
                "strategie": "wonen_langs_de_radialen"}),
)  # fmt: skip

ONE_YEAR_ONLY = (
    Base("oud-molenerf", "Molenerf Pepermolen", SPREEUWHUIZEN, "verdichting", "1A", 18,
         extra={"vertrouwelijkheid": "openbaar", "gerealiseerd": 12}),
    Base("oud-ijsbaan", "IJsbaan Waskom", KWARTELBROEK, "transformatie", "4B", 75,
         extra={"vertrouwelijkheid": "openbaar"}),
    Base("oud-tol", "Tolhuisveld", FUTERVELD, "uitbreiding_overig", "4A", 35, extra={"vertrouwelijkheid": "gemeente"}),
)  # fmt: skip
"""Plans of the earlier state that are built or given up a year later."""

_FICTIEF = {"bron": "monitor", "herkomst": "fictief"}


def aggregates(year: int) -> list[dict[str, object]]:
    """Return the records that stand for plans nobody itemised."""
    return [
        {
            "id": "post-nevelrade-hard", "naam": "Kleine harde plannen Nevelrade", "soort": "verzamelpost",
            "gemeente": "Nevelrade", "vertrouwelijkheid": "openbaar", "planstatus": "hard", "precisie": "circa",
            "precisiewoord": "zo'n", "marge": 10, "restant": 140 if year == 2024 else 150,
            "vindplaats": "tabel 4 (verzonnen)", **_FICTIEF,
        },
        {
            "id": "post-kwartelbroek-zacht", "naam": "Kleine zachte plannen Kwartelbroek", "soort": "verzamelpost",
            "gemeente": "GM9902", "vertrouwelijkheid": "openbaar", "planstatus": "zacht", "restant": 90,
            "sloop_restant": 12, "vindplaats": "tabel 4 (verzonnen)", **_FICTIEF,
        },
        {
            "id": "post-regio-zacht", "naam": "Initiatieven in de regio", "soort": "verzamelpost", "regio": REGIO,
            "vertrouwelijkheid": "openbaar", "planstatus": "zacht", "woningen_min": 120 if year == 2024 else 90,
            "woningen_max": 260, "gerealiseerd": 0, "oplevering": {"2030-2034": 120, "onbekend": 140},
            "vindplaats": "tabel 5 (verzonnen)", **_FICTIEF,
        },
    ]  # fmt: skip
