/// How bad a condition is, mildest first.
public enum Severity: String, Comparable, CaseIterable, Sendable {
    case notice
    case attention
    case error
    case integrity

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
}
