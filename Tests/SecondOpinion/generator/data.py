"""Readings and supplied values for a random scheme, now and then with a fault."""

from datetime import date
from fractions import Fraction

from second_opinion import periods
from second_opinion.exact import text_of
from second_opinion.water import standard_indicators

from .vocabulary import CLASSES, STATUSES

STANDARD = [each for each, _ in standard_indicators()]
MEASURED = ["ph", "do", "codmn", "nh3n", "tp", "cod", "bod5", "tn", "temp", "cu", "f", "oil"]


class DataWriter:
    def __init__(self, random, world):
        self.random = random
        self.world = world

    def chance(self, probability):
        return self.random.random() < probability

    # readings

    def readings(self):
        world, found = self.world, []
        settled = world.settled
        spans = [(settled.start, settled.end, self.random.choice([0, 4, 10, 16]))]
        spans.append((settled.start - 366, settled.end - 365, self.random.choice([0, 3, 6])))
        spans.append((settled.start - (settled.end - settled.start), settled.start, self.random.choice([0, 3])))
        for _, code in world.sections + [("", "999999-other")]:
            times = set()
            for first, end, count in spans:
                for _ in range(count):
                    time = self.random.randint(first, end - 1), self.random.randrange(0, 1440, 240)
                    if time not in times:
                        times.add(time)
                        found.append(self.reading(code, time))
        self.random.shuffle(found)
        return found

    def reading(self, code, time):
        day, minute = time
        status = "normal" if self.chance(0.7) else self.random.choice(STATUSES)
        codes = [each for each in MEASURED + list(self.world.own_codes.values()) if self.chance(0.75)]
        return {"section": code, "time": f"{date.fromordinal(day).isoformat()} {minute // 60:02}:{minute % 60:02}",
                "status": status, "values": {each: self.value(each) for each in codes}}

    def value(self, code):
        random = self.random
        if code == "ph":
            return random.choice(["6", "9", "7.52", "8.1", "9.001", "5.99", "7"])
        if code == "temp":
            return random.choice(["14.5", "0", "-0.3", "22.25"])
        known = [each for each in STANDARD if each.code == code]
        limits = [each / known[0].factor for each in (known[0].river or known[0].lake)] if known else \
            [Fraction(each) for each in (1, 2, 4, 20, 60, 90)]
        limit = random.choice(limits)
        chance = random.random()
        if chance < 0.08:
            return f"<{text_of(limit)}" if random.random() < 0.5 else f"{text_of(limit)}L"
        if chance < 0.4:
            return text_of(limit)
        if chance < 0.6:
            return text_of(limit + random.choice([-1, 1]) * limit / 1000)
        return text_of(limit * random.randint(10, 1500) / 1000)

    # supplied values

    def arguments(self, domains):
        """Every combination of the members of lists; of periods those of the settled one and a few before."""
        world, found = self.world, [[]]
        for domain in domains:
            if domain.of_periods:
                members = [period.text for period in self.periods_of(domain)]
            else:
                members = world.lists[domain.text]
            found = [each + [member] for each in found for member in members]
        return found

    def periods_of(self, domain):
        world = self.world
        words = domain.text.split(" ")
        if words[1] == "of":
            found = periods.within(domain.sort, world.settled)
            first, end = world.validity
            return [each for each in found if first <= each.start and each.end <= end]
        if words[1] in ("years",) or words[2:3] == ["before"]:
            return periods.preceding(int(words[0]), domain.sort, world.settled)
        first, last = periods.parse(words[1]), periods.parse(words[3])
        found = [first]
        while found[-1].start < last.start:
            found.append(periods.containing(domain.sort, found[-1].end))
        return found

    def supplied(self):
        found = []
        for each in self.world.definitions:
            if each.sort == "param" or each.sort == "fact":
                for arguments in self.arguments(each.domains):
                    if each.sort == "param" or self.chance(0.75):
                        found.append({"name": each.name, "arguments": arguments, "value": self.supply(each)})
                if each.sort == "fact" and any(domain.of_periods for domain in each.domains) and self.chance(0.5):
                    found += self.earlier(each)
        self.random.shuffle(found)
        return found

    def earlier(self, definition):
        """The same for the period before the first of its list."""
        for arguments in self.arguments(definition.domains)[:1]:
            moved = [periods.containing(domain.sort, periods.parse(text).start - 1).text if domain.of_periods else text
                     for domain, text in zip(definition.domains, arguments)]
            if moved not in self.arguments(definition.domains):
                return [{"name": definition.name, "arguments": moved, "value": self.supply(definition)}]
        return []

    def supply(self, definition):
        if definition.type == "class":
            return self.random.choice(CLASSES)
        if definition.type == "condition":
            return self.random.choice(["yes", "no"])
        number = self.random.choice(["0", "1", "2", "0.3", "17.5", "300", "0.001", "41.07", "8", "-2.5"])
        if definition.unit == "万m³" and self.chance(0.2):
            return f"{number} m³"
        return f"{number} {definition.unit}".rstrip(" ") if definition.unit != "number" else number

    # faults

    def fault(self, job):
        """Spoils a job in one way, rarely."""
        if not self.chance(0.12):
            return
        world, random = self.world, self.random
        supplied, readings = job["supplied"], job["readings"]
        params = [each for each in supplied if each["name"].startswith("参数")]
        way = random.choice(["kind", "outside", "param", "unknown", "repeated", "bad", "duplicate", "duplicate"])
        if way == "kind":
            kind = random.choice([each for each in periods.KINDS if each != world.kind])
            job["period"] = periods.containing(kind, world.day).text
        elif way == "outside":
            job["period"] = periods.containing(world.kind, world.validity[1] + 400).text
        elif way == "param" and params:
            supplied.remove(random.choice(params))
        elif way == "unknown":
            supplied.append({"name": "无名", "arguments": [], "value": "1"})
        elif way == "repeated" and supplied:
            supplied.append(dict(random.choice(supplied)))
        elif way == "bad" and supplied:
            random.choice(supplied)["value"] = random.choice(["1 斤", "maybe", "Ⅵ", "1e3", "1.", "5 km²/t"])
        elif way == "duplicate" and readings:
            readings.append(dict(random.choice(readings)))
