public import Compensation

/// Says that something was not carried out, and why.
public struct RefusalContent: PageContent {
    private let words: Bilingual

    public init(_ words: Bilingual) { self.words = words }

    public let title = Bilingual(zh: "未予受理", en: "Not carried out")
    public let path = ["inbox"]

    public func markup(_ language: Language) -> Markup {
        .joined([
            .element(.p, .class("warning"), .role("alert")) { words(language) },
            .element(.p) {
                Markup.link(PageAddress(language, ["inbox"]), Bilingual(zh: "待办", en: "Inbox")(language))
            },
        ])
    }
}
