import Compensation
import Federation
import TransparencyLog

extension PeerConfiguration {
    /// What two people compare before the file is taken in: SHA-256 over everything that the file says, so that no
    /// address, no second key and no pin can be slipped in beside the right log key. Comments, blanks and the order of
    /// keys are no part of it.
    var fingerprint: KeyFingerprint { KeyFingerprint(of: canonical) }

    /// The facts of the file as canonical JSON; what the file leaves out is left out (`peers/README.md`).
    var canonical: [UInt8] {
        CanonicalJSON.encode(
            .members([
                ("node", .string(member.node.text)), ("code", .string(member.code.text)),
                ("role", .string(member.role.rawValue)),
                ("name", .members([("zh", .string(member.name.zh)), ("en", .string(member.name.en))])),
                ("address", .members([("host", .string(host)), ("port", .integer(Int64(port)))])),
                ("logs", .array(logs.map { .string("\($0.channel.text)/\($0.epoch)") })),
                ("log_key", .string(Base64.encode(member.logKey))),
                ("former_keys", member.formerKeys.isEmpty ? nil : Self.json(member.formerKeys)),
                (
                    "sm2_keys",
                    member.sm2Keys.isEmpty ? nil : .array(member.sm2Keys.map { .string(Base64.encode($0)) })
                ), ("tls_key", tlsKey.map { .string($0) }),
            ]))
    }

    private static func json(_ keys: [FormerKey]) -> JSONValue {
        .members(keys.map { ("\($0.log.channel.text)/\($0.log.epoch)", .string(Base64.encode($0.key))) })
    }
}
