"""A scheme as read: its names, in the order of the text, and its rules."""

from dataclasses import dataclass, field
from fractions import Fraction

from . import periods
from .exact import MOST_FEN, parse_decimal
from .lexer import statements
from .meaning import Meanings
from .outcomes import Refusal
from .parser import Parser
from .running import Domain, quantity
from .units import MONEY, Units, unit_or_refusal
from .values import CLASS, CONDITION, MEANS, Member
from .water import Indicator, standard_indicators


@dataclass
class Definition:
    """What a name stands for: `sort` is let, table, param or fact."""

    sort: str
    name: str
    type: tuple
    domains: list  # (variable, Domain)
    constant: bool = False
    body: object = None  # of a let; of a fact its `otherwise`, if it has one
    lines: dict = field(default_factory=dict)  # of a table
    asked: list = field(default_factory=list)  # of a set of means, the indicators that rules ask for

    @property
    def parameter_types(self):
        return [domain.type for _, domain in self.domains]

    def variables(self, arguments):
        return {name: value for (name, _), value in zip(self.domains, arguments)}


@dataclass
class Requirement:
    condition: object


@dataclass
class Payment:
    name: str
    domains: list
    cases: list  # (condition or None, outcome); an outcome is None, ("balance", definition) or ("pays", …)


