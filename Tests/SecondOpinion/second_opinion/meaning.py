"""From a form of the language to what it does: its type, and a function of the computation and its variables.

Every `run(computation, variables)` answers a value, or None where it is missing.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Callable

from . import periods
from .exact import bounded, root_to, round_to
from .outcomes import Obstacle, Refusal
from .units import PLAIN, divide, multiply, unit_or_refusal
from .values import CLASS, CONDITION, MEANS, Means, is_member
from .water import FIVE_ITEMS, NOT_OF_TWENTY_ONE


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


class Meanings:
    """Turns forms into meanings. `names` is the scheme as far as it has been read, `scope` the variables."""

    def __init__(self, names, scope):
        self.names = names
        self.scope = scope

    def of(self, node):
        return getattr(self, "of_" + node.form.replace("-", "_"))(node)

    def wanted(self, node, *types):
        """The meaning of a form that must have one of the types (a bare word stands for a family of types)."""
        meaning = self.of(node)
        if meaning.type not in types and meaning.type[0] not in types:
            raise Refusal("wrong-type", f"{meaning.type} where {types} is wanted", node.line)
        return meaning

    def alike(self, meanings, line):
        first = meanings[0].type
        for each in meanings[1:]:
            if each.type == first:
                continue
            families = {first[0], each.type[0]}
            code = {1: "unit-mixing" if "quantity" in families else "wrong-type"}.get(len(families), "wrong-type")
            if families == {"class", "quantity"}:
                code = "class-with-quantity"
            raise Refusal(code, f"{first} with {each.type}", line)
        return first

    def within(self, loops):
        """The domains of loops, each in the scope of those before it, and the scope inside all of them."""
        scope, domains = dict(self.scope), []
        for name, listed in loops:
            if name in scope or self.names.is_defined(name):
                raise Refusal("redefinition", name, listed.line)
            domain = Meanings(self.names, scope).domain(listed)
            domains.append((name, domain))
            scope[name] = domain
        return domains, Meanings(self.names, scope)

    # lists

    def domain(self, node):
        if node.form == "list-name":
            found = self.names.lists.get(node.name)
            if found is None:
                raise Refusal("unknown-name", node.name, node.line)
            return found
        kind = node.kind
        if node.form == "list-range":
            if node.first.kind != kind or node.last.kind != kind or node.first.start > node.last.start:
                raise Refusal("bad-period", node.first.text, node.line)
            found, current = [], node.first
            while current.start <= node.last.start:
                found.append(current)
                if current == node.last:
                    break
                current = periods.containing(kind, current.end)
            return Domain(("period", kind), lambda computation, variables: found, constant=True)
        outer = self.wanted(node.period, "period")
        if node.form == "list-before":
            count = node.count
            return Domain(("period", kind), lambda computation, variables: periods.preceding(
                count, kind, outer.run(computation, variables)))
        if periods.KINDS.index(kind) > periods.KINDS.index(outer.type[1]):
            raise Refusal("wrong-type", f"{kind} in {outer.type[1]}", node.line)
        if node.period.form == "period":
            return Domain(("period", kind), lambda computation, variables: computation.parts(kind))
        return Domain(("period", kind), lambda computation, variables: periods.within(
            kind, outer.run(computation, variables)))

    # constants

    def of_number(self, node):
        kind, factor = unit_or_refusal(self.names.units, node.unit, node.line) if node.unit else (PLAIN, 1)
        value = node.value * factor
        return Meaning(quantity(kind), lambda computation, variables: value, True)

    def of_class(self, node):
        return Meaning(CLASS, lambda computation, variables: node.level, True)

    def of_condition(self, node):
        return Meaning(CONDITION, lambda computation, variables: node.value, True)

    # periods

    def of_period(self, node):
        return Meaning(("period", self.names.period_kind), lambda computation, variables: computation.period)

    def of_period_written(self, node):
        return Meaning(("period", node.value.kind), lambda computation, variables: node.value, True)

    def of_period_of(self, node):
        inner = self.wanted(node.period, "period")
        if not periods.can_enclose(node.kind, inner.type[1]):
            raise Refusal("wrong-type", f"{node.kind} of {inner.type[1]}", node.line)
        return Meaning(("period", node.kind), lambda computation, variables: periods.enclosing(
            node.kind, inner.run(computation, variables)))

    def of_back(self, node):
        inner = self.wanted(node.period, "period")
        if not periods.can_go_back(inner.type[1], node.kind):
            raise Refusal("wrong-type", f"{inner.type[1]} back by {node.kind}", node.line)
        return Meaning(inner.type, lambda computation, variables: periods.back(
            inner.run(computation, variables), node.count, node.kind))

    # names

    def of_reference(self, node):
        meaning = self.reference(node)
        if meaning.type == MEANS:
            raise Refusal("wrong-type", "a set of means is not a value", node.line)
        return meaning

    def reference(self, node):
        name = node.name
        if name in self.scope:
            if node.arguments:
                raise Refusal("syntax", f"{name} takes no arguments", node.line)
            return Meaning(self.scope[name].type, lambda computation, variables: variables[name])
        arguments = [self.of(each) for each in node.arguments]
        if name in self.names.members:
            member = self.names.members[name]
            if arguments:
                raise Refusal("syntax", f"{name} takes no arguments", node.line)
            return Meaning((member.sort,), lambda computation, variables: member, True)
        definition = self.names.definitions.get(name)
        if definition is None and name in self.names.indicators:
            indicator = self.names.indicators[name]
            return Meaning(("indicator",), lambda computation, variables: indicator, True)
        if definition is None:
            raise Refusal("unknown-name", name, node.line)
        if [each.type for each in arguments] != definition.parameter_types:
            raise Refusal("wrong-type", f"arguments of {name}", node.line)
        runs = [each.run for each in arguments]
        constant = definition.constant and all(each.constant for each in arguments)
        if not runs:
            return Meaning(definition.type, lambda computation, variables: computation.value(definition, ()), constant)

        def run(computation, variables):
            return computation.value(definition, tuple(each(computation, variables) for each in runs))

        return Meaning(definition.type, run, constant)

    def of_missing(self, node):
        operand = self.reference(node.reference)
        return Meaning(CONDITION, lambda computation, variables: operand.run(computation, variables) is None)

    # conditions

    def of_when(self, node):
        cases = [(self.wanted(condition, CONDITION), self.of(body)) for condition, body in node.cases]
        otherwise = self.of(node.otherwise)
        bodies = [body for _, body in cases] + [otherwise]
        kind = self.alike(bodies, node.line)

        def run(computation, variables):
            for condition, body in cases:
                if decided(condition.run(computation, variables)):
                    return body.run(computation, variables)
            return otherwise.run(computation, variables)

        constant = all(each.constant for each in bodies + [condition for condition, _ in cases])
        return Meaning(kind, run, constant)

    def _junction(self, node, decisive):
        left, right = self.wanted(node.left, CONDITION), self.wanted(node.right, CONDITION)

        def run(computation, variables):
            first = left.run(computation, variables)
            if first is decisive:
                return decisive
            second = right.run(computation, variables)
            if second is decisive:
                return decisive
            return None if first is None or second is None else not decisive

        return Meaning(CONDITION, run, left.constant and right.constant)

    def of_and(self, node):
        return self._junction(node, False)

    def of_or(self, node):
        return self._junction(node, True)

    def of_not(self, node):
        operand = self.wanted(node.operand, CONDITION)
        return Meaning(CONDITION, known(lambda value: not value, operand), operand.constant)

    def of_compare(self, node):
        left, right = self.of(node.left), self.of(node.right)
        kind = self.alike([left, right], node.line)
        if kind in (CONDITION, MEANS) or is_member(kind) and node.sign not in ("=", "!="):
            raise Refusal("wrong-type", f"{node.sign} of {kind}", node.line)
        place = (lambda value: value.start) if kind[0] == "period" else lambda value: value
        compare = {
            "=": lambda a, b: place(a) == place(b), "!=": lambda a, b: place(a) != place(b),
            "<": lambda a, b: place(a) < place(b), "<=": lambda a, b: place(a) <= place(b),
            ">": lambda a, b: place(a) > place(b), ">=": lambda a, b: place(a) >= place(b),
        }[node.sign]
        return Meaning(CONDITION, known(compare, left, right), left.constant and right.constant)

    def of_in(self, node):
        left, listed = self.of(node.left), self.domain(node.list)
        if left.type != listed.type:
            raise Refusal("wrong-type", f"{left.type} in a list of {listed.type}", node.line)

        def run(computation, variables):
            value = left.run(computation, variables)
            return None if value is None else value in listed.run(computation, variables)

        return Meaning(CONDITION, run, left.constant and listed.constant)

    # quantities

    def of_arithmetic(self, node):
        left, right = self.of(node.left), self.of(node.right)
        constant = left.constant and right.constant
        if node.sign == "-" and left.type == right.type == CLASS:
            return Meaning(quantity(PLAIN), known(lambda a, b: Fraction(a - b), left, right), constant)
        if node.sign in "+-":
            kind = self.alike([left, right], node.line)
            if kind[0] != "quantity":
                raise Refusal("wrong-type", f"{node.sign} of {kind}", node.line)
            work = (lambda a, b: bounded(a + b)) if node.sign == "+" else lambda a, b: bounded(a - b)
            return Meaning(kind, known(work, left, right), constant)
        for each in (left, right):
            if each.type[0] != "quantity":
                code = "class-with-quantity" if each.type == CLASS else "wrong-type"
                raise Refusal(code, f"{node.sign} of {each.type}", node.line)
        if node.sign == "*":
            kind = multiply(left.type[1], right.type[1])
            return Meaning(quantity(kind), known(lambda a, b: bounded(a * b), left, right), constant)
        if right.constant and right.run(self.names.constants, {}) == 0:
            raise Refusal("division-by-zero", "", node.line)
        return Meaning(quantity(divide(left.type[1], right.type[1])), known(divided, left, right), constant)

    def of_negative(self, node):
        operand = self.wanted(node.operand, "quantity")
        return Meaning(operand.type, known(lambda value: -value, operand), operand.constant)

    def of_if_missing(self, node):
        left, right = self.of(node.left), self.of(node.right)
        kind = self.alike([left, right], node.line)

        def run(computation, variables):
            value = left.run(computation, variables)
            return right.run(computation, variables) if value is None else value

        return Meaning(kind, run, left.constant and right.constant)

    def of_extreme(self, node):
        operands = [self.wanted(each, "quantity", CLASS) for each in node.operands]
        choose = max if node.name == "max" else min
        return Meaning(self.alike(operands, node.line), known(lambda *values: choose(values), *operands),
                       all(each.constant for each in operands))

    def of_abs(self, node):
        if len(node.operands) != 1:
            raise Refusal("syntax", "abs has one operand", node.line)
        operand = self.wanted(node.operands[0], "quantity")
        return Meaning(operand.type, known(abs, operand), operand.constant)

    def step(self, node, kind):
        meaning = self.of(node)
        if meaning.type != kind:
            raise Refusal("unit-mixing", "the step", node.line)
        if not meaning.constant or meaning.run(self.names.constants, {}) <= 0:
            raise Refusal("rounding-step", "", node.line)
        return meaning.run(self.names.constants, {})

    def of_round(self, node):
        operand = self.wanted(node.operand, "quantity")
        step = self.step(node.step, operand.type)
        return Meaning(operand.type, known(lambda value: round_to(value, step, node.rule), operand), operand.constant)

    def of_root(self, node):
        operand = self.wanted(node.operand, quantity(PLAIN))
        step = self.step(node.step, operand.type)
        return Meaning(operand.type, known(lambda value: bounded(root_to(value, step, node.rule)), operand),
                       operand.constant)

    # going through lists

    def of_aggregate(self, node):
        domains, inner = self.within(node.loops)
        body = inner.of(node.body)
        where = inner.wanted(node.where, CONDITION) if node.where else None
        allowed = {"mean": ("quantity",), "sum": ("quantity",), "largest": ("quantity", "class"),
                   "smallest": ("quantity", "class"), "all": ("condition",), "any": ("condition",)}[node.name]
        if body.type[0] not in allowed:
            raise Refusal("wrong-type", f"{node.name} of {body.type}", node.line)

        decisive = {"all": False, "any": True}.get(node.name)

        def run(computation, variables):
            values = []
            for each in combinations(domains, computation, variables):
                if where is None or decided(where.run(computation, each)):
                    values.append(body.run(computation, each))
                    if decisive is not None and values[-1] is decisive:
                        return decisive
            if node.skip:
                present = [value for value in values if value is not None]
                if values and not present:
                    return None
                values = present
            elif None in values:
                return None
            return collected(node.name, values)

        return Meaning(body.type, run)

    def of_count(self, node):
        domains, inner = self.within(node.loops)
        where = inner.wanted(node.where, CONDITION)

        def run(computation, variables):
            each = combinations(domains, computation, variables)
            return Fraction(sum(decided(where.run(computation, values)) for values in each))

        return Meaning(quantity(PLAIN), run)

    def of_apportion(self, node):
        domains, inner = self.within(node.loops)
        body = inner.wanted(node.body, "quantity")
        member = self.reference(node.member)
        name, domain = domains[0]
        if member.type != domain.type:
            raise Refusal("wrong-type", "the member of the list", node.line)
        step = self.step(node.step, body.type)
        chosen = None
        if node.remainder not in ("largest", "first", "last"):
            chosen = self.names.member_or_refusal(node.remainder, node.line)
            if domain.constant and chosen not in domain.run(self.names.constants, {}):
                raise Refusal("wrong-type", f"{node.remainder} is not of the list", node.line)

        def run(computation, variables):
            keys = domain.run(computation, variables)
            parts = [body.run(computation, {**variables, name: key}) for key in keys]
            if None in parts:
                return None
            total = bounded(sum(parts, Fraction(0))) / step
            if total.denominator != 1:
                raise Obstacle("apportion-total")
            whole = [part / step // 1 for part in parts]
            lacking = int(total) - sum(whole)
            if node.remainder == "largest":
                order = sorted(range(len(keys)), key=lambda i: (whole[i] - parts[i] / step, i))
                for place in order[:lacking]:
                    whole[place] += 1
            elif keys:
                place = {"first": 0, "last": len(keys) - 1}.get(node.remainder)
                whole[keys.index(chosen) if place is None else place] += lacking
            wanted = member.run(computation, variables)
            return whole[keys.index(wanted)] * step if wanted in keys else None

        return Meaning(body.type, run)

    # water quality

    def indicators(self, word, line):
        """The indicators that a word can stand for, and a function that says which."""
        if word in self.scope and self.scope[word].indicators:
            return self.scope[word].indicators, lambda variables: variables[word]
        found = self.names.indicators.get(word)
        if found is None:
            raise Refusal("unknown-indicator", word, line)
        return (found,), lambda variables: found

    def one_kind(self, indicators, line):
        if len({each.kind for each in indicators}) != 1:
            raise Refusal("unit-mixing", "indicators of several kinds", line)
        return quantity(indicators[0].kind)

    def means(self, node, indicators):
        meaning = self.reference(node)
        if meaning.type != MEANS:
            raise Refusal("wrong-type", f"{node.name} is not a set of means", node.line)
        asked = self.names.definitions[node.name].asked
        asked.extend(each for each in indicators if each not in asked)
        return meaning

    def of_mean_of(self, node):
        indicators, which = self.indicators(node.indicator, node.line)
        means = self.means(node.means, indicators)

        def run(computation, variables):
            return means.run(computation, variables).values.get(which(variables).code)

        return Meaning(self.one_kind(indicators, node.line), run)

    def of_limit(self, node):
        indicators, which = self.indicators(node.indicator, node.line)
        level = self.wanted(node.level, CLASS)
        section = self.reference(node.section)
        if section.type != ("section",):
            raise Refusal("not-a-section", "", node.line)

        def run(computation, variables):
            wanted, place = level.run(computation, variables), section.run(computation, variables)
            if wanted is None or place is None:
                return None
            return which(variables).limit(wanted, place.body)

        return Meaning(self.one_kind(indicators, node.line), run)

    def of_class_of(self, node):
        choices, possible = [], []
        for word in node.by:
            if word == "five-items":
                every = tuple(self.names.indicators[each] for each in FIVE_ITEMS)
            elif word == "twenty-one-items":
                every = tuple(each for each in self.names.standard if each.code not in NOT_OF_TWENTY_ONE)
            elif word in self.names.lists and self.names.lists[word].indicators:
                every = self.names.lists[word].indicators
            else:
                indicators, which = self.indicators(word, node.line)
                possible.extend(indicators)
                choices.append(lambda variables, which=which: (which(variables),))
                continue
            possible.extend(every)
            choices.append(lambda variables, every=every: every)
        means = self.means(node.means, possible)

        def run(computation, variables):
            found = means.run(computation, variables)
            judged = []
            for choice in choices:
                for indicator in choice(variables):
                    value = found.values.get(indicator.code)
                    if value is not None:
                        judged.append(indicator.judge(value, found.section.body))
            return max((each for each in judged if each is not None), default=None)

        return Meaning(CLASS, run)

    def of_readings(self, node):
        section = self.reference(node.section)
        if section.type != ("section",):
            raise Refusal("not-a-section", "", node.line)
        for status in node.statuses:
            if status not in ("normal", "maintenance", "suspended", "dry", "frozen", "missing"):
                raise Refusal("unknown-status", status, node.line)
        period = self.wanted(node.period, "period") if node.period else self.of_period(node)

        def readings(computation, variables):
            place, when = section.run(computation, variables), period.run(computation, variables)
            return place, [each for each in computation.readings(place, when) if each.status in node.statuses]

        if node.name == "count":
            return Meaning(quantity(PLAIN), lambda computation, variables: Fraction(
                len(readings(computation, variables)[1])))

        def run(computation, variables):
            place, found = readings(computation, variables)
            values = {}
            for indicator in self.names.by_code.values():
                numbers = [each.values[indicator.code].number(node.below) for each in found
                           if indicator.code in each.values]
                if numbers:
                    values[indicator.code] = collected(node.name, numbers) * indicator.factor
            return Means(place, values)

        return Meaning(MEANS, run)


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
