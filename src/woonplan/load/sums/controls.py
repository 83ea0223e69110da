"""The published totals in a plan file: whether its records add up to them."""

from __future__ import annotations

from collections.abc import Iterator

from woonplan.diagnostics import Diagnostic, Severity, quote
from woonplan.load.context import Entry, PlanRow
from woonplan.model.control import Planklasse
from woonplan.model.number import Number, total
from woonplan.model.stand import Standdeel
from woonplan.numerals import plural
from woonplan.rule import Example, Rule, plan_text

_CONTROLE = "controle:\n  - {id: nota-hard, klassen: [hard], woningen: 100, tolerantie: 2}\n"


def _hard(*left: str) -> str:
    return plan_text("beekstraat", "planstatus: hard", *left)


WP309 = Rule(
    code="WP309",
    naam="controletotaal klopt niet",
    wat="De plannen tellen niet op tot een totaal dat de bron geeft en dat bij 'controle' staat.",
    waarom="Een gemist of dubbel plan valt alleen op tegen een totaal van buiten.",
    oplossing="Zoek het plan dat afwijkt van zijn bron. Zijn de delen afgerond, geef dan een tolerantie met een reden.",
    hint="Zoek het record dat afwijkt van zijn bron.",
    fout=Example(_hard("restant: 97") + _CONTROLE, 7, 48),
    goed=Example(_hard("restant: 98") + _CONTROLE),
)
"""Records that miss a published total."""

WP316 = Rule(
    code="WP316",
    naam="controletotaal niet na te rekenen",
    wat="Bij een totaal in 'controle' hoort minstens een plan zonder aantal.",
    waarom="Wat onbekend is kan het verschil precies opvullen: de controle slaagt dan, maar bewijst niets.",
    oplossing="Vul de aantallen in, of ga na of er een regel is weggevallen.",
    fout=Example(_hard() + _CONTROLE, 6, 48),
    goed=Example(_hard("restant: 100") + _CONTROLE),
    severity=Severity.WAARSCHUWING,
)
"""A published total that cannot be checked."""


def control_sums(standdeel: Standdeel, rows: list[PlanRow]) -> Iterator[Diagnostic]:
    """Yield control totals of a file that the records of the state do not add up to."""
    if not standdeel.inhoud.controle:
        return
    # Added up once per class, however many control totals a file has.
    counted: dict[Planklasse, list[Number]] = {klasse: [] for klasse in Planklasse}
    wholes = {row.plan.id for row in rows if row.kind.aggregate and row.kind.telt_mee}
    for row in rows:
        if row.kind.sum is not None and not (row.kind.is_part and row.plan.onderdeel_van in wholes):
            counted[row.kind.sum].append(row.left)
    by_class = {klasse: total(homes) for klasse, homes in counted.items()}
    for i, controle in enumerate(standdeel.inhoud.controle):
        sums = total(by_class[klasse] for klasse in Planklasse if klasse in controle.klassen)
        low, high, margin = sums.low, sums.high, controle.tolerantie
        too_low = high is not None and not sums.unknown and high < controle.woningen - margin
        too_high = low is not None and low > controle.woningen + margin
        entry = Entry(standdeel.invoer.positions, ("controle", i), f"controle {quote(controle.id)}")
        if too_low or too_high:
            added = f"{' + '.join(dict.fromkeys(controle.klassen))} telt op tot {low if too_high else high}"
            within = f" (toegestaan verschil {margin})" if margin else ""
            yield entry.finding(WP309, f"{added}, maar de bron geeft {controle.woningen}{within}", "woningen")
        elif sums.unknown:
            # What is unknown may fill the total, so the sum proves nothing.
            records = f"{sums.unknown} van de records {plural(sums.unknown, 'heeft', 'hebben')} geen aantal"
            yield WP316.at(entry.place("woningen"), f"{entry.name} is niet na te rekenen: {records}")
