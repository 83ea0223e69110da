"""What capacity is held against, and the balance with it."""
