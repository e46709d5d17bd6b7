"""Pictures and files in dialogues: what they are, how they are called, which may come in."""
