"""From a scanned page to a rebuilt one: measures, joins, losses, roles, articles."""
