"""What follows from a register: pure functions, one question per file. Nothing here prints, reads or guesses."""
