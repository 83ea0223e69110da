"""woonplan: plain-text accounting for Dutch housing plans."""

__version__ = "0.1.0"

INTERRUPTED = 130
"""Exit code of what was stopped with Ctrl-C, as shells give it; it has to be known before anything is loaded."""
