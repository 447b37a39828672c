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

        var name: Bilingual {
            switch self {
            case .signing: Bilingual(zh: "在用", en: "signing")
            case .outgoing: Bilingual(zh: "待停用", en: "to be retired")
            case .retired: Bilingual(zh: "已停用", en: "retired")
            }
        }
    }

    let member: Member
    let key: [UInt8]
    let state: State
    let since: Timestamp?
    let isConfigured: Bool
    /// Of the rotation that brought the key; `nil` for a first key.
    let rotation: KeyRotation?

    /// The rows of one node, oldest key first.
    public static func rows(_ member: Member, _ keys: NodeKeys) -> [KeyRow] {
        zip(keys.accepted, keys.since).map { key, since in
            let state: State =
                keys.retired.contains(key) ? .retired : key == keys.newest ? .signing : .outgoing
            return KeyRow(
                member: member, key: key, state: state, since: since, isConfigured: key == keys.configured,
                rotation: keys.rotations.first { $0.record.body.newKey == key })
        }
    }

    var fingerprint: KeyFingerprint { KeyFingerprint(of: key) }

    var json: JSONValue {
        .members([
            ("node", .string(member.node.text)), ("log_key", .string(Base64.encode(key))),
            ("fingerprint", .string(fingerprint.hex)), ("state", .string(state.rawValue)),
            ("since", since.map { .string($0.text) }), ("configured", .bool(isConfigured)),
            ("rotation", rotation.map { .string($0.record.reference.text) }),
            ("countersigned_by", rotation.map { .array($0.countersignedBy.map { .string($0.text) }) }),
            ("countersigned", rotation.map { .bool($0.isCountersigned) }),
        ])
    }
}
