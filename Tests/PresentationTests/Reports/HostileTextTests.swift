import Compensation
import Federation
import Testing
import TransparencyLog

@testable import Presentation

/// What a neighbour writes into its log or its file of facts never moves the reader's cursor, breaks a line or
/// reorders what is read.
@Suite("Hostile text")
struct HostileTextTests {
    /// Clear screen, C1 control sequence introducer, bell, line and paragraph separators, bidirectional override.
    static let decoration = "\u{1B}[2J\u{9B}31m\u{7}\r\n\u{85}\u{2028}\u{2029}\u{202E}\u{2066}\u{200F}\u{7F}\u{0}"

    private static func isHarmless(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            switch scalar.value {
            case 0x0A: true
            case 0..<0x20, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: false
            default: true
            }
        }
    }

    private func check(_ hostile: any Report, like benign: any Report, _ place: String) throws {
        for language in Language.allCases {
            let text = hostile.text(language)
            #expect(Self.isHarmless(text), "\(place)")
            #expect(
                text.utf8.count(where: { $0 == 0x0A }) == benign.text(language).utf8.count(where: { $0 == 0x0A }),
                "\(place)")
        }
        #expect(Self.isHarmless(hostile.jsonText), "\(place)")
        #expect(hostile.jsonText.utf8.count(where: { $0 == 0x0A }) == 1, "\(place)")
    }

    /// The same reports, once plain and once decorated.
    private func reports(_ decoration: String) throws -> [(String, any Report)] {
        var drawn = try Story(decoration: decoration)
        try drawn.draw()
        var disputed = try Story(decoration: decoration)
        try disputed.dispute()
        try disputed.object(place: "a" + decoration, value: "b" + decoration)
        var settled = try Story(decoration: decoration)
        try settled.settle()
        let member = try settled.member(Story.chongqing)
        let origin = try Story.origin(Story.hunan, "common")
        let status = StatusReport(
            member: member, now: settled.now, running: true, ownLogs: [],
            peers: [
                PeerLogStatus(
                    peer: member.name, origin: origin, state: .halted, verified: 1, known: 1, lastContact: nil)
            ], settlements: [try disputed.settlement(Story.chongqing)],
            conditions: [Condition(.mirrorAltered, subject: "s" + decoration, detail: "d" + decoration)])
        let issue = ImportIssue(
            .sectionUnknown, row: 2, column: "C", found: "f" + decoration, expected: "e" + decoration)
        func receipt(_ issues: [ImportIssue]) -> ImportReceipt {
            ImportReceipt(
                file: "f" + decoration, encoding: "UTF-8", isCorrection: false, dryRun: false, newReadings: 1,
                alreadyRecorded: 0, repeatedRows: 0, columnsNotRecorded: ["c" + decoration], entries: [], issues: issues
            )
        }
        return [
            ("sections", SectionList(drawn.docket.sections.sections)),
            (
                "section",
                SectionReport(
                    try #require(drawn.docket.sections.standing.first), docket: drawn.docket, now: drawn.now)
            ),
            ("agreements", AgreementList(settled.docket, now: settled.now)),
            ("list", SettlementList([try disputed.settlement(Story.chongqing)])),
            ("explanation", SettlementExplanation(try settled.settlement(Story.chongqing))), ("status", status),
            ("receipt", receipt([])), ("issues", receipt([issue])),
            ("act", ActionReceipt(Bilingual(zh: "z" + decoration, en: "e" + decoration), entries: [])),
        ]
    }

    @Test("No report lets it through")
    func everyReport() throws {
        for (hostile, benign) in zip(try reports(Self.decoration), try reports("")) {
            try check(hostile.1, like: benign.1, hostile.0)
        }
    }

    @Test("The reader sees that something stood there")
    func visible() throws {
        let receipt = ActionReceipt(Bilingual(zh: "a\u{1B}[2J", en: "a\u{202E}b"), entries: [])
        #expect(receipt.text(.zh) == "a\u{FFFD}[2J\n")
        #expect(receipt.text(.en) == "a\u{FFFD}b\n")
    }

    @Test("JSON still says the same")
    func json() throws {
        let receipt = ActionReceipt(Bilingual(zh: "\u{9B}\u{2028}\u{7F}", en: "\u{1B}\"\\\n"), entries: [])
        #expect(
            receipt.jsonText
                == #"{"entries":[],"message_en":"\u001b\"\\\n","message_zh":"\u009b\u2028\u007f","schema":1}"# + "\n")
    }
}
