"""The targets in `gemeenten.yaml`: one choice of everything, and periods that exist."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from woonplan.diagnostics import Diagnostic, Severity, quote
from woonplan.load.context import Known
from woonplan.model.base import first_day
from woonplan.model.gemeente import Gemeentenbestand
from woonplan.model.stand import Path, Positions
from woonplan.model.target import Opgavenset, SoortUitspraak, Uitspraak
from woonplan.model.vocabulary import Planstatus


def target_findings(gebied: Gemeentenbestand, positions: Positions, known: Known) -> Iterator[Diagnostic]:
    """Yield what is wrong with names, documents and targets in `gemeenten.yaml`."""
    yield from _unique(gebied.bronnen, "id", ("bronnen",), positions)
    yield from _unique(gebied.opgaven, "id", ("opgaven",), positions)
    yield from _unique(gebied.statusdefinities, "id", ("statusdefinities",), positions)
    yield from _gemeente_names(gebied, positions)
    yield from _statuses(gebied, positions, known)
    for path, bron in _sources(gebied):
        if bron not in known.bronnen:
            hint = known.suggest(bron, known.bronnen) or "Zet het document bij 'bronnen'."
            yield Diagnostic("WP203", f"bron {quote(bron)} bestaat niet", positions.place(path), hint)
    if gebied.opgaven and sum(s.standaard for s in gebied.opgaven) != 1:
        yield Diagnostic(
            "WP211",
            "niet precies een opgave heeft 'standaard: true'",
            positions.place(("opgaven",), key=True),
            "Zet 'standaard: true' bij de opgave waarmee zonder --opgave gerekend wordt.",
        )
    uitspraken: dict[str, Uitspraak] = {}
    for i, opgave in enumerate(gebied.opgaven):
        yield from _readings(opgave, ("opgaven", i), positions)
        yield from _statements(opgave, ("opgaven", i), positions, known, uitspraken)
    for i, opgave in enumerate(gebied.opgaven):
        for j, uitspraak in enumerate(opgave.uitspraken):
            yield from _share(uitspraak, ("opgaven", i, "uitspraken", j), positions, uitspraken)


def _unique(records: tuple[Any, ...], key: str, path: Path, positions: Positions) -> Iterator[Diagnostic]:
    seen: dict[str, int] = {}
    for i, record in enumerate(records):
        name = str(getattr(record, key))
        if name in seen:
            first = positions.place((*path, seen[name], key))
            message = f"{key} {quote(name)} staat dubbel (eerder op {first})"
            yield Diagnostic("WP202", message, positions.place((*path, i, key)), "Geef elk een eigen naam.")
        seen.setdefault(name, i)


def _gemeente_names(gebied: Gemeentenbestand, positions: Positions) -> Iterator[Diagnostic]:
    owner: dict[str, int] = {}
    for i, gemeente in enumerate(gebied.gemeenten):
        named: list[tuple[Path, str]] = [(("naam",), gemeente.naam), (("code",), gemeente.code)]
        named += [(("aliassen", n), alias) for n, alias in enumerate(gemeente.aliassen)]
        for path, name in named:
            if owner.setdefault(name.casefold(), i) != i:
                message = f"{quote(name)} staat al bij een andere gemeente"
                place = positions.place(("gemeenten", i, *path))
                yield Diagnostic("WP202", message, place, "Geef elke gemeente eigen namen en een eigen code.")


def _statuses(gebied: Gemeentenbestand, positions: Positions, known: Known) -> Iterator[Diagnostic]:
    # The classes alone (hard, zacht, onbekend) mean themselves; a definition divides the statuses of the basic set.
    allowed = [str(s) for s in Planstatus if s not in (Planstatus.HARD, Planstatus.ZACHT, Planstatus.ONBEKEND)]
    for i, definitie in enumerate(gebied.statusdefinities):
        subject = f"statusdefinitie {quote(definitie.id)}: "
        owner: dict[str, str] = {}
        for key in ("hard", "zacht", "telt_niet"):
            for n, status in enumerate(getattr(definitie, key)):
                place = positions.place(("statusdefinities", i, key, n))
                if status not in allowed:
                    hint = known.suggest(status, allowed) or f"Kies uit: {', '.join(allowed)}."
                    yield Diagnostic("WP216", f"{subject}status {quote(status)} bestaat niet", place, hint)
                elif owner.setdefault(status, key) != key:
                    message = f"{subject}status {quote(status)} staat bij {owner[status]} en bij {key}"
                    yield Diagnostic("WP216", message, place, "Laat elke status maar bij een van de drie staan.")


def _sources(gebied: Gemeentenbestand) -> Iterator[tuple[Path, str]]:
    blocks: list[tuple[Path, Any]] = [(("voorraadbron",), gebied.voorraadbron)]
    blocks += [(("gemeenten", i), g) for i, g in enumerate(gebied.gemeenten)]
    blocks += [(("controle", i), c) for i, c in enumerate(gebied.controle)]
    blocks += [(("statusdefinities", i), d) for i, d in enumerate(gebied.statusdefinities)]
    for i, opgave in enumerate(gebied.opgaven):
        blocks.append((("opgaven", i), opgave))
        blocks += [(("opgaven", i, "uitspraken", j), u) for j, u in enumerate(opgave.uitspraken)]
    for path, block in blocks:
        if block is not None and block.bron is not None:
            yield (*path, "bron"), block.bron


def _readings(opgave: Opgavenset, path: Path, positions: Positions) -> Iterator[Diagnostic]:
    yield from _unique(opgave.tellingen, "id", (*path, "tellingen"), positions)
    if sum(t.standaard for t in opgave.tellingen) != 1:
        yield Diagnostic(
            "WP211",
            f"opgave {quote(opgave.id)}: niet precies een telling heeft 'standaard: true'",
            positions.place((*path, "tellingen"), key=True),
            "Zet 'standaard: true' bij de telling waarmee zonder --telling gerekend wordt.",
        )
    for i, telling in enumerate(opgave.tellingen):
        if first_day(telling.tot) <= first_day(telling.van):
            yield Diagnostic(
                "WP312",
                f"telling {quote(telling.id)} eindigt ({telling.tot}) niet na het begin ({telling.van})",
                positions.place((*path, "tellingen", i, "tot")),
                "'van' is de eerste dag, 'tot' de eerste dag erna.",
            )
            continue
        for key in ("van", "tot"):
            day = first_day(getattr(telling, key))
            if (day.month, day.day) != (1, 1):
                yield Diagnostic(
                    "WP317",
                    f"telling {quote(telling.id)}: {key} {getattr(telling, key)} is niet de eerste dag van een jaar",
                    positions.place((*path, "tellingen", i, key)),
                    "Schrijf 1 januari; 'tot' is de eerste dag na de periode.",
                    Severity.WAARSCHUWING,
                )


def _statements(
    opgave: Opgavenset, path: Path, positions: Positions, known: Known, seen: dict[str, Uitspraak]
) -> Iterator[Diagnostic]:
    used: dict[tuple[str, str], str] = {}
    for i, uitspraak in enumerate(opgave.uitspraken):
        at = (*path, "uitspraken", i)
        subject = f"uitspraak {quote(uitspraak.id)}: "
        if uitspraak.id in seen:
            message = f"{subject}dit id staat dubbel"
            yield Diagnostic("WP202", message, positions.place((*at, "id")), "Geef elke uitspraak een eigen id.")
        seen.setdefault(uitspraak.id, uitspraak)
        given = [key for key in ("gemeente", "regio", "provincie") if getattr(uitspraak, key)]
        if len(given) != 1:
            hint = "Geef precies een van gemeente, regio of provincie."
            yield Diagnostic("WP205", f"{subject}geen of meer dan een gebied", positions.place((*at, "id")), hint)
            continue
        area = str(getattr(uitspraak, given[0]))
        if given[0] == "gemeente" and area.casefold() not in known.gemeenten:
            hint = known.suggest(area, known.names) or "Zie de namen bij 'gemeenten'."
            message = f"{subject}gemeente {quote(area)} bestaat niet"
            yield Diagnostic("WP201", message, positions.place((*at, "gemeente")), hint)
        if uitspraak.gebruikt:
            name = known.gemeenten.get(area.casefold(), area) if given[0] == "gemeente" else area
            other = used.setdefault((uitspraak.soort, f"{given[0]} {name}"), uitspraak.id)
            if other != uitspraak.id:
                message = (
                    f"{subject}ook {quote(other)} is 'gebruikt' voor {uitspraak.soort} van {given[0]} {quote(name)}"
                )
                hint = "Laat een van de twee 'gebruikt: true' houden."
                yield Diagnostic("WP212", message, positions.place((*at, "gebruikt")), hint)


def _share(
    uitspraak: Uitspraak, at: Path, positions: Positions, uitspraken: dict[str, Uitspraak]
) -> Iterator[Diagnostic]:
    parts = (uitspraak.van_uitspraak, uitspraak.teller, uitspraak.noemer)
    if uitspraak.soort is not SoortUitspraak.AANDEEL:
        if any(part is not None for part in parts):
            hint = "van_uitspraak, teller en noemer horen alleen bij 'soort: aandeel'."
            place = positions.place((*at, "soort"))
            yield Diagnostic("WP214", f"uitspraak {quote(uitspraak.id)} is geen aandeel", place, hint)
        return
    whole = uitspraken.get(uitspraak.van_uitspraak or "")
    if None in parts or not uitspraak.noemer or whole is None or whole.soort is SoortUitspraak.AANDEEL:
        yield Diagnostic(
            "WP214",
            f"uitspraak {quote(uitspraak.id)}: een aandeel heeft van_uitspraak, teller en een noemer boven 0 nodig",
            positions.place((*at, "id")),
            "van_uitspraak is het id van de uitspraak waarvan dit een deel is (zelf geen aandeel).",
        )
