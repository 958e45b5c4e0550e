"""Unit tests of the cue words."""
