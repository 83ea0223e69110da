"""The parts that the fictional region of `examples/` is made of."""
