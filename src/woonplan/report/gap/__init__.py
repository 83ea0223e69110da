"""Tables of `gap`: the balance, groups, and the years."""
