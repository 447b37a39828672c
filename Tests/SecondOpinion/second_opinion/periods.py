"""Periods in Chinese civil time, counted in whole days (proleptic ordinals of datetime.date)."""

import re
from dataclasses import dataclass
from datetime import date

from .outcomes import Obstacle

KINDS = ["day", "week", "month", "two-months", "quarter", "half-year", "year"]
PLURALS = {kind if kind == "two-months" else kind + "s": kind for kind in KINDS}
MONTHS = {"month": 1, "two-months": 2, "quarter": 3, "half-year": 6, "year": 12}
_LETTER = {"two-months": "B", "quarter": "Q", "half-year": "H"}
_FORMS = [
    ("day", re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})\Z")),
    ("week", re.compile(r"([0-9]{4})-W([0-9]{2})\Z")),
    ("month", re.compile(r"([0-9]{4})-([0-9]{2})\Z")),
    ("two-months", re.compile(r"([0-9]{4})-B([1-6])\Z")),
    ("quarter", re.compile(r"([0-9]{4})-Q([1-4])\Z")),
    ("half-year", re.compile(r"([0-9]{4})-H([12])\Z")),
    ("year", re.compile(r"([0-9]{4})\Z")),
]


@dataclass(frozen=True)
class Period:
    kind: str
    start: int  # first day
    end: int  # first day after
    text: str

    def holds(self, other):
        return self.start <= other.start and other.end <= self.end


def _of_months(kind, index):
    """The period of a kind made of months that begins at month `index` (years * 12 + months from 0)."""
    length = MONTHS[kind]
    year, month = divmod(index, 12)
    if not 1900 <= year <= 9998:
        raise Obstacle("time-out-of-range")
    following, after = divmod(index + length, 12)
    text = f"{year:04}"
    if kind == "month":
        text += f"-{month + 1:02}"
    elif kind != "year":
        text += f"-{_LETTER[kind]}{month // length + 1}"
    return Period(kind, date(year, month + 1, 1).toordinal(), date(following, after + 1, 1).toordinal(), text)


def containing(kind, day):
    """The period of a kind that a day (ordinal) lies in."""
    if not date(1900, 1, 1).toordinal() <= day < date(9999, 1, 1).toordinal():
        raise Obstacle("time-out-of-range")
    that = date.fromordinal(day)
    if kind == "day":
        return Period("day", day, day + 1, that.isoformat())
    if kind == "week":
        year, week, weekday = that.isocalendar()
        if not 1900 <= year <= 9998:
            raise Obstacle("time-out-of-range")
        monday = day - weekday + 1
        return Period("week", monday, monday + 7, f"{year:04}-W{week:02}")
    index = that.year * 12 + that.month - 1
    return _of_months(kind, index - index % MONTHS[kind])


def parse(text):
    """A period in its written form, or None."""
    for kind, form in _FORMS:
        match = form.match(text)
        if not match:
            continue
        numbers = [int(part) for part in match.groups()]
        try:
            if kind == "day":
                day = date(*numbers).toordinal()
            elif kind == "week":
                day = date.fromisocalendar(numbers[0], numbers[1], 4).toordinal()
            elif kind == "year":
                day = date(numbers[0], 1, 1).toordinal()
            else:
                day = date(numbers[0], (numbers[1] - 1) * MONTHS[kind] + 1, 1).toordinal()
            period = containing(kind, day)
        except (ValueError, Obstacle):
            return None
        return period if period.text == text else None
    return None


def _place(period):
    """The day that says where a period belongs: of a week its Thursday."""
    return period.start + 3 if period.kind == "week" else period.start


def enclosing(kind, period):
    """The period of a longer kind that this one lies in."""
    return containing(kind, _place(period))


def can_enclose(kind, inner):
    """Whether every period of the kind `inner` lies in one of `kind`."""
    if kind == inner or inner == "day":
        return True
    if kind in ("day", "week"):
        return False
    return inner == "week" or MONTHS[kind] % MONTHS[inner] == 0


def within(kind, outer):
    """All periods of a kind that lie in another, in order."""
    found = []
    day = outer.start
    while day < outer.end:
        candidate = containing(kind, day)
        belongs = outer.start <= _place(candidate) < outer.end if kind == "week" else outer.holds(candidate)
        if belongs:
            found.append(candidate)
        day = candidate.end
    return found


def back(period, count, kind):
    """The period that lies earlier, or None where the step does not fit the period's own length."""
    if not can_go_back(period.kind, kind):
        return None
    if period.kind in ("day", "week"):
        day = period.start - count * (7 if kind == "week" else 1)
        if day < 1:
            raise Obstacle("time-out-of-range")
        return containing(period.kind, day)
    start = date.fromordinal(period.start)
    return _of_months(period.kind, start.year * 12 + start.month - 1 - count * MONTHS[kind])


def can_go_back(period_kind, step_kind):
    if period_kind == "day":
        return step_kind in ("day", "week")
    if period_kind == "week" or step_kind in ("day", "week"):
        return period_kind == step_kind
    return MONTHS[step_kind] % MONTHS[period_kind] == 0


def preceding(count, kind, period):
    """The last so many periods of a kind that end before this one begins, earliest first."""
    if can_enclose(kind, period.kind):
        current = enclosing(kind, period)
    else:
        current = containing(kind, period.start)
    found = []
    for _ in range(count):
        current = containing(kind, current.start - 1)
        found.append(current)
    return found[::-1]


def parse_minute(text):
    """(day, minute of the day) of `2021-04-01 08:00` or `2021-04-01T08:00+08:00`."""
    match = re.match(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[ T]([0-9]{2}):([0-9]{2})(\+08:00)?\Z", text)
    if not match:
        raise ValueError(f"not a time: {text}")
    return date.fromisoformat(match.group(1)).toordinal(), int(match.group(2)) * 60 + int(match.group(3))
