"""Each mend of the theme's templates still has its fault to mend."""

from __future__ import annotations

import pytest

from factbook.theme.assets_manifest import material_folder, theme_assets
from factbook.theme.material import MaterialTheme
from factbook.theme.material_patches import MENDS, SCRIPT, SCRIPT_MEND, Mend

CASES = [(template, mend) for template, mends in MENDS.items() for mend in mends]


@pytest.mark.parametrize(("template", "mend"), CASES, ids=[mend.reason for _, mend in CASES])
def test_the_fault_is_in_the_installed_theme_and_gone_when_it_is_read(template: str, mend: Mend) -> None:
    raw = (material_folder() / template).read_text(encoding="utf-8")
    assert mend.fault in raw
    env = MaterialTheme(prefix="", language="en").get_env()
    assert env.loader is not None
    source, _, _ = env.loader.get_source(env, template)
    assert mend.cure in source
    assert mend.fault not in source.replace(mend.cure, "")


def test_the_script_takes_no_feed_for_a_language() -> None:
    """Else each page would fetch the site map once for each feed and each file that it names."""
    (script,) = (data.decode() for path, data in theme_assets().items() if SCRIPT.fullmatch(path))
    (installed,) = (material_folder() / "assets" / "javascripts").glob("bundle.*.min.js")
    assert SCRIPT_MEND.fault in installed.read_text(encoding="utf-8")
    assert SCRIPT_MEND.cure in script
    assert SCRIPT_MEND.fault not in script.replace(SCRIPT_MEND.cure, "")
