"""Does everything that the files refer to exist, once, and is it of the right kind?"""
