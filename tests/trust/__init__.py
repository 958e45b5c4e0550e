"""Proof that hostile content, killed builds and strange machines do no harm; `make trust` runs all of it in full."""
