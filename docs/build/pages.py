"""Documentation: makes the reference pages of fields, templates, configuration and codes, and the navigation."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import File

from factbook.authoring.scaffold.blank_record import with_every_key
from factbook.content.schema import KINDS, kind
from factbook.exports.json_schemas import FILES, thing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from factbook.content.schema import Field, Kind

DOCS = Path(__file__).resolve().parents[1]
CODES = DOCS.parent / "generator" / "factbook" / "diagnostics" / "code_pages"
SECTIONS = (
    ("Tutorial", "tutorial"),
    ("How-to", "how-to"),
    ("Reference", "reference"),
    ("Explanation", "explanation"),
)

HOW_TO = {
    "Write": (
        "write-a-fact",
        "add-a-source",
        "take-a-page-in",
        "quote-a-translation",
        "record-a-disagreement",
        "correct-and-retract",
        "rename-an-actor",
        "edit-with-completion",
        "share-the-texts",
    ),
    "Take in": ("accept-a-form", "migrate-from-a-spreadsheet", "import"),
    "Run a site": ("start-a-site", "translate-the-site", "publish", "publish-on-a-server", "leave-material"),
    "Use what it knows": ("export", "query", "follow-by-mail"),
    "Extend": ("write-a-plugin",),
}
"""The how-to pages in the order in which somebody needs them; one that is not listed stands at the end."""


_TEMPLATES = """\
# Templates

A file of each kind with every key that it can have: copy what you need. Lines that begin with `##` say what the key
below them is and can go; a key behind `# ` is not needed, and is used without that mark. All values are examples.
[Fields](fields.md) has the same as tables.
"""


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """MkDocs' event: adds the generated pages and lists every page in its section."""
    made = {"fields": fields(), "templates": templates(), "configuration": configuration(), "data": data()}
    for name, text in made.items():
        files.append(File.generated(config, f"reference/{name}.md", content=text))
    for page in sorted(CODES.glob("*.md")):
        content = page.read_text(encoding="utf-8")
        files.append(File.generated(config, f"reference/codes/{page.name}", content=content))
    files.append(File.generated(config, "reference/codes/index.md", content=codes()))
    config.nav = _navigation(sorted(file.src_uri for file in files.documentation_pages()))
    return files


def fields() -> str:
    """The page on what each kind of content can hold."""
    parts = ["# Fields", "", "Every kind of content, one file each; `content/facts/` takes folders and lists.", ""]
    for name in (*KINDS, "briefing"):
        parts += _kind(kind(name), _place(kind(name)))
    return "\n".join([*parts, *_untraced()])


def _untraced() -> list[str]:
    """Texts whose numbers nothing is asked of, and why."""
    intro = "The numbers of every other text must stand in a quote (facts, sources) or in a fact (all else)."
    rows = [
        f"| `{of.name}` | `{name}` | {field.untraced} |"
        for of in map(kind, (*KINDS, "briefing"))
        for name, field in _all_fields(of.fields, "")
        if field.untraced
    ]
    return [
        "## Texts whose numbers are not traced",
        "",
        intro,
        "",
        "| kind | text | why |",
        "|---|---|---|",
        *rows,
        "",
    ]


def _all_fields(fields: Iterable[Field], above: str) -> Iterator[tuple[str, Field]]:
    for field in fields:
        yield f"{above}{field.name}", field
        yield from _all_fields(field.fields, f"{above}{field.name}.")


def configuration() -> str:
    """The page on `site_config.yml`."""
    settings = kind("config")
    return "\n".join(["# Configuration", "", settings.description, "", *_table(settings.fields, "")])


def data() -> str:
    """The page on what exported data holds beside the fields."""
    intro = (
        "Each thing in the [exported JSON](exports.md) has the [fields](fields.md) of its YAML, and under `generated`"
        " what follows from them. The same stands in the JSON Schemas below `/data/schema/`."
    )
    parts = ["# What exports add", "", intro, ""]
    for name, label in FILES.items():
        parts += [f"## {name}.json", "", "| key | what it is |", "|---|---|"]
        parts += [f"| `{key}` | {_cell(what)} |" for key, what in _generated(label)]
        parts.append("")
    return "\n".join(parts)


