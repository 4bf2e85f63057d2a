"""Figures written as TeX formulas."""

import pytest

from layout.text import kept
from readers.formulas import in_figures


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param(r"效率提高$90\%$，", "效率提高90%，", id="a percentage"),
        pytest.param(r"$1.2 \times 10^{4}$亩", "1.2×10⁴亩", id="a power"),
        pytest.param(r"$35 \mathrm{~km}$", "35km", id="a unit"),
        pytest.param(r"$38.5^{\circ} \mathrm{C}$", "38.5°C", id="degrees"),
        pytest.param(r"$\mathrm{CO}_{2}$", "CO₂", id="below the line"),
        pytest.param(r"$\textcircled{1}$ 资料", "①资料", id="a circle"),
        pytest.param("第 $17$ 届", "第17届", id="a plain number"),
        pytest.param(r"$3\sim5$ 天，$20 \%$", "3～5天，20%", id="two of them"),
        pytest.param("第 $ 17 $ 届", "第17届", id="with blanks inside"),
        pytest.param("about $17$ boats", "about 17 boats", id="between words"),
        pytest.param(r"$\frac{1}{3}$ 的", r"$\frac{1}{3}$ 的", id="not in one line"),
        pytest.param("a $84 million plan, $19 more", "a $84 million plan, $19 more", id="money"),
        pytest.param("from $5,$10 or $15", "from $5,$10 or $15", id="prices in a row"),
    ],
)
def test_formulas_are_read_in_one_line(source: str, expected: str) -> None:
    text = in_figures(kept(source, 0, len(source)))
    assert (text.plain, text.raw) == (expected, source)
