import Compensation
import TransparencyLog

/// The canonical document of a unified accounting, whose SHA-256 every province compares: what was used and what came
/// out, not where it was found.
struct BasinAccountDocument {
    let bytes: [UInt8]

    init(_ settlement: Settlement, basin: String, schemeDigest: ContentDigest) {
        bytes = CanonicalJSON.encode(
            .members(
                [
                    ("kind", "basin-account"), ("v", 1), ("basin", .string(basin)),
                    ("scheme_digest", .string(schemeDigest.hex)), ("year", .string(settlement.period.text)),
                ] + settlement.members(paying: settlement.transfers)))
    }

    var digest: ContentDigest { ContentDigest(of: bytes) }
}
