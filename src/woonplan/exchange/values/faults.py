"""What keeps a cell from being read, or is to be said of how it was."""

from __future__ import annotations

from typing import Any, NamedTuple

from woonplan.diagnostics import quote
from woonplan.exchange.cells import Fault
from woonplan.rule import Rule, situation

WP605 = Rule(
    code="WP605",
    naam="formule zonder uitkomst",
    wat="Een cel bevat een formule waarvan de uitkomst niet in het bestand staat.",
    waarom="Dat is geen 0 en niet leeg: het getal is er wel, maar alleen na uitrekenen.",
    oplossing="Open het bestand in Excel of LibreOffice, sla het op en probeer opnieuw.",
    fout=situation("In cel C2 onder 'woningen' staat =A9+B9, en de uitkomst is niet opgeslagen."),
    goed=situation("In cel C2 onder 'woningen' staat 30, of een formule met de opgeslagen uitkomst 30."),
)
"""A formula of which the outcome was not stored."""

WP606 = Rule(
    code="WP606",
    naam="foutwaarde in een cel",
    wat="Een cel toont een foutwaarde (#VERW!, #DEEL/0!, #N/B).",
    waarom="Er staat dus geen getal, ook geen 0.",
    oplossing="Herstel de formule of typ het getal.",
    fout=situation("In cel C2 onder 'woningen' staat #REF!."),
    goed=situation("In cel C2 onder 'woningen' staat 30."),
)
"""A cell that shows an error."""


class Problem(NamedTuple):
    """What is wrong with a cell, or to be said of it; the message follows the name of the column."""

    rule: Rule
    message: str
    hint: str = ""
    value: Any = None
    """What is read all the same; None where nothing is."""


Reading = Any
"""A value of the register, None for nothing, or a ``Problem``."""


def fault(found: Fault) -> Problem:
    """Return what is wrong with a cell that has no value to read."""
    if found.formula:
        return Problem(WP605, f"{quote(found.text)} is een formule zonder opgeslagen uitkomst")
    return Problem(WP606, f"de cel geeft de foutwaarde {quote(found.text)}")
