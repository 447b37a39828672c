extension Fen {
    /// 人民币大写, the amount in Chinese capitals as financial papers write it: `贰仟伍佰伍拾万元整`, `壹元零伍分`.
    ///
    /// By 《支付结算办法》 annex 1 (正确填写票据和结算凭证的基本规定, 银发〔1997〕393号): zeros between digits are one 零, whole yuan and whole
    /// jiao end in 整. A negative amount begins with 负.
    public var capitals: String {
        let magnitude = count.magnitude
        let (yuan, jiao, fen) = (magnitude / 100, Int(magnitude / 10 % 10), Int(magnitude % 10))
        var text = yuan > 0 ? Self.integer(yuan) + "元" : ""
        switch (jiao, fen) {
        case (0, 0): text += yuan > 0 ? "整" : "零元整"
        case (_, 0): text += Self.digits[jiao] + "角整"
        case (0, _): text += (yuan > 0 ? "零" : "") + Self.digits[fen] + "分"
        default: text += Self.digits[jiao] + "角" + Self.digits[fen] + "分"
        }
        return count < 0 ? "负" + text : text
    }

    private static let digits = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"]

    /// Four digits at a time: 万, 亿, 万亿 and so on.
    private static func integer(_ yuan: UInt64) -> String {
        var groups: [Int] = []
        var rest = yuan
        while rest > 0 {
            groups.append(Int(rest % 10_000))
            rest /= 10_000
        }
        var text = ""
        var isGap = false
        for (place, group) in groups.enumerated().reversed() {
            if group == 0 {
                isGap = !text.isEmpty
                // The 亿 of 壹万亿 stands although its own four digits are zeros.
                if place == 2, groups.count > 3 { text += "亿" }
                continue
            }
            if !text.isEmpty, isGap || group < 1000 { text += "零" }
            text += fourDigits(group) + units[place]
            isGap = false
        }
        return text
    }

    private static let units = ["", "万", "亿", "万", "亿亿"]

    private static func fourDigits(_ number: Int) -> String {
        var text = ""
        var isGap = false
        for (unit, divisor) in [("仟", 1000), ("佰", 100), ("拾", 10), ("", 1)] {
            let digit = number / divisor % 10
            if digit == 0 {
                isGap = !text.isEmpty
            } else {
                text += (isGap ? "零" : "") + digits[digit] + unit
                isGap = false
            }
        }
        return text
    }
}
