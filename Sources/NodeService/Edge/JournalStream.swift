import Foundation

/// Whether standard error goes to systemd's journal itself, which then understands priorities at the start of lines.
enum JournalStream {
    /// - Parameters:
    ///   - variable: `JOURNAL_STREAM`, device and inode number of the journal's stream (systemd.exec(5)). A redirected
    ///     standard error is another file.
    ///   - descriptor: the one looked at.
    static func isJournal(_ variable: String?, _ descriptor: Int32 = STDERR_FILENO) -> Bool {
        var status = stat()
        guard let variable, fstat(descriptor, &status) == 0 else { return false }
        return variable == "\(status.st_dev):\(status.st_ino)"
    }
}
