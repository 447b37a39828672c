public import Compensation
import Federation
import Foundation
import NodeStore
public import Presentation
import TransparencyLog

/// Carries out `repair`, on the folder of a stopped node: a running one has already computed from the damaged rows, and
/// would go on signing and serving them while they are exchanged.
public struct RepairDesk {
    private let configuration: NodeConfiguration

    public init(_ configuration: NodeConfiguration) { self.configuration = configuration }

    /// Repairs the log of that origin, or every log that needs it.
    public func repair(_ log: String?, _ language: Language, format: OutputFormat) async throws -> CommandOutcome {
        let folder = DataFolder(configuration.data)
        guard folder.isInitialised else { throw StoreError.notInitialised(configuration.data.path) }
        let wanted = try log.map { text in
            guard let origin = LogOrigin(text) else {
                throw CommandFailure(zh: "“\(text)”不是日志名", en: "“\(text)” is no name of a log")
            }
            return origin
        }
        let keys = try KnownKeys(configuration, try? LogFile(contentsOf: folder.logDatabase))
        let lock = try FolderLock(folder)
        defer { withExtendedLifetime(lock) {} }
        try requireReadable(folder, keys)
        let clients = Self.clients(configuration)
        let result: Result<RepairReport, any Error>
        do {
            result = .success(
                try await repair(LogDatabase(folder), wanted, keys, clients, ProgressLine(language, format)))
        } catch {
            result = .failure(error)
        }
        for client in clients { await client.shutdown() }
        let report = try result.get()
        // Derived from the rows as they were; made anew from the right ones at the next start.
        if report.logs.contains(where: { $0.entries > 0 }) { try ViewsDatabase.remove(folder) }
        return CommandOutcome(
            exitCode: CheckDesk.exitCode(report.check), output: report.rendered(format, language))
    }

    /// Rows of a file whose structure is gone cannot be trusted one by one; nothing is touched then.
    private func requireReadable(_ folder: DataFolder, _ keys: KnownKeys) throws {
        let file = try LogFile(contentsOf: folder.logDatabase)
        try file.requireKnownSchema()
        let damages = StoreCheck(file, owner: configuration.node) { keys.noteKeys(of: $0) }.structure()
        let fatal = damages.items.first { $0.code == .fileMalformed || $0.code == .fileUnreadable }
        if let fatal { throw StoreError.unreadable(folder.logDatabase.path, fatal.found) }
    }

    /// Nobody can be asked without certificates, and much can be repaired without asking anybody.
    private static func clients(_ configuration: NodeConfiguration) -> [LogClient] {
        guard
            let credentials = try? TLSCredentials(
                certificateFile: configuration.certificate.path, keyFile: configuration.privateKey.path,
                authorityFile: configuration.authority.path),
            let peers = try? PeerConfiguration.folder(configuration.peers)
        else { return [] }
        let others = peers.filter { $0.member.node != configuration.node }
        return (try? PeerClients.make(others, credentials, .brief).map(\.client)) ?? []
    }

    private func repair(
        _ database: LogDatabase, _ wanted: LogOrigin?, _ keys: KnownKeys, _ clients: [LogClient],
        _ progress: ProgressLine
    ) async throws -> RepairReport {
        let ring = try KeyRing(configuration)
        let store = StoreRepair(database, owner: configuration.node) { keys.noteKeys(of: $0) }
        let listed = try store.mendList()
        let examination = StoreExamination(
            StoreCheck(database, owner: configuration.node) { keys.noteKeys(of: $0) }, progress: progress)
        let damages = examination.full().damages.items.filter { $0.code.isIntegrity && !$0.code.isAboutPeer }
        // Computed anew from the log: by this node when it starts, or by the peer whose it is.
        for damage in damages where damage.code.isAboutSM3Tree && (wanted == nil || damage.log == wanted) {
            if let origin = damage.log { try store.removeSM3Tree(of: origin) }
        }
        let damaged = damages.filter { !$0.code.isAboutSM3Tree }.compactMap(\.log)
        let origins = Set(damaged).sorted().filter { wanted == nil || $0 == wanted }
        var logs: [MendedLog] = []
        for origin in origins {
            let repair = try store.log(origin) {
                try KeyRing.note($0, of: origin, by: ring.signers(of: origin, [ring.configured.publicKey]))
            }
            let mending = LogMending(
                repair: repair, keys: keys.noteKeys(of: origin), demanded: keys.demandedKeys(of: origin),
                suppliers: RepairSupplier.all(of: origin, clients), progress: progress)
            logs.append(try await mending.run())
        }
        let check = examination.full()
        // What is left may be rows of no log alone; they go only when nothing is missing anywhere.
        let left = check.damages.items.filter { $0.code.isIntegrity && !$0.code.isAboutPeer }
        let unlisted = left.filter { $0.code == .strayRow && $0.log == nil }
        guard !unlisted.isEmpty, unlisted.count == left.count else {
            return RepairReport(logs: logs, listed: listed, check: check)
        }
        try store.removeUnlisted()
        return RepairReport(logs: logs, listed: listed, check: examination.full())
    }
}
