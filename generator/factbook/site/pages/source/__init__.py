"""Site: the page of a source."""
