"""The shop's help articles, as they lie in a folder."""
