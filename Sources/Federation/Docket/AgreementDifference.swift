public import Compensation
import TransparencyLog

/// One place where two versions of an agreement part 文本差异.
public struct AgreementDifference: Hashable, Sendable {
    public enum Subject: String, CaseIterable, Sendable {
        case validity
        case parent
        case duty
        case parameter
        case authority
        case section
        case article

        public var name: Bilingual {
            switch self {
            case .validity: Bilingual(zh: "有效期", en: "validity")
            case .parent: Bilingual(zh: "上位方案", en: "parent scheme")
            case .duty: Bilingual(zh: "履约约定", en: "duty")
            case .parameter: Bilingual(zh: "参数", en: "parameter")
            case .authority: Bilingual(zh: "数据来源", en: "source that binds")
            case .section: Bilingual(zh: "断面", en: "section")
            case .article: Bilingual(zh: "条款", en: "article")
            }
        }
    }

    public let subject: Subject
    /// Which parameter, section or article; empty where there is only one.
    public let place: String
    /// What each version says; empty where it says nothing.
    public let old: String
    public let new: String

    /// Everything in which `new` differs from `old`, by subject, then in the order of the texts.
    public static func between(_ old: AgreementTerms, _ new: AgreementTerms) -> [AgreementDifference] {
        compare(.validity, validity(old), validity(new)) + compare(.parent, parent(old), parent(new))
            + compare(.duty, duties(old), duties(new)) + compare(.parameter, parameters(old), parameters(new))
            + compare(.authority, authority(old), authority(new)) + compare(.section, sections(old), sections(new))
            + compare(.article, articles(old.scheme), articles(new.scheme))
    }

    private typealias Said = [(place: String, text: String)]

    private static func compare(_ subject: Subject, _ old: Said, _ new: Said) -> [AgreementDifference] {
        func text(_ said: Said, _ place: String) -> String {
            said.first { $0.place.sameBytes(as: place) }?.text ?? ""
        }
        let places =
            old.map(\.place)
            + new.map(\.place).filter { place in
                !old.contains { $0.place.sameBytes(as: place) }
            }
        return places.compactMap { place in
            let (before, after) = (text(old, place), text(new, place))
            guard !before.sameBytes(as: after) else { return nil }
            return AgreementDifference(subject: subject, place: place, old: before, new: after)
        }
    }

    private static func validity(_ terms: AgreementTerms) -> Said {
        [("", "\(terms.entry.validFrom.text) – \(terms.entry.validTo.text)")]
    }

    private static func parent(_ terms: AgreementTerms) -> Said {
        [("", terms.entry.parentSchemeDigest?.hex ?? "")]
    }

    private static func duties(_ terms: AgreementTerms) -> Said {
        terms.entry.duties.fields.compactMap { name, value in
            switch value {
            case .integer(let number)?: (name, "\(number)")
            case .bool?: (name, "yes")
            default: nil
            }
        }
    }

    private static func parameters(_ terms: AgreementTerms) -> Said {
        terms.entry.parameters.map { ($0.name.text, $0.value) }
    }

    private static func authority(_ terms: AgreementTerms) -> Said {
        terms.scheme.sections.compactMap { section in
            let lines = terms.authority(at: section.id)
            guard !lines.isEmpty else { return nil }
            let sources = lines.map { $0.needsEndorsement ? "\($0.source) (endorsed)" : $0.source }
            return (section.id.text, sources.joined(separator: " > "))
        }
    }

    private static func sections(_ terms: AgreementTerms) -> Said {
        terms.scheme.sections.map { ($0.id.text, "\($0.name) (\($0.bodyType.rawValue))") }
    }

    /// The text under each heading; what stands before the first has none. Headings of one name are numbered.
    private static func articles(_ scheme: Scheme) -> Said {
        let lines = scheme.source.split(separator: "\n", omittingEmptySubsequences: false)
        let starts = [SchemeArticle(heading: "", line: 0)] + scheme.articles
        var said: Said = []
        for (position, start) in starts.enumerated() {
            let end = position + 1 < starts.count ? starts[position + 1].line - 1 : lines.count
            guard start.line <= end else { continue }
            let repeated = starts[..<position].filter { $0.heading.sameBytes(as: start.heading) }.count
            let text = lines[start.line..<end].joined(separator: "\n").drop { $0 == "\n" }
            said.append((repeated == 0 ? start.heading : "\(start.heading) (\(repeated + 1))", String(text)))
        }
        return said
    }
}
