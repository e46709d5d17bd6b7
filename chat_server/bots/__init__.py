"""Whoever answers first, behind `domain.ports.Bot`."""
