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

    public func recover(_ language: Language, format: OutputFormat) async throws -> CommandOutcome {
        let folder = DataFolder(configuration.data)
        guard FileManager.default.fileExists(atPath: configuration.logKey.path) else { throw lostKey }
        let ring = try KeyRing(configuration)
        let credentials = try TLSCredentials(
            certificateFile: configuration.certificate.path, keyFile: configuration.privateKey.path,
            authorityFile: configuration.authority.path)
        let peers = try PeerConfiguration.folder(configuration.peers).filter { $0.member.node != configuration.node }
        let clients = try PeerClients.make(peers, credentials, .brief).map(\.client)
        let report: Result<RecoveryReport, any Error>
        do {
            report = .success(try await recover(folder, ring, clients, ProgressLine(language, format)))
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
        _ folder: DataFolder, _ ring: KeyRing, _ clients: [LogClient], _ progress: ProgressLine
    ) async throws -> RecoveryReport {
        let inquiry = OwnLogInquiry(
            keys: ring.noteKeys, origins: configuration.origins, clients: clients,
            logger: NodeLauncher.logger(.error))
        let outcome = await inquiry.ask()
        guard !outcome.answered.isEmpty else { throw nobodyAnswers(outcome) }
        guard !outcome.sightings.isEmpty || folder.isInitialised else { throw nothingHeld }
        // The sentinel would speak for a history that is not the one being rebuilt.
        let node = try NodeLauncher.open(configuration, quiet: true, creating: !folder.isInitialised)
        BootSentinel.remove(of: folder)
        let before = try configuration.origins.map { try node.database.signedHead(of: $0)?.size ?? 0 }
        await node.distrust()
        for sighting in outcome.sightings {
            let checkpoint = sighting.verified.checkpoint
            try await node.ownLogSeen(
                sighting.origin, size: checkpoint.size, root: checkpoint.root, note: sighting.verified.note,
                peer: sighting.peer)
        }
        try await OwnLogRecovery(node: node, clients: clients, progress: progress).run(outcome.sightings)
        let logs = try zip(configuration.origins, before).map { origin, had in
            let shown = outcome.sightings.filter { $0.origin == origin }
            return RecoveredLog(
                origin: origin, had: had, has: try node.database.signedHead(of: origin)?.size ?? 0,
                shown: shown.map(\.size).max() ?? 0, peers: Array(Set(shown.map(\.peer))).sorted())
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
