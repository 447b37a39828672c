"""Forms that go through lists."""

from fractions import Fraction

from .exact import bounded
from .outcomes import Obstacle, Refusal
from .running import Meaning, collected, combinations, decided, quantity
from .units import PLAIN
from .values import CONDITION


class ListForms:
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
