import Compensation
import Foundation
import NodeStore
import Presentation

/// What a backup holds of the desk, in files of their own beside it: the audit trail, and the accounts without what
/// makes codes and compares passwords. A damaged trail is copied byte for byte under another name: it keeps nothing else
/// from being backed up, and no restore takes it for a whole one. Accounts that cannot be read are left out: which of
/// their bytes are secrets nobody can tell.
struct DeskBackup {
    let folder: DataFolder
    /// `2026-11-22-audit.sqlite` and `2026-11-22-operators.json` of `2026-11-22.sqlite`.
    let audit: URL
    let operators: URL
    /// `2026-11-22-audit-damaged.sqlite` in the place of the first.
    private let damagedAudit: URL

    private let accountsFile: URL

    init(_ folder: DataFolder, beside file: URL) {
        self.folder = folder
        let stem = file.deletingPathExtension()
        func named(_ ending: String) -> URL {
            stem.deletingLastPathComponent().appending(path: stem.lastPathComponent + ending)
        }
        audit = named("-audit.sqlite")
        damagedAudit = named("-audit-damaged.sqlite")
        operators = named("-operators.json")
        accountsFile = folder.url.appending(path: "operators.json")
    }

    private static func isThere(_ url: URL) -> Bool { FileManager.default.fileExists(atPath: url.path) }

    // MARK: Backup

    /// What would be written. Throws `StoreError.exists` where a file of the name is there.
    func plan() throws -> [DeskBackupFile] {
        for file in [audit, damagedAudit, log(of: damagedAudit), operators] where Self.isThere(file) {
            throw StoreError.exists(file.path)
        }
        var files: [DeskBackupFile] = []
        if Self.isThere(folder.auditDatabase) {
            files += try auditPlan()
        }
        if Self.isThere(accountsFile) {
            files.append(try accountsPlan())
        }
        return files
    }

    private func accountsPlan() throws -> DeskBackupFile {
        do {
            return DeskBackupFile(.operators, file: operators.path, records: try Self.accounts(accountsFile).count)
        } catch StoreError.unreadable(_, let damage) {
            return leftOut(damage)
        }
    }

    private func leftOut(_ damage: String) -> DeskBackupFile {
        DeskBackupFile(.damagedOperators, file: operators.path, records: 0, damage: damage)
    }

    private func auditPlan() throws -> [DeskBackupFile] {
        do {
            let lines = try AuditFile(contentsOf: folder.auditDatabase).lines()
            return [DeskBackupFile(.audit, file: audit.path, records: lines)]
        } catch StoreError.unreadable(_, let damage) {
            // The log first: what SQLite moves from it into the database meanwhile is in one of the copies at least.
            let parts =
                Self.isThere(log(of: folder.auditDatabase)) ? [log(of: damagedAudit), damagedAudit] : [damagedAudit]
            return parts.map { DeskBackupFile(.damagedAudit, file: $0.path, records: 0, damage: damage) }
        }
    }

    /// Where SQLite keeps what is not in the database file yet.
    private func log(of database: URL) -> URL { URL(filePath: database.path + "-wal") }

    /// Writes the planned files; all of them or none. Returns them as they are now, which may be long after the plan.
    func write(_ plan: [DeskBackupFile]) throws -> [DeskBackupFile] {
        var written: [DeskBackupFile] = []
        do {
            for file in plan {
                if let file = try write(file) { written.append(file) }
            }
            return written
        } catch {
            remove(written)
            throw error
        }
    }

    /// Takes back what was written for a backup that did not come about.
    func remove(_ files: [DeskBackupFile]) {
        // Without a digest nothing was written.
        for file in files where file.digest != nil { try? FileManager.default.removeItem(atPath: file.file) }
    }

    /// `nil` for a write-ahead log that is gone: the node was stopped, and its pages are in the trail.
    private func write(_ file: DeskBackupFile) throws -> DeskBackupFile? {
        let url = URL(filePath: file.file)
        let draft = URL(filePath: "\(url.path).partial-\(ProcessInfo.processInfo.processIdentifier)")
        defer { try? FileManager.default.removeItem(at: draft) }
        let records: Int
        switch file.kind {
        case .audit:
            try DurableFile.create(draft)
            try AuditFile(contentsOf: folder.auditDatabase).write(to: draft)
            records = try AuditFile(contentsOf: draft).lines()
        case .damagedAudit:
            let isLog = file.file == log(of: damagedAudit).path
            let source = isLog ? log(of: folder.auditDatabase) : folder.auditDatabase
            do {
                try FileManager.default.copyItem(at: source, to: draft)
            } catch {
                guard isLog, !Self.isThere(source) else { throw error }
                return nil
            }
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: draft.path)
            records = 0
        case .operators:
            let accounts: [OperatorAccount]
            do {
                accounts = try Self.accounts(accountsFile).map(\.withoutSecrets)
            } catch StoreError.unreadable(_, let damage) {
                return leftOut(damage)
            }
            try PrivateFile.create(draft.path, mode: 0o600, text: try Self.text(accounts))
            records = accounts.count
        case .damagedOperators: return file
        }
        try DurableFile.publish(draft, as: url)
        return DeskBackupFile(
            file.kind, file: file.file, records: records, damage: file.damage, digest: try FileDigest.hex(of: url))
    }

    // MARK: Restore

    /// What a restore would do with the files beside a backup, each of which is read in full. What the folder has stays
    /// as it is: it is newer, and the accounts in it have their secrets. Throws `StoreError.unreadable` for a damaged
    /// file of the backup.
    func restorePlan() throws -> [DeskRestoreFile] {
        var files: [DeskRestoreFile] = []
        if Self.isThere(audit) {
            files.append(
                DeskRestoreFile(
                    .audit, file: audit.path, records: try AuditFile(contentsOf: audit).lines(),
                    isRestored: !Self.isThere(folder.auditDatabase), waiting: []))
        }
        if Self.isThere(damagedAudit) {
            files.append(
                DeskRestoreFile(.damagedAudit, file: damagedAudit.path, records: 0, isRestored: false, waiting: []))
        }
        if Self.isThere(operators) {
            let accounts = try Self.accounts(operators)
            files.append(
                DeskRestoreFile(
                    .operators, file: operators.path, records: accounts.count, isRestored: !Self.isThere(accountsFile),
                    waiting: accounts.filter(\.needsReset).map(\.name)))
        }
        return files
    }

    /// Puts the planned files into the folder, whose lock is held.
    func restore(_ plan: [DeskRestoreFile]) throws {
        for file in plan where file.isRestored {
            switch file.kind {
            case .audit:
                let draft = folder.url.appending(path: "audit.sqlite.restoring")
                if Self.isThere(draft) { try FileManager.default.removeItem(at: draft) }
                try FileManager.default.copyItem(at: audit, to: draft)
                try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: draft.path)
                try DurableFile.publish(draft, as: folder.auditDatabase)
            // The plan restores none.
            case .damagedAudit, .damagedOperators: break
            case .operators:
                let accounts = try Self.accounts(operators).map(\.withoutSecrets)
                try PrivateFile.replace(accountsFile.path, mode: 0o600, text: try Self.text(accounts))
            }
        }
    }

    // MARK: Accounts

    private static func accounts(_ file: URL) throws -> [OperatorAccount] {
        do {
            return try JSONDecoder().decode([OperatorAccount].self, from: try Data(contentsOf: file))
        } catch {
            throw StoreError.unreadable(file.path, "\(error)")
        }
    }

    private static func text(_ accounts: [OperatorAccount]) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        return String(decoding: try encoder.encode(accounts), as: UTF8.self) + "\n"
    }
}
