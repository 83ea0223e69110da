"""What the models refuse, in Dutch: the rules on the shape of a file, each beside the words of its findings."""
