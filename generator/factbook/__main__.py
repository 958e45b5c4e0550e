"""The process of the `factbook` command; `python -m factbook` is the same."""

from __future__ import annotations

from factbook.cli import main
from factbook.runtime import process_exit


def run() -> None:
    """Do what the command line says, and end."""
    process_exit.foresee()
    try:
        main()
    except SystemExit as ended:
        if ended.code is None or isinstance(ended.code, int):
            process_exit.end(ended.code or 0)
        raise


if __name__ == "__main__":
    run()
