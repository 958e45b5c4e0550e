"""Factbook turns curated YAML facts, each citing its sources, into a briefing site."""

__version__ = "0.1.0"
