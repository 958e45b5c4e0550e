"""Unit tests of the numerals room."""
