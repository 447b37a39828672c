public import Compensation
public import Federation

/// What `config show` shows: every setting in force.
public struct ConfigurationListing: Report {
    public let file: String
    public let values: [ConfigurationValue]
    /// Whether the table says where each came from.
    public let withOrigin: Bool

    public init(file: String, values: [ConfigurationValue], withOrigin: Bool) {
        self.file = file
        self.values = values
        self.withOrigin = withOrigin
    }

    public var json: JSONValue {
        .members([("schema", 1), ("file", .string(file)), ("values", .array(values.map(\.json)))])
    }

    public var rowsMember: String? { "values" }

    public func text(_ language: Language) -> String { text(language, withOrigin) }

    public func wideText(_ language: Language) -> String { text(language, true) }

    private func text(_ language: Language, _ withOrigin: Bool) -> String {
        let titles =
            [Bilingual(zh: "键", en: "key"), Bilingual(zh: "值", en: "value")]
            + (withOrigin ? [Bilingual(zh: "来源", en: "origin")] : [])
        let rows = values.map { value in
            [value.key, value.value] + (withOrigin ? [value.place(file, language)] : [])
        }
        return TextTable.rendered(titles.map { $0(language) }, rightAligned: [], rows: rows) + "\n"
    }
}
