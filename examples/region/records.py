"""A plan as it stands in a plan file at one reference date: every field that its source would give."""

from __future__ import annotations

from region.base import HARD, Base
from region.dice import Dice
from region.places import INBREIDING

Data = dict[str, object]
LATEST = 2024
WOONMILIEUS = ("hoogstedelijk", "woonwijk", "dorps wonen", "landelijk wonen")

_SOFTER = {"1A": "2A", "1B": "2B", "1C": "2C", "2A": "3", "2B": "3", "2C": "3", "3": "4A", "4A": "4B", "4B": "5A"}
_FASEN = {
    "hard": ("ontwerp", "voorbereiding", "bouwvoorbereiding"),
    "zacht": ("start", "initiatief", "definitie", "ontwerp"),
    "": ("studie", "onbekend"),
}
_KNELPUNTEN = {
    "ambtelijke_capaciteit": 14, "bereikbaarheid": 10, "flora_fauna": 6, "geluidshinder": 8, "grondpositie": 12,
    "beleid": 6, "maatschappelijk_draagvlak": 8, "nuts": 12, "onrendabele_top": 10, "spuitzones_milieu": 3,
    "stikstof": 14, "vervuilde_grond": 4, "anders": 3, "geen": 10,
}  # fmt: skip
_OPDRACHTGEVERS = {
    "gemeente": 12, "woningcorporatie": 24, "projectontwikkelaar": 36, "particulieren": 12, "meerdere": 10,
    "anders": 2, "onbekend": 4,
}  # fmt: skip
_PRIJZEN = (
    {"sociale_huur": 32, "middenhuur": 14, "dure_huur": 6, "betaalbare_koop": 26, "dure_koop": 22},
    {"sociale_huur": 70, "middenhuur": 20, "onbekend": 10},
    {"betaalbare_koop": 30, "dure_koop": 50, "koop_onbekend": 20},
    {"huur_onbekend": 40, "koop_onbekend": 40, "onbekend": 20},
)
_PHASED = 48
"""Most homes that one plan delivers in one year."""


def klasse(status: str) -> str:
    """Return the class of a status: hard, soft, or none."""
    return "hard" if status in HARD else "zacht" if status in ("1C", "2C", "3", "4A", "4B", "zacht") else ""


def record(base: Base, seed: int, year: int) -> Data:
    """Return a plan at 1 January of ``year``: the latest state, or the one before it with plans softer and smaller."""
    dice = Dice(seed, "record", base.id)
    earlier = Dice(seed, "eerder", base.id)
    status, homes = base.status, base.woningen
    part = "onderdeel_van" in base.extra
    if year < LATEST and not part:
        # Parts of an aggregate stay in its class: a softer part in a hard aggregate would be an error.
        status = _SOFTER.get(status, status) if earlier.chance(32) else status
        homes = homes - homes * earlier.number(8, 25) // 100 if earlier.chance(18) else homes
    own = klasse(status)
    row: Data = {"id": base.id, "naam": base.naam}
    if "gemeenten" not in base.extra:
        # Sources write a municipality in more than one way.
        row["gemeente"] = dice.weighted({base.place.naam: 88, base.place.code: 8, f"{base.place.naam} (Spl.)": 4})
    row["plaats"] = dice.pick(base.place.kernen)
    row["locaties"] = [f"Terrein {base.naam}"]
    circle = {"openbaar": 62, "regio": 13, "provincie": 10, "gemeente": 11, "": 4}
    row["vertrouwelijkheid"] = dice.weighted(circle) or None
    if dice.chance(15):
        row["opmerkingen"] = "Verzonnen plan, om tabellen en grafieken met inhoud te kunnen zien."
    row["planstatus"] = status
    done = _delivered(base, status, year)
    _progress(row, own, homes, done, dice)
    row |= _homes(base, homes, done)
    known = base.form == "een getal"
    left = homes - done
    if known or base.form == "restant":
        _demolition(row, base, homes, year, dice)
        _delivery(row, own, left, year, dice)
    row["plantype"] = base.plantype
    if base.plantype == "pand_transformatie" or dice.chance(6):
        row["transformatiepotentie"] = dice.chance(80)
    row["opdrachtgever"] = dice.weighted(_OPDRACHTGEVERS)
    if known:
        _splits(row, base, homes, dice)
    row["strategie"] = dice.pick(base.place.strategieen) if dice.chance(85) else None
    if dice.chance(97):
        row["woonmilieu"] = dice.pick(WOONMILIEUS[:2] if base.place.positie == "stedelijk" else WOONMILIEUS[2:])
    tested = {"positief": 74, "negatief": 8, "niet_getoetst": 8, "": 10}
    row["afwegingskader"] = dice.weighted(tested) or None
    if dice.chance(75):
        row["in_ontwikkeling"] = own == "hard" or dice.chance(40)
    row["bijgewerkt"] = f"{year - 1}-{dice.number(1, 12):02d}-{dice.number(1, 28):02d}"
    row |= {"bron": "monitor", "vindplaats": f"bijlage, plan {base.id} (verzonnen)", "herkomst": "fictief"}
    row |= {key: value for key, value in base.extra.items() if key != "gerealiseerd"}
    _by_hand(row, base, homes, left)
    return {key: value for key, value in row.items() if value is not None}


