import Federation
import NodeStore
import Presentation
import TransparencyLog

/// Recomputes every stored log from the bytes of its entries and compares with what was signed.
struct LogAuditor {
    let node: Node
    private static let step = 4096

    func report() async throws -> LogAuditReport {
        LogAuditReport(try node.database.logs().map { try audit($0.origin, own: $0.own) })
    }

    private func audit(_ origin: LogOrigin, own: Bool) throws -> LogAudit {
        var builder = TreeBuilder()
        var differing: Int?
        var note: [UInt8]?
        var size = 0
        repeat {
            let done = builder.frontier.size
            try node.database.read(origin) { stored in
                size = size == 0 ? stored.size : size
                if note == nil { note = try stored.checkpoint() }
                let entries = try stored.entries(done..<min(size, done + Self.step))
                for (offset, entry) in entries.enumerated() {
                    let leaf = MerkleHash.leaf(entry)
                    let index = done + offset
                    if differing == nil, try stored.hash(level: 0, index: index) != leaf { differing = index }
                    builder.append(leaf)
                }
            }
            guard builder.frontier.size > done else { break }
        } while builder.frontier.size < size
        let finding = finding(origin, builder.frontier, note, differing)
        return LogAudit(
            origin: origin, own: own, size: builder.frontier.size, rootHex: builder.frontier.root.hex, finding: finding,
            index: differing)
    }

    private func finding(
        _ origin: LogOrigin, _ frontier: Frontier, _ note: [UInt8]?, _ differing: Int?
    ) -> LogAudit.Finding {
        if differing != nil { return .leafDiffers }
        guard let note else { return frontier.size == 0 ? .unsigned : .rootDiffers }
        let members = [node.member] + node.peers.map(\.member)
        guard let verifier = members.first(where: { $0.node == origin.node })?.verifier(of: origin),
            case .success(let signed) = VerifiedCheckpoint.open(note: note, origin: origin.text, keys: [verifier])
        else { return .noteInvalid }
        let checkpoint = signed.checkpoint
        // A mirror that was stopped between chunks holds more than its last signed checkpoint.
        guard checkpoint.size == frontier.size else {
            let past = try? node.database.root(of: origin, at: checkpoint.size)
            return past == checkpoint.root ? .sound : .rootDiffers
        }
        return checkpoint.root == frontier.root ? .sound : .rootDiffers
    }
}
