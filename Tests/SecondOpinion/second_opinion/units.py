"""Units and the kinds of quantity. A kind is a sorted tuple of (base unit, power); () is a plain number."""

from fractions import Fraction

from .exact import text_of
from .outcomes import Refusal

BASES = ["元", "t", "万m³", "km²", "d", "人", "℃"]
PLAIN = ()
MONEY = ((0, 1),)

_SINGLE = {
    "元": ("元", 1), "万元": ("元", 10**4), "亿元": ("元", 10**8),
    "g": ("t", Fraction(1, 10**6)), "kg": ("t", Fraction(1, 1000)), "t": ("t", 1), "吨": ("t", 1), "万吨": ("t", 10**4),
    "L": ("万m³", Fraction(1, 10**7)), "m³": ("万m³", Fraction(1, 10**4)), "万m³": ("万m³", 1), "亿m³": ("万m³", 10**4),
    "m²": ("km²", Fraction(1, 10**6)), "亩": ("km²", Fraction(1, 1500)), "公顷": ("km²", Fraction(1, 100)),
    "km²": ("km²", 1),
    "s": ("d", Fraction(1, 86400)), "h": ("d", Fraction(1, 24)), "d": ("d", 1),
    "人": ("人", 1), "万人": ("人", 10**4), "℃": ("℃", 1),
    "个": (None, 1), "%": (None, Fraction(1, 100)),
}


class Units:
    """The units of one scheme: those of the language and its own."""

    def __init__(self):
        self.bases = list(BASES)
        self.own = {}

    def define(self, name):
        self.own[name] = len(self.bases)
        self.bases.append(name)

    def _single(self, word):
        if word in self.own:
            return ((self.own[word], 1),), Fraction(1)
        if word == "mg/L":
            return ((1, 1), (2, -1)), Fraction(1, 100)
        if word not in _SINGLE:
            return None
        base, factor = _SINGLE[word]
        return (PLAIN if base is None else ((BASES.index(base), 1),)), Fraction(factor)

    def find(self, word):
        """(kind, factor to base units) of a unit as written, or None."""
        single = self._single(word)
        if single or "/" not in word:
            return single
        above, _, below = word.partition("/")
        above, below = self._single(above), self._single(below)
        if not above or not below:
            return None
        return divide(above[0], below[0]), above[1] / below[1]

    def text(self, kind, value):
        """A quantity in the unit that is shown for its kind."""
        if kind == PLAIN:
            return text_of(value)
        for name in ("万元", "t", "万m³", "km²", "d", "人", "℃", "mg/L", "万元/t", "万元/万m³"):
            shown, factor = self.find(name)
            if shown == kind:
                return f"{text_of(value / factor)} {name}"
        if len(kind) == 1 and kind[0][1] == 1:
            return f"{text_of(value)} {self.bases[kind[0][0]]}"
        return text_of(value) + " " + "·".join(f"{self.bases[base]}^{power}" for base, power in kind)


def multiply(left, right, sign=1):
    powers = dict(left)
    for base, power in right:
        powers[base] = powers.get(base, 0) + sign * power
    return tuple(sorted((base, power) for base, power in powers.items() if power))


def divide(left, right):
    return multiply(left, right, -1)


def unit_or_refusal(units, word, line):
    found = units.find(word)
    if found is None:
        raise Refusal("unknown-unit", word, line)
    return found
