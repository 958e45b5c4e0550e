"""Tests of the room for source texts."""
