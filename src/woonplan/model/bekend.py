"""`bekend.yaml`: what is known not to close or to deviate, with the reason why; and what the source contradicts."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

from woonplan.model.base import Datum, Id, Model, Mutatie, Tekst, Versie
from woonplan.model.source import Herleidbaar


class BekendVerschil(Model):
    """A difference between what the source says and what follows from it, accepted with a reason.

    It holds for exactly these numbers: when a figure changes, the difference is unexplained again.
    """

    id: Id
    """Name of the comparison, as `woonplan reconcile` shows it."""
    ondergrens: Mutatie | None = None
    """Computed minus source at the low end, in homes; absent where that is not one number."""
    bovengrens: Mutatie | None = None
    """Computed minus source at the high end, in homes; absent where that is not one number."""
    peildatum: Datum | None = None
    """Reference date of the register state it holds for; absent: for every state."""
    reden: Tekst
    """Why the difference is accepted."""
    datum: Datum
    """When it was accepted."""


class BekendeBevinding(Model):
    """A finding of `woonplan check` that is accepted with a reason; only warnings and policy rules can be."""

    regel: Tekst
    """Code of the rule (`WP401`)."""
    plan: Id | None = None
    """Id of the plan it is about; absent: the findings of the rule that are not about one plan."""
    peildatum: Datum | None = None
    """Reference date of the register state it holds for; absent: for every state."""
    reden: Annotated[str, StringConstraints(max_length=2000)]
    """Why the deviation is accepted; empty until somebody says so, which is a finding itself."""
    datum: Datum | None = None
    """When it was accepted."""


class Tegenspraak(Herleidbaar):
    """Two places of the source that contradict each other in words, so that nothing can be computed."""

    id: Id
    """Name of the contradiction."""
    onderwerp: Tekst
    """What it is about."""
    vindplaatsen: tuple[Tekst, ...]
    """The places that contradict each other; at least two."""
    uitleg: Tekst
    """What the conflict is, in own words, and what this register does with it."""


class Ontbrekend(Herleidbaar):
    """A part that the source refers to and that is not in its text."""

    onderdeel: Tekst
    """What is missing; `vindplaats` says where the source refers to it."""


class Bekendbestand(Herleidbaar):
    """The file `bekend.yaml`."""

    versie: Versie
    """Version of the file format; this program reads version 1."""
    verschillen: tuple[BekendVerschil, ...] = ()
    """Accepted differences."""
    bevindingen: tuple[BekendeBevinding, ...] = ()
    """Accepted findings of `woonplan check`."""
    tegenspraken: tuple[Tegenspraak, ...] = ()
    """Conflicts of wording."""
    ontbrekend: tuple[Ontbrekend, ...] = ()
    """Parts of the source that are missing."""
