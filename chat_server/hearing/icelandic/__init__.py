"""Icelandic; letters without their marks are understood."""
