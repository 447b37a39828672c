public import Compensation
public import Federation
import TransparencyLog

/// What `agreements diff` shows: where two versions part, by subject and place.
public struct AgreementDifferences: Report {
    private let old: AgreementTerms
    private let new: AgreementTerms
    private let differences: [AgreementDifference]

    public init(_ old: AgreementTerms, _ new: AgreementTerms) {
        self.old = old
        self.new = new
        differences = AgreementDifference.between(old, new)
    }

    public var json: JSONValue {
        .members([
            ("schema", 1), ("old_digest", .string(old.digest.hex)), ("new_digest", .string(new.digest.hex)),
            (
                "differences",
                .array(
                    differences.map { difference in
                        .members([
                            ("subject", .string(difference.subject.rawValue)), ("place", .string(difference.place)),
                            ("old", .string(difference.old)), ("new", .string(difference.new)),
                        ])
                    })
            ),
        ])
    }

    public var rowsMember: String? { "differences" }

    public func text(_ language: Language) -> String {
        guard !differences.isEmpty else {
            return Bilingual(zh: "两个文本没有差异。", en: "The two versions do not differ.")(language) + "\n"
        }
        let blocks = differences.map { difference in
            let head = [difference.subject.name(language), difference.place].filter { !$0.isEmpty }
            return ([head.joined(separator: " ")] + lines(difference.old, "-") + lines(difference.new, "+"))
                .joined(separator: "\n")
        }
        return blocks.joined(separator: "\n") + "\n"
    }

    /// Of long texts only the lines that the other does not have.
    private func lines(_ text: String, _ sign: String) -> [String] {
        text.split(separator: "\n").map { "  \(sign) \(TerminalText.visible(String($0)))" }
    }
}
