"""The pictures that links show where they are shared."""
