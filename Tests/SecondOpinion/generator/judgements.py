"""Random classes and conditions."""

from .vocabulary import AND, COMPARE, CONCENTRATIONS, NOT, OPEN, OR, PRIMARY, SUM, Place, Text


class Judgements:
    # classes

    def classes(self, place):
        means = self.means(place)
        if not means:
            return []
        self.world.ask(means.text)
        ways = ["five-items", "twenty-one-items", *CONCENTRATIONS[:7], *self.world.indicator_lists, "pH", "DO",
                *self.world.own_indicators]
        ways += [name for name, domain in place.variables if domain.sort == "indicator"] * 4
        by = []
        for _ in range(self.random.randint(1, 4)):
            word = self.random.choice(ways)
            if word not in by:
                by.append(word)
        groups = [each for each in by if each.endswith("-items") or each in self.world.indicator_lists]
        return [Text(f"class of {means.text} by {', '.join(groups[:1] or by)}", OPEN, True, True)]

    def water_class(self, place, depth):
        if depth <= 0:
            return self.leaf("class", place)
        way = self.random.choice(["leaf", "leaf", "classes", "extreme", "aggregate", "chosen", "substituted"])
        if way == "classes":
            return self.random.choice(self.classes(place) or [self.leaf("class", place)])
        return self.leaf("class", place) if way == "leaf" else getattr(self, way)("class", place, depth)

    # conditions

    def decision(self, place, depth):
        """A condition that is never missing."""
        return self.present(self.condition(place, depth), "condition")

    def condition(self, place, depth):
        if depth > 0:
            way = self.random.choice(["and", "or", "not", "aggregate", "guarded", "missing", "compare", "compare"])
            if way in ("and", "or"):
                left = self.condition(place, depth - 1)
                right = self.condition(place.avoiding(left.tests), depth - 1)
                level = AND if way == "and" else OR
                return self.both(left, right, level, f"{left.at(level)} {way} {right.at(level + 1)}")
            if way == "not":
                operand = self.condition(place, depth - 1)
                return Text(f"not {operand.at(NOT)}", NOT, operand.missing, operand.data, operand.tests)
            if way == "aggregate":
                return self.aggregate("condition", place, depth)
            if way in ("guarded", "missing"):
                guard = self.guard(place)
                if guard and way == "missing":
                    return Text(f"missing {guard.text}", PRIMARY, False, True, frozenset([guard.text]))
                if guard:
                    inner = self.condition(place.knowing([guard.text]), depth - 1)
                    tests = inner.tests | {guard.text}
                    if self.chance(0.5):
                        return Text(f"not missing {guard.text} and {inner.at(NOT)}", AND, inner.missing, True, tests)
                    return Text(f"missing {guard.text} or {inner.at(AND)}", OR, inner.missing, True, tests)
        return self.random.choice([self.comparison, self.comparison, self.comparison, self.about_variable,
                                   lambda place, depth: self.leaf("condition", place)])(place, depth)

    def comparison(self, place, depth):
        kind = self.random.choice(["class", "class", "concentration", "plain", "money", "volume"])
        left, right = self.any_of(kind, place, depth - 1), self.any_of(kind, place, depth - 1)
        sign = self.random.choice(["=", "!=", "<", "<=", ">", ">=", "≠", "≤", "≥"])
        return self.both(left, right, COMPARE, f"{left.at(SUM)} {sign} {right.at(SUM)}")

    def about_variable(self, place, depth):
        """About a period or a member."""
        periods = [(name, domain) for name, domain in place.variables if domain.of_periods]
        members = [(name, domain) for name, domain in place.variables if not domain.of_periods]
        if members and self.chance(0.5):
            name, domain = self.random.choice(members)
            if self.chance(0.5):
                lists = [each for each in self.world.lists if self.world.list_sort[each] == domain.sort]
                return Text(f"{name} in {self.random.choice(lists)}", COMPARE)
            return Text(f"{name} {self.random.choice(['=', '!='])} {self.member(domain, Place())}", COMPARE)
        kind = self.random.choice(periods)[1].sort if periods else self.world.kind
        left = self.period(kind, place)
        if self.chance(0.4):
            lists = [each for each in self.world.period_domains() if each.sort == kind]
            lists = [each.text for each in lists] + [self.world.written_range(kind)]
            return Text(f"{left.at(SUM)} in {self.random.choice(lists)}", COMPARE)
        sign = self.random.choice(["=", "!=", "<", "<=", ">", ">="])
        return Text(f"{left.at(SUM)} {sign} {self.period(kind, place).at(SUM)}", COMPARE)
