/// A resource a log serves below its prefix (C2SP tlog-tiles, "APIs").
///
/// Widths are 1 to 255 for a partial resource and 256 for a full one.
public enum LogResource: Hashable, Sendable {
    case checkpoint
    case tile(level: Int, index: Int, width: Int)
    case entries(index: Int, width: Int)

    /// Highest tile level a path may name.
    public static let maximumLevel = 63

    /// The path relative to the log's prefix, without a leading slash.
    public var path: String {
        switch self {
        case .checkpoint: "checkpoint"
        case .tile(let level, let index, let width):
            "tile/\(level)/\(Self.suffix(index: index, width: width))"
        case .entries(let index, let width):
            "tile/entries/\(Self.suffix(index: index, width: width))"
        }
    }

    /// The resource with exactly this path, or nil. No two paths name one resource: nothing is
    /// unescaped or normalised, so a path with `..`, `//`, `%2e` or spare zeros names none.
    public init?(path: String) {
        let elements = path.utf8.split(
            separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard let kind = elements.first else { return nil }
        if elements.count == 1, kind.elementsEqual("checkpoint".utf8) {
            self = .checkpoint
            return
        }
        guard kind.elementsEqual("tile".utf8), elements.count >= 3,
            let (index, width) = Self.parseSuffix(elements[2...])
        else { return nil }
        if elements[1].elementsEqual("entries".utf8) {
            self = .entries(index: index, width: width)
        } else if let level = CanonicalDecimal.parse(elements[1], limit: Self.maximumLevel) {
            self = .tile(level: level, index: index, width: width)
        } else {
            return nil
        }
    }

    static func isValid(level: Int) -> Bool { (0...maximumLevel).contains(level) }

    /// Whether leaf `256 * index` can exist at all.
    static func isValid(index: Int) -> Bool {
        index >= 0 && index < TreeSize.maximum / HashTile.fullWidth
    }

    static func isValid(width: Int) -> Bool { (1...HashTile.fullWidth).contains(width) }

    /// `x001/x234/067` for 1234067, with `.p/<width>` for a partial resource.
    private static func suffix(index: Int, width: Int) -> String {
        var text = threeDigits(index % 1000)
        var rest = index / 1000
        while rest > 0 {
            text = "x\(threeDigits(rest % 1000))/\(text)"
            rest /= 1000
        }
        return width < HashTile.fullWidth ? "\(text).p/\(width)" : text
    }

    private static func threeDigits(_ number: Int) -> String {
        "\(number / 100)\(number / 10 % 10)\(number % 10)"
    }

    private static func parseSuffix(
        _ elements: ArraySlice<Substring.UTF8View>
    ) -> (index: Int, width: Int)? {
        var groups = elements.map { Array($0) }
        var width = HashTile.fullWidth
        let partialMark = Array(".p".utf8)
        if groups.count >= 2, groups[groups.count - 2].suffix(2).elementsEqual(partialMark) {
            let digits = groups.removeLast()
            let limit = HashTile.fullWidth - 1
            guard let partial = CanonicalDecimal.parse(digits, limit: limit), partial > 0 else {
                return nil
            }
            width = partial
            groups[groups.count - 1].removeLast(partialMark.count)
        }
        guard let index = parseIndex(groups) else { return nil }
        return (index, width)
    }

    private static func parseIndex(_ groups: [[UInt8]]) -> Int? {
        var index = 0
        for (position, group) in groups.enumerated() {
            let isLast = position == groups.count - 1
            let digits = isLast ? group[...] : group.dropFirst()
            guard isLast || group.first == UInt8(ascii: "x"), digits.count == 3 else { return nil }
            for digit in digits {
                guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
                index = index * 10 + Int(digit - UInt8(ascii: "0"))
            }
            // Also keeps the multiplication above far from overflow, however many groups follow.
            guard isValid(index: index) else { return nil }
            // A leading group of zeros would be a second spelling of a smaller index.
            guard isLast || index > 0 else { return nil }
        }
        return groups.isEmpty ? nil : index
    }
}
