import Compensation
public import Federation
import TransparencyLog

/// One key of one node, as `keys show` lists it.
public struct KeyRow: Sendable {
    public enum State: String, Sendable {
        /// Signs now.
        case signing
        /// Signs beside a newer key until it is retired.
        case outgoing
        case retired
        /// An SM2 key that the node's log does not name now: former, or not yet in use.
        case unused = "not-in-use"

        var name: Bilingual {
            switch self {
            case .signing: Bilingual(zh: "在用", en: "signing")
            case .outgoing: Bilingual(zh: "待停用", en: "to be retired")
            case .retired: Bilingual(zh: "已停用", en: "retired")
            case .unused: Bilingual(zh: "未用", en: "not in use")
            }
        }
    }

    let member: Member
    let key: [UInt8]
    let algorithm: SignatureAlgorithm
    let state: State
    let since: Timestamp?
    let isConfigured: Bool
    /// Of the rotation that brought the key; `nil` for a first key.
    let rotation: KeyRotation?
    /// The keys of the node's witness and mirror beside this key, as C2SP verifier keys; `nil` while its log names none.
    let cosigners: (witness: String, mirror: String)?

    /// The rows of one node, oldest key first, SM2 last.
    public static func rows(_ member: Member, _ register: KeyRegister) -> [KeyRow] {
        logKeys(member, register) + sm2Keys(member, register)
    }

    private static func sm2Keys(_ member: Member, _ register: KeyRegister) -> [KeyRow] {
        let signing = register.signingSM2Keys(of: member.node)
        return member.sm2Keys.map { key in
            KeyRow(
                member: member, key: key, algorithm: .sm2, state: signing.contains(key) ? .signing : .unused,
                since: nil, isConfigured: true, rotation: nil,
                cosigners: cosigners(member.node, .sm2) { _ in key })
        }
    }

    private static func logKeys(_ member: Member, _ register: KeyRegister) -> [KeyRow] {
        guard let keys = register.keys(of: member.node) else { return [] }
        return zip(keys.accepted, keys.since).map { key, since in
            let state: State =
                keys.retired.contains(key) ? .retired : key == keys.newest ? .signing : .outgoing
            return KeyRow(
                member: member, key: key, algorithm: .ed25519, state: state, since: since,
                isConfigured: key == keys.configured,
                rotation: keys.rotations.first { $0.record.body.newKey == key },
                cosigners: register.cosignerKeys(of: member.node, beside: key).flatMap { keys in
                    cosigners(member.node, .ed25519) { keys[$0].key }
                })
        }
    }

    private static func cosigners(
        _ node: NodeName, _ algorithm: SignatureAlgorithm, _ key: (Cosigner) -> [UInt8]
    ) -> (witness: String, mirror: String)? {
        func vkey(_ cosigner: Cosigner) -> String? {
            CosignatureVerifier(name: cosigner.name(of: node), publicKey: key(cosigner), algorithm: algorithm)?.vkey
        }
        guard let witness = vkey(.witness), let mirror = vkey(.mirror) else { return nil }
        return (witness, mirror)
    }

    var fingerprint: KeyFingerprint { KeyFingerprint(of: key) }

    var encodedKey: String { Base64.encode(key) }

    /// As SubjectPublicKeyInfo, which never begins with a sign: one bare Ed25519 key in 64 begins with a plus.
    var encodedKeyInfo: String { Base64.encode(algorithm.subjectPublicKeyInfo(of: key)) }

    var json: JSONValue {
        .members([
            ("node", .string(member.node.text)), (algorithm == .sm2 ? "sm2_key" : "log_key", .string(encodedKey)),
            ("algorithm", .string(algorithm.rawValue)),
            ("fingerprint", .string(fingerprint.hex)), ("state", .string(state.rawValue)),
            ("since", since.map { .string($0.text) }), ("configured", .bool(isConfigured)),
            ("witness_key", cosigners.map { .string($0.witness) }),
            ("mirror_key", cosigners.map { .string($0.mirror) }),
            ("rotation", rotation.map { .string($0.record.reference.text) }),
            ("countersigned_by", rotation.map { .array($0.countersignedBy.map { .string($0.text) }) }),
            ("countersigned", rotation.map { .bool($0.isCountersigned) }),
        ])
    }
}
