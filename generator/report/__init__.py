"""Report: the only room that prints: diagnostics in four formats, summaries, progress."""

from generator.report.diagnostics import FORMATS, Files, Format, show
from generator.report.output import Output
from generator.report.progress import Progress, progress
from generator.report.summary import count, summary
from generator.report.visible import visible

__all__ = ["FORMATS", "Files", "Format", "Output", "Progress", "count", "progress", "show", "summary", "visible"]
