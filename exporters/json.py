"""JSON: the model itself, with a published schema."""
