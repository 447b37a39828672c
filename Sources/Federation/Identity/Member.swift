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
    /// Keys of logs of earlier epochs that `logKey` has nothing to do with, because it had to be replaced: lost or
    /// compromised. Each verifies the one log it is named for.
    public let formerKeys: [FormerKey]
    /// Every SM2 key that signs or has signed this node's logs beside `logKey`, oldest first: points of 65 bytes.
    public let sm2Keys: [[UInt8]]
    /// The algorithms of which the holder of this value demands a signature on each new checkpoint of the node.
    public let required: [SignatureAlgorithm]

    public init(
        node: NodeName, code: PartyCode, role: NodeRole, name: Bilingual, logKey: [UInt8],
        formerKeys: [FormerKey] = [], sm2Keys: [[UInt8]] = [], required: [SignatureAlgorithm] = [.ed25519]
    ) {
        self.sm2Keys = sm2Keys
        self.required = required
        self.formerKeys = formerKeys
        self.node = node
        self.code = code
        self.role = role
        self.name = name
        self.logKey = logKey
    }

    /// The key that one of this node's logs is known by.
    public func logKey(of origin: LogOrigin) -> [UInt8] {
        formerKeys.first { $0.log == origin }?.key ?? logKey
    }

    /// The C2SP verifier of one of this node's logs: key name = origin (tlog-checkpoint). Keys that came by rotation
    /// are the `KeyRegister`'s.
    public func verifier(of origin: LogOrigin) -> NoteVerifier? {
        NoteVerifier(name: origin.text, publicKey: logKey(of: origin))
    }

    /// The same member, of whose checkpoints signatures of these algorithms are demanded.
    public func demanding(_ required: [SignatureAlgorithm]) -> Member {
        Member(
            node: node, code: code, role: role, name: name, logKey: logKey, formerKeys: formerKeys, sm2Keys: sm2Keys,
            required: required)
    }

    func sm2Verifiers(of origin: LogOrigin) -> [NoteVerifier] {
        sm2Keys.compactMap { NoteVerifier(name: origin.text, publicKey: $0, algorithm: .sm2) }
    }
}
