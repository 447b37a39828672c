/// A value as the laboratory or the station wrote it: a number, or that it lies below the detection limit 检出限,
/// as `<0.025` or with the trade's `0.025L` (HJ/T 91-2002).
///
/// Equality goes by the bytes as written: `1.5` and `1.50` are two statements.
public struct MeasuredValue: Hashable, Sendable {
    private enum Form: Hashable, Sendable {
        case number
        case lessThan
        case markedL
    }

    /// The value, or the detection limit that it lies below.
    public let number: ExactDecimal
    private let form: Form

    public init(_ number: ExactDecimal) {
        self.init(number, .number)
    }

    private init(_ number: ExactDecimal, _ form: Form) {
        self.number = number
        self.form = form
    }

    /// Nil unless the text is a number that `ExactDecimal` reads, or a detection limit above zero in one of the
    /// two forms.
    public init?(_ text: String) {
        let bytes = text.utf8
        let form: Form =
            bytes.first == UInt8(ascii: "<") ? .lessThan : bytes.last == UInt8(ascii: "L") ? .markedL : .number
        // With both marks at once, what is left is no number.
        let digits =
            switch form {
            case .number: bytes[...]
            case .lessThan: bytes.dropFirst()
            case .markedL: bytes.dropLast()
            }
        guard let number = ExactDecimal(String(Substring(digits))), form == .number || number.mantissa > 0
        else { return nil }
        self.init(number, form)
    }

    /// As written.
    public var text: String {
        switch form {
        case .number: number.text
        case .lessThan: "<" + number.text
        case .markedL: number.text + "L"
        }
    }

    public var isBelowLimit: Bool { form != .number }

    /// What enters means and classes: below the detection limit, half of it (环办监测函〔2020〕82号).
    public var inMeans: Rational {
        isBelowLimit ? number.rational * Self.half : number.rational
    }

    /// What enters loads: below the detection limit, zero (SL 219-2013, 12.2.5).
    public var inLoads: Rational {
        isBelowLimit ? .zero : number.rational
    }

    private static let half = Rational(5, decimals: 1)

    public static func == (left: MeasuredValue, right: MeasuredValue) -> Bool {
        left.form == right.form && UTF8Order.areEqual(left.number.text, right.number.text)
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(form)
        UTF8Order.hash(number.text, into: &hasher)
    }
}
