"""Shapes at the edges: commands in, live events and REST bodies out. Nothing inside depends on them."""
