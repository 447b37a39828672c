public import Compensation
public import Federation
public import TransparencyLog

/// A proof that one entry is in a log, with the entry.
public struct ProofReport: Report {
    public let place: EntryReference
    public let entry: [UInt8]
    public let proof: EntryProof
    /// What the log signed.
    public let checkpoint: Checkpoint
    /// The log's newest key of each algorithm that signed it.
    public let keys: [NoteVerifier]

    public init(
        place: EntryReference, entry: [UInt8], proof: EntryProof, checkpoint: Checkpoint, keys: [NoteVerifier]
    ) {
        self.place = place
        self.entry = entry
        self.proof = proof
        self.checkpoint = checkpoint
        self.keys = keys
    }

    public var json: JSONValue {
        .members([
            ("schema", 1), ("entry", .string(place.text)), ("size", .integer(Int64(checkpoint.size))),
            ("root", .string(checkpoint.root.hex)), ("key", vkey(.ed25519)), ("sm2_key", vkey(.sm2)),
            ("entry_base64", .string(Base64.encode(entry))),
            ("proof", .string(String(decoding: proof.bytes, as: UTF8.self))),
        ])
    }

    private func vkey(_ algorithm: SignatureAlgorithm) -> JSONValue? {
        keys.first { $0.algorithm == algorithm }.map { .string($0.vkey) }
    }

    /// The file itself, the same in every language.
    public func text(_ language: Language) -> String { String(decoding: proof.bytes, as: UTF8.self) }
}
