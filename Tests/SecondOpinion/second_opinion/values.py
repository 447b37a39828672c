"""What a computation works on besides numbers (Fractions in base units), classes (1…6) and conditions (bools).

A missing value is None. Types are tuples: ("quantity", kind), ("class",), ("condition",), ("means",),
("period", kind of period), and ("party",), ("section",), ("item",), ("indicator",) for members.
"""

import re
from dataclasses import dataclass
from fractions import Fraction

from .exact import parse_decimal, text_of
from .water import CLASSES

CLASS, CONDITION, MEANS = ("class",), ("condition",), ("means",)
MEMBER_SORTS = ("party", "section", "item", "indicator")


@dataclass(frozen=True)
class Member:
    sort: str
    name: str
    code: str = ""  # of a party its GB/T 2260 code, of a section its identifier
    body: str = ""


@dataclass(frozen=True)
class Means:
    """One statistic of the readings at one section; what has no data is absent."""

    section: Member
    values: dict

    def text(self, indicators):
        parts = []
        for indicator in sorted(indicators, key=lambda each: each.code.encode()):
            value = self.values.get(indicator.code)
            parts.append(f"{indicator.code}={'missing' if value is None else text_of(value / indicator.factor)}")
        return ";".join(parts)


def is_member(kind):
    return kind[0] in MEMBER_SORTS


def key_text(value):
    """A member or period as it stands in the brackets of a step's name."""
    return value.text if hasattr(value, "text") else value.name


def value_text(kind, value, units):
    if value is None:
        return "missing"
    if kind[0] == "quantity":
        return units.text(kind[1], value)
    if kind == CLASS:
        return CLASSES[value - 1]
    if kind == CONDITION:
        return "true" if value else "false"
    return key_text(value)


def parse_supplied(kind, text, units):
    """The value of a supplied text, or None where it is not of the kind."""
    if kind == CLASS:
        return CLASSES.index(text) + 1 if text in CLASSES else None
    if kind == CONDITION:
        return {"yes": True, "no": False}.get(text)
    number, space, unit = re.match("([-.0-9]*)( ?)(.*)", text, re.DOTALL).groups()
    value = parse_decimal(number, signed=True)
    if value is None:
        return None
    if not unit:
        return value if kind[1] == () and not space else None
    found = units.find(unit)
    return value * found[1] if found and found[0] == kind[1] else None


def step_name(name, arguments):
    return f"{name}({', '.join(key_text(each) for each in arguments)})" if arguments else name


ZERO = Fraction(0)
