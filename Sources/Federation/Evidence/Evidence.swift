public import TransparencyLog

/// Two signed notes of one log that exclude each other, as a document anyone can check with nothing else at hand
/// (`docs/proofs.md`). It proves something about the holder of `key`; whose key that is has to be known otherwise.
///
/// Two notes of one size with different roots exclude each other at once. For different sizes, the consistency
/// proof (RFC 6962 section 2.1.2) shows that the larger tree begins with another history than the smaller one.
public struct Evidence: Sendable {
    public static let format = "tongzhou-evidence/v1"
    /// Longest document that is read, in bytes; a real one has about two thousand.
    public static let maximumLength = 65_536

    public let origin: LogOrigin
    /// The log's key, under which both notes have to verify.
    public let key: NoteVerifier
    /// The note of the smaller tree, or of the smaller root; only with the line that `key` signed.
    public let first: [UInt8]
    public let second: [UInt8]
    /// Root of the second tree at the first note's size; `nil` when the sizes are the same.
    public let prefixRoot: MerkleHash?
    /// From `prefixRoot` to the second root.
    public let proof: [MerkleHash]

    init(
        origin: LogOrigin, key: NoteVerifier, first: [UInt8], second: [UInt8], prefixRoot: MerkleHash?,
        proof: [MerkleHash]
    ) {
        self.origin = origin
        self.key = key
        self.first = first
        self.second = second
        self.prefixRoot = prefixRoot
        self.proof = proof
    }

    /// Makes the document out of two notes as received, in any order. Nothing is returned that does not prove a fork.
    ///
    /// `prefix` is needed for notes of different sizes: the root of the larger tree at the smaller size, and the
    /// proof between the two. For one size it is left out.
    public static func fork(
        of origin: LogOrigin, key: NoteVerifier, _ one: [UInt8], _ other: [UInt8],
        prefix: (root: MerkleHash, proof: ConsistencyProof)? = nil
    ) -> Result<Evidence, EvidenceFinding> {
        open(one, origin, key).flatMap { one in
            open(other, origin, key).flatMap { other in
                let (first, second) = isOrdered(one.checkpoint, other.checkpoint) ? (one, other) : (other, one)
                let isOneSize = first.checkpoint.size == second.checkpoint.size
                let evidence = Evidence(
                    origin: origin, key: key, first: first.note, second: second.note,
                    prefixRoot: isOneSize ? nil : prefix?.root, proof: isOneSize ? [] : prefix?.proof.hashes ?? [])
                return evidence.examine().map { _ in evidence }
            }
        }
    }

    /// Whether the document proves a fork, from its own bytes alone.
    public func examine() -> Result<ProvenFork, EvidenceFinding> {
        guard key.name.utf8.elementsEqual(origin.text.utf8) else {
            return .failure(.init(.otherKey, "key of \(key.name), log \(origin.text)"))
        }
        return Self.open(first, origin, key).flatMap { one in
            Self.open(second, origin, key).flatMap { other in
                guard one.note == first, other.note == second else {
                    return .failure(.init(.strangeLines, "a note has more than the line of \(key.name)"))
                }
                return compare(one.checkpoint, other.checkpoint)
            }
        }
    }

    private func compare(_ one: Checkpoint, _ other: Checkpoint) -> Result<ProvenFork, EvidenceFinding> {
        let fork = ProvenFork(
            origin: origin, size: one.size, firstRoot: one.root, secondRoot: prefixRoot ?? other.root,
            secondSize: other.size)
        if one.size == other.size, one.root == other.root {
            return .failure(.init(.sameRoot, "size \(one.size), root \(one.root.hex) in both notes"))
        }
        guard Self.isOrdered(one, other) else {
            return .failure(.init(.wrongOrder, "sizes \(one.size) and \(other.size)"))
        }
        if one.size == other.size {
            guard prefixRoot == nil, proof.isEmpty else {
                return .failure(.init(.proofNeedless, "both notes have size \(one.size)"))
            }
            return .success(fork)
        }
        guard let prefixRoot else {
            return .failure(.init(.proofMissing, "sizes \(one.size) and \(other.size)"))
        }
        guard prefixRoot != one.root else {
            return .failure(.init(.sameRoot, "the second tree continues the first: \(prefixRoot.hex) at \(one.size)"))
        }
        let consistency = ConsistencyProof(oldSize: one.size, newSize: other.size, hashes: proof)
        if let finding = consistency.verify(oldRoot: prefixRoot, newRoot: other.root) {
            return .failure(.init(.proofInvalid, "\(finding.code): \(finding.detail)"))
        }
        return .success(fork)
    }

    /// One order, so that one contradiction has one document and one digest.
    private static func isOrdered(_ one: Checkpoint, _ other: Checkpoint) -> Bool {
        one.size == other.size
            ? one.root.bytes.lexicographicallyPrecedes(other.root.bytes) || one.root == other.root
            : one.size < other.size
    }

    private static func open(
        _ note: [UInt8], _ origin: LogOrigin, _ key: NoteVerifier
    ) -> Result<VerifiedCheckpoint, EvidenceFinding> {
        VerifiedCheckpoint.open(note: note, origin: origin.text, keys: [key]).mapError { finding in
            let code: EvidenceFinding.Code =
                switch finding {
                case .malformed, .tooLarge, .checkpointMalformed: .noteInvalid
                case .noTrustedSignature, .signatureInvalid, .signatureDuplicate, .signatureMissing: .signatureInvalid
                case .checkpointWrongOrigin: .otherOrigin
                }
            return EvidenceFinding(code, "\(finding.code): \(finding.detail)")
        }
    }
}
