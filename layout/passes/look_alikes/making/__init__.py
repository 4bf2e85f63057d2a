"""How the data of this package were made: not needed to run, and not imported by what runs."""
