public import Federation

/// What a settlement's proofs are made of: one proof per entry, in order of file name.
public struct ProofSet: Sendable {
    public let key: SettlementKey
    /// File name without its extension, such as `acceptance-500000`, and the proof.
    public let proofs: [(name: String, proof: ProofReport)]
    /// What has not been said, such as `verdict`; empty when the settlement is complete.
    public let missing: [String]
    /// The nodes that signed, in order of name.
    public let signers: [Member]

    public init(key: SettlementKey, proofs: [(name: String, proof: ProofReport)], missing: [String], signers: [Member])
    {
        self.key = key
        self.proofs = proofs
        self.missing = missing
        self.signers = signers
    }
}
