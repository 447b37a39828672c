/// A text that exists in Chinese and in English; neither may be left out.
public struct Bilingual: Hashable, Sendable {
    public let zh: String
    public let en: String

    public init(zh: String, en: String) {
        self.zh = zh
        self.en = en
    }

    public subscript(_ language: Language) -> String {
        switch language {
        case .zh: zh
        case .en: en
        }
    }

    public func callAsFunction(_ language: Language) -> String {
        self[language]
    }
}
