import Compensation
import Federation
import Presentation
import Testing
import TransparencyLog

@testable import NodeService

/// A spreadsheet computes a cell that begins with a plus, and one key in 64 does in base64 (RFC 4648 table 1: 62).
@Suite("Keys in files for spreadsheets")
struct KeyTableTests {
    @Test("A key is written alike in every file", arguments: [0xF8, 0xF9, 0xFA, 0xFB] as [UInt8])
    func alike(first: UInt8) throws {
        let key = [first] + Array(repeating: 7, count: 31)
        try #require(Base64.encode(key).hasPrefix("+"))
        let member = Member(
            node: try #require(NodeName("500000.tongzhou.test")), code: try #require(PartyCode("500000")),
            role: .province, name: Bilingual(zh: "重庆市", en: "Chongqing"), logKey: key)
        let docket = Docket(roster: try #require(Roster([member])))
        let table = ExportTable.keys(KeyRow.rows(member, docket.keys), .en)
        // What stands before every Ed25519 key: RFC 8410 section 10.1.
        let cell = "MCowBQYDK2VwAyEA" + Base64.encode(key)
        #expect(table.rows.map(\.last) == [cell])
        let file = String(decoding: try ExportDesk.bytes(table, .csv, .en), as: UTF8.self)
        #expect(file.hasSuffix(",\(cell)\r\n"), "\(file)")
        #expect(table.jsonText.contains("\"\(cell)\""))
    }
}
