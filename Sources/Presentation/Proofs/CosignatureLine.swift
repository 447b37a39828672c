import Compensation
import Federation
public import TransparencyLog

/// A cosigner's line under the checkpoint of a proof, as `proof verify` names it to who has given cosigners' keys.
public struct CosignatureLine: Sendable {
    /// What can be said of it.
    private enum State {
        /// It holds, and says this time.
        case verified(Timestamp)
        /// No key of this name and ID was given: nothing is known of the line.
        case unknown
        /// A key was given, and no line is under it.
        case absent

        var code: String {
            switch self {
            case .verified: "verified"
            case .unknown: "unknown"
            case .absent: "absent"
            }
        }
    }

    /// Name and ID of the key, as in `name+ID`.
    private let key: String
    private let algorithm: SignatureAlgorithm?
    private let state: State

    /// Every line of a note that is not under its log's own name, in the order of the note, and then the keys that no
    /// line is under.
    public static func all(
        _ note: SignedNote, _ checkpoint: CosignedCheckpoint, given: [CosignatureVerifier]
    ) -> [CosignatureLine] {
        let lines = note.signatures.filter { !$0.name.utf8.elementsEqual(checkpoint.verified.checkpoint.origin.utf8) }
        let present = lines.map { line in
            let verified = checkpoint.cosignatures.first { $0.signature == line }
            return CosignatureLine(
                key: "\(line.name)+\(line.keyID.hex)", algorithm: verified?.algorithm,
                state: verified.map { .verified(Timestamp(secondsSinceEpoch: $0.time)) } ?? .unknown)
        }
        let absent = given.filter { key in !lines.contains(where: key.matches) }.map { key in
            CosignatureLine(key: "\(key.name)+\(key.keyID.hex)", algorithm: key.algorithm, state: .absent)
        }
        return present + absent
    }

    var isAbsent: Bool {
        if case .absent = state { true } else { false }
    }

    var json: JSONValue {
        var time: JSONValue?
        if case .verified(let moment) = state { time = .string(moment.text) }
        return .members([
            ("key", .string(key)), ("state", .string(state.code)),
            ("algorithm", algorithm.map { .string($0.rawValue) }), ("time", time),
        ])
    }

    func text(_ language: Language) -> String {
        let key = TerminalText.visible(self.key)
        let kind = algorithm?.name ?? ""
        let text =
            switch state {
            case .verified(let time):
                Bilingual(
                    zh: "已核对联署 \(kind)：\(key)，\(time.text)", en: "cosignature checked, \(kind): \(key), \(time.text)")
            case .unknown:
                Bilingual(zh: "未知的联署，未给其公钥：\(key)", en: "unknown cosignature, its key was not given: \(key)")
            case .absent:
                Bilingual(
                    zh: "未联署：没有此公钥的联署行，\(kind)：\(key)",
                    en: "NOT cosigned: no cosignature under this key, \(kind): \(key)")
            }
        return text(language)
    }
}
