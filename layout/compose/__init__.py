"""The composing room: an edition, a style and a ruler become a forme, sheets ready for printing."""

from layout.compose.forme import compose

__all__ = ["compose"]
