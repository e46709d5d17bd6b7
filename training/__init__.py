"""What is learned from examples before a release: the ear that hears beside the rules."""
