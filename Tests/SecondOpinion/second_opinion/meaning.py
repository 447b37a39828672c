"""From a form of the language to what it does: its type, and a function of the computation and its variables.

Every `run(computation, variables)` answers a value, or None where it is missing.
"""

from fractions import Fraction

from . import periods
from .exact import bounded, root_to, round_to
from .list_forms import ListForms
from .outcomes import Refusal
from .running import Domain, Meaning, decided, divided, known, quantity
from .units import PLAIN, divide, multiply, unit_or_refusal
from .values import CLASS, CONDITION, MEANS, is_member
from .water_forms import WaterForms


class Meanings(ListForms, WaterForms):
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