def _generated(label: str) -> Iterator[tuple[str, str]]:
    """Keys under `generated`, and what each is; an entry without a description is a mistake of the schema's."""
    properties = thing(label)["properties"]["generated"]["properties"]
    for key, schema in properties.items():
        inner = (schema.get("items") or schema).get("properties", {})
        parts = f" ({', '.join(f'`{part}`' for part in inner)})" if inner else ""
        yield key, schema["description"] + parts


def templates() -> str:
    """The page with a file of each kind that has every key."""
    kinds = [kind(name) for name in (*KINDS, "briefing", "config")]
    parts = [f"## {of.label}: `{_place(of)}`\n\n```yaml\n{with_every_key(of)}```\n" for of in kinds]
    return "\n".join([_TEMPLATES, *parts])


def codes() -> str:
    """The list of all messages, each with the first sentence of its page."""
    rows = [f"- [`{page.stem}`]({page.name}): {_first_sentence(page)}" for page in sorted(CODES.glob("*.md"))]
    intro = "Each message that Factbook can give, as `factbook explain CODE` shows it."
    return "\n".join(["# Messages", "", intro, "", *rows, ""])


def _kind(of: Kind, place: str) -> list[str]:
    return [f"## {of.label}", "", f"{of.description} It stands in `{place}`.", "", *_table(of.fields, "")]


def _place(of: Kind) -> str:
    if of.folder.endswith(".yml"):
        return of.folder if of.name == "config" else f"content/{of.folder}"
    return f"content/{of.folder}/" + ("**.yml" if of.name == "fact" else "<id>.yml")


def _table(fields: Iterable[Field], above: str) -> list[str]:
    rows = ["| key | what it is | example |", "|---|---|---|"]
    return [*rows, *(row for field in fields for row in _rows(field, above)), ""]


def _rows(field: Field, above: str) -> Iterator[str]:
    name = f"{above}{field.name}"
    need = ", **required**" if field.required else ""
    words = f"{field.description} *({_type(field)}{need})*"
    yield (
        f"| `{name}` | {_cell(words)} | `{_cell(field.example)}` |"
        if field.example
        else f"| `{name}` | {_cell(words)} | |"
    )
    for inner in field.fields:
        yield from _rows(inner, f"{name}.")


def _type(field: Field) -> str:
    if field.choices:
        default = f"; {field.default} unless said otherwise" if field.default else ""
        return f"one of {', '.join(field.choices)}{default}"
    what = f"id of a {field.to}" if field.to else field.type
    default = f"; {field.default} unless said otherwise" if field.default else ""
    return (f"list, each: {what}" if field.many else what) + default


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def _first_sentence(page: Path) -> str:
    lines = page.read_text(encoding="utf-8").split("\n\n")
    return " ".join(lines[1].split()) if len(lines) > 1 else ""


def _navigation(pages: list[str]) -> list[dict[str, object]]:
    """Home, then the four kinds of documentation, each with all its pages."""
    listed: list[dict[str, object]] = [{"Home": "index.md"}]
    for title, folder in SECTIONS:
        inside = [page for page in pages if page.startswith(f"{folder}/")]
        listed.append({title: _how_to(inside) if folder == "how-to" else _grouped(inside, folder)})
    return listed


def _how_to(pages: list[str]) -> list[object]:
    listed = {title: [f"how-to/{name}.md" for name in names] for title, names in HOW_TO.items()}
    known = {page for group in listed.values() for page in group}
    return [*({title: group} for title, group in listed.items()), *(page for page in pages if page not in known)]


def _grouped(pages: list[str], folder: str) -> list[object]:
    """Pages of a folder, those of its own folders under a heading of their name."""
    flat: list[object] = [page for page in pages if page.count("/") == 1]
    deeper = sorted({page.split("/")[1] for page in pages if page.count("/") == 2})
    for name in deeper:
        inside = [page for page in pages if page.startswith(f"{folder}/{name}/")]
        label = {"codes": "Messages"}.get(name, name.capitalize())
        flat.append({label: sorted(inside, key=lambda page: (not page.endswith("index.md"), page))})
    return flat
