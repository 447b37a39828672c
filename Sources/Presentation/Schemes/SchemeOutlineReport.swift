public import Compensation
public import Federation
public import TransparencyLog

/// What `scheme show` shows: the rules under their articles, in the words of both languages.
public struct SchemeOutlineReport: Report {
    private let scheme: Scheme
    private let digest: ContentDigest
    private let outline: SchemeOutline

    /// `digest` is that of the bytes of the file.
    public init(_ scheme: Scheme, digest: ContentDigest) {
        self.scheme = scheme
        self.digest = digest
        outline = scheme.outline
    }

    public var json: JSONValue {
        let members: [(String, JSONValue?)] = [
            ("schema", 1), ("sections", .array(scheme.sections.map(Self.json))),
            ("parameters", .array(outline.parameters.map(SchemeOutlineWording.json))),
            ("facts", .array(outline.facts.map(SchemeOutlineWording.json))),
            ("rules", .array(outline.rules.map(Self.json))),
        ]
        return .members(members + SchemeHead(scheme: scheme, digest: digest).members)
    }

    public var rowsMember: String? { "rules" }

    private static func json(_ section: SchemeSection) -> JSONValue {
        .members([
            ("name", .string(section.name)), ("label", .string(section.label)), ("id", .string(section.id.text)),
            ("body_type", .string(section.bodyType.rawValue)),
        ])
    }

    private static func json(_ rule: SchemeOutline.Rule) -> JSONValue {
        .members([
            ("name", .string(rule.name)), ("label", .string(rule.label)), ("sort", .string(rule.sort.rawValue)),
            ("article", .string(rule.article)), ("line", .integer(Int64(rule.line))),
            ("source", .string(rule.source)), ("rests_on", .array(rule.restsOn.map { .string($0) })),
            ("unverified", .bool(rule.isUnverified)),
        ])
    }

    public func text(_ language: Language) -> String {
        var lines = SchemeHead(scheme: scheme, digest: digest).lines(language)
        lines += titled(
            Bilingual(zh: "断面", en: "Sections"),
            scheme.sections.map { section in
                TerminalText.visible(
                    "\(section.name)  \(section.label)  \(section.id.text)  \(section.bodyType.name(language))")
            }, language)
        lines += titled(
            Bilingual(zh: "待定参数（协议未定，须用 --set 给定）", en: "Open parameters (to be given with --set)"),
            outline.parameters.map { SchemeOutlineWording.text($0, language) }, language)
        lines += titled(
            Bilingual(zh: "外部事实", en: "Facts"), outline.facts.map { SchemeOutlineWording.text($0, language) }, language)
        lines += titled(
            Bilingual(zh: "未经核实的数", en: "Unverified numbers"),
            outline.unverified.map { TerminalText.visible("\($0.name)  \($0.label)") }, language)
        return (lines + ["", overview(language)] + rules(language)).joined(separator: "\n") + "\n"
    }

    private func titled(_ title: Bilingual, _ lines: [String], _ language: Language) -> [String] {
        lines.isEmpty ? [] : ["", title(language)] + lines.map { "  " + $0 }
    }

    private func overview(_ language: Language) -> String {
        let header = [
            Bilingual(zh: "行", en: "line"), Bilingual(zh: "种类", en: "sort"), Bilingual(zh: "名称", en: "name"),
            Bilingual(zh: "英文名", en: "English name"), Bilingual(zh: "条款", en: "article"),
        ].map { $0(language) }
        let rows = outline.rules.map { rule in
            ["\(rule.line)", SchemeOutlineWording.name(rule.sort)(language), rule.name, rule.label, rule.article]
        }
        return TextTable.rendered(header, rightAligned: [0], rows: rows)
    }

    private func rules(_ language: Language) -> [String] {
        var article: String?
        var lines: [String] = []
        for rule in outline.rules {
            if rule.article != article { lines += ["", rule.article.isEmpty ? "-" : rule.article] }
            article = rule.article
            lines.append("  \(rule.line)  \(rule.name)  \(rule.label)")
            lines += rule.source.split(separator: "\n").map { "      \($0)" }
            if !rule.restsOn.isEmpty { lines.append("      " + StepWording.restsOn(rule.restsOn, language)) }
        }
        return lines.map(TerminalText.visible)
    }
}
