"""Page views as HTML."""
