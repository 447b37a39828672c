/// Up to 256 consecutive entries, each a big-endian 16-bit length and that many bytes
/// (C2SP tlog-tiles, "Log entries").
public enum EntryBundle {
    /// Longest entry, in bytes.
    public static let maximumEntryLength = 65_535
    /// Longest bundle, in bytes: 256 of the longest entries with their lengths.
    public static let maximumLength = 16_777_472

    /// The bytes to serve for 1 to 256 entries.
    public static func encode(_ entries: [[UInt8]]) -> Result<[UInt8], EntryBundleFinding> {
        guard LogResource.isValid(width: entries.count) else {
            return .failure(.wrongCount(expected: HashTile.fullWidth, found: entries.count))
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(entries.reduce(0) { $0 + 2 + $1.count })
        for (position, entry) in entries.enumerated() {
            guard let length = UInt16(exactly: entry.count) else {
                return .failure(.entryTooLong(position: position, length: entry.count))
            }
            bytes.append(UInt8(truncatingIfNeeded: length >> 8))
            bytes.append(UInt8(truncatingIfNeeded: length))
            bytes.append(contentsOf: entry)
        }
        return .success(bytes)
    }

    /// The entries of a bundle that has to hold exactly `count` (1 to 256) and nothing else.
    public static func decode(
        _ bytes: [UInt8], count: Int
    ) -> Result<[[UInt8]], EntryBundleFinding> {
        ranges(in: bytes, count: count).map { ranges in ranges.map { Array(bytes[$0]) } }
    }

    /// Where the entries of a bundle lie in its bytes: as `decode`, without copying, for hashing
    /// and storing entries straight from the received buffer.
    public static func ranges(
        in bytes: [UInt8], count: Int
    ) -> Result<[Range<Int>], EntryBundleFinding> {
        guard bytes.count <= maximumLength else { return .failure(.tooLarge(bytes.count)) }
        guard LogResource.isValid(width: count) else {
            return .failure(.wrongCount(expected: count, found: 0))
        }
        var ranges: [Range<Int>] = []
        ranges.reserveCapacity(count)
        var next = 0
        while next < bytes.count {
            guard ranges.count < count else {
                return .failure(.trailingBytes(bytes.count - next))
            }
            let start = next + 2
            guard start <= bytes.count else { return .failure(.truncated(entry: ranges.count)) }
            let end = start + (Int(bytes[next]) << 8 | Int(bytes[next + 1]))
            guard end <= bytes.count else { return .failure(.truncated(entry: ranges.count)) }
            ranges.append(start..<end)
            next = end
        }
        guard ranges.count == count else {
            return .failure(.wrongCount(expected: count, found: ranges.count))
        }
        return .success(ranges)
    }
}
