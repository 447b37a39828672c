"""GB 3838-2002 table 1 and the judgement of a value: 1 is class Ⅰ, 6 is 劣Ⅴ."""

from dataclasses import dataclass
from fractions import Fraction
from functools import cache

CLASSES = ["Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ", "Ⅴ", "劣Ⅴ"]
WORST = 6


@dataclass(frozen=True)
class Indicator:
    code: str
    name: str  # as written in steps
    kind: tuple
    factor: Fraction
    sense: str = ""  # at-most, at-least, range, or nothing
    river: tuple = ()
    lake: tuple = ()
    sort = "indicator"

    def limits(self, body):
        return self.river if body == "river" else self.lake

    def limit(self, level, body):
        """In base units; None where there is none."""
        limits = self.limits(body)
        if self.sense == "range" or not limits or level == WORST:
            return None
        return limits[level - 1]

    def judge(self, value, body):
        """The best class whose limit is met; None for what is not classed."""
        limits = self.limits(body)
        if not limits:
            return None
        if self.sense == "range":
            return 1 if limits[0] <= value <= limits[1] else WORST
        for level, limit in enumerate(limits, 1):
            if value <= limit if self.sense == "at-most" else value >= limit:
                return level
        return WORST


# code, symbol, Chinese name, five limits for rivers, then for lakes where they differ
_TABLE = """
do      DO     溶解氧           7.5 6 5 3 2
codmn   CODMn  高锰酸盐指数     2 4 6 10 15
cod     COD    化学需氧量       15 15 20 30 40
bod5    BOD5   五日生化需氧量   3 3 4 6 10
nh3n    NH3-N  氨氮             0.15 0.5 1.0 1.5 2.0
tp      TP     总磷             0.02 0.1 0.2 0.3 0.4          0.01 0.025 0.05 0.1 0.2
tn      TN     总氮             - - - - -                     0.2 0.5 1.0 1.5 2.0
cu      Cu     铜               0.01 1.0 1.0 1.0 1.0
zn      Zn     锌               0.05 1.0 1.0 2.0 2.0
f       F      氟化物           1.0 1.0 1.0 1.5 1.5
se      Se     硒               0.01 0.01 0.01 0.02 0.02
as      As     砷               0.05 0.05 0.05 0.1 0.1
hg      Hg     汞               0.00005 0.00005 0.0001 0.001 0.001
cd      Cd     镉               0.001 0.005 0.005 0.005 0.01
cr6     Cr6    铬(六价)         0.01 0.05 0.05 0.05 0.1
pb      Pb     铅               0.01 0.01 0.05 0.05 0.1
cn      CN     氰化物           0.005 0.05 0.2 0.2 0.2
vphen   VPhen  挥发酚           0.002 0.002 0.005 0.01 0.1
oil     Oil    石油类           0.05 0.05 0.05 0.5 1.0
las     LAS    阴离子表面活性剂 0.2 0.2 0.2 0.3 0.3
s       S      硫化物           0.05 0.1 0.2 0.5 1.0
fc      FC     粪大肠菌群       200 2000 10000 20000 40000
"""
_MG_PER_L = (((1, 1), (2, -1)), Fraction(1, 100))
_PER_L = (((2, -1),), Fraction(10**7))


@cache
def standard_indicators():
    """(indicator, its names) for the 24 items."""
    found = [
        (Indicator("temp", "WT", ((6, 1),), Fraction(1)), ("WT", "水温")),
        (Indicator("ph", "pH", (), Fraction(1), "range", (Fraction(6), Fraction(9)), (Fraction(6), Fraction(9))),
         ("pH", "pH值")),
    ]
    for line in _TABLE.split("\n"):
        if not line:
            continue
        code, symbol, name, *texts = line.split()
        kind, factor = _PER_L if code == "fc" else _MG_PER_L
        values = [() if texts[i] == "-" else tuple(Fraction(t) * factor for t in texts[i:i + 5])
                  for i in range(0, len(texts), 5)]
        sense = "at-least" if code == "do" else "at-most"
        found.append((Indicator(code, symbol, kind, factor, sense, values[0], values[-1]), (symbol, name)))
    return found


FIVE_ITEMS = ("pH", "DO", "CODMn", "NH3-N", "TP")
NOT_OF_TWENTY_ONE = ("temp", "tn", "fc")
