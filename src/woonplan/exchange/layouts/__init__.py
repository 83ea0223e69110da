"""How each kind of file stands on a sheet: one file per layout."""
