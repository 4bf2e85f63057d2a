"""What scanning does to the printed lines of a page, one damage after the other."""

from collections.abc import Callable
from random import Random

from tests.generate import losses, misreading
from tests.generate.proof import Proof
from tests.generate.rates import Rates

Damage = Callable[[Random, Proof, Rates], None]

DAMAGES: tuple[Damage, ...] = (
    losses.lose_tails,
    losses.lose_years,
    losses.lose_lines,
    losses.lose_heads,
    losses.lose_stops,
    misreading.dash_ones,
    misreading.quotes_for_stops,
    misreading.misread_quotes,
    misreading.split_rows,
    losses.garble_editors,
)


def strike(rng: Random, proof: Proof, rates: Rates, lang: str) -> None:
    """Damage the proof, noting everything."""
    letters = misreading.misread_latin if lang == "en" else misreading.misread_han
    for damage in (*DAMAGES, letters):
        damage(rng, proof, rates)
