"""What customers' orders say about those to come: how often, how much, what next, and who may be lost."""
