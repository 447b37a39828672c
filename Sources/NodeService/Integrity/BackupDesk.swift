public import Compensation
public import Foundation
import NodeStore
public import Presentation

/// Carries out `backup` and `restore` of the log database and of what the desk keeps. Keys and secrets are no part of
/// either.
public struct BackupDesk {
    let configuration: NodeConfiguration
    let clock: any NodeClock

    public init(_ configuration: NodeConfiguration, clock: any NodeClock = SystemClock()) {
        self.configuration = configuration
        self.clock = clock
    }

    var folder: DataFolder { DataFolder(configuration.data) }

    /// Copies the logs into the new file `url`, beside a running node too. The copy is checked in full before it gets
    /// its name, so that every file of that name is a sound backup.
    public func backup(to url: URL, dryRun: Bool, _ language: Language, format: OutputFormat) throws -> CommandOutcome {
        guard folder.isInitialised else { throw StoreError.notInitialised(configuration.data.path) }
        guard !FileManager.default.fileExists(atPath: url.path) else { throw StoreError.exists(url.path) }
        let beside = DeskBackup(folder, beside: url)
        let planned = try beside.plan()
        let source = try LogFile(contentsOf: folder.logDatabase)
        let size = try LogBackup.size(of: source)
        try requireSpace(size, beside: url)
        let progress = ProgressLine(language, format)
        let keys = [configuration.logKey.path, configuration.privateKey.path]
        let known = try KnownKeys(configuration, source)
        guard !dryRun else {
            let heads = StoreExamination(source, owner: configuration.node, keys: known, progress: progress).quick()
            let plan = BackupReceipt(
                file: url.path, bytes: size, digest: nil, logs: heads.logs, desk: planned, keys: keys)
            return CommandOutcome(exitCode: Self.exitCode(planned), output: plan.rendered(format, language))
        }
        let draft = URL(filePath: "\(url.path).partial-\(ProcessInfo.processInfo.processIdentifier)")
        try DurableFile.create(draft)
        defer { try? FileManager.default.removeItem(at: draft) }
        progress.begin(zh: "备份数据页", en: "pages copied")
        try LogBackup.write(source, to: draft) { progress.show($0, of: $1) }
        let report = StoreExamination(
            try LogFile(contentsOf: draft), owner: configuration.node, keys: known, progress: progress
        ).full()
        guard report.isSound else {
            let text = Bilingual(
                zh: "数据库本身已损坏，未写出备份：", en: "the database itself is damaged, no backup was written:")
            return CommandOutcome(
                exitCode: ExitCode.integrity, output: format == .json ? report.jsonText : "",
                errors: format == .json ? "" : text(language) + "\n" + report.text(language))
        }
        // The logs get their name last, so that a backup of that name has everything beside it.
        let written = try beside.write(planned)
        do {
            try DurableFile.publish(draft, as: url)
        } catch {
            beside.remove(written)
            throw error
        }
        let receipt = BackupReceipt(
            file: url.path, bytes: (try FileManager.default.attributesOfItem(atPath: url.path)[.size] as? Int) ?? size,
            digest: try FileDigest.hex(of: url), logs: report.logs, desk: written, keys: keys)
        return CommandOutcome(exitCode: Self.exitCode(written), output: receipt.rendered(format, language))
    }

    /// The logs are what a backup is for; who looks at the exit code alone learns that something is the matter.
    private static func exitCode(_ desk: [DeskBackupFile]) -> Int32 {
        desk.contains { $0.damage != nil } ? ExitCode.attention : ExitCode.done
    }

    /// Refused before anything is written, rather than half-way.
    func requireSpace(_ bytes: Int, beside url: URL) throws {
        let parent = url.deletingLastPathComponent().path
        guard let attributes = try? FileManager.default.attributesOfFileSystem(forPath: parent),
            let free = attributes[.systemFreeSize] as? NSNumber
        else {
            throw CommandFailure(zh: "没有文件夹 \(parent)", en: "there is no folder \(parent)")
        }
        guard free.intValue > bytes else {
            throw CommandFailure(
                ExitCode.failed, zh: "\(parent) 空间不足：需要 \(bytes) 字节，剩余 \(free.intValue)",
                en: "not enough room in \(parent): \(bytes) bytes needed, \(free.intValue) left")
        }
    }
}
