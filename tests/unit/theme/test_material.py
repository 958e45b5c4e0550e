"""How much of Material a site uses: what docs/how-to/leave-material.md says that somebody would have to copy."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from factbook.theme import material
from factbook.theme.assets_manifest import material_folder
from factbook.theme.material_patches import MENDS
from tests.conftest import FLOOD, REPOSITORY, build

if TYPE_CHECKING:
    from collections.abc import Callable

    import jinja2
    import pytest


def test_the_page_on_leaving_says_how_much_of_material_a_site_uses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    used: dict[str, int] = {}
    read = material.MendedTemplates.get_source

    def noted(
        self: material.MendedTemplates, environment: jinja2.Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        found = read(self, environment, template)
        if Path(found[1]).is_relative_to(material_folder()):
            used[template] = len(found[0].splitlines())
        return found

    monkeypatch.setattr(material.MendedTemplates, "get_source", noted)
    shutil.copytree(FLOOD, tmp_path / "root")
    assert build(tmp_path / "root") == ()
    words = {name for name in used if name.startswith((".icons/", "partials/languages/"))}
    assets = [path for path in (tmp_path / "root" / "site" / "assets").rglob("*.min.*") if path.suffix != ".map"]
    own = len(list(material.OVERRIDES.rglob("*.html")))
    page = (REPOSITORY / "docs" / "how-to" / "leave-material.md").read_text("utf-8")
    assert (
        f"- {len(used) - len(words)} templates and {len(words)} files of icons and words,"
        f" about {round(sum(used.values()), -2)} lines in all; {own} more templates are ours already\n"
        f"- {sum(path.suffix == '.css' for path in assets)} style sheets and a script,"
        f" about {round(sum(path.stat().st_size for path in assets) / 1000, -1):.0f} KB"
    ) in page
    assert (
        f"the {['', 'one', 'two', 'three', 'four'][len([m for mends in MENDS.values() for m in mends])]} patches"
        in page
    )
