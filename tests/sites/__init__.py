"""Small complete sites about other things, in other languages and scripts, all of it invented."""
