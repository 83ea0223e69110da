"""Planmonitor Wonen: four layouts of one thing."""
