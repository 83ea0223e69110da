"""Numbers and how they came about."""
