"""The files that `woonplan init` writes, as text with `{{place}}` where a block of data goes."""
