/// A piece of HTML or SVG that is well formed and escaped by construction: text comes in only through
/// ``init(_:)``, which escapes it, and elements only through ``ElementName``, which has no script.
public struct Markup: Equatable, Sendable {
    /// As it is sent.
    public let html: String

    /// Text for people. What a browser would take for markup is escaped; control and bidirectional
    /// characters, which show something else than is there, become U+FFFD.
    public init(_ text: String) { html = Self.escaped(text) }

    init(html: String) { self.html = html }

    /// Nothing.
    public static let none = Markup(html: "")

    static func joined(_ parts: [Markup], by separator: Markup = .none) -> Markup {
        Markup(html: parts.map(\.html).joined(separator: separator.html))
    }

    /// Text of several lines, for where line breaks are shown.
    static func lines(_ text: String) -> Markup {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return joined(lines.map { Markup(String($0)) }, by: Markup(html: "\n"))
    }

    /// For text and for attribute values in double quotes.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in TerminalText.visible(text).unicodeScalars {
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default: escaped.unicodeScalars.append(character)
            }
        }
        return escaped
    }
}

// A literal, its interpolated parts included, is text.
extension Markup: ExpressibleByStringInterpolation {
    public init(stringLiteral value: String) { self.init(value) }
}
