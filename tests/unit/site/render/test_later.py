"""Rendering later: a page that is made when it is asked for is the page that is made at once."""

from __future__ import annotations

import pickle
from dataclasses import fields, replace

from factbook.site import page_types as pages
from factbook.site import render
from factbook.site.artifacts import Body, Edition
from tests.unit.site.pages.corpora import corpus, evidence, settings
from tests.unit.site.render.test_edition import FILES


def both() -> tuple[Edition, Edition]:
    found, of = corpus("en", **FILES), settings(("en",))
    planned = pages.plan(found, evidence(found), of, "en")
    views = pages.views(found, evidence(found), of, "en")
    return render.edition(views, of, "en"), render.edition(planned, of, "en")


def test_every_page_is_the_same_whether_it_is_asked_as_a_whole_or_in_part() -> None:
    at_once, later = both()
    for one, other in zip(at_once.bodies, later.bodies, strict=True):
        assert other.whole == one
        assert {field.name: getattr(other, field.name) for field in fields(Body)} == {
            field.name: getattr(one, field.name) for field in fields(Body)
        }


def test_redirects_are_the_same() -> None:
    at_once, later = both()
    assert [(asset.path, asset.data) for asset in at_once.assets] == [(a.path, a.data) for a in later.assets]


def test_a_finished_page_is_finished_when_it_is_made() -> None:
    at_once, later = both()
    done = [body.finished(lambda body: replace(body, html=body.html + "!")) for body in later.bodies]
    assert [body.whole.html for body in done] == [f"{body.html}!" for body in at_once.bodies]
    assert done[0].title == at_once.bodies[0].title


def test_pages_are_the_same_whether_what_they_share_was_made_before_or_when_they_need_it() -> None:
    """As two processes make it: one makes, another is told."""
    (_, told), (_, untold) = both(), both()
    _, maker = both()
    assert told.facts.ids
    for name in told.facts.ids:
        for making, learning in zip(maker.facts.stages, told.facts.stages, strict=True):
            learning.learn(name, pickle.loads(pickle.dumps(making.make(name))))
    assert [body.whole for body in told.bodies] == [body.whole for body in untold.bodies]
