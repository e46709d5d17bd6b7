"""How good our estimates are, judged by what happened."""
