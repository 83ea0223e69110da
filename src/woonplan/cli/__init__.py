"""One file per command: parse arguments, call, render, exit code."""
