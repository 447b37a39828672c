import Compensation
import Federation
import NodeStore
import TransparencyLog

/// Changing the key that signs, and the epochs of logs.
extension Node {
    /// What the logs say about this node's keys.
    var ownKeys: NodeKeys? { docket.keys.keys(of: configuration.node) }

    /// The key that this node's witness and mirror cosign with.
    var cosigningKey: LogKey? { ring.cosigning(ownKeys?.signing ?? []) }

    /// What one of them cosigns with: that key's, and SM2 beside it.
    func cosigners(_ cosigner: Cosigner) -> [CosignatureSigner] {
        ring.cosigners(cosigner, of: member.node, ownKeys?.signing ?? [])
    }

    /// Keys that should sign but whose private half is not at hand.
    var missingKeys: [[UInt8]] { (ownKeys?.signing ?? []).filter { ring.key($0) == nil } }

    /// Says that `key` signs from now on beside `old`. Every own log is given a checkpoint with both lines at once,
    /// by a `node` entry with the new key and its cosigners', so that none is left behind under the old key alone.
    func rotate(from old: [UInt8], to key: LogKey) async throws -> [EntryReference] {
        let origins = configuration.channels.map {
            LogOrigin(node: configuration.node, channel: $0.channel, epoch: $0.epoch)
        }
        let sm2 = ring.sm2.map(\.publicKey)
        ring.announce(key)
        defer { ring.settled() }
        let (_, places) = try await act { view in
            let drafts = try origins.flatMap { origin in
                let registration = Entry.node(try key.registration(of: view.member, sm2: sm2))
                guard origin.channel.text == "common" else {
                    return [Draft(channel: origin.channel, entry: registration)]
                }
                guard let rotation = key.rotation(of: view.member.node, from: old) else {
                    throw NodeProblem.cannotSign(origin)
                }
                return [.keyRotation(rotation), registration].map { Draft(channel: origin.channel, entry: $0) }
            }
            return ((), drafts)
        }
        return places
    }

    /// A `node` entry for each own log that does not yet name the SM2 keys that sign here: with it comes a checkpoint
    /// under them.
    func dueRegistrations() throws -> [Draft] {
        let sm2 = ring.sm2.map(\.publicKey)
        let others = configuration.origins.filter { docket.keys.namedSM2Keys(in: $0).map { $0 != sm2 } ?? false }
        guard !others.isEmpty, let key = ring.key(ownKeys?.newest ?? member.logKey) else { return [] }
        let entry = Entry.node(try key.registration(of: member, sm2: sm2))
        return others.map { Draft(channel: $0.channel, entry: entry) }
    }

    /// Countersignatures that the configuration leaves to the node itself.
    func dueCountersignatures() -> [Draft] {
        guard configuration.countersigning == .automatic else { return [] }
        return KeyNextSteps(docket, me: configuration.node).waiting.map {
            Draft(channel: .common, entry: .keyCountersignature(KeyNextSteps.countersignature(of: $0)))
        }
    }

    /// The log that `origin` continues while it is itself still empty; `nil` when there is none or it has begun.
    func unopened(_ origin: LogOrigin) throws -> LogOrigin? {
        guard docket.head(of: origin).map({ $0.size == 0 }) ?? true else { return nil }
        return docket.heads.map(\.log).last {
            $0.node == origin.node && $0.channel == origin.channel && $0.epoch < origin.epoch
        }
    }

    /// Own logs of a raised epoch that are not begun, each with the log it continues.
    var unopenedEpochs: [(previous: LogOrigin, next: LogOrigin)] {
        get throws {
            try configuration.channels.compactMap { channel in
                let next = LogOrigin(node: configuration.node, channel: channel.channel, epoch: channel.epoch)
                return try unopened(next).map { ($0, next) }
            }
        }
    }

    /// Closes each earlier log, where its key is still at hand, and begins the one that continues it.
    func openEpochs() async throws -> [EntryReference] {
        var places: [EntryReference] = []
        for (previous, next) in try unopenedEpochs {
            guard let key = ring.key(ownKeys?.newest ?? member.logKey) else { throw NodeProblem.cannotSign(next) }
            let entry = try key.registration(of: member, sm2: ring.sm2.map(\.publicKey))
            let isClosed = docket.epochs.closed.contains { $0.reference.log == previous }
            if !isClosed, try canClose(previous) {
                places += try append([.epochClosed(EpochClosedEntry(next: next))], to: previous)
            }
            guard let head = docket.head(of: previous) else { continue }
            places += try append([.epochOpened(EpochOpenedEntry(previous: head)), .node(entry)], to: next)
        }
        await signal.fire()
        try await settle()
        return places
    }

    /// Whether a log can be given its last entry: not one of which two histories are proven, which nobody signs further.
    func canClose(_ origin: LogOrigin) throws -> Bool { try canSign(origin) && database.finding(origin) == nil }

    /// Whether a key that the log is known by is at hand.
    func canSign(_ origin: LogOrigin) -> Bool {
        ring.canSign(docket.keys.keys(for: origin)?.signing ?? [])
    }
}
