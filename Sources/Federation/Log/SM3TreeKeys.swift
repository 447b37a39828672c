public import TransparencyLog

/// The keys of a log as they sign the checkpoints of its SM3 tree: under that tree's own origin, with Ed25519 and SM2.
public enum SM3TreeKeys {
    /// What verifies such a checkpoint: a line of each algorithm has to be there and to hold.
    public static func verifying(_ keys: NoteKeys, of origin: LogOrigin) -> NoteKeys {
        NoteKeys(keys.verifiers.compactMap { $0.named(origin.sm3Text) }, required: [.ed25519, .sm2])
    }

    /// What signs one; empty unless there is a key of each algorithm.
    public static func signing(_ signers: [NoteSigner], of origin: LogOrigin) -> [NoteSigner] {
        let algorithms = signers.map(\.verifier.algorithm)
        guard algorithms.contains(.ed25519), algorithms.contains(.sm2) else { return [] }
        return signers.compactMap { $0.named(origin.sm3Text) }
    }
}
