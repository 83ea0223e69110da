"""`gemeenten.yaml` of the fictional region: documents, targets, municipalities and their stock."""

from __future__ import annotations

from region.dice import Dice
from region.places import BUREN, PLACES, PROVINCIE, REGIO, Place

FICTIEF = {"herkomst": "fictief"}
YEARS = range(2012, 2024)
Data = dict[str, object]


def bronnen() -> list[Data]:
    """Return the documents that figures refer to: they say themselves that they do not exist."""
    titles = (
        ("woonvisie", "FICTIEF: Woonvisie Sperwerland 2020-2024", "Woonvisie (fictief)", "regio Sperwerland (fictief)"),
        ("woondeal", "FICTIEF: Woondeal Sperwerland", "Woondeal (fictief)", "provincie Veldoever (fictief)"),
        ("voorraad", "FICTIEF: Woningvoorraad Sperwerland", "Voorraad (fictief)", "statistiekbureau (fictief)"),
        ("monitor", "FICTIEF: Planmonitor Veldoever", "Planmonitor (fictief)", "provincie Veldoever (fictief)"),
    )
    made: list[Data] = [
        {
            "id": name,
            "titel": title,
            "kort": short,
            "uitgever": publisher,
            "opmerkingen": "Verzonnen: dit document bestaat niet. Gemaakt met examples/generate.py.",
        }
        for name, title, short, publisher in titles
    ]
    made[0] |= {"datum": "2020-03"}
    made[1] |= {"datum": "2022-10-04"}
    # Reserved for examples (RFC 2606): it leads nowhere.
    made[3] |= {"adres": "https://planmonitor.example", "licentie": "geen, verzonnen", "sha256": "0" * 64}
    return made


def statusdefinities() -> list[Data]:
    """Return a definition of hard and soft from before the national one, that an older state could follow."""
    return [
        {
            "id": "veldoever-2019",
            "naam": "Verzonnen definitie van voor de landelijke basisset",
            "hard": ["1A", "1B", "1C", "2A", "2B", "2C"],
            "zacht": ["3", "4A", "4B"],
            "telt_niet": ["5A", "5B"],
            "datum": "2019",
            "bron": "monitor",
            "vindplaats": "hfst. 2 (verzonnen)",
        }
    ]


def opgaven() -> list[Data]:
    """Return two sets of targets, the first with two readings of its period."""
    visie: list[Data] = [
        _statement("ambitie", "ambitie", REGIO, 8500, 10000, circa=True) | {"marge": 250},
        {
            "id": "ambitie-samenvatting",
            "soort": "ambitie",
            "regio": REGIO,
            "woningen": 8500,
            "precisie": "ruim",
            "precisiewoord": "ruim",
            "ruimere_programmering": "deels_inbegrepen",
            "ruimere_programmering_in": "lokale_behoefte",
            "opmerkingen": "De samenvatting van de verzonnen visie noemt alleen de ondergrens.",
        },
        _statement("behoefte", "lokale_behoefte", REGIO, sum(p.behoefte for p in PLACES))
        | {"ruimere_programmering": "inbegrepen"},
        _statement("extra-opgave", "extra_opgave", REGIO, 870, 2370),
        _statement("tempo", "tempo", REGIO, 850),
        _statement("uitbreiding-hard", "uitbreiding_hard", REGIO, 3000, circa=True),
        _statement("extra-ruimte", "extra_ruimte", REGIO, 500) | {"precisie": "maximaal", "precisiewoord": "hooguit"},
        {"id": "ambitie-provincie", "soort": "ambitie", "gebruikt": True, "provincie": PROVINCIE, "woningen": 34000},
        _share("aandeel-sperwerland", REGIO, 1),
        _share("aandeel-buren", BUREN, 3),
    ]
    for place in PLACES:
        key = place.code.lower()
        visie.append(_statement(f"ambitie-{key}", "ambitie", place, *place.ambitie))
        visie.append(_statement(f"behoefte-{key}", "lokale_behoefte", place, place.behoefte))
    deal = [_statement("deal", "ambitie", REGIO, 6500) | {"precisie": "minimaal", "precisiewoord": "ten minste"}]
    deal += [_statement(f"deal-{place.code.lower()}", "ambitie", place, place.deal) for place in PLACES]
    return [
        {
            "id": "woonvisie",
            "naam": "Woonvisie Sperwerland (fictief)",
            "versie": "2020-2024",
            "standaard": True,
            "bron": "woonvisie",
            "vindplaats": "par. 3 (verzonnen)",
            **FICTIEF,
            "tellingen": [
                {
                    "id": "2020-2029",
                    "van": "2020-01-01",
                    "tot": "2030-01-01",
                    "standaard": True,
                    "toelichting": "Tot 1 januari 2030, tien jaar.",
                },
                {
                    "id": "2020-2030",
                    "van": "2020-01-01",
                    "tot": "2031-01-01",
                    "toelichting": "Tot en met 2030, elf jaar.",
                },
            ],
            "uitspraken": [_placed(row, "par. 3", at) for at, row in enumerate(visie, 1)],
            "segmentdoelen": [_placed(row, "par. 4", at) for at, row in enumerate(_goals(), 1)],
        },
        {
            "id": "woondeal",
            "naam": "Woondeal Sperwerland (fictief)",
            "versie": "2022-10-04",
            "bron": "woondeal",
            **FICTIEF,
            "tellingen": [
                {"id": "2022-2030", "van": "2022-01-01", "tot": "2031-01-01", "standaard": True},
                {"id": "2023-2030", "van": "2023-01-01", "tot": "2031-01-01", "toelichting": "Vanaf het jaar erna."},
            ],
            "uitspraken": [_placed(row, "tabel 1", at) for at, row in enumerate(deal, 1)],
            "segmentdoelen": [_placed(row, "tabel 2", at) for at, row in enumerate(_deal_goals(), 1)],
        },
    ]


