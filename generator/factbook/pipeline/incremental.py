"""The content again and again while it is edited: only what an edit touches is done anew.

Each look gives what `stages.check` would give. An edit of facts that leaves their relations as they were is worked
into the corpus; after any other one everything is linked again, and verdicts are kept as between runs. Files are read
again when the system says that they were written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.content import link, load, yaml
from factbook.content.link import drafts
from factbook.content.link.relink import relink
from factbook.diagnostics.types import has_errors, in_order
from factbook.evidence import answers, checks, lookup, plugin_checks
from factbook.evidence.texts.store import Snapshots
from factbook.pipeline import verdicts
from factbook.runtime.progress import no_progress
from factbook.runtime.site_path import read_below

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
        self._per_fact: tuple[Diagnostic, ...] = ()
        self._unchecked: Corpus | None = None
        """What was read and linked, and not looked up yet."""

    def glance(self) -> Found:
        """What is read and linked, before any text is looked into: with the evidence that is to be expected."""
        self._unchecked = corpus = self._linked()
        published, _ = drafts.published(corpus, self._settings.languages[0])
        return published, verdicts.expected(corpus, self._settings), self._problems()

    def refresh(self, written: Iterable[Path] = ()) -> Found:
        """The corpus, its evidence, and all that is wrong; `written` are the files that may have changed since."""
        names = [self._name(path) for path in written]
        if not (names and all(map(self._holds_facts, names)) and self._edited(names)):
            self._reload(self._linked() if names or self._unchecked is None else self._unchecked)
        assert self._seen is not None
        corpus, found = self._seen
        published, naming = drafts.published(corpus, self._settings.languages[0])
        of_site = checks.run_site_wide(corpus, found, self._settings)
        of_plugins = plugin_checks.run(corpus, found, self._settings)
        told = self._problems(*self._per_fact, *of_site, *of_plugins, *naming)
        problems = answers.settled(told, corpus, found, self._settings.plugins)
        return published, found, problems

    def _problems(self, *further: Diagnostic) -> tuple[Diagnostic, ...]:
        """What is wrong with the files and their names, and what is `further`."""
        read = (problem for _, (_, problems) in self._files.values() for problem in problems)
        return in_order((*read, *self._misplaced, *self._unlinked, *further))

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
                data = read_below(self._settings.root, name, yaml.MAX_BYTES)
            except OSError:
                return False
            loaded = load.parse(data, name)
            if loaded[1] or _ids(loaded) != _ids(self._files[name][1]):
                return False
            files[name] = data, loaded
        records = [record for _, (records, _) in files.values() for record in records]
        after = None if self._unlinked or has_errors(self._misplaced) else relink(corpus, records)
        if after is None or not all(self._holds_soundly(after.facts[record.id]) for record in records):
            return False
        self._files |= files
        self._seen = after, lookup.look_up_changed(found, corpus, after, self._snapshots)
        self._check([record.id for record in records], frozenset(files), corpus)
        return True

    def _holds_soundly(self, fact: Fact) -> bool:
        """Whether what is held of the fact's sources does not depend on which facts cite them."""
        assert self._seen is not None
        held_texts = self._seen[1].held_texts
        return all(verdicts.is_usable(held_texts[c.source]) for c in fact.citations if c.source in held_texts)

    def _check(self, ids: Sequence[str], paths: frozenset[str], before: Corpus) -> None:
        """Checks the facts that say something else, and those that were wrong and may stand elsewhere now."""
        assert self._seen is not None
        corpus, found = self._seen
        were_wrong = any(problem.span.path in paths for problem in self._per_fact)
        if not were_wrong:
            ids = [name for name in ids if corpus.facts[name] != before.facts[name]]
        others = (problem for problem in self._per_fact if problem.span.path not in paths)
        self._per_fact = (*others, *checks.run_per_fact(ids, corpus, found, self._settings))

    def _linked(self) -> Corpus:
        """Reads and links everything."""
        records, problems = load.read(self._settings.root, self._read)
        read = {problem for _, (_, wrong) in self._files.values() for problem in wrong}
        self._misplaced = tuple(problem for problem in problems if problem not in read)
        corpus, self._unlinked = link.link(records, self._settings.languages[0])
        return corpus

    def _reload(self, corpus: Corpus) -> None:
        """Looks up and checks whatever is not known yet."""
        self._snapshots, self._unchecked = Snapshots(self._settings.snapshots), None
        found, self._per_fact = verdicts.per_fact(corpus, self._settings, no_progress)
        self._seen = corpus, found

    def _read(self, files: Sequence[load.File]) -> list[load.Loaded]:
        """What files hold, parsed where their bytes are not those that were seen."""
        known = self._files
        fresh = [(path, data) for path, data in files if path not in known or known[path][0] != data]
        parsed = dict(zip((path for path, _ in fresh), self._parse(fresh), strict=True))
        self._files = {path: (data, parsed[path]) if path in parsed else known[path] for path, data in files}
        return [loaded for _, loaded in self._files.values()]


def _ids(loaded: load.Loaded) -> list[str]:
    records: tuple[Record, ...] = loaded[0]
    return [record.id for record in records]
