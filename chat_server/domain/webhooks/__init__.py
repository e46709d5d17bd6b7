"""Webhooks: other people's servers that are told what happens."""
