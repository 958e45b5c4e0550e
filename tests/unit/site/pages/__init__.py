"""The pages, each made from content that stands in its test."""
