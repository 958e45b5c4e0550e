"""Exports, a part of it: the site as Markdown: the map of its pages, and a tree that other programs build."""
