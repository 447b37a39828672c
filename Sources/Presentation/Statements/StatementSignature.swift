import Compensation
public import Federation
import TransparencyLog

/// One signed word about a settlement: who, what, when, where in which log, under which key.
public struct StatementSignature: Sendable {
    enum Act: String {
        case proposed
        case accepted
        case verdict

        var name: Bilingual {
            switch self {
            case .proposed: Bilingual(zh: "提议", en: "proposed")
            case .accepted: Bilingual(zh: "认可", en: "accepted")
            case .verdict: Bilingual(zh: "核验", en: "verdict")
            }
        }
    }

    let act: Act
    let signer: Bilingual
    let at: Timestamp
    let place: EntryReference
    let digest: String
    /// What the centre concluded; `nil` for a party's word.
    let conclusion: Bilingual?
    /// Of the key that vouches for the log now.
    let fingerprint: String
    /// Of the SM2 keys that vouch for it as well; empty where none does.
    let sm2Fingerprints: [String]

    /// What stands, the parties' words first.
    public static func all(_ settlement: SettlementCase, _ docket: Docket) -> [StatementSignature] {
        func make(
            _ act: Act, _ place: EntryReference, _ at: Timestamp, _ digest: String, _ conclusion: Bilingual? = nil
        ) -> StatementSignature {
            let node = place.log.node
            let key = docket.keys.keys(of: node)?.newest
            return StatementSignature(
                act: act, signer: docket.roster.member(node)?.name ?? Bilingual(zh: node.text, en: node.text), at: at,
                place: place, digest: digest, conclusion: conclusion,
                fingerprint: key.map { KeyFingerprint(of: $0).spoken } ?? "",
                sm2Fingerprints: docket.keys.signingSM2Keys(of: node).map { KeyFingerprint(of: $0).spoken })
        }
        let words = settlement.positions.flatMap { position in
            [
                position.proposal.map {
                    make(.proposed, $0.reference, $0.at, $0.body.settlementDigest.hex)
                },
                position.acceptance.map {
                    make(.accepted, $0.reference, $0.at, $0.body.settlementDigest.hex)
                },
            ].compactMap(\.self)
        }
        let verdict = settlement.verdict.map {
            make(
                .verdict, $0.reference, $0.at, $0.body.settlementDigest.hex, VerdictWording.text($0.body.conclusion))
        }
        return words + [verdict].compactMap(\.self)
    }

    var json: JSONValue {
        .members([
            ("act", .string(act.rawValue)), ("node", .string(place.log.node.text)), ("at", .string(at.text)),
            ("place", .string(place.text)), ("digest", .string(digest)), ("fingerprint", .string(fingerprint)),
            (
                "sm2_fingerprints",
                sm2Fingerprints.isEmpty ? nil : .array(sm2Fingerprints.map { .string($0) })
            ),
        ])
    }

    /// All fingerprints, those of SM2 keys named as such.
    var fingerprints: String { ([fingerprint] + sm2Fingerprints.map { "SM2 \($0)" }).joined(separator: "; ") }
}
