public import Compensation

/// Says that there is no such page.
public struct NotFoundContent: PageContent {
    public init() {}

    public let title = Bilingual(zh: "没有这个页面", en: "There is no such page")
    public let path: [String] = []

    public func markup(_ language: Language) -> Markup {
        .element(.p) {
            Bilingual(zh: "该内容不存在，或不公开。", en: "There is no such thing, or it is not public. ")(language)
            Markup.link(PageAddress(language), Bilingual(zh: "回到总览", en: "Back to the overview")(language))
        }
    }
}
