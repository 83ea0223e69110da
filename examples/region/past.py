"""Plans over the years: what becomes of each from one reference date to the next, by chance and by hand."""

from __future__ import annotations

from region.base import Base
from region.dice import Dice

Data = dict[str, object]
FIRST, LAST = 2020, 2024
_HARDER = {"5A": "4B", "4B": "4A", "4A": "3", "3": "2A", "2A": "1A", "2C": "2A", "1C": "1A", "2B": "1A", "1B": "1A"}
_LATER = 2
"""Most years that a plan is put off at once."""


def states(bases: list[Base], seed: int) -> dict[int, list[Data]]:
    """Return the records of every year, each year made from the one before it."""
    rows = [*BY_HAND, *(_first(base, Dice(seed, "begin", base.id)) for base in bases)]
    found = {}
    for year in range(FIRST, LAST + 1):
        if year > FIRST:
            named = {row["id"] for row in BY_HAND} | {"wilgenroos", *(f"futerveld-{number}" for number in (1, 2, 3))}
            rows = [r for old in rows for r in ([old] if old["id"] in named else _next(old, year, seed))]
            rows = _by_hand(rows, year)
        found[year] = [dict(row) for row in rows]
    return found


def _first(base: Base, dice: Dice) -> Data:
    size = base.woningen
    row: Data = {
        "id": base.id,
        "naam": base.naam,
        "gemeente": base.place.naam,
        "plaats": dice.pick(base.place.kernen),
        "vertrouwelijkheid": dice.weighted({"openbaar": 80, "regio": 10, "gemeente": 10}),
        "planstatus": dice.weighted({"1A": 14, "2A": 20, "1C": 5, "3": 28, "4A": 18, "4B": 10, "5A": 5}),
        "plantype": base.plantype,
    }
    if dice.chance(8):
        return row
    row |= {"woningen": size, "gerealiseerd": 0}
    if dice.chance(75):
        row["oplevering"] = {str(FIRST + dice.number(2, 7)): size}
    return row


def _next(old: Data, year: int, seed: int) -> list[Data]:
    """Return what becomes of a record in a year: mostly nothing."""
    row, dice = dict(old), Dice(seed, "jaar", year, old["id"])
    if row.get("telt_mee") is False or row.get("soort") == "verzamelpost":
        return [row]
    if dice.chance(3):
        return []
    if dice.chance(4):
        reason = dice.pick(("de eigenaar ziet ervan af", "niet uitvoerbaar", "de grond is verkocht"))
        day = f"{year - 1}-{dice.number(1, 12):02d}-01"
        return [row | {"telt_mee": False, "vervallen": day, "reden": f"Verzonnen: {reason}."}]
    return [_goes_on(row, year, dice)]


