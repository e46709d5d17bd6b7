"""What memory is worth: outcomes of those who are held out beside those of everybody else."""
