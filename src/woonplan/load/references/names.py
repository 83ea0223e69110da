"""Names that must be unique, and documents that must be listed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any

from woonplan.diagnostics import Diagnostic, quote
from woonplan.load.context import statements
from woonplan.load.nearest import suggestion
from woonplan.model.base import folded
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
    named = [ids(getattr(gebied, key), key) for key in ("bronnen", "opgaven", "statusdefinities")]
    named += (ids(opgave.tellingen, "opgaven", i, "tellingen") for i, opgave in enumerate(gebied.opgaven))
    for of_one_kind in named:
        yield from twice(of_one_kind, positions, "Geef elk een eigen naam.")
    yield from _gemeente_names(gebied, positions)
    seen: set[str] = set()
    for uitspraak, entry in statements(gebied, positions):
        if uitspraak.id in seen:
            yield entry.finding(WP202, "dit id staat dubbel", "id", hint="Geef elke uitspraak een eigen id.")
        seen.add(uitspraak.id)


def ids(records: Iterable[Any], *path: str | int) -> Iterator[tuple[Path, str]]:
    """Yield the ids of the records in the list at a path, with where they stand."""
    yield from (((*path, i, "id"), record.id) for i, record in enumerate(records))


def _gemeente_names(gebied: Gemeentenbestand, positions: Positions) -> Iterator[Diagnostic]:
    owner: dict[str, int] = {}
    for i, gemeente in enumerate(gebied.gemeenten):
        aliassen = (("aliassen", n) for n in range(len(gemeente.aliassen)))
        for path, name in zip((("naam",), ("code",), *aliassen), gemeente.namen, strict=True):
            if owner.setdefault(folded(name), i) != i:
                message = f"{quote(name)} staat al bij een andere gemeente"
                hint = "Geef elke gemeente eigen namen en een eigen code."
                yield WP202.at(positions.place(("gemeenten", i, *path)), message, hint)


WP203 = Rule(
    code="WP203",
    naam="bron bestaat niet",
    wat="Bij 'bron' staat het id van een document dat niet in de lijst 'bronnen' voorkomt.",
    waarom="Dan is niet na te gaan uit welk document het getal komt.",
    oplossing=(
        "Verbeter het id, of zet het document in gemeenten.yaml bij 'bronnen' (agenda.yaml mag ook eigen bronnen "
        "hebben)."
    ),
    hint="Zet het document bij 'bronnen' in gemeenten.yaml.",
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
    hint: str = "",
    suggest: Callable[[str, Collection[str]], str] = suggestion,
) -> Iterator[Diagnostic]:
    """Yield the blocks that name a document which is not listed.

    Args:
        blocks: What may name a document.
        positions: Where they stand.
        bronnen: Ids of the documents that are listed.
        hint: What to do where no listed document has a name like it; absent: what the rule says.
        suggest: Makes the suggestion of a document with a name like it.
    """
    for path, block in blocks:
        if block.bron is not None and block.bron not in bronnen:
            advice = suggest(block.bron, bronnen) or hint
            yield WP203.at(positions.place((*path, "bron")), no_source(block.bron), advice)


def no_source(bron: str) -> str:
    """Return the message on a document that is not listed."""
    return f"bron {quote(bron)} bestaat niet"


def register_blocks(gebied: Gemeentenbestand, positions: Positions) -> Iterator[Block]:
    """Yield everything in `gemeenten.yaml` that may name a document."""
    if gebied.voorraadbron is not None:
        yield ("voorraadbron",), gebied.voorraadbron
    for key in ("gemeenten", "controle", "statusdefinities", "opgaven"):
        yield from (((key, i), block) for i, block in enumerate(getattr(gebied, key)))
    yield from ((entry.path, uitspraak) for uitspraak, entry in statements(gebied, positions))
    for i, opgave in enumerate(gebied.opgaven):
        yield from ((("opgaven", i, "segmentdoelen", j), doel) for j, doel in enumerate(opgave.segmentdoelen))
