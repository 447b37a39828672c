import Compensation
import Federation
import Presentation
import Testing

@testable import NodeService

/// Batches of stations that have more wrong with them than anybody reads.
@Suite("A batch in JSON")
struct JSONBatchTests {
    private static func issues(_ text: String) throws -> [BatchIssue] {
        let sender = IntakeSender(
            name: "liye", source: "cnemc-auto", channel: "common", sections: ["430000-liye"], tokenDigest: nil,
            certificate: nil, added: "2021-04-01T08:00:00+08:00")
        var batch = JSONBatch(sender: sender, now: try SpokenDocket().now)
        batch.read(try JSONText.read(Array(text.utf8)))
        return batch.issues
    }

    private static func reading(_ more: String, values: String = #""nh3n":"0.1""#) -> String {
        #"{"section":"430000-liye","time":"2021-04-01T08:00+08:00","status":"normal","values":{\#(values)}\#(more)}"#
    }

    private static let many = (0..<20_000).map { #""m\#($0)":0"# }.joined(separator: ",")

    @Test(
        "Issues end with the first beyond the limit, in whatever member they are",
        arguments: [
            #"{"readings":[\#(reading("", values: many))]}"#, #"{"readings":[\#(reading("," + many))]}"#,
            #"{"readings":[\#(reading(""))],\#(many)}"#,
            #"{"readings":[\#(Array(repeating: "0", count: 10_000).joined(separator: ","))]}"#,
        ])
    func manyIssues(text: String) throws {
        let issues = try Self.issues(text)
        #expect(issues.count == JSONBatch.mostIssues + 1)
        #expect(issues.last?.issue.code == .tooManyIssues && issues.last?.issue.expected == "1000")
        #expect(issues.count { $0.issue.code == .tooManyIssues } == 1)
    }

    @Test("As many as the limit are all told, and no other word with them")
    func exactlyAsMany() throws {
        let values = (0..<1_000).map { #""m\#($0)":0"# }.joined(separator: ",")
        let issues = try Self.issues(#"{"readings":[\#(Self.reading("", values: values))]}"#)
        #expect(issues.map(\.issue.code) == Array(repeating: .memberUnknown, count: 1_000))
    }
}
