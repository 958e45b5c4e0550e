"""Tests of one whole small site: its pages, map, links and search index, and that builds are whole and repeatable."""
