"""What the generator knows about a scheme while it writes one."""

from dataclasses import dataclass, field, replace

# binding strength of the grammar's levels, loosest first
WHEN, OPEN, OR, AND, NOT, COMPARE, SUM, PRODUCT, FACTOR, POSTFIX, PRIMARY = range(11)

# kind of quantity → units with numbers that suit them
UNITS = {
    "plain": [("", ["1", "2", "3", "0.5", "1.25", "10", "0.333"]), ("%", ["5", "50", "120"]), ("个", ["3"])],
    "money": [("元", ["100", "4000000", "33333.33"]), ("万元", ["40", "2.5", "100", "500"]), ("亿元", ["0.02", "1"])],
    "mass": [("t", ["1", "12.5"]), ("kg", ["250"]), ("吨", ["3"]), ("g", ["500000"]), ("万吨", ["0.01"])],
    "volume": [("万m³", ["300", "1.5"]), ("m³", ["20000"]), ("亿m³", ["0.2"]), ("L", ["1000000"])],
    "area": [("km²", ["2", "0.75"]), ("公顷", ["40"]), ("亩", ["1500", "100"]), ("m²", ["5000"])],
    "concentration": [("mg/L", ["0.1", "0.2", "1", "6", "0.05", "10", "2.5"]), ("g/m³", ["1", "4"])],
    "price": [("万元/t", ["1.5", "10"]), ("元/kg", ["3"])],
    "volume-price": [("万元/万m³", ["0.2"]), ("元/m³", ["0.35", "1"])],
    "people": [("人", ["1200"]), ("万人", ["3.5"])],
    "time": [("d", ["30", "1"]), ("h", ["12"]), ("s", ["3600"])],
    "heat": [("℃", ["4", "12.5"])],
    "trees": [("株", ["12", "300"])],
    "tree-price": [("元/株", ["8", "15.5"])],
}
PRODUCTS = {"mass": [("concentration", "volume")],
            "money": [("mass", "price"), ("volume", "volume-price"), ("trees", "tree-price")]}
STEPS = {"plain": ["1", "0.01", "0.5"], "money": ["0.01 元", "1 元", "0.5 万元", "100 元"], "mass": ["0.1 t", "1 kg"],
         "volume": ["1 万m³"], "area": ["1 亩", "0.01 km²"], "concentration": ["0.001 mg/L", "0.01 mg/L"],
         "price": ["0.1 万元/t"], "volume-price": ["0.01 元/m³"], "people": ["1 人"], "time": ["1 h"], "heat": ["0.1 ℃"],
         "trees": ["1 株"], "tree-price": ["1 元/株"]}
ROUNDINGS = ["half-even", "half-up", "down", "ceiling"]
CLASSES = ["Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ", "Ⅴ", "劣Ⅴ"]
STATUSES = ["normal", "maintenance", "suspended", "dry", "frozen", "missing"]
PERIOD_KINDS = ["day", "week", "month", "two-months", "quarter", "half-year", "year"]
PLURAL = {kind: kind if kind == "two-months" else kind + "s" for kind in PERIOD_KINDS}
# lists of periods that lie in a period of some kind, with how many they are at most
PARTS = {
    "day": [], "week": [("day", 7)], "month": [("day", 31), ("week", 5)], "two-months": [("month", 2), ("week", 9)],
    "quarter": [("month", 3), ("week", 14)], "half-year": [("quarter", 2), ("month", 6), ("two-months", 3)],
    "year": [("half-year", 2), ("quarter", 4), ("two-months", 6), ("month", 12)],
}
# kinds of period that every period of a kind lies in
WHOLES = {
    "day": ["week", "month", "two-months", "quarter", "half-year", "year"], "week": ["month", "quarter", "year"],
    "month": ["two-months", "quarter", "half-year", "year"], "two-months": ["half-year", "year"],
    "quarter": ["half-year", "year"], "half-year": ["year"], "year": [],
}
# steps back that keep a period's length
BACK = {
    "day": ["day", "days", "week"], "week": ["week", "weeks"],
    "month": ["month", "months", "two-months", "quarter", "half-year", "year"],
    "two-months": ["two-months", "half-year", "year", "years"], "quarter": ["quarter", "half-year", "year"],
    "half-year": ["half-year", "year"], "year": ["year", "years"],
}
CONCENTRATIONS = ["CODMn", "COD", "BOD5", "NH3-N", "TP", "TN", "DO", "Cu", "F", "Oil", "氨氮", "总磷", "溶解氧"]
SYMBOL = {"氨氮": "NH3-N", "总磷": "TP", "溶解氧": "DO"}


@dataclass
class Text:
    """A piece of an expression: how tightly it binds, whether it can be missing, whether it rests on data.

    `tests` are the references that it asks about with `missing`; what a checker concludes from them behind it is
    only certain in the forms that the specification names, so elsewhere they are not used again.
    """

    text: str
    level: int = PRIMARY
    missing: bool = False
    data: bool = False
    tests: frozenset = frozenset()

    def at(self, level):
        return self.text if self.level >= level else f"({self.text})"


@dataclass(frozen=True)
class Domain:
    """What a variable goes through: `sort` is party, section, item, indicator or a kind of period."""

    sort: str
    text: str
    size: int
    of_periods: bool = False


@dataclass
class Definition:
    name: str
    sort: str  # let, table, param, fact, means
    type: str
    domains: list = field(default_factory=list)
    missing: bool = False
    data: bool = False
    closed: bool = False  # may be asked only for what its lists hold
    unit: str = ""  # of a parameter or fact, as written
    fen: bool = False  # money in whole fen and not negative


@dataclass(frozen=True)
class Place:
    """Where an expression stands: its variables, what is known not to be missing, how often it is computed."""

    variables: tuple = ()  # (name, Domain)
    known: frozenset = frozenset()
    avoided: frozenset = frozenset()
    cost: int = 1

    def with_variables(self, added):
        cost = self.cost
        for _, domain in added:
            cost *= domain.size
        return replace(self, variables=self.variables + tuple(added), cost=cost)

    def knowing(self, references):
        return replace(self, known=self.known | set(references))

    def avoiding(self, references):
        return replace(self, avoided=self.avoided | references)
