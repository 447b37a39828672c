public import Compensation

/// Says that too many pages are being made at once.
public struct BusyContent: PageContent {
    public let path: [String]

    /// - Parameter path: what was asked for; the way to the other language leads there too.
    public init(path: [String]) { self.path = path }

    public let title = Bilingual(zh: "请稍候", en: "One moment")

    public func markup(_ language: Language) -> Markup {
        .element(.p, .class("warning"), .role("alert")) {
            Bilingual(
                zh: "同时访问的人过多，请稍后刷新本页。", en: "Too many pages are being made at once; load this one again in a moment.")(
                    language)
        }
    }
}
