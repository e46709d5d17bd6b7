"""Masking: finds whom a text is about, in every language served. No model, no I/O; see `finder.py`."""
