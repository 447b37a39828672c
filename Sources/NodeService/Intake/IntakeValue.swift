import Compensation

/// What the cell of an indicator says.
enum IntakeValue {
    /// `isRespelled`: not in the form in which it stands in the file.
    case value(MeasuredValue, isRespelled: Bool)
    /// Below the detection limit that the operator gave for the method.
    case belowGivenLimit(MeasuredValue)
    /// Not measured; `isMarked` where something else than `--`, `*` or nothing says so.
    case absent(isMarked: Bool)
    /// Below a detection limit that nobody names.
    case limitMissing
    case invalid

    /// `limit` is the detection limit of the method, where the operator gave one.
    static func read(_ text: String, limit: ExactDecimal?) -> IntakeValue {
        if text.isEmpty || text == "--" || text == "*" { return .absent(isMarked: false) }
        if let value = MeasuredValue(text), !text.hasPrefix("-") { return .value(value, isRespelled: false) }
        let plain = PlainText.of(text)
        if plain.isEmpty || plain == "--" || plain == "*" { return .absent(isMarked: false) }
        if absent.contains(plain.uppercased()) { return .absent(isMarked: true) }
        if let value = respelled(plain) { return .value(value, isRespelled: true) }
        guard let named = notDetected(plain) else { return .invalid }
        if let value = MeasuredValue("<" + named) { return .value(value, isRespelled: true) }
        guard named.isEmpty else { return .invalid }
        return limit.flatMap { MeasuredValue("<" + $0.text) }.map { .belowGivenLimit($0) } ?? .limitMissing
    }

    private static let absent = ["-", "—", "——", "/", "未测", "未监测", "缺测", "NA", "N/A"]

    /// Thousands separators, an exponent and blanks at the mark of a detection limit taken out.
    private static func respelled(_ text: String) -> MeasuredValue? {
        var text = text[...]
        let isBelow = text.first == "<"
        if isBelow { text = text.dropFirst() }
        let isMarked = !isBelow && text.last == "L"
        if isMarked { text = text.dropLast() }
        let number = PlainText.trimmed(String(text))
        guard !number.hasPrefix("-"), !number.hasPrefix("+"),
            let plain = DecimalSpelling.plain(number)
        else { return nil }
        return MeasuredValue((isBelow ? "<" : "") + plain + (isMarked ? "L" : ""))
    }

    /// The limit in `未检出(0.025)`, empty for a bare `ND`; nil for a text that says something else.
    private static func notDetected(_ text: String) -> String? {
        let word = text.prefix { $0 != "(" }
        let name = PlainText.trimmed(String(word)).uppercased().filter { $0 != "." }
        guard ["ND", "未检出", "<DL", "<MDL", "<LOD", "<检出限", "低于检出限"].contains(name) else { return nil }
        let bracket = text.dropFirst(word.count)
        guard !bracket.isEmpty else { return "" }
        return bracket.last == ")" ? String(bracket.dropFirst().dropLast()) : nil
    }
}
