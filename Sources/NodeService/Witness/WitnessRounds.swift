import Federation
import Logging
import TransparencyLog

/// One peer's witness: submits own checkpoints after growth, and asks every so often what it shows of every log.
struct WitnessRounds: Sendable {
    private let node: Node
    private let client: any PeerLink
    private let peer: Member
    /// Sizes the peer's witness is believed to have cosigned of own logs, and when, where its line was kept.
    private var cosigned: [LogOrigin: (size: Int, time: Int64?)] = [:]
    /// Entity tags of what it showed last.
    private var tags: [LogOrigin: String] = [:]
    /// The last thing told in the log, so that it is told once.
    private var told: [LogOrigin: String] = [:]

    /// Logs that the peer's witness has not shown yet are asked for in turn, the next ones in every comparison.
    private var rota: Rota
    /// Questions about such logs in one comparison with all peers: with many peers each is asked about few of them.
    private static let questions = 4096

    /// A log that grows while it is submitted is asked for again.
    private static let attempts = 4
    private static let pauseAfterFailure = Duration.seconds(2)

    /// - Parameter place: of the peer among all, so that not all of them are asked about the same logs.
    init(node: Node, client: any PeerLink, peer: Member, place: Int) {
        rota = Rota(from: place * Self.share(of: node))
        self.node = node
        self.client = client
        self.peer = peer
    }

    /// Runs until the task is cancelled.
    mutating func run() async {
        let interval = Duration.seconds(node.configuration.witness.interval)
        var due = Deadline(after: .zero, by: node.clock)
        while !Task.isCancelled {
            let generation = await node.signal.generation
            guard await node.knowsWitness(of: peer.node) else {
                // Its `common` log says the key; nothing can be made of its answers before.
                await wait(until: Deadline(after: interval, by: node.clock), orChangeSince: generation)
                continue
            }
            do {
                try await submitAll()
                if due.left <= .zero {
                    try await compareAll()
                    due = Deadline(after: interval, by: node.clock)
                }
            } catch is TransportFailure {
                // Told where the peer's logs are followed.
                try? await node.clock.sleep(for: min(interval, Self.pauseAfterFailure))
                continue
            } catch {
                node.logger.error(
                    "comparing with a peer's witness failed",
                    metadata: ["event": "witness-failed", "peer": "\(peer.node.text)", "detail": "\(error)"])
                try? await node.clock.sleep(for: min(interval, Self.pauseAfterFailure))
                continue
            }
            if node.witnesses.includes(peer.node) {
                await wait(until: due, orChangeSince: generation)
            } else {
                try? await node.clock.sleep(for: max(due.left, .zero))
            }
        }
    }

    private func wait(until due: Deadline, orChangeSince generation: Int) async {
        let node = node
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await node.signal.changed(since: generation) }
            group.addTask { try? await node.clock.sleep(for: max(due.left, .zero)) }
            await group.next()
            group.cancelAll()
        }
    }

    // MARK: Submitting

    private mutating func submitAll() async throws {
        for channel in node.configuration.channels where node.witnesses.includes(peer.node, for: channel.channel) {
            guard let origin = node.configuration.origin(of: channel.channel) else { continue }
            try await submit(origin)
        }
    }

    private mutating func submit(_ origin: LogOrigin) async throws {
        var (oldSize, time) = cosigned[origin] ?? (0, nil)
        for _ in 0..<Self.attempts {
            guard let submission = try await node.submission(of: origin, to: peer, from: oldSize, cosigned: time)
            else { return }
            switch try await client.addCheckpoint(submission.body) {
            case .cosigned(let lines):
                time = try await node.keepCosignature(lines, under: submission, by: peer)
                cosigned[origin] = (submission.checkpoint.checkpoint.size, time)
                tell(origin, time == nil ? "witness-line-invalid" : nil)
                return
            case .conflict(let size):
                (oldSize, time) = (size, nil)
                cosigned[origin] = (size, nil)
                // Larger than all this node has signed: what it is will be seen at once.
                if try await node.newestCheckpoint(origin)?.checkpoint.size ?? 0 < size { return try await ask(origin) }
            case .refused(let status):
                tell(origin, "witness-refused-\(status)")
                return try await ask(origin)
            }
        }
    }

    private mutating func tell(_ origin: LogOrigin, _ event: String?) {
        guard told[origin] != event else { return }
        told[origin] = event
        guard let event else { return }
        node.logger.warning(
            "a peer's witness does not cosign",
            metadata: ["event": "\(event)", "log": "\(origin.text)", "peer": "\(peer.node.text)"])
    }

    // MARK: Comparing

    private mutating func compareAll() async throws {
        let logs = node.comparedLogs
        let shown = logs.filter { tags[$0] != nil }
        let others = rota.next(Self.share(of: node), of: logs.filter { tags[$0] == nil })
        for origin in shown + others { try await ask(origin) }
        try await node.review()
    }

    private static func share(of node: Node) -> Int { max(1, questions / max(1, node.peers.count)) }

    private mutating func ask(_ origin: LogOrigin) async throws {
        guard case .body(let note, let tag) = try await client.witnessed(origin, ifNoneMatch: tags[origin]) else {
            return
        }
        // What does not verify is asked for again: the key that makes it verify may be on its way.
        if try await node.sighted(origin, note, by: peer) { tags[origin] = tag }
    }
}
