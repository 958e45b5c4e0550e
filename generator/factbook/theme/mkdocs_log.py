"""Host: MkDocs' log becomes diagnostics; nothing of it is printed raw."""

from __future__ import annotations

import contextlib
import logging
import os
import warnings
from typing import TYPE_CHECKING

from factbook.diagnostics.types import Diagnostic, Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

os.environ["NO_MKDOCS_2_WARNING"] = "1"  # Material prints a banner where it is imported


@contextlib.contextmanager
def quiet() -> Iterator[list[Diagnostic]]:
    """Collect what MkDocs warns of while it runs, as warnings about the site's configuration."""
    collector = _Collector()
    logger = logging.getLogger("mkdocs")
    propagate, level = logger.propagate, logger.level
    logger.addHandler(collector)
    logger.propagate = False
    logger.setLevel(logging.WARNING)
    try:
        with warnings.catch_warnings(), undated():
            warnings.simplefilter("ignore")
            yield collector.found
    finally:
        logger.removeHandler(collector)
        logger.propagate = propagate
        logger.setLevel(level)


@contextlib.contextmanager
def undated() -> Iterator[None]:
    """MkDocs ends at a SOURCE_DATE_EPOCH that is no number, and no page of ours shows the date of a build."""
    epoch = os.environ.pop("SOURCE_DATE_EPOCH", None)
    try:
        yield
    finally:
        if epoch is not None:
            os.environ["SOURCE_DATE_EPOCH"] = epoch


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.found: list[Diagnostic] = []

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage().splitlines()[0]
        self.found.append(Diagnostic("theme-notice", message, Span("site_config.yml"), Severity.WARNING))
