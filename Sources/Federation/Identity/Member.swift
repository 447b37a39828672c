public import Compensation
public import TransparencyLog

/// The public facts about one node, as every neighbour holds them (one file in `peers/`).
public struct Member: Sendable {
    public let node: NodeName
    public let code: PartyCode
    public let role: NodeRole
    public let name: Bilingual
    /// Raw Ed25519 public key, 32 bytes; the same key signs all logs of the node, under each log's own key name.
    public let logKey: [UInt8]

    public init(node: NodeName, code: PartyCode, role: NodeRole, name: Bilingual, logKey: [UInt8]) {
        self.node = node
        self.code = code
        self.role = role
        self.name = name
        self.logKey = logKey
    }

    /// The C2SP verifier of one of this node's logs: key name = origin (tlog-checkpoint).
    public func verifier(of origin: LogOrigin) -> NoteVerifier? {
        NoteVerifier(name: origin.text, publicKey: logKey)
    }

    /// The C2SP verifier of what this node's witness cosigns: `<node>/witness`.
    public var witness: CosignatureVerifier? {
        CosignatureVerifier(name: "\(node.text)/witness", publicKey: logKey)
    }
}
