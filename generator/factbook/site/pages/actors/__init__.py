"""Site: who says what: all actors by side."""
