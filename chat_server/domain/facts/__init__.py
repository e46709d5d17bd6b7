"""Facts: what a customer said or we know, each with its source; nothing is overwritten."""
