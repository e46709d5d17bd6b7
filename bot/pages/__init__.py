"""The shop's help pages: read, searched, and answered from where the bot is sure. docs/decisions/0110-answers-from-pages.md."""
