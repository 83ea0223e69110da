"""What the matrix of a plan means for the register, and whether it adds up."""

from __future__ import annotations

from woonplan.exchange.fields import BY_KEY
from woonplan.exchange.layouts.draft import WP613, Draft
from woonplan.exchange.layouts.planmonitor.matrix import (
    GROUP_NAMES,
    GROUPS,
    WP629,
    Matrix,
    Span,
    planmonitor_text,
    read_matrix,
)
from woonplan.exchange.values.spelling import WP625
from woonplan.rule import Example, Rule

WP614 = Rule(
    code="WP614",
    naam="meer gerealiseerd dan gepland",
    wat="Het aantal dat gerealiseerd is, is groter dan het totaal, of het restant is kleiner dan 0.",
    waarom="Een restant onder 0 bestaat niet en zou andere plannen wegstrepen.",
    oplossing="Verhoog het totaal of verlaag het gerealiseerde aantal.",
    fout=Example(planmonitor_text("Nieuwbouw", "-3"), 2, 5, file="lijst.csv"),
    goed=Example(planmonitor_text("Nieuwbouw", "0"), file="lijst.csv"),
)
"""More delivered than there was to be."""

_NIEUWBOUW, _SLOOP = "woningen", "sloop"


def settle_matrix(draft: Draft, span: Span) -> None:
    """Turn the matrix of a plan into fields of the register; report what is unreadable and what does not add up."""
    matrix = read_matrix(draft, span)
    if matrix is None:
        return
    left = _homes(matrix)
    broken = _groups_close(matrix, matrix.main)
    for year in matrix.years:
        broken |= _groups_close(matrix, year, in_year=True)
    if left is not None and matrix.main != "jaren":
        _years(matrix, left, broken=broken)
    _splits(matrix)
    _demolition(matrix)


def _homes(matrix: Matrix) -> int | None:
    """Fill in the homes of the plan; return what is left of them, None where that is not known."""
    return {"jaren": _from_years, "rest": _from_rest, "totaal": _from_total}[matrix.main](matrix)


def _from_years(matrix: Matrix) -> None:
    values, years = matrix.draft.values, matrix.year_numbers(_NIEUWBOUW)
    if years:
        # What lies outside the window of years is not in the file, so this is what there is at least.
        values["restant"], values["precisie"] = sum(years.values()), "minimaal"
        values.update({f"oplevering.{year}": n for year, n in years.items()})


def _from_rest(matrix: Matrix) -> int | None:
    rest = matrix.number(_NIEUWBOUW, "rest")
    if rest is None and (_NIEUWBOUW, "rest") in matrix.empty:
        # An empty text is 0 where everything that was filled in closes at 0; otherwise the sums say so.
        rest = 0
    if rest is not None and rest < 0:
        matrix.say(WP614, matrix.cell(_NIEUWBOUW, "rest"), f"het restant is {rest}, minder dan 0")
    elif rest is not None:
        matrix.draft.values["restant"] = rest
    return rest


def _from_total(matrix: Matrix) -> int | None:
    values, total = matrix.draft.values, matrix.number(_NIEUWBOUW, "totaal")
    if total is None:
        return None
    values["woningen"] = total
    done = _realised(matrix, _NIEUWBOUW)
    if done is None:
        return None
    if done > total:
        _too_many(matrix)
        return None
    values["gerealiseerd"] = done
    return total - done


def _realised(matrix: Matrix, category: str) -> int | None:
    """Return what is realised of a category: an empty cell is 0 where the rest that the file gives equals the total."""
    total, done = matrix.number(category, "totaal"), matrix.number(category, "gerealiseerd")
    rest = matrix.number(category, "rest")
    if total is None:
        return done
    if "rest" not in matrix.measures:
        if done is None and category == _NIEUWBOUW:
            cell = matrix.cell(category, "gerealiseerd") or matrix.cell(category, "totaal")
            matrix.say(WP625, cell, "gerealiseerd is leeg; gelezen als 0, zoals Planmonitor Wonen zelf rekent")
        return done or 0
    if done is None:
        return 0 if rest == total else None
    if (rest or 0) != total - done and done <= total:
        where = matrix.where([category], "totaal")
        message = f"restcapaciteit {rest or 'leeg'}, maar totaal{where} {total} - gerealiseerd {done} = {total - done}"
        matrix.say(WP613, matrix.cell(category, "rest"), message, "Verbeter een van de drie.")
    return done


def _too_many(matrix: Matrix) -> None:
    """Report more realised than planned, for new-build and every category in which it comes back."""
    over = [
        key
        for key in (_NIEUWBOUW, *(key for keys in GROUPS.values() for key in keys))
        if (matrix.number(key, "gerealiseerd") or 0) > (matrix.number(key, "totaal") or 0)
    ]
    total, done = matrix.number(_NIEUWBOUW, "totaal"), matrix.number(_NIEUWBOUW, "gerealiseerd")
    cell = matrix.cell(_NIEUWBOUW, "rest") or matrix.cell(_NIEUWBOUW, "gerealiseerd")
    places = f"totaal{matrix.where([_NIEUWBOUW], 'totaal')} {total}, "
    places += f"gerealiseerd{matrix.where([_NIEUWBOUW], 'gerealiseerd')} {done}"
    message = f"meer gerealiseerd dan gepland: {places}; er zou {(total or 0) - (done or 0)} over zijn"
    if others := [BY_KEY[key].planmonitor for key in over if key != _NIEUWBOUW]:
        message += f". Hetzelfde bij {', '.join(others)}"
    matrix.say(WP614, cell, message)


