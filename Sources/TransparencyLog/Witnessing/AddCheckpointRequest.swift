/// The body of `POST add-checkpoint` (C2SP tlog-witness): what a witness is asked to cosign and the
/// proof that it continues what the witness has seen.
public struct AddCheckpointRequest: Equatable, Sendable {
    /// Size of the tree the proof starts from.
    public let oldSize: Int
    /// At most 63 hashes of an RFC 6962 consistency proof.
    public let proof: [MerkleHash]
    /// The note, signed by the log.
    public let note: SignedNote

    /// Most hashes a consistency proof can have.
    public static let maximumProof = 63
    /// Longest body that is read, in bytes: the old size, the proof lines, the empty line, the note.
    public static let maximumLength = 24 + maximumProof * 45 + 1 + SignedNote.maximumLength

    /// Nil when the proof is too long or the old size is no tree size.
    public init?(oldSize: Int, proof: [MerkleHash], note: SignedNote) {
        guard TreeSize.isValid(oldSize), proof.count <= Self.maximumProof else { return nil }
        self.oldSize = oldSize
        self.proof = proof
        self.note = note
    }

    /// Reads a body; every request has exactly one spelling.
    public static func parse(_ bytes: [UInt8]) -> Result<AddCheckpointRequest, NoteFinding> {
        guard bytes.count <= maximumLength else {
            return .failure(.tooLarge(detail: "\(bytes.count) bytes, at most \(maximumLength)"))
        }
        var rest = bytes[...]
        guard let first = line(&rest), first.starts(with: prefix),
            let oldSize = CanonicalDecimal.parse(first.dropFirst(prefix.count), limit: TreeSize.maximum)
        else { return .failure(.malformed(detail: "old size")) }
        var proof: [MerkleHash] = []
        while true {
            guard let next = line(&rest) else { return .failure(.malformed(detail: "no empty line after the proof")) }
            if next.isEmpty { break }
            guard proof.count < maximumProof else {
                return .failure(.malformed(detail: "more than \(maximumProof) proof lines"))
            }
            guard let hash = Base64.decode(next).flatMap({ MerkleHash($0) }) else {
                return .failure(.malformed(detail: "proof line \(proof.count + 1)"))
            }
            proof.append(hash)
        }
        return SignedNote.parse(Array(rest)).flatMap { note in
            guard let request = AddCheckpointRequest(oldSize: oldSize, proof: proof, note: note) else {
                return .failure(.malformed(detail: "old size"))
            }
            return .success(request)
        }
    }

    /// The body.
    public var bytes: [UInt8] {
        Array("old \(oldSize)\n\(proof.map { $0.base64 + "\n" }.joined())\n".utf8) + note.bytes
    }

    private static let prefix = Array("old ".utf8)

    /// The next line without its newline; nil when no newline is left.
    private static func line(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard let end = rest.firstIndex(of: 0x0A) else { return nil }
        let line = rest[..<end]
        rest = rest[(end + 1)...]
        return line
    }
}
