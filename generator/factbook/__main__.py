"""The process of the `factbook` command; `python -m factbook` is the same."""

from __future__ import annotations

from factbook.cli import main

if __name__ == "__main__":
    main()
