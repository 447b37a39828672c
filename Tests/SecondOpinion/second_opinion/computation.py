"""Computing one period: rules in the order of the text, each result a step."""

from dataclasses import dataclass
from fractions import Fraction

from . import periods
from .exact import MOST_FEN, parse_decimal
from .outcomes import Obstacle
from .running import combinations, decided
from .scheme import Definition, Requirement, looked_up
from .values import MEANS, is_member, parse_supplied, step_name, value_text
from .water import Indicator

FEN_PER_YUAN = 100


@dataclass(frozen=True)
class Measured:
    """A value as reported: below the detection limit it is the limit."""

    value: Fraction
    is_below: bool

    def number(self, below):
        if not self.is_below or below == "limit":
            return self.value
        return self.value / 2 if below == "half" else Fraction(0)


@dataclass
class Reading:
    time: tuple
    status: str
    values: dict


def read_readings(rows):
    """Section identifier → readings in the order of time."""
    by_section = {}
    for row in rows:
        values = {}
        for code, text in row["values"].items():
            is_below = text.startswith("<") or text.endswith("L")
            number = parse_decimal(text.removeprefix("<").removesuffix("L"), signed=True)
            if number is None:
                raise ValueError(f"not a value: {text}")
            values[code] = Measured(number, is_below)
        reading = Reading(periods.parse_minute(row["time"]), row["status"], values)
        by_section.setdefault(row["section"], []).append(reading)
    for readings in by_section.values():
        readings.sort(key=lambda each: each.time)
    return by_section


