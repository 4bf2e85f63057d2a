"""One rule, one file: each pass takes a page and returns it mended."""
