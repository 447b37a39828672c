import Compensation
import TransparencyLog

/// Decides which of several versions of an agreement governs when. Looks at the set of versions only, so the order
/// in which they arrived leaves no trace.
enum AgreementVersions {
    /// Versions are of one agreement where name, channel and parties are the same; strangers who choose the same name
    /// have an agreement of their own. `terms` is sorted by name.
    static func settle(_ terms: inout [AgreementTerms]) {
        var families: [[Int]] = []
        for position in terms.indices where terms[position].inForce {
            let entry = terms[position].entry
            let family = families.lastIndex { family in
                let other = terms[family[0]].entry
                return other.agreement == entry.agreement && other.channel == entry.channel
                    && other.parties == entry.parties
            }
            if let family { families[family].append(position) } else { families.append([position]) }
        }
        for family in families where family.count > 1 { settle(family, in: &terms) }
    }

    /// A version that all parties have signed comes into force when none is, or when it replaces the one that is;
    /// that one then governs up to the first period of the new.
    ///
    /// What a version replaces goes before it, whenever it was signed: a party that signs an abandoned text late cannot
    /// undo the version that took its place. Otherwise versions are taken in the order in which the first of the
    /// parties signed them: one log, so one order.
    private static func settle(_ family: [Int], in terms: inout [AgreementTerms]) {
        var waiting = family.compactMap { position in
            terms[position].signatures.first.map { (position, $0.record.reference) }
        }.sorted { $0.1 < $1.1 }.map(\.0)
        var standing: Int?
        while !waiting.isEmpty {
            let next =
                waiting.firstIndex { candidate in
                    !waiting.contains { terms[candidate].entry.replaces.contains(terms[$0].digest) }
                } ?? 0
            let position = waiting.remove(at: next)
            guard let current = standing else {
                standing = position
                continue
            }
            if terms[position].entry.replaces.contains(terms[current].digest) {
                terms[current].replaced = (terms[position].digest, terms[position].entry.validFrom)
                terms[position].predecessors = terms[current].predecessors + [terms[current]]
                standing = position
            } else {
                let digest = terms[current].digest.hex.prefix(12)
                terms[position].problems.append(
                    AgreementProblem(
                        .otherInForce, zh: "另一文本 \(digest) 已生效，本文本未声明替代它。",
                        en: "Version \(digest) is in force and this one does not replace it."))
            }
        }
    }
}
