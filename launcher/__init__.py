"""Prepares what Samtal needs, starts the hub and its bot, and keeps both alive.

Standard library only: this package runs before any environment exists.
"""
