import Federation
import NodeService
import Synchronization
import TransparencyLog

/// One node's requests to one peer, over the simulated network.
final class SimulatedLink: PeerLink {
    let peer: PeerEndpoint
    private let me: NodeName
    private let network: Network
    private let lease: Lease
    private let loop: SimulationLoop
    private let seen: SeenCheckpoints
    /// The first checkpoint this peer has answered with, by path: what a stale peer shows.
    private let old = Mutex<[String: FetchOutcome]>([:])

    private static let patience = Duration.seconds(60)
    private static let dialling = Duration.seconds(10)

    init(_ peer: PeerConfiguration, from me: NodeName, _ world: Surroundings, _ lease: Lease) {
        self.peer = PeerEndpoint(node: peer.member.node, host: peer.host, port: peer.port)
        self.me = me
        self.lease = lease
        network = world.network
        loop = world.loop
        seen = world.seen
    }

    func get(
        channel: String, epoch: String, path: String, limit: Int, ifNoneMatch: String?, waitSeconds: Int
    ) async throws(TransportFailure) -> FetchOutcome {
        let request = LogRequest(reader: me, channel: channel, epoch: epoch, path: path)
        let origin = "\(peer.node.text)/\(channel)/\(epoch)"
        let tag = waitSeconds > 0 ? ifNoneMatch : nil
        return try await exchange("get \(channel)/\(path)", parked: .seconds(waitSeconds)) { [seen] host in
            guard path == "checkpoint" else { return Self.outcome(try await host.logs.resource(request), nil, limit) }
            let body = try await host.logs.checkpoint(request, knownTag: tag, waitSeconds: waitSeconds)
            if let body, !host.lease.isOver { seen.note(body.bytes, of: origin) }
            return Self.outcome(body, ifNoneMatch, limit)
        }
    }

    func mirrored(_ origin: LogOrigin, _ resource: LogResource) async throws(TransportFailure) -> FetchOutcome {
        let request = MirrorRequest(reader: me, log: origin.digest, path: resource.path)
        return try await exchange("mirrored \(origin.text)/\(resource.path)") { [seen] host in
            let body = try await host.logs.mirrored(request)
            if resource == .checkpoint, let body { seen.note(body.bytes, of: origin.text) }
            return Self.outcome(body, nil, EntryBundle.maximumLength)
        }
    }

    func witnessed(_ origin: LogOrigin, ifNoneMatch tag: String?) async throws(TransportFailure) -> FetchOutcome {
        let hash = ContentDigest(of: Array(origin.text.utf8))
        return try await exchange("witnessed \(origin.text)") { [seen] host in
            let body = try await host.witness.checkpoint(ofOriginHash: hash)
            if let body { seen.note(body.bytes, of: origin.text) }
            return Self.outcome(body, tag, SignedNote.maximumLength)
        }
    }

    func addCheckpoint(_ body: [UInt8]) async throws(TransportFailure) -> WitnessReply {
        let member = me
        let blank = body.indices.first { body[$0...].starts(with: [10, 10]) } ?? body.startIndex
        let note = Array(body[blank...].dropFirst(2))
        let answer = try await exchange("add-checkpoint") { [seen] host in
            seen.note(note, hasArrived: true)
            let answer = try await host.witness.addCheckpoint(body, from: member)
            if answer.status == 200, !host.lease.isOver {
                seen.note(note, hasArrived: true, witness: host.node.member.node)
            }
            return answer
        }
        switch answer.status {
        case 200: return .cosigned(answer.body)
        case 409: return .conflict(size: Int(String(decoding: answer.body.dropLast(), as: UTF8.self)) ?? 0)
        case let status: return .refused(status: status)
        }
    }

    private static func outcome(_ body: LogResourceBody?, _ known: String?, _ limit: Int) -> FetchOutcome {
        guard let body else { return .absent }
        if let known, body.etag == known { return .notModified }
        return .body(body.bytes, etag: body.etag)
    }

    /// Carries a request there and its answer back, as the network lets it.
    private func exchange<Answer: Sendable>(
        _ what: String, parked: Duration = .zero, _ work: @escaping @Sendable (Host) async throws -> Answer
    ) async throws(TransportFailure) -> Answer {
        do {
            guard !lease.isOver else { throw CancellationError() }
            guard case .passes(let there, let back, let late, let answerLost) = network.fate(from: me, to: peer.node)
            else {
                try await loop.sleep(for: Self.patience, lease)
                throw TransportFailure(.timeout, "no answer: \(what)")
            }
            try await loop.sleep(for: there, lease)
            let answer = try await arrive(what, late, work)
            guard !answerLost else {
                try await loop.sleep(for: Self.patience, lease)
                throw TransportFailure(.timeout, "the answer is lost: \(what)")
            }
            try await loop.sleep(for: back, lease)
            let shown = perhapsOld(answer, what)
            if let altered = perhapsAltered(shown, what) { return altered }
            if case .body(let bytes, _)? = shown as? FetchOutcome,
                what.hasSuffix("checkpoint") || what.hasPrefix("witnessed")
            {
                seen.note(bytes, hasArrived: true)
            }
            return shown
        } catch let failure as TransportFailure {
            throw failure
        } catch is CancellationError {
            throw TransportFailure(.cancelled, what)
        } catch {
            // As a server words it: no detail.
            throw TransportFailure(.httpStatus, "500: \(what)")
        }
    }

    /// The machine is let go before the answer is on its way, so that it can end meanwhile.
    private func arrive<Answer: Sendable>(
        _ what: String, _ late: Duration?, _ work: @escaping @Sendable (Host) async throws -> Answer
    ) async throws -> Answer {
        guard let host = network.host(peer.node, for: me) else {
            throw TransportFailure(.unreachable, "nobody listens: \(what)")
        }
        if let late { repeatLater(late, work) }
        return try await host.serve(work)
    }

    /// A second copy that was under way arrives, and nobody waits for its answer.
    private func repeatLater<Answer: Sendable>(
        _ late: Duration, _ work: @escaping @Sendable (Host) async throws -> Answer
    ) {
        Task(executorPreference: loop) { [loop, network, peer, me] in
            try await loop.sleep(for: late, nil)
            _ = try await network.host(peer.node, for: me)?.serve(work)
        }
    }

    private func perhapsOld<Answer>(_ answer: Answer, _ what: String) -> Answer {
        guard what.hasSuffix("checkpoint"), let outcome = answer as? FetchOutcome, case .body = outcome else {
            return answer
        }
        let first = old.withLock { old in
            if old[what] == nil { old[what] = outcome }
            return old[what]
        }
        guard network.isStale(), let first = first as? Answer else { return answer }
        return first
    }

    private func perhapsAltered<Answer>(_ answer: Answer, _ what: String) -> Answer? {
        guard case .body(let bytes, let tag)? = answer as? FetchOutcome, let altered = network.altered(bytes, at: what)
        else { return nil }
        return FetchOutcome.body(altered, etag: tag) as? Answer
    }
}
