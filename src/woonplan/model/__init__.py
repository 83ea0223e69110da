"""What a register is: homes, sources, targets, municipalities, plans. Data only."""
