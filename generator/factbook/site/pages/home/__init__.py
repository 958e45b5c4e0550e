"""Site: the home page of the briefing."""
