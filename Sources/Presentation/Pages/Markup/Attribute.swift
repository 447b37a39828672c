import Compensation

/// An attribute of an element. Addresses come only from ``PageAddress``: a text from outside can
/// never become one.
struct Attribute {
    let name: String
    /// `nil`: the attribute stands without a value.
    let value: String?

    private init(_ name: String, _ value: String?) {
        self.name = name
        self.value = value
    }

    static func `class`(_ names: String) -> Attribute { Attribute("class", names) }
    static func id(_ id: String) -> Attribute { Attribute("id", id) }
    static func lang(_ language: Language) -> Attribute { Attribute("lang", language == .zh ? "zh-CN" : "en") }
    static func href(_ address: PageAddress) -> Attribute { Attribute("href", address.text) }
    static func action(_ address: PageAddress) -> Attribute { Attribute("action", address.text) }
    static func role(_ role: String) -> Attribute { Attribute("role", role) }
    static func scope(_ scope: String) -> Attribute { Attribute("scope", scope) }
    /// A number, a word of the standard, or a text for people: never an address.
    static func named(_ name: PlainName, _ value: String) -> Attribute { Attribute(name.rawValue, value) }
    static func on(_ name: FlagName) -> Attribute { Attribute(name.rawValue, nil) }

    /// Attributes that hold no address and no program.
    enum PlainName: String {
        case ariaCurrent = "aria-current"
        case ariaDescribedby = "aria-describedby"
        case ariaHidden = "aria-hidden"
        case ariaLabel = "aria-label"
        case ariaLabelledby = "aria-labelledby"
        case autocomplete, charset, colspan, content, cols, datetime, dx, dy, enctype, method, name, rel, rows, rowspan
        case r, rx, ry, x, x1, x2, cx, cy, y, y1, y2, d, points, width, height, viewBox, title, type, value
        case `for`, hreflang, maxlength, tabindex, accept
        case textAnchor = "text-anchor"
    }

    enum FlagName: String {
        case checked, disabled, multiple, required, selected
    }

    var html: String {
        guard let value else { return " " + name }
        return " \(name)=\"\(Markup.escaped(value))\""
    }
}
