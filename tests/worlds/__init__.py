"""An enumerator of worlds: what small registers may mean, worked out apart from the program and held against it."""
