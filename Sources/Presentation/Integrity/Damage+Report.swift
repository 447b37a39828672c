public import Compensation
public import Federation

extension Damage {
    /// One finding on one line: code, log, place, meaning, and what was expected.
    public func line(_ language: Language) -> String {
        let colon = Bilingual(zh: "：", en: ": ")(language)
        var line = [code.rawValue, log?.text ?? "", place.text].filter { !$0.isEmpty }.joined(separator: " ")
        line += colon + code.text(language)
        if !expected.isEmpty { line += Bilingual(zh: "；应为 \(expected)", en: "; expected \(expected)")(language) }
        if !found.isEmpty { line += Bilingual(zh: "，实为 \(found)", en: ", found \(found)")(language) }
        return TerminalText.visible(line)
    }

    var json: JSONValue {
        .members([
            ("code", .string(code.rawValue)), ("log", log.map { .string($0.text) }), ("place", place.json),
            ("expected", .string(expected)), ("found", .string(found)),
        ])
    }
}
