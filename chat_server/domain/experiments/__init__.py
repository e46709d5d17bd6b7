"""Honest experiments: one element varied, people dealt by hash, figures that may be looked at at any time."""
