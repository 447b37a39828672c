"""The grammar of docs/schemes.md, by recursive descent. The tree is made of `Node`s."""

from . import periods
from .exact import ROUNDINGS, parse_decimal
from .lexer import Token
from .outcomes import Refusal
from .water import CLASSES

TIME_UNITS = {**periods.PLURALS, **{kind: kind for kind in periods.KINDS}}
AGGREGATES = ("mean", "sum", "largest", "smallest", "all", "any")
COMPARISONS = ("=", "!=", "<", "<=", ">", ">=")
DEEPEST = 64


class Node:
    """One form of the language: its name, its line and its parts."""

    def __init__(self, form, line, **parts):
        self.form = form
        self.line = line
        self.__dict__.update(parts)


class Parser:
    def __init__(self, tokens, is_unit):
        last = tokens[-1].line if tokens else 0
        self.tokens = tokens + [Token("end", "", last)]
        self.place = 0
        self.depth = 0
        self.is_unit = is_unit

    # tokens

    @property
    def next(self):
        return self.tokens[self.place]

    def ahead(self, count):
        return self.tokens[min(self.place + count, len(self.tokens) - 1)]

    def at(self, *texts):
        return self.next.sort in ("word", "sign") and self.next.text in texts

    def take(self, *texts):
        if self.at(*texts):
            self.place += 1
            return True
        return False

    def fail(self, why):
        raise Refusal("syntax", f"{why} at {self.next.text!r}", self.next.line)

    def expect(self, *texts):
        token = self.next
        if not self.take(*texts):
            self.fail(f"expected {' or '.join(texts)}")
        return token.text

    def word(self):
        token = self.next
        if token.sort != "word":
            self.fail("expected a word")
        self.place += 1
        return token.text

    def label(self):
        token = self.next
        if token.sort != "text":
            raise Refusal("missing-label", token.text, token.line)
        if not token.text:
            raise Refusal("empty-text", "", token.line)
        self.place += 1
        return token.text

    def digits(self):
        text = self.word()
        if not (text.isascii() and text.isdigit()):
            raise Refusal("number-form", text, self.next.line)
        return int(text)

    def time(self):
        line = self.next.line
        text = self.word()
        period = periods.parse(text)
        if period is None:
            raise Refusal("bad-period", text, line)
        return period

    def end(self):
        if self.next.sort != "end":
            self.fail("expected the end of the statement")

    def node(self, form, **parts):
        return Node(form, self.next.line, **parts)

    # shared parts

    def separated(self, part):
        found = [part()]
        while self.take(","):
            found.append(part())
        return found

    def loops(self):
        """NAME in LIST {, NAME in LIST}; a comma that is not followed by `NAME in` belongs to somebody else."""
        found = []
        while True:
            name = self.word()
            self.expect("in")
            found.append((name, self.list()))
            if self.at(",") and self.ahead(1).sort == "word" and self.ahead(2).text == "in":
                self.take(",")
            else:
                return found

    def optional_for(self):
        return self.loops() if self.take("for") else []

    def list(self):
        text = self.next.text
        if text in periods.PLURALS:
            self.word()
            kind = periods.PLURALS[text]
            if self.take("of"):
                return self.node("list-of", kind=kind, period=self.postfix())
            first = self.time()
            self.expect("to")
            return self.node("list-range", kind=kind, first=first, last=self.time())
        if text.isascii() and text.isdigit():
            count = self.digits()
            plural = self.word()
            if plural not in periods.PLURALS:
                self.fail("expected a kind of period")
            self.expect("before")
            return self.node("list-before", count=count, kind=periods.PLURALS[plural], period=self.postfix())
        return self.node("list-name", name=self.word())

    # expressions, from the loosest to the tightest binding

    def expression(self):
        self.depth += 1
        if self.depth > DEEPEST:
            raise Refusal("too-deep", "", self.next.line)
        if self.at("when"):
            node = self.node("when", cases=[], otherwise=None)
            while self.take("when"):
                condition = self.either()
                self.expect(":")
                node.cases.append((condition, self.either()))
            if not self.at("otherwise"):
                raise Refusal("no-otherwise", "", self.next.line)
            self.take("otherwise")
            self.expect(":")
            node.otherwise = self.either()
        else:
            node = self.either()
        self.depth -= 1
        return node

    def either(self):
        left = self.both()
        while self.take("or"):
            left = self.node("or", left=left, right=self.both())
        return left

    def both(self):
        left = self.negation()
        while self.take("and"):
            left = self.node("and", left=left, right=self.negation())
        return left

    def negation(self):
        if self.take("not"):
            return self.node("not", operand=self.negation())
        return self.compare()

    def compare(self):
        left = self.sum()
        if self.at(*COMPARISONS):
            sign = self.expect(*COMPARISONS)
            return self.node("compare", sign=sign, left=left, right=self.sum())
        if self.take("in"):
            return self.node("in", left=left, list=self.list())
        return left

    def sum(self):
        left = self.product()
        while self.at("+", "-"):
            sign = self.expect("+", "-")
            left = self.node("arithmetic", sign=sign, left=left, right=self.product())
        return left

    def product(self):
        left = self.factor()
        while self.at("*", "/"):
            sign = self.expect("*", "/")
            left = self.node("arithmetic", sign=sign, left=left, right=self.factor())
        return left

    def factor(self):
        if self.take("-"):
            return self.node("negative", operand=self.factor())
        return self.postfix()

    def postfix(self):
        node = self.primary()
        while True:
            if self.take("back"):
                count = self.digits()
                kind = TIME_UNITS.get(self.word())
                if kind is None:
                    self.fail("expected a unit of time")
                node = self.node("back", period=node, count=count, kind=kind)
            elif self.take("if-missing"):
                node = self.node("if-missing", left=node, right=self.primary())
            else:
                return node

    def reference(self):
        node = self.node("reference", name=self.word(), arguments=[])
        if self.next.glued and self.take("("):
            node.arguments = self.separated(self.postfix)
            self.expect(")")
        return node

    def primary(self):
        if self.take("("):
            node = self.expression()
            self.expect(")")
            return node
        token, following = self.next, self.ahead(1)
        if token.sort != "word":
            self.fail("expected an expression")
        text = token.text
        if text[0] in "0123456789":
            return self.number()
        if text in CLASSES:
            self.word()
            return self.node("class", level=CLASSES.index(text) + 1)
        if text in ("yes", "no"):
            self.word()
            return self.node("condition", value=text == "yes")
        if text == "missing":
            self.word()
            return self.node("missing", reference=self.reference())
        if text == "period":
            self.word()
            return self.node("period")
        if text in periods.KINDS:
            return self.period_of(text)
        if text in ("min", "max", "abs") and following.text == "(":
            self.word()
            self.expect("(")
            operands = self.separated(self.expression)
            self.expect(")")
            return self.node("extreme" if text != "abs" else "abs", name=text, operands=operands)
        special = {"round": self.rounded, "square-root": self.root, "apportion": self.apportion}
        if text in special:
            self.word()
            return special[text]()
        if following.text == "of" and following.sort == "word":
            return self.of_form()
        return self.reference()

    def number(self):
        token = self.next
        value = parse_decimal(self.word())
        if value is None:
            raise Refusal("number-form", token.text, token.line)
        unit = self.word() if self.next.sort == "word" and self.is_unit(self.next.text) else None
        return Node("number", token.line, value=value, unit=unit)

    def period_of(self, kind):
        self.word()
        if self.take("of"):
            return self.node("period-of", kind=kind, period=self.postfix())
        period = self.time()
        if period.kind != kind:
            raise Refusal("bad-period", period.text, self.next.line)
        return self.node("period-written", value=period)

    def of_form(self):
        """Every form whose second word is `of`."""
        first = self.word()
        self.expect("of")
        if self.at("readings") and first in ("mean", "sum", "largest", "smallest", "count"):
            return self.readings(first)
        if first in AGGREGATES:
            body = self.either()
            self.expect("for")
            node = self.node("aggregate", name=first, body=body, loops=self.loops(), where=None, skip=False)
            if self.take("where"):
                node.where = self.either()
            node.skip = self.take("skip-missing")
            return node
        if first == "count":
            node = self.node("count", loops=self.loops())
            self.expect("where")
            node.where = self.either()
            return node
        if first == "class":
            means = self.reference()
            self.expect("by")
            return self.node("class-of", means=means, by=self.separated(self.word))
        if first == "limit":
            indicator = self.word()
            self.expect("for")
            level = self.postfix()
            self.expect("at")
            return self.node("limit", indicator=indicator, level=level, section=self.reference())
        return self.node("mean-of", indicator=first, means=self.reference())

    def readings(self, name):
        self.expect("readings")
        self.expect("at")
        node = self.node("readings", name=name, section=self.reference(), period=None, statuses=[], below="half")
        if self.take("in"):
            node.period = self.postfix()
        self.expect("where")
        self.expect("status")
        self.expect("is")
        node.statuses.append(self.word())
        while self.take("or"):
            node.statuses.append(self.word())
        if self.take("below-limit"):
            self.expect("as")
            node.below = self.expect("half", "zero", "limit")
        return node

    def to_step(self):
        self.expect("to")
        step = self.primary()
        self.expect("by")
        rule = self.word()
        if rule not in ROUNDINGS:
            raise Refusal("unknown-rounding", rule, self.next.line)
        return step, rule

    def rounded(self):
        operand = self.sum()
        step, rule = self.to_step()
        return self.node("round", operand=operand, step=step, rule=rule)

    def root(self):
        self.expect("of")
        operand = self.sum()
        step, rule = self.to_step()
        return self.node("root", operand=operand, step=step, rule=rule)

    def apportion(self):
        body = self.sum()
        self.expect("for")
        name = self.word()
        self.expect("in")
        node = self.node("apportion", body=body, loops=[(name, self.list())])
        self.expect("at")
        node.member = self.reference()
        self.expect("to")
        node.step = self.primary()
        self.expect("remainder")
        self.expect("to")
        node.remainder = self.word()
        return node
