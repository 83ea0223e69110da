"""From the bytes of a file to its sheets: one file per kind."""
