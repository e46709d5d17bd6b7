"""Scripted people talk to the real hub and the real bot over months; what is remembered and said is judged."""
