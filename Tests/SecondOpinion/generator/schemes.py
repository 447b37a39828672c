"""The body of a random scheme: tables, parameters, facts, definitions, requirements and payments."""

from .expressions import Expressions
from .vocabulary import OPEN, OR, PARTS, PRODUCT, ROUNDINGS, STEPS, SUM, UNITS, Definition, Domain, Place
from .world import World

KINDS = sorted(UNITS)


class SchemeWriter:
    def __init__(self, random):
        self.random = random
        self.world = World(random)
        self.expressions = Expressions(self.world, random)

    def chance(self, probability):
        return self.random.random() < probability

    def write(self):
        """The Markdown of a whole scheme."""
        self.tables_and_facts()
        for _ in range(self.random.randint(1, 2)):
            self.means()
        steps = [self.let] * self.random.randint(4, 9) + [self.shares] * self.random.randint(0, 1)
        steps += [self.require] * self.random.choice([0, 0, 0, 1, 2]) + [self.payment] * self.random.randint(0, 2)
        steps += [self.named_period, self.means] if self.chance(0.4) else []
        steps += [self.balanced] if self.chance(0.35) else []
        steps += [self.odd_kind] if self.chance(0.4) else []
        steps += [self.large] if self.chance(0.01) else []
        self.random.shuffle(steps)
        for step in steps + [self.payment]:
            step()
        self.ask_all()
        return self.markdown()

    def markdown(self):
        parts, random = ["# 测试方案\n\nA scheme made at random.\n"], self.random
        statements = list(self.world.statements)
        number = 0
        while statements:
            number += 1
            count = random.randint(1, 6)
            lines, statements = statements[:count], statements[count:]
            parts.append(f"## 第{number}条\n\n条款 {number}。\n\n```tongzhou\n" + "\n".join(lines) + "\n```\n")
            if random.random() < 0.1:
                parts.append("```text\nlet 无关 = 1\n```\n")
        return "\n".join(parts)

    # parts of statements

    def loops(self, limit=25):
        """Variables of a definition; often none."""
        found, cost = [], 1
        for _ in range(self.random.choice([0, 0, 1, 1, 1, 2])):
            for each in self.expressions.loops(Place()):
                if each[1] not in [domain for _, domain in found] and cost * each[1].size <= limit:
                    found.append(each)
                    cost *= each[1].size
        # a checker may count every pair of periods that a rule of two lists of periods could be asked for
        return found[:1] + [each for each in found[1:2] if not (each[1].of_periods and found[0][1].of_periods)]

    @staticmethod
    def for_text(loops):
        return f" for {Expressions.written(loops)}" if loops else ""

    def unverified(self):
        return " unverified" if self.chance(0.1) else ""

    def wrapped(self, text):
        """The same statement, sometimes on several lines."""
        if not self.chance(0.2) or '"' not in text:
            return text
        head, _, tail = text.rpartition('" ')
        words = tail.split(" ")
        place = self.random.randint(0, len(words) - 1)
        return head + '" ' + " ".join(words[:place]) + "\n   " + " ".join(words[place:])

    def define(self, statement, definition):
        asks_closed = any(each.closed and each.name + "(" in statement for each in self.world.definitions)
        definition.closed = definition.closed or asks_closed
        self.world.state(statement)
        self.world.definitions.append(definition)

    # tables, parameters, facts

    def tables_and_facts(self):
        for _ in range(self.random.randint(1, 3)):
            self.table()
        for _ in range(self.random.randint(0, 2)):
            self.param()
        for _ in range(self.random.randint(1, 4)):
            self.fact()

    def table(self):
        random, world = self.random, self.world
        kind = random.choice(KINDS + ["class", "plain", "money"])
        if self.chance(0.2):
            return self.table_of_years(kind)
        lists = random.sample(sorted(world.lists), min(len(world.lists), random.choice([1, 1, 2])))
        loops = [(world.variable(Domain(world.list_sort[each], each, 1)), each) for each in lists]
        keys = [[]]
        for each in lists:
            keys = [key + [member] for key in keys for member in world.lists[each]]
        random.shuffle(keys)
        otherwise = self.chance(0.3)
        if otherwise:
            keys = keys[:random.randint(1, len(keys))]
        lines = [f"  {', '.join(key)}: {self.constant(kind)}" for key in keys]
        if otherwise:
            lines.append(f"  otherwise: {self.constant(kind)}")
        name = world.name("表")
        text = ", ".join(f"{variable} in {each}" for variable, each in loops)
        domains = [Domain(world.list_sort[each], each, len(world.lists[each])) for each in lists]
        self.define("\n".join([f'table {name} "table" for {text}{self.unverified()}'] + lines),
                    Definition(name, "table", kind, domains))

    def table_of_years(self, kind):
        world = self.world
        year = int(world.settled.text[:4])
        name, variable = world.name("年表"), world.name("年")
        lines = [f"  {year - 2} to {year - 1}: {self.constant(kind)}", f"  {year}: {self.constant(kind)}"]
        lines.append(f"  otherwise: {self.constant(kind)}")
        domain = Domain("year", f"years {year - 2} to {year}", 3, True)
        self.define("\n".join([f'table {name} "by year" for {variable} in {domain.text}'] + lines),
                    Definition(name, "table", kind, [domain]))

    def constant(self, kind):
        text = self.expressions.literal(kind)
        if kind in UNITS and self.chance(0.25):
            return f"{text.text} {self.random.choice(['*', '/'])} {self.random.randint(2, 9)}"
        if kind in UNITS and self.chance(0.1):
            return f"-{text.text}"
        return text.text

    def param(self):
        kind = self.random.choice(["plain", "money", "price", "class", "condition", "tree-price", "concentration"])
        domains = [domain for _, domain in self.loops(8)][:1]
        name = self.world.name("参数")
        text = self.for_text([(self.world.variable(domain), domain) for domain in domains])
        unit = self.unit(kind)
        self.define(f'param {name} "parameter"{text}: {unit}',
                    Definition(name, "param", kind, domains, data=True, closed=True, unit=unit))

    def unit(self, kind):
        if kind in ("class", "condition"):
            return kind
        return self.random.choice(UNITS[kind])[0] or "number"

    def fact(self):
        kind = self.random.choice(["plain", "money", "volume", "class", "condition", "condition", "trees", "mass"])
        loops = self.loops(20)
        name = self.world.name("事实")
        otherwise = ""
        if self.chance(0.4):
            otherwise = f" otherwise {self.constant(kind)}"
        unit = self.unit(kind)
        self.define(f'fact {name} "fact"{self.for_text(loops)}: {unit}{otherwise}', Definition(
            name, "fact", kind, [domain for _, domain in loops], missing=not otherwise, data=True, unit=unit))

    # definitions

    def means(self):
        world, name = self.world, self.world.name("均值")
        loops = [each for each in self.loops(40)
                 if each[1].of_periods or each[1].sort == "section"]
        statistic = self.random.choice(["mean", "mean", "mean", "sum", "largest", "smallest"])
        text = self.expressions.readings_text(Place().with_variables(loops))
        statement = f'let {name} "means"{self.for_text(loops)} = {statistic} of {text}{self.unverified()}'
        self.define(self.wrapped(statement),
                    Definition(name, "means", "means", [domain for _, domain in loops], data=True))
        inner = [(world.variable(domain), domain) for _, domain in loops]
        written = name + (f"({', '.join(variable for variable, _ in inner)})" if inner else "")
        if self.chance(0.7):
            world.ask(name)
            other = world.name("类别")
            by = self.random.choice(["five-items", "twenty-one-items", "CODMn, NH3-N, TP", "pH, DO, 总磷", "TN",
                                     *world.indicator_lists, *world.own_indicators])
            self.define(f'let {other} "class"{self.for_text(inner)} = class of {written} by {by}',
                        Definition(other, "let", "class", [domain for _, domain in inner], True, True))

    def let(self):
        kind = self.random.choice(KINDS + ["class", "condition", "money", "money", "plain", "concentration"])
        loops = self.loops()
        place = Place().with_variables(loops)
        value = self.expressions.any_of(kind, place, self.random.randint(1, 3), missing=self.chance(0.7))
        name = self.world.name("值")
        fen = False
        text = value.text
        if kind == "money" and not value.missing and self.chance(0.6):
            text = f"round abs({text}) to {self.random.choice(STEPS['money'])} by {self.random.choice(ROUNDINGS)}"
            fen = True
        self.define(self.wrapped(f'let {name} "value"{self.for_text(loops)} = {text}{self.unverified()}'), Definition(
            name, "let", kind, [domain for _, domain in loops], value.missing, value.data, fen=fen))

    def named_period(self):
        world = self.world
        kinds = [world.kind] + [kind for kind, _ in PARTS[world.kind]]
        kind = self.random.choice(kinds)
        text = self.expressions.period(kind, Place()).text
        if self.chance(0.05) and kind == world.kind and kind not in ("day", "week"):
            text = f"period back {self.random.randint(115, 130)} years"
        name = world.name("时段")
        self.define(f'let {name} "time" = {text}', Definition(name, "let", "period " + kind))

    def odd_kind(self):
        """A quantity of a kind that has no unit of its own."""
        first, second = self.random.sample(KINDS, 2)
        left, right = (self.expressions.any_of(kind, Place(), 1) for kind in (first, second))
        sign = self.random.choice("*/")
        right = right if sign == "*" else self.expressions.divisor(second, Place(), 1)
        self.world.state(f'let {self.world.name("杂")} "odd" = {left.at(PRODUCT)} {sign} {right.at(PRODUCT + 1)}')

    def large(self):
        """Squares of squares of a fact: too large a number."""
        name = self.world.name("大")
        self.define(f'fact {name} "large": number otherwise 2.718281828459045',
                    Definition(name, "fact", "plain", data=True, unit="number"))
        for _ in range(9):
            before, name = name, self.world.name("大")
            self.world.state(f'let {name} "square" = {before} * {before}')

    def shares(self):
        """A total apportioned among the members of a list."""
        world, random = self.world, self.random
        total = self.expressions.any_of("money", Place(), 2, missing=False)
        rounded = not total.data or self.chance(0.85)
        step = random.choice(["0.01 元", "1 元"])
        text = f"round {total.at(SUM)} to {step} by half-even" if rounded else total.text
        whole, weights, share = world.name("总额"), world.name("权数"), world.name("份额")
        self.define(f'let {whole} "total" = {text}', Definition(whole, "let", "money", data=total.data))
        listed = random.choice([each for each in sorted(world.lists) if world.list_sort[each] != "indicator"])
        members, sort = world.lists[listed], world.list_sort[listed]
        domain = Domain(sort, listed, len(members))
        lines = [f"  {member}: {random.choice(['1', '2', '3', '0.5', '7'])}" for member in members]
        self.define("\n".join([f'table {weights} "weights" for {world.variable(domain)} in {listed}'] + lines),
                    Definition(weights, "table", "plain", [domain]))
        own, inner, third = (world.variable(domain) for _ in range(3))
        remainder = random.choice(["largest", "largest", "first", "last", random.choice(members)])
        body = f"{whole} * {weights}({inner}) / (sum of {weights}({third}) for {third} in {listed})"
        self.define(self.wrapped(
            f'let {share} "share" for {own} in {listed} = apportion {body} for {inner} in {listed} at {own} '
            f"to {step} remainder to {remainder}"), Definition(share, "let", "money", [domain], data=total.data))
        return share, listed, whole

    # what must hold, and payments

    def require(self):
        condition = self.expressions.decision(Place(), 2)
        if self.chance(0.9) or not condition.data:
            text = f"{condition.at(OR)} or yes"
        else:
            text = condition.text if condition.level >= OPEN else f"({condition.text})"
        self.world.state(f'require {text} "必须成立" "must hold"')

    def amount(self, place):
        world, random = self.world, self.random
        fens = [each for each in world.definitions if each.fen]
        references = [each for each in (self.expressions.reference(each, place) for each in fens) if each]
        if references and self.chance(0.5):
            return random.choice(references).text
        if self.chance(0.35):
            return self.expressions.literal("money").text
        value = self.expressions.any_of("money", place, 2, missing=False)
        if value.data and self.chance(0.18):
            return value.at(SUM)
        rule = random.choice(ROUNDINGS)
        if value.data and self.chance(0.1):
            return f"round {value.at(SUM)} to 1 元 by {rule}"
        return f"round abs({value.text}) to {random.choice(['0.01 元', '1 元', '0.01 万元'])} by {rule}"

    def outcome(self, place):
        random, world = self.random, self.world
        if self.chance(0.2):
            return "nothing"
        names = [name for name, _, _ in world.parties]
        payer, payee = random.sample(names, 2)
        variables = [name for name, domain in place.variables if domain.sort == "party"]
        if variables and self.chance(0.1):
            payer = variables[0]  # may be the payee itself
        elif self.chance(0.2):
            payer = self.direction(place, payee) or payer
        return f"{payer} pays {payee} {self.amount(place)}"

    def direction(self, place, payee):
        """A table of parties, over the first list that a variable goes through."""
        world = self.world
        domains = [(name, domain) for name, domain in place.variables if not domain.of_periods]
        if not domains:
            return None
        variable, domain = domains[0]
        others = [name for name, _, _ in world.parties if name != payee or self.chance(0.05)]
        table = world.name("上游")
        lines = [f"  {member}: {self.random.choice(others)}" for member in world.lists[domain.text]]
        world.state("\n".join(
            [f'table {table} "upstream" for {world.variable(domain)} in {domain.text}'] + lines))
        return f"{table}({variable})"

    def payment(self):
        loops = self.loops(20)
        place = Place().with_variables(loops)
        name, cases = self.world.name("支付"), []
        for _ in range(self.random.randint(0, 3)):
            condition, inside, place = self.expressions.case_condition(place, 2)
            cases.append(f"  when {condition}: {self.outcome(inside)}")
        cases.append(f"  otherwise: {self.outcome(place)}")
        self.world.state("\n".join([f'pay {name} "payment"{self.for_text(loops)}'] + cases))

    def balanced(self):
        """Amounts of all parties that come to nothing in sum, mostly."""
        world, random = self.world, self.random
        listed = world.party_list
        members = world.lists[listed]
        domain = Domain("party", listed, len(members))
        name, variable = world.name("净额"), world.variable(domain)
        place = Place().with_variables([(variable, domain)])
        if self.chance(0.15):
            value = self.expressions.any_of("money", place, 2, missing=False)
            text = f"round {value.at(SUM)} to 1 元 by half-even"
        elif self.chance(0.5):
            value = self.expressions.any_of("money", Place(), 2, missing=False)
            fixed = world.name("定额")
            world.state(f'let {fixed} "fixed" = round {value.at(SUM)} to 0.01 元 by half-up')
            numbers = [random.randint(-3, 3) for _ in members[1:]]
            numbers.append(-sum(numbers))
            text = " ".join(f"when {variable} = {member}: {fixed} * {number}"
                            for member, number in zip(members, numbers)) + " otherwise: 0 元"
        else:
            other, inner = world.name("各额"), world.variable(domain)
            value = self.expressions.any_of("money", Place().with_variables([(inner, domain)]), 2, missing=False)
            world.state(f'let {other} "each" for {inner} in {listed} = round {value.at(SUM)} to 0.01 元 by half-even')
            last, third = members[-1], world.variable(domain)
            text = (f"when {variable} = {last}: {other}({variable}) - (sum of {other}({third}) for {third} in {listed})"
                    f" otherwise: {other}({variable})")
        world.state(self.wrapped(f'let {name} "net" for {variable} in {listed} = {text}'))
        world.state(f'pay {world.name("清算")} "settlement"\n  otherwise: balance {name}')

    def ask_all(self):
        """Every set of means is asked for something."""
        world = self.world
        for each in list(world.definitions):
            if each.sort == "means" and each.name not in world.asked:
                loops = [(world.variable(domain), domain) for domain in each.domains]
                written = each.name + (f"({', '.join(name for name, _ in loops)})" if loops else "")
                world.state(f'let {world.name("值")} "asked"{self.for_text(loops)} = CODMn of {written}')
