"""Site: all numbers on which somebody put a figure."""
