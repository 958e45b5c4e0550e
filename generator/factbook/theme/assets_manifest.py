"""Theme: the files that come with the theme and ours beside them: which of them the site gets, and their bytes."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

from factbook.theme.material_patches import SCRIPT, SCRIPT_MEND

FOLDER = Path(__file__).parent
ASSETS = FOLDER / "assets"
_WRITTEN_HERE = ("404.html", "robots.txt", "sitemap.xml")
_LEFT_OUT = (".map", "assets/javascripts/lunr/", "assets/javascripts/workers/")


def loaded_assets() -> tuple[str, ...]:
    """The style sheet and the script that every page loads: one of each, for a first visit is a few requests."""
    return tuple(_bundles())


def theme_assets() -> dict[str, bytes]:
    """All files that come with the theme, Material's and ours, by their paths in the site."""
    bundles = {path: b"\n".join(part.read_bytes() for part in parts) for path, parts in _bundles().items()}
    return _material_bytes() | {path: file.read_bytes() for path, file in _single().items()} | bundles


def theme_files() -> frozenset[str]:
    """Paths of all that stands in the site beside pages and what comes with the editions."""
    return frozenset((*_material(), *_single(), *_bundles(), *_WRITTEN_HERE))


@cache
def material_folder() -> Path:
    """Where Material keeps its templates."""
    spec = find_spec("material")
    assert spec is not None, "mkdocs-material is not installed"
    assert spec.submodule_search_locations is not None
    return Path(spec.submodule_search_locations[0]) / "templates"


@lru_cache(maxsize=1)
def _material_bytes() -> dict[str, bytes]:
    return {path: _mended(path, file.read_bytes()) for path, file in _material().items()}


@lru_cache(maxsize=1)
def _material() -> dict[str, Path]:
    """Without the source maps, only of use to Material's own makers, and without its search: ours is another."""
    files = _below(material_folder() / "assets")
    return {path: file for path, file in files.items() if not _is_left_out(path)}


def _mended(path: str, data: bytes) -> bytes:
    return data.replace(SCRIPT_MEND.fault.encode(), SCRIPT_MEND.cure.encode()) if SCRIPT.fullmatch(path) else data


def _is_left_out(path: str) -> bool:
    return path.endswith(_LEFT_OUT) or path.startswith(_LEFT_OUT)


def _bundles() -> dict[str, tuple[Path, ...]]:
    """Our style sheets and scripts directly in `theme/assets/`, by the name under which they stand in the site
    together: the one called `factbook` first, the others by name."""
    ours = _below(ASSETS)
    return {
        f"assets/factbook{kind}": tuple(sorted(parts, key=lambda part: (part.stem != "factbook", part.name)))
        for kind in (".css", ".js")
        if (parts := [file for path, file in ours.items() if _is_part(path) and file.suffix == kind])
    }


def _single() -> dict[str, Path]:
    """Our assets that stand in the site as they are."""
    return {path: file for path, file in _below(ASSETS).items() if not _is_part(path)}


def _is_part(path: str) -> bool:
    return path.count("/") == 1 and path.endswith((".css", ".js"))


def _below(folder: Path) -> dict[str, Path]:
    """Files below a folder of assets, by path from the folder that holds it; no links, nothing hidden."""
    return {
        path.relative_to(folder.parent).as_posix(): path
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.is_symlink() and not path.name.startswith(".")
    }
