"""The process of the `factbook` command; `python -m generator` is the same."""

from __future__ import annotations

from generator import ending
from generator.cli import main


def run() -> None:
    """Do what the command line says, and end."""
    ending.foresee()
    try:
        main()
    except SystemExit as ended:
        if ended.code is None or isinstance(ended.code, int):
            ending.end(ended.code or 0)
        raise


if __name__ == "__main__":
    run()
