public import Compensation
import Federation
import Foundation
import Logging
import NodeStore
public import Presentation
import TransparencyLog

/// Rebuilds a node whose disk is lost: the key file is at hand, all own logs come back from the peers' mirrors.
///
/// Everything is asked for before anything is created, and nothing is signed here: `serve` asks once more.
public struct LostDisk: Sendable {
    private let configuration: NodeConfiguration

    public init(_ configuration: NodeConfiguration) { self.configuration = configuration }

    /// - Parameter bundles: paths of files in which neighbours have sent back what they mirror of the own logs.
    public func recover(
        _ bundles: [String] = [], _ language: Language, format: OutputFormat
    ) async throws -> CommandOutcome {
        let folder = DataFolder(configuration.data)
        guard FileManager.default.fileExists(atPath: configuration.logKey.path) else { throw lostKey }
        let ring = try KeyRing(configuration)
        let links = try bundles.map { try BundleLink($0, for: configuration.node) }
        let credentials = try TLSCredentials(
            certificateFile: configuration.certificate.path, keyFile: configuration.privateKey.path,
            authorityFile: configuration.authority.path)
        let peers = try PeerConfiguration.folder(configuration.peers).filter { $0.member.node != configuration.node }
        let clients = try PeerClients.make(peers, credentials, .brief).map(\.client)
        let report: Result<RecoveryReport, any Error>
        do {
            report = .success(
                try await recover(folder, ring, [clients] + links.map { [$0] }, ProgressLine(language, format)))
        } catch {
            report = .failure(error)
        }
        for client in clients { await client.shutdown() }
        let found = try report.get()
        return CommandOutcome(
            exitCode: found.isComplete ? ExitCode.done : ExitCode.integrity,
            output: found.rendered(format, language))
    }

    private func recover(
        _ folder: DataFolder, _ ring: KeyRing, _ sources: [[any PeerLink]], _ progress: ProgressLine
    ) async throws -> RecoveryReport {
        let first = configuration.origins + configuration.earlierOrigins
        var outcomes = await ask(first, ring.noteKeys, sources)
        var outcome = outcomes.joined
        guard !outcome.answered.isEmpty else { throw nobodyAnswers(outcome) }
        guard !outcome.sightings.isEmpty || folder.isInitialised else { throw nothingHeld }
        // Whoever did not answer now may hold more: `serve` waits for them.
        try FileManager.default.createDirectory(
            at: folder.url, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        try UnconfirmedMark(folder).set()
        // The sentinel would speak for a history that is not the one being rebuilt.
        let node = try NodeLauncher.open(configuration, quiet: true, creating: !folder.isInitialised)
        BootSentinel.remove(of: folder)
        let before = try node.database.logs().filter(\.own).map(\.origin).map { origin in
            (origin: origin, size: try node.database.signedHead(of: origin)?.size ?? 0)
        }
        await node.distrust()
        try await take(outcomes, node, sources, progress)
        // What has come back may name logs of still earlier epochs.
        var asked = first
        while true {
            let named = try await node.earlierLogsKnown().filter { !asked.contains($0) }
            guard !named.isEmpty else { break }
            outcomes = await ask(named, node.ownNoteKeys, sources)
            try await take(outcomes, node, sources, progress)
            outcome.sightings += outcomes.flatMap(\.sightings)
            outcome.strange += outcomes.flatMap(\.strange)
            asked += named
        }
        return try await report(outcome, before, node)
    }

    /// The network in one, each bundle in another: what a bundle shows only that bundle supplies.
    private func ask(
        _ origins: [LogOrigin], _ keys: @escaping @Sendable (LogOrigin) -> NoteKeys, _ sources: [[any PeerLink]]
    ) async -> [OwnLogInquiry.Outcome] {
        var outcomes: [OwnLogInquiry.Outcome] = []
        for clients in sources {
            outcomes.append(
                await OwnLogInquiry(
                    keys: keys, origins: origins, clients: clients, logger: NodeLauncher.logger(.error)
                ).ask())
        }
        return outcomes
    }

    private func take(
        _ outcomes: [OwnLogInquiry.Outcome], _ node: Node, _ sources: [[any PeerLink]], _ progress: ProgressLine
    ) async throws {
        for (outcome, clients) in zip(outcomes, sources) {
            for sighting in outcome.sightings where sighting.counts(configuration) {
                let checkpoint = sighting.verified.checkpoint
                try await node.ownLogSeen(
                    sighting.origin, size: checkpoint.size, root: checkpoint.root, note: sighting.verified.note,
                    peer: sighting.peer)
            }
            let limit = clients.contains { $0 is BundleLink } ? Int.max : Mirror.chunkBytes
            try await OwnLogRecovery(node: node, clients: clients, limit: limit, progress: progress)
                .run(outcome.sightings)
        }
    }

    /// The logs that are written to, and every one of an earlier epoch that somebody or something speaks of.
    private func report(
        _ outcome: OwnLogInquiry.Outcome, _ before: [(origin: LogOrigin, size: Int)], _ node: Node
    ) async throws -> RecoveryReport {
        let spokenOf =
            outcome.sightings.map(\.origin) + outcome.strange.map(\.origin) + configuration.formerKeys.map(\.log)
            + (try await node.earlierLogsKnown())
        let origins = Set(configuration.origins + spokenOf.filter(configuration.isEarlier)).sorted()
        var logs: [RecoveredLog] = []
        for origin in origins {
            let shown = outcome.sightings.filter { $0.origin == origin && $0.counts(configuration) }
            logs.append(
                RecoveredLog(
                    origin: origin, had: before.first { $0.origin == origin }?.size ?? 0,
                    has: try node.database.signedHead(of: origin)?.size ?? 0,
                    shown: shown.map(\.size).max() ?? 0, end: await node.end(of: origin)?.size,
                    peers: Array(Set(shown.map(\.peer))).sorted(),
                    unverified: Array(Set(outcome.strange.filter { $0.origin == origin }.map(\.peer))).sorted()))
        }
        return RecoveryReport(
            logs: logs, answered: outcome.answered, silent: outcome.silent.map { ($0.peer, $0.failure.description) })
    }

    private var lostKey: CommandFailure {
        CommandFailure(
            zh:
                "\(configuration.logKey.path) 不在：没有私钥就不能继续原来的日志。请从安全保管处取回；确已丢失，则与各方商定新的期次，用新私钥另开日志。",
            en:
                "\(configuration.logKey.path) is not there: without its key a log cannot go on. Fetch it from safe keeping; if it is lost, agree with the others on a new epoch and begin new logs with a new key."
        )
    }

    private var nothingHeld: CommandFailure {
        CommandFailure(
            zh: "答复的邻居都没有本节点的日志，没有可找回的内容，未建立任何文件。",
            en: "no peer that answered holds a log of this node; there is nothing to recover, and nothing was created.")
    }

    private func nobodyAnswers(_ outcome: OwnLogInquiry.Outcome) -> CommandFailure {
        let reasons = outcome.silent.map { "\($0.peer.text): \($0.failure)" }.joined(separator: "; ")
        return CommandFailure(
            ExitCode.attention, zh: "没有邻居答复，未建立任何文件；请检查网络后再试（\(reasons)）",
            en: "no peer answers and nothing was created; check the network and try again (\(reasons))")
    }
}
