"""The lines of a page as they were printed: found, parted into blocks, and measured."""
