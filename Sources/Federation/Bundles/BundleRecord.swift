public import TransparencyLog

/// The line before each resource in a bundle: `<path> <length>`, the length in bytes as a plain decimal number.
/// The resource's bytes follow, then a line end.
public enum BundleRecord {
    /// Longest record line without its line end.
    public static let longestLine = 120

    public static func line(_ resource: LogResource, length: Int) -> [UInt8] {
        Array("\(resource.path) \(length)".utf8)
    }

    /// The length that a line announces for the resource that has to come.
    public static func length(in line: [UInt8], of resource: LogResource) throws(BundleProblem) -> Int {
        let prefix = Array("\(resource.path) ".utf8)
        let digits = line.dropFirst(prefix.count)
        guard line.starts(with: prefix), (1...9).contains(digits.count), digits.allSatisfy({ (48...57).contains($0) }),
            digits.count == 1 || digits.first != UInt8(ascii: "0")
        else { throw BundleProblem(.resourceUnexpected, "instead of \(resource.path)") }
        let length = digits.reduce(0) { $0 * 10 + Int($1 - 48) }
        guard length <= longest(resource) else {
            throw BundleProblem(.resourceTooLong, "\(resource.path): \(length) bytes")
        }
        return length
    }

    /// Longest body of a resource, in bytes (C2SP signed-note, tlog-tiles).
    public static func longest(_ resource: LogResource) -> Int {
        switch resource {
        case .checkpoint: SignedNote.maximumLength
        case .tile: HashTile.fullWidth * 32
        case .entries: EntryBundle.maximumLength
        }
    }
}
