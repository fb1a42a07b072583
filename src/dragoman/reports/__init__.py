"""Files, folders and corpora become reports: canonical text, blocks, outlet, authors, day."""

from dragoman.reports.reading import Given, load_reports
from dragoman.reports.view import chunks

__all__ = ["Given", "chunks", "load_reports"]
