"""Names that must be unique: of plans, documents, targets, municipalities, parameters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from woonplan.diagnostics import Diagnostic, quote
from woonplan.model.gemeente import Gemeentenbestand
from woonplan.model.stand import Path, Positions
from woonplan.rule import Example, Rule, plan_text

WP202 = Rule(
    code="WP202",
    naam="naam staat dubbel",
    wat="Twee plannen, documenten, opgaven, gemeenten of andere onderdelen hebben hetzelfde id of dezelfde naam.",
    waarom="Een verwijzing kan dan naar twee dingen wijzen, en een plan dat twee keer is ingevoerd telt twee keer.",
    oplossing="Is het hetzelfde, haal er dan een weg. Zijn het er twee, geef elk een eigen id.",
    fout=Example(
        plan_text("beekstraat") + "  - id: beekstraat\n    naam: Beekstraat-Zuid\n    gemeente: Borne\n", 4, 9
    ),
    goed=Example(plan_text("beekstraat") + "  - id: beekstraat-zuid\n    naam: Beekstraat-Zuid\n    gemeente: Borne\n"),
)
"""A name that is there twice."""


def twice(named: Iterable[tuple[Path, str]], positions: Positions, hint: str) -> Iterator[Diagnostic]:
    """Yield every name that stood before, with where; the last step of its path says what kind of name it is."""
    first: dict[str, Path] = {}
    for path, name in named:
        earlier = first.setdefault(name, path)
        if earlier != path:
            message = f"{path[-1]} {quote(name)} staat dubbel (eerder op {positions.place(earlier)})"
            yield WP202.at(positions.place(path), message, hint)


def register_names(gebied: Gemeentenbestand, positions: Positions) -> Iterator[Diagnostic]:
    """Yield the names in `gemeenten.yaml` that stand for two things."""
    for key in ("bronnen", "opgaven", "statusdefinities"):
        yield from twice(_ids(key, getattr(gebied, key)), positions, "Geef elk een eigen naam.")
    for i, opgave in enumerate(gebied.opgaven):
        tellingen = ((("opgaven", i, *path), name) for path, name in _ids("tellingen", opgave.tellingen))
        yield from twice(tellingen, positions, "Geef elk een eigen naam.")
    yield from _gemeente_names(gebied, positions)
    seen: set[str] = set()
    for i, opgave in enumerate(gebied.opgaven):
        for j, uitspraak in enumerate(opgave.uitspraken):
            if uitspraak.id in seen:
                place = positions.place(("opgaven", i, "uitspraken", j, "id"))
                message = f"uitspraak {quote(uitspraak.id)}: dit id staat dubbel"
                yield WP202.at(place, message, "Geef elke uitspraak een eigen id.")
            seen.add(uitspraak.id)


def _ids(key: str, records: Iterable[Any]) -> Iterator[tuple[Path, str]]:
    yield from (((key, i, "id"), record.id) for i, record in enumerate(records))


def _gemeente_names(gebied: Gemeentenbestand, positions: Positions) -> Iterator[Diagnostic]:
    owner: dict[str, int] = {}
    for i, gemeente in enumerate(gebied.gemeenten):
        named: list[tuple[Path, str]] = [(("naam",), gemeente.naam), (("code",), gemeente.code)]
        named += [(("aliassen", n), alias) for n, alias in enumerate(gemeente.aliassen)]
        for path, name in named:
            if owner.setdefault(name.casefold(), i) != i:
                place = positions.place(("gemeenten", i, *path))
                hint = "Geef elke gemeente eigen namen en een eigen code."
                yield WP202.at(place, f"{quote(name)} staat al bij een andere gemeente", hint)
