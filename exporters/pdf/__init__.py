"""PDF: draws finished sheets as tagged, archival pages."""
