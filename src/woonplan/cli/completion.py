"""What the shell may complete: names from the register, values of closed lists. Silent whatever is wrong.

Names are read from the raw text, without validation: pressing Tab must be quick, and must never print a finding.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import typer

MAX_BYTES = 4_000_000
"""A plan file larger than this is not read for its ids: pressing Tab must not take seconds."""


def _start(names: Iterable[str], incomplete: str) -> list[str]:
    folded = incomplete.casefold()
    # A name with a line end would be two names to the shell, and an escape code would act when they are listed.
    return [name for name in names if name.casefold().startswith(folded) and name.isprintable()]


def _raw(path: Path) -> dict[str, Any]:
    from woonplan.yaml_io import RawFile, parse, read_text

    try:
        if path.stat().st_size > MAX_BYTES:
            return {}
    except OSError:
        return {}
    raw = read_text(path, path.name)
    document = parse(raw)[0] if isinstance(raw, RawFile) else None
    value = document.value if document else None
    return value if isinstance(value, dict) else {}


def _records(value: object, key: str) -> Iterator[str]:
    for record in value if isinstance(value, list) else []:
        if isinstance(record, dict) and isinstance(record.get(key), str):
            yield record[key]


def _data(context: typer.Context) -> Path:
    value = context.params.get("data")
    return Path(value) if value else Path("data")


def gemeenten(context: typer.Context, incomplete: str) -> list[str]:
    """Return the municipalities of the register that begin with what was typed."""
    return _start(_records(_raw(_data(context) / "gemeenten.yaml").get("gemeenten"), "naam"), incomplete)


def opgaven(context: typer.Context, incomplete: str) -> list[str]:
    """Return the sets of targets and their statements."""
    sets = _raw(_data(context) / "gemeenten.yaml").get("opgaven")
    names = list(_records(sets, "id"))
    for record in sets if isinstance(sets, list) else []:
        names += _records(record.get("uitspraken") if isinstance(record, dict) else None, "id")
    return _start(names, incomplete)


def tellingen(context: typer.Context, incomplete: str) -> list[str]:
    """Return the readings of the period of all sets of targets."""
    sets = _raw(_data(context) / "gemeenten.yaml").get("opgaven")
    names: dict[str, None] = {}
    for record in sets if isinstance(sets, list) else []:
        names |= dict.fromkeys(_records(record.get("tellingen") if isinstance(record, dict) else None, "id"))
    return _start(names, incomplete)


def plan_ids(context: typer.Context, incomplete: str) -> list[str]:
    """Return the ids of the records in the plan file."""
    chosen = context.params.get("plannen")
    path = Path(chosen) if chosen else _data(context) / "plannen.yaml"
    return _start(_records(_raw(path).get("plannen"), "id"), incomplete)


def explainable(context: typer.Context, incomplete: str) -> list[str]:
    """Return what `explain` knows without computing: terms, numbers that every register has, and plan ids."""
    from woonplan.model.begrippen import BEGRIPPEN

    rows = (f"gap.{name}" for name in BALANCE)
    pace = (f"gap.jaar.{name}" for name in PACE)
    audit = (f"reconcile.{name}" for name in RECONCILE)
    lists = (f"list.{name}" for name in LIST)
    names = [*(begrip.naam for begrip in BEGRIPPEN), *rows, *pace, *audit, *lists]
    if incomplete.casefold().startswith("gap.jaar."):
        names += _yearly(_raw(_data(context) / "gemeenten.yaml").get("opgaven"))
    year = re.match(r"report\.\d{4}\.", incomplete.casefold())
    names += [f"{year.group()}{name}" for name in REPORT] if year else []
    codes = rule_codes(incomplete) if incomplete[:1] in ("W", "w") else []
    return [*_start(names, incomplete), *codes, *plan_ids(context, incomplete)]


def rule_codes(incomplete: str) -> list[str]:
    """Return the codes of the rules of `check`."""
    from woonplan.checks.registry import REGELS

    return _start((rule.code for rule in REGELS), incomplete)


def rules(incomplete: str) -> list[str]:
    """Return what stands for rules: codes, and groups; of a list with commas the last is completed."""
    from woonplan.rule import GROEPEN

    before, comma, last = incomplete.rpartition(",")
    names = [*rule_codes(last), *_start((groep.split()[0] for groep in GROEPEN.values()), last)]
    return [f"{before}{comma}{name}" for name in names]


def _yearly(sets: object) -> Iterator[str]:
    """Yield the numbers of the years and readings that the standard set of targets has."""
    for record in sets if isinstance(sets, list) else []:
        if not isinstance(record, dict) or record.get("standaard") is not True:
            continue
        tellingen = record.get("tellingen")
        for telling in tellingen if isinstance(tellingen, list) else []:
            if not isinstance(telling, dict):
                continue
            if isinstance(telling.get("id"), str):
                yield f"gap.jaar.tempo.{telling['id'].replace('-', '_')}.per_jaar"
            bounds = [str(telling.get(key))[:4] for key in ("van", "tot")]
            if telling.get("standaard") is True and all(bound.isdecimal() for bound in bounds):
                years = range(*map(int, bounds))
                yield from (f"gap.jaar.{year}.{name}" for year in years for name in YEAR)


YEAR = ("hard", "zacht", "nodig", "cumulatief_hard", "cumulatief", "cumulatief_nodig")
"""The numbers of a year that completion offers; a test holds them against the tables."""

PACE = (
    "schema.opgave",
    "schema.per_jaar",
    "schema.stand",
    "schema.rest",
    "schema.rest_per_jaar",
    "schema.inhalen_vijf_jaar",
    "schema.inhalen_rest",
    "voorraad.hard",
    "voorraad.hard_en_zacht",
    "voorraad.hard_komende_jaren",
    "voorraad.hard_en_zacht_komende_jaren",
    "dekking.hard",
    "dekking.hard_en_zacht",
)
"""The numbers of the pace that completion offers; a test holds them against the tables."""

REPORT = (
    "woningvoorraad.totaal.saldo",
    "capaciteit.totaal.hard",
    "capaciteit.totaal.zacht",
    "capaciteit.totaal.opgave",
    "capaciteit.totaal.saldo",
    "dekking.totaal.dekking",
    "dekking.totaal.ruimte",
    "ligging.totaal.hard",
    "segmenten.totaal.woningen",
    "volledigheid.sloop.ontbreekt",
    "rijk.totaal.hard_netto",
)
"""The numbers of a report that completion offers; a test holds them against the tables."""

RECONCILE = (
    "dekking.ambitie.berekend",
    "dekking.ambitie.verschil",
    "dekking.behoefte.berekend",
    "dekking.behoefte.verschil",
    "behoefte_en_extra.berekend",
    "behoefte_en_extra.verschil",
)
"""The numbers of the audit that completion offers: those of comparisons that have no id of the register in their names.
A test holds them against the table."""

LIST = (
    "gemeenten.totaal.beginstand",
    "gemeenten.totaal.eindstand",
    "gemeenten.totaal.netto_toegevoegd",
    "gemeenten.totaal.plannen",
    "plannen.records",
    "plannen.buiten_telling",
    "plannen.zonder_aantal",
    "plannen.status_onbekend",
    "sleutelprojecten.records",
    "sleutelprojecten.zonder_aantal",
    "acties.nummers",
    "acties.teksten",
    "acties.zonder_eigenaar",
    "acties.zonder_deadline",
)
"""The numbers of lists that completion offers; a test holds them against the lists."""

BALANCE = (
    "ambitie",
    "gerealiseerd",
    "hard",
    "nog_hard_te_maken",
    "zacht",
    "nog_te_vinden",
    "saldo",
    "extra_ruimte",
    "saldo_met_extra_ruimte",
    "lokale_behoefte",
    "saldo_behoefte",
)
"""The rows of the balance that completion offers; a test holds them against the table."""


def values(*names: str) -> Callable[[str], list[str]]:
    """Return a completion of a closed list."""

    def complete(incomplete: str) -> list[str]:
        return _start(names, incomplete)

    return complete


BY = values("gemeente", "status", "plantype", "strategie", "positie", "sleutelsoort", "jaar")
TEGEN = values("ambitie", "behoefte")
SEVERITY = values("fout", "waarschuwing")
LISTS = values("acties", "sleutelprojecten", "gemeenten", "plannen", "bronnen", "opgaven", "begrippen", "regels")
SCHEMAS = values("gemeenten", "plannen", "agenda", "bekend")
FAIL_ON = values("tekort-ondergrens", "tekort-bovengrens")
STATUS = values("1A", "1B", "1C", "2A", "2B", "2C", "3", "4A", "4B", "5A", "5B", "hard", "zacht", "onbekend")
STRATEGIE = values("buiten_wonen", "wonen_langs_de_radialen", "stedelijk_wonen")
RAPPORT = values("jaar", "inventaris", "midterm", "rijk", "ladder", "raad")
VERTROUWELIJKHEID = values("openbaar", "regio", "provincie", "gemeente")
