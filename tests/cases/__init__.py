"""Golden cases: a small site, and what Factbook says of it, in one YAML file named after the behaviour."""
