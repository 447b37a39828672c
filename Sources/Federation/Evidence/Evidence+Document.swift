public import TransparencyLog

/// The document: canonical JSON, one spelling per contradiction.
extension Evidence {
    /// What is written to a file and kept in the store.
    public var bytes: [UInt8] {
        CanonicalJSON.encode(
            .members([
                ("format", .string(Self.format)), ("kind", .string(Self.kind)), ("origin", .string(origin.text)),
                ("key", .string(key.vkey)), ("first", .string(String(decoding: first, as: UTF8.self))),
                ("second", .string(String(decoding: second, as: UTF8.self))),
                ("prefix_root", prefixRoot.map { .string($0.base64) }),
                ("proof", .array(proof.map { .string($0.base64) })),
            ]))
    }

    /// Names the document, as `sha256sum` would.
    public var digest: ContentDigest { ContentDigest(of: bytes) }

    /// Reads a document; whether it proves anything is `examine`'s to say.
    public static func parse(_ bytes: [UInt8]) -> Result<Evidence, EvidenceFinding> {
        guard bytes.count <= maximumLength else {
            return .failure(.init(.tooLarge, "\(bytes.count) bytes, at most \(maximumLength)"))
        }
        do {
            let value = try CanonicalJSON.decode(bytes)
            guard isKnown(value) else { return .failure(.init(.unknownFormat, "not \(format), \(kind)")) }
            return try read(value)
        } catch let problem as JSONProblem {
            return .failure(.init(.malformed, "\(problem.code.rawValue) at byte \(problem.offset)"))
        } catch {
            return .failure(.init(.malformed, "\(error)"))
        }
    }

    public static let kind = "fork"
    /// A proof between trees of at most 2^53 leaves is shorter; the bound is tlog-witness's.
    private static let mostHashes = 63
    /// A note with one Ed25519 line has a few hundred bytes.
    private static let longestNote = 8192

    /// Another format may have other fields, so it is looked at before them.
    private static func isKnown(_ value: JSONValue) -> Bool {
        guard case .object(let object) = value, case .string(let name)? = object["format"],
            case .string(let kind)? = object["kind"]
        else { return false }
        return name.sameBytes(as: format) && kind.sameBytes(as: Self.kind)
    }

    private static func read(_ value: JSONValue) throws(EntryProblem) -> Result<Evidence, EvidenceFinding> {
        var fields = try FieldReader(value)
        _ = try fields.string("format")
        _ = try fields.string("kind")
        let origin = try fields.parsed("origin") { LogOrigin($0) }
        let vkey = try fields.string("key", limit: 512)
        let first = Array(try fields.string("first", limit: longestNote).utf8)
        let second = Array(try fields.string("second", limit: longestNote).utf8)
        let prefixRoot = try fields.optional("prefix_root").map { value throws(EntryProblem) in
            try hash(value, "prefix_root")
        }
        let proof = try fields.array("proof", limit: mostHashes) { value, path throws(EntryProblem) in
            try hash(value, path)
        }
        try fields.finish()
        do {
            return .success(
                Evidence(
                    origin: origin, key: try NoteVerifier(vkey: vkey), first: first, second: second,
                    prefixRoot: prefixRoot, proof: proof))
        } catch {
            return .failure(.init(.keyInvalid, "\(error)"))
        }
    }

    private static func hash(_ value: JSONValue, _ path: String) throws(EntryProblem) -> MerkleHash {
        guard case .string(let text) = value, let hash = Base64.decode(text).flatMap({ MerkleHash($0) }) else {
            throw EntryProblem(.fieldInvalid, path)
        }
        return hash
    }
}
