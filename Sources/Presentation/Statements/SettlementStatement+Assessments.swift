import Compensation
import Federation

/// What the water came to at each section, and what that was held against: as the steps of the computation have it.
extension SettlementStatement {
    /// A sheet has room for so many; all of them are in the JSON.
    private static let mostAssessed = 48

    /// `nil` where no rule takes means of readings.
    func waterQuality(_ language: Language) -> StatementPart? {
        guard let settlement = computation?.settlement, !settlement.assessments.isEmpty else { return nil }
        let all = settlement.assessments.flatMap { lines($0, in: settlement.period, language) }
        var rows = Array(all.prefix(Self.mostAssessed))
        if all.count > Self.mostAssessed {
            rows.append([
                Bilingual(
                    zh: "另有 \(all.count - Self.mostAssessed) 行，见本单的 JSON 文件",
                    en: "\(all.count - Self.mostAssessed) more rows in the JSON of this statement")(language),
                "", "", "", "", "",
            ])
        }
        return StatementPart(
            "断面水质", "Water quality",
            [
                Bilingual(zh: "断面", en: "Section"), Bilingual(zh: "项目", en: "Item"),
                Bilingual(zh: "数据个数", en: "Values"), Bilingual(zh: "数值", en: "Result"),
                Bilingual(zh: "对照值", en: "Held against"), Bilingual(zh: "类别", en: "Class"),
            ], numbers: [2, 3], rows: rows)
    }

    /// A line for each indicator with data, one for those without, one for each class of the whole.
    private func lines(_ assessment: SectionAssessment, in period: Period, _ language: Language) -> [[String]] {
        let suffix = assessment.period == period ? "" : " \(assessment.period.text)"
        let section = name(of: assessment.section, language) + suffix
        var lines: [[String]] = []
        for item in assessment.items where item.value != nil {
            lines.append([
                section, title(item.indicator, assessment.function, language), "\(item.count)", item.display,
                Self.words(item.heldAgainst, language), item.waterClass?.symbol ?? "–",
            ])
        }
        let lacking = assessment.items.filter { $0.value == nil }.map { $0.indicator.name(language) }
        if !lacking.isEmpty {
            let names = lacking.joined(separator: Bilingual(zh: "、", en: ", ")(language))
            lines.append([
                section, Bilingual(zh: "缺测：\(names)", en: "no data: \(names)")(language), "0", "–", "–", "–",
            ])
        }
        for grade in assessment.grades {
            lines.append([
                section, grade.name(language), "–", "–", Self.words(grade.heldAgainst, language),
                grade.waterClass?.symbol ?? "–",
            ])
        }
        return lines.map { $0.map(TerminalText.visible) }
    }

    /// `高锰酸盐指数均值（mg/L）`.
    private func title(_ indicator: Indicator, _ function: ReadingsFunction, _ language: Language) -> String {
        let title = Bilingual(
            zh: indicator.name.zh + function.name.zh, en: "\(indicator.name.en), \(function.name.en)")(language)
        return indicator.unit.isEmpty ? title : title + Punctuation.aside(indicator.unit, language)
    }

    /// `Ⅲ类限值 6 mg/L；限值 5 mg/L`: the limit of a class, and a value that has a name in the scheme.
    static func words(_ standards: [SectionAssessment.Standard], _ language: Language) -> String {
        let words = standards.map { standard -> String in
            if let limitOf = standard.limitOf {
                return Bilingual(
                    zh: "\(limitOf.symbol)类限值 \(standard.display)",
                    en: "class \(limitOf.symbol) limit \(standard.display)")(language)
            }
            guard let name = standard.name else { return standard.display }
            return "\(name(language)) \(standard.display)"
        }
        return words.isEmpty ? "–" : Punctuation.list(words, language)
    }

    // MARK: JSON

    /// All of them, the values exact.
    var assessments: JSONValue? {
        guard let all = computation?.settlement.assessments else { return nil }
        let objects = all.map { assessment in
            JSONValue.members([
                ("step", .string(assessment.step)), ("section", .string(assessment.section.text)),
                ("period", .string(assessment.period.text)), ("statistic", .string(assessment.function.rawValue)),
                ("items", .array(assessment.items.map { Self.object($0) })),
                ("classes", .array(assessment.grades.map { Self.object($0) })),
            ])
        }
        return .array(objects)
    }

    private static func object(_ item: SectionAssessment.Item) -> JSONValue {
        .members([
            ("indicator", .string(item.indicator.code)),
            ("unit", item.indicator.unit.isEmpty ? nil : .string(item.indicator.unit)),
            ("count", .integer(Int64(item.count))), ("value", item.value.map { .string($0.text) }),
            ("display", .string(item.display)), ("class", item.waterClass.map { .string($0.symbol) }),
            ("held_against", list(item.heldAgainst)),
        ])
    }

    private static func object(_ grade: SectionAssessment.Grade) -> JSONValue {
        .members([
            ("step", .string(grade.step)), ("class", grade.waterClass.map { .string($0.symbol) }),
            ("held_against", list(grade.heldAgainst)),
        ])
    }

    private static func list(_ standards: [SectionAssessment.Standard]) -> JSONValue {
        let objects = standards.map { standard in
            JSONValue.members([
                ("step", standard.step.map { .string($0) }),
                ("limit_of", standard.limitOf.map { .string($0.symbol) }), ("value", .string(standard.value)),
                ("display", .string(standard.display)),
            ])
        }
        return .array(objects)
    }
}
