import Compensation
import Presentation

/// An address of the public pages as it was asked for.
enum SiteAddress: Hashable {
    /// `/`: the reader's language decides.
    case root
    case stylesheet
    case page(Language, [String])
    /// The parts after `download`.
    case download(Language, [String])
    /// `verify?code=…`: the address that the form leads to.
    case lookup(Language, code: String)

    private static let longest = 1_024

    static func == (one: Self, other: Self) -> Bool { one.identity == other.identity }

    func hash(into hasher: inout Hasher) { hasher.combine(identity) }

    /// Told apart by bytes, as the names in it are: `String` takes 里 (U+F9E9) for 里 (U+91CC).
    private var identity: [[UInt8]] {
        let words =
            switch self {
            case .root: ["root"]
            case .stylesheet: ["stylesheet"]
            case .page(let language, let parts): ["page", language.rawValue] + parts
            case .download(let language, let parts): ["download", language.rawValue] + parts
            case .lookup(let language, let code): ["lookup", language.rawValue, code]
            }
        return words.map { Array($0.utf8) }
    }

    /// `nil` where the address has none.
    var language: Language? {
        switch self {
        case .root, .stylesheet: nil
        case .page(let language, _), .download(let language, _), .lookup(let language, _): language
        }
    }

    /// `nil` for what is no address here.
    init?(_ raw: String) {
        guard raw.utf8.count <= Self.longest else { return nil }
        let halves = raw.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        guard let path = halves.first, path.first == "/" else { return nil }
        var parts: [String] = []
        for part in path.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
            guard let decoded = Self.decoded(part) else { return nil }
            parts.append(decoded)
        }
        // `/zh/` is `/zh`.
        if parts.last == "" { parts.removeLast() }
        guard parts.allSatisfy({ !$0.isEmpty }) else { return nil }
        guard let first = parts.first else {
            self = .root
            return
        }
        if parts == ["style.css"] {
            self = .stylesheet
            return
        }
        guard let language = Language(rawValue: first) else { return nil }
        let rest = Array(parts.dropFirst())
        if rest.first == "download", rest.count > 1 {
            self = .download(language, Array(rest.dropFirst()))
        } else if rest == ["verify"], halves.count == 2, let code = Self.code(halves[1]) {
            self = .lookup(language, code: code)
        } else {
            self = .page(language, rest)
        }
    }

    /// Percent-decoded; `nil` for what is no UTF-8, or has characters that no name here has.
    private static func decoded(_ part: some StringProtocol) -> String? {
        var bytes: [UInt8] = []
        var rest = Array(part.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            let digits = rest.prefix(2)
            guard digits.count == 2, let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16),
                digits.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") })
            else { return nil }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        guard let text = String(validating: bytes, as: UTF8.self),
            TerminalText.visible(text).utf8.elementsEqual(text.utf8)
        else { return nil }
        return text
    }

    /// The field of the form.
    private static func code(_ query: Substring) -> String? {
        let fields = query.split(separator: "&").map { $0.split(separator: "=", maxSplits: 1) }
        guard let field = fields.first(where: { $0.first == "code" }) else { return nil }
        let value = field.count == 2 ? decoded(String(field[1]).replacing("+", with: " ")) : ""
        return value.map { String($0.prefix(80)) }
    }
}
