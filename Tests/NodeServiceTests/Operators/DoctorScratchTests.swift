import Compensation
import Foundation
import Presentation
import Testing

@testable import NodeService

/// What `doctor` writes for a moment.
@Suite("Doctor's scratch folder")
struct DoctorScratchTests {
    /// Such a folder may be a trap laid for root: a name that everybody can foretell must not be used.
    @Test("A folder that somebody has laid under a name easily guessed is neither used nor removed")
    func guessed() async throws {
        let node = try await LocalNode()
        // Its folder goes with it.
        defer { withExtendedLifetime(node) {} }
        let laid = FileManager.default.temporaryDirectory.appending(
            path: "tongzhou-views-\(ProcessInfo.processInfo.processIdentifier)")
        try FileManager.default.createDirectory(at: laid, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: laid) }
        let configuration = try NodeConfiguration(contentsOf: node.home.appending(path: "node.yaml"))
        let report = try await DoctorDesk(configuration, .en, format: .json).examine(peer: nil)
        #expect(report.text(.en).contains("row by row as made anew"), "\(report.text(.en))")
        #expect(try FileManager.default.contentsOfDirectory(atPath: laid.path).isEmpty)
    }
}
