"""Names that must be unique, and documents that must be listed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any

from woonplan.diagnostics import Diagnostic, quote
from woonplan.load.nearest import suggestion
from woonplan.model.control import Statusdefinitie
from woonplan.model.gemeente import Gemeentenbestand
from woonplan.model.source import Herleidbaar
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


WP203 = Rule(
    code="WP203",
    naam="bron bestaat niet",
    wat="Bij 'bron' staat het id van een document dat niet in de lijst 'bronnen' voorkomt.",
    waarom="Dan is niet na te gaan uit welk document het getal komt.",
    oplossing=(
        "Verbeter het id, of zet het document in gemeenten.yaml bij 'bronnen' (agenda.yaml mag ook eigen bronnen "
        "hebben)."
    ),
    fout=Example(plan_text("beekstraat", "bron: notta"), 4, 11),
    goed=Example(plan_text("beekstraat", "bron: nota")),
)
"""A document that is not listed."""

Block = tuple[Path, Herleidbaar | Statusdefinitie]
"""What may name a document, with the path to it."""


def unlisted(
    blocks: Iterable[Block],
    positions: Positions,
    bronnen: Collection[str],
    hint: str,
    suggest: Callable[[str, Collection[str]], str] = suggestion,
) -> Iterator[Diagnostic]:
    """Yield the blocks that name a document which is not listed.

    Args:
        blocks: What may name a document.
        positions: Where they stand.
        bronnen: Ids of the documents that are listed.
        hint: What to do where no listed document has a name like it.
        suggest: Makes the suggestion of a document with a name like it.
    """
    for path, block in blocks:
        if block.bron is not None and block.bron not in bronnen:
            yield WP203.at(
                positions.place((*path, "bron")), no_source(block.bron), suggest(block.bron, bronnen) or hint
            )


def no_source(bron: str) -> str:
    """Return the message on a document that is not listed."""
    return f"bron {quote(bron)} bestaat niet"


def register_blocks(gebied: Gemeentenbestand) -> Iterator[Block]:
    """Yield everything in `gemeenten.yaml` that may name a document."""
    if gebied.voorraadbron is not None:
        yield ("voorraadbron",), gebied.voorraadbron
    for key in ("gemeenten", "controle", "statusdefinities", "opgaven"):
        yield from (((key, i), block) for i, block in enumerate(getattr(gebied, key)))
    for i, opgave in enumerate(gebied.opgaven):
        yield from ((("opgaven", i, "uitspraken", j), u) for j, u in enumerate(opgave.uitspraken))
