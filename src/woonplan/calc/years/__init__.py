"""What comes when, and the pace that a target asks for."""
