import Compensation
import Federation

/// All places of one sheet where the same was noted.
public struct ImportNote: Sendable {
    public let code: ImportNoteCode
    /// The sheet of a workbook; `nil` for a text file.
    public let sheet: String?
    public private(set) var count = 0
    /// The first places, as a spreadsheet shows them: `C3`, or the row alone.
    public private(set) var places: [String] = []
    /// What was found at the first place and what was made of it; empty where there is nothing to tell.
    public let example: String

    private static let mostPlaces = 5

    public init(_ code: ImportNoteCode, sheet: String?, example: String = "") {
        self.code = code
        self.sheet = sheet.map(TerminalText.visible)
        self.example = TerminalText.visible(example)
    }

    public mutating func add(_ place: String) {
        count += 1
        if places.count < Self.mostPlaces, !place.isEmpty { places.append(place) }
    }

    var json: JSONValue {
        .members([
            ("code", .string(code.rawValue)), ("sheet", sheet.map { .string($0) }), ("count", .integer(Int64(count))),
            ("places", .array(places.map { .string($0) })), ("example", example.isEmpty ? nil : .string(example)),
        ])
    }

    /// `note-total-row Sheet1 合计或平均行，未采用：2（12, 24）`
    func text(_ language: Language) -> String {
        var text = [code.rawValue, sheet ?? "", code.text(language)].filter { !$0.isEmpty }.joined(separator: " ")
        guard !places.isEmpty else { return text }
        text += Bilingual(zh: "：\(count) 处（", en: ": \(count) (")(language)
        text += places.joined(separator: ", ") + (count > places.count ? " …" : "")
        text += Bilingual(zh: "）", en: ")")(language)
        return example.isEmpty ? text : text + " " + example
    }
}
