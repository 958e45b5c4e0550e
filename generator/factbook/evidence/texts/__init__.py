"""The ground room for source texts: reading them, finding a quote in them, and fingerprints of them."""
