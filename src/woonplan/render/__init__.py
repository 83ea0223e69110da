"""Documents and findings to formats. Knows tables and text, nothing of housing."""
