"""Random expressions of a wanted type that a strict checker accepts."""

from .judgements import Judgements
from .vocabulary import (BACK, CLASSES, CONCENTRATIONS, FACTOR, NOT, OPEN, OR, PARTS, PLURAL, POSTFIX, PRIMARY,
                         PRODUCT, PRODUCTS, ROUNDINGS, STATUSES, STEPS, SUM, UNITS, WHEN, WHOLES, Domain, Text)

COSTLIEST = 60


class Expressions(Judgements):
    """`world` knows the definitions so far (world.definitions), the lists and the names that are free."""

    def __init__(self, world, random):
        self.world = world
        self.random = random

    def chance(self, probability):
        return self.random.random() < probability

    # periods and members

    def period(self, kind, place):
        """A period of a kind near the one settled."""
        world, ways = self.world, []
        ways += [Text(name) for name, domain in place.variables if domain.sort == kind] * 3
        if kind == world.kind:
            ways += [Text("period")] * 2
        ways.append(Text(f"{kind} {world.near(kind)}"))
        ways += [Text(each.name) for each in world.definitions if each.type == "period " + kind]
        ways += [Text(f"{kind} of {name}", POSTFIX) for name, domain in place.variables
                 if kind in WHOLES.get(domain.sort, [])]
        if kind in WHOLES[world.kind]:
            ways.append(Text(f"{kind} of period", POSTFIX))
        chosen = self.random.choice(ways)
        if self.chance(0.25):
            step = self.random.choice(BACK[kind])
            # one length is always written in one way, so that two references are the same exactly as texts
            count = 1 if not step.endswith("s") or step == "two-months" else self.random.randint(2, 3)
            chosen = Text(f"{chosen.at(PRIMARY)} back {count} {step}", POSTFIX)
        return chosen

    def member(self, domain, place, own=False):
        """A member of a list, or a variable that goes through it."""
        ways = [name for name, each in place.variables if each.sort == domain.sort and
                (each.text == domain.text or set(self.world.lists[each.text]) <= set(self.world.lists[domain.text]))]
        if not ways or not own and self.chance(0.2):
            ways = list(self.world.lists[domain.text])
        return self.random.choice(ways)

    def argument(self, domain, place, closed):
        if not domain.of_periods:
            return self.member(domain, place)
        if not closed:
            return self.period(domain.sort, place).at(POSTFIX)
        ways = [name for name, each in place.variables if each == domain]
        return self.random.choice(ways) if ways else None

    def reference(self, definition, place):
        """The name with arguments, or None where a closed list has no variable here."""
        arguments = [self.argument(each, place, definition.closed) for each in definition.domains]
        if None in arguments:
            return None
        name = definition.name + (f"({', '.join(arguments)})" if arguments else "")
        if name in place.avoided:
            return None
        return Text(name, PRIMARY, definition.missing and name not in place.known, definition.data)

    def references(self, kind, place, sorts=("let", "table", "param", "fact")):
        found = [self.reference(each, place) for each in self.world.definitions
                 if each.type == kind and each.sort in sorts]
        return [each for each in found if each]

    def means(self, place):
        ways = [self.reference(each, place) for each in self.world.definitions if each.sort == "means"]
        ways = [each for each in ways if each]
        return self.random.choice(ways) if ways else None

    def section(self, place):
        return self.member(Domain("section", self.world.section_list, 1), place)

    # what stands for a missing value

    def present(self, text, kind):
        """The same, with a value for when it is missing."""
        if not text.missing:
            return text
        other = self.literal(kind)
        return Text(f"{text.at(POSTFIX)} if-missing {other.at(PRIMARY)}", POSTFIX, False, text.data,
                    text.tests)

    def literal(self, kind):
        if kind == "class":
            return Text(self.random.choice(CLASSES))
        if kind == "condition":
            return Text(self.random.choice(["yes", "no"]))
        unit, numbers = self.random.choice(UNITS[kind])
        return Text(f"{self.random.choice(numbers)} {unit}".rstrip(" "))

    def any_of(self, kind, place, depth, missing=True):
        """An expression of the kind; not missing if that is wanted."""
        make = {"class": self.water_class, "condition": self.condition}.get(kind)
        text = make(place, depth) if make else self.quantity(kind, place, depth)
        return text if missing else self.present(text, kind)

    # lists

    def loops(self, place, wanted=None):
        """One or two variables with their lists, cheap enough; empty where none is."""
        world, ways = self.world, []
        ways += [Domain(world.list_sort[name], name, len(members)) for name, members in world.lists.items()]
        ways += world.period_domains()
        for name, domain in place.variables:
            for kind, size in PARTS.get(domain.sort, []):
                ways.append(Domain(kind, f"{PLURAL[kind]} of {name}", size, True))
        found, cost = [], place.cost
        for _ in range(2 if self.chance(0.2) else 1):
            ways = [each for each in ways if cost * each.size <= COSTLIEST and each not in [d for _, d in found]]
            if wanted:
                ways = [each for each in ways if wanted(each)]
            if ways:
                domain = self.random.choice(ways)
                found.append((world.variable(domain), domain))
                cost *= domain.size
        return found

    @staticmethod
    def written(loops):
        return ", ".join(f"{name} in {domain.text}" for name, domain in loops)

    def guard(self, place):
        """A reference that can be missing here, or None."""
        ways = [each for each in self.missing_references(place)]
        return self.random.choice(ways) if ways else None

    def missing_references(self, place):
        found = [self.reference(each, place) for each in self.world.definitions
                 if each.missing]
        return [each for each in found if each and each.missing]

    def aggregate(self, kind, place, depth):
        loops = self.loops(place)
        if not loops:
            return self.leaf(kind, place)
        inner = place.with_variables(loops)
        where, has_where = "", self.chance(0.4)
        if has_where:
            guard = self.guard(inner) if self.chance(0.6) else None
            if guard:
                inner = inner.knowing([guard.text])
                where = f" where not missing {guard.text}"
                if self.chance(0.5):
                    more = self.decision(inner, 0)
                    where += f" and {more.at(NOT)}"
                    inner = inner.avoiding(more.tests)
            else:
                condition = self.decision(inner, 0)
                where = f" where {condition.at(OR)}"
                inner = inner.avoiding(condition.tests)
        body = self.any_of(kind, inner, depth - 1)
        names = {"class": ["largest", "smallest"], "condition": ["all", "any"]}.get(
            kind, ["sum", "mean", "largest", "smallest"])
        may_be_empty = any(domain.text.split()[1:2] == ["of"] for _, domain in loops)
        if may_be_empty and not body.missing and not has_where:
            if kind == "class":
                return body if not self.uses(body, loops) else self.leaf(kind, place)
            names = [name for name in names if name in ("sum", "all", "any")]
        name = self.random.choice(names)
        skip = " skip-missing" if body.missing and self.chance(0.4) else ""
        missing = body.missing or has_where and name in ("mean", "largest", "smallest")
        return Text(f"{name} of {body.at(OPEN)} for {self.written(loops)}{where}{skip}", OPEN, missing, body.data)

    @staticmethod
    def uses(text, loops):
        return any(name in text.text for name, _ in loops)

    # quantities

    def leaf(self, kind, place):
        ways = []
        if kind in ("condition", "class") or kind in UNITS:
            ways += self.references(kind, place) * 2
        if kind == "concentration":
            ways += self.measured(place)
        if kind == "class":
            ways += self.classes(place)
        ways.append(self.literal(kind))
        return self.random.choice(ways)

    def measured(self, place):
        """Means and limits."""
        found, means = [], self.means(place)
        indicators = [name for name, domain in place.variables if domain.sort == "indicator"]
        indicator = self.random.choice(indicators * 3 + CONCENTRATIONS)
        if means:
            found.append(Text(f"{indicator} of {means.text}", PRIMARY, True, True))
            self.world.ask(means.text)
        level = self.any_of("class", place, 0, missing=False)
        limit = f"limit of {indicator} for {level.at(POSTFIX)} at {self.section(place)}"
        found.append(Text(limit, PRIMARY, True, level.data))
        return found

    def quantity(self, kind, place, depth):
        if depth <= 0:
            return self.leaf(kind, place)
        ways = [self.leaf, self.added, self.scaled, self.negative, self.extreme, self.rounded, self.chosen,
                self.aggregate, self.substituted, self.leaf]
        if kind in PRODUCTS:
            ways += [self.product] * 3
        if kind == "plain":
            ways += [self.counted, self.counted, self.steps_between, self.root, self.ratio, self.readings]
        if kind == "heat":
            ways.append(self.heat)
        way = self.random.choice(ways)
        return way(kind, place) if way == self.leaf else way(kind, place, depth)

    def both(self, left, right, level, text):
        return Text(text, level, left.missing or right.missing, left.data or right.data, left.tests | right.tests)

    def added(self, kind, place, depth):
        left, right = self.quantity(kind, place, depth - 1), self.quantity(kind, place, depth - 1)
        sign = self.random.choice("+-")
        return self.both(left, right, SUM, f"{left.at(SUM)} {sign} {right.at(PRODUCT)}")

    def divisor(self, kind, place, depth):
        """Something that is not zero unless the data make it so."""
        text = self.quantity(kind, place, depth - 1)
        if text.data and self.chance(0.15):
            return text
        if self.chance(0.5):
            return self.literal(kind)
        least = self.literal(kind)
        return Text(f"max({text.at(OR)}, {least.text})", PRIMARY, text.missing, text.data)

    def scaled(self, kind, place, depth):
        left = self.quantity(kind, place, depth - 1)
        if self.chance(0.5):
            right = self.quantity("plain", place, depth - 1)
            if self.chance(0.3):
                return self.both(left, right, PRODUCT, f"{right.at(PRODUCT)} * {left.at(FACTOR)}")
            return self.both(left, right, PRODUCT, f"{left.at(PRODUCT)} * {right.at(FACTOR)}")
        right = self.divisor("plain", place, depth)
        return self.both(left, right, PRODUCT, f"{left.at(PRODUCT)} / {right.at(FACTOR)}")

    def ratio(self, kind, place, depth):
        family = self.random.choice(["money", "concentration", "volume", "concentration"])
        left, right = self.quantity(family, place, depth - 1), self.divisor(family, place, depth)
        return self.both(left, right, PRODUCT, f"{left.at(PRODUCT)} / {right.at(FACTOR)}")

    def product(self, kind, place, depth):
        first, second = self.random.choice(PRODUCTS[kind])
        left, right = self.quantity(first, place, depth - 1), self.quantity(second, place, depth - 1)
        return self.both(left, right, PRODUCT, f"{left.at(PRODUCT)} * {right.at(FACTOR)}")

    def negative(self, kind, place, depth):
        operand = self.quantity(kind, place, depth - 1)
        sign = self.random.choice(["-", "- "])
        return Text(sign + operand.at(POSTFIX), FACTOR, operand.missing, operand.data)

    def extreme(self, kind, place, depth):
        if kind != "class" and self.chance(0.3):
            operand = self.quantity(kind, place, depth - 1)
            return Text(f"abs({operand.text})", PRIMARY, operand.missing, operand.data)
        operands = [self.any_of(kind, place, depth - 1) for _ in range(self.random.randint(2, 3))]
        return Text(f"{self.random.choice(['min', 'max'])}({', '.join(each.at(OR) for each in operands)})", PRIMARY,
                    any(each.missing for each in operands), any(each.data for each in operands))

    def rounded(self, kind, place, depth):
        operand = self.quantity(kind, place, depth - 1)
        step, rule = self.random.choice(STEPS[kind]), self.random.choice(ROUNDINGS)
        return Text(f"round {operand.at(SUM)} to {step} by {rule}", PRIMARY, operand.missing, operand.data)

    def root(self, kind, place, depth):
        operand = self.quantity("plain", place, depth - 1)
        if not operand.data or self.chance(0.85):
            operand = Text(f"abs({operand.text})", PRIMARY, operand.missing, operand.data)
        step, rule = self.random.choice(STEPS["plain"]), self.random.choice(ROUNDINGS)
        return Text(f"square-root of {operand.at(SUM)} to {step} by {rule}", PRIMARY, operand.missing, operand.data)

    def substituted(self, kind, place, depth):
        text = self.any_of(kind, place, depth - 1)
        return self.present(text, kind)

    def counted(self, kind, place, depth):
        loops = self.loops(place)
        if not loops:
            return self.leaf(kind, place)
        inner = place.with_variables(loops)
        guard = self.guard(inner) if self.chance(0.5) else None
        if guard:
            inner = inner.knowing([guard.text])
            where = f"not missing {guard.text} and {self.decision(inner, depth - 1).at(NOT)}"
        else:
            where = self.decision(inner, depth - 1).at(OPEN)
        return Text(f"count of {self.written(loops)} where {where}", OPEN)

    def steps_between(self, kind, place, depth):
        left, right = self.water_class(place, depth - 1), self.water_class(place, depth - 1)
        return self.both(left, right, SUM, f"{left.at(PRODUCT)} - {right.at(PRODUCT)}")

    def heat(self, kind, place, depth):
        means = self.means(place)
        if not means:
            return self.leaf(kind, place)
        self.world.ask(means.text)
        return Text(f"WT of {means.text}", PRIMARY, True, True)

    def readings(self, kind, place, depth):
        return Text("count of " + self.readings_text(place, below=False), OPEN, False, True)

    def readings_text(self, place, below=True):
        text = f"readings at {self.section(place)}"
        kinds = [domain.sort for _, domain in place.variables if domain.of_periods] + [self.world.kind]
        if kinds[:-1] or self.chance(0.4):
            text += f" in {self.period(self.random.choice(kinds), place).at(POSTFIX)}"
        others = [each for each in STATUSES if each != "normal" and self.chance(0.15)]
        text += f" where status is {' or '.join(['normal'] + others)}"
        if below and self.chance(0.4):
            text += f" below-limit as {self.random.choice(['half', 'zero', 'limit'])}"
        return text

    # cases

    def chosen(self, kind, place, depth):
        """A `when` expression; below `missing A` A is known."""
        cases, missing, data = [], False, True
        for _ in range(self.random.randint(1, 2)):
            condition, inside, place = self.case_condition(place, depth)
            body = self.any_of(kind, inside, depth - 1)
            missing, data = missing or body.missing, data and body.data
            cases.append(f"when {condition}: {body.at(OPEN)}")
        body = self.any_of(kind, place, depth - 1)
        return Text(" ".join(cases) + f" otherwise: {body.at(OPEN)}", WHEN, missing or body.missing, data and body.data)

    def case_condition(self, place, depth, guards=0.35):
        """(condition, place below it, place of the cases that follow)."""
        guard = self.guard(place) if self.chance(guards) else None
        if not guard:
            condition = self.decision(place, depth - 1)
            after = place.avoiding(condition.tests)
            return condition.at(OPEN), after, after
        after = place.knowing([guard.text])
        second = self.guard(after) if self.chance(0.3) else None
        if second:
            after = after.knowing([second.text])
        return f"missing {guard.text}" + (f" or missing {second.text}" if second else ""), place, after
