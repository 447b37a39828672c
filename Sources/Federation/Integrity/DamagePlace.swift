import TransparencyLog

/// Where in a store something is damaged.
public enum DamagePlace: Hashable, Sendable {
    /// The database file itself.
    case file
    /// The row of the log in the list of logs.
    case log
    /// Entries `range` of the log.
    case entries(Range<Int>)
    /// The hash at a tile level ≥ 1; it is hash `index % 256` of tile (`level`, `index / 256`).
    case hash(level: Int, index: Int)
    /// The checkpoint kept at this size.
    case checkpoint(size: Int)
    /// A row of another table, by its key.
    case record(table: String, key: String)

    /// The damage of one entry.
    public static func entry(_ index: Int) -> DamagePlace { .entries(index..<index + 1) }

    /// As shown to people of either language: paths and numbers, few words.
    public var text: String {
        switch self {
        case .file, .log: return ""
        case .entries(let range):
            let path = LogResource.entries(index: range.lowerBound / 256, width: 256).path
            return range.count == 1
                ? "#\(range.lowerBound) (\(path))" : "#\(range.lowerBound)..<\(range.upperBound) (\(path))"
        case .hash(let level, let index):
            return "tile (\(level), \(index / 256)) hash \(index % 256)"
        case .checkpoint(let size): return "checkpoint @\(size)"
        case .record(let table, let key): return key.isEmpty ? table : "\(table) \(key)"
        }
    }

    /// Whether a served resource would contain this place.
    func lies(in resource: LogResource) -> Bool {
        switch (self, resource) {
        case (.file, _), (.log, _): true
        case (.entries(let range), .entries(let index, let width)),
            (.entries(let range), .tile(0, let index, let width)):
            range.overlaps(index * 256..<index * 256 + width)
        case (.hash(let level, let at), .tile(let tileLevel, let index, let width)):
            level == tileLevel && (index * 256..<index * 256 + width).contains(at)
        default: false
        }
    }
}
