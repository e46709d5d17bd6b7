"""What texts mean, as vectors, computed in a process of its own."""
