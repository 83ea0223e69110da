"""A document for people: text on a screen of any width, in a pipe or in a file."""
