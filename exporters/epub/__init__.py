"""EPUB 3: the edition as a book to read, one chapter an article."""
