"""What the meanings of all forms share: types with functions, missing values, loops."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Callable

from .exact import bounded
from .outcomes import Obstacle


@dataclass
class Meaning:
    type: tuple
    run: Callable
    constant: bool = False  # depends on nothing but the text


@dataclass
class Domain:
    """What a list holds: `run` answers the members."""

    type: tuple
    run: Callable
    indicators: tuple = ()
    constant: bool = False


def quantity(kind):
    return ("quantity", kind)


def known(work, *meanings):
    """Missing where an operand is, otherwise the work on all operands."""
    runs = [each.run for each in meanings]
    if len(runs) == 1:
        only, = runs

        def one(computation, variables):
            value = only(computation, variables)
            return None if value is None else work(value)

        return one

    def run(computation, variables):
        values = [each(computation, variables) for each in runs]
        return None if None in values else work(*values)

    return run


def divided(left, right):
    if right == 0:
        raise Obstacle("division-by-zero")
    return bounded(left / right)


def decided(value):
    """A condition that decides."""
    if value is None:
        raise Obstacle("missing-value")
    return value


def collected(name, values):
    if name == "sum":
        return bounded(sum(values, Fraction(0)))
    if name == "all":
        return all(values)
    if name == "any":
        return any(values)
    if not values:
        return None
    if name == "mean":
        return bounded(sum(values, Fraction(0)) / len(values))
    return max(values) if name == "largest" else min(values)


def combinations(domains, computation, variables):
    """The variables of every combination, the last list running fastest."""
    if not domains:
        yield variables
        return
    (name, domain), *rest = domains
    for member in domain.run(computation, variables):
        yield from combinations(rest, computation, {**variables, name: member})
