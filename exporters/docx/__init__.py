"""DOCX: the edition as an editor expects it in a word processor."""
