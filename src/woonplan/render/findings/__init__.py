"""Findings in every form that `check` has."""
