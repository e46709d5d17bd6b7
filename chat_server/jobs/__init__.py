"""Supervised tasks beside the requests."""
