"""Whoever carries e-mails: a real server, or memory in tests."""
