"""Site: all sources, and the method."""
