"""`python -m generator` is `factbook`."""

from generator.cli import main

main()
