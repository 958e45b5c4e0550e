"""Site: what is new, corrected or withdrawn."""