def _groups_close(matrix: Matrix, measure: str, *, in_year: bool = False) -> bool:
    """Report groups that add up to something else than new-build; return whether there were any."""
    homes = matrix.number(_NIEUWBOUW, measure)
    sums = {block: matrix.group(block, measure) for block in GROUPS}
    off = {block: n for block, n in sums.items() if n is not None and n != (homes or 0)}
    if in_year:
        # A group of which no year is filled in is not there, and a year that is filled in for one is for all.
        started = {b for b in GROUPS if any(matrix.group(b, year) is not None for year in matrix.years)}
        off = {b: sums[b] or 0 for b in started if (sums[b] or 0) != (homes or 0)}
    if not off:
        return False
    shown = ", ".join(
        f"{GROUP_NAMES[b]}{matrix.where(GROUPS[b], measure)} {n}" for b, n in sorted(off.items(), key=_nth)
    )
    when = f"in {measure}: " if in_year else ""
    said = f"{homes}" if homes is not None else "leeg"
    message = f"{when}Nieuwbouw{matrix.where([_NIEUWBOUW], measure)} is {said}, maar {shown}"
    cell = matrix.cell(_NIEUWBOUW, measure) or next(
        (c for b in off for key in GROUPS[b] if (c := matrix.cell(key, measure))), None
    )
    matrix.say(WP613, cell, message)
    return True


def _nth(item: tuple[str, int]) -> int:
    return list(GROUPS).index(item[0])


def _years(matrix: Matrix, left: int, *, broken: bool) -> None:
    years = matrix.year_numbers(_NIEUWBOUW)
    if not years:
        return
    values, added = matrix.draft.values, sum(years.values())
    outside = left - added
    if outside == 0:
        years = {year: n for year, n in years.items() if n}
    cell = matrix.cell(_NIEUWBOUW, "rest") or matrix.cell(_NIEUWBOUW, "totaal")
    if outside < 0 or (outside > 0 and broken):
        message = f"de jaren{matrix.where([_NIEUWBOUW], 'jaren')} tellen op tot {added}, maar het restant is {left}"
        matrix.say(WP613, cell, message)
        return
    if outside and "rest" not in matrix.measures:
        message = f"de jaren tellen op tot {added}, maar het restant is {left}"
        matrix.say(WP613, cell, message)
        return
    values.update({f"oplevering.{year}": n for year, n in years.items()})
    if outside:
        values["oplevering.onbekend"] = outside
        message = f"de jaren {matrix.years[0]}-{matrix.years[-1]} tellen op tot {added} van {left}; {outside} woningen "
        message += "hebben geen jaar in deze kolommen en staan bij onbekend"
        matrix.say(WP629, cell, message)


def _splits(matrix: Matrix) -> None:
    """Take over the groups that close; a group in which nothing is filled in is unknown."""
    homes = matrix.number(_NIEUWBOUW, matrix.main)
    for block, keys in GROUPS.items():
        if matrix.group(block, matrix.main) == (homes or 0) and homes:
            found = {key: n for key in keys if (n := matrix.number(key, matrix.main))}
            matrix.draft.values.update(found)


def _demolition(matrix: Matrix) -> None:
    values = matrix.draft.values
    if matrix.main == "jaren":
        values.update({f"sloop_jaar.{year}": n for year, n in matrix.year_numbers(_SLOOP).items() if n})
    elif matrix.main == "rest":
        rest = matrix.number(_SLOOP, "rest")
        if rest is not None and rest < 0:
            matrix.say(WP614, matrix.cell(_SLOOP, "rest"), f"er is {rest} te slopen, minder dan 0")
        elif rest is not None:
            values["sloop_restant"] = rest
    else:
        total, done = matrix.number(_SLOOP, "totaal"), _realised(matrix, _SLOOP)
        if total is not None:
            values["sloop"] = total
        if total is not None and done is not None:
            _demolished(matrix, total, done)


def _demolished(matrix: Matrix, total: int, done: int) -> None:
    values = matrix.draft.values
    if done > total:
        message = f"meer gesloopt ({done}) dan gepland ({total})"
        matrix.say(WP614, matrix.cell(_SLOOP, "gerealiseerd"), message)
        return
    values["sloop_gerealiseerd"] = done
    years = {year: n for year, n in matrix.year_numbers(_SLOOP).items() if n}
    without = total - done - sum(years.values())
    if without < 0:
        message = f"de jaren van de sloop tellen op tot {sum(years.values())}, maar er is {total - done} te slopen"
        matrix.say(WP613, matrix.cell(_SLOOP, "totaal"), message)
    elif years:
        values.update({f"sloop_jaar.{year}": n for year, n in years.items()})
        if without:
            values["sloop_jaar.onbekend"] = without
