import Federation
import NodeStore
import Presentation
import TransparencyLog

/// What this node's witness holds.
struct WitnessDesk {
    let node: Node

    func report() throws -> WitnessReport {
        let logs = try node.database.witnessed().map { origin, record in
            WitnessedLog(
                origin: origin, size: record.size, rootHex: record.root.hex,
                cosigned: Timestamp(secondsSinceEpoch: record.cosigned))
        }
        return WitnessReport(vkey: node.member.witness?.vkey ?? "", logs: logs)
    }
}
