"""The reports of a year: a module per theme of tables."""
