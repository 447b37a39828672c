import TransparencyLog

/// What somebody between two nodes, or a peer itself, makes of what is served: anything but a new signature.
struct Alteration {
    private var chance: Chance

    init(_ seed: UInt64) { chance = Chance(seed) }

    /// `body` of the resource at `path`, made into something else.
    mutating func alter(_ body: [UInt8], at path: String) -> [UInt8] {
        guard path.contains("/entries/"), let entries = Self.entries(body), !entries.isEmpty else { return spoil(body) }
        let altered = alter(entries)
        guard altered != entries, case .success(let bundle) = EntryBundle.encode(altered) else { return spoil(body) }
        return bundle
    }

    /// A bundle that is well formed and tells something else: values that anybody would believe, another order, an
    /// entry too many, one too few.
    private mutating func alter(_ entries: [[UInt8]]) -> [[UInt8]] {
        var entries = entries
        let place = chance.below(entries.count)
        switch chance.below(5) {
        case 0, 1:
            let digits = entries[place].indices.filter { (48...57).contains(entries[place][$0]) }
            guard let digit = chance.pick(digits) else { break }
            entries[place][digit] = 48 + (entries[place][digit] - 48 + 1 + UInt8(chance.below(9))) % 10
        case 2: entries.swapAt(place, chance.below(entries.count))
        case 3: entries.insert(entries[place], at: chance.below(entries.count))
        default: entries.remove(at: place)
        }
        return entries
    }

    /// A bit turned, an end cut off, something put behind.
    private mutating func spoil(_ body: [UInt8]) -> [UInt8] {
        guard !body.isEmpty else { return [0] }
        var body = body
        switch chance.below(4) {
        case 0: body.removeLast(1 + chance.below(min(body.count, 40)))
        case 1: body += body.suffix(1 + chance.below(40))
        default: body[chance.below(body.count)] ^= 1 << UInt8(chance.below(8))
        }
        return body
    }

    private static func entries(_ bundle: [UInt8]) -> [[UInt8]]? {
        var (entries, rest): ([[UInt8]], ArraySlice<UInt8>) = ([], bundle[...])
        while let high = rest.popFirst() {
            guard let low = rest.popFirst() else { return nil }
            let entry = rest.prefix(Int(high) << 8 | Int(low))
            rest = rest.dropFirst(entry.count)
            entries.append(Array(entry))
        }
        return entries
    }
}
