"""Do the numbers of a plan close, and do the records add up to the published totals?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import pairwise

from woonplan.diagnostics import Diagnostic, Severity, quote
from woonplan.load.context import Record
from woonplan.model.base import years_of
from woonplan.model.control import Planklasse
from woonplan.model.number import Number, Precisie, total
from woonplan.model.restant import te_slopen
from woonplan.model.source import Hoeveelheid
from woonplan.model.split import Betaalbaarheid, Flex, Woningtype, Zorg
from woonplan.model.stand import Deel

_CONTRACT = frozenset({"contract_maanden_min", "contract_maanden_max"})


def bounds_wrong(record: Hoeveelheid) -> tuple[str, str, str, str] | None:
    """Return code, key, message and hint when a number and its bounds contradict each other."""
    low, high = record.woningen_min, record.woningen_max
    if record.woningen is not None and (low is not None or high is not None):
        key = "woningen_min" if low is not None else "woningen_max"
        return "WP302", key, f"woningen en {key} staan er allebei", "Geef een getal, of een onder- en bovengrens."
    if low is not None and high is not None and low > high:
        message = f"woningen_min {low} is groter dan woningen_max {high}"
        return "WP301", "woningen_min", message, "Wissel de twee om of verbeter ze."
    if record.precisie not in (Precisie.EXACT, Precisie.CIRCA) and (low is not None or high is not None):
        hint = "Bij grenzen hoort alleen 'exact' of 'circa'."
        return "WP302", "precisie", f"precisie {record.precisie} past niet bij een onder- of bovengrens", hint
    return None


def plan_sums(row: Record) -> Iterator[Diagnostic]:
    """Yield what does not close inside one record."""
    plan = row.plan
    wrong = bounds_wrong(plan)
    if wrong:
        code, key, message, hint = wrong
        yield row.finding(code, message, hint, key)
        return
    number = plan.number()
    yield from _delivered(row, number)
    if plan.oplevering:
        yield from _phasing(row, "oplevering", plan.oplevering, row.left)
    if plan.sloop is not None and (plan.sloop_gerealiseerd or 0) > plan.sloop:
        message = f"sloop_gerealiseerd {plan.sloop_gerealiseerd} is meer dan sloop {plan.sloop}"
        yield row.finding("WP314", message, "Verbeter een van de twee.", "sloop_gerealiseerd")
    if plan.sloop_jaar:
        yield from _phasing(row, "sloop_jaar", plan.sloop_jaar, te_slopen(plan), "nog te slopen")
    yield from _splits(row, number)
    if plan.verdeling is not None:
        yield from _division(row, plan.verdeling)


def _delivered(row: Record, number: Number | None) -> Iterator[Diagnostic]:
    plan = row.plan
    if plan.restant is not None and plan.gerealiseerd is not None and number is None:
        hint = "Geef woningen en gerealiseerd, of alleen restant."
        yield row.finding("WP304", "restant en gerealiseerd staan er zonder woningen", hint, "restant")
    if number is None or number.high is None:
        return
    if plan.gerealiseerd is not None and plan.gerealiseerd > number.high:
        message = f"gerealiseerd {plan.gerealiseerd} is meer dan woningen {number.high}"
        yield row.finding("WP303", message, "Verbeter een van de twee.", "gerealiseerd")
    elif plan.restant is not None and plan.gerealiseerd is not None and number.exact:
        expected = number.high - plan.gerealiseerd
        if plan.restant != expected:
            message = f"restant {plan.restant} is niet woningen - gerealiseerd = {expected}"
            yield row.finding("WP304", message, "Laat restant weg: het volgt uit de andere twee.", "restant")
    elif plan.restant is not None and plan.restant > number.high:
        message = f"restant {plan.restant} is meer dan woningen {number.high}"
        yield row.finding("WP304", message, "Verbeter een van de twee.", "restant")
    if plan.studentenwoningen is not None and plan.studentenwoningen > number.high:
        message = f"studentenwoningen {plan.studentenwoningen} is meer dan woningen {number.high}"
        yield row.finding("WP315", message, "Verbeter een van de twee.", "studentenwoningen")


def _phasing(
    row: Record, key: str, fasering: Mapping[str, int], left: Number, what: str = "het restant"
) -> Iterator[Diagnostic]:
    for name, other in _overlaps(tuple(fasering)):
        message = f"{key}: {quote(other)} overlapt met {quote(name)}"
        yield row.finding("WP305", message, "Laat elk jaar maar in een periode vallen.", key, other, key=True)
    low, high = left.low, left.high
    added = sum(fasering.values())
    if left.unknown or left.circa or (low is not None and low <= added and (high is None or added <= high)):
        return
    expected = (
        f"{low}" if low == high else f"hoogstens {high}" if high is not None and added > high else f"minstens {low}"
    )
    if low is not None or high is not None:
        message = f"{key} telt op tot {added}, maar {what} is {expected}"
        yield row.finding("WP306", message, "Zet wat nog geen jaar heeft bij 'onbekend'.", key, key=True)


# Most plans of a register are phased in one of some hundred ways.
@lru_cache(maxsize=4096)
def _overlaps(perioden: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Return the periods that share a year with the one before them, each behind that one."""
    spans = sorted((years, periode) for periode in perioden if (years := years_of(periode)))
    return tuple((name, other) for (earlier, name), (later, other) in pairwise(spans) if later[0] <= earlier[1])


