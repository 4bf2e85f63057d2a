"""From an edition to finished sheets: lines by CLREQ, articles as modules that fill the page."""
