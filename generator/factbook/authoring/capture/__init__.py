"""Pages and PDFs taken in: their words as a text for the snapshots, and what they say of themselves as a source."""
