"""A room: what the checks need of a text beyond its quotes, recorded beside its fingerprint for who has no text."""
