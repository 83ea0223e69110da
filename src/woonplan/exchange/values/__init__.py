"""One cell to the value of its field, or what is wrong with it in the words of a spreadsheet."""
