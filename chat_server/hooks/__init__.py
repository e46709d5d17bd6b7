"""Whoever brings what happens to other people's servers."""
