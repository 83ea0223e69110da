"""Data to dataset and findings: the only place that sees a ValidationError, whatever the format it came from."""

from woonplan.load.register import Loaded, load

__all__ = ["Loaded", "load"]
