/// The place of one entry: which log, which index.
public struct EntryReference: Hashable, Comparable, Sendable {
    public let log: LogOrigin
    /// 0-based index in that log.
    public let index: Int

    public init(log: LogOrigin, index: Int) {
        self.log = log
        self.index = index
    }

    public var text: String { "\(log.text)#\(index)" }

    /// Canonical order: log, then index. Independent of arrival.
    public static func < (a: EntryReference, b: EntryReference) -> Bool {
        a.log == b.log ? a.index < b.index : a.log < b.log
    }
}
