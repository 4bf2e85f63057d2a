"""The type case: named styles, and their sisters at the sizes that this edition asks for.

A column is as wide as its measure times the type, so type has many sizes; each one that is used
becomes a named style based on its role's, and no paragraph is formatted by hand.
"""

from dataclasses import dataclass

from exporters.docx.look import Look, Style


@dataclass(frozen=True, slots=True, order=True)
class Fit:
    """Type as it fits its place: size, line height and tracking in points, grey from 0 to 1."""

    size: float
    leading: float
    tracking: float = 0.0
    grey: float = 0.0


@dataclass(frozen=True, slots=True)
class Sister:
    """A style as it fits one place. Its name tells how, as printers do: `Body 10.5/15.75`."""

    style: Style
    fit: Fit

    @property
    def key(self) -> str:
        """The style's id."""
        fit = self.fit
        numbers = (fit.size * 10, fit.leading * 100, fit.tracking * 100, fit.grey * 100)
        return "-".join([self.style.key, *(f"{number:.0f}" for number in numbers)])

    @property
    def name(self) -> str:
        """The name that an editor sees."""
        tracking = f" +{self.fit.tracking:.2g}" if self.fit.tracking else ""
        grey = f" {self.fit.grey:.0%} white" if self.fit.grey else ""
        return f"{self.style.name} {self.fit.size:g}/{self.fit.leading:.4g}{tracking}{grey}"


class Case:
    """Hands out the ids of styles, and remembers which sisters were asked for."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._sisters: dict[tuple[str, Fit], Sister] = {}

    def key(self, style: Style, fit: Fit) -> str:
        """The id of a style that fits; the style's own, where it fits by itself."""
        if fit == Fit(self._look.size_of(style), self._look.leading_of(style)):
            return style.key
        return self._sisters.setdefault((style.name, fit), Sister(style, fit)).key

    def sisters(self) -> tuple[Sister, ...]:
        """The sisters that were asked for, by name and size."""
        return tuple(self._sisters[key] for key in sorted(self._sisters))
