"""Results to tables: the Dutch words around the numbers. Calculates nothing, prints nothing."""
