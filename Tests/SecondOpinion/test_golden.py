"""Published facts (GB 3838-2002, bulletins of CNEMC, agreements) put to the second opinion.

Run in this folder: python3 -m unittest
"""

import unittest

from second_opinion.__main__ import answer

HEAD = """```tongzhou
scheme test-1
title "测试" "test"
period year
valid from 2015 to 2030
party 云南省 "Yunnan" = 530000
party 贵州省 "Guizhou" = 520000
party 四川省 "Sichuan" = 510000
list 成员 "members" = 云南省, 贵州省, 四川省
section 甲 "A" = a river
section 乙 "B" = b lake
"""
NO_PAY = '\npay 无 "none"\n  otherwise: nothing\n```\n'


def settle(text, readings=(), supplied=(), period="2018"):
    return answer({"scheme": HEAD + text + "\n```\n", "period": period, "readings": list(readings),
                   "supplied": list(supplied)})


def values(text, readings=(), supplied=()):
    result = settle(text + NO_PAY.removesuffix("\n```\n"), readings, supplied)
    return {step["name"]: step["value"] for step in result["steps"]}


def reading(section, **numbers):
    return {"section": section, "time": "2018-05-08 00:00", "status": "normal", "values": numbers}


def value_of(expression):
    return values(f'let 值 "value" = {expression}')["值"]


class Golden(unittest.TestCase):
    def test_published_classes(self):
        rules = 'let 均 "m" = mean of readings at 甲 where status is normal\n' \
                'let 湖 "l" = mean of readings at 乙 where status is normal\n' \
                'let 类 "c" = class of 均 by five-items\nlet 湖类 "lc" = class of 湖 by five-items'
        for numbers, river, lake in [
            (dict(ph="7.9353", do="7.4238", codmn="2.109", nh3n="0.5002", tp="0.0571"), "Ⅲ", None),
            (dict(ph="9.001", do="8.714", codmn="1.17", nh3n="0.068", tp="0.018"), "劣Ⅴ", None),
            (dict(ph="7.015", do="4.995", codmn="2.43", nh3n="0.0915", tp="0.0549"), "Ⅳ", None),
            (dict(codmn="10", do="8.84871", nh3n="0.10025", tp="0.05117"), "Ⅳ", None),
            (dict(tp="0.2", do="7.22", codmn="1.814", nh3n="0.056"), "Ⅲ", None),
            (dict(do="7.851", codmn="3.997", nh3n="0.1528", tp="0.05"), None, "Ⅲ"),
            (dict(do="6.55865", codmn="5.13", nh3n="0.18", tp="0.12"), "Ⅲ", "Ⅴ"),
            (dict(ph="7.98707", do="6.30547", codmn="11.9", nh3n="0.07"), "Ⅴ", "Ⅴ"),
        ]:
            found = values(rules, [reading("a", **numbers), reading("b", **numbers)])
            self.assertIn(river, (None, found["类"]), numbers)
            self.assertIn(lake, (None, found["湖类"]), numbers)

    def test_published_rounding(self):
        for number, step, rounded in [("3.405", "0.01", "3.4"), ("8.145", "0.01", "8.14"), ("1.225", "0.01", "1.22"),
                                      ("0.1105", "0.001", "0.11"), ("0.0085", "0.001", "0.008"),
                                      ("14.45", "0.1", "14.4"), ("355.45", "0.1", "355.4")]:
            self.assertEqual(value_of(f"round {number} to {step} by half-even"), rounded)

    def test_below_detection_limit(self):
        for rule, expected in [("", "0.0125"), (" below-limit as zero", "0"), (" below-limit as limit", "0.025")]:
            found = values(f'let 均 "m" = mean of readings at 甲 where status is normal{rule}\n'
                           'let 氮 "n" = NH3-N of 均', [reading("a", nh3n="<0.025")])
            self.assertEqual(found["氮"], expected + " mg/L")

    def test_chishui_2018(self):
        result = settle("""
table 出资 "contribution" for 省 in 成员
  云南省: 1
  贵州省: 5
  四川省: 4
table 分配 "distribution" for 省 in 成员
  云南省: 3
  贵州省: 4
  四川省: 3
let 净额 "net" for 省 in 成员 = 2 亿元 * (分配(省) - 出资(省)) / 10
pay 清算 "settlement"
  otherwise: balance 净额""")
        self.assertEqual([step["value"] for step in result["steps"]], [
            "4000 万元", "-2000 万元", "-2000 万元", "520000 530000 2000000000; 510000 530000 2000000000"])

    def test_flux_times_price(self):
        for expression, expected in [
            ("(8 mg/L - 6 mg/L) * 300 万m³ * 1.5 万元/t", "9 万元"),
            ("(1.4 mg/L - 1 mg/L) * 300 万m³ * 10 万元/t", "12 万元"),
            ("(0.25 mg/L - 0.2 mg/L) * 300 万m³ * 10 万元/t", "1.5 万元"),
            ("(55 mg/L - 40 mg/L) * 349 万m³", "52.35 t"),
            ("12.5 亿元 * 70 %", "87500 万元"),
            ("1 元 / 3 km²", "1/3 元^1·km²^-1"),
        ]:
            self.assertEqual(value_of(expression), expected)

    def test_exceed_multiples(self):
        for multiple, amount in [("0.01", "50"), ("0.5", "50"), ("0.51", "100"), ("1", "100"), ("1.01", "150")]:
            self.assertEqual(value_of(f"50 万元 * (round {multiple} / 0.5 to 1 by ceiling)"), f"{amount} 万元")

    def test_square_root(self):
        self.assertEqual(value_of("square-root of 2 to 0.001 by half-even"), "1.414")
        self.assertEqual(value_of("square-root of 2.25 to 1 by half-even"), "2")

    def test_weeks_of_iso_8601(self):
        for week, holds in [("2021-W01", "true"), ("2020-W53", "false"), ("2021-W52", "true")]:
            self.assertEqual(value_of(f"week {week} in weeks of (year 2021)"), holds)

    def test_apportioning_loses_nothing(self):
        found = values('let 份 "part" for 省 in 成员 = apportion 1 元 / 3 for 员 in 成员 at 省 to 0.01 元 '
                       "remainder to largest")
        self.assertEqual(list(found.values()), ["0.000034 万元", "0.000033 万元", "0.000033 万元", "nothing"])


if __name__ == "__main__":
    unittest.main()
