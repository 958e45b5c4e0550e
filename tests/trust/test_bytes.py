"""Promise 7: the same content gives the same bytes on every machine."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
from typing import TYPE_CHECKING

from tests.conftest import REPOSITORY
from tests.site.test_builds import digests
from tests.trust.sites import COMMAND, copy_of_flood, copy_of_shipped

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SURROUNDINGS: tuple[tuple[int, dict[str, str]], ...] = (
    (0o022, {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "0"}),
    (0o077, {"TZ": "Pacific/Kiritimati", "LANG": "de_DE.UTF-8", "PYTHONHASHSEED": "1", "SOURCE_DATE_EPOCH": "1"}),
    (0o000, {"TZ": "America/Adak", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2", "COLUMNS": "20", "CI": "true"}),
    (
        0o027,
        {"TZ": "Asia/Kathmandu", "LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "ar", "PYTHONHASHSEED": "3", "NO_COLOR": "1"},
    ),
    (
        0o002,
        {"TZ": "<+99>-9", "LC_ALL": "xx", "PYTHONHASHSEED": "4294967295", "PYTHONUTF8": "0", "FACTBOOK_WORKERS": "1"},
    ),
    (0o022, {"PYTHONHASHSEED": "5", "PYTHONOPTIMIZE": "1", "FACTBOOK_WORKERS": "2", "PYTHONDONTWRITEBYTECODE": "1"}),
)


def test_whatever_the_surroundings(tmp_path: Path, full: bool, record: Callable[[int, str, str, str], None]) -> None:
    """Zone, locale, folder, umask, hash seed, order of files on the disk, kept results or none."""
    for site in ("flood", "shipped") if full else ("flood",):
        seen = []
        for number, (mask, environment) in enumerate(SURROUNDINGS if full else SURROUNDINGS[1:4:2]):
            root = _shuffled(tmp_path, site, number)
            home = (
                tmp_path / f"home {site} {number % 3}"
            )  # some builds find what an earlier one has kept, some nothing
            home.mkdir(exist_ok=True)
            said = _build(root, mask, {**environment, "HOME": str(home)})
            assert said.returncode == 0, said.stderr + said.stdout
            seen.append({name: (digest, _mode(root, name)) for name, digest in digests(root / "site").items()})
        assert all(one == seen[0] for one in seen), _differences(seen)
        record(7, f"builds of the {site} site: zone, locale, folder, umask, seed, order of files, workers",
               f"{len(seen)} builds of {len(seen[0])} files", "identical")  # fmt: skip


def _shuffled(tmp_path: Path, site: str, number: int) -> Path:
    """A copy whose files were made in another order, with other times, in a folder with another name."""
    original = (copy_of_flood if site == "flood" else copy_of_shipped)(tmp_path / f"{site} original {number}")
    root = tmp_path / ("ordner ü" * (number + 1)) / f"{site}{number}"
    files = sorted(path for path in original.rglob("*") if path.is_file())
    random.Random(number).shuffle(files)
    for index, path in enumerate(files):
        target = root / path.relative_to(original)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
        os.utime(target, (index * 1000 * number, index * 1000 * number))
    return root


def _build(root: Path, mask: int, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, "build", "--quiet", "--site", str(root)], env={"PATH": os.environ["PATH"], **environment}, umask=mask,
        capture_output=True, text=True, check=False, cwd=REPOSITORY,
    )  # fmt: skip


def _mode(root: Path, name: str) -> int:
    return (root / "site" / name).stat().st_mode


def _differences(seen: list[dict[str, tuple[str, int]]]) -> list[str]:
    return [name for one in seen for name in {**seen[0], **one} if one.get(name) != seen[0].get(name)][:10]
