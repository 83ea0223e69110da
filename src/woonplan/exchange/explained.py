"""The rules of import as documents, as `explain` shows those of `check`."""

from __future__ import annotations

from woonplan.exchange.rules import REGELS
from woonplan.tables import Document, Passage


def import_rule_document(code: str) -> Document | None:
    """Return the explanation of a code of this series, or None where it is none."""
    name = code.strip().upper()
    regel = next((regel for regel in REGELS if regel.code == name), None)
    if regel is None:
        return None
    items = (("wat", regel.wat), ("wat te doen", regel.oplossing), ("ernst", str(regel.severity)), ("groep", "import"))
    passage = Passage(regel.code, f"{regel.code}: {regel.naam}", items)
    return Document(f"Regel: {name}", passages=(passage,), facts={"opdracht": "explain", "naam": name})
