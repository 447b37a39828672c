import Compensation
import Foundation
import NodeStore
import Presentation
import Testing

@testable import NodeService

/// What `doctor` says of the views.
@Suite("Doctor's look at the views")
struct DoctorViewsTests {
    private func views(_ node: LocalNode) async throws -> Examination {
        let configuration = try NodeConfiguration(contentsOf: node.home.appending(path: "node.yaml"))
        let report = try await DoctorDesk(configuration, .en, format: .json).examine(peer: nil)
        return try #require(report.examinations.first { $0.area == .views })
    }

    @Test("It says how far they are behind the logs, and compares them when they are level")
    func behind() async throws {
        let local = try await LocalNode()
        try ViewsDatabase.remove(DataFolder(local.home))
        let node = try local.open()
        let entries = try node.database.logs().reduce(0) { $0 + $1.size }
        #expect(entries > 0)
        let behind = try await views(local)
        #expect(behind.result == .attention)
        #expect(behind.finding.zh == "落后 \(entries) 条")
        #expect(behind.finding.en == "\(entries) entries behind")
        #expect(behind.advice != nil)

        try await node.settle()
        let level = try await views(local)
        #expect(level.result == .ok)
        #expect(level.finding.en.hasPrefix("row by row as made anew"))
    }
}
