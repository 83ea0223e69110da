"""The balance of an area, and of its parts: capacity with what it is held against."""
