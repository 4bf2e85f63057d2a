"""The command `stonehand`: rebuilds newspaper pages from OCR text and prints them anew."""
