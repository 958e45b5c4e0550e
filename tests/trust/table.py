"""Prints what `make trust` has tried as one table, and puts it into docs/explanation/security.md."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import NamedTuple

REPOSITORY = Path(__file__).resolve().parents[2]
LEDGER = REPOSITORY / ".cache" / "trust" / "ledger.jsonl"
PAGE = REPOSITORY / "docs" / "explanation" / "security.md"
START, END = "<!-- table: start -->", "<!-- table: end -->"


class Row(NamedTuple):
    """One thing that was tried."""

    promise: int
    what: str
    tried: str
    outcome: str


def main() -> None:
    """Reads the ledger, prints the table and writes it into the page; what was tried again has its last outcome."""
    rows = [Row(**json.loads(line)) for line in LEDGER.read_text(encoding="utf-8").splitlines()]
    last = {(row.promise, row.what): row for row in rows}
    head = (f"One run, on {_commit()}.", "", "| | what | tried | outcome |", "|---|---|---|---|")
    table = "\n".join((*head, *map(_line, sorted(last.values()))))
    print(table)
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(START)
    PAGE.write_text(f"{before}{START}\n{table}\n{END}{rest.partition(END)[2]}", encoding="utf-8")


def _commit() -> str:
    """What was tried: a commit, with what was changed since."""
    found, changed = (
        subprocess.run(["git", *words], cwd=REPOSITORY, capture_output=True, text=True, check=True).stdout.strip()
        for words in (("rev-parse", "--short=12", "HEAD"), ("status", "--porcelain", "--", ".", f":!{PAGE}"))
    )
    return f"commit `{found}`" + (" with changes that are not committed" if changed else "")


def _line(row: Row) -> str:
    cells = (str(row.promise), row.what, row.tried, row.outcome)
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


if __name__ == "__main__":
    main()
