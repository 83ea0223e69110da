"""woonplan: plain-text accounting for Dutch housing plans."""

__version__ = "0.1.0"
