"""What a list of the register selects and counts."""
