"""Ground: licences that content is put under: their identifiers in SPDX's list, names and addresses."""

from __future__ import annotations

from factbook.content.schema.url_form import url
from factbook.content.yaml import shown
from factbook.diagnostics.suggest import did_you_mean

_CC = "https://creativecommons.org"
LICENCES: dict[str, tuple[str, str]] = {
    **{
        f"CC-{kind.upper()}-{version}": (f"CC {kind.upper()} {version}", f"{_CC}/licenses/{kind}/{version}/")
        for kind in ("by", "by-sa", "by-nc", "by-nc-sa", "by-nd", "by-nc-nd")
        for version in ("4.0", "3.0")
    },
    "CC0-1.0": ("CC0 1.0", f"{_CC}/publicdomain/zero/1.0/"),
    "CC-PDDC": ("Public Domain Dedication", f"{_CC}/licenses/publicdomain/"),
    "ODbL-1.0": ("Open Database License 1.0", "https://opendatacommons.org/licenses/odbl/1-0/"),
    "ODC-By-1.0": ("Open Data Commons Attribution 1.0", "https://opendatacommons.org/licenses/by/1-0/"),
    "PDDL-1.0": ("Public Domain Dedication and License 1.0", "https://opendatacommons.org/licenses/pddl/1-0/"),
    "OGL-UK-3.0": (
        "Open Government Licence 3.0",
        "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
    ),
    "etalab-2.0": ("Licence Ouverte 2.0", "https://www.etalab.gouv.fr/licence-ouverte-open-licence/"),
    "DL-DE-BY-2.0": ("dl-de/by-2-0", "https://www.govdata.de/dl-de/by-2-0"),
    "DL-DE-ZERO-2.0": ("dl-de/zero-2-0", "https://www.govdata.de/dl-de/zero-2-0"),
    "CDLA-Permissive-2.0": ("CDLA Permissive 2.0", "https://cdla.dev/permissive-2-0/"),
    "GFDL-1.3-or-later": ("GNU Free Documentation License 1.3", "https://www.gnu.org/licenses/fdl-1.3.html"),
    "MIT": ("MIT License", "https://spdx.org/licenses/MIT.html"),
    "Apache-2.0": ("Apache License 2.0", "https://www.apache.org/licenses/LICENSE-2.0"),
}
"""By identifier."""


def licence(value: str) -> str:
    """An identifier of the list, or the address of the licence's text: what is wrong with it, or nothing."""
    if value in LICENCES:
        return ""
    if value.startswith(("http://", "https://")):
        return url(value)
    return f"`{shown(value)}` is not the identifier of a licence for content, nor the address of one"


def likely_licence(value: str) -> str:
    """The identifier that was probably meant."""
    return next(iter(did_you_mean(value.replace(" ", "-"), LICENCES)), "")
