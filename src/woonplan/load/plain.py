"""A model back to the plain data that its file holds."""

from __future__ import annotations

from typing import Any

from woonplan.model.base import Model


def to_data(model: Model) -> dict[str, Any]:
    """Return ``model`` as strings, whole numbers, booleans, lists and mappings, in the order of its fields.

    What is absent or as it is by default is left out, so that reading it back gives an equal model and a file holds
    nothing that its author did not write.
    """
    return model.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
