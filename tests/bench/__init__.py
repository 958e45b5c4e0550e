"""The benchmark: seeded corpora, the same content for the peers, and the table of ratios."""
