"""Hearing: what a message says about the person who wrote it. No model, no I/O; see `ears.py`."""
