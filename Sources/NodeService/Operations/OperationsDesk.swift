import Federation
import Foundation
import NodeStore
import Presentation

/// Makes the pages of the operations listener.
struct OperationsDesk: Sendable {
    let node: Node
    let status: RecentStatus
    let started: Timestamp

    /// How long the node's actor may take to answer before the process counts as stuck.
    var patience = Duration.seconds(10)

    func isAlive() async -> Bool {
        await PromptAnswer.of(within: patience, otherwise: false) {
            _ = await node.clearance
            return true
        }
    }

    func readiness() async throws -> Readiness {
        Readiness(try await status.report(), staleAfterSeconds: Int64(node.configuration.witness.staleAfter))
    }

    func metrics() async throws -> String {
        let report = try await status.report()
        let facts = ServiceFacts(
            version: ProgramVersion.text, started: started, storeBytes: storeBytes, freeBytes: freeBytes,
            certificateEnds: node.trust.ends(of: node.member.node), isReady: try await readiness().isReady)
        return StatusMetrics(report, facts).text
    }

    /// Bytes of `log.sqlite` with its write-ahead log.
    private var storeBytes: Int64 {
        let path = DataFolder(node.configuration.data).logDatabase.path
        return ["", "-wal"].reduce(0) { sum, suffix in
            let attributes = try? FileManager.default.attributesOfItem(atPath: path + suffix)
            return sum + ((attributes?[.size] as? NSNumber)?.int64Value ?? 0)
        }
    }

    private var freeBytes: Int64? {
        let attributes = try? FileManager.default.attributesOfFileSystem(forPath: node.configuration.data.path)
        return (attributes?[.systemFreeSize] as? NSNumber)?.int64Value
    }
}
