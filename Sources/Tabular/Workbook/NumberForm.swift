/// How a number format shows the number of a cell.
enum NumberForm: Equatable {
    case moment(DateForm)
    /// With at least so many digits behind the point.
    case decimals(Int)

    init(builtIn id: Int) {
        self = DateForm(builtIn: id).map { .moment($0) } ?? .decimals([2, 4, 39, 40].contains(id) ? 2 : 0)
    }

    init(code: String) {
        self = DateForm(code: code).map { .moment($0) } ?? .decimals(Self.decimals(code))
    }

    /// Of a code such as `0.000` or `#,##0.00`; 0 for every other, percentages and exponents among them.
    private static func decimals(_ code: String) -> Int {
        let section = code.prefix { $0 != ";" }.drop { $0 == "#" || $0 == "," || $0 == "0" }
        let digits = section.dropFirst().prefix { $0 == "0" }
        let rest = section.dropFirst(digits.count + 1)
        // Blanks and fillers may follow, as in `0.00_ `.
        let isPlain = rest.isEmpty || (rest.hasPrefix("_") && rest.count == 2)
        return section.first == "." && isPlain && digits.count <= 15 ? digits.count : 0
    }

    /// The number with the zeros that the cell shows at its end, for `1.50` says more about a measurement than `1.5`.
    /// Digits that the cell does not show stay.
    static func padded(_ number: String, decimals: Int) -> String {
        let shown = number.split(separator: ".").dropFirst().first?.count ?? 0
        guard shown < decimals else { return number }
        return number + (shown == 0 ? "." : "") + String(repeating: "0", count: decimals - shown)
    }
}
