"""What changed between two states of a register, as tables."""
