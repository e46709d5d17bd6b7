"""Storages for the bytes of files."""
