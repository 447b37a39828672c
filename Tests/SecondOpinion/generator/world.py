"""The head of a random scheme: period, validity, parties, sections, lists, units, indicators."""

from second_opinion import periods

from .vocabulary import CONCENTRATIONS, PARTS, PERIOD_KINDS, PLURAL, SYMBOL, Domain

PARTIES = [("云南省", "Yunnan", "530000"), ("贵州省", "Guizhou", "520000"), ("四川省", "Sichuan", "510000"),
           ("重庆市", "Chongqing", "500000"), ("湖南省", "Hunan", "430000")]
SECTIONS = ["里耶镇", "清水铺", "鲢鱼溪"]
ITEMS = ["临江河", "天然林", "A-组"]
DAYS = ["2021-04-01", "2020-02-29", "2021-12-31", "2021-01-03", "2019-07-15", "2024-10-08", "2020-12-31"]


class World:
    def __init__(self, random):
        self.random = random
        self.statements, self.definitions = [], []
        self.lists, self.list_sort = {}, {}
        self.counter = 0
        self.asked = set()
        self.kind = random.choice(PERIOD_KINDS + ["month", "year", "quarter"])
        day = periods.parse(random.choice(DAYS)).start
        self.settled = periods.containing(self.kind, day)
        self.day = day
        self._head()
        self._members()

    def name(self, stem):
        self.counter += 1
        return f"{stem}{self.counter}"

    def variable(self, domain):
        stems = {"party": "省", "section": "断面", "item": "项", "indicator": "指标"}
        return self.name(stems.get(domain.sort, "期"))

    def state(self, text):
        self.statements.append(text)

    def near(self, kind):
        """The text of a period near the one settled."""
        period = periods.containing(kind, self.day)
        for _ in range(self.random.choice([0, 0, 1, 1, 2])):
            period = periods.containing(kind, period.start - 1)
        if self.random.random() < 0.2:
            period = periods.containing(kind, period.start + 370)
        return period.text

    def written_range(self, kind):
        last = periods.containing(kind, self.day)
        first = last
        for _ in range(self.random.randint(0, 3)):
            first = periods.containing(kind, first.start - 1)
        return f"{PLURAL[kind]} {first.text} to {last.text}"

    def period_domains(self):
        """Lists of periods that can be written anywhere."""
        found = [Domain(kind, f"{PLURAL[kind]} of period", size, True) for kind, size in PARTS[self.kind]]
        year = self.settled.text[:4]
        found.append(Domain("year", f"years {int(year) - 2} to {year}", 3, True))
        found.append(Domain(self.kind, f"2 {PLURAL[self.kind]} before period", 2, True))
        return found

    def ask(self, means):
        self.asked.add(means.split("(")[0])

    # statements

    def _head(self):
        random = self.random
        first, last = self.settled, self.settled
        chance = random.random()
        kind = random.choice(PERIOD_KINDS)
        if chance < 0.55:
            first = periods.containing("year", first.start - 800)
            last = periods.containing("year", last.end + 400)
        elif chance < 0.75:  # cuts the period at its beginning
            first = periods.containing(kind, random.randint(first.start, first.end - 1))
            last = periods.containing("year", last.end + 400)
        elif chance < 0.95:  # or at its end
            first = periods.containing("month", first.start - 800)
            last = periods.containing(kind, random.randint(last.start, last.end - 1))
        self.validity = (first.start, last.end)
        head = ['scheme test-1', 'title "测试" "test"', f"period {self.kind}",
                f"valid from {first.text} to {last.text}"]
        random.shuffle(head)
        self.statements += head

    def _list(self, sort, stem, members):
        name = self.name(stem)
        self.state(f'list {name} "members" = {", ".join(members)}')
        self.lists[name], self.list_sort[name] = [SYMBOL.get(each, each) for each in members], sort
        return name

    def _members(self):
        random = self.random
        self.parties = random.sample(PARTIES, random.randint(2, 4))
        for name, english, code in self.parties:
            self.state(f'party {name} "{english}" = {code}')
        names = [name for name, _, _ in self.parties]
        self.party_list = self._list("party", "成员", random.sample(names, len(names)))
        if len(names) > 2:
            self._list("party", "部分", random.sample(names, 2))
        self.sections = []
        for place, name in enumerate(random.sample(SECTIONS, random.randint(1, 3))):
            code = f"{names and self.parties[0][2]}-s{place}"
            self.sections.append((name, code))
            self.state(f'section {name} "section" = {code} {random.choice(["river", "river", "lake"])}')
        self.section_list = self._list("section", "考核断面", [name for name, _ in self.sections])
        if random.random() < 0.5:
            items = random.sample(ITEMS, random.randint(1, 3))
            for name in items:
                self.state(f'item {name} "item"')
            self._list("item", "名目", items)
        self.state('unit 株 "tree"')
        self._indicators()

    def _indicators(self):
        random = self.random
        self.own_indicators, self.own_codes = [], {}
        for unit, decimals, limits in random.sample([
                ("mg/L", 2, ": at-most 1, 2, 2, 4, 8"), ("number", 1, ": at-least 90, 80, 60, 60, 20"),
                ("万m³", 2, ""), ("g/m³", 3, ": at-most 0.5, 1, 1.5, 2, 3")], random.randint(0, 2)):
            name = self.name("指数")
            code = f"x{self.counter}"
            limits = limits.replace(": ", " ")
            self.state(f'indicator {name} "own" = {code} {unit} {decimals}{limits}')
            self.own_indicators.append(name)
            self.own_codes[name] = code
        self.indicator_lists = []
        if random.random() < 0.6:
            symbols = []
            for each in random.sample(CONCENTRATIONS, random.randint(2, 4)):
                if SYMBOL.get(each, each) not in [SYMBOL.get(other, other) for other in symbols]:
                    symbols.append(each)
            self.indicator_lists.append(self._list("indicator", "考核指标", symbols))
