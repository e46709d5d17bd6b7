"""A shop of a million dialogues, to see how everything does at that size; never the running one's."""
