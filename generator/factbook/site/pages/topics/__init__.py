"""Site: all topics."""
