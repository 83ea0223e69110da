"""Do the numbers close: inside a record, over the years, and against the totals that the sources publish?"""
