import Compensation
import Federation

/// Says in words what a scheme leaves open and what is supplied to it.
enum SchemeOutlineWording {
    /// `单价(省) price [万元/t] 〔第四条〕`.
    static func text(_ supplied: SchemeOutline.Supplied, _ language: Language) -> String {
        let article = supplied.article.isEmpty ? "" : "  〔\(supplied.article)〕"
        return TerminalText.visible("\(supplied.text)  \(supplied.label)\(bracketed(supplied, language))\(article)")
    }

    private static func bracketed(_ supplied: SchemeOutline.Supplied, _ language: Language) -> String {
        switch supplied.unit {
        case "": ""
        case "class": Bilingual(zh: "（水质类别）", en: " (class)")(language)
        case "condition": Bilingual(zh: "（是 yes 或否 no）", en: " (yes or no)")(language)
        default: Bilingual(zh: "（\(supplied.unit)）", en: " (\(supplied.unit))")(language)
        }
    }

    static func json(_ supplied: SchemeOutline.Supplied) -> JSONValue {
        .members([
            ("name", .string(supplied.name)), ("label", .string(supplied.label)), ("unit", .string(supplied.unit)),
            ("arguments", .array(supplied.arguments.map { .string($0) })), ("article", .string(supplied.article)),
            ("line", .integer(Int64(supplied.line))), ("has_standard", .bool(supplied.hasStandard)),
        ])
    }

    static func name(_ sort: SchemeOutline.Sort) -> Bilingual {
        switch sort {
        case .definition: Bilingual(zh: "定义", en: "definition")
        case .table: Bilingual(zh: "表", en: "table")
        case .parameter: Bilingual(zh: "待定参数", en: "open parameter")
        case .fact: Bilingual(zh: "外部事实", en: "supplied fact")
        case .requirement: Bilingual(zh: "要求", en: "requirement")
        case .payment: Bilingual(zh: "支付", en: "payment")
        }
    }
}
