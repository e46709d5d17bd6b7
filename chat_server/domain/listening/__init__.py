"""What customers tell without being asked: themes over time, and which of them rose all at once."""
