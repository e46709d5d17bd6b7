"""Hraun, the demo shop: its goods, its people, their past dialogues and its pages. Never in production mode."""
