"""The shop's help pages: articles of passages, and what is counted about them."""
