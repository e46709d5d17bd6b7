"""Finding again what a contact said: words, vectors, and what both together are worth. Pure, without a database."""
