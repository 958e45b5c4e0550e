"""Site: the page of a topic, and its further pages by year."""
