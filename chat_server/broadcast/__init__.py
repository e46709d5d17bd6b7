"""Live events to those who may know of them; hints only, the database is the truth."""
