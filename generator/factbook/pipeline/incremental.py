"""The pipeline up to the checks, again and again while content is edited: only what an edit touches is done anew.

Each look gives what `pipeline.check` would give. The simplest scheme that is fast enough: an edit of facts that
leaves their relations as they were is worked into the corpus; after any other one everything is linked again.
Files are read again when the system says that they were written; evidence and checks of a fact are kept while
the fact, the actors and the sources are the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.content import link, load
from factbook.content.link import drafts
from factbook.content.link.relink import relink
from factbook.diagnostics.types import has_errors, in_order
from factbook.evidence import answers, checks, lookup
from factbook.evidence.texts.store import Snapshots

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from factbook.config.settings import Settings
    from factbook.content.model import Corpus, Fact, Record
    from factbook.diagnostics.types import Diagnostic
    from factbook.evidence.model import Evidence

Found = tuple["Corpus", "Evidence", tuple["Diagnostic", ...]]


class IncrementalSession:
    """The content as it was seen last."""

    def __init__(self, settings: Settings, parse: Callable[[Sequence[load.File]], Iterable[load.Loaded]]) -> None:
        """`parse` reads files that were not seen before."""
        self._settings, self._parse = settings, parse
        self._files: dict[str, tuple[bytes, load.Loaded]] = {}
        self._snapshots = Snapshots(settings.snapshots)
        self._seen: tuple[Corpus, Evidence] | None = None
        self._misplaced: tuple[Diagnostic, ...] = ()
        self._unlinked: tuple[Diagnostic, ...] = ()
        self._of_facts: tuple[Diagnostic, ...] = ()
        self.same_urls = False
        """Whether the same things stand in the same places as at the last look that found no error."""
        self._as_published = False
        """Whether nothing but words has changed since then."""

    def refresh(self, written: Iterable[Path] = ()) -> Found:
        """The corpus, its evidence, and all that is wrong; `written` are the files that may have changed since."""
        names = [self._name(path) for path in written]
        edited = bool(names) and all(map(self._holds_facts, names)) and self._edited(names)
        if not edited:
            self._reload(frozenset(names), keep_texts=bool(names) and all(map(_is_no_text, names)))
        assert self._seen is not None
        corpus, found = self._seen
        whole = checks.run_site_wide(corpus, found, self._settings)
        read = (problem for _, (_, problems) in self._files.values() for problem in problems)
        published, naming = drafts.published(corpus, self._settings.languages[0])
        problems = in_order((*read, *self._misplaced, *self._unlinked, *self._of_facts, *whole, *naming))
        problems = answers.settled(problems, corpus, found)
        self._as_published = self._as_published and edited
        self.same_urls = self._as_published
        self._as_published = self._as_published or not has_errors(problems)
        return published, found, problems

    def _name(self, path: Path) -> str:
        """A file relative to the site; a text may lie elsewhere."""
        root = self._settings.root
        return path.relative_to(root).as_posix() if path.is_relative_to(root) else "content/snapshots/"

    def _holds_facts(self, name: str) -> bool:
        return self._seen is not None and name in self._files and name.startswith("content/facts/")

    def _edited(self, names: Sequence[str]) -> bool:
        """Works edited files of facts into what was seen; False, and nothing done, when that is not possible."""
        assert self._seen is not None
        corpus, found = self._seen
        files: dict[str, tuple[bytes, load.Loaded]] = {}
        for name in dict.fromkeys(names):
            try:
                data = (self._settings.root / name).read_bytes()
            except OSError:
                return False
            loaded = load.parse(data, name)
            if loaded[1] or _ids(loaded) != _ids(self._files[name][1]):
                return False
            files[name] = data, loaded
        records = [record for _, (records, _) in files.values() for record in records]
        after = None if self._unlinked or self._misplaced else relink(corpus, records)
        if after is None:
            return False
        self._files |= files
        self._seen = after, lookup.again(found, corpus, after, self._snapshots)
        self._check([record.id for record in records], frozenset(files), corpus)
        return True

    def _check(self, ids: Sequence[str], paths: frozenset[str], before: Corpus) -> None:
        """Checks the facts that say something else, and those that were wrong and may stand elsewhere now."""
        assert self._seen is not None
        corpus, found = self._seen
        were_wrong = any(problem.span.path in paths for problem in self._of_facts)
        if not were_wrong:
            ids = [name for name in ids if corpus.facts[name] != before.facts[name]]
        others = (problem for problem in self._of_facts if problem.span.path not in paths)
        self._of_facts = (*others, *checks.run_per_fact(ids, corpus, found, self._settings))

    def _reload(self, written: frozenset[str], *, keep_texts: bool) -> None:
        """Reads and links everything; keeps what was found of facts and texts that are the same."""
        if not keep_texts:
            self._snapshots = Snapshots(self._settings.snapshots)
        records, problems = load.read(self._settings.root, self._read)
        read = {problem for _, (_, wrong) in self._files.values() for problem in wrong}
        self._misplaced = tuple(problem for problem in problems if problem not in read)
        corpus, self._unlinked = link.link(records, self._settings.languages[0])
        before, self._seen = self._seen, None
        if before is not None and keep_texts:
            found = lookup.again(before[1], before[0], corpus, self._snapshots)
        else:
            found = lookup.gather(corpus, self._snapshots)
        self._seen = corpus, found
        if before is not None and keep_texts and _same_world(before[0], corpus):
            self._check_again(written, before[0])
        else:
            self._of_facts = checks.run_per_fact(tuple(corpus.facts), corpus, found, self._settings)

    def _check_again(self, written: frozenset[str], before: Corpus) -> None:
        """Checks the facts of each file that was written, holds a changed one, or had a problem with one of these."""
        assert self._seen is not None
        corpus, found = self._seen
        changed = {fact.record.tree.path for fact in corpus.facts.values() if not _same(fact, before)}
        touched = changed | written
        paths = touched | {problem.span.path for problem in self._of_facts if _speaks_of(problem) & touched}
        ids = [fact.id for fact in corpus.facts.values() if fact.record.tree.path in paths]
        others = (problem for problem in self._of_facts if problem.span.path not in paths)
        self._of_facts = (*others, *checks.run_per_fact(ids, corpus, found, self._settings))

    def _read(self, files: Sequence[load.File]) -> list[load.Loaded]:
        """What files hold, parsed where their bytes are not those that were seen."""
        known = self._files
        fresh = [(path, data) for path, data in files if path not in known or known[path][0] != data]
        parsed = dict(zip((path for path, _ in fresh), self._parse(fresh), strict=True))
        self._files = {path: (data, parsed[path]) if path in parsed else known[path] for path, data in files}
        return [loaded for _, loaded in self._files.values()]


def _is_no_text(name: str) -> bool:
    return not name.startswith("content/snapshots/")


def _ids(loaded: load.Loaded) -> list[str]:
    records: tuple[Record, ...] = loaded[0]
    return [record.id for record in records]


def _speaks_of(problem: Diagnostic) -> set[str]:
    return {problem.span.path, *(label.span.path for label in problem.labels)}


def _same_world(before: Corpus, corpus: Corpus) -> bool:
    """Whether the sources and actors, by which facts are checked, are what they were, in their places too."""
    return before.sources == corpus.sources and before.actors == corpus.actors and before.members == corpus.members


def _same(fact: Fact, before: Corpus) -> bool:
    return before.facts.get(fact.id) == fact
