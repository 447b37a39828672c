public import Compensation
import Federation
public import Foundation
import NodeStore
public import Presentation
import TransparencyLog

/// Carries out `check`: in this process, reading only, whether the node runs or not.
public struct CheckDesk {
    private let configuration: NodeConfiguration

    public init(_ configuration: NodeConfiguration) { self.configuration = configuration }

    /// Checks the node's databases, or the backup `file`.
    public func check(full: Bool, file: URL?, _ language: Language, format: OutputFormat) throws -> CommandOutcome {
        let folder = DataFolder(configuration.data)
        guard file != nil || folder.isInitialised else { throw StoreError.notInitialised(configuration.data.path) }
        let logs = try LogFile(contentsOf: file ?? folder.logDatabase)
        let examination = StoreExamination(
            logs, owner: configuration.node, keys: try KnownKeys(configuration, logs),
            progress: ProgressLine(language, format))
        var report = full ? examination.full() : examination.quick()
        if file == nil, let complaint = ViewsDatabase.complaint(folder) {
            var damages = report.damages
            damages.add(Damage(.viewsUnreadable, .file, expected: "views.sqlite", found: complaint))
            report = CheckReport(full: full, logs: report.logs, sm3Trees: report.sm3Trees, damages: damages)
        }
        return CommandOutcome(
            exitCode: Self.exitCode(report), output: report.rendered(format, language))
    }

    /// The quick check, or the full one, and a comparison with what one peer shows.
    public func check(
        full: Bool, against peer: String, _ language: Language, format: OutputFormat
    ) async throws -> CommandOutcome {
        let folder = DataFolder(configuration.data)
        guard folder.isInitialised else { throw StoreError.notInitialised(configuration.data.path) }
        let peers = try PeerConfiguration.folder(configuration.peers).filter { $0.member.node != configuration.node }
        guard let peer = peers.first(where: { $0.member.node.text == peer || $0.member.code.text == peer }) else {
            throw CommandFailure(
                zh: "没有邻居 \(peer)；有：\(peers.map(\.member.node.text).joined(separator: "，"))",
                en: "no peer \(peer); there are: \(peers.map(\.member.node.text).joined(separator: ", "))")
        }
        let credentials = try TLSCredentials(
            certificateFile: configuration.certificate.path, keyFile: configuration.privateKey.path,
            authorityFile: configuration.authority.path)
        let file = try LogFile(contentsOf: folder.logDatabase)
        let keys = try KnownKeys(configuration, file)
        let examination = StoreExamination(
            file, owner: configuration.node, keys: keys, progress: ProgressLine(language, format))
        let stored = full ? examination.full() : examination.quick()
        var damages = stored.damages
        guard let client = try PeerClients.make([peer], credentials, .brief).first?.client else {
            throw CommandFailure(ExitCode.failed, zh: "无法连接", en: "cannot connect")
        }
        var comparison = try PeerComparison(file, keys, configuration.ownLogs(with: file), peer, client)
        do {
            try await comparison.run()
        } catch {
            await client.shutdown()
            throw error
        }
        await client.shutdown()
        damages.add(comparison.damages)
        let report = CheckReport(
            full: full, logs: stored.logs, sm3Trees: stored.sm3Trees, damages: damages, peer: peer.member.node,
            proven: comparison.proven)
        return CommandOutcome(exitCode: Self.exitCode(report), output: report.rendered(format, language))
    }

    static func exitCode(_ report: CheckReport) -> Int32 {
        if !report.isSound { return ExitCode.integrity }
        return report.damages.isEmpty ? ExitCode.done : ExitCode.attention
    }
}
