import Compensation
public import Federation
public import TransparencyLog

/// What came of checking one proof file.
public struct ProofCheck: Sendable {
    public struct Proven: Sendable {
        public let origin: String
        public let index: Int
        public let checkpoint: Checkpoint
        /// The keys whose signatures were checked and hold.
        public let signers: [NoteVerifier]
        /// What cosigners have said; `nil` when no key of a cosigner was given.
        public let cosignatures: [CosignatureLine]?
        /// What the entry says, if this version understands it.
        public let entry: SignedEntry?

        public init(
            origin: String, index: Int, verified: VerifiedCheckpoint, cosignatures: [CosignatureLine]?,
            entry: SignedEntry?
        ) {
            self.cosignatures = cosignatures
            self.origin = origin
            self.index = index
            checkpoint = verified.checkpoint
            signers = verified.signers
            self.entry = entry
        }
    }

    public let file: String
    public let result: Result<Proven, EntryProofFinding>

    public init(file: String, result: Result<Proven, EntryProofFinding>) {
        self.file = file
        self.result = result
    }

    /// Whether it is proven and no key that was given is without a line.
    var isCosigned: Bool {
        guard case .success(let proven) = result, let lines = proven.cosignatures else { return false }
        return !lines.contains(where: \.isAbsent)
    }

    var json: JSONValue {
        switch result {
        case .failure(let finding):
            .members([
                ("file", .string(file)), ("proven", false), ("code", .string(finding.code)),
                ("detail", .string(finding.detail)),
            ])
        case .success(let proven):
            .members([
                ("file", .string(file)), ("proven", true), ("log", .string(proven.origin)),
                ("index", .integer(Int64(proven.index))), ("size", .integer(Int64(proven.checkpoint.size))),
                ("root", .string(proven.checkpoint.root.hex)),
                ("signatures", .array(proven.signers.map { .string($0.algorithm.rawValue) })),
                ("cosignatures", proven.cosignatures.map { .array($0.map(\.json)) }),
                ("kind", proven.entry.map { .string($0.entry.kind) }),
                ("at", proven.entry.map { .string($0.at.text) }),
                ("digest", proven.entry?.entry.settlementDigest.map { .string($0.hex) }),
            ])
        }
    }

    func lines(_ language: Language) -> [String] {
        let file = TerminalText.visible(self.file)
        switch result {
        case .failure(let finding):
            let reason = ProofWording.text(finding)(language)
            return [
                Bilingual(zh: "\(file)：不成立", en: "\(file): NOT proven")(language)
                    + " \(finding.code) \(reason) (\(TerminalText.visible(finding.detail)))"
            ]
        case .success(let proven):
            let place = "\(TerminalText.visible(proven.origin))#\(proven.index)"
            let signatures = proven.signers.map(\.algorithm.name)
            let head = Bilingual(
                zh:
                    "\(file)：成立 \(place)，签署长度 \(proven.checkpoint.size)，根 \(proven.checkpoint.root.hex.prefix(16))，已核对签名 \(signatures.joined(separator: "、"))",
                en:
                    "\(file): proven \(place), signed size \(proven.checkpoint.size), root \(proven.checkpoint.root.hex.prefix(16)), signatures checked: \(signatures.joined(separator: ", "))"
            )(language)
            let cosignatures = (proven.cosignatures ?? []).map { "  " + $0.text(language) }
            guard let entry = proven.entry else {
                return [
                    head,
                    "  " + Bilingual(zh: "本版本不理解该条目", en: "this version does not understand the entry")(language),
                ] + cosignatures
            }
            let digest = entry.entry.settlementDigest.map {
                Bilingual(zh: "，核算结果摘要 \($0.hex)", en: ", settlement digest \($0.hex)")(language)
            }
            return [head, "  \(entry.entry.kind) \(entry.at.text)\(digest ?? "")"] + cosignatures
        }
    }
}

extension Entry {
    /// The settlement that an entry binds somebody to.
    fileprivate var settlementDigest: ContentDigest? {
        switch self {
        case .proposal(let entry): entry.settlementDigest
        case .acceptance(let entry): entry.settlementDigest
        case .verdict(let entry): entry.settlementDigest
        default: nil
        }
    }
}
