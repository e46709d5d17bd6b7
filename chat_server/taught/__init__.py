"""What the bot is taught, as it lies on the disk."""
