/// What a log says about itself at one moment: its name, number of entries and root hash
/// (C2SP tlog-checkpoint). Not verified; see `VerifiedCheckpoint`.
public struct Checkpoint: Sendable {
    /// The log's name, compared byte for byte.
    public let origin: String
    /// Number of entries.
    public let size: Int
    /// RFC 6962 root hash over the entries.
    public let root: MerkleHash

    /// What a log is about to say. Nothing is checked here: `parse`, which everything signed goes
    /// through, refuses what is not a checkpoint.
    public init(origin: String, size: Int, root: MerkleHash) {
        self.origin = origin
        self.size = size
        self.root = root
    }

    /// The text to sign: three lines, each with its newline.
    public var body: String {
        "\(origin)\n\(size)\n\(root.base64)\n"
    }

    /// Reads a checkpoint body. Extension lines, which the specification advises against, are
    /// refused: mirrors and witnesses could not audit what they say. So is a root other than the
    /// empty tree's at size 0, and a size above `TreeSize.maximum`.
    public static func parse(_ body: String) -> Result<Checkpoint, NoteFinding> {
        parseForm(body).flatMap { checkpoint in
            checkpoint.isPossible
                ? .success(checkpoint) : .failure(.checkpointMalformed(detail: "root of an empty tree"))
        }
    }

    /// Whether a tree of this size can have this root: all that can be said without the entries is
    /// that the empty tree has one root.
    public var isPossible: Bool { size > 0 || root == .emptyTree }

    /// `parse` without the rule about the empty tree, for a witness, which has to tell the two apart.
    public static func parseForm(_ body: String) -> Result<Checkpoint, NoteFinding> {
        let lines = body.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
        guard lines.count == 4, lines[3].isEmpty else {
            return .failure(.checkpointMalformed(detail: "not three lines"))
        }
        guard let size = CanonicalDecimal.parse(lines[1], limit: TreeSize.maximum) else {
            return .failure(.checkpointMalformed(detail: "tree size"))
        }
        guard let root = Base64.decode(lines[2]).flatMap({ MerkleHash($0) }) else {
            return .failure(.checkpointMalformed(detail: "root hash"))
        }
        guard !lines[0].isEmpty, lines[0].allSatisfy({ $0 >= 0x20 }) else {
            return .failure(.checkpointMalformed(detail: "origin"))
        }
        let origin = String(Substring(lines[0]))
        return .success(Checkpoint(origin: origin, size: size, root: root))
    }
}

extension Checkpoint: Equatable {
    public static func == (left: Checkpoint, right: Checkpoint) -> Bool {
        left.origin.hasSameBytes(as: right.origin) && left.size == right.size
            && left.root == right.root
    }
}
