"""Whether the source closes."""
