public import Compensation
import Federation
public import Foundation
import NodeStore
public import Presentation
import TransparencyLog

extension BackupDesk {
    /// Puts a backup in place of a lost database. It is verified first; what lies in the folder is moved aside, and
    /// only when told to; nothing is signed by this.
    public func restore(
        from file: URL, replace: Bool, dryRun: Bool, _ language: Language, format: OutputFormat
    ) throws -> CommandOutcome {
        let source = try LogFile(contentsOf: file)
        try source.requireKnownSchema()
        let examination = StoreExamination(
            source, owner: configuration.node, keys: try KnownKeys(configuration, source),
            progress: ProgressLine(language, format))
        guard try source.ownLogs().contains(where: { $0.node == configuration.node }) else {
            throw CommandFailure(
                zh: "\(file.path) 中没有 \(configuration.node.text) 的日志：这是另一个节点的备份",
                en: "\(file.path) has no log of \(configuration.node.text): it is another node's backup")
        }
        let report = examination.full()
        guard report.isSound else {
            let text = Bilingual(
                zh: "备份已损坏，未改动任何文件：", en: "the backup is damaged, nothing was changed:")
            return CommandOutcome(
                exitCode: ExitCode.integrity, output: format == .json ? report.jsonText : "",
                errors: format == .json ? "" : text(language) + "\n" + report.text(language))
        }
        guard replace || !folder.isInitialised else {
            throw CommandFailure(
                zh: "\(folder.url.path) 中已有数据库；如确要替换，请加 --replace，原有文件会移到一旁保留",
                en:
                    "there is a database in \(folder.url.path); to replace it add --replace, which moves the old files aside and keeps them"
            )
        }
        let shorter = heldMore(than: report.logs)
        let beside = DeskBackup(folder, beside: file)
        let desk = try beside.restorePlan()
        let place = present.isEmpty ? nil : folder.url.appending(path: "replaced-\(stamp)")
        if !dryRun {
            let parent = folder.url.deletingLastPathComponent()
            try requireSpace(try LogBackup.size(of: source), beside: folder.isInitialised ? folder.logDatabase : parent)
            try put(file, movingOldTo: place) { try beside.restore(desk) }
        }
        let receipt = RestoreReceipt(
            file: file.path, logs: report.logs, dryRun: dryRun, movedTo: place?.path, shorter: shorter, desk: desk)
        return CommandOutcome(exitCode: ExitCode.done, output: receipt.rendered(format, language))
    }

    /// Database files in the folder. A left-over write-ahead log counts: SQLite would replay it into the new file.
    private var present: [URL] {
        [folder.logDatabase, folder.viewsDatabase].flatMap { database in
            ["", "-wal", "-shm"].map { URL(filePath: database.path + $0) }
        }.filter { FileManager.default.fileExists(atPath: $0.path) }
    }

    /// `2026-11-21T17-30-05`: a time that may stand in a file name everywhere.
    private var stamp: String { String(clock.now.text.prefix(19)).replacing(":", with: "-") }

    /// Own logs of which the present database, if it can be read, holds more than the backup.
    private func heldMore(than logs: [CheckedLog]) -> [(origin: LogOrigin, held: Int, restored: Int)] {
        guard folder.isInitialised, let present = try? LogFile(contentsOf: folder.logDatabase) else { return [] }
        let held = StoreCheck(present, owner: configuration.node) { _ in [] }.heads().logs
        return logs.filter(\.own).compactMap { log in
            held.first { $0.origin == log.origin && $0.size > log.size }.map { (log.origin, $0.size, log.size) }
        }
    }

    private func put(_ file: URL, movingOldTo place: URL?, then finish: () throws -> Void) throws {
        let files = FileManager.default
        try files.createDirectory(
            at: folder.url, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let lock = try FolderLock(folder)
        defer { withExtendedLifetime(lock) {} }
        let draft = folder.url.appending(path: "log.sqlite.restoring")
        if files.fileExists(atPath: draft.path) { try files.removeItem(at: draft) }
        try files.copyItem(at: file, to: draft)
        try files.setAttributes([.posixPermissions: 0o600], ofItemAtPath: draft.path)
        try DurableFile.sync(draft)
        guard try FileDigest.hex(of: draft) == FileDigest.hex(of: file) else {
            throw StoreError.io("\(draft.path): not what was copied")
        }
        // All that can fail comes before the old database is moved away.
        try finish()
        try UnconfirmedMark(folder).set()
        if let place {
            try files.createDirectory(
                at: place, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
            for old in present { try files.moveItem(at: old, to: place.appending(path: old.lastPathComponent)) }
        }
        try DurableFile.publish(draft, as: folder.logDatabase)
        // What this machine remembers was signed speaks of the files moved away; the peers are asked instead.
        BootSentinel.remove(of: folder)
    }
}