class Scheme:
    def __init__(self, text):
        self.units = Units()
        self.constants = Constants()
        self.standard = [each for each, _ in standard_indicators()]
        self.indicators = {name: each for each, names in standard_indicators() for name in names}
        self.by_code = {each.code: each for each in self.standard}
        self.members, self.lists, self.definitions, self.payments = {}, {}, {}, {}
        self.identifier = self.titles = self.period_kind = self.validity = None
        self.rules = []
        for lines in statements(text):
            self._statement(lines)
        for value in (self.identifier, self.titles, self.period_kind, self.validity, self.payments):
            if not value:
                raise Refusal("missing-statement")

    # names

    def is_defined(self, name):
        return any(name in group for group in (
            self.members, self.lists, self.definitions, self.payments, self.indicators, self.units.own))

    def _new_name(self, parser):
        line, name = parser.next.line, parser.word()
        if self.is_defined(name):
            raise Refusal("redefinition", name, line)
        if name[0].isdigit() or name.isascii() and name.isalpha() and name.islower():
            raise Refusal("bad-name", name, line)
        parser.label()
        return name

    def member_or_refusal(self, name, line):
        found = self.members.get(name) or self.indicators.get(name)
        if found is None:
            raise Refusal("unknown-name", name, line)
        return found

    # statements

    def _statement(self, lines):
        keyword, line = lines[0][0].text, lines[0][0].line
        handler = getattr(self, "_read_" + keyword, None)
        if handler is None:
            raise Refusal("unknown-statement", keyword, line)
        first = lines[0][1:] if keyword == "table" else [token for each in lines for token in each][1:]
        parser = Parser(first, self._is_unit)
        handler(parser, lines[1:]) if keyword == "table" else handler(parser)
        parser.end()

    def _is_unit(self, word):
        return self.units.find(word) is not None

    def _once(self, attribute, value, parser):
        if getattr(self, attribute) is not None:
            raise Refusal("repeated-statement", attribute, parser.next.line)
        setattr(self, attribute, value)

    def _read_scheme(self, parser):
        self._once("identifier", parser.word(), parser)

    def _read_title(self, parser):
        self._once("titles", (parser.label(), parser.label()), parser)

    def _read_period(self, parser):
        kind = parser.word()
        if kind not in periods.KINDS:
            raise Refusal("unknown-period-kind", kind, parser.next.line)
        self._once("period_kind", kind, parser)

    def _read_valid(self, parser):
        parser.expect("from")
        first = parser.time()
        parser.expect("to")
        last = parser.time()
        if first.start >= last.end:
            raise Refusal("validity-reversed", "", parser.next.line)
        if parser.take("at-least"):  # binds those who draft an agreement; decides nothing here
            parser.digits()
            parser.expect("years")
        self._once("validity", (first.start, last.end), parser)

    def _read_party(self, parser):
        name = self._new_name(parser)
        parser.expect("=")
        code = parser.word()
        if len(code) != 6 or not code.isdigit() or code[0] == "0":
            raise Refusal("bad-party-code", code, parser.next.line)
        self.members[name] = Member("party", name, code)

    def _read_section(self, parser):
        name = self._new_name(parser)
        parser.expect("=")
        code, body = parser.word(), parser.word()
        if body not in ("river", "lake"):
            raise Refusal("unknown-body-type", body, parser.next.line)
        self.members[name] = Member("section", name, code, body)

    def _read_item(self, parser):
        name = self._new_name(parser)
        self.members[name] = Member("item", name)

    def _read_list(self, parser):
        line, name = parser.next.line, self._new_name(parser)
        parser.expect("=")
        members = [self.member_or_refusal(word, line) for word in parser.separated(parser.word)]
        if len({each.sort for each in members}) != 1 or len(set(members)) != len(members):
            raise Refusal("wrong-type", name, line)
        sort = members[0].sort
        self.lists[name] = Domain((sort,), lambda computation, variables: members,
                                  tuple(members) if sort == "indicator" else (), True)

    def _read_unit(self, parser):
        name = self._new_name(parser)
        if self._is_unit(name):
            raise Refusal("redefinition", name, parser.next.line)
        self.units.define(name)

    def _read_indicator(self, parser):
        line, name = parser.next.line, self._new_name(parser)
        parser.expect("=")
        code, unit = parser.word(), parser.word()
        kind, factor = ((), Fraction(1)) if unit == "number" else unit_or_refusal(self.units, unit, line)
        if code in self.by_code:
            raise Refusal("repeated-indicator", code, line)
        parser.digits()
        sense, limits = "", ()
        if parser.at("at-most", "at-least"):
            sense = parser.expect("at-most", "at-least")
            numbers = [parse_decimal(text) for text in parser.separated(parser.word)]
            if None in numbers or len(numbers) != 5:
                raise Refusal("number-form", name, line)
            limits = tuple(each * factor for each in numbers)
        found = Indicator(code, name, kind, factor, sense, limits, limits)
        self.indicators[name] = self.by_code[code] = found

    def _domains(self, parser):
        return Meanings(self, {}).within(parser.optional_for())

    def _read_table(self, parser, lines):
        name = self._new_name(parser)
        domains, _ = self._domains(parser)
        parser.take("unverified")
        definition = Definition("table", name, (), domains, constant=True)
        values, written = {}, []
        for tokens in lines:
            line = Parser(tokens, self._is_unit)
            if line.take("otherwise"):
                keys = [None]
            else:
                keys = self._table_keys(line, [domain.type for _, domain in domains])
            line.expect(":")
            meaning = Meanings(self, {}).of(line.expression())
            line.end()
            if not meaning.constant:
                raise Refusal("wrong-type", "a table holds constants", tokens[0].line)
            written.append(meaning)
            for key in keys:
                if key in values:
                    raise Refusal("redefinition", f"{name} {key}", tokens[0].line)
                values[key] = meaning.run(self.constants, {})
        if not written:
            raise Refusal("syntax", f"{name} has no lines")
        definition.type = Meanings(self, {}).alike(written, parser.next.line)
        definition.lines = values
        if None not in values:
            combinations = [()]
            for _, domain in domains:
                if not domain.constant:
                    raise Refusal("no-otherwise", name)
                combinations = [each + (key,) for each in combinations for key in domain.run(None, {})]
            if any(each not in values for each in combinations):
                raise Refusal("no-otherwise", name)
        self.definitions[name] = definition

    def _table_keys(self, line, types):
        """All combinations that the keys of one line stand for."""
        combinations = [()]
        for place, kind in enumerate(types):
            if place:
                line.expect(",")
            if kind[0] == "period":
                first = line.time()
                last = line.time() if line.take("to") else first
                if first.kind != kind[1] or last.kind != kind[1]:
                    raise Refusal("bad-period", first.text, line.next.line)
                members = [first]
                while members[-1].start < last.start:
                    members.append(periods.containing(kind[1], members[-1].end))
            else:
                members = [self.member_or_refusal(line.word(), line.next.line)]
                if members[0].sort != kind[0]:
                    raise Refusal("wrong-type", members[0].name, line.next.line)
            combinations = [each + (member,) for each in combinations for member in members]
        return combinations

    def _type(self, parser):
        parser.expect(":")
        line, word = parser.next.line, parser.word()
        if word == "number":
            return quantity(())
        if word in ("class", "condition"):
            return CLASS if word == "class" else CONDITION
        return quantity(unit_or_refusal(self.units, word, line)[0])

    def _read_param(self, parser):
        name = self._new_name(parser)
        domains, _ = self._domains(parser)
        self.definitions[name] = Definition("param", name, self._type(parser), domains)
        self.rules.append(self.definitions[name])

    def _read_fact(self, parser):
        line, name = parser.next.line, self._new_name(parser)
        domains, inner = self._domains(parser)
        definition = Definition("fact", name, self._type(parser), domains)
        if parser.take("otherwise"):
            definition.body = inner.of(parser.expression())
            if definition.body.type != definition.type:
                raise Refusal("wrong-type", name, line)
        self.definitions[name] = definition
        self.rules.append(definition)

    def _read_let(self, parser):
        name = self._new_name(parser)
        domains, inner = self._domains(parser)
        parser.expect("=")
        tree = parser.expression()
        is_means = tree.form == "readings" and tree.name != "count"
        body = inner.of(tree)
        if body.type == MEANS and not is_means:
            raise Refusal("wrong-type", name, tree.line)
        parser.take("unverified")
        definition = Definition("let", name, body.type, domains, body.constant and not domains, body)
        self.definitions[name] = definition
        self.rules.append(definition)

    def _read_require(self, parser):
        line = parser.next.line
        condition = Meanings(self, {}).wanted(parser.expression(), CONDITION)
        parser.label()
        parser.label()
        if condition.constant and not condition.run(self.constants, {}):
            raise Refusal("requirement-not-met", "", line)
        self.rules.append(Requirement(condition))

    def _read_pay(self, parser):
        name = self._new_name(parser)
        domains, inner = self._domains(parser)
        cases = []
        while parser.at("when", "otherwise"):
            line = parser.next.line
            condition = None
            if parser.expect("when", "otherwise") == "when":
                condition = inner.wanted(parser.either(), CONDITION)
            parser.expect(":")
            if cases and cases[-1][0] is None:
                raise Refusal("case-after-otherwise", "", line)
            cases.append((condition, self._outcome(parser, inner)))
        if not cases or cases[-1][0] is not None:
            raise Refusal("no-otherwise", name, parser.next.line)
        payment = Payment(name, domains, cases)
        self.payments[name] = payment
        self.rules.append(payment)

    def _outcome(self, parser, inner):
        line = parser.next.line
        if parser.take("nothing"):
            return None
        if parser.take("balance"):
            definition = self.definitions.get(parser.word())
            if definition is None:
                raise Refusal("unknown-name", "", line)
            if definition.type != quantity(MONEY):
                raise Refusal("amount-not-money", definition.name, line)
            if definition.parameter_types != [("party",)]:
                raise Refusal("not-a-party", definition.name, line)
            return "balance", definition
        payer = inner.of(parser.reference())
        parser.expect("pays")
        payee = inner.of(parser.reference())
        amount = inner.of(parser.sum())
        if payer.type != ("party",) or payee.type != ("party",):
            raise Refusal("not-a-party", "", line)
        if amount.type != quantity(MONEY):
            raise Refusal("amount-not-money", "", line)
        if payer.constant and payee.constant and payer.run(self.constants, {}) == payee.run(self.constants, {}):
            raise Refusal("same-party", "", line)
        if amount.constant:
            value = amount.run(self.constants, {})
            if value < 0:
                raise Refusal("negative-amount", "", line)
            if (value * 100).denominator != 1:
                raise Refusal("not-whole-fen", "", line)
            if value * 100 > MOST_FEN:
                raise Refusal("number-too-large", "", line)
        return "pays", payer, payee, amount


class Constants:
    """A computation of what depends on nothing but the text."""

    def value(self, definition, arguments):
        if definition.sort == "table":
            return looked_up(definition, arguments)
        return definition.body.run(self, definition.variables(arguments))


def looked_up(table, arguments):
    """A line of a table, or its `otherwise`, or missing."""
    return table.lines.get(arguments, table.lines.get(None))
