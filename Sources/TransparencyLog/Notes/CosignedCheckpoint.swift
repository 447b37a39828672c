/// A checkpoint that its log signed and known cosigners cosigned. There is no other way to make one
/// than `open`.
public struct CosignedCheckpoint: Equatable, Sendable {
    /// The checkpoint under its log's signature; its note has no other lines.
    public let verified: VerifiedCheckpoint
    /// The verified cosignatures in the order of the note; may be empty.
    public let cosignatures: [Cosignature]

    /// Verifies a note as received.
    ///
    /// The log's own lines are treated as `VerifiedCheckpoint.open` does. Lines of unknown cosigners
    /// are dropped; a line of a known one has to verify and to be its only one, or the whole note is
    /// refused.
    public static func open(
        note bytes: [UInt8], origin: String, keys: NoteKeys, cosigners: [CosignatureVerifier]
    ) -> Result<CosignedCheckpoint, NoteFinding> {
        VerifiedCheckpoint.open(note: bytes, origin: origin, keys: keys).flatMap { verified in
            SignedNote.parse(bytes).flatMap { note in
                cosignatures(note.signatures, verified.checkpoint, cosigners)
            }.map { CosignedCheckpoint(verified: verified, cosignatures: $0) }
        }
    }

    /// The note with only the lines that were verified, the log's before the cosigners'.
    public var note: [UInt8] { verified.note + cosignatures.flatMap(\.line) }

    /// What one cosigner says: its lines of the latest time at which there is one of every algorithm in `required`, in
    /// the order of the note. Empty when there is no such time: lines of different times are not one statement.
    public func word(of cosigner: String, required: [SignatureAlgorithm]) -> [Cosignature] {
        let own = cosignatures.filter { $0.cosigner.hasSameBytes(as: cosigner) }
        let latest = own.map(\.time).filter { time in
            required.allSatisfy { algorithm in own.contains { $0.time == time && $0.algorithm == algorithm } }
        }.max()
        return own.filter { $0.time == latest }
    }

    private static func cosignatures(
        _ signatures: [NoteSignature], _ checkpoint: Checkpoint, _ cosigners: [CosignatureVerifier]
    ) -> Result<[Cosignature], NoteFinding> {
        var cosignatures: [Cosignature] = []
        for signature in signatures {
            guard let cosigner = cosigners.first(where: { $0.matches(signature) }) else { continue }
            let label = "\(signature.name)+\(signature.keyID.hex)"
            guard let cosignature = cosigner.open(signature, of: checkpoint) else {
                return .failure(.signatureInvalid(detail: label))
            }
            guard !cosignatures.contains(where: { cosigner.matches($0.signature) }) else {
                return .failure(.signatureDuplicate(detail: label))
            }
            cosignatures.append(cosignature)
        }
        return .success(cosignatures)
    }
}
