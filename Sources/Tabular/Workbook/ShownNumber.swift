/// A stored number as a spreadsheet program shows it: 15 significant digits.
///
/// The file holds the decimal form of a binary number, such as `0.30000000000000004` where somebody typed 0.3. It is
/// rounded as text, half up, so that no binary number is ever made of it.
enum ShownNumber {
    /// A plain decimal without exponent and without zeros at its end; nil for what is no number, and for one whose
    /// plain form would be longer than a cell is wide.
    static func text(_ stored: some StringProtocol) -> String? {
        guard var number = Parts(stored.utf8) else { return nil }
        number.round(to: 15)
        return number.plain
    }

    private struct Parts {
        var isNegative = false
        /// Digits without leading zeros; the point stands `exponent` places behind the first of them.
        var digits: [UInt8] = []
        var exponent = 0

        init?(_ text: some Collection<UInt8>) {
            var rest = text[...]
            if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
                isNegative = sign == UInt8(ascii: "-")
                rest.removeFirst()
            }
            var isBehindPoint = false
            var hasDigits = false
            scan: while let byte = rest.first {
                switch byte {
                case UInt8(ascii: "0")...UInt8(ascii: "9"):
                    hasDigits = true
                    if byte == UInt8(ascii: "0") && digits.isEmpty {
                        if isBehindPoint { exponent -= 1 }
                    } else {
                        digits.append(byte - UInt8(ascii: "0"))
                        if !isBehindPoint { exponent += 1 }
                    }
                case UInt8(ascii: ".") where !isBehindPoint: isBehindPoint = true
                case UInt8(ascii: "e") where hasDigits, UInt8(ascii: "E") where hasDigits: break scan
                default: return nil
                }
                rest.removeFirst()
            }
            guard hasDigits else { return nil }
            if rest.popFirst() != nil {
                guard (1...5).contains(rest.count), let power = Int(String(decoding: rest, as: UTF8.self)) else {
                    return nil
                }
                exponent += power
            }
        }

        mutating func round(to significant: Int) {
            if digits.count > significant {
                let isUp = digits[significant] >= 5
                digits.removeLast(digits.count - significant)
                if isUp { carry() }
            }
            while digits.last == 0 { digits.removeLast() }
        }

        private mutating func carry() {
            var place = digits.count - 1
            while place >= 0, digits[place] == 9 {
                digits[place] = 0
                place -= 1
            }
            if place >= 0 {
                digits[place] += 1
            } else {
                digits.insert(1, at: 0)
                exponent += 1
            }
        }

        var plain: String? {
            guard !digits.isEmpty else { return "0" }
            guard (-40...40).contains(exponent) else { return nil }
            let zeros = { (count: Int) in [UInt8](repeating: 0, count: max(count, 0)) }
            let whole = exponent > 0 ? digits.prefix(exponent) + zeros(exponent - digits.count) : [0]
            let fraction = exponent > 0 ? Array(digits.dropFirst(exponent)) : zeros(-exponent) + digits
            func text(_ digits: some Sequence<UInt8>) -> String {
                String(decoding: digits.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
            }
            return (isNegative ? "-" : "") + text(whole) + (fraction.isEmpty ? "" : "." + text(fraction))
        }
    }
}
