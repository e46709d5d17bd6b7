"""Campaigns that write to people: whom, when, how often, and what."""
