"""Site: every fact of the briefing by date."""