def _progress(row: Data, own: str, homes: int, done: int, dice: Dice) -> None:
    """Put in how far the plan is and what holds it up."""
    row["projectfase"] = _phase_of_project(own, homes, done, dice)
    if dice.chance(38):
        row["knelpunten"] = _bottlenecks(dice)
    if dice.chance(40):
        row["realisatiekans"] = 5 * (dice.number(15, 20) if own == "hard" else dice.number(4, 16))
    if dice.chance(30):
        row["prioriteit"] = dice.chance(60)
    if own == "zacht" and dice.chance(92):
        row["jaar_hard"] = LATEST + dice.number(0, 4)


def _delivered(base: Base, status: str, year: int) -> int:
    """Return how many homes of the plan are delivered: a year before the latest state half of it, or nothing yet."""
    dice = Dice("opgeleverd", base.id)
    if "gerealiseerd" in base.extra:
        return int(str(base.extra["gerealiseerd"])) * (100 if year == LATEST else 50) // 100
    if status not in ("1A", "1B") or not dice.chance(55):
        return 0
    share = dice.pick((15, 30, 45, 60, 100))
    before = dice.pick((0, 50))
    return base.woningen * share // 100 * (100 if year == LATEST else before) // 100


def _phase_of_project(own: str, homes: int, done: int, dice: Dice) -> str:
    if done:
        return "afgerond" if done == homes else dice.pick(("realisatie_tot_laatste_woning", "nazorg"))
    phase = dice.pick(_FASEN[own])
    return "realisatie_tot_eerste_woning" if phase == "bouwvoorbereiding" and dice.chance(40) else phase


def _bottlenecks(dice: Dice) -> list[str]:
    first = dice.weighted(_KNELPUNTEN)
    second = dice.weighted(_KNELPUNTEN)
    alone = first == second or "geen" in (first, second) or dice.chance(60)
    return [first] if alone else [first, second]


