import Compensation
public import Federation
public import TransparencyLog

/// What became of a file in a watched folder, kept beside it as JSON.
public struct FolderReceipt: Sendable {
    public enum Outcome: String, Sendable {
        case recorded
        /// Everything in it was recorded before.
        case unchanged
        case refused
    }

    private let at: Timestamp
    private let keptAs: String
    private let copy: String?
    private let source: String
    private let channel: ChannelName
    private let digest: ContentDigest?
    private let receipt: ImportReceipt

    /// - Parameters:
    ///   - at: when it was dealt with.
    ///   - keptAs: the file's name now.
    ///   - copy: the workbook beside it that shows what is wrong.
    ///   - digest: SHA-256 of the file; `nil` where it was not read.
    public init(
        at: Timestamp, keptAs: String, copy: String?, source: String, channel: ChannelName, digest: ContentDigest?,
        receipt: ImportReceipt
    ) {
        self.at = at
        self.keptAs = keptAs
        self.copy = copy
        self.source = source
        self.channel = channel
        self.digest = digest
        self.receipt = receipt
    }

    public var outcome: Outcome {
        if !receipt.issues.isEmpty { return .refused }
        return receipt.entries.isEmpty ? .unchanged : .recorded
    }

    /// One line, with the fields of `import --json` and what the folder adds.
    public var jsonText: String {
        let issues = receipt.issues.map { issue in
            issue.json.adding([
                ("reason_zh", .string(issue.reason(.zh))), ("reason_en", .string(issue.reason(.en))),
            ])
        }
        let json = receipt.json.adding([
            ("at", .string(at.text)), ("outcome", .string(outcome.rawValue)), ("kept_as", .string(keptAs)),
            ("copy", copy.map { .string($0) }), ("source", .string(source)), ("channel", .string(channel.text)),
            ("sha256", digest.map { .string($0.hex) }), ("issues", .array(issues)),
        ])
        return TerminalText.escaped(inJSON: String(decoding: CanonicalJSON.encode(json), as: UTF8.self)) + "\n"
    }
}
