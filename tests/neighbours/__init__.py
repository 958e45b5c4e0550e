"""What Factbook writes, opened in programs of others, and one of them in place of MkDocs: `make neighbours`."""
