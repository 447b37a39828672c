import Compensation
import Federation
import Testing
import TransparencyLog

@testable import Presentation

/// Where one party signs with SM2 beside Ed25519, pages and statement name the keys of both. The fingerprints are from
/// Python: `hashlib.sha256` of the point of GB/T 32918.5-2017, annex A.2, and of the Ed25519 keys whose seeds are 32
/// bytes of 1 (重庆市) and of 2 (湖南省), made by its package cryptography.
@Suite("Both signatures are shown")
struct BothSignaturesTests {
    private static let point =
        "04" + "09f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020"
        + "ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13"
    private static let chongqing = "3475 0f98 bd59 fcfc 946d a45a aabe 933b"
    private static let hunan = "6a38 03d5 f059 902a 1c6d afbc 9ba4 7292"
    private static let sm2 = "7ad6 4964 5400 82dd 8bbe 4e35 de2d a688"

    /// - Parameter isSaid: whether the log of 湖南省 names the key that its file names.
    private func story(isSaid: Bool) throws -> Story {
        let point = try #require(Hex.decode(Self.point))
        var story = try Story(sm2Key: point)
        let member = try story.member(Story.hunan)
        // Nothing here was cosigned.
        let cosigner = CosignerKey(key: Array(repeating: 1, count: 32), proof: Array(repeating: 1, count: 64))
        try story.say(
            Story.hunan, "common",
            .node(
                NodeEntry(
                    node: member.node, party: member.code, role: member.role, name: member.name,
                    logKey: Base64.encode(member.logKey),
                    cosignerKeys: CosignerKeys(witness: cosigner, mirror: cosigner), sm2Keys: isSaid ? [point] : [])))
        try story.settle()
        return story
    }

    @Test("On a settlement's page, in its statement and on the statement's page", arguments: [Language.zh, .en])
    func acceptance(language: Language) throws {
        for isSaid in [true, false] {
            let story = try story(isSaid: isSaid)
            let summary = try story.settlement(Story.chongqing)
            let statement = SettlementStatement(summary, docket: story.docket)
            let page = SettlementContent(
                SettlementExplanation(summary), SettlementPage(summary, facts: [], exemptions: []),
                signatures: StatementSignature.all(summary.settlement, story.docket))
            for text in [
                page.markup(language).html, statement.text(language), StatementSheet(statement).markup(language).html,
            ] {
                #expect(text.contains(Self.hunan) && text.contains(Self.chongqing), "\(text)")
                #expect(text.contains("\(Self.hunan); SM2 \(Self.sm2)") == isSaid, "\(text)")
                #expect(text.contains("SM2") == isSaid && !text.contains("\(Self.chongqing); SM2"), "\(text)")
            }
            let hunans = statement.signatures.filter { $0.place.log.node.text == "430000.tongzhou.test" }
            #expect(hunans.map(\.act) == [.proposed, .accepted])
            #expect(hunans.map(\.sm2Fingerprints) == Array(repeating: isSaid ? [Self.sm2] : [], count: 2))
            #expect(statement.jsonText.contains("\"sm2_fingerprints\":[\"\(Self.sm2)\"]") == isSaid)
        }
    }

    @Test("On the page for checking: keys by kind, and the checkpoint with both lines", arguments: [Language.zh, .en])
    func checkpoint(language: Language) throws {
        let docket = try story(isSaid: true).docket
        let origin = try Story.origin(Story.hunan, "common")
        let lines = ["— \(origin.text) \(String(repeating: "A", count: 92))", "— \(origin.text) BBBB"]
        let head = CheckContent.Head(
            OwnLogStatus(origin: origin, size: 1, rootHex: String(repeating: "0", count: 64)),
            note: "\(origin.text)\n1\nAAAA\n\n\(lines[0])\n\(lines[1])\n")
        let rows = docket.roster.members.flatMap { KeyRow.rows($0, docket.keys) }
        let html = CheckContent(heads: [head], keys: rows).markup(language).html
        for text in lines + ["Ed25519", "SM2", Self.hunan, Self.sm2, Self.chongqing] {
            #expect(html.contains(text), "\(text) in \(html)")
        }
        let plain = CheckContent(heads: [head], keys: rows.filter { $0.algorithm == .ed25519 }).markup(language).html
        #expect(!plain.contains("SM2") && !plain.contains("Ed25519"))
    }
}
