/// Findings as they come; beyond a thousand they are only counted, so that memory stays flat whatever the damage.
public struct DamageList: Sendable {
    public static let limit = 1000

    public private(set) var items: [Damage] = []
    /// Findings counted but not listed.
    public private(set) var omitted = 0

    public init(_ items: [Damage] = []) { add(items) }

    public var isEmpty: Bool { items.isEmpty }

    public mutating func add(_ damage: Damage) {
        if items.count < Self.limit { items.append(damage) } else { omitted += 1 }
    }

    public mutating func add(_ damages: [Damage]) {
        for damage in damages { add(damage) }
    }

    public mutating func add(_ other: DamageList) {
        add(other.items)
        omitted += other.omitted
    }

    /// Whether anything that was signed, or must be believed, is concerned.
    public var isIntegrity: Bool { omitted > 0 || items.contains { $0.code.isIntegrity } }
}