def _homes(base: Base, homes: int, done: int) -> Data:
    dice = Dice("aantal", base.id)
    if base.form == "onbekend":
        return {}
    if base.form == "restant":
        return {"restant": homes - done}
    if base.form == "grenzen":
        bounds = {"woningen_min": homes, "woningen_max": homes + max(4, homes // 4)}
        return {**bounds, "gerealiseerd": 0} if dice.chance(40) else bounds
    if base.form == "circa":
        word = dice.pick(("circa", "ongeveer", "zo'n"))
        return {"woningen": homes // 5 * 5 or 5, "precisie": "circa", "precisiewoord": word, "gerealiseerd": 0}
    return {"woningen": homes, "gerealiseerd": done}


def _demolition(row: Data, base: Base, homes: int, year: int, dice: Dice) -> None:
    rebuilt = base.plantype == "herstructurering"
    sloop = int(str(base.extra.get("sloop", homes * dice.number(30, 80) // 100 if rebuilt else 0)))
    if not rebuilt and dice.chance(18):
        # Nobody told: then the net number of the plan is unknown.
        return
    row["sloop"] = sloop
    if sloop:
        gone = sloop * dice.pick((0, 0, 25, 50)) // 100
        row["sloop_gerealiseerd"] = gone
        row["sloop_jaar"] = {year + dice.number(0, 2): sloop - gone} if dice.chance(80) else {"onbekend": sloop - gone}
    if dice.chance(12):
        row["soort_aantal"] = "bruto" if sloop else "netto"


def _delivery(row: Data, own: str, left: int, year: int, dice: Dice) -> None:
    """Put in the years in which the homes that are left are delivered."""
    first = LATEST + (dice.number(0, 3) if own == "hard" else dice.number(3, 6))
    # A year earlier the plan was hoped to be ready earlier.
    first = max(year, first - (1 if year < LATEST and dice.chance(35) else 0))
    if not left:
        return
    if not own or dice.chance(14):
        row["oplevering"] = {"onbekend": left}
        return
    building = str(row["projectfase"]).startswith("realisatie")
    row["start"] = year - 1 if building else first - 1
    if dice.chance(28):
        some = left * dice.number(50, 100) // 100
        later = f"{first}-{first + 3}"
        row["oplevering"] = {later: some, "onbekend": left - some} if some < left else {later: some}
        return
    years: dict[int | str, int] = {}
    at, pace = first, max(_PHASED, left // 5)
    while left and at < 2032:
        years[at] = min(pace, left)
        left -= years[at]
        at += 1
    if left:
        years["2032-2036"] = left
    row["oplevering"] = years


def _splits(row: Data, base: Base, homes: int, dice: Dice) -> None:
    urban = base.plantype in INBREIDING and base.place.positie == "stedelijk"
    if urban and homes > 60 and dice.chance(30):
        row["studentenwoningen"] = homes * dice.number(5, 25) // 100
    if dice.chance(96):
        types = {"eengezins": 25, "meergezins": 65, "onbekend": 10} if urban else {"eengezins": 75, "meergezins": 25}
        row["woningtype"] = dice.divide(homes, types)
    if dice.chance(95):
        # Most plans are mixed; of some only rent, only purchase, or nothing more than that is known.
        prices = dice.weighted({0: 60, 1: 14, 2: 16, 3: 10}) if homes < 100 else 0
        row["betaalbaarheid"] = dice.divide(homes, _PRIJZEN[prices])
    if dice.chance(40):
        care = {"nultreden": 25, "geclusterd": 10, "zorggeschikt": 5, "regulier": 45, "onbekend": 15}
        row["zorg"] = dice.divide(homes, care)
    if dice.chance(12):
        row["flex"] = {"flexwoningen": 0, "regulier_permanent": homes, "onbekend": 0}


def _by_hand(row: Data, base: Base, homes: int, left: int) -> None:
    """Mend what hangs on a field that was chosen by hand."""
    if "gemeenten" in base.extra and base.id != "grens-lint":
        first, second = base.extra["gemeenten"]  # type: ignore[misc]
        row["verdeling"] = {first: left * 2 // 3, second: left - left * 2 // 3}
    if base.extra.get("telt_mee") is False:
        row.pop("jaar_hard", None)
    for key in ("flex", "zorg"):
        split = base.extra.get(key)
        if isinstance(split, dict):
            row[key] = _scaled(split, homes)
    if "studentenwoningen" in base.extra:
        row["studentenwoningen"] = min(int(str(base.extra["studentenwoningen"])), homes)


def _scaled(split: dict[str, int], homes: int) -> dict[str, int]:
    """Return the split for another number of homes: the first part takes the difference."""
    first = next(iter(split))
    added = sum(number for name, number in split.items() if not name.startswith("contract"))
    return {**split, first: split[first] + homes - added}
