"""The composing room, tested with a ruler on which every width is round."""
