import Federation
import NodeStore
import Presentation
import TransparencyLog

/// Recomputes every stored log from the bytes of its entries and compares with what was signed.
struct LogAuditor {
    let node: Node
    var progress: any ProgressListener = NoProgress()
    private static let step = 4096

    func report() async throws -> LogAuditReport {
        let keys = await node.docket.keys
        let logs = try node.database.logs()
        let total = logs.reduce(0) { $0 + $1.size }
        var done = 0
        progress.begin(zh: "重算日志", en: "logs recomputed")
        return LogAuditReport(
            try logs.map { log in
                defer { done += log.size }
                return try audit(log.origin, own: log.own, keys.noteKeys(of: log.origin)) {
                    progress.show(done + $0, of: total)
                }
            })
    }

    private func audit(_ origin: LogOrigin, own: Bool, _ keys: NoteKeys, _ tell: (Int) -> Void) throws -> LogAudit {
        let stored = try node.database.read(origin) { (size: $0.size, note: try $0.checkpoint()) }
        guard let (size, note) = stored, let note else {
            let empty = stored.map { $0.size == 0 } ?? true
            return LogAudit(
                origin: origin, own: own, size: stored?.size ?? 0, rootHex: "",
                finding: empty ? .unsigned : .rootDiffers, index: nil)
        }
        let signed = Self.checkpoint(note, of: origin, keys)
        let recomputed = try recompute(origin, size: size, signedSize: signed?.size, tell)
        return LogAudit(
            origin: origin, own: own, size: recomputed.frontier.size, rootHex: recomputed.frontier.root.hex,
            finding: recomputed.finding(size: size, signed: signed), index: recomputed.differing)
    }

    private struct Recomputed {
        var frontier = Frontier()
        /// First entry whose stored hash is not its own.
        var differing: Int?
        /// The root where the signed checkpoint ends: a mirror that was stopped between chunks holds more.
        var rootAsSigned: MerkleHash?

        func finding(size: Int, signed: Checkpoint?) -> LogAudit.Finding {
            guard differing == nil else { return .leafDiffers }
            guard let signed else { return .noteInvalid }
            return frontier.size == size && rootAsSigned == signed.root ? .sound : .rootDiffers
        }
    }

    /// From entry bytes alone, a bounded number at a time.
    private func recompute(_ origin: LogOrigin, size: Int, signedSize: Int?, _ tell: (Int) -> Void) throws -> Recomputed
    {
        var result = Recomputed()
        if signedSize == 0 { result.rootAsSigned = result.frontier.root }
        while result.frontier.size < size {
            let done = result.frontier.size
            let end = min(size, done + Self.step)
            try node.database.read(origin) { stored in
                for entry in try stored.entries(done..<end) {
                    let leaf = MerkleHash.leaf(entry)
                    let index = result.frontier.size
                    let kept = try? stored.hash(level: 0, index: index)
                    if kept != leaf, result.differing == nil { result.differing = index }
                    result.frontier.append(leaf)
                    if result.frontier.size == signedSize { result.rootAsSigned = result.frontier.root }
                }
            }
            tell(end)
            // Fewer than stored: one is missing, and what comes after it has no place of its own.
            guard result.frontier.size == end else { break }
        }
        return result
    }

    /// What a stored note says; `nil` when it does not verify under any key of the log's node.
    private static func checkpoint(_ note: [UInt8], of origin: LogOrigin, _ keys: NoteKeys) -> Checkpoint? {
        try? VerifiedCheckpoint.open(note: note, origin: origin.text, keys: keys).get().checkpoint
    }
}
