"""DIWI: projects and their blocks of homes."""
