/// GB 3838-2002 for the five items of a river as somebody would write it who needs nothing else: whole thousandths
/// and the limits of the table in the code. 1 is Ⅰ, 6 is 劣Ⅴ.
enum HandWrittenClass {
    static func of(_ items: FiveItems) -> Int {
        var worst = items.pH >= 6_000 && items.pH <= 9_000 ? 1 : 6
        worst = max(worst, falling(items.dissolvedOxygen, 7_500, 6_000, 5_000, 3_000, 2_000))
        worst = max(worst, rising(items.permanganateIndex, 2_000, 4_000, 6_000, 10_000, 15_000))
        worst = max(worst, rising(items.ammoniaNitrogen, 150, 500, 1_000, 1_500, 2_000))
        return max(worst, rising(items.totalPhosphorus, 20, 100, 200, 300, 400))
    }

    static func rising(_ value: Int, _ i: Int, _ ii: Int, _ iii: Int, _ iv: Int, _ v: Int) -> Int {
        if value <= i { return 1 }
        if value <= ii { return 2 }
        if value <= iii { return 3 }
        if value <= iv { return 4 }
        return value <= v ? 5 : 6
    }

    static func falling(_ value: Int, _ i: Int, _ ii: Int, _ iii: Int, _ iv: Int, _ v: Int) -> Int {
        if value >= i { return 1 }
        if value >= ii { return 2 }
        if value >= iii { return 3 }
        if value >= iv { return 4 }
        return value >= v ? 5 : 6
    }
}
