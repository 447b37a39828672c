/// A checkpoint that a trusted key signed for the expected log. There is no other way to make one
/// than `open`.
public struct VerifiedCheckpoint: Equatable, Sendable {
    /// What was signed.
    public let checkpoint: Checkpoint
    /// The note with only the signature lines that were verified: what to store and to show.
    public let note: [UInt8]
    /// The keys of those lines, in the order in which they were given.
    public let signers: [NoteVerifier]

    /// Verifies a note as received.
    ///
    /// Signature lines of unknown keys are ignored and dropped; each line of a known key has to
    /// verify, and at least one has to be there; the origin has to be `origin` byte for byte.
    public static func open(
        note bytes: [UInt8], origin: String, keys: NoteKeys
    ) -> Result<VerifiedCheckpoint, NoteFinding> {
        SignedNote.parse(bytes).flatMap { note in
            note.stripped(to: keys)
        }.flatMap { note in
            let signers = keys.verifiers.filter { note.signatures.contains(where: $0.matches) }
            return Checkpoint.parse(note.text).flatMap { checkpoint in
                guard checkpoint.origin.hasSameBytes(as: origin) else {
                    return .failure(
                        .checkpointWrongOrigin(detail: "\(checkpoint.origin), not \(origin)"))
                }
                return .success(VerifiedCheckpoint(checkpoint: checkpoint, note: note.bytes, signers: signers))
            }
        }
    }

    private init(checkpoint: Checkpoint, note: [UInt8], signers: [NoteVerifier]) {
        self.checkpoint = checkpoint
        self.note = note
        self.signers = signers
    }
}
