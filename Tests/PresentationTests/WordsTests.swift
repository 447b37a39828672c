import Compensation
import Federation
import Testing

@testable import Presentation

/// Every code that people meet has words in both languages.
@Suite("Words for codes")
struct WordsTests {
    private static let words: [(code: String, words: [Bilingual])] =
        ConditionCode.allCases.map { ($0.rawValue, [$0.text, $0.advice]) }
        + ImportIssueCode.allCases.map { ($0.rawValue, [$0.text(found: "12", expected: "34")]) }
        + ImportNoteCode.allCases.map { ($0.rawValue, [$0.text]) }
        + SettlementState.allCases.map { ($0.rawValue, [$0.name]) }
        + VerdictEntry.Conclusion.allCases.map { ($0.rawValue, [VerdictWording.text($0)]) }
        + LedgerFinding.Code.allCases.map { ($0.rawValue, [LedgerFindingWording.words($0)]) }
        + LedgerItem.Sort.allCases.map { ($0.rawValue, [LedgerWording.name($0)]) }
        + LogAudit.Finding.allCases.map { ($0.rawValue, [$0.name]) }
        + PeerState.allCases.map { ($0.rawValue, [$0.name]) }
        + ReadingStatus.allCases.map { ($0.rawValue, [$0.name]) }
        + SettlementNote.allCases.map { ($0.rawValue, [$0.name]) }

    private static func isChinese(_ scalar: Unicode.Scalar) -> Bool { (0x4E00...0x9FFF).contains(scalar.value) }

    @Test("Chinese is Chinese, English is not, neither is empty")
    func bothLanguages() {
        for (code, words) in Self.words {
            for text in words {
                #expect(text.zh.unicodeScalars.contains(where: Self.isChinese), "\(code): \(text.zh)")
                #expect(text.en.contains { $0.isLetter }, "\(code)")
                #expect(!text.en.unicodeScalars.contains(where: Self.isChinese), "\(code): \(text.en)")
                #expect(!text.zh.contains("  ") && !text.en.contains("  "), "\(code)")
            }
        }
    }

    @Test("No two codes of a catalogue say the same")
    func distinct() {
        let catalogues: [[Bilingual]] = [
            ConditionCode.allCases.map(\.text), ImportIssueCode.allCases.map { $0.text(found: "1", expected: "2") },
            SettlementState.allCases.map(\.name), VerdictEntry.Conclusion.allCases.map(VerdictWording.text),
            LedgerFinding.Code.allCases.map(LedgerFindingWording.words),
            LedgerItem.Sort.allCases.map(LedgerWording.name),
            LogAudit.Finding.allCases.map(\.name), PeerState.allCases.map(\.name),
        ]
        for catalogue in catalogues {
            #expect(Set(catalogue.map(\.zh)).count == catalogue.count)
            #expect(Set(catalogue.map(\.en)).count == catalogue.count)
        }
    }

    @Test("A code belongs to one catalogue")
    func uniqueCodes() {
        let codes =
            ConditionCode.allCases.map(\.rawValue) + ImportIssueCode.allCases.map(\.rawValue)
            + MirrorFinding.Code.allCases.map(\.rawValue)
        #expect(Set(codes).count == codes.count)
        for code in ConditionCode.allCases {
            #expect(code.rawValue.wholeMatch(of: /[A-Z]{3}-\d\d/) != nil)
        }
    }

    @Test("Severities have an order, and every finding of a mirror is one of integrity")
    func severities() {
        #expect(Severity.allCases.sorted() == [.notice, .attention, .error, .integrity])
        for finding in MirrorFinding.Code.allCases {
            #expect(ConditionCode(finding).severity == .integrity)
        }
    }
}
