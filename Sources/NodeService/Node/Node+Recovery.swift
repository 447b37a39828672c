import Federation
import Logging
import NodeStore
import TransparencyLog

/// Fetching entries of an own log back from a peer's mirror, through the same verification as any mirror.
extension Node {
    /// Takes one event of the recovery of an own log through to its end. Nothing is signed meanwhile.
    func recover(_ origin: LogOrigin, _ event: MirrorEvent, from peer: NodeName) async throws -> RecoveryStep {
        guard clearance.verdict != .cleared else { return .done }
        if case .checkpoint = event {
            try database.register(origin, own: true)
            recovery = try Self.mirror(origin, ownNoteKeys(origin), database)
        }
        guard var mirror = recovery, mirror.origin == origin else { return .done }
        var effects = mirror.handle(event)
        var step = RecoveryStep.done
        while !effects.isEmpty {
            switch effects.removeFirst() {
            case .fetch(let resources): step = .fetch(resources)
            case .commit(let batch):
                try database.commit(batch)
                effects += mirror.handle(.committed)
            case .level: try await recovered(origin, mirror, from: peer)
            case .halt(let finding, let note): step = .refused(try await judge(finding, origin, note, peer))
            }
        }
        recovery = mirror
        return step
    }

    private func recovered(_ origin: LogOrigin, _ mirror: Mirror, from peer: NodeName) async throws {
        let before = clearance.verdict
        if let checkpoint = mirror.checkpoint, try database.signedHead(of: origin)?.size != mirror.size {
            try database.keep(checkpoint, of: origin)
        }
        try catchUpOwnLogs()
        try keeper.catchUp(origin)
        clearance.holds(origin, mirror.size)
        // Only now it may be known that there is another log, and how far it goes.
        try Self.missOwnWord(docket, of: configuration.node, database, &clearance)
        logger.info(
            "own log is level with a mirror",
            metadata: [
                "event": "own-log-recovered", "log": "\(origin.text)", "size": "\(mirror.size)", "peer": "\(peer.text)",
            ])
        await signal.fire()
        try await told(since: before)
    }

    /// A peer that serves what does not fit is passed over. A history that this key signed, and that does not
    /// continue the one held here, is another matter.
    private func judge(
        _ finding: MirrorFinding, _ origin: LogOrigin, _ note: [UInt8], _ peer: NodeName
    ) async throws -> MirrorFinding {
        let before = clearance.verdict
        if finding.code == .forked || finding.code == .inconsistent {
            try keepContradiction(origin, finding.code, "\(finding.detail), shown by \(peer.text)", note)
        } else {
            logger.warning(
                "recovery from this peer failed",
                metadata: [
                    "event": "recovery-failed", "log": "\(origin.text)", "peer": "\(peer.text)",
                    "detail": "\(finding.code.rawValue) \(finding.detail)",
                ])
        }
        try await told(since: before)
        return finding
    }
}
