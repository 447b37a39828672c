public import Compensation
public import Federation
public import TransparencyLog

/// What `evidence verify` shows of one document.
public struct EvidenceCheckReport: Report {
    public let file: String
    public let result: Result<ProvenFork, EvidenceFinding>
    /// Of the key that the document is about; `nil` when it could not be read.
    private let algorithm: SignatureAlgorithm?
    /// The document's key, when the person who checks has not given it; `nil` otherwise.
    public let unconfirmed: NoteVerifier?

    public init(
        file: String, result: Result<ProvenFork, EvidenceFinding>, algorithm: SignatureAlgorithm?,
        unconfirmed: NoteVerifier?
    ) {
        self.algorithm = algorithm
        self.file = file
        self.result = result
        self.unconfirmed = unconfirmed
    }

    public var isProven: Bool { (try? result.get()) != nil }

    public var json: JSONValue {
        let head: [(String, JSONValue?)] = [
            ("schema", 1), ("file", .string(file)), ("proven", .bool(isProven)),
            ("unconfirmed_key", unconfirmed.map { .string($0.vkey) }),
            ("signatures", isProven ? algorithm.map { .array([.string($0.rawValue)]) } : nil),
        ]
        switch result {
        case .success(let fork):
            return .members(
                head + [
                    ("log", .string(fork.origin.text)), ("size", .integer(Int64(fork.size))),
                    ("first_root", .string(fork.firstRoot.hex)), ("second_root", .string(fork.secondRoot.hex)),
                    ("second_size", .integer(Int64(fork.secondSize))),
                ])
        case .failure(let finding):
            return .members(
                head + [("code", .string(finding.code.rawValue)), ("detail", .string(finding.detail))])
        }
    }

    public func text(_ language: Language) -> String {
        let file = TerminalText.visible(self.file)
        switch result {
        case .success(let fork):
            let lines = [
                Bilingual(
                    zh: "\(file)：成立。日志 \(fork.origin.text) 的 \(algorithm?.name ?? "") 密钥签署了两份互相排斥的历史：",
                    en:
                        "\(file): proven. The \(algorithm?.name ?? "") key of log \(fork.origin.text) signed two histories that exclude each other:"
                )(
                    language),
                Bilingual(
                    zh: "  前 \(fork.size) 条的根，其一 \(fork.firstRoot.hex)",
                    en: "  root of \(fork.size) entries, one \(fork.firstRoot.hex)")(
                        language),
                Bilingual(
                    zh: "  前 \(fork.size) 条的根，其二 \(fork.secondRoot.hex)（签署长度 \(fork.secondSize)）",
                    en: "  root of \(fork.size) entries, two \(fork.secondRoot.hex) (signed size \(fork.secondSize))")(
                        language),
            ]
            return (lines + KeyAdvice.lines(unconfirmed.map { [$0] } ?? [], language)).map { $0 + "\n" }.joined()
        case .failure(let finding):
            return Bilingual(zh: "\(file)：不成立", en: "\(file): NOT proven")(language)
                + " \(finding.code.rawValue) \(EvidenceWording.text(finding.code)(language))"
                + " (\(TerminalText.visible(finding.detail)))\n"
        }
    }
}
