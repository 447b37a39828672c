/// Why bytes are not an entry bundle, or entries do not make one.
public enum EntryBundleFinding: Error, Hashable, Sendable {
    case tooLarge(Int)
    case entryTooLong(position: Int, length: Int)
    case truncated(entry: Int)
    case trailingBytes(Int)
    case wrongCount(expected: Int, found: Int)

    /// Stable identifier for logs, metrics and evidence files.
    public var code: String {
        switch self {
        case .tooLarge: "bundle-too-large"
        case .entryTooLong: "bundle-entry-too-long"
        case .truncated: "bundle-truncated"
        case .trailingBytes: "bundle-trailing-bytes"
        case .wrongCount: "bundle-wrong-count"
        }
    }

    /// English text for the log.
    public var detail: String {
        switch self {
        case .tooLarge(let length):
            "\(length) bytes, at most \(EntryBundle.maximumLength) allowed"
        case .entryTooLong(let position, let length):
            "entry \(position) has \(length) bytes, at most "
                + "\(EntryBundle.maximumEntryLength) allowed"
        case .truncated(let entry): "ends inside entry \(entry)"
        case .trailingBytes(let count): "\(count) bytes after the last entry"
        case .wrongCount(let expected, let found): "\(found) entries instead of \(expected)"
        }
    }
}
