/// A file that proves without any network that an entry is in a log: index, audit path and signed checkpoint
/// (C2SP tlog-proof v1, file extension `.tlog-proof`). Parsing it verifies nothing.
public struct EntryProof: Equatable, Sendable {
    /// Longest file that is read, in bytes: the longest note and extra data, 53 hashes and two short lines.
    public static let maximumLength = 262_144
    /// Longest extra data, in bytes: those of an entry (C2SP tlog-tiles).
    public static let maximumExtra = 65_535
    /// Most hashes: the height of a tree of `TreeSize.maximum` leaves.
    public static let maximumHashes = 53

    /// Place of the entry, from 0.
    public let index: Int
    /// Sibling hashes from the leaf upwards (RFC 6962 section 2.1.1).
    public let hashes: [MerkleHash]
    /// The log's checkpoint as it was given, with all its signature lines.
    public let note: [UInt8]
    /// What the note says, not verified.
    public let claim: Checkpoint
    /// Whatever the writer added. Nothing authenticates it.
    public let extra: [UInt8]?

    /// A proof from its parts; `nil` for parts that `parse` would not read back.
    public init?(index: Int, hashes: [MerkleHash], note: [UInt8], extra: [UInt8]? = nil) {
        guard index >= 0, index < TreeSize.maximum, hashes.count <= Self.maximumHashes,
            extra.map({ (1...Self.maximumExtra).contains($0.count) }) ?? true,
            let claim = try? Self.claim(of: note).get()
        else { return nil }
        self.index = index
        self.hashes = hashes
        self.note = note
        self.claim = claim
        self.extra = extra
    }

    /// Makes the proof for leaf `index` under the checkpoint in `note`, whose tree `reader` has.
    ///
    /// `nil` when `note` holds no checkpoint. Throws `TreeReadError`, or what the reader throws.
    public init?(index: Int, note: [UInt8], reader: some HashReader) throws {
        guard let claim = try? Self.claim(of: note).get() else { return nil }
        let inclusion = try InclusionProof(index: index, size: claim.size, reader: reader)
        self.init(index: index, hashes: inclusion.hashes, note: note)
    }

    private static func claim(of note: [UInt8]) -> Result<Checkpoint, NoteFinding> {
        SignedNote.parse(note).flatMap { Checkpoint.parse($0.text) }
    }

    /// Reads a file. Only what `bytes` would write is accepted.
    public static func parse(_ bytes: [UInt8]) -> Result<EntryProof, EntryProofFinding> {
        guard bytes.count <= maximumLength else {
            return .failure(.tooLarge(detail: "\(bytes.count) bytes, at most \(maximumLength)"))
        }
        guard let end = endOfHead(bytes) else {
            return .failure(.malformed(detail: "no empty line before the checkpoint"))
        }
        var lines = bytes[..<end].split(separator: newline, omittingEmptySubsequences: false)[...]
        guard lines.popFirst().map({ $0.elementsEqual(format.utf8) }) ?? false else {
            return .failure(.unknownFormat(detail: "the first line is not \(format)"))
        }
        var extra: [UInt8]?
        if let text = lines.first.flatMap({ value(of: $0, "extra ") }) {
            guard let data = Base64.decode(text), !data.isEmpty else {
                return .failure(.malformed(detail: "extra data"))
            }
            guard data.count <= maximumExtra else {
                return .failure(.tooLarge(detail: "\(data.count) bytes of extra data, at most \(maximumExtra)"))
            }
            extra = data
            lines.removeFirst()
        }
        guard let text = lines.popFirst().flatMap({ value(of: $0, "index ") }),
            let index = CanonicalDecimal.parse(text, limit: TreeSize.maximum - 1)
        else { return .failure(.malformed(detail: "index")) }
        guard lines.count <= maximumHashes else {
            return .failure(.tooLarge(detail: "\(lines.count) hashes, at most \(maximumHashes)"))
        }
        var hashes: [MerkleHash] = []
        for line in lines {
            guard let hash = Base64.decode(line).flatMap({ MerkleHash($0) }) else {
                return .failure(.malformed(detail: "hash \(hashes.count + 1)"))
            }
            hashes.append(hash)
        }
        let note = Array(bytes[(end + 2)...])
        return claim(of: note).mapError { .checkpoint($0) }.flatMap { _ in
            EntryProof(index: index, hashes: hashes, note: note, extra: extra).map { .success($0) }
                ?? .failure(.malformed(detail: "index"))
        }
    }

    /// The file.
    public var bytes: [UInt8] {
        var lines = [Self.format]
        if let extra { lines.append("extra " + Base64.encode(extra)) }
        lines.append("index \(index)")
        lines += hashes.map(\.base64)
        return Array((lines.joined(separator: "\n") + "\n\n").utf8) + note
    }

    /// Whether `entry` is in the log `origin` at `index`, under a checkpoint that one of `keys` signed.
    ///
    /// Signature lines of other keys count for nothing; the checkpoint returned has none of them.
    public func verify(
        entry: [UInt8], origin: String, keys: NoteKeys
    ) -> Result<VerifiedCheckpoint, EntryProofFinding> {
        VerifiedCheckpoint.open(note: note, origin: origin, keys: keys).mapError { .checkpoint($0) }
            .flatMap { verified in
                let proof = InclusionProof(index: index, size: verified.checkpoint.size, hashes: hashes)
                let finding = proof.verify(leaf: .leaf(entry), root: verified.checkpoint.root)
                return finding.map { .failure(.inclusion($0)) } ?? .success(verified)
            }
    }

    private static let format = "c2sp.org/tlog-proof@v1"
    private static let newline: UInt8 = 0x0A

    /// Index of the newline that ends the last line before the first empty one.
    private static func endOfHead(_ bytes: [UInt8]) -> Int? {
        bytes.indices.dropLast().first { bytes[$0] == newline && bytes[$0 + 1] == newline }
    }

    private static func value(of line: ArraySlice<UInt8>, _ name: String) -> ArraySlice<UInt8>? {
        line.starts(with: name.utf8) ? line.dropFirst(name.utf8.count) : nil
    }
}
