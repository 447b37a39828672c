import Compensation
import Federation
import Foundation
import NodeStore
import Presentation
import TransparencyLog

/// The state that the store of a node shows which holds its folder and does not answer: read only, beside it.
struct LastKnownStatus {
    private let configuration: NodeConfiguration
    private let clock: any NodeClock

    init(_ configuration: NodeConfiguration, clock: any NodeClock = SystemClock()) {
        self.configuration = configuration
        self.clock = clock
    }

    func report() throws -> StatusReport {
        let folder = DataFolder(configuration.data)
        let file = try LogFile(contentsOf: folder.logDatabase)
        try file.requireKnownSchema()
        let member = configuration.member(logKey: [])
        let own = try configuration.origins.map { origin in
            let (size, root) =
                try file.read(origin) { ($0.size, try Frontier(size: $0.size, reader: $0).root.hex) } ?? (0, "")
            return OwnLogStatus(
                origin: origin, size: size, rootHex: root, newest: try Self.newest(of: origin, in: file))
        }
        let peers = try PeerConfiguration.folder(configuration.peers).filter { $0.member.node != configuration.node }
        let logs = try peers.flatMap { peer in
            try peer.logs.map { origin in
                let size = try file.read(origin) { $0.size } ?? 0
                return PeerLogStatus(
                    peer: peer.member.name, origin: origin, state: .unreachable, verified: size, known: size,
                    lastContact: nil)
            }
        }
        let mirrored = try logs.compactMap { try Self.newest(of: $0.origin, in: file) }
        return StatusReport(
            member: member, now: clock.now, running: false, version: ProgramVersion.text,
            asOf: (own.compactMap(\.newest) + mirrored).max(), ownLogs: own, peers: logs, settlements: [],
            conditions: [Condition(.nodeSilent, subject: configuration.node.text)])
    }

    private static func newest(of origin: LogOrigin, in file: LogFile) throws -> Timestamp? {
        let last = try file.read(origin) { try $0.entries(max(0, $0.size - 1)..<$0.size) }?.last
        return last.flatMap { try? SignedEntry(bytes: $0, foundIn: origin) }?.at
    }
}
