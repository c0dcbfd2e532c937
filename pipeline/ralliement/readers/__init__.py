"""Readers: one module a format, each yields Articles or ReadErrors."""
