"""What records add up to: one by one, in a selection, in groups."""
