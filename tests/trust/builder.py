"""Builds sites on demand, each in a forked process of its own, so that one can be killed at any moment.

Reads lines `FOLDER<tab>OUTPUT`; answers each with the process that builds, and then with how it ended.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path


def main() -> None:
    """Imports everything once, then builds what is asked for."""
    from factbook.config import reader
    from factbook.pipeline import stages
    from factbook.publish import api
    from factbook.site import page_types

    assert all((api, page_types))
    for line in sys.stdin:
        root, output = map(Path, line.rstrip("\n").split("\t"))
        process = os.fork()
        if not process:
            settings, _ = reader.read(root, {})
            assert settings is not None
            found = stages.build(settings, output).diagnostics
            os._exit(1 if any(problem.is_error for problem in found) else 0)
        print(process, flush=True)
        print(os.waitpid(process, 0)[1], flush=True)


if __name__ == "__main__":
    main()
