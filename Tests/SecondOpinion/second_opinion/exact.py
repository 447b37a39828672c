"""Exact numbers: their text, rounding to a multiple of a step, square roots, limits of size."""

import re
from fractions import Fraction
from math import isqrt

from .outcomes import Obstacle

NUMBER = re.compile(r"(0|[1-9][0-9]*)(\.[0-9]+)?\Z")
ROUNDINGS = ("half-even", "half-up", "down", "ceiling")
MAXIMUM_BITS = 4096
MOST_FEN = 2**63 - 1


def parse_decimal(text, signed=False):
    """The value of a plain decimal of at most 18 digits, or None."""
    body = text[1:] if signed and text.startswith("-") else text
    match = NUMBER.match(body)
    if not match:
        return None
    whole, decimals = match.group(1), (match.group(2) or ".")[1:]
    if len(whole if whole != "0" else "") + len(decimals) > 18:
        return None
    value = Fraction(int(whole + decimals), 10 ** len(decimals))
    return -value if body is not text else value


def bounded(value):
    """The value itself, unless it is larger than a number may be."""
    if max(value.numerator.bit_length(), value.denominator.bit_length()) > MAXIMUM_BITS:
        raise Obstacle("number-too-large")
    return value


def text_of(value):
    """A decimal where it ends, otherwise the reduced fraction."""
    rest, twos, fives = value.denominator, 0, 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    if rest != 1:
        return f"{value.numerator}/{value.denominator}"
    places = max(twos, fives)
    digits = str(abs(value.numerator) * 10**places // value.denominator).rjust(places + 1, "0")
    sign = "-" if value < 0 else ""
    return sign + (digits if places == 0 else f"{digits[:-places]}.{digits[-places:]}")


def round_to(value, step, rule):
    """The nearest multiple of a positive step. Halves of negative numbers as GB/T 8170: by absolute value."""
    steps = value / step
    if rule == "ceiling":
        return -(-steps.numerator // steps.denominator) * step
    size = abs(steps)
    whole, rest = divmod(size.numerator, size.denominator)
    twice = 2 * rest
    if rule == "down":
        up = False
    elif twice != size.denominator:
        up = twice > size.denominator
    else:
        up = rule == "half-up" or whole % 2 == 1
    whole += up
    return (-whole if steps < 0 else whole) * step


def root_to(value, step, rule):
    """The multiple of the step that is nearest, by the rule, to the square root."""
    if value < 0:
        raise Obstacle("negative-root")
    square = value / (step * step)
    whole = isqrt(square.numerator // square.denominator)
    middle = Fraction(2 * whole + 1, 2) ** 2
    if whole * whole == square or rule == "down":
        up = False
    elif rule == "ceiling":
        up = True
    elif square != middle:
        up = square > middle
    else:
        up = rule == "half-up" or whole % 2 == 1
    return (whole + up) * step
