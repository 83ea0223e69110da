"""What changed between two states of a register: which plans, by what cause, and what that does to the totals."""
