"""The nouns and rules of the product; standard library only, no I/O, time is passed in."""