def _splits(row: Record, number: Number | None) -> Iterator[Diagnostic]:
    plan = row.plan
    splits: tuple[tuple[str, Woningtype | Betaalbaarheid | Zorg | Flex | None], ...] = (
        ("woningtype", plan.woningtype),
        ("betaalbaarheid", plan.betaalbaarheid),
        ("zorg", plan.zorg),
        ("flex", plan.flex),
    )
    homes = number if number is not None else row.left
    # "About 40" says nothing certain; of a range, the parts may not be more than its high end.
    if (number is None and plan.restant is None) or homes.circa or homes.high is None:
        return
    for key, split in splits:
        if split is None:
            continue
        parts = vars(split)
        values = [v for name, v in parts.items() if name not in _CONTRACT] if key == "flex" else list(parts.values())
        numbers = [v for v in values if v is not None]
        added = sum(numbers)
        # An absent part is unknown: it can fill what is missing, but not undo what is too much. Where 'onbekend' is
        # written, that is what fills it: nothing else is open.
        closed = split.onbekend is not None or len(numbers) == len(values)
        if added > homes.high or (homes.low is not None and added < homes.low and closed):
            bound = homes.high if added > homes.high else homes.low
            message = f"{key} telt op tot {added}, maar het plan heeft {bound} woningen"
            yield row.finding("WP307", message, "Zet wat niet bekend is bij 'onbekend'.", key, key=True)


def _division(row: Record, verdeling: Mapping[str, int]) -> Iterator[Diagnostic]:
    plan = row.plan
    if not plan.gemeenten:
        yield row.finding("WP209", "verdeling staat er zonder gemeenten", "Noem de gemeenten.", "verdeling", key=True)
        return
    left, added = row.left, sum(verdeling.values())
    low, high = left.low, left.high
    too_much, too_little = high is not None and added > high, low is not None and added < low
    if not left.unknown and not left.circa and (too_much or too_little):
        message = f"verdeling telt op tot {added}, maar het restant is {high if too_much else low}"
        yield row.finding("WP313", message, "Verdeel precies het restant.", "verdeling", key=True)


def aggregate_sums(rows: list[Record]) -> Iterator[Diagnostic]:
    """Yield aggregates whose parts are larger than the whole (design 2.4)."""
    parts: dict[str, list[Number]] = {}
    for row in rows:
        if row.kind.is_part and row.kind.telt_mee:
            parts.setdefault(row.plan.onderdeel_van or "", []).append(row.left)
    for row in rows:
        if not row.kind.aggregate or row.plan.id not in parts:
            continue
        whole, inside = row.left, total(parts[row.plan.id])
        low, high = inside.low, whole.high
        if whole.unknown or low is None or high is None or low <= high:
            continue
        severity = Severity.WAARSCHUWING if whole.circa else Severity.FOUT
        message = f"de onderdelen tellen op tot {low}, meer dan de verzamelpost zelf ({high})"
        hint = "Verhoog de verzamelpost of haal 'onderdeel_van' weg bij wat er niet in zit."
        yield row.finding("WP308", message, hint, severity=severity)


def control_sums(deel: Deel, rows: list[Record]) -> Iterator[Diagnostic]:
    """Yield control totals of a file that the records of the state do not add up to."""
    if not deel.inhoud.controle:
        return
    # Added up once per class, however many control totals a file has.
    counted: dict[Planklasse, list[Number]] = {klasse: [] for klasse in Planklasse}
    wholes = {row.plan.id for row in rows if row.kind.aggregate and row.kind.telt_mee}
    for row in rows:
        if row.kind.sum is not None and not (row.kind.is_part and row.plan.onderdeel_van in wholes):
            counted[row.kind.sum].append(row.left)
    by_class = {klasse: total(homes) for klasse, homes in counted.items()}
    for i, controle in enumerate(deel.inhoud.controle):
        sums = total(by_class[klasse] for klasse in Planklasse if klasse in controle.klassen)
        low, high = sums.low, sums.high
        too_low = high is not None and not sums.unknown and high < controle.woningen - controle.tolerantie
        too_high = low is not None and low > controle.woningen + controle.tolerantie
        if too_low or too_high:
            computed = low if too_high else high
            place = deel.invoer.positions.place(("controle", i, "woningen"))
            within = f" (toegestaan verschil {controle.tolerantie})" if controle.tolerantie else ""
            message = (
                f"controle {quote(controle.id)}: {' + '.join(dict.fromkeys(controle.klassen))} telt op tot {computed}, "
            )
            message += f"maar de bron geeft {controle.woningen}{within}"
            yield Diagnostic("WP309", message, place, "Zoek het record dat afwijkt van zijn bron.")
        elif sums.unknown:
            # What is unknown may fill the total, so the sum proves nothing.
            place = deel.invoer.positions.place(("controle", i, "woningen"))
            message = f"controle {quote(controle.id)} is niet na te rekenen: {sums.unknown} van de records "
            message += "heeft geen aantal" if sums.unknown == 1 else "hebben geen aantal"
            hint = "Vul de aantallen in, of ga na of er een regel is weggevallen."
            yield Diagnostic("WP316", message, place, hint, Severity.WAARSCHUWING)