def _goals() -> list[Data]:
    """Return the targets for segments: shares and numbers, minima and maxima, of the region and of municipalities."""
    affordable = ["sociale_huur", "middenhuur", "betaalbare_koop"]
    one, two, *_ = PLACES
    return [
        {
            "id": "doel-betaalbaar", "naam": "betaalbaar", "segment": affordable, "regio": REGIO,
            "teller": 2, "noemer": 3,
        },
        {
            "id": "doel-sociale-huur", "segment": ["sociale_huur"], "regio": REGIO, "teller": 30, "noemer": 100,
            "precisie": "circa",
        },
        {"id": "doel-flexwonen", "segment": ["flexwoningen"], "regio": REGIO, "woningen": 150},
        {
            "id": f"doel-sociale-huur-{one.code.lower()}", "segment": ["sociale_huur"], "gemeente": one.naam,
            "woningen_min": 250, "woningen_max": 320,
        },
        {
            "id": f"doel-duur-{two.code.lower()}", "naam": "duur", "segment": ["dure_huur", "dure_koop"],
            "gemeente": two.naam, "teller": 40, "noemer": 100, "precisie": "maximaal",
        },
    ]  # fmt: skip


def _deal_goals() -> list[Data]:
    """Return the targets of the deal: one for every part that those of the vision leave out."""
    return [
        {"id": "deal-eengezins", "segment": ["eengezins"], "regio": REGIO, "teller": 1, "noemer": 2}
        | {"precisie": "maximaal", "precisiewoord": "hooguit"},
        {"id": "deal-meergezins", "segment": ["meergezins"], "regio": REGIO, "woningen": 3000}
        | {"precisie": "circa", "marge": 100},
        {"id": "deal-zorg", "segment": ["nultreden", "geclusterd", "zorggeschikt"], "regio": REGIO, "woningen": 1500}
        | {"naam": "geschikt voor zorg", "precisie": "ruim", "opmerkingen": "Verzonnen doel."},
        {"id": "deal-gewoon", "segment": ["regulier"], "regio": REGIO, "teller": 3, "noemer": 4}
        | {"precisie": "maximaal"},
        {"id": "deal-blijvend", "segment": ["regulier_permanent"], "regio": REGIO, "teller": 9, "noemer": 10}
        | {"precisie": "minimaal"},
    ]  # fmt: skip


def _statement(
    name: str, soort: str, area: str | Place, low: int, high: int | None = None, *, circa: bool = False
) -> Data:
    where: Data = {"regio": area} if isinstance(area, str) else {"gemeente": area.naam}
    homes: Data = {"woningen": low} if high is None else {"woningen_min": low, "woningen_max": high}
    row: Data = {"id": name, "soort": soort, "gebruikt": True, **where, **homes}
    if circa:
        row["precisie"] = "circa"
    if soort == "ambitie":
        row["ruimere_programmering"] = "niet_inbegrepen"
    return row


def _share(name: str, regio: str, teller: int) -> Data:
    share = {"van_uitspraak": "ambitie-provincie", "teller": teller, "noemer": 4}
    return {"id": name, "soort": "aandeel", "gebruikt": True, "regio": regio, **share}


def _placed(row: Data, part: str, at: int) -> Data:
    bron = "woonvisie" if part == "par. 3" else "woondeal"
    return {**row, "bron": bron, "vindplaats": f"{part} (verzonnen regel {at})", **FICTIEF}


def gemeente(place: Place) -> Data:
    """Return a municipality without its stock."""
    return {
        "naam": place.naam,
        "code": place.code,
        "aliassen": [f"{place.naam} (Spl.)"],
        "provincie": PROVINCIE,
        "positie": place.positie,
        "positie_vindplaats": "Woonvisie (fictief), par. 2",
        "strategieen": list(place.strategieen),
        "strategieen_vindplaats": "Woonvisie (fictief), par. 4",
        "bron": "voorraad",
        "vindplaats": "tabel 1 (verzonnen)",
        **FICTIEF,
    }


OUDE_GEMEENTE: Data = {
    "naam": "Ambt Nevelrade",
    "code": "GM9911",
    "van": "1818-01-01",
    "tot": "2010-01-01",
    "opgegaan_in": ["Nevelrade"],
    **FICTIEF,
}
"""One that became part of another before the figures of the region begin."""


def voorraad(place: Place, seed: int) -> dict[int, dict[str, int]]:
    """Return the stock of a municipality, year by year; every row closes."""
    dice = Dice(seed, "voorraad", place.code)
    years: dict[int, dict[str, int]] = {}
    begin = place.voorraad
    for year in YEARS:
        # Fewer homes were built in 2013 and 2014 than before and after, as in any region that does exist.
        pace = 55 if year in (2013, 2014) else 100 + 4 * (year - 2012)
        added = {
            "nieuwbouw": place.groei * pace * dice.number(75, 125) // 10000,
            "overige_toevoeging": place.groei * dice.number(12, 30) // 100,
            "sloop": place.groei * dice.number(4, 22) // 100,
            "overige_onttrekking": place.groei * dice.number(3, 9) // 100,
            "correctie": dice.number(-3, 3),
        }
        saldo = added["nieuwbouw"] + added["overige_toevoeging"] + added["correctie"]
        saldo -= added["sloop"] + added["overige_onttrekking"]
        years[year] = {"beginstand": begin, **added, "saldo": saldo, "eindstand": begin + saldo}
        begin += saldo
    return years
