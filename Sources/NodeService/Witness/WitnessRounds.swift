import Federation
import Logging
import TransparencyLog

/// One peer's witness: submits own checkpoints after growth, and asks every so often what it shows of every log.
struct WitnessRounds: Sendable {
    private let node: Node
    private let client: LogClient
    private let peer: Member
    /// Sizes the peer's witness is believed to have cosigned of own logs.
    private var cosigned: [LogOrigin: Int] = [:]
    /// Entity tags of what it showed last.
    private var tags: [LogOrigin: String] = [:]
    /// The last thing told in the log, so that it is told once.
    private var told: [LogOrigin: String] = [:]

    /// A log that grows while it is submitted is asked for again.
    private static let attempts = 4
    private static let pauseAfterFailure = Duration.seconds(2)

    init(node: Node, client: LogClient, peer: Member) {
        self.node = node
        self.client = client
        self.peer = peer
    }

    /// Runs until the task is cancelled.
    mutating func run() async {
        let interval = Duration.seconds(node.configuration.witness.interval)
        var due = Deadline(after: .zero)
        while !Task.isCancelled {
            let generation = await node.signal.generation
            do {
                try await submitAll()
                if due.left <= .zero {
                    try await compareAll()
                    due = Deadline(after: interval)
                }
            } catch is TransportFailure {
                // Told where the peer's logs are followed.
                try? await Task.sleep(for: min(interval, Self.pauseAfterFailure))
                continue
            } catch {
                node.logger.error(
                    "comparing with a peer's witness failed",
                    metadata: ["event": "witness-failed", "peer": "\(peer.node.text)", "detail": "\(error)"])
                try? await Task.sleep(for: min(interval, Self.pauseAfterFailure))
                continue
            }
            await wait(until: due, orChangeSince: generation)
        }
    }

    private func wait(until due: Deadline, orChangeSince generation: Int) async {
        let node = node
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await node.signal.changed(since: generation) }
            group.addTask { try? await Task.sleep(for: max(due.left, .zero)) }
            await group.next()
            group.cancelAll()
        }
    }

    // MARK: Submitting

    private mutating func submitAll() async throws {
        for channel in node.configuration.channels {
            guard let origin = node.configuration.origin(of: channel.channel) else { continue }
            try await submit(origin)
        }
    }

    private mutating func submit(_ origin: LogOrigin) async throws {
        var oldSize = cosigned[origin] ?? 0
        for _ in 0..<Self.attempts {
            guard let submission = try await node.submission(of: origin, to: peer, from: oldSize) else { return }
            switch try await client.addCheckpoint(submission.body) {
            case .cosigned(let lines):
                cosigned[origin] = submission.checkpoint.checkpoint.size
                let isKept = try await node.keepCosignature(lines, under: submission, by: peer)
                tell(origin, isKept ? nil : "witness-line-invalid")
                return
            case .conflict(let size):
                oldSize = size
                cosigned[origin] = size
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
        for origin in await node.comparedLogs { try await ask(origin) }
        try await node.review()
    }

    private mutating func ask(_ origin: LogOrigin) async throws {
        guard case .body(let note, let tag) = try await client.witnessed(origin, ifNoneMatch: tags[origin]) else {
            return
        }
        try await node.sighted(origin, note, by: peer)
        tags[origin] = tag
    }
}
