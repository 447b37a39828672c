extension Fen {
    /// The number of fen as an integer without separators.
    public var text: String { String(count) }

    /// Yuan with thousands separators and two decimals: `400,000.00`.
    public var formattedYuan: String {
        let magnitude = count.magnitude
        let digits = String(magnitude / 100)
        let length = digits.utf8.count
        var grouped = count < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0 && (length - index).isMultiple(of: 3) { grouped.append(",") }
            grouped.append(digit)
        }
        let rest = magnitude % 100
        return grouped + (rest < 10 ? ".0\(rest)" : ".\(rest)")
    }

    /// The exact amount in 万元 without superfluous zeros: `40`, `0.0001`.
    public var formattedWanYuan: String {
        Rational(Int(count), decimals: 6).text
    }
}
