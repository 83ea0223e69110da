"""Documents that figures are said to come from, and that nobody listed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from woonplan.diagnostics import Diagnostic, quote
from woonplan.load.nearest import suggestion
from woonplan.model.control import Statusdefinitie
from woonplan.model.gemeente import Gemeentenbestand
from woonplan.model.source import Herleidbaar
from woonplan.model.stand import Path, Positions
from woonplan.rule import Example, Rule, plan_text

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
