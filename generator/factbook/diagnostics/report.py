"""Report: the only room that prints: diagnostics in every format, and summaries."""

from factbook.diagnostics.console import Output
from factbook.diagnostics.sanitize import visible
from factbook.diagnostics.show import FORMATS, Files, Format, show
from factbook.diagnostics.summary import count, summary

__all__ = ["FORMATS", "Files", "Format", "Output", "count", "show", "summary", "visible"]
