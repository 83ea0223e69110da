"""What the classes and keys of the data files mean, in Dutch: the descriptions in the JSON Schemas.

A line for every key, in the order of the models. What is left out of a file is unknown and never 0; where it is
something else, the sentence says so.
"""

from __future__ import annotations

from woonplan.load.uitleg import agenda, bekend, gemeenten, plannen, shared
from woonplan.load.uitleg.shared import KLASSE, Uitleg

__all__ = ["KLASSE", "UITLEG"]

UITLEG: Uitleg = {**shared.UITLEG, **gemeenten.UITLEG, **plannen.UITLEG, **agenda.UITLEG, **bekend.UITLEG}
"""The sentences by the name of a class: one of the class itself (``KLASSE``) and one of each key that it adds."""
