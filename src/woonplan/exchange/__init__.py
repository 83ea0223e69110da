"""Other people's formats in: a file to cells, cells to rows, rows to records, and records to YAML without loss.

One file per format; what their columns and words mean stands in one table (``fields`` and ``words``).
"""
