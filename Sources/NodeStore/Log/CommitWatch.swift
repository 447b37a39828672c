/// Told of what a `LogDatabase` reads and writes, and able to make it fail, as a disk may.
public protocol CommitWatch: Sendable {
    /// Throwing: nothing could be read.
    func willRead() throws
    /// Throwing: nothing was tried.
    func willWrite() throws
    /// Everything is written and whatever is signed is signed. Throwing: nothing of it is kept.
    func willCommit() throws
    /// All is durable. Throwing: it is, and yet reported as failed.
    func didCommit() throws
}
