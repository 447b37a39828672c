import Federation
import TransparencyLog

extension SettlementSummary {
    /// The parts of its page's address: where two texts have the same agreement and period, the digest says which.
    var path: [String] { Self.path(settlement.key) }

    static func path(_ key: SettlementKey) -> [String] {
        ["settlements", key.agreement.text, key.periodText, String(key.agreementDigest.hex.prefix(12))]
    }

    /// The beginning of the digest of the agreement's text, as `--digest` takes it.
    var digestMark: String { String(settlement.terms.digest.hex.prefix(12)) }

    /// Whether there is a result, be it that nothing is to be paid.
    var isComputed: Bool { verified != nil || (try? settlement.own.get()) != nil }
}
