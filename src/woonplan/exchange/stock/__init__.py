"""Housing stock: the tables of CBS, and the years of the register."""
