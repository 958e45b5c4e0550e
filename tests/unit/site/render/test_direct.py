"""Direct templates: compiled our way, they print what an ordinary environment prints, and know no missing names."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment
from markupsafe import Markup

from factbook.config import reader as config
from factbook.pipeline import stages as pipeline
from factbook.site import page_types as pages
from factbook.site.render.fast_templates import DirectEnvironment, Part
from factbook.site.render.page_renderer import Press
from factbook.site.views.page import PageView


@dataclass(frozen=True, slots=True)
class View:
    title: str
    html: Markup
    number: int
    parts: tuple[View, ...] = ()


VIEW = View("<b>\"R\" & 'D'</b>", Markup("<i>done</i>"), 3, (View("plain", Markup(""), 0), View("", Markup("&"), 1)))
TEMPLATES = {
    "page": "{% block body %}{% endblock %}",
    "part": "<p{% if view.number %} id='{{ view.number }}'{% endif %}>{{ view.title }}{{ view.html }}</p>",
    "loop": '{% extends "page" %}{% block body %}{% for part in view.parts recursive %}{{ part.title or "-" }}'
    '{{ loop(part.parts) }}{% if not loop.last %}, {% endif %}{% with view = part %}{% include "part" %}'
    "{% endwith %}{% endfor %}{% endblock %}",
    "macro": "{% macro say(words) %}<q>{{ words }}</q>{% endmacro %}{{ say(view.title) }}{{ say(view.html) }}",
    "filter": "{{ view.title | upper }}{{ (view.title ~ '!') }}{{ none }}{{ 1.5 }}{{ open is defined }}",
}


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_same_text_as_an_ordinary_environment(name: str) -> None:
    direct, ordinary = (
        kind(loader=DictLoader(TEMPLATES), autoescape=True).get_template(name).render(view=VIEW)
        for kind in (DirectEnvironment, Environment)
    )
    assert direct == ordinary


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_same_pages_of_the_shipped_content(language: str) -> None:
    settings, _ = config.read(Path(__file__).parents[4])
    assert settings is not None
    checked = pipeline.check(settings)
    views = pages.views(checked.corpus, checked.evidence, settings, language)
    direct, ordinary = Press(language), Press(language, Environment)
    for view in views:
        if isinstance(view, PageView):
            assert direct.body(view) == ordinary.body(view)


def test_a_part_is_rendered_with_each_view_anew() -> None:
    template = DirectEnvironment(loader=DictLoader(TEMPLATES), autoescape=True).get_template("part")
    part = Part(template, "view")
    assert [part(VIEW), part(VIEW.parts[0])] == [template.render(view=VIEW), template.render(view=VIEW.parts[0])]


def test_a_name_that_a_view_does_not_have_is_a_bug() -> None:
    template = DirectEnvironment(autoescape=True).from_string("{{ view.titel }}")
    with pytest.raises(AttributeError, match="titel"):
        template.render(view=VIEW)
