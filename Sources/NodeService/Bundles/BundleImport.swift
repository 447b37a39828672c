import Compensation
import Federation
import Foundation
import NodeStore
import Presentation
import TransparencyLog

/// Shows the logs in a bundle to their mirrors, as a peer on the wire would: the same verification, findings and
/// commits. Each chunk is durable before the next is read.
struct BundleImport {
    let node: Node
    let dryRun: Bool
    var progress: any ProgressListener = NoProgress()

    /// How long a peer on the wire may keep the turn at a log.
    private static let patience = Duration.seconds(60)

    /// - Throws: `CommandFailure` when the file is refused; then nothing of it is stored.
    func take(_ path: String) async throws -> BundleImportReceipt {
        do {
            let file = try BundleFile(path)
            progress.begin(zh: "核验日志包", en: "bundle verified")
            guard file.header.recipient == node.member.node else {
                throw BundleProblem(.otherRecipient, file.header.recipient.text)
            }
            try checkNotes(file)
            var logs: [BundleImportedLog] = []
            for position in file.header.logs.indices { logs.append(try await take(position, of: file)) }
            return BundleImportReceipt(header: file.header, dryRun: dryRun, logs: logs)
        } catch let problem as BundleProblem {
            let text = BundleProblemWording.text(problem)
            throw CommandFailure(
                zh: "\(path)：\(problem.code.rawValue) \(text.zh)；未存入任何内容",
                en: "\(path): \(problem.code.rawValue) \(text.en); nothing was stored")
        } catch is FileProblem {
            throw CommandFailure(
                zh: "\(path)：节点无法读取该文件（节点运行时由节点进程读取）",
                en: "\(path): the node cannot read the file (a running node reads it itself)")
        }
    }

    /// A checkpoint of another size than the header says: the file is wrong, whatever the log is.
    private func checkNotes(_ file: BundleFile) throws {
        for (position, log) in file.header.logs.enumerated() {
            guard let signed = try Self.checkpoint(file, position)?.1, signed.size != log.to else { continue }
            throw BundleProblem(.checkpointDiffers, "\(log.origin.text): \(signed.size), not \(log.to)")
        }
    }

    /// The note and what it says, verified by nobody yet.
    private static func checkpoint(_ file: BundleFile, _ position: Int) throws -> ([UInt8], Checkpoint?)? {
        guard let note = try file.body(.checkpoint, of: position) else { return nil }
        return (note, try? SignedNote.parse(note).flatMap { Checkpoint.parse($0.text) }.get())
    }

    private func take(_ position: Int, of file: BundleFile) async throws -> BundleImportedLog {
        let log = file.header.logs[position]
        guard let held = await node.mirror(of: log.origin) else {
            return BundleImportedLog(log: log, before: 0, after: 0, outcome: .notFollowed)
        }
        let outcome = try await node.turns.during(log.origin, patience: Self.patience) {
            try await talk(position, file)
        }
        let after = await node.mirror(of: log.origin)
        return outcome
            ?? BundleImportedLog(log: log, before: held.size, after: after?.size ?? held.size, outcome: .busy)
    }

    private func talk(_ position: Int, _ file: BundleFile) async throws -> BundleImportedLog {
        let log = file.header.logs[position]
        guard let before = await node.mirror(of: log.origin), let (note, claim) = try Self.checkpoint(file, position)
        else { return BundleImportedLog(log: log, before: 0, after: 0, outcome: .notFollowed) }
        func told(_ outcome: BundleImportedLog.Outcome, _ after: Mirror) -> BundleImportedLog {
            BundleImportedLog(log: log, before: before.size, after: after.size, outcome: outcome)
        }
        if let claim {
            let reached = max(before.size, before.target?.checkpoint.size ?? 0)
            // An older bundle is no shorter history. One that contradicts what is held is shown to the mirror.
            if claim.size < reached {
                let root = try node.database.root(of: log.origin, at: claim.size)
                if root == nil || root == claim.root { return told(.older, before) }
            } else if log.from > before.size {
                return told(.lacksBeginning, before)
            }
        }
        var conversation = Conversation(node: node, origin: log.origin, rehearsal: dryRun ? before : nil)
        var wanted = try await conversation.say(.checkpoint(note))
        let begin = file.header.logs.prefix(position).reduce(0) { $0 + $1.to - $1.from }
        let total = file.header.logs.reduce(0) { $0 + $1.to - $1.from }
        let limit = BundlePlan(log).provesEveryBundle ? Mirror.chunkBytes : Int.max
        while let resources = wanted {
            progress.show(begin + max(0, (await conversation.mirror ?? before).size - log.from), of: total)
            let answer = try await ChunkFetch(concurrency: 1, limit: limit) { try file.body($0, of: position) }
                .bodies(of: resources)
            wanted = try await conversation.say(answer.event)
        }
        let after = await conversation.mirror ?? before
        if let finding = after.finding { return told(.halted(finding), after) }
        return told(after.size == before.size ? .unchanged : .taken, after)
    }

    /// With the node's mirror, or with a copy of it that commits nothing.
    private struct Conversation {
        let node: Node
        let origin: LogOrigin
        var rehearsal: Mirror?

        var mirror: Mirror? {
            get async {
                if let rehearsal { return rehearsal }
                return await node.mirror(of: origin)
            }
        }

        mutating func say(_ event: MirrorEvent) async throws -> [LogResource]? {
            guard var copy = rehearsal else { return try await node.mirror(origin, event) }
            var effects = copy.handle(event)
            var wanted: [LogResource]?
            while !effects.isEmpty {
                switch effects.removeFirst() {
                case .fetch(let resources): wanted = resources
                case .commit: effects += copy.handle(.committed)
                case .level, .halt: break
                }
            }
            rehearsal = copy
            return wanted
        }
    }
}
