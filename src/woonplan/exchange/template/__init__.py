"""The workbook that an official fills in."""
