"""What comes in against what the register has, and the bytes that are written."""
