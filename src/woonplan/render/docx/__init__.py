"""A document for a word processor."""
