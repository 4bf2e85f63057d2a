r"""Figures that engines write as TeX formulas, read as a newspaper prints them: `$90\%$` is 90%.

Models that know papers of science see a formula in every number with a sign or a unit. What can be
written in one line is; a formula with anything else in it is left as it stands, as are sums of
money, which have no second dollar sign right behind a figure or a mark of TeX before it. The blanks
that such models set between a formula and Chinese characters were not printed.
"""

import re
from collections.abc import Iterator

from layout.text import Amendment, Edit, Rule, Text

_FORMULA = re.compile(
    r"(?:(?<=[^\x00-\x7f]) )?"
    r"\$(?=[^$]*[\\^_]|\s*[0-9.,]*[0-9]\s*\$(?![0-9]))([^$\n]{1,60})\$"
    r"(?: (?=[^\x00-\x7f]))?"
)
_DRESS = re.compile(r"\\(?:mathbf|mathit|mathrm|mathsf|operatorname|text)\s*\{([^{}]*)\}")
_CIRCLED = re.compile(r"\\textcircled\s*\{\s*([1-9]|1[0-9]|20)\s*\}")
_COMMAND = re.compile(r"\\([A-Za-z]+|.)")
_SIGNS = {
    "approx": "≈", "cdot": "·", "circ": "°", "div": "÷", "dots": "…", "ge": "≥", "geq": "≥",
    "ldots": "…", "le": "≤", "leq": "≤", "mu": "μ", "neq": "≠", "pm": "±", "prime": "′",
    "rightarrow": "→", "sim": "～", "times": "×", "to": "→", "%": "%", "$": "$", "&": "&",
    "#": "#", ",": "", ";": "", "!": "", " ": "",
}  # fmt: skip
_RAISED = re.compile(r"\^(?:\{([^{}]*)\}|(.))")
_LOWERED = re.compile(r"_(?:\{([^{}]*)\}|(.))")
_ABOVE = str.maketrans("0123456789+-n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ")
_BELOW = str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")
_ONE_CIRCLED = ord("①")
_VOID = re.compile(r"[{}~\s]")
_UNREAD = re.compile(r"[\\^_]")
_MARKUP = Edit(Rule.MARKUP)


def in_figures(text: Text) -> Text:
    """The text with each formula as figures, signs and units in one line, where it can be one."""
    return text.amended(_changes(text.plain)) if "$" in text.plain else text


def _changes(plain: str) -> Iterator[Amendment]:
    for formula in _FORMULA.finditer(plain):
        reading = _read(formula[1])
        if reading and not _UNREAD.search(reading):
            yield Amendment(formula.start(), formula.end(), reading, _MARKUP)


def _read(formula: str) -> str:
    words = _CIRCLED.sub(lambda m: chr(_ONE_CIRCLED + int(m[1]) - 1), formula)
    words = _DRESS.sub(r"\1", words)
    words = _COMMAND.sub(lambda m: _SIGNS.get(m[1], m[0]), words)
    words = _RAISED.sub(lambda m: (m[1] or m[2] or "").translate(_ABOVE), words)
    words = _LOWERED.sub(lambda m: (m[1] or m[2] or "").translate(_BELOW), words)
    return _VOID.sub("", words)
