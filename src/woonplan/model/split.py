"""How the homes of a plan divide: four splits, each with an unknown rest."""

from __future__ import annotations

from woonplan.model.base import Aantal, Maanden, Model


class Woningtype(Model):
    """Homes by type; the parts add up to the homes of the plan."""

    eengezins: Aantal | None = None
    """Single-family homes."""
    meergezins: Aantal | None = None
    """Homes in multi-family buildings."""
    onbekend: Aantal | None = None
    """Homes whose type is not known yet."""


class Betaalbaarheid(Model):
    """Homes by price segment; the parts add up to the homes of the plan."""

    sociale_huur: Aantal | None = None
    """Social rent."""
    middenhuur: Aantal | None = None
    """Middle rent."""
    dure_huur: Aantal | None = None
    """Expensive rent."""
    huur_onbekend: Aantal | None = None
    """Rent, segment unknown."""
    betaalbare_koop: Aantal | None = None
    """Affordable purchase."""
    dure_koop: Aantal | None = None
    """Expensive purchase."""
    koop_onbekend: Aantal | None = None
    """Purchase, segment unknown."""
    onbekend: Aantal | None = None
    """Rent or purchase unknown."""


class Zorg(Model):
    """Homes by suitability for care; the parts add up to the homes of the plan."""

    nultreden: Aantal | None = None
    """Step-free homes."""
    geclusterd: Aantal | None = None
    """Clustered homes for the elderly (12 or more together)."""
    zorggeschikt: Aantal | None = None
    """Homes fit for care."""
    regulier: Aantal | None = None
    """Regular homes."""
    onbekend: Aantal | None = None
    """Homes whose kind is not known yet."""


class Flex(Model):
    """Flexible (temporary, at most 15 years) against permanent homes; they add up to the homes of the plan."""

    flexwoningen: Aantal | None = None
    """Flexible homes."""
    regulier_permanent: Aantal | None = None
    """Permanent homes."""
    onbekend: Aantal | None = None
    """Homes whose kind is not known yet."""
    contract_maanden_min: Maanden | None = None
    """Shortest rental contract of the flexible homes, in months."""
    contract_maanden_max: Maanden | None = None
    """Longest rental contract of the flexible homes, in months."""


SPLITS = ("woningtype", "betaalbaarheid", "zorg", "flex")
"""The keys of a plan under which its homes are split."""

_CONTRACT = frozenset({"contract_maanden_min", "contract_maanden_max"})

PARTS: dict[str, tuple[str, ...]] = {
    "woningtype": tuple(Woningtype.model_fields),
    "betaalbaarheid": tuple(Betaalbaarheid.model_fields),
    "zorg": tuple(Zorg.model_fields),
    "flex": tuple(key for key in Flex.model_fields if key not in _CONTRACT),
}
"""By split, the keys of its parts in their order; what a part leaves open has "onbekend" in its name."""


def parts(split: Woningtype | Betaalbaarheid | Zorg | Flex) -> list[int | None]:
    """Return the homes in every part of a split, in the order of its keys; None is unknown."""
    values = vars(split)
    return [values[name] for name in values if name not in _CONTRACT] if type(split) is Flex else list(values.values())
