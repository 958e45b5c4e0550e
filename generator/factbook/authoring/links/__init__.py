"""The sources' addresses: asked whether what was read there is still there, and where it is archived."""
