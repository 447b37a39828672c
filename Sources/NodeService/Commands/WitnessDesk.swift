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
        let signer = await node.cosigningKey?.witness(of: node.member.node)
        return WitnessReport(vkey: signer?.verifier.vkey ?? "", logs: logs)
    }
}
