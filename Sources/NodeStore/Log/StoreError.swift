import GRDB

/// Why the store could not do what it was asked; it has then changed nothing.
public enum StoreError: Error, Equatable, Sendable {
    /// Another process holds the folder.
    case locked(String)
    /// Root would leave files that the folder's owner cannot open.
    case otherOwner(folder: String, owner: String)
    /// The folder has no log database: `tongzhou init` comes first.
    case notInitialised(String)
    /// A log is created once.
    case alreadyInitialised(String)
    /// Written by a newer version of the program.
    case newerSchema(found: Int, known: Int)
    /// A durability setting is not in force.
    case notDurable(String)
    /// What was read back is not what was written: nothing was signed.
    case readBackDiffers(String)
    /// The stored log and the batch do not meet.
    case outOfSequence(log: String, stored: Int, offered: Int)
    case unknownLog(String)
    case io(String)
    /// The disk, or what this process may use of it, is full; what it says.
    case full(String)
    /// A file of this name is there, and nothing is ever overwritten.
    case exists(String)
    /// SQLite cannot read the file: path, and what it says.
    case unreadable(String, String)
    /// What is stored contradicts itself, so that nothing may be built on it: `tongzhou check` says where.
    case damaged(String)
    /// An SM3 tree cannot be continued, for a reason of its own or of the entries under it: log and what was found. The
    /// log can be, without it.
    case damagedTree(String, String)
}

extension StoreError {
    /// `nil` for an error that is not about a full disk.
    init?(full error: DatabaseError) {
        guard error.resultCode == .SQLITE_FULL || error.extendedResultCode == .SQLITE_IOERR_WRITE else { return nil }
        self = .full(error.message ?? "\(error.extendedResultCode)")
    }
}
