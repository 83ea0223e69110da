"""The key projects and key areas that an agreement designates, whichever plans a register state has of them."""

from __future__ import annotations

from woonplan.model.base import Id, Tekst
from woonplan.model.source import Herleidbaar, Hoeveelheid
from woonplan.model.vocabulary import Doel, Sleutelsoort


class AangewezenProject(Hoeveelheid):
    """A key project, or a project of a key area, as the agreement names it; its homes are those that it gives.

    A plan is this project when it has the same id, or names it (`sleutelproject: {id: ...}`).
    """

    id: Id
    """Name by which plans refer to it, unique in the file."""
    naam: Tekst
    """Name of the project."""
    soort: Sleutelsoort
    """Kind: `stedelijk` (each project counts), `radialen` (sum per municipality) or `thematisch` (sum per theme)."""
    gemeente: Tekst | None = None
    """Municipality (name, alias or CBS code); absent: the whole region, or not said."""
    gebied: Tekst | None = None
    """Name of the key area."""
    thema: Tekst | None = None
    """Theme of a thematic key area, as in `sleutelthemas` where it is there."""
    doel: Doel | None = None
    """Purpose: `versnelling` (a minimum number of homes) or `vitaliteit` (none)."""
    opmerkingen: Tekst | None = None
    """Remarks."""


class Sleutelthema(Herleidbaar):
    """A theme that the agreement names for key areas, whether or not it names a project of it."""

    naam: Tekst
    """Name of the theme."""
    opmerkingen: Tekst | None = None
    """Remarks."""
