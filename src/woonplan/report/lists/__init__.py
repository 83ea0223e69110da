"""What the register holds as lists."""
