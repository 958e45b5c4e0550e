"""Rendering, drawings: typed rows in, accessible SVG out; no colour of its own, style sheets give all of them."""
