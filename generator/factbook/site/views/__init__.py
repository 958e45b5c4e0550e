"""Ground: what a page shows, typed: sorted, grouped, formatted and linked; templates get a view and nothing else."""