def _goes_on(row: Data, year: int, dice: Dice) -> Data:
    """Return a record that neither lapses nor disappears: harder, larger, later, or with homes delivered."""
    homes, done = row.get("woningen"), row.get("gerealiseerd")
    status = str(row["planstatus"])
    if dice.chance(22):
        row["planstatus"] = _HARDER.get(status, status)
    elif status == "2A" and dice.chance(6):
        row["planstatus"] = "3"
    if not isinstance(homes, int) or not isinstance(done, int):
        if dice.chance(40):
            row |= {"woningen": dice.number(8, 90), "gerealiseerd": 0}
        return row
    if status in ("1A", "2A") and done < homes and dice.chance(35):
        now = min(homes - done, max(4, homes * dice.number(20, 60) // 100))
        row["gerealiseerd"] = done + now
        row.pop("oplevering", None)
        if homes > done + now:
            row["oplevering"] = {str(year + dice.number(0, 2)): homes - done - now}
        return row
    if dice.chance(8):
        homes = max(homes + homes * dice.number(-20, 30) // 100, done + 1)
        row["woningen"] = homes
        if "oplevering" in row:
            row["oplevering"] = {next(iter(row["oplevering"])): homes - done}  # type: ignore[call-overload]
    if "oplevering" in row and dice.chance(14):
        first = int(next(iter(row["oplevering"])))  # type: ignore[call-overload]
        row["oplevering"] = {str(first + dice.number(1, _LATER)): homes - done}
    if dice.chance(4):
        row["opmerkingen"] = f"Verzonnen opmerking uit {year}."
    return _in_time(row, year)


def _in_time(row: Data, year: int) -> Data:
    """Return a record of which no homes should have come before its year: they are put off to it."""
    left = row.get("oplevering")
    if isinstance(left, dict) and int(next(iter(left))) < year:
        row["oplevering"] = {str(year): next(iter(left.values()))}
    return row


def _by_hand(rows: list[Data], year: int) -> list[Data]:
    """Return the same with one of everything that chance may leave out: each in a year of its own."""
    by_id = {str(row["id"]): dict(row) for row in rows}
    if year == 2021:
        # What stood together until then, plan by plan.
        del by_id["post-futerveld"]
        for number, (name, homes) in enumerate((("Kikkerbos", 14), ("Salamanderhof", 9), ("Padderpoel", 12)), 1):
            by_id[f"futerveld-{number}"] = _new(f"futerveld-{number}", name, "'t Futerveld", "3", homes)
    if year == 2022:
        whole = by_id.pop("lisdodde")
        for letter, homes in (("a", 60), ("b", 75)):
            name = f"lisdodde-{letter}"
            by_id[name] = {**whole, **_new(name, f"Lisdodde {letter}", "Nevelrade", "2A", homes), "was": "lisdodde"}
        renamed = {"id": "wilgenroos", "naam": "Wilgenroos", "was": "wilgeroos", "woningen": 44}
        by_id["wilgenroos"] = {**by_id.pop("wilgeroos"), **renamed}
    if year == 2023:
        one, two = by_id.pop("dotterbloem"), by_id.pop("zonnedauw")
        both = int(str(one["woningen"])) + int(str(two["woningen"]))
        by_id["dotter-en-dauw"] = _new("dotter-en-dauw", "Dotter en Dauw", "Zwaluwmonde", "3", both) | {
            "samengevoegd_uit": ["dotterbloem", "zonnedauw"]
        }
        # Another id without a word about it: a question, and no answer.
        moved = by_id.pop("kalmoes")
        by_id["kalmoes-2023"] = {**moved, "id": "kalmoes-2023"}
    if year == 2024:
        by_id["futerveld-1"] |= {"plantype": "verdichting"}
        by_id["futerveld-2"] |= {"gemeente": "Zwaluwmonde", "prioriteit": True}
        del by_id["futerveld-3"]["woningen"], by_id["futerveld-3"]["gerealiseerd"]
        by_id["wilgenroos"] |= {"prioriteit": True}
        by_id["moerasspirea"] = _new("moerasspirea", "Moerasspirea", "Kwartelbroek", "4A", 55)
    return list(by_id.values())


def _new(name: str, title: str, town: str, status: str, homes: int) -> Data:
    return {
        "id": name,
        "naam": title,
        "gemeente": town,
        "vertrouwelijkheid": "openbaar",
        "planstatus": status,
        "woningen": homes,
        "gerealiseerd": 0,
    }


BY_HAND: list[Data] = [
    {
        "id": "post-futerveld",
        "naam": "Kleine plannen 't Futerveld",
        "soort": "verzamelpost",
        "gemeente": "'t Futerveld",
        "vertrouwelijkheid": "openbaar",
        "planstatus": "zacht",
        "restant": 30,
        "precisie": "circa",
    },
    _new("lisdodde", "Lisdodde", "Nevelrade", "2A", 140),
    _new("wilgeroos", "Wilgeroos", "Kwartelbroek", "3", 40),
    _new("dotterbloem", "Dotterbloem", "Zwaluwmonde", "3", 18),
    _new("zonnedauw", "Zonnedauw", "Zwaluwmonde", "4A", 22),
    _new("kalmoes", "Kalmoes", "Spreeuwhuizen", "3", 35),
    # Nobody says what of it is built: what should be there by now may be there.
    {
        "id": "waterviolier",
        "naam": "Waterviolier",
        "gemeente": "Spreeuwhuizen",
        "vertrouwelijkheid": "openbaar",
        "planstatus": "1A",
        "woningen": 25,
        "oplevering": {"2022": 25},
    },
]
"""What stands in the first state because something is to become of it."""
