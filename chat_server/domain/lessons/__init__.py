"""What people teach the bot by what it did not understand."""
