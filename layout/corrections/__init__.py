"""What a person decided about a page: places, decisions, and the page that follows from them."""
