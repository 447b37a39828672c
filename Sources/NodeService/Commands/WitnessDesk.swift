import Federation
import NodeStore
import Presentation
import TransparencyLog

/// What this node's witness holds.
struct WitnessDesk {
    let node: Node

    func report() async throws -> WitnessReport {
        let logs = try node.database.witnessed().map { origin, record in
            WitnessedLog(
                origin: origin, size: record.size, rootHex: record.root.hex,
                cosigned: Timestamp(secondsSinceEpoch: record.cosigned))
        }
        let key = await node.cosigningKey
        func vkey(_ cosigner: Cosigner) -> String {
            key?.cosigner(cosigner, of: node.member.node)?.verifier.vkey ?? ""
        }
        return WitnessReport(witnessKey: vkey(.witness), mirrorKey: vkey(.mirror), logs: logs)
    }
}
