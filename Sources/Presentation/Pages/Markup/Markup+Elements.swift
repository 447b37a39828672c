extension Markup {
    /// An element with its content.
    static func element(
        _ name: ElementName, _ attributes: Attribute..., @MarkupBuilder content: () -> Markup
    ) -> Markup {
        element(name, attributes, content())
    }

    /// An element without content.
    static func element(_ name: ElementName, _ attributes: Attribute...) -> Markup { element(name, attributes, .none) }

    static func element(_ name: ElementName, _ attributes: [Attribute], _ content: Markup) -> Markup {
        let start = "<\(name.rawValue)\(attributes.map(\.html).joined())>"
        return Markup(html: name.isVoid ? start : start + content.html + "</\(name.rawValue)>")
    }

    /// A link within these pages.
    static func link(_ address: PageAddress, _ text: String) -> Markup {
        element(.a, [.href(address)], Markup(text))
    }
}
