public import Compensation

/// Two neighbours on a shared section that should have an agreement. Named in full: who they are must not change with
/// the registration of the section.
public struct LevyPair: Hashable, Comparable, Sendable {
    public let section: SectionID
    public let upstream: PartyCode
    public let downstream: PartyCode

    public init(section: SectionID, upstream: PartyCode, downstream: PartyCode) {
        self.section = section
        self.upstream = upstream
        self.downstream = downstream
    }

    /// The same neighbours in one order: a section registered anew with its sides changed makes no second pair.
    var regardless: LevyPair {
        LevyPair(section: section, upstream: min(upstream, downstream), downstream: max(upstream, downstream))
    }

    init(json: JSONValue, path: String) throws(EntryProblem) {
        var fields = try FieldReader(json, path: path)
        section = try fields.parsed("section") { SectionID($0) }
        upstream = try fields.parsed("upstream") { PartyCode($0) }
        downstream = try fields.parsed("downstream") { PartyCode($0) }
        guard upstream != downstream else { throw fields.invalid("downstream") }
        try fields.finish()
    }

    var json: JSONValue {
        .members([
            ("section", .string(section.text)), ("upstream", .string(upstream.text)),
            ("downstream", .string(downstream.text)),
        ])
    }

    /// By section, then the parties.
    public static func < (a: LevyPair, b: LevyPair) -> Bool {
        if a.section != b.section { return a.section < b.section }
        return a.upstream == b.upstream ? a.downstream < b.downstream : a.upstream < b.upstream
    }
}
