"""The layout model: what a page is, how it is rebuilt from OCR text and composed into sheets."""
