"""Samtal's hub: visitors, bot, agents, memory and response events behind one socket."""

__version__ = "0.1.0"
