"""EPUB 3: the edition as a book to read, one chapter an article."""

from exporters.epub.book import Binding, write

__all__ = ["Binding", "write"]
