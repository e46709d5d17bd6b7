"""How much of what is personal gets through the masks, and how much else is masked with it: `python -m evaluation.masking`."""
