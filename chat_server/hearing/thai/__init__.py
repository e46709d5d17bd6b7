"""Thai: no spaces between words, so patterns name what may stand before and after."""
