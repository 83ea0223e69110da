"""The rules of `woonplan check`: one file per rule, listed in `registry.py`."""
