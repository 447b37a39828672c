import Compensation
import Federation
import Testing
import TransparencyLog

@testable import Presentation

/// The sheet that is signed and sealed: 40 万元 from 湖南省 to 重庆市 for April 2021 (class Ⅲ by TP 0.134 mg/L).
@Suite("The statement of a settlement")
struct StatementTests {
    private static func statement(_ tell: (inout Story) throws -> Void) throws -> SettlementStatement {
        var story = try Story()
        try tell(&story)
        return SettlementStatement(try story.settlement(Story.chongqing), docket: story.docket)
    }

    @Test("Amounts in figures and in capitals, who signed, and a code")
    func verified() throws {
        let statement = try Self.statement { try $0.settle() }
        let text = statement.text(.zh)
        for words in [
            "youshui-2019/2021-04", "400,000.00", "人民币肆拾万元整", "已经中央节点核验", "提议", "认可", "核验",
            "100000.tongzhou.test/central/1#0",
        ] { #expect(text.contains(words), "\(words) in \(text)") }
        let digest = try statement.summary.settlement.own.get().digest.hex
        let code = try #require(statement.verificationCode)
        #expect(SettlementStatement.digits(ofCode: code) == String(digest.prefix(16)))
        #expect(statement.signatures.map(\.act) == [.proposed, .accepted, .proposed, .accepted, .verdict])
        #expect(!statement.text(.en).contains("draft"))
    }

    @Test("Before the centre has verified it, it says that it is a draft")
    func draft() throws {
        let statement = try Self.statement { try $0.dispute() }
        #expect(!statement.isVerified)
        #expect(statement.text(.zh).contains("未经中央节点核验，不作支付依据"))
        #expect(StatementSheet(statement).markup(.en).html.contains("not verified by the centre, not to be paid by"))
    }

    @Test(
        "Codes as people type them",
        arguments: [
            ("0123-4567-89ab-cdef", "0123456789abcdef"), ("0123 4567 89AB CDEF", "0123456789abcdef"), ("0123", nil),
            ("0123-4567-89ab-cdeg", nil), ("", nil),
        ] as [(String, String?)])
    func codes(typed: String, digits: String?) {
        #expect(SettlementStatement.digits(ofCode: typed) == digits)
    }
}