class Computation:
    def __init__(self, scheme, period, readings, supplied):
        self.scheme = scheme
        self.period = period
        self.by_section = readings
        self.results, self.transfers = {}, []
        self.steps_by_rule, self.own_steps = {}, []
        self.check_duplicates()
        self.supplied = self._supplied(supplied)

    # the period settled: of what the validity cuts only the part inside counts

    def _validity(self, period):
        first, end = self.scheme.validity
        return (max(first, period.start), min(end, period.end)) if period == self.period else (period.start, period.end)

    def parts(self, kind):
        """The periods of a kind that lie in the period settled and wholly in the validity."""
        first, end = self.scheme.validity
        return [each for each in periods.within(kind, self.period) if first <= each.start and each.end <= end]

    def check_duplicates(self):
        """In the period settled, of every section of the scheme; elsewhere as far as rules look."""
        for member in self.scheme.members.values():
            if member.sort == "section":
                self.readings(member, self.period)

    def readings(self, section, period):
        first, end = self._validity(period)
        found = [each for each in self.by_section.get(section.code, ()) if first <= each.time[0] < end]
        for earlier, later in zip(found, found[1:]):
            if earlier.time == later.time:
                raise Obstacle("duplicate-reading")
        return found

    # what is supplied

    def _argument(self, domain, text):
        if domain.type[0] == "period":
            period = periods.parse(text)
            return period if period and period.kind == domain.type[1] else None
        member = self.scheme.members.get(text) or self.scheme.indicators.get(text)
        if member is None or not is_member(domain.type) or member not in domain.run(self, {}):
            return None
        return member

    def _supplied(self, rows):
        found = {}
        for row in sorted(rows, key=in_order):
            definition = self.scheme.definitions.get(row["name"])
            if definition is None or definition.sort not in ("param", "fact"):
                raise Obstacle("unknown-supplied", row["name"])
            if len(row["arguments"]) != len(definition.domains):
                raise Obstacle("unknown-supplied", row["name"])
            arguments = tuple(self._argument(domain, text)
                              for (_, domain), text in zip(definition.domains, row["arguments"]))
            if None in arguments:
                raise Obstacle("unknown-supplied", row["name"])
            value = parse_supplied(definition.type, row["value"], self.scheme.units)
            if value is None:
                raise Obstacle("bad-supplied", row["name"])
            if (row["name"], arguments) in found:
                raise Obstacle("repeated-supplied", row["name"])
            found[row["name"], arguments] = value
        for definition in self.scheme.definitions.values():
            if definition.sort == "param":
                for variables in combinations(definition.domains, self, {}):
                    if (definition.name, tuple(variables.values())) not in found:
                        raise Obstacle("parameter-missing", definition.name)
        return found

    # rules

    def value(self, definition, arguments):
        if definition.sort == "table":
            return looked_up(definition, arguments)
        key = definition.name, arguments
        if key not in self.results:
            value = self.results[key] = self._computed(definition, arguments)
            if definition.type == MEANS:
                text = value.text(definition.asked)
            else:
                text = value_text(definition.type, value, self.scheme.units)
            self._step(definition.name, arguments, text)
        return self.results[key]

    def _computed(self, definition, arguments):
        if definition.sort != "let":
            found = self.supplied.get((definition.name, arguments))
            if found is not None:
                return found
            if definition.sort == "param":
                raise Obstacle("parameter-missing", definition.name)
        return definition.body and definition.body.run(self, definition.variables(arguments))

    def run(self):
        for rule in self.scheme.rules:
            if isinstance(rule, Requirement):
                if not decided(rule.condition.run(self, {})):
                    raise Obstacle("requirement-not-met")
                continue
            for variables in combinations(rule.domains, self, {}):
                if isinstance(rule, Definition):
                    self.value(rule, tuple(variables.values()))
                else:
                    self._pay(rule, variables)
            self.own_steps.append((rule.name, len(self.steps_by_rule.get(rule.name, []))))

    def _step(self, rule, arguments, text):
        step = {"name": step_name(rule, arguments), "value": text}
        self.steps_by_rule.setdefault(rule, []).append((arguments, step))

    def steps(self):
        """In the order of the rules; of one rule first its own members, then, sorted, what later rules asked of it."""
        found = []
        for name, own in self.own_steps:
            steps = self.steps_by_rule.get(name, [])
            found += steps[:own] + sorted(steps[own:], key=lambda each: [self._order(key) for key in each[0]])
        return [step for _, step in found]

    def _order(self, key):
        """Periods by time, members in the order of the text."""
        if isinstance(key, periods.Period):
            return key.start
        if isinstance(key, Indicator):
            return list(self.scheme.by_code).index(key.code)
        return list(self.scheme.members).index(key.name)

    # payments

    def _pay(self, payment, variables):
        name = step_name(payment.name, tuple(variables.values()))
        outcome = None
        for condition, outcome in payment.cases:
            if condition is None or decided(condition.run(self, variables)):
                break
        if outcome is None:
            made = []
        elif outcome[0] == "balance":
            made = self._balance(outcome[1])
        else:
            _, payer, payee, amount = outcome
            made = self._one(payer.run(self, variables), payee.run(self, variables), amount.run(self, variables))
        text = "; ".join(f"{payer.code} {payee.code} {fen}" for payer, payee, fen in made)
        self._step(payment.name, tuple(variables.values()), text or "nothing")
        self.transfers.extend({"payer": payer.code, "payee": payee.code, "amount_fen": fen, "name": name}
                              for payer, payee, fen in made if fen)

    @staticmethod
    def _one(payer, payee, amount):
        if payer is None or payee is None or amount is None:
            raise Obstacle("missing-value")
        if payer == payee:
            raise Obstacle("same-party")
        if amount < 0:
            raise Obstacle("negative-amount")
        fen = whole_fen(amount)
        return [(payer, payee, fen)]

    def _balance(self, definition):
        parties = definition.domains[0][1].run(self, {})
        open_amounts = [whole_fen(decided(self.value(definition, (party,)))) for party in parties]
        if sum(open_amounts) != 0:
            raise Obstacle("unbalanced")
        made = []
        for payer, party in enumerate(parties):
            for payee, other in enumerate(parties):
                fen = min(-open_amounts[payer], open_amounts[payee])
                if fen > 0:
                    open_amounts[payer] += fen
                    open_amounts[payee] -= fen
                    made.append((party, other, fen))
        return made


def in_order(row):
    text = f"{row['name']}({', '.join(row['arguments'])})" if row["arguments"] else row["name"]
    return text.encode(), row["value"].encode()


def whole_fen(amount):
    fen = amount * FEN_PER_YUAN
    if fen.denominator != 1:
        raise Obstacle("not-whole-fen")
    if abs(fen) > MOST_FEN:
        raise Obstacle("number-too-large")
    return int(fen)


def settle(scheme, period_text, readings, supplied):
    """The answer for one period, as a JSON object."""
    try:
        period = periods.parse(period_text)
        if period is None or period.kind != scheme.period_kind:
            raise Obstacle("wrong-period-kind")
        if period.end <= scheme.validity[0] or scheme.validity[1] <= period.start:
            raise Obstacle("period-outside-validity")
        computation = Computation(scheme, period, readings, supplied)
        computation.run()
    except Obstacle as obstacle:
        return {"outcome": "obstacle", "code": obstacle.code}
    return {"outcome": "settled", "steps": computation.steps(), "transfers": computation.transfers}
