"""Site: the page of an actor."""
