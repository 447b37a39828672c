"""Forms about readings, means, classes and limits."""

from fractions import Fraction

from .outcomes import Refusal
from .running import Meaning, collected, quantity
from .units import PLAIN
from .values import CLASS, MEANS, Means
from .water import FIVE_ITEMS, NOT_OF_TWENTY_ONE


class WaterForms:
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
