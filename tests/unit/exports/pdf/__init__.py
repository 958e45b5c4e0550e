"""Pages on paper, as far as no browser is needed."""
